"""Mends what the tagger, which labels token by token, leaves ragged: stray pieces of a source, split passives."""

from __future__ import annotations

from dataclasses import replace

from sayso.knowledge.language import Language
from sayso.reading.drafts import Draft, Tokens
from sayso.reading.parsed import Parsed
from sayso.reading.phrases import phrase


def tidy(parsed: Parsed, draft: Draft, language: Language) -> Draft:
    """The draft with its roles made whole."""
    draft = quoted_as_saying(parsed, draft, language)
    source = with_name(parsed, one_phrase(draft.source, draft.cue, draft.content), language)
    source = with_article(parsed, source, language)
    content = tuple(i for i in draft.content if i not in source) or draft.content
    return replace(draft, source=source, content=content)


def one_phrase(source: Tokens, cue: Tokens, content: Tokens) -> Tokens:
    """A source without the pieces that words of the content part from its main piece, the one nearest to the cue."""
    pieces = _pieces(source)
    if len(pieces) < 2 or not cue:
        return source
    near = min(pieces, key=lambda p: min(abs(p[0] - cue[-1]), abs(p[-1] - cue[0])))
    said = frozenset(content)
    kept = [p for p in pieces if not said.intersection(range(min(p[-1], near[-1]), max(p[0], near[0])))]
    return tuple(i for p in kept for i in p)


def with_name(parsed: Parsed, source: Tokens, language: Language) -> Tokens:
    """A source with the name before it that it only describes: "Ann Lee of | the ministry | told"."""
    if not source:
        return source
    preposition = parsed.heads[parsed.head_of(source)]
    named = parsed.heads[preposition]
    proper = language.tags("proper")
    ties = parsed.deps[preposition] in language.deps("preposition") and preposition == source[0] - 1
    if not ties or named != preposition - 1 or parsed.tags[named] not in proper:
        return source
    first = named
    while first > 0 and parsed.tags[first - 1] in proper and parsed.heads[first - 1] == named:
        first -= 1
    return (*range(first, source[0]), *source)


def with_article(parsed: Parsed, source: Tokens, language: Language) -> Tokens:
    """A source with the article before it, should the tagger have left it to the content."""
    before = source[0] - 1 if source else -1
    article = before >= 0 and parsed.lowers[before] in language.words("articles") and parsed.heads[before] in source
    return (before, *source) if article else source


def quoted_as_saying(parsed: Parsed, draft: Draft, language: Language) -> Draft:
    """Of "X was quoted as saying Y": the whole passive is the cue, X the source, and Y the content."""
    verb = next((i for i in draft.cue if parsed.lemmas[i] in language.words("relay_saying")), None)
    saying = language.words("saying")
    if verb is None or parsed.tags[verb] not in language.tags("participle"):
        return draft
    tail = [i for i in range(verb + 1, min(verb + 3, len(parsed))) if parsed.lowers[i] in saying]
    subject = parsed.child(verb, tuple(language.deps("passive_subject")))
    if len(tail) < len(saying) or subject is None:
        return draft
    auxiliaries = [k for k in parsed.children[verb] if parsed.deps[k] in language.deps("auxiliary")]
    cue = tuple(sorted({*draft.cue, *auxiliaries, verb, *tail}))
    named = phrase(parsed, subject, language)
    source = named if set(draft.source) <= set(named) else draft.source
    rest = {i for i in draft.content if i not in cue and not min(source) <= i <= max(source)}
    if parsed.deps[verb] in language.deps("conjunct") and verb not in rest:  # "Y, X was quoted as saying"
        rest |= _clause_before(parsed, verb, min(source, default=verb), language)
    content = tuple(sorted(rest)) or draft.content
    return replace(draft, source=tuple(i for i in source if i not in cue), cue=cue, content=content)


def _clause_before(parsed: Parsed, verb: int, end: int, language: Language) -> set[int]:
    """The clause that the parser took the passive to be joined to: all of the sentence up to the source."""
    start = parsed.sentences[parsed.sentence_of[verb]][0]
    tokens = list(range(start, end))
    while tokens and parsed.deps[tokens[-1]] in language.deps("punctuation"):
        tokens.pop()
    return set(tokens)


def _pieces(tokens: Tokens) -> list[Tokens]:
    """Runs of neighbours; a gap of one token (a comma) parts nothing."""
    runs: list[list[int]] = []
    for i in tokens:
        if runs and i - runs[-1][-1] <= 2:
            runs[-1].append(i)
        else:
            runs.append([i])
    return [tuple(run) for run in runs]
