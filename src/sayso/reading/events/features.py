"""What the network reads of a candidate, and of a token as a party to it: named features, and words with a vector.

Names of states, persons and places are never features, so that one weighs as much as another; negation is left out of
the features of types, so that what is denied is of the same type as what is asserted.
"""

from __future__ import annotations

from collections.abc import Iterator

from sayso.knowledge.language import Language
from sayso.knowledge.triggers import Sense, Triggers
from sayso.reading.events.candidates import Candidate
from sayso.reading.events.parties import class_of
from sayso.reading.parsed import Parsed

AROUND = 14
"""Most words below the trigger whose lemmas count."""
SHORT = {"verb": "v", "noun": "n", "adjective": "a"}


class Features:
    """Reads one parsed text."""

    def __init__(self, parsed: Parsed, triggers: Triggers, language: Language) -> None:
        self.parsed = parsed
        self.language = language
        self.triggers = triggers
        self.proper = language.tags("proper") | language.tags("number")
        self._classes: dict[int, str] = {}

    def class_of(self, token: int) -> str:
        """The class of a token as the head of a phrase."""
        if token not in self._classes:
            self._classes[token] = class_of(self.parsed, token, self.language)
        return self._classes[token]

    def word(self, token: int) -> str:
        """A token's lemma, or for a name its class."""
        return "*" if self.parsed.tags[token] in self.proper else self.parsed.lemmas[token]

    def vectors(self, candidate: Candidate) -> tuple[str, str, str]:
        """The three words whose vectors are read: the trigger, what it is about, and what governs it."""
        parsed, frame = self.parsed, candidate.frame
        about = (
            frame.first("obj", "subj-pass", "prep:of", "subj-pass~acl")
            if not frame.noun
            else frame.first("mod", "prep:of")
        )
        governor = frame.verb if frame.noun else self._governor(frame.trigger)
        return (
            parsed.lemmas[frame.trigger],
            "" if about is None or parsed.tags[about] in self.proper else parsed.lemmas[about],
            "" if governor is None else parsed.lemmas[governor],
        )

    def _governor(self, token: int) -> int | None:
        head = self.parsed.heads[token]
        return None if head == token else head

    def of_type(self, candidate: Candidate) -> list[str]:
        """The features that tell the type and mode of a candidate, or that it is no event."""
        return list(self._of_type(candidate))

    def _of_type(self, candidate: Candidate) -> Iterator[str]:
        parsed, frame = self.parsed, candidate.frame
        i = frame.trigger
        lemma, part = self.word(i), "n" if frame.noun else "v"
        yield f"l={lemma}/{part}"
        yield f"t={parsed.tags[i]}"
        yield f"d={parsed.deps[i]}"
        if len(candidate.tokens) > 1:
            yield "m=" + " ".join(parsed.lemmas[k] for k in candidate.tokens)
        yield from senses_as_features("s", candidate.senses)
        if not candidate.senses:
            yield f"s=?/{part}"
        yield from self._of_slots(candidate, lemma)
        yield from self._of_carrier(candidate)
        yield from self._of_governor(candidate)
        yield from self._of_below(candidate)

    def _of_slots(self, candidate: Candidate, lemma: str) -> Iterator[str]:
        seen: set[str] = set()
        for slot, token in candidate.frame.slots:
            plain = slot.split("~")[0]
            word = self.word(token)
            for feature in (f"f={plain}", f"f={plain}:{self.class_of(token)}", f"o={plain}:{word}"):
                if feature not in seen:
                    seen.add(feature)
                    yield feature
            if plain in ("obj", "subj-pass", "lv.obj", "prep:of", "mod") and word != "*":
                yield f"lo={lemma}+{word}"
                yield from senses_as_features("so", self._senses_of(word))
            if plain.startswith("prep:") and plain.count(":") == 1 and "." not in plain:
                yield f"lp={lemma}+{plain[5:]}"
        if not any(slot.startswith("subj") or slot in ("by", "poss") for slot, _ in candidate.frame.slots):
            yield "no-actor"
        if not candidate.frame.slots:
            yield "alone"

    def _senses_of(self, word: str) -> tuple[Sense, ...]:
        return self.triggers.get(("noun", (word,)), ())

    def _of_carrier(self, candidate: Candidate) -> Iterator[str]:
        frame = candidate.frame
        if not frame.noun:
            return
        yield f"c={frame.carried}"
        for k in self.parsed.children[frame.trigger]:
            if self.parsed.deps[k] in self.language.deps("determiner") and self.parsed.lowers[
                k
            ] not in self.language.words("nobody"):
                yield f"det={self.parsed.lowers[k]}"
        if frame.verb is not None:
            verb = self.parsed.lemmas[frame.verb]
            yield f"cv={frame.carried}:{verb}"
            yield f"cl={verb}+{self.word(frame.trigger)}"
            yield from senses_as_features("cs:" + frame.carried, self.triggers.get(("verb", (verb,)), ()))

    def _of_governor(self, candidate: Candidate) -> Iterator[str]:
        top = candidate.frame.verb if candidate.frame.noun else candidate.head
        if top is None:
            top = candidate.head
        head = self._governor(top)
        if head is None:
            yield "root"
            return
        dep = self.parsed.deps[top]
        yield f"g={dep}"
        yield f"gl={dep}:{self.word(head)}"
        for sense in self.triggers.get(("verb", (self.parsed.lemmas[head],)), ()):
            if not sense.objects:
                yield f"gs={dep}:{sense.type}"

    def _of_below(self, candidate: Candidate) -> Iterator[str]:
        """The words below the trigger, which tell the mode: "tear gas", "warplanes", "prisoners"."""
        parsed = self.parsed
        top = candidate.frame.verb if candidate.frame.noun and candidate.frame.verb is not None else candidate.head
        near = sorted(parsed.subtree(top), key=lambda k: abs(k - candidate.head))[:AROUND]
        small = self.language.words("negations") | self.language.words("articles")
        for k in near:
            word = self.word(k)
            if word != "*" and word.isalpha() and parsed.lowers[k] not in small and parsed.tags[k] != "MD":
                yield f"w={word}"

    def of_party(self, candidate: Candidate, slot: str, token: int, type_: str, passive: bool) -> list[str]:
        """The features that tell whether a token is an actor or a recipient of an event of a type."""
        kind = self.class_of(token)
        plain, _, how = slot.partition("~")
        frame = candidate.frame
        part = "n" if frame.noun else "v"
        out = [
            f"slot={plain}",
            f"slot={plain}/{part}/{type_}",
            f"slot={plain}~{how}",
            f"kind={kind}",
            f"slot={plain}:{kind}",
            f"slot={plain}:{kind}/{type_}",
            f"slot={plain}+{self.word(frame.trigger)}",
            f"type={type_}",
            f"passive={passive}/{plain}",
        ]
        if kind in ("noun", "group", "role", "organisation", "document"):
            out += [f"word={self.word(token)}", f"word={self.word(token)}/{plain[:4]}"]
        if frame.noun:
            out += [f"carried={frame.carried.split(':')[0]}/{plain}"]
            if frame.verb is not None:
                out.append(f"cv={self.parsed.lemmas[frame.verb]}/{plain}")
        names = {s.split("~")[0] for s, _ in frame.slots}
        for other in ("subj", "obj", "by", "subj-pass", "dat", "poss", "lv.subj", "prep:with", "prep:against"):
            if other in names and other != plain:
                out.append(f"beside={other}/{plain}/{type_}")
        out.append(f"many={sum(s == slot for s, _ in frame.slots) > 1}/{plain}/{type_}")
        return out


