"""Whether an event is said to have happened: modifiers, each with what it makes of the events in its scope.

After ConText (Harkema et al. 2009) and FactBank (Saurí & Pustejovsky 2009): a modifier is some words with a value; its
scope follows the grammar. The verb's own words count, then each word that governs it, one step at a time: "refused to
free" negates *free*, "demanded that X leave" makes *leave* demanded. The nearest modifier of modality decides; every
negation counts, and two of them cancel. A word of saying lets nothing through: what a voice denies stays affirmed,
for the denial is the voice's stance. What is to be ended, or was not ended, is going on.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sayso.knowledge.factuality import Modifiers, Rule
from sayso.knowledge.language import Language
from sayso.reading.drafts import Modifier
from sayso.reading.events.frames import Frame
from sayso.reading.events.own_words import OwnWords
from sayso.reading.parsed import Parsed

STEPS = 6
"""Most steps up the tree that a modifier's scope is followed."""
OPEN = ("planned", "possible", "conditional", "demanded")


class Factuality:
    """Finds the modifiers of events in one parsed text."""

    def __init__(self, parsed: Parsed, modifiers: Modifiers, language: Language) -> None:
        self.parsed = parsed
        self.modifiers = modifiers
        self.language = language
        self.own = OwnWords(parsed, modifiers, language)
        self.verbs = language.tags("verb")
        self.finite = language.tags("finite")

    def judge(self, frame: Frame) -> tuple[str, str, tuple[Modifier, ...]]:
        """Polarity, modality, and the modifiers that decided, nearest first."""
        found = tuple({m.tokens: m for m in reversed(list(self._found(frame)))}.values())[::-1]
        negated = self._negations(found) % 2 == 1
        modalities = ["planned" if m.value == "cancelled" else m.value for m in found]
        modalities = [m for m in modalities if m not in ("negated", "actual")]
        modality = modalities[0] if modalities else "actual"
        if modality == "ended" and (negated or any(m in OPEN for m in modalities[1:2])):
            return "affirmed", "actual", found
        return ("negated" if negated else "affirmed"), modality, found

    def _negations(self, found: Sequence[Modifier]) -> int:
        """How often it is negated; "neither … nor" once."""
        alternatives = self.modifiers.alternatives | self.modifiers.nobody
        words = [self.parsed.lowers[m.tokens[0]] for m in found if m.value in ("negated", "cancelled")]
        return len(words) - max(0, sum(word in alternatives for word in words) - 1)

    def _found(self, frame: Frame) -> Iterator[Modifier]:
        token = frame.trigger
        if frame.noun:
            yield from self.own.of_noun(token)
            if frame.verb is not None:
                yield from self._carrying(frame.verb, frame.carried)
            else:
                yield from self._above_noun(token)
        else:
            yield from self.own.of_verb(token)
            yield from self._above_verb(token)

    def _carrying(self, verb: int, carried: str) -> Iterator[Modifier]:
        """What the verb that carries a noun makes of it: "called off the strike", "asked for help"."""
        if carried.startswith("prep:"):
            if self.modifiers.get("adjunct", carried.removeprefix("prep:")):
                return
            rule = self._rule(verb, "governor") or self._rule(verb, "carrier")
        else:
            rule = self._rule(verb, "carrier-subject" if carried == "subj" else "carrier")
        if rule is not None and rule.value != "stop":
            yield Modifier(tokens=(verb,), value=rule.value)
        yield from self.own.of_verb(verb)
        yield from self._above_verb(verb)

    def _above_noun(self, noun: int) -> Iterator[Modifier]:
        """What a noun stands under: "an end to the shelling", "threat of strikes"."""
        parsed, deps = self.parsed, self.language.deps
        head = parsed.heads[noun]
        if parsed.deps[noun] in deps("conjunct"):
            yield from self._above_noun(head)
        elif parsed.deps[head] in deps("preposition"):
            if self.modifiers.get("adjunct", parsed.lowers[head]):
                return  # "have not spoken since the shelling": it took place
            above = parsed.heads[head]
            rule = self._rule(above, "governor", head)
            if rule is not None and rule.value != "stop":
                yield Modifier(tokens=(above,), value=rule.value)
            if parsed.tags[above] in self.verbs:
                yield from self.own.of_verb(above)
                yield from self._above_verb(above)

    def _above_verb(self, verb: int, steps: int = STEPS) -> Iterator[Modifier]:
        """What the words that govern a clause make of it, one step up after another."""
        parsed, deps = self.parsed, self.language.deps
        dep, head = parsed.deps[verb], parsed.heads[verb]
        if head == verb or not steps:
            return
        marker = self.own.marker(verb)
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
            yield from self._governed(parsed.heads[head], "governor", beside=head)
        elif dep not in deps("adverbial_clause"):
            infinitive = dep in deps("open_complement") and self._rule(head, "infinitive") is not None
            yield from self._governed(head, "infinitive" if infinitive else "governor", steps=steps)
        elif marker is None:
            yield from self._above_adverbial(verb, head, steps)

    def _above_conjunct(self, verb: int, head: int, steps: int) -> Iterator[Modifier]:
        """What bears on the first of two joined verbs bears on the second, unless it has words of its own.

        A finite verb is never joined to an infinitive, whatever the parse says ("refused to go and threatened").
        """
        if self.parsed.tags[head] in self.language.tags("infinitive") and self.parsed.tags[verb] in self.finite:
            above = self.parsed.heads[head]
            yield from self._above_verb(above, steps - 1) if above != head else ()
            return
        if not self._has_own_words(verb):
            own = self.own.of_verb(head)
            yield from (m for m in own if m.value != "negated" or self._shares_negation(head, verb))
        yield from self._above_verb(head, steps - 1)

    def _above_adverbial(self, verb: int, head: int, steps: int) -> Iterator[Modifier]:
        """An infinitive tells a purpose; a participle shares what bears on the verb above it, but for its negation.

        To speak is done by doing what is done for it: of "marched to demand" the demand is actual.
        """
        asked = self._rule(head, "infinitive") or self._rule(head, "governor")
        if not self.own.is_infinitive(verb):
            yield from (m for m in self.own.of_verb(head) if m.value != "negated")
            yield from self._above_verb(head, steps - 1)
        elif asked is not None and asked.value == "demanded":  # "petitioned the court to free them"
            yield Modifier(tokens=(head,), value="demanded")
        elif self._rule(verb, "purpose") is None:
            yield Modifier(tokens=(verb,), value="planned")
        else:
            yield from self._above_verb(head, steps - 1)

    def _governed(
        self, head: int, kind: str, purpose: bool = False, steps: int = STEPS, beside: int | None = None
    ) -> Iterator[Modifier]:
        rule = self._rule(head, kind, beside)
        if rule is None:
            if purpose:
                yield Modifier(tokens=(head,), value="planned")
            return
        if rule.value != "stop":
            yield Modifier(tokens=(head,), value=rule.value)
        if not rule.passes:
            return
        if self.parsed.tags[head] in self.verbs:  # "agreed to stop", "did not want to"
            yield from self.own.of_verb(head)
            yield from self._above_verb(head, steps - 1)
        else:  # "no plans to"
            yield from (m for m in self.own.of_noun(head) if m.value == "negated")

    def _rule(self, token: int, kind: str, beside: int | None = None) -> Rule | None:
        """The rule of a word; with its particle, adverb or preposition where it has one ("rule out", "decide against",
        "have yet").
        """
        parsed, deps = self.parsed, self.language.deps
        others = [k for k in parsed.children[token] if parsed.deps[k] in deps("particle") | deps("adverb")]
        phrases = [f"{parsed.lemmas[token]} {parsed.lowers[k]}" for k in [*others, *([beside] if beside else [])]]
        return self.modifiers.get(kind, *phrases, parsed.lemmas[token], parsed.lowers[token])

    def _has_own_words(self, verb: int) -> bool:
        """Whether a conjunct has a subject or auxiliary of its own, so that the first one's words do not reach it."""
        deps = self.language.deps("subject") | self.language.deps("auxiliary")
        return any(self.parsed.deps[k] in deps for k in self.parsed.children[verb])

    def _shares_negation(self, first: int, second: int) -> bool:
        """A negation reaches over "or" and "nor", not over "but"."""
        between = self.parsed.lowers[first + 1 : second]
        return any(word in self.modifiers.alternatives for word in between)
