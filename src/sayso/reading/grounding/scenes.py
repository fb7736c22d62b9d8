"""When and where events happened: which time and place expressions of a sentence belong to which of its events.

By syntax first: an expression belongs to the event it hangs on, however many phrases lie between ("operations against
militants in *Aleppo*"). What hangs on the words of saying ("told reporters in *Moscow* on *Monday*") belongs to the
saying. Then by scope: an event with none of its own has those of the clause that it completes or is joined to, of the
event that is its subject, or of the clause that it happened in ("were killed *when* a bomb exploded in Hamsi"); and a
deed has the places of the deeds it consists of ("an operation to retake *Hamsi*"). The nearest expression as such never
counts.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from sayso.knowledge.language import Language
from sayso.reading.drafts import Draft, EventDraft, Tokens
from sayso.reading.grounding.parties import Voices
from sayso.reading.parsed import Parsed

STEPS = 12
"""Most steps up the tree."""
Numbers = tuple[int, ...]
"""Numbers of expressions."""


class Scenes:
    """Ties expressions to events in one parsed text."""

    def __init__(
        self,
        parsed: Parsed,
        attributions: Sequence[Draft],
        events: Sequence[EventDraft],
        voices: Voices,
        language: Language,
    ) -> None:
        self.parsed = parsed
        self.events = events
        self.voices = voices
        self.language = language
        self.verbs = language.tags("verb")
        self.triggers = {e.head for e in events}
        self.cues = {token for draft in attributions for token in draft.cue}
        self.sayings = {token for draft in attributions for token in (*draft.when, *draft.channel)}

    def times(self, expressions: Sequence[Tokens]) -> tuple[Numbers, ...]:
        """For each event the numbers of the expressions of time that belong to it, in text order."""
        return self._of(expressions)

    def places(self, expressions: Sequence[Tokens], deeds: Collection[str]) -> tuple[Numbers, ...]:
        """For each event the numbers of the expressions of place that belong to it, in text order.

        Args:
            expressions: the tokens of each.
            deeds: types of events that are more than words; what they consist of happens where they do.
        """
        found = self._of(expressions)
        inside: dict[int, set[int]] = {}
        for event, numbers in zip(self.events, found, strict=True):
            whole = event.within if event.within is not None else self._hangs_on(event)
            if whole is not None and event.type in deeds:
                inside.setdefault(whole, set()).update(numbers)
        return tuple(
            tuple(sorted({*numbers, *inside.get(event.head, ()), *inside.get(event.verb or event.head, ())}))
            if event.type in deeds
            else numbers
            for event, numbers in zip(self.events, found, strict=True)
        )

    def _hangs_on(self, event: EventDraft) -> int | None:
        """The verb for whose sake a deed is done (*moved* of "moved to retake Hamsi"), or on which it hangs loosely."""
        parsed, deps = self.parsed, self.language.deps
        infinitive = parsed.tags[event.head] in self.language.tags("infinitive")
        purpose = infinitive and parsed.deps[event.head] in deps("adverbial_clause")
        loose = parsed.deps[event.head] in deps("loose")
        return parsed.heads[event.head] if purpose or loose else None

    def _of(self, expressions: Sequence[Tokens]) -> tuple[Numbers, ...]:
        hung: dict[int, list[int]] = {}
        for number, tokens in enumerate(expressions):
            anchor = self._anchor(tokens)
            if anchor is not None:
                hung.setdefault(anchor, []).append(number)
        own = [self._own(event, hung) for event in self.events]
        by_trigger = {event.head: numbers for event, numbers in zip(self.events, own, strict=True)}
        return tuple(
            numbers or self._by_scope(event, hung, by_trigger) for event, numbers in zip(self.events, own, strict=True)
        )

    def of_saying(self, expressions: Sequence[Tokens], draft: Draft) -> int | None:
        """The number of the expression among an attribution's words for when it was said."""
        inside = set(draft.when)
        return next((n for n, tokens in enumerate(expressions) if inside & set(tokens)), None)

    def _anchor(self, tokens: Tokens) -> int | None:
        """The event or verb that an expression hangs on; None where it belongs to a saying."""
        if self.sayings & set(tokens):
            return None
        token = self.parsed.head_of(tokens)
        for _ in range(STEPS):
            if token in self.triggers:
                return token
            if token in self.cues:
                return None
            if self.parsed.tags[token] in self.verbs or self.parsed.heads[token] == token:
                return token
            token = self.parsed.heads[token]
        return None

    def _own(self, event: EventDraft, hung: dict[int, list[int]]) -> Numbers:
        anchors = {event.head, *event.trigger, event.verb if event.verb is not None else event.head}
        return tuple(sorted({n for anchor in anchors for n in hung.get(anchor, ())}))

    def _by_scope(self, event: EventDraft, hung: dict[int, list[int]], by_trigger: dict[int, Numbers]) -> Numbers:
        token = event.verb if event.verb is not None else event.head
        for above in self._above(token):
            if found := by_trigger.get(above) or tuple(hung.get(above, ())):
                return found
        for below in self._beside(token):
            if found := by_trigger.get(below) or tuple(hung.get(below, ())):
                return found
        return ()

    def _above(self, token: int) -> Iterator[int]:
        """The words above an event, as far as its clause completes or joins theirs, inside one voice."""
        parsed, deps = self.parsed, self.language.deps
        voice = self.voices.get(token)
        for _ in range(STEPS):
            dep, head = parsed.deps[token], parsed.heads[token]
            finite_relative = dep in deps("relative_clause") and parsed.tags[token] not in self.language.tags(
                "infinitive"
            )
            if head == token or finite_relative or dep in deps("subject") or head in self.cues:
                return
            if self.voices.get(head) is not voice:
                return
            yield head
            token = head

    def _beside(self, token: int) -> Iterator[int]:
        """The event that is the subject of another, and the clause in which it happened."""
        parsed, deps = self.parsed, self.language.deps
        for k in parsed.children[token]:
            subject = parsed.deps[k] in deps("subject") and k in self.triggers
            if subject or (parsed.deps[k] in deps("adverbial_clause") and self._is_meanwhile(k)):
                yield k

    def _is_meanwhile(self, verb: int) -> bool:
        words = self.language.words("meanwhile")
        return any(self.parsed.lowers[k] in words for k in self.parsed.children[verb])
