"""Turns drafts and figures into one finished reading: spans for tokens, ids for references."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.knowledge.language import Language
from sayso.reading.attribution.kind import find_kind
from sayso.reading.phrases import kind_of_institution, phrase
from sayso.reading.drafts import Draft, Tokens
from sayso.reading.grounding.cast import Figure
from sayso.reading.grounding.speakers import order
from sayso.reading.labels import find_labels
from sayso.reading.parsed import Parsed
from sayso.schema.actor import Actor
from sayso.schema.attribution import Attribution
from sayso.schema.document import Document
from sayso.schema.reading import Provenance, Reading
from sayso.schema.span import Span


def bind(
    document: Document,
    parsed: Parsed,
    drafts: Sequence[Draft],
    speakers: Sequence[Figure | None],
    language: Language,
    provenance: Provenance,
) -> Reading:
    """The reading of a document; every field complete, so that None always means unknown."""
    figures = order(speakers)
    ids = {id(figure): f"x{n}" for n, figure in enumerate(figures, 1)}
    names = {id(draft): f"a{n}" for n, draft in enumerate(drafts, 1)}
    attributions = tuple(
        _attribution(parsed, draft, names, ids.get(id(speaker)))
        for draft, speaker in zip(drafts, speakers, strict=True)
    )
    direct = [span for a in attributions if a.kind == "direct" for span in a.content]
    return Reading(
        document=document,
        provenance=provenance,
        actors=tuple(_actor(parsed, figure, ids[id(figure)], language) for figure in figures),
        attributions=attributions,
        labels=find_labels(parsed, direct, language),
    )


def _attribution(parsed: Parsed, draft: Draft, names: dict[int, str], speaker: str | None) -> Attribution:
    return Attribution(
        id=names[id(draft)],
        kind=find_kind(parsed, draft.content),
        source=parsed.spans_of(draft.source),
        cue=parsed.spans_of(draft.cue),
        content=parsed.spans_of(draft.content),
        speaker=speaker,
        addressee=parsed.spans_of(draft.addressee),
        channel=parsed.spans_of(draft.channel),
        when=parsed.spans_of(draft.when),
        stance=draft.stance,
        parent=names[id(draft.parent)] if draft.parent is not None else None,
        confidence=round(draft.confidence, 3),
    )


def _actor(parsed: Parsed, figure: Figure, name: str, language: Language) -> Actor:
    role = max(figure.roles, key=len, default=())
    return Actor(
        id=name,
        name=" ".join(figure.name).replace(" '", "'").replace(" ’", "’"),
        role=_words(parsed, role),
        affiliation=_affiliation(parsed, role, language),
        mentions=tuple(sorted(Span(parsed.starts[t[0]], parsed.ends[t[-1]]) for t in figure.mentions.values())),
    )


def _words(parsed: Parsed, tokens: Tokens) -> str | None:
    if not tokens:
        return None
    return " ".join(parsed.text[parsed.starts[tokens[0]] : parsed.ends[tokens[-1]]].split())


def _affiliation(parsed: Parsed, role: Tokens, language: Language) -> str | None:
    """The institution named inside a role: "Supreme National Security Council" of its secretary."""
    for token in reversed(role):
        if kind_of_institution(parsed, token, language) in ("organisation", "metonym", "media"):
            inside = tuple(i for i in phrase(parsed, token, language) if i in role and i <= token)
            while len(inside) > 1 and parsed.tags[inside[0]] in language.tags("pronoun") | {"DT"}:
                inside = inside[1:]
            return _words(parsed, inside)
    return None
