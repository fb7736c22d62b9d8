"""What stands around an event: the event in whose argument it stands, and what its sentence is about."""

from __future__ import annotations

from collections.abc import Collection

from sayso.knowledge.contexts import Contexts
from sayso.knowledge.language import Language
from sayso.reading.events.frames import Frame
from sayso.reading.parsed import Parsed

STEPS = 10
"""Most steps up the tree to the event that another stands in."""


def outer_event(parsed: Parsed, trigger: int, triggers: Collection[int], language: Language) -> int | None:
    """The trigger in whose argument another stands: of "agreed to free" *agreed* for *free*.

    What a subject, a relative clause or an adverbial clause tells stands in no argument of the verb above it.
    """
    token = trigger
    for _ in range(STEPS):
        dep, head = parsed.deps[token], parsed.heads[token]
        if head == token or _is_apart(parsed, token, dep, language):
            return None
        if head in triggers and dep not in language.deps("conjunct"):
            return head
        token = head
    return None


def is_background(parsed: Parsed, frame: Frame, language: Language) -> bool:
    """Whether an event is told in passing: in a relative or adverbial clause, or by a noun that no verb carries as
    its own.
    """
    deps = language.deps
    token = frame.trigger
    if frame.noun:
        if frame.verb is None or frame.carried.startswith("prep:"):
            return True
        token = frame.verb
    for _ in range(STEPS):
        dep, head = parsed.deps[token], parsed.heads[token]
        if head == token:
            return False
        if dep in deps("adverbial_clause") | deps("apposition"):
            return True
        if dep in deps("relative_clause") and parsed.tags[token] not in language.tags("infinitive"):
            return True
        token = head
    return False


def _is_apart(parsed: Parsed, token: int, dep: str, language: Language) -> bool:
    deps = language.deps
    if dep in deps("relative_clause"):  # but "a threat to bomb", "plans to withdraw"
        return parsed.tags[token] not in language.tags("infinitive")
    apart = (
        deps("subject") - deps("passive_subject") | deps("adverbial_clause") | deps("apposition") | deps("possessive")
    )
    return dep in apart


class Topics:
    """Finds the contexts of sentences in one parsed text; each sentence is looked at once."""

    def __init__(self, parsed: Parsed, terms: Contexts) -> None:
        self.parsed = parsed
        self.terms = terms
        self._known: dict[int, tuple[str, ...]] = {}

    def of(self, token: int) -> tuple[str, ...]:
        """The contexts of the sentence that a token stands in, in alphabetical order."""
        sentence = self.parsed.sentence_of[token]
        if sentence not in self._known:
            self._known[sentence] = tuple(sorted(self._in_sentence(token, sentence)))
        return self._known[sentence]

    def _in_sentence(self, token: int, sentence: int) -> set[str]:
        first = last = token
        while first > 0 and self.parsed.sentence_of[first - 1] == sentence:
            first -= 1
        while last + 1 < len(self.parsed) and self.parsed.sentence_of[last + 1] == sentence:
            last += 1
        lemmas = [lemma.lower() for lemma in self.parsed.lemmas[first : last + 1]]
        return {
            context
            for n, lemma in enumerate(lemmas)
            for words, context in self.terms.get(lemma, ())
            if tuple(lemmas[n : n + len(words)]) == words
        }