def senses_as_features(name: str, senses: tuple[Sense, ...]) -> Iterator[str]:
    """What the lexicon says, as features."""
    for sense in senses:
        yield f"{name}={sense.type}"
        if sense.mode:
            yield f"{name}={sense.type} {sense.mode}"
        if sense.objects:
            yield f"{name}!={sense.type}"


SAID = {
    "l": "the word {}",
    "m": "the words {}",
    "s": "the lexicon of triggers: {}",
    "s!": "the lexicon of triggers, by its object: {}",
    "lo": "the words {}",
    "lp": "the words {}",
    "so": "an object that the lexicon has as {}",
    "cv": "carried as {}",
    "cl": "the words {}",
    "o": "a word beside it: {}",
    "w": "a word near it: {}",
    "f": "what stands beside it: {}",
    "g": "how it is governed: {}",
    "gl": "governed by {}",
    "gs": "governed by a word that the lexicon has as {}",
    "c": "how its verb carries it: {}",
    "det": "its article: {}",
    "d": "its place in the sentence: {}",
    "t": "its form: {}",
}
"""What a feature says, by its name."""


def in_words(feature: str) -> str:
    """A feature as a person can read it.

    >>> in_words("lo=fire+missile")
    'the words fire missile'
    """
    name, _, value = feature.partition("=")
    if name.startswith("cs:"):
        return f"its verb, which the lexicon has as {value}"
    plain = value.replace("+", " ").replace("prep:", "").replace("/v", " (verb)").replace("/n", " (noun)")
    return SAID.get(name, feature).format(plain) if value else feature
