"""What a text says of a number before or after it: "at least 12", "between 3 and 7", "10 to 15", "200 or more"."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace

from sayso.knowledge.language import Language
from sayso.knowledge.quantities import QuantityWords
from sayso.reading.parsed import Parsed
from sayso.reading.quantities.numbers import Numbers, Run

LONGEST = 4
"""Most words of a bound."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Range:
    """A number with its bounds: the token it begins at, the one after it, and the range it allows."""

    first: int
    end: int
    low: float | None
    high: float | None
    run: Run
    """The number itself; of two the second."""
    bounded: bool = False
    """Whether words bound it, be it only by "about"."""


class Ranges:
    """Reads the ranges of one parsed text."""

    def __init__(
        self, parsed: Parsed, words: QuantityWords, language: Language, taken: Collection[int] = frozenset()
    ) -> None:
        self.parsed = parsed
        self.taken = taken
        """Tokens that are no bounds, since they belong to a verb: "hand *over* three officers"."""
        self.words = words
        self.language = language
        self.numbers = Numbers(parsed, words, language)

    def at(self, run: Run) -> Range:
        """The range of a number: with the number it is joined to, and with its bounds."""
        return self._after(self._before(self._joined(run)))

    def _joined(self, run: Run) -> Range:
        """The range of "3 to 7", of "between 3 and 7", or of one number."""
        alone = Range(first=run.first, end=run.end, low=run.low, high=run.high, run=run)
        if run.end + 1 >= len(self.parsed) or not self._joins(run):
            return alone
        at = run.end + 1
        second = self.numbers.at(at + self.numbers.is_money(at)) if at + 1 < len(self.parsed) else None
        if second is None:
            return alone
        scale = second.scale if run.scale == 1 and run.high * second.scale <= second.high else 1.0
        if run.high * scale > second.high:
            return alone
        return replace(alone, low=run.low * scale, high=second.high, end=second.end, run=second)

    def _joins(self, run: Run) -> bool:
        word, before = self.parsed.lowers[run.end], self._word_before(run.first)
        if word in self.language.words("and"):
            return before in self.language.words("between")
        return word in self.language.words("range") and before not in self.language.words("range_from")

    def _word_before(self, first: int) -> str:
        at = first - 1 - self.numbers.is_money(first - 1)
        return self.parsed.lowers[at] if at >= 0 else ""

    def _before(self, found: Range) -> Range:
        first = found.first - self.numbers.is_money(found.first - 1)
        out = replace(found, first=first)
        while bound := self._bound_ending(out.first):
            kind, at = bound
            out = replace(
                out,
                first=at,
                low=None if kind == "at most" else out.low,
                high=None if kind == "at least" else out.high,
                bounded=True,
            )
        return out

    def _bound_ending(self, end: int) -> tuple[str, int] | None:
        """The longest bound that ends before a token, and the token it begins at."""
        for first in range(max(0, end - LONGEST), end):
            kind = self.words.bounds.get(self.parsed.lowers[first:end])
            if kind is not None and first not in self.taken and not self._is_preposition(first, end):
                return kind, first
        return None

    def _is_preposition(self, first: int, end: int) -> bool:
        """Whether one word governs what follows: "over two decades" is no bound, "over 200 marchers" is."""
        return end - first == 1 and self.parsed.deps[first] in self.language.deps("preposition")

    def _after(self, found: Range) -> Range:
        for end in range(min(found.end + LONGEST, len(self.parsed)), found.end, -1):
            match self.words.bounds.get(self.parsed.lowers[found.end : end]):
                case "or more":
                    return replace(found, end=end, high=None, bounded=True)
                case "or less":
                    return replace(found, end=end, low=None, bounded=True)
        return found
