"""What befell the people counted: killed, injured, detained, displaced, by the deed that they stand with."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.knowledge.language import Language
from sayso.knowledge.quantities import QuantityWords, Words
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

    def of(self, amount: Amount) -> str | None:
        """The kind of toll that an amount is; None where it is none."""
        token = amount.anchor
        if amount.kind not in ("people", None):
            return self._noun(token)
        return self._noun(token) or self._state(token, amount.end) or self._inside(token) or self._above(token)

    def _toll(self, role: str, *words: str) -> str | None:
        return self.words.tolls.get((role, words))

    def _lemma(self, token: int) -> str:
        return self.parsed.lemmas[token].lower()

    def _noun(self, token: int) -> str | None:
        """Of "40 arrests", "38 dead"."""
        return self._toll("noun", self._lemma(token)) or self._toll("noun", self.parsed.lowers[token])

    def _state(self, token: int, end: int) -> str | None:
        """Of "seven riflemen dead", "3,000 homeless", "twelve are feared dead"."""
        states = self.language.deps("state")
        head = self.parsed.heads[token]
        beside = [end, *(k for k in self.parsed.children[head] if self.parsed.deps[k] in states and k > token)]
        found = (self._toll("state", self.parsed.lowers[k]) for k in beside if k < len(self.parsed))
        return next(filter(None, found), None)

    def _inside(self, token: int) -> str | None:
        """Of a clause that hangs on the noun: "12 people killed in the blast", "nine men who lost their lives"."""
        for clause in self.parsed.children[token]:
            if self.parsed.deps[clause] in self.language.deps("relative_clause"):
                plain = self.parsed.tags[clause] in self.language.tags("participle") and not self._auxiliaries(clause)
                active = any(self.parsed.deps[k] in self.language.deps("subject") for k in self.parsed.children[clause])
                passive = self._is_passive(clause) or (plain and not active)
                kind = self._verb(clause, "object" if passive else "subject")
                if kind in LASTING:
                    return kind
        return None

    def _above(self, token: int) -> str | None:
        """Of what the noun hangs on: a deed done to it or that it undergoes, a toll, a noun for the deed."""
        for below, above in self._steps(token):
            dep = self.parsed.deps[below]
            if dep in self.language.deps("object"):
                return self._verb(above, "object")
            if dep in self.language.deps("subject"):
                return self._subject(below, above)
            if dep in self.language.deps("prepositional_object"):
                found = self._preposition(above)
                if found or self.parsed.lowers[above] not in self._carrying:
                    return found
        return None

    @property
    def _carrying(self) -> frozenset[str]:
        return self.language.words("partitive") | self.language.words("including")

    def _steps(self, token: int) -> Iterator[tuple[int, int]]:
        """Steps up the tree from a noun; past those it is joined to, and past "of" and "including"."""
        for _ in range(STEPS):
            head = self.parsed.heads[token]
            if head == token:
                return
            yield token, head
            token = head

    def _subject(self, noun: int, verb: int) -> str | None:
        passive = self.parsed.deps[noun] in self.language.deps("passive_subject") or (
            self.parsed.tags[verb] in self.language.tags("participle") and not self._auxiliaries(verb)
        )
        if kind := self._verb(verb, "object" if passive else "subject"):
            return kind
        for clause in self.parsed.children[verb]:  # "are thought to have died"
            if self.parsed.deps[clause] in self.language.deps("open_complement"):
                return self._verb(clause, "object" if self._is_passive(clause) else "subject")
        return None

    def _preposition(self, preposition: int) -> str | None:
        """Of "the arrest of 40 students", "a toll of 12", "the toll rose to 12", "the lives of two"."""
        governor = self.parsed.heads[preposition]
        if self.parsed.lowers[preposition] in self.language.words("partitive") and (kind := self._noun(governor)):
            return kind
        beside = (governor, *self.parsed.children[governor])
        return next(filter(None, (self._toll("count", self._lemma(k)) for k in beside)), None)

    def _auxiliaries(self, verb: int) -> list[int]:
        return [k for k in self.parsed.children[verb] if self.parsed.deps[k] in self.language.deps("auxiliary")]

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
            yield (self._lemma(child),)
            for below in self.parsed.children[child]:
                if self.parsed.deps[child] in self.language.deps("preposition"):
                    yield self._lemma(child), self._lemma(below)
