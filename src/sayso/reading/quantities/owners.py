"""Which event a quantity belongs to: by the way through the tree, not by what stands nearest."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

from sayso.knowledge.language import Language
from sayso.reading.drafts import EventDraft
from sayso.reading.parsed import Parsed

DEPTH = 3
"""Most steps down from what a quantity hangs on to an event that is told with it."""


class Owners:
    """Finds the events of quantities in one parsed text."""

    def __init__(self, parsed: Parsed, events: Sequence[EventDraft], language: Language) -> None:
        self.parsed = parsed
        self.language = language
        self.event_of = {token: event for event in reversed(events) for token in event.trigger}

    def of(self, token: int) -> EventDraft | None:
        """The event of a counted noun or a number; None where the sentence has none that it takes part in.

        The first found of: what it is an amount of ("nine hours of questioning"), the events above it or carried by
        the verbs above it ("launched an attack"), what is told with it below those ("have 48 hours to leave").
        """
        ways = chain(self._amounts_to(token), self._up(token), self._down(token))
        return next((self.event_of[t] for t in ways if t in self.event_of), None)

    def _amounts_to(self, token: int) -> Iterator[int]:
        yield token
        for of in self.parsed.children[token]:
            if self.parsed.lowers[of] in self.language.words("partitive"):
                yield from self.parsed.children[of]

    def _up(self, token: int) -> Iterator[int]:
        taken = self.language.deps("object") | self.language.deps("subject")
        for above in self.parsed.ancestors(token):
            yield above
            yield from (k for k in self.parsed.children[above] if self.parsed.deps[k] in taken)

    def _down(self, token: int) -> Iterator[int]:
        """What hangs below the words above a token, the nearest first, but not in a relative clause."""
        for above in self.parsed.ancestors(token):
            level = [above]
            for _ in range(DEPTH):
                level = [k for i in level for k in self.parsed.children[i] if self._is_told_with(k)]
                yield from level

    def _is_told_with(self, token: int) -> bool:
        return self.parsed.deps[token] not in self.language.deps("relative_clause")
