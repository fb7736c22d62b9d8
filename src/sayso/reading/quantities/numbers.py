"""Numbers in words and figures: "12", "2.5 million", "half a million", "three hundred and twelve", "dozens"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from sayso.knowledge.language import Language
from sayso.knowledge.quantities import Number, QuantityWords
from sayso.reading.parsed import Parsed

FIGURE = re.compile(r"(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)([a-z]*)$")
"""A figure, and what may be written to it: "12", "1,200", "1.1bn"."""
LONGEST = 5
"""Most words of a term for a number."""
THOUSAND = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """A number in the text: the token it begins at, the one after it, and its range."""

    first: int
    end: int
    low: float
    high: float
    scale: float = 1.0
    """What the last word multiplied it by: a million in "2.5 million"."""
    kind: str = "number"
    """``number``, ``vague``, ``share`` (in per cent), or ``article`` (of "for a week")."""


class Numbers:
    """Reads the numbers of one parsed text."""

    def __init__(self, parsed: Parsed, words: QuantityWords, language: Language) -> None:
        self.parsed = parsed
        self.words = words
        self._and = language.words("and")
        self._hyphens = language.words("hyphen")
        self._of = language.words("partitive")

    def starts(self) -> Iterator[int]:
        """The tokens that can begin a number."""
        begins = self.words.begins
        for token, word in enumerate(self.parsed.lowers):
            if word in begins or word[0].isdigit():
                yield token

    def at(self, first: int) -> Run | None:
        """The number that begins with a token."""
        found = self._figure(first) or self._word(first)
        if found is None or "multiplier" in found[0].kind:
            return None
        number, end = found
        run = Run(first=first, end=end, low=number.low, high=number.high, kind=number.kind)
        if number.kind == "share":
            return self._part(run)
        if number.kind == "number" and not self.parsed.lowers[first][0].isdigit():
            return self._sum(run)
        return self._multiplied(run)

    def is_money(self, token: int) -> bool:
        """Whether a token is the sign or the name of a currency."""
        counted = self.words.counted.get((self.parsed.lowers[token],)) if token >= 0 else None
        return counted is not None and counted.kind == "money"

    def _figure(self, token: int) -> tuple[Number, int] | None:
        match = FIGURE.match(self.parsed.lowers[token])
        if match is None:
            return None
        value, suffix = float(match[1].replace(",", "")), match[2]
        if suffix:
            number = self.words.numbers.get((suffix,))
            if number is None or not self._multiplies(number, token):
                return None
            value *= number.low
        return Number(kind="number", low=value, high=value), token + 1

    def _word(self, first: int) -> tuple[Number, int] | None:
        """The longest term that begins with a token."""
        if first >= len(self.parsed) or self.parsed.lowers[first] not in self.words.begins:
            return None
        for end in range(min(first + LONGEST, len(self.parsed)), first, -1):
            number = self.words.numbers.get(self.parsed.lowers[first:end])
            if number is not None:
                return number, end
        return None

    def _sum(self, run: Run) -> Run:
        """What the following words add: "seventy-two", "three hundred and twelve", "two thousand and five"."""
        total, value, end, scale = 0.0, run.low, run.end, 1.0
        while end < len(self.parsed):
            joined = self.parsed.lowers[end] in self._and | self._hyphens
            found = self._word(end + joined)
            if found is None:
                break
            number, after = found
            if number.kind == "multiplier" and not joined and value:
                value, scale = value * number.low, number.low
                if number.low >= THOUSAND:
                    total, value = total + value, 0.0
            elif number.kind == "number" and _adds(total, value, number.low):
                value, scale = value + number.low, 1.0
            else:
                break
            end = after
        return replace(run, end=end, low=total + value, high=total + value, scale=scale)

    def _part(self, share: Run) -> Run:
        """The share of a number, which is a number: "a third of a million", but not "a third of the land"."""
        of = share.end
        if of + 1 >= len(self.parsed) or self.parsed.lowers[of] not in self._of:
            return share
        whole = self.at(of + 1)
        if whole is None or whole.kind == "share":
            return share
        return replace(whole, first=share.first, low=share.low * whole.low / 100, high=share.high * whole.high / 100)

    def _multiplied(self, run: Run) -> Run:
        """What multiplies a figure or a vague word: "2.5 million", "several hundred thousand"."""
        while (found := self._word(self._past_hyphen(run.end))) and self._multiplies(found[0], run.first):
            factor = found[0].low
            high = run.high * factor if run.low == run.high else (run.high + 1) * factor - 1
            run = replace(run, end=found[1], low=run.low * factor, high=high, scale=run.scale * factor)
        return run

    def _past_hyphen(self, token: int) -> int:
        return token + (token < len(self.parsed) and self.parsed.lowers[token] in self._hyphens)

    def _multiplies(self, number: Number, first: int) -> bool:
        return number.kind == "multiplier" or (number.kind == "money multiplier" and self.is_money(first - 1))


def _adds(total: float, value: float, ones: float) -> bool:
    """Whether a number can follow to be added: ones after tens, anything under a hundred after hundreds."""
    if value == 0:
        return total > 0 and ones < THOUSAND
    if value % 100 == 0:
        return ones < 100
    return value % 10 == 0 and value % 100 >= 20 and ones < 10
