"""What befell the people counted: killed, injured, detained, displaced, by the deed that they stand with."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.knowledge.language import Language
from sayso.knowledge.quantities import QuantityWords, Words
from sayso.reading.drafts import EventDraft
from sayso.reading.parsed import Parsed
from sayso.reading.quantities.counted import Amount

STEPS = 6
"""Most steps up from a counted noun to the deed."""
LASTING = ("killed", "injured")
"""What people remain: those "who had been detained" may walk free in the main clause, and that is told of them then."""


class Tolls:
    """Finds the tolls of one parsed text."""

    def __init__(self, parsed: Parsed, words: QuantityWords, language: Language) -> None:
        self.parsed = parsed
        self.words = words
        self.language = language

    def of(self, amount: Amount, event: EventDraft | None) -> str | None:
        """The kind of toll that an amount of an event is; None where it is none."""
        token = amount.anchor
        if amount.kind not in ("people", None):
            return self._noun(token)
        return (
            self._noun(token)
            or self._those(amount.end - 1)
            or self._above(token)
            or self._state(token, amount.end)
            or self._inside(token)
            or self._recipient(amount, event)
            or self._behind(amount.range.first - 1)
        )

    def _toll(self, role: str, *words: str) -> str | None:
        return self.words.tolls.get((role, words))

    def _lemma(self, token: int) -> str:
        return self.parsed.lemmas[token].lower()

    def _noun(self, token: int) -> str | None:
        """Of "40 arrests", "38 dead"."""
        return self._toll("noun", self._lemma(token)) or self._toll("noun", self.parsed.lowers[token])

    def _state(self, token: int, end: int) -> str | None:
        """Of "seven riflemen dead", "3,000 homeless", "twelve are feared dead", "forty remain in custody"."""
        head = self.parsed.heads[token]
        beside = [end, *(k for k in self.parsed.children[head] if k > token and self._is_state(k))]
        found = (self._named_state(k) for k in beside if k < len(self.parsed))
        return next(filter(None, found), None)

    def _is_state(self, token: int) -> bool:
        return self.parsed.deps[token] in self.language.deps("state") | self.language.deps("preposition")

    def _named_state(self, token: int) -> str | None:
        word = self.parsed.lowers[token]
        if self.parsed.tags[token] in self.language.tags("past") - self.language.tags("participle"):
            return None
        below = self.parsed.child(token, tuple(self.language.deps("prepositional_object")))
        return self._toll("state", word) or (self._toll("state", word, self._lemma(below)) if below else None)

    def _those(self, token: int) -> str | None:
        """Of "two of those arrested"."""
        return self._clause(token) if self.parsed.lowers[token] in self.language.words("those") else None

    def _inside(self, token: int) -> str | None:
        """Of a clause that hangs on the noun: "12 people killed in the blast", "nine men who lost their lives"."""
        kind = self._clause(token)
        return kind if kind in LASTING else None

    def _clause(self, token: int) -> str | None:
        for clause in self.parsed.children[token]:
            if self.parsed.deps[clause] in self.language.deps("relative_clause"):
                active = any(self.parsed.deps[k] in self.language.deps("subject") for k in self.parsed.children[clause])
                passive = self._is_passive(clause) or (self._is_bare_participle(clause) and not active)
                if kind := self._verb(clause, "object" if passive else "subject") or self._complement(clause):
                    return kind
        return None

    def _above(self, token: int) -> str | None:
        """Of what the noun hangs on: a deed done to it or that it undergoes, a toll, a noun for the deed.

        What a noun is joined to or explains ("and", apposition) and what "of" or "including" hang on stand for it.
        """
        deps = self.language.deps
        for _ in range(STEPS):
            dep, head = self.parsed.deps[token], self.parsed.heads[token]
            if dep in deps("object"):
                return self._object(head)
            if dep in deps("subject") | deps("attribute"):
                return self._subject(token, head)
            if dep in deps("prepositional_object"):
                found = self._preposition(head)
                if found or self.parsed.lowers[head] not in self._carrying:
                    return found
            elif dep not in deps("conjunct") | deps("apposition") | deps("preposition") or head == token:
                return None
            token = head
        return None

    @property
    def _carrying(self) -> frozenset[str]:
        return self.language.words("partitive") | self.language.words("including")

    def _object(self, verb: int) -> str | None:
        return self._verb(verb, "object") or self._complement(verb) or self._included(verb)

    def _subject(self, noun: int, verb: int) -> str | None:
        passive = self.parsed.deps[noun] in self.language.deps("passive_subject") or self._is_passive(verb)
        passive = passive or self._is_bare_participle(verb)
        own = self._verb(verb, "object" if passive else "subject")
        return own or self._complement(verb) or self._included(verb)

    def _complement(self, verb: int) -> str | None:
        """Of the infinitive after a verb: "are thought to have died", "forced 2,000 people to flee"."""
        for clause in self.parsed.children[verb]:
            if self.parsed.deps[clause] in self.language.deps("open_complement"):
                passive = self._is_passive(clause) or self._is_bare_participle(clause)
                return self._verb(clause, "object" if passive else "subject")
        return None

    def _included(self, verb: int) -> str | None:
        """Of "the dead included two boys", "among the wounded were two boys"."""
        if self._lemma(verb) not in self.language.words("included"):
            return None
        for child in self.parsed.children[verb]:
            inside = self.parsed.children[child] if self.parsed.lowers[child] in self._carrying else (child,)
            if kind := next(filter(None, map(self._noun, inside)), None):
                return kind
        return None

    def _preposition(self, preposition: int) -> str | None:
        """Of "the arrest of 40 students", "a toll of 12", "the toll rose to 12", "the lives of two"."""
        governor = self.parsed.heads[preposition]
        if self.parsed.lowers[preposition] in self.language.words("partitive") and (kind := self._noun(governor)):
            return kind
        beside = (governor, *self.parsed.children[governor])
        return next(filter(None, (self._toll("count", self._lemma(k)) for k in beside)), None)

    def _recipient(self, amount: Amount, event: EventDraft | None) -> str | None:
        """Of an event whose type says what became of its recipients."""
        if event is None or not any(amount.anchor in tokens for tokens in event.recipients):
            return None
        return self._toll("event", event.type, event.mode or "")

    def _behind(self, before: int) -> str | None:
        """Of a deed right before the number, whose object the parse has lost: "killing at least five people, ..."."""
        is_verb = before >= 0 and self.parsed.tags[before] in self.language.tags("verb")
        return self._verb(before, "object") if is_verb else None

    def _is_bare_participle(self, verb: int) -> bool:
        """Whether a verb is a participle without auxiliary: "12 killed, 30 injured"."""
        bare = all(self.parsed.deps[k] not in self.language.deps("auxiliary") for k in self.parsed.children[verb])
        return bare and self.parsed.tags[verb] in self.language.tags("participle")

    def _is_passive(self, verb: int) -> bool:
        return self.parsed.child(verb, tuple(self.language.deps("passive_auxiliary"))) is not None

    def _verb(self, verb: int, role: str) -> str | None:
        """The toll of a verb, alone or with what stands with it: "shot dead", "hacked to death", "lost their lives"."""
        forms = (self._lemma(verb), self.parsed.lowers[verb])
        for words in self._companions(verb):
            for form in (*forms, "*"):
                if kind := self._toll(role, form, *words):
                    return kind
        return next(filter(None, (self._toll(role, form) for form in forms)), None)

    def _companions(self, verb: int) -> Iterator[Words]:
        for child in self.parsed.children[verb]:
            if self.parsed.deps[child] in self.language.deps("preposition"):
                for below in self.parsed.children[child]:
                    yield self._lemma(child), self._lemma(below)
            yield (self._lemma(child),)
