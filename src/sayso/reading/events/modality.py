"""What the network reads to tell an event's modality: what the modifiers make of it, and the words of its clause and of
the clauses above it. Negations are no features: what is denied has the modality of what is asserted.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sayso.knowledge.language import Language
from sayso.reading.drafts import Modifier
from sayso.reading.events.frames import Frame
from sayso.reading.parsed import Parsed

ABOVE = 3
"""Clauses above the event's own whose words count."""


class Moods:
    """Reads one parsed text."""

    def __init__(self, parsed: Parsed, language: Language) -> None:
        self.parsed = parsed
        self.language = language
        self.verbs = language.tags("verb")
        self.small = language.words("negations") | language.words("nobody")
        self.names = language.tags("proper") | language.tags("number")

    def features(self, frame: Frame, type_: str, modality: str, modifiers: Sequence[Modifier]) -> list[str]:
        """The features of an event of a type, whose modality by its modifiers is known."""
        return list(dict.fromkeys(self._features(frame, type_, modality, modifiers)))

    def _features(self, frame: Frame, type_: str, modality: str, modifiers: Sequence[Modifier]) -> Iterator[str]:
        parsed = self.parsed
        values = [m for m in modifiers if m.value not in ("negated", "cancelled")]
        yield f"r={modality}"
        yield f"type={type_}"
        yield f"r={modality}/{type_}"
        for number, modifier in enumerate(values[:3]):
            yield f"m{number}={modifier.value}"
            yield f"mw={parsed.lemmas[modifier.tokens[0]]}:{modifier.value}"
        yield "r=" + "+".join(m.value for m in values[:3])
        yield f"quoted={parsed.quotation_of[frame.trigger] >= 0}"
        if frame.noun:
            yield from self._of_noun(frame)
        clause = frame.verb if frame.verb is not None else self._verb_above(frame.trigger)
        if clause is not None:
            yield from self._of_clauses(clause)

    def _of_noun(self, frame: Frame) -> Iterator[str]:
        parsed, noun = self.parsed, frame.trigger
        yield f"noun={frame.carried}"
        yield f"nl={parsed.lemmas[noun]}"
        for k in parsed.children[noun]:
            if parsed.deps[k] in self.language.deps("determiner") | self.language.deps("modifier"):
                yield from self._word("nd", k)
        head = parsed.heads[noun]
        yield from self._word("nh", head)
        if parsed.deps[head] in self.language.deps("preposition"):
            yield f"nh={parsed.lowers[head]}:{self._lemma(parsed.heads[head])}"
        if frame.verb is not None:
            yield f"cv={frame.carried}:{self._lemma(frame.verb)}"

    def _of_clauses(self, verb: int) -> Iterator[str]:
        """The event's clause, then those above it."""
        parsed = self.parsed
        for level in range(ABOVE):
            yield from self._of_clause(f"{level}", verb)
            dep, above = parsed.deps[verb], self._verb_above(verb)
            if above is None:
                yield f"top={level}"
                return
            yield f"{level}d={dep}"
            yield f"{level}g={dep}:{self._lemma(parsed.heads[verb])}"
            verb = above

    def _of_clause(self, level: str, verb: int) -> Iterator[str]:
        parsed, deps = self.parsed, self.language.deps
        yield f"{level}t={parsed.tags[verb]}"
        yield from self._word(f"{level}l", verb)
        for k in parsed.children[verb]:
            dep = parsed.deps[k]
            if dep in deps("auxiliary") | deps("marker") | deps("adverb") | deps("time") | deps("particle"):
                yield from self._word(f"{level}a", k)
            elif dep in deps("clause"):
                yield f"{level}c={dep}"
                yield from (f"{level}cm={w}" for w in self._openers(k))
            elif dep in deps("preposition") and level == "0":
                yield f"{level}p={parsed.lowers[k]}"

    def _openers(self, verb: int) -> Iterator[str]:
        """The words that open a clause below."""
        parsed, deps = self.parsed, self.language.deps
        for k in parsed.children[verb]:
            if parsed.deps[k] in deps("marker") | deps("adverb") | deps("auxiliary") and k < verb:
                yield parsed.lowers[k]

    def _word(self, name: str, token: int) -> Iterator[str]:
        if self.parsed.lowers[token] not in self.small:
            yield f"{name}={self._lemma(token)}"

    def _lemma(self, token: int) -> str:
        return "*" if self.parsed.tags[token] in self.names else self.parsed.lemmas[token]

    def _verb_above(self, token: int) -> int | None:
        """The verb of the clause above a word."""
        parsed = self.parsed
        while parsed.heads[token] != token:
            token = parsed.heads[token]
            if parsed.tags[token] in self.verbs:
                return token
        return None
