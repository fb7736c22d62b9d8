"""Words that may tell of an event: every verb but auxiliaries, and the nouns and adjectives of the lexicon of
triggers.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sayso.knowledge.language import Language
from sayso.knowledge.triggers import Sense, Triggers
from sayso.reading.drafts import Tokens
from sayso.reading.events.frames import Frame, Grammar
from sayso.reading.parsed import Parsed

LONGEST = 4
"""Most words that a trigger of the lexicon has."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A word that may be a trigger, before anything decides."""

    tokens: Tokens
    """The words of the trigger: of a term of the lexicon all of them."""
    frame: Frame
    senses: tuple[Sense, ...]
    """What the lexicon says it can mean here; objects that it asks for are there."""

    @property
    def head(self) -> int:
        """The word that is the trigger's grammatical head."""
        return self.frame.trigger


def find_candidates(parsed: Parsed, grammar: Grammar, triggers: Triggers, language: Language) -> Iterator[Candidate]:
    """All candidates of a text, in its order."""
    found = list(_find(parsed, grammar, triggers, language))
    inside = {token for c in found for token in c.tokens if token != c.head}  # of "bombing campaign" no "bombing"
    yield from (c for c in found if c.head not in inside)


def _find(parsed: Parsed, grammar: Grammar, triggers: Triggers, language: Language) -> Iterator[Candidate]:
    taken: set[int] = set()
    for i, tag in enumerate(parsed.tags):
        if i in taken:
            continue
        part = _part(parsed, i, tag, language)
        if part is None:
            continue
        tokens, senses = _look_up(parsed, i, part, triggers)
        if part != "verb" and not senses:
            continue
        frame = grammar.frame(i)
        taken.update(tokens)
        fitting = tuple(s for s in senses if not s.objects or _has_object(parsed, frame, s))
        yield Candidate(tokens=tokens, frame=frame, senses=fitting)


def _part(parsed: Parsed, i: int, tag: str, language: Language) -> str | None:
    if tag in language.tags("verb"):
        auxiliary = parsed.deps[i] in language.deps("auxiliary") or parsed.lemmas[i] in language.words("copula")
        return None if auxiliary else "verb"
    if tag in language.tags("noun"):
        return "noun"
    return "adjective" if tag in language.tags("adjective") else None


def _look_up(parsed: Parsed, i: int, part: str, triggers: Triggers) -> tuple[Tokens, tuple[Sense, ...]]:
    """The longest term of the lexicon with a token as head: a verb begins its term, a noun ends it."""
    lemmas = parsed.lemmas
    for length in range(LONGEST, 0, -1):
        first, end = (i, i + length) if part == "verb" else (i - length + 1, i + 1)
        if first < 0 or end > len(parsed):
            continue
        words = lemmas[first:end]
        for shape in {words, parsed.lowers[first:end]}:
            if senses := triggers.get((part, shape)):
                return tuple(range(first, end)), senses
    if part == "verb":
        return _split(parsed, i, triggers)
    return (i,), ()


def _split(parsed: Parsed, verb: int, triggers: Triggers) -> tuple[Tokens, tuple[Sense, ...]]:
    """A verb whose particle or preposition stands further on ("called the visit off")."""
    for k in parsed.children[verb]:
        if parsed.deps[k] in ("prt", "prep") and (
            senses := triggers.get(("verb", (parsed.lemmas[verb], parsed.lowers[k])))
        ):
            return (verb,), senses
    return (verb,), ()


def _has_object(parsed: Parsed, frame: Frame, sense: Sense) -> bool:
    """Whether one of the words that a sense asks for is the trigger's object, or the noun that a passive is about."""
    for slot, token in frame.slots:
        if slot in ("obj", "dat") or slot.startswith("subj-pass") or slot == "prep:of":
            lemma = parsed.lemmas[token]
            if (lemma,) in sense.objects or (token and (parsed.lemmas[token - 1], lemma) in sense.objects):
                return True
    return False
