"""Finds every attribution of a parsed text: the tagger's, those inside them, and the voices that relay them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Protocol

from sayso.knowledge.language import Language
from sayso.reading.attribution.circumstances import find_circumstances
from sayso.reading.attribution.relays import nest_relays
from sayso.reading.attribution.stance import find_stance, look_up
from sayso.reading.attribution.tidy import tidy
from sayso.reading.drafts import Draft
from sayso.reading.parsed import Parsed

SHORTEST = 4
"""Fewest tokens of a content that is read again for voices inside it."""
DEEPEST = 4
"""Most voices that are followed into each other."""


class Tagger(Protocol):
    """Finds attributions that do not nest."""

    def __call__(self, parsed: Parsed) -> tuple[Draft, ...]:
        """The attributions of a text, in order of their cues."""


def find_attributions(parsed: Parsed, tagger: Tagger, language: Language) -> tuple[Draft, ...]:
    """Every attribution, inner ones with their parents, complete but for the speakers."""
    flat = tuple(_completed(parsed, draft, language) for draft in tagger(parsed))
    outer = nest_relays(parsed, flat, language)
    cues = {i for draft in outer for i in draft.cue}
    found, level = list(outer), list(outer)
    while level:
        level = _inside(parsed, level, tagger, language, cues)
        found += level
    return tuple(sorted(found, key=lambda d: d.place))


def _completed(parsed: Parsed, draft: Draft, language: Language) -> Draft:
    """The draft with its stance and the circumstances of saying."""
    draft = tidy(parsed, draft, language)
    draft = replace(draft, stance=find_stance(parsed, draft.cue, language))
    return find_circumstances(parsed, draft, language)


def _inside(parsed: Parsed, level: Sequence[Draft], tagger: Tagger, language: Language, cues: set[int]) -> list[Draft]:
    """The attributions inside the contents of others: each content is read again as if it stood alone.

    All contents are read at one time. What stands inside a relay's content and in what it relays too belongs to the
    innermost; `cues` holds the tokens of all cues found so far, and grows.
    """
    outer = [d for d in level if len(d.content) >= SHORTEST and len(d.voices()) < DEEPEST]
    if not outer:
        return []
    outer.sort(key=lambda d: (-len(d.voices()), d.place))
    joined = Parsed.joined([parsed.part(draft.content) for draft in outer])
    home = [draft for draft in outer for _ in draft.content]
    token = [i for draft in outer for i in draft.content]
    found: list[Draft] = []
    for draft in tagger(joined):
        parent = home[draft.cue[0]]
        inner = _moved(draft, [i if home[k] is parent else -1 for k, i in enumerate(token)], parent)
        if not cues.intersection(inner.cue) and inner.content and is_other_voice(parsed, inner, language):
            cues.update(inner.cue)
            found.append(_completed(parsed, inner, language))
    return found


def is_other_voice(parsed: Parsed, draft: Draft, language: Language) -> bool:
    """Whether a draft inside a content is a voice of its own: a known cue, and not the speaker's own "I think"."""
    if look_up(parsed, draft.cue, language) is None or not draft.source:
        return False
    return not any(parsed.lowers[i] in language.pronouns("first") for i in draft.source)


def _moved(draft: Draft, token: Sequence[int], parent: Draft) -> Draft:
    """A draft of a content, in the numbering of the whole text; tokens of another content (-1) are left out."""
    return replace(
        draft,
        source=tuple(token[i] for i in draft.source if token[i] >= 0),
        cue=tuple(token[i] for i in draft.cue if token[i] >= 0),
        content=tuple(token[i] for i in draft.content if token[i] >= 0),
        parent=parent,
    )
