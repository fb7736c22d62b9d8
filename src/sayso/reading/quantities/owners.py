"""Which event a quantity belongs to: by the way up the tree, not by what stands nearest."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.knowledge.language import Language
from sayso.reading.drafts import EventDraft
from sayso.reading.parsed import Parsed


class Owners:
    """Finds the events of quantities in one parsed text."""

    def __init__(self, parsed: Parsed, events: Sequence[EventDraft], language: Language) -> None:
        self.parsed = parsed
        self.language = language
        self.event_of = {token: event for event in reversed(events) for token in event.trigger}

    def of(self, token: int) -> EventDraft | None:
        """The event of a token: the first on the way up to the root, itself or by what it takes as object or subject."""
        if token in self.event_of:
            return self.event_of[token]
        for above in self.parsed.ancestors(token):
            if above in self.event_of:
                return self.event_of[above]
            carried = self._carried(above)
            if carried is not None:
                return carried
        return None

    def _carried(self, verb: int) -> EventDraft | None:
        """The event of a noun that a verb carries: "launched an *attack* that", "*clashes* left eight dead"."""
        taken = self.language.deps("object") | self.language.deps("subject")
        for child in self.parsed.children[verb]:
            if self.parsed.deps[child] in taken and child in self.event_of:
                return self.event_of[child]
        return None
