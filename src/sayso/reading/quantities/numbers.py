"""Numbers in words and figures: "12", "2.5 million", "half a million", "twenty-five", "tens of thousands"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sayso.knowledge.quantities import QuantityWords
from sayso.reading.parsed import Parsed

DIGITS = re.compile(r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?$")
JOINED = re.compile(r"(\d[\d,.]*)(bn|m|k)$")
LONGEST = 5
"""Most words of one number."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """A number and its tokens."""

    first: int
    end: int
    low: float
    high: float


class Numbers:
    """Reads the numbers of one parsed text."""

    def __init__(self, parsed: Parsed, words: QuantityWords) -> None:
        self.parsed = parsed
        self.words = words

    def at(self, first: int) -> Run | None:
        """The number that begins with a token: a figure, then what multiplies it."""
        value = self._figure(first)
        if value is None:
            return self._fraction(first)
        low, high = value
        end = first + 1
        while end < min(len(self.parsed), first + LONGEST):
            nxt = self.parsed.lowers[end]
            if nxt == "of" and end + 1 < len(self.parsed) and self._range(end + 1) and low != high:
                more = self._range(end + 1)  # "tens of thousands"
                low, high, end = low * (more[0] / 2), high * (more[1] + 1) / 10 - 1, end + 2
                continue
            number = self.words.numbers.get(nxt)
            if number is None or number.kind == "vague":
                break
            if number.kind == "multiplier":
                low, high = low * number.low, high * number.high
            elif number.low < 10 and low % 10 == 0 and low < 100 and low == high:  # "twenty five"
                low = high = low + number.low
            else:
                break
            end += 1
        return Run(first=first, end=end, low=low, high=high)

    def _figure(self, token: int) -> tuple[float, float] | None:
        word = self.parsed.lowers[token]
        if DIGITS.match(word):
            value = float(word.replace(",", ""))
            return value, value
        if joined := JOINED.match(word):
            value = float(joined[1].replace(",", "")) * self.words.numbers[joined[2]].low
            return value, value
        number = self.words.numbers.get(word)
        if number is not None and number.kind in ("number", "vague"):
            return number.low, number.high
        tens, hyphen, ones = word.partition("-")
        if hyphen and tens in self.words.numbers and ones in self.words.numbers:
            value = self.words.numbers[tens].low + self.words.numbers[ones].low
            return value, value
        return None

    def _fraction(self, first: int) -> Run | None:
        """A share or one of something: "half a million", "a million", "a dozen"."""
        lowers, numbers = self.parsed.lowers, self.words.numbers
        number = numbers.get(lowers[first])
        share = number.low if number is not None and number.kind == "fraction" else 1.0
        at = first + 1 if number is not None and number.kind == "fraction" else first
        if at + 1 >= len(lowers) or lowers[at] not in ("a", "an"):
            return None
        multiplied = numbers.get(lowers[at + 1])
        if multiplied is None or multiplied.kind not in ("multiplier", "vague"):
            return None
        return Run(first=first, end=at + 2, low=share * multiplied.low, high=share * multiplied.high)

    def _range(self, token: int) -> tuple[float, float] | None:
        number = self.words.numbers.get(self.parsed.lowers[token])
        return (number.low, number.high) if number is not None and number.kind == "vague" else None
