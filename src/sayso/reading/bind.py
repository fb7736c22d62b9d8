"""Turns drafts and figures into one finished reading: spans for tokens, ids for references."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sayso.knowledge.actors.dictionary import dictionary
from sayso.knowledge.actors.facts import ANY_DAY
from sayso.knowledge.language import Language
from sayso.knowledge.ontology import Ontology
from sayso.reading.attribution.kind import find_kind
from sayso.reading.drafts import Draft, EventDraft, PlaceDraft, QuantityDraft, TimeDraft, Tokens
from sayso.reading.grounding.actors import About, code_figures
from sayso.reading.grounding.cast import Figure
from sayso.reading.grounding.coding import Coded
from sayso.reading.grounding.parties import Voices
from sayso.reading.grounding.speakers import Grounded
from sayso.reading.labels import find_labels
from sayso.reading.parsed import Parsed
from sayso.reading.phrases import kind_of_institution, phrase
from sayso.reading.places.bind import bind_places
from sayso.reading.times.bind import bind_times
from sayso.schema.actor import Actor
from sayso.schema.attribution import Attribution
from sayso.schema.document import Document
from sayso.schema.event import Event, Modifier, Quantity
from sayso.schema.reading import Provenance, Reading
from sayso.schema.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Occasions:
    """Which expressions of time and place, by their spans, belong to what."""

    times: Sequence[Sequence[Span]]
    """For each event."""
    places: Sequence[Sequence[Span]]
    """For each event."""
    said: Sequence[Span | None]
    """For each attribution the time at which it was said."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """All that the steps of a reading found in a text."""

    attributions: Sequence[Draft]
    events: Sequence[EventDraft]
    quantities: Sequence[QuantityDraft]
    times: Sequence[TimeDraft]
    places: Sequence[PlaceDraft]
    occasions: Occasions
    voices: Voices
    grounded: Grounded


def bind(
    document: Document, parsed: Parsed, found: Found, language: Language, ontology: Ontology, provenance: Provenance
) -> Reading:
    """The reading of a document; every field complete, so that None always means unknown."""
    figures = found.grounded.figures()
    times, places = bind_times(found.times), bind_places(found.places)
    ids = _Ids(
        actors={id(figure): f"x{n}" for n, figure in enumerate(figures, 1)},
        attributions={id(draft): f"a{n}" for n, draft in enumerate(found.attributions, 1)},
        times={span: time.id for time in times for span in time.mentions},
        places={span: place.id for place in places for span in place.mentions},
    )
    attributions = tuple(
        _attribution(parsed, draft, ids, speaker, said)
        for draft, speaker, said in zip(found.attributions, found.grounded.speakers, found.occasions.said, strict=True)
    )
    about = About(day=(document.published or "")[:10] or ANY_DAY, outlet=document.outlet)
    coded = code_figures(parsed, figures, about, dictionary(language))
    actors = tuple(
        _actor(parsed, figure, ids.actors[id(figure)], code, language)
        for figure, code in zip(figures, coded, strict=True)
    )
    events = tuple(_events(parsed, found, ids, ontology, {a.id: a.sector for a in actors}))
    direct = [span for a in attributions if a.kind == "direct" for span in a.content]
    return Reading(
        document=document,
        provenance=provenance,
        actors=actors,
        places=places,
        times=times,
        attributions=attributions,
        events=events,
        quantities=tuple(_quantities(parsed, found, ids, events)),
        labels=find_labels(parsed, direct, language),
        sentences=tuple(_sentences(parsed)),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Ids:
    """The ids of figures and drafts, by their identity."""

    actors: dict[int, str]
    attributions: dict[int, str]
    times: dict[Span, str]
    """By every mention."""
    places: dict[Span, str]

    def actor(self, figure: Figure | None) -> str | None:
        return self.actors.get(id(figure))

    def attribution(self, draft: Draft | None) -> str | None:
        return self.attributions.get(id(draft))


def _sentences(parsed: Parsed) -> Iterator[Span]:
    first = 0
    for i in range(1, len(parsed) + 1):
        if i == len(parsed) or parsed.sentence_of[i] != parsed.sentence_of[first]:
            yield parsed.span_of(first, i)
            first = i


def _events(
    parsed: Parsed, found: Found, ids: _Ids, ontology: Ontology, sectors: dict[str, str | None]
) -> Iterator[Event]:
    """The events that the ontology has a type for, numbered in the order of the text."""
    parties = iter(found.grounded.parties)
    number: dict[int, str] = {}
    bound = []
    for draft, when, where in zip(found.events, found.occasions.times, found.occasions.places, strict=True):
        actors = _unique(ids.actor(next(parties)) for _ in draft.actors)
        recipients = _unique(ids.actor(next(parties)) for _ in draft.recipients)
        code = ontology.code(draft.type, draft.mode, _sectors(actors, sectors), _sectors(recipients, sectors))
        if code is not None:
            number[draft.head] = f"e{len(number) + 1}"
            bound.append((draft, code, actors, recipients, when, where))
    for draft, (type_, mode), actors, recipients, when, where in bound:
        yield Event(
            id=number[draft.head],
            type=type_,
            mode=mode,
            contexts=draft.contexts,
            trigger=parsed.spans_of(draft.trigger),
            actors=actors,
            recipients=recipients,
            places=_unique(ids.places.get(span) for span in where),
            time=next((ids.times[span] for span in when if span in ids.times), None),
            polarity=draft.polarity,
            modality=draft.modality,
            attribution=ids.attribution(found.voices.get(draft.head)),
            confidence=round(draft.confidence, 3),
            within=number.get(draft.within) if draft.within is not None else None,
            background=draft.background,
            modifiers=tuple(
                Modifier(span=s, value=m.value) for m in draft.modifiers for s in parsed.spans_of(m.tokens)
            ),
            why=draft.why,
        )


def _unique(names: Iterator[str | None]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for name in list(names) if name is not None))


def _sectors(names: tuple[str, ...], sectors: dict[str, str | None]) -> set[str]:
    return {sector for name in names if (sector := sectors[name]) is not None}


def _quantities(parsed: Parsed, found: Found, ids: _Ids, events: tuple[Event, ...]) -> Iterator[Quantity]:
    by_trigger = {span: event.id for event in events for span in event.trigger}
    for n, draft in enumerate(found.quantities, 1):
        trigger = parsed.spans_of(draft.event.trigger)[0] if draft.event else None
        yield Quantity(
            id=f"q{n}",
            kind=draft.kind,
            low=draft.low,
            high=draft.high,
            unit=draft.unit,
            span=Span(parsed.starts[draft.tokens[0]], parsed.ends[draft.tokens[-1]]),
            event=by_trigger.get(trigger) if trigger else None,
            attribution=ids.attribution(found.voices.get(draft.tokens[0])),
        )


def _attribution(parsed: Parsed, draft: Draft, ids: _Ids, speaker: Figure | None, said: Span | None) -> Attribution:
    return Attribution(
        id=ids.attributions[id(draft)],
        kind=find_kind(parsed, draft.content),
        source=parsed.spans_of(draft.source),
        cue=parsed.spans_of(draft.cue),
        content=parsed.spans_of(draft.content),
        speaker=ids.actor(speaker),
        addressee=parsed.spans_of(draft.addressee),
        channel=parsed.spans_of(draft.channel),
        when=parsed.spans_of(draft.when),
        time=ids.times.get(said) if said else None,
        stance=draft.stance,
        parent=ids.attribution(draft.parent),
        confidence=round(draft.confidence, 3),
    )


def _actor(parsed: Parsed, figure: Figure, name: str, code: Coded, language: Language) -> Actor:
    role = max(figure.roles, key=len, default=())
    return Actor(
        id=name,
        name=" ".join(figure.name).replace(" '", "'").replace(" ’", "’"),
        country=code.country,
        countries=code.countries,
        sector=code.sector,
        role=_words(parsed, role),
        affiliation=_affiliation(parsed, role, language) or code.affiliation,
        known=code.known,
        mentions=tuple(sorted(Span(parsed.starts[t[0]], parsed.ends[t[-1]]) for t in figure.mentions.values())),
        why=code.why,
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
