"""Finds every attribution of a parsed text: the tagger's, those inside them, and the voices that relay them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Protocol

from sayso.knowledge.language import Language
from sayso.reading.attribution.circumstances import find_circumstances
from sayso.reading.attribution.relays import nest_relays
from sayso.reading.attribution.stance import find_stance, look_up
from sayso.reading.drafts import Draft, Tokens
from sayso.reading.parse import Parsed

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
    found = list(outer)
    for draft in sorted(outer, key=lambda d: (-len(d.voices()), d.place)):  # a relayed voice before the one that relays
        found += _inside(parsed, draft, tagger, language, cues)
    return tuple(sorted(found, key=lambda d: d.place))


def _completed(parsed: Parsed, draft: Draft, language: Language) -> Draft:
    """The draft with its stance and the circumstances of saying."""
    draft = replace(draft, stance=find_stance(parsed, draft.cue, language))
    return find_circumstances(parsed, draft, language)


def _inside(parsed: Parsed, outer: Draft, tagger: Tagger, language: Language, cues: set[int]) -> Iterator[Draft]:
    """The attributions inside a content: it is read again as if it stood alone. `cues` are those found so far."""
    if len(outer.content) < SHORTEST or len(outer.voices()) >= DEEPEST:
        return
    part = parsed.part(outer.content)
    for found in tagger(part):
        inner = _moved(found, outer.content)
        if is_other_voice(parsed, inner, language) and not cues.intersection(inner.cue):
            cues.update(inner.cue)
            draft = _completed(parsed, replace(inner, parent=outer), language)
            yield draft
            yield from _inside(parsed, draft, tagger, language, cues)


def is_other_voice(parsed: Parsed, draft: Draft, language: Language) -> bool:
    """Whether a draft inside a content is a voice of its own: a known cue, and not the speaker's own "I think"."""
    if look_up(parsed, draft.cue, language) is None or not draft.source:
        return False
    return not any(parsed.lowers[i] in language.pronouns("first") for i in draft.source)


def _moved(draft: Draft, tokens: Tokens) -> Draft:
    """A draft of a part, in the numbering of the whole."""
    return replace(
        draft,
        source=tuple(tokens[i] for i in draft.source),
        cue=tuple(tokens[i] for i in draft.cue),
        content=tuple(tokens[i] for i in draft.content),
    )
