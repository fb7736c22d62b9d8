"""Places of a text: words that may name one, which of them do, and which places they are."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from sayso.knowledge.gazetteer.compiled import Gazetteer
from sayso.knowledge.gazetteer.entry import Entry
from sayso.knowledge.language import Language
from sayso.reading.drafts import PlaceDraft, PlaceMention
from sayso.reading.parsed import Parsed
from sayso.reading.places.descriptions import Describer, Sighting
from sayso.reading.places.home import clues_of
from sayso.reading.places.recognise import Recogniser
from sayso.reading.places.resolve import Choice, Named, resolve
from sayso.reading.places.toponyms import Toponym, areas, find_toponyms, surroundings
from sayso.reading.places.uses import use_of
from sayso.schema.place import PlaceCandidate

WEIGHED = -2.0
"""Odds (logarithm) from which on a phrase takes part in the resolution."""
THRESHOLD = 0.0
"""Odds from which on it is a place."""
SUPPORTED, EXPECTED = 2.5, 0.4
"""What it counts for a name that the rest of the text leads to its place, and how much of that is usual."""
WELL_KNOWN = frozenset({"country", "region", "water"})
"""Kinds of places that no text needs to lead up to."""
RUNNERS_UP = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolved:
    """A toponym with what it means: the likeliest place first."""

    toponym: Toponym
    odds: float
    choices: tuple[Choice, ...]


class PlaceFinder:
    """Finds the places of parsed texts.

    Args:
        gazetteer: the places there are.
        language: its word lists.
        recogniser: tells names of places from other names.
    """

    def __init__(self, gazetteer: Gazetteer, language: Language, recogniser: Recogniser) -> None:
        self.gazetteer = gazetteer
        self.language = language
        self.recogniser = recogniser

    def __call__(self, parsed: Parsed, *, outlet: str | None = None, url: str | None = None) -> tuple[PlaceDraft, ...]:
        """The places of a text in the order of their first mention.

        Args:
            parsed: the text.
            outlet: the name of its outlet, and
            url: its address: where they name a town or country, that counts as evidence.
        """
        return tuple(drafts(self.sightings(parsed, self.clues(outlet, url))))

    def clues(self, outlet: str | None, url: str | None) -> tuple[Named, ...]:
        """The places that an outlet's name and address speak of."""
        return clues_of(outlet, url, self.gazetteer, self.language)

    def sightings(self, parsed: Parsed, clues: Sequence[Named] = ()) -> tuple[Sighting, ...]:
        """Every mention of a place by name or description, in order, whatever its name stands for there."""
        resolved = self.resolved(parsed, clues)
        capitals = frozenset(i for r in resolved for i in r.toponym.tokens if _is_capital(r.choices[0].entry))
        named = [
            Sighting(
                span=r.toponym.span,
                tokens=r.toponym.tokens,
                use=use_of(parsed, r.toponym, r.choices[0].entry, self.language, capitals),
                name=" ".join(parsed.text[r.toponym.span.start : r.toponym.span.end].split()),
                choices=r.choices,
                named=r.toponym.span,
            )
            for r in resolved
        ]
        return Describer(parsed, self.gazetteer, self.language)(named)

    def resolved(self, parsed: Parsed, clues: Sequence[Named] = ()) -> tuple[Resolved, ...]:
        """The toponyms that are places, in order."""
        toponyms = find_toponyms(parsed, self.gazetteer, self.language)
        odds = self.recogniser(parsed, toponyms, self.language)
        weighed = [(t, o) for t, o in zip(toponyms, odds, strict=True) if o > WEIGHED]
        within, before = commas(parsed, [t for t, _ in weighed], self.language)
        groups: dict[tuple[str, frozenset[str]], list[int]] = {}
        for n, (toponym, _) in enumerate(weighed):
            groups.setdefault((toponym.key, within[n]), []).append(n)
        names = [_named([weighed[n] for n in group], within[group[0]], before, group) for group in groups.values()]
        ranked = resolve([*names, *clues])
        found = [
            Resolved(toponym=weighed[n][0], odds=weighed[n][1] + _gain(choices), choices=choices)
            for group, choices in zip(groups.values(), ranked, strict=False)
            for n in group
        ]
        return tuple(sorted((r for r in found if r.odds > THRESHOLD), key=lambda r: r.toponym.span))


def _is_capital(entry: Entry) -> bool:
    return entry.kind == "city" and entry.level == 0


def _gain(choices: Sequence[Choice]) -> float:
    if not choices:
        return 0.0
    known = choices[0].entry.kind in WELL_KNOWN or _is_capital(choices[0].entry)
    return SUPPORTED * (choices[0].support - (0.0 if known else EXPECTED))


def _named(
    mentions: Sequence[tuple[Toponym, float]],
    within: frozenset[str],
    before: Sequence[frozenset[str]],
    group: Sequence[int],
) -> Named:
    belief = max(1 / (1 + math.exp(-odds)) for _, odds in mentions)
    return Named(
        matches=mentions[0][0].matches,
        weight=belief * min(2.0, math.sqrt(len(mentions))),
        within=within,
        before=frozenset().union(*(before[n] for n in group)),
    )


def commas(
    parsed: Parsed, toponyms: Sequence[Toponym], language: Language
) -> tuple[list[frozenset[str]], list[frozenset[str]]]:
    """For each toponym what it is said to lie in ("Paris, Texas"), and what it is said to hold."""
    within: list[frozenset[str]] = [frozenset() for _ in toponyms]
    before: list[frozenset[str]] = [frozenset() for _ in toponyms]
    for n, (one, other) in enumerate(pairwise(toponyms)):
        between = parsed.text[one.span.end : other.span.start].strip()
        if between in (",", "(") or between in language.words("lies_in"):
            inside = surroundings(one) & areas(other)
            within[n], before[n + 1] = inside, before[n + 1] | inside
    return within, before


def drafts(found: Sequence[Sighting]) -> Iterator[PlaceDraft]:
    """One draft for each place, with all its mentions."""
    by_place: dict[tuple[str, str], list[Sighting]] = {}
    for sighting in found:
        by_place.setdefault((sighting.entry.id, sighting.entry.name.lower()), []).append(sighting)
    for mentions in by_place.values():
        best = max(mentions, key=lambda s: (s.use == "literal", not s.back, s.score, -s.span.start))
        entry, others = best.entry, best.choices[1:]
        yield PlaceDraft(
            mentions=tuple(PlaceMention(span=s.span, tokens=s.tokens, use=s.use, back=s.back) for s in mentions),
            name=_called(mentions, best),
            kind=entry.kind,
            country=entry.country,
            lat=entry.lat,
            lon=entry.lon,
            gazetteer=None if best.described else entry.id,
            precision=best.precision,
            candidates=tuple(map(_candidate, others[:RUNNERS_UP])),
            why=_why(best),
        )


def _why(sighting: Sighting) -> tuple[str, ...]:
    if not sighting.choices:
        return ("no gazetteer has a place of this name",)
    first = sighting.choices[0]
    return (*((f"described by {first.entry.name}",) if sighting.described else ()), *first.why)


def _called(mentions: Sequence[Sighting], best: Sighting) -> str:
    """The longest name that the text has for a place where it means the place itself."""
    names = [s.name for s in mentions if s.use == "literal" and not s.back]
    return max(names, key=len, default=best.name)


def _candidate(choice: Choice) -> PlaceCandidate:
    entry = choice.entry
    return PlaceCandidate(gazetteer=entry.id, name=entry.name, country=entry.country, score=choice.score)
