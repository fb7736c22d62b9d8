"""What the name of a place stands for where it stands: the place, its government or people, or part of another name."""

from __future__ import annotations

from sayso.knowledge.gazetteer.entry import Entry
from sayso.knowledge.language import Language
from sayso.reading.parsed import Parsed
from sayso.reading.phrases import kind_of_institution, term_ending
from sayso.reading.places.toponyms import Toponym

ALLIANCES = frozenset({"sayso:european-union"})


def use_of(
    parsed: Parsed, toponym: Toponym, entry: Entry, language: Language, capitals: frozenset[int] = frozenset()
) -> str:
    """``literal``, ``metonym``, ``demonym`` or ``part``, of a toponym that means a place.

    Args:
        parsed: the text.
        toponym: the phrase.
        entry: the place it means.
        language: the word lists.
        capitals: the tokens of names of capitals.
    """
    if not toponym.tokens:
        return "literal"
    if any(m.entry.id == entry.id and m.form == "demonym" for m in toponym.matches):
        return "demonym"
    if entry.id in ALLIANCES:
        return "metonym"
    top = parsed.head_of(toponym.tokens)
    if _in_a_name(parsed, toponym, top, language):
        return "part"
    if top in capitals and _beside_a_capital(parsed, top, capitals, language):
        return "metonym"
    governs = entry.kind == "country" or top in capitals
    return "metonym" if _acts(parsed, _first_conjunct(parsed, top, language), entry, governs, language) else "literal"


def _in_a_name(parsed: Parsed, toponym: Toponym, top: int, language: Language) -> bool:
    """Whether the toponym is part of a longer name: of an institution before or after it."""
    last, head = toponym.tokens[-1], parsed.heads[top]
    after = last + 1 if last + 1 < len(parsed) else last
    proper, place_nouns = language.tags("proper"), language.place_nouns
    modifies = parsed.deps[top] in language.deps("compound") | language.deps("modifier") and head > last
    if modifies and parsed.tags[after] in proper and parsed.words[after][0].isupper():
        return (parsed.lowers[head],) not in place_nouns
    owner = parsed.heads[head]
    named = parsed.words[owner][0].isupper() and kind_of_institution(parsed, owner, language) is not None
    return (
        parsed.deps[top] in language.deps("prepositional_object")
        and parsed.lemmas[head] in language.words("genitive")
        and named
    )


def _beside_a_capital(parsed: Parsed, top: int, capitals: frozenset[int], language: Language) -> bool:
    """Whether "and" ties two capitals together where nobody can be: without a preposition they are governments."""
    conjunct = language.deps("conjunct")
    first = _first_conjunct(parsed, top, language)
    tied = {first, *(k for k in parsed.children[first] if parsed.deps[k] in conjunct)} & capitals
    return len(tied) > 1 and parsed.deps[first] not in language.deps("prepositional_object")


def _first_conjunct(parsed: Parsed, token: int, language: Language) -> int:
    """The first of the names that "and" ties together: what it does they all do."""
    while parsed.deps[token] in language.deps("conjunct") and parsed.heads[token] != token:
        token = parsed.heads[token]
    return token


def _acts(parsed: Parsed, top: int, entry: Entry, governs: bool, language: Language) -> bool:
    """Whether the grammar makes the place someone who acts, speaks, or is dealt with."""
    relation, head = parsed.deps[top], parsed.heads[top]
    if relation in language.deps("subject") - language.deps("passive_subject"):
        cue = language.cues.get((parsed.lemmas[head],))
        speaks = cue is not None and cue.sense in ("say", "believe", "ask")
        return speaks or (governs and parsed.lemmas[head] not in language.words("copula"))
    wide = entry.kind in ("country", "region")
    if not governs and not wide:
        return False
    if relation in language.deps("prepositional_object"):
        return _dealt_with(parsed, head, wide, language)
    if not wide:
        return False
    if relation in language.deps("object"):
        return parsed.lemmas[head] not in language.words("place_verbs")
    modifies = relation in language.deps("possessive") | language.deps("compound") | language.deps("modifier")
    return modifies and not _is_of_a_place(parsed, head, language)


def _dealt_with(parsed: Parsed, preposition: int, wide: bool, language: Language) -> bool:
    """Whether a preposition makes its object a party ("with Iran", "by Iran", "the plots of Iran")."""
    owner, lemma = parsed.heads[preposition], parsed.lemmas[preposition]
    if lemma in language.words("between_parties") or parsed.deps[preposition] in language.deps("agent"):
        return not _is_of_a_place(parsed, owner, language)
    return wide and lemma in language.words("genitive") and not _is_of_a_place(parsed, owner, language)


def _is_of_a_place(parsed: Parsed, noun: int, language: Language) -> bool:
    """Whether a noun is itself a place or a part of one ("the north of", "the border with")."""
    words = language.words("place_parts") | language.words("directions")
    return parsed.lemmas[noun] in words or term_ending(parsed, noun, language.place_nouns) is not None
