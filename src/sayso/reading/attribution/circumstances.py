"""To whom, by what medium, and when something was said: phrases that hang on the cue."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from sayso.knowledge.language import Language
from sayso.reading.drafts import Draft, Tokens
from sayso.reading.parsed import Parsed
from sayso.reading.phrases import kind_of_institution, phrase, role_ending


def find_circumstances(parsed: Parsed, draft: Draft, language: Language) -> Draft:
    """The draft with addressee, channel and the words for the time of saying; no other role keeps their words."""
    verb = parsed.head_of(draft.cue)
    when = _times(parsed, draft, verb, language)
    kept = frozenset(draft.source) | frozenset(draft.content) - when
    addressee = set(_hearers(parsed, draft, verb, language))
    channel: set[int] = set()
    for found in (*_phrases_on(parsed, verb, language), *_phrases_between(parsed, draft, verb, language)):
        if _noun(parsed, found, language) in kept or not is_occasion(parsed, found, language):
            continue
        tokens = tuple(i for i in found if i not in kept)
        channel.update(_without_preposition(parsed, tokens, language))
        addressee.update(i for i in _hearer_in(parsed, tokens, language) if i not in kept)
        when.update(i for i in _time_in(parsed, tokens, language) if i not in kept)
    channel = _cut(parsed, channel - addressee, when, language)
    used = channel | when | (addressee - set(draft.content))
    return replace(
        draft,
        source=_less(parsed, draft.source, when, language),
        cue=_less(parsed, draft.cue, used, language) or draft.cue,
        content=_less(parsed, draft.content, when, language) or draft.content,
        addressee=tuple(sorted(addressee)),
        channel=tuple(sorted(channel)),
        when=tuple(sorted(when)),
    )


def _times(parsed: Parsed, draft: Draft, verb: int, language: Language) -> set[int]:
    """The words for when it was said: phrases of time on the cue, unless they stand inside the content."""
    out: set[int] = set()
    inside = frozenset(draft.content)
    for found in (*_phrases_on(parsed, verb, language), *_phrases_between(parsed, draft, verb, language)):
        opens = bool(draft.content) and set(found[:1]) == set(draft.content[:1])
        if is_time(parsed, found, language) and (opens or not inside.intersection(found)):
            out.update(_without_preposition(parsed, found, language))
    return out


def _hearers(parsed: Parsed, draft: Draft, verb: int, language: Language) -> Iterator[int]:
    """Those who were told: they may stand at the head of the content too ("urged | the families to leave")."""
    telling = parsed.lemmas[verb] in language.words("telling")
    passive = parsed.child(verb, tuple(language.deps("passive_subject")))
    if telling and passive is not None and passive not in draft.source:
        yield from (i for i in phrase(parsed, passive, language) if i not in draft.source)
        return
    for found in [*_phrases_on(parsed, verb, language), *_asked(parsed, verb, language)]:
        noun = _noun(parsed, found, language)
        if noun in draft.source or is_time(parsed, found, language) or is_occasion(parsed, found, language):
            continue
        opens = bool(set(draft.content[:2]).intersection(found))
        if hears(parsed, verb, found, language) and (opens or noun not in draft.content):
            yield from _without_preposition(parsed, found, language)
            return


def _asked(parsed: Parsed, verb: int, language: Language) -> Iterator[Tokens]:
    """Whoever is asked to do something, where the parser makes them the subject of what they should do."""
    for clause in parsed.children[verb]:
        if parsed.deps[clause] in language.deps("clause") and parsed.tags[clause] in language.tags("infinitive"):
            subject = parsed.child(clause, tuple(language.deps("subject")))
            if subject is not None:
                yield phrase(parsed, subject, language)


def is_time(parsed: Parsed, tokens: Tokens, language: Language) -> bool:
    """Whether a phrase says when: its head is a weekday, a month, a word such as "earlier", or a date."""
    head = _noun(parsed, tokens, language)
    word = parsed.lowers[head]
    named = any(word in language.words(kind) for kind in ("weekdays", "months", "times"))
    return named or (
        parsed.entities[head] in language.entities("date") and parsed.tags[head] not in language.tags("verb")
    )


def is_occasion(parsed: Parsed, tokens: Tokens, language: Language) -> bool:
    """Whether a phrase names a medium or an occasion ("in a statement", "on state TV", "told a briefing")."""
    head = _noun(parsed, tokens, language)
    kind = kind_of_institution(parsed, head, language)
    top = parsed.head_of(tokens)
    if parsed.deps[top] in language.deps("object"):
        return kind == "occasion"
    if parsed.deps[top] in language.deps("preposition") and parsed.lowers[top] in language.words("intermediary"):
        return True
    return kind in ("document", "occasion") or (
        kind == "media" and parsed.lowers[tokens[0]] in language.words("medium")
    )


def hears(parsed: Parsed, verb: int, tokens: Tokens, language: Language) -> bool:
    """Whether a phrase names who was told: the object of a verb of telling, or "to" and a noun."""
    top = parsed.head_of(tokens)
    if parsed.deps[top] not in language.deps("preposition"):
        if parsed.lemmas[verb] in language.words("telling_persons"):
            return is_someone(parsed, top, language)
        return parsed.lemmas[verb] in language.words("telling")
    word = parsed.lowers[top]
    return word in language.words("to") or f"{parsed.lemmas[verb]} {word}" in language.words("hearing")


def is_someone(parsed: Parsed, noun: int, language: Language) -> bool:
    """Whether a noun names someone who can listen: a person, an institution, a name, a pronoun."""
    named = parsed.tags[noun] in language.tags("proper") | language.tags("pronoun")
    institution = kind_of_institution(parsed, noun, language) in ("organisation", "metonym", "media")
    return named or institution or role_ending(parsed, noun, language) is not None


def _phrases_on(parsed: Parsed, verb: int, language: Language) -> Iterator[Tokens]:
    """Objects, prepositional phrases and adverbials of a verb, each as a whole subtree, clauses apart."""
    wanted = language.deps("object") | language.deps("preposition") | language.deps("time") | language.deps("adverb")
    for child in parsed.children[verb]:
        if parsed.deps[child] in wanted:
            yield phrase(parsed, child, language)


def _phrases_between(parsed: Parsed, draft: Draft, verb: int, language: Language) -> Iterator[Tokens]:
    """Phrases beside the cue that are in no role, where the parser hung them elsewhere ("said on Monday it …")."""
    first, end = parsed.sentences[parsed.sentence_of[verb]]
    taken = {*draft.source, *draft.content}
    low = next((i + 1 for i in range(verb - 1, first - 1, -1) if i in taken), verb)
    high = next((i for i in range(verb + 1, end) if i in taken), verb)
    gap = frozenset(range(low, high)) - {verb}
    wanted = language.deps("preposition") | language.deps("time")
    for i in sorted(gap):
        if parsed.deps[i] in wanted and parsed.heads[i] not in gap and parsed.heads[i] != verb:
            yield tuple(k for k in phrase(parsed, i, language) if k in gap)


def _noun(parsed: Parsed, tokens: Tokens, language: Language) -> int:
    """The noun of a phrase: below its preposition where it has one."""
    top = parsed.head_of(tokens)
    while parsed.deps[top] in language.deps("preposition"):
        below = [k for k in parsed.children[top] if k in tokens]
        if not below:
            break
        top = below[0]
    return top


def _without_preposition(parsed: Parsed, tokens: Tokens, language: Language) -> Tokens:
    top = parsed.head_of(tokens)
    if parsed.deps[top] not in language.deps("preposition"):
        return tokens
    noun = _noun(parsed, tokens, language)
    return tuple(i for i in phrase(parsed, noun, language) if i in tokens)


def _hearer_in(parsed: Parsed, tokens: Tokens, language: Language) -> Tokens:
    """Who hears, inside an occasion: "in an interview with the BBC", "in a letter to parliament"."""
    for child in parsed.children[_noun(parsed, tokens, language)]:
        if parsed.deps[child] in language.deps("preposition") and parsed.lowers[child] in language.words("to"):
            return _without_preposition(parsed, phrase(parsed, child, language), language)
    return ()


def _time_in(parsed: Parsed, tokens: Tokens, language: Language) -> Tokens:
    """When an occasion was: "in a statement on Tuesday"."""
    for child in parsed.children[_noun(parsed, tokens, language)]:
        inside = phrase(parsed, child, language)
        if parsed.deps[child] in language.deps("preposition") | language.deps("time") and is_time(
            parsed, inside, language
        ):
            return _without_preposition(parsed, inside, language)
    return ()


def _less(parsed: Parsed, tokens: Tokens, others: set[int], language: Language) -> Tokens:
    return tuple(sorted(_cut(parsed, set(tokens), others, language)))


def _cut(parsed: Parsed, tokens: set[int], others: set[int], language: Language) -> set[int]:
    """A phrase without the words of other phrases inside it, and without the prepositions that tie them to it."""
    return {i for i in tokens - others if not _ties(parsed, i, others, language)}


def _ties(parsed: Parsed, token: int, used: set[int], language: Language) -> bool:
    """Whether a token of the cue is nothing but the preposition of a phrase taken out of it."""
    return parsed.deps[token] in language.deps("preposition") and any(k in used for k in parsed.children[token])
