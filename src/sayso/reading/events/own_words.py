"""The words beside a verb or a noun that bear on whether it is said to have happened: negation, modal, condition."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.knowledge.factuality import Modifiers
from sayso.knowledge.language import Language
from sayso.reading.drafts import Modifier
from sayso.reading.parsed import Parsed


class OwnWords:
    """Finds them in one parsed text."""

    def __init__(self, parsed: Parsed, modifiers: Modifiers, language: Language) -> None:
        self.parsed = parsed
        self.modifiers = modifiers
        self.language = language
        self.verbs = language.tags("verb")

    def of_noun(self, noun: int) -> Iterator[Modifier]:
        """Determiners and adjectives: "no attack", "planned talks", "alleged threats"."""
        for k in self.parsed.children[noun]:
            if self.parsed.deps[k] in self.language.deps("preposition") | self.language.deps("relative_clause"):
                continue
            none = self.parsed.lowers[k] in self.modifiers.nobody
            rule = self.modifiers.get("noun", self.parsed.lowers[k], self.parsed.lemmas[k])
            if rule and (not none or self._is_none(k)):
                yield Modifier(tokens=(k,), value=rule.value)

    def of_verb(self, verb: int) -> Iterator[Modifier]:
        """A verb's negation, modal and adverbs, a subject or object that there is none of, and its condition."""
        yield from self._condition(verb)
        yield from self._beside(verb)
        yield from self._none(verb)
        if self._is_command(verb):
            yield Modifier(tokens=(verb,), value="demanded")

    def marker(self, verb: int) -> Modifier | None:
        """What opens a clause: "if", "unless", "whether"; or an auxiliary before its subject ("should it refuse")."""
        parsed, deps = self.parsed, self.language.deps
        for k in parsed.children[verb]:
            opens = parsed.deps[k] in deps("marker") | deps("adverb")
            rule = self.modifiers.get("marker", parsed.lowers[k]) if opens else None
            if rule is None and opens and not self._is_past(verb):
                rule = self.modifiers.get("marker-present", parsed.lowers[k])
            if rule is None and parsed.deps[verb] in deps("adverbial_clause") and self._precedes_subject(verb, k):
                rule = self.modifiers.get("inverted", parsed.lowers[k])
            if rule is not None:
                return Modifier(tokens=(k,), value=rule.value)
        return None

    def is_infinitive(self, verb: int) -> bool:
        """Whether a verb is an infinitive with its particle."""
        parsed = self.parsed
        return parsed.tags[verb] in self.language.tags("infinitive") and any(
            parsed.deps[k] in self.language.deps("auxiliary") and parsed.tags[k] == "TO" for k in parsed.children[verb]
        )

    def _beside(self, verb: int) -> Iterator[Modifier]:
        inverted = self.marker(verb)
        for k in self.parsed.children[verb]:
            rule = self.modifiers.get("beside", self.parsed.lowers[k])
            if rule is None or self.parsed.deps[k] in self.language.deps("subject"):
                continue
            if inverted is not None and k in inverted.tokens:
                continue
            where = "reported" if self._is_reported(verb) else "refused" if self._is_refused(verb) else "beside"
            rule = self.modifiers.get(where, self.parsed.lowers[k]) or rule
            yield Modifier(tokens=(k,), value=rule.value)

    def _condition(self, verb: int) -> Iterator[Modifier]:
        """A condition on which a deed to come depends: "will expel them *unless* …", "*if* they come, we go"."""
        parsed = self.parsed
        for k in parsed.children[verb]:
            if parsed.deps[k] not in self.language.deps("adverbial_clause"):
                continue
            marker = self.marker(k)
            if marker is None or marker.value != "conditional":
                continue
            strict = self.modifiers.get("marker-present", parsed.lowers[marker.tokens[0]]) is None
            if self._is_open(verb) or (strict and not self._is_past(verb)):
                yield marker

    def _is_open(self, verb: int) -> bool:
        """Whether the deed is still to come: an infinitive or a verb with a modal."""
        modal = any(self.modifiers.get("beside", self.parsed.lowers[k]) for k in self.parsed.children[verb])
        return modal or self.parsed.tags[verb] in self.language.tags("infinitive")

    def _none(self, verb: int) -> Iterator[Modifier]:
        """A subject or object that there is none of: "nobody was hurt", "not one was freed", "signed nothing"."""
        parsed, deps = self.parsed, self.language.deps
        for k in parsed.children[verb]:
            if parsed.deps[k] in deps("subject") | deps("object"):
                first = parsed.subtree(k)[0]
                none = [d for d in dict.fromkeys((k, first)) if self._is_none(d)]
                yield from (Modifier(tokens=(d,), value="negated") for d in none)

    def _is_none(self, token: int) -> bool:
        """Whether a word says that there is none; not in "no fewer than 12" or "No. 14"."""
        parsed = self.parsed
        if parsed.lowers[token] not in self.modifiers.nobody:
            return False
        after = token + 1
        comparative = self.language.tags("comparative")
        return after >= len(parsed) or (parsed.tags[after] not in comparative and parsed.words[after] != ".")

    def _is_command(self, verb: int) -> bool:
        """Whether a verb is an imperative: a bare infinitive that is the sentence's or a quotation's own verb."""
        parsed, deps = self.parsed, self.language.deps
        if parsed.tags[verb] not in self.language.tags("infinitive"):
            return False
        own = parsed.heads[verb] == verb or parsed.deps[verb] in deps("complement")
        return own and not any(parsed.deps[k] in deps("subject") | deps("auxiliary") for k in parsed.children[verb])

    def _is_reported(self, verb: int) -> bool:
        """Whether a past verb reports the clause."""
        parsed = self.parsed
        head = parsed.heads[verb]
        if head == verb or parsed.quotation_of[verb] != parsed.quotation_of[head]:
            return False
        return parsed.deps[verb] in self.language.deps("complement") and self._is_past(head)

    def _is_refused(self, verb: int) -> bool:
        """Whether "would not" tells a refusal in the past: in no quotation, with no condition."""
        own = [self.modifiers.get("beside", self.parsed.lowers[k]) for k in self.parsed.children[verb]]
        negated = any(rule is not None and rule.value == "negated" for rule in own) or any(self._none(verb))
        return negated and self.parsed.quotation_of[verb] < 0 and not any(self._condition(verb))

    def _is_past(self, verb: int) -> bool:
        return self.parsed.tags[verb] in self.language.tags("past")

    def _precedes_subject(self, verb: int, auxiliary: int) -> bool:
        parsed, deps = self.parsed, self.language.deps
        subjects = [k for k in parsed.children[verb] if parsed.deps[k] in deps("subject")]
        return parsed.deps[auxiliary] in deps("auxiliary") and bool(subjects) and auxiliary < subjects[0]
