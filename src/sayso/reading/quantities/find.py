"""The quantities of a parsed text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from sayso.knowledge.language import Language
from sayso.knowledge.quantities import QuantityWords
from sayso.reading.drafts import EventDraft, QuantityDraft
from sayso.reading.parsed import Parsed
from sayso.reading.quantities.counted import Amount, CountedNouns
from sayso.reading.quantities.numbers import Run
from sayso.reading.quantities.owners import Owners
from sayso.reading.quantities.ranges import Ranges
from sayso.reading.quantities.screen import Screen
from sayso.reading.quantities.tolls import Tolls


def find_quantities(
    parsed: Parsed, events: Sequence[EventDraft], words: QuantityWords, language: Language
) -> tuple[QuantityDraft, ...]:
    """The quantities of a text, in order.

    Args:
        parsed: the text.
        events: its events; each quantity belongs to one of them or to none.
        words: numbers, bounds, nouns and tolls of the language.
        language: the names of grammatical relations.
    """
    return tuple(_Finder(parsed, events, words, language).quantities())


class _Finder:
    def __init__(self, parsed: Parsed, events: Sequence[EventDraft], words: QuantityWords, language: Language) -> None:
        self.parsed = parsed
        self.ranges = Ranges(parsed, words, language, taken={t for event in events for t in event.trigger})
        self.nouns = CountedNouns(parsed, words, language)
        self.tolls = Tolls(parsed, words, language)
        self.owners = Owners(parsed, events, language)
        self.screen = Screen(parsed, language)

    def quantities(self) -> Iterator[QuantityDraft]:
        """The quantities; no word belongs to two."""
        end = 0
        for token in self.ranges.numbers.starts():
            if token < end or (run := self.ranges.numbers.at(token)) is None:
                continue
            amount, end = self._amount(run, end)
            if amount is not None:
                yield self._draft(amount)

    def _amount(self, run: Run, since: int) -> tuple[Amount | None, int]:
        """The amount of a number, if it is one, and the token after the words that are used up."""
        found = self.ranges.at(run)
        found = replace(found, first=max(found.first, since))
        amount = self._known(self.nouns.of(found))
        if amount is not None and self.screen.keeps(amount):
            return amount, amount.end
        return None, since if run.kind == "article" else found.end

    def _known(self, amount: Amount | None) -> Amount | None:
        """An amount that can be a quantity, with the kind that the deed gives to people."""
        if amount is None or not self.screen.allows(amount):
            return None
        if amount.measured:
            return amount
        event = self.owners.of(amount.anchor)
        return replace(amount, kind=self.tolls.of(amount, event) or amount.kind)

    def _draft(self, amount: Amount) -> QuantityDraft:
        low, high = amount.range.low, amount.range.high
        return QuantityDraft(
            tokens=tuple(range(amount.range.first, amount.end)),
            kind=amount.kind or "people",
            low=None if low is None else low * amount.each,
            high=None if high is None else high * amount.each,
            unit=amount.unit,
            event=self.owners.of(amount.anchor),
        )
