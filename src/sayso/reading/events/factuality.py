"""Whether an event is said to have happened: modifiers, each with what it makes of the events in its scope.

After ConText (Harkema et al. 2009) and FactBank (Saurí & Pustejovsky 2009): a modifier is some words with a value; its
scope follows the grammar. The verb's own words count (negation, modal, tense), then each word that governs it, one
step at a time: "refused to free" negates *free*, "demanded that X leave" makes *leave* demanded. The nearest modifier
of modality decides; every negation counts, and two of them cancel. A word of saying lets nothing through: what a
voice denies stays affirmed, for the denial is the voice's stance.
"""

from __future__ import annotations

from collections.abc import Iterator

from sayso.knowledge.factuality import Modifiers, Rule
from sayso.knowledge.language import Language
from sayso.reading.drafts import Modifier
from sayso.reading.events.frames import Frame
from sayso.reading.parsed import Parsed

STEPS = 6
"""Most steps up the tree that a modifier's scope is followed."""


class Factuality:
    """Finds the modifiers of events in one parsed text."""

    def __init__(self, parsed: Parsed, modifiers: Modifiers, language: Language) -> None:
        self.parsed = parsed
        self.modifiers = modifiers
        self.language = language
        self.verbs = language.tags("verb")

    def judge(self, frame: Frame) -> tuple[str, str, tuple[Modifier, ...]]:
        """Polarity, modality, and the modifiers that decided, nearest first."""
        found = tuple(self._found(frame))
        negations = sum(m.value == "negated" for m in found)
        modality = next((m.value for m in found if m.value not in ("negated", "actual")), "actual")
        return ("negated" if negations % 2 else "affirmed"), modality, found

    def _found(self, frame: Frame) -> Iterator[Modifier]:
        token = frame.trigger
        if frame.noun:
            yield from self._of_noun(token)
            if frame.verb is not None:
                yield from self._carrying(frame.verb, frame.carried)
                yield from self._above_verb(frame.verb)
            else:
                yield from self._above_noun(token)
        else:
            yield from self._of_verb(token)
            yield from self._above_verb(token)

    def _of_noun(self, noun: int) -> Iterator[Modifier]:
        """Determiners and adjectives: "no attack", "planned talks", "alleged threats"."""
        for k in self.parsed.children[noun]:
            if self.parsed.deps[k] in self.language.deps("preposition") | self.language.deps("relative_clause"):
                continue
            for word in {self.parsed.lowers[k], self.parsed.lemmas[k]}:
                if rule := self.modifiers.get("noun", word):
                    yield Modifier(tokens=(k,), value=rule.value)
                    break

    def _of_verb(self, verb: int) -> Iterator[Modifier]:
        """A verb's own words: negation, modal, adverb, and the marker of its clause."""
        for k in self.parsed.children[verb]:
            rule = self.modifiers.get("beside", self.parsed.lowers[k])
            if rule is None or self.parsed.deps[k] in self.language.deps("subject"):
                continue
            yield Modifier(tokens=(k,), value=rule.value)
        yield from self._subject(verb)

    def _subject(self, verb: int) -> Iterator[Modifier]:
        """A subject that there is none of: "nobody was hurt", "no shots were fired"."""
        parsed, deps = self.parsed, self.language.deps
        for k in parsed.children[verb]:
            if parsed.deps[k] not in deps("subject"):
                continue
            none = [k, *(d for d in parsed.children[k] if parsed.deps[d] in deps("determiner"))]
            yield from (
                Modifier(tokens=(d,), value="negated") for d in none if parsed.lowers[d] in self.modifiers.nobody
            )

    def _carrying(self, verb: int, carried: str) -> Iterator[Modifier]:
        """What the verb that carries a noun makes of it: "called off the strike", "threatened sanctions"."""
        kind = "carrier-subject" if carried in ("subj", "pass") else "carrier"
        passive = carried == "pass"
        rule = self._rule(verb, "carrier" if passive else kind)
        if rule is not None:
            yield Modifier(tokens=(verb,), value=rule.value)
        yield from self._of_verb(verb)

    def _above_noun(self, noun: int) -> Iterator[Modifier]:
        """What a noun stands under: "an end to the shelling", "threat of strikes"."""
        parsed, deps = self.parsed, self.language.deps
        head = parsed.heads[noun]
        if parsed.deps[noun] in deps("conjunct"):
            yield from self._above_noun(head)
        elif parsed.deps[head] in deps("preposition"):
            above = parsed.heads[head]
            if rule := self._rule(above, "governor"):
                yield Modifier(tokens=(above,), value=rule.value)
            if parsed.tags[above] in self.verbs:
                yield from self._of_verb(above)
                yield from self._above_verb(above)

    def _above_verb(self, verb: int, steps: int = STEPS) -> Iterator[Modifier]:
        """What the words that govern a clause make of it, one step up after another."""
        parsed, deps = self.parsed, self.language.deps
        dep, head = parsed.deps[verb], parsed.heads[verb]
        if head == verb or not steps:
            return
        marker = self._marker(verb)
        if marker is not None:
            yield marker
        if dep in deps("conjunct"):
            yield from self._above_conjunct(verb, head, steps)
        elif dep in deps("relative_clause") and parsed.tags[head] not in self.verbs:
            if parsed.tags[verb] in self.language.tags("infinitive"):  # "the rebels who shelled": nothing bears on it
                yield from self._governed(head, "governor", purpose=True)
        elif parsed.deps[head] in deps("preposition"):
            if rule := self.modifiers.get("preposition", parsed.lowers[head]):
                yield Modifier(tokens=(head,), value=rule.value)
            yield from self._governed(parsed.heads[head], "governor")
        elif dep not in deps("adverbial_clause"):
            yield from self._governed(head, "governor", steps=steps)
        elif marker is None:
            yield from self._above_adverbial(verb, head, steps)

    def _above_conjunct(self, verb: int, head: int, steps: int) -> Iterator[Modifier]:
        """What bears on the first of two joined verbs bears on the second, unless it has words of its own."""
        if not self._has_own_words(verb):
            own = self._of_verb(head)
            yield from (m for m in own if m.value != "negated" or self._shares_negation(head, verb))
        yield from self._above_verb(head, steps - 1)

    def _above_adverbial(self, verb: int, head: int, steps: int) -> Iterator[Modifier]:
        """An infinitive tells a purpose; a participle shares what bears on the verb above it, but for its negation."""
        if self._is_infinitive(verb):
            yield Modifier(tokens=(verb,), value="planned")
        else:
            yield from (m for m in self._of_verb(head) if m.value != "negated")
            yield from self._above_verb(head, steps - 1)

    def _governed(self, head: int, kind: str, purpose: bool = False, steps: int = STEPS) -> Iterator[Modifier]:
        rule = self._rule(head, kind)
        if rule is None:
            if purpose:
                yield Modifier(tokens=(head,), value="planned")
            return
        if rule.value != "stop":
            yield Modifier(tokens=(head,), value=rule.value)
        if rule.passes:  # "agreed to stop", "did not want to": what governs the governor bears on it too
            above = self._of_verb(head) if self.parsed.tags[head] in self.verbs else ()
            yield from above
            if self.parsed.tags[head] in self.verbs:
                yield from self._above_verb(head, steps - 1)

    def _rule(self, token: int, kind: str) -> Rule | None:
        return self.modifiers.get(kind, self.parsed.lemmas[token]) or self.modifiers.get(
            kind, self.parsed.lowers[token]
        )

    def _marker(self, verb: int) -> Modifier | None:
        """The conjunction that opens a clause: "if", "unless", "before"."""
        for k in self.parsed.children[verb]:
            opens = self.parsed.deps[k] in self.language.deps("marker") | self.language.deps("adverb")
            if opens and (rule := self.modifiers.get("marker", self.parsed.lowers[k])):
                return Modifier(tokens=(k,), value=rule.value)
        return None

    def _is_infinitive(self, verb: int) -> bool:
        parsed = self.parsed
        return parsed.tags[verb] in self.language.tags("infinitive") and any(
            parsed.deps[k] in self.language.deps("auxiliary") and parsed.tags[k] == "TO" for k in parsed.children[verb]
        )

    def _has_own_words(self, verb: int) -> bool:
        """Whether a conjunct has a subject or auxiliary of its own, so that the first one's words do not reach it."""
        deps = self.language.deps("subject") | self.language.deps("auxiliary")
        return any(self.parsed.deps[k] in deps for k in self.parsed.children[verb])

    def _shares_negation(self, first: int, second: int) -> bool:
        """A negation reaches over "or" and "nor", not over "but"."""
        between = self.parsed.lowers[first + 1 : second]
        return any(word in self.modifiers.alternatives for word in between)
