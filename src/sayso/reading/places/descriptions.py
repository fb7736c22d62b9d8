"""Places that a phrase describes: "the Nojeh air base", "an Iranian air base", "the city", "north of Aleppo"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from sayso.knowledge.gazetteer.compiled import Gazetteer
from sayso.knowledge.gazetteer.entry import Entry
from sayso.knowledge.language import Language, Term
from sayso.reading.drafts import Tokens
from sayso.reading.parsed import Parsed
from sayso.reading.phrases import term_ending
from sayso.reading.places.distance import kilometres
from sayso.reading.places.resolve import Choice
from sayso.schema.span import Span

FAR = 80.0
"""Kilometres from a city within which a site called after it is its own."""
AFTER = 4
"""Words after a noun in which "with the same name" is looked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sighting:
    """Words that name or describe a place, and the places that they may mean, the likeliest first."""

    span: Span
    tokens: Tokens
    use: str
    name: str
    """What the text calls the place."""
    choices: tuple[Choice, ...] = ()
    """Empty for a place with a name that no gazetteer has."""
    named: Span | None = None
    """Where a place's own name stands in the words; None where there is none, as in "the city"."""
    described: Entry | None = None
    """What is known of a place that is described and stands in no gazetteer: its words for a name, the rest from the
    place that it is described by.
    """
    exact: str | None = None
    """How exact the point of a described place is."""
    back: bool = False
    """Whether the words only point back to a place named before ("the city")."""

    @property
    def score(self) -> float:
        """The score of the likeliest place."""
        return self.choices[0].score if self.choices else 0.0

    @property
    def entry(self) -> Entry:
        """The place that is meant."""
        return self.described or self.choices[0].entry

    @property
    def precision(self) -> str:
        """How exact the point is: site, city, admin, country, none."""
        return self.exact or self.entry.precision


class Describer:
    """Adds to the sightings of one text what place nouns tell."""

    def __init__(self, parsed: Parsed, gazetteer: Gazetteer, language: Language) -> None:
        self.parsed = parsed
        self.gazetteer = gazetteer
        self.language = language

    def __call__(self, named: Sequence[Sighting]) -> tuple[Sighting, ...]:
        """The sightings with described places in order; a name that a noun makes a site gives way to it."""
        at = {s.tokens[-1]: s for s in named if s.tokens}
        found: list[Sighting] = []
        gone: set[Span] = set()
        for last, (term, first) in self.nouns():
            before = at.get(first - 1)
            if before is not None and before.use != "demonym":
                found.append(self.site(before, term, last))
                gone.add(before.span)
            elif (people := self.people(first, at)) is not None:
                found.append(self.somewhere(people, self.beyond(last, named) or people, term, last))
            elif term.kind == "site" and (name := self.unknown(first)):
                found.append(self.called(name, term, last, named))
            else:
                found += self.earlier(first, last, term, [*(s for s in named if s.span not in gone), *found])
        around = [self.around(s) for s in named if s.span not in gone]
        return tuple(sorted([*around, *found], key=lambda s: s.span))

    def nouns(self) -> Iterator[tuple[int, tuple[Term, int]]]:
        """The last token of each noun for a place, the noun and its first token."""
        terms, parsed = self.language.place_nouns, self.parsed
        lasts = {words[-1] for words in terms}
        singular = self.language.tags("noun") - self.language.tags("plural")
        for i, lemma in enumerate(parsed.lemmas):
            if lemma in lasts and parsed.words[i][0].islower() and parsed.tags[i] in singular:
                found = term_ending(parsed, i, terms)
                if found is not None and not self.goes_on(i):
                    yield i, found

    def goes_on(self, last: int) -> bool:
        """Whether the noun only modifies the next ("air base commander")."""
        parsed = self.parsed
        return parsed.deps[last] in self.language.deps("compound") and parsed.heads[last] > last

    def site(self, before: Sighting, term: Term, last: int) -> Sighting:
        """A name and a noun: the site of that name, the place of the noun's kind, or somewhere in the place named."""
        tokens = tuple(range(before.tokens[0], last + 1))
        span = Span(before.span.start, self.parsed.ends[last])
        name = _plain(self.parsed.text[span.start : span.end])
        of_kind = tuple(c for c in before.choices if c.entry.kind == term.kind)
        if of_kind and term.kind != "site":
            return replace(before, span=span, tokens=tokens, use="literal", name=name, choices=of_kind)
        known = tuple(self.sites(before, term, span))
        if known:
            return replace(before, span=span, tokens=tokens, use="literal", name=name, choices=known)
        if term.kind != "site":
            return replace(before, span=span, tokens=tokens, use="literal", name=name)
        return self.described(before, span, tokens, term.kind)

    def sites(self, before: Sighting, term: Term, span: Span) -> Iterator[Choice]:
        """The sites that are called by the phrase, or by the place's name and what the gazetteer calls such sites."""
        written = self.parsed.text[span.start : span.end]
        seen: set[str] = set()
        for entry in (c.entry for c in before.choices[:1]):
            names = [written, *(f"{entry.name} {word}" for word in term.note.split("|") if word)]
            matches = [m for name in names for m in self.gazetteer.named(name)]
            for match in (m for m in matches if m.entry.kind == "site" and m.entry.id not in seen):
                seen.add(match.entry.id)
                if match.entry.id == entry.id or kilometres(match.entry, entry) <= FAR:
                    why = (f"the {' '.join(term.words)} called after {entry.name}", *before.choices[0].why[2:])
                    yield Choice(entry=match.entry, score=before.choices[0].score, why=why)

    def people(self, first: int, at: dict[int, Sighting]) -> Sighting | None:
        """The word for a country's people that stands right before a noun ("an Iranian air base")."""
        before = at.get(first - 1)
        return before if before is not None and before.use == "demonym" and before.entry.kind == "country" else None

    def beyond(self, last: int, named: Sequence[Sighting]) -> Sighting | None:
        """The place that a noun is said to lie in ("a Russian base in Syria")."""
        if last + 2 >= len(self.parsed) or self.parsed.lowers[last + 1] not in self.language.words("at_place"):
            return None
        return next((s for s in named if s.tokens[:1] == (last + 2,) and s.entry.country), None)

    def unknown(self, end: int) -> Tokens:
        """The proper nouns after an article that stand right before a noun and are no known place."""
        first, proper = end, self.language.tags("proper")
        while first > 0 and self.parsed.tags[first - 1] in proper and self.parsed.words[first - 1][0].isupper():
            first -= 1
        article = first > 0 and self.parsed.lowers[first - 1] in self.language.words("articles")
        return tuple(range(first, end)) if article else ()

    def called(self, name: Tokens, term: Term, last: int, named: Sequence[Sighting]) -> Sighting:
        """A site by a name that is spelt as no gazetteer has it: one that sounds like it where the text is, or none."""
        tokens, words = (*name, *range(name[-1] + 1, last + 1)), self.parsed.span_of(name[0], name[-1] + 1)
        span = self.parsed.span_of(name[0], last + 1)
        countries = {s.entry.country for s in named} - {None}
        heard = self.gazetteer.sounding(self.parsed.text[words.start : words.end])
        here = [m.entry for m in heard if m.entry.kind == "site" and m.entry.country in countries]
        why = (f"a {' '.join(term.words)} that sounds so, in a country that the text names",)
        choices = tuple(Choice(entry=e, score=0.0, why=(e.name, *why)) for e in sorted(here, key=lambda e: e.id))
        title = _plain(self.parsed.text[span.start : span.end])
        entry = None if choices else Entry(id=f"unknown {title.lower()}", name=title, kind=term.kind)
        return Sighting(
            span=span, tokens=tokens, use="literal", name=title, choices=choices, named=words, described=entry
        )

    def somewhere(self, people: Sighting, within: Sighting, term: Term, last: int) -> Sighting:
        """A place with no name in a country."""
        before = people.tokens[0] - 1
        article = before >= 0 and self.parsed.lowers[before] in self.language.words("articles")
        first = before if article else people.tokens[0]
        tokens = tuple(range(first, last + 1))
        return replace(self.described(within, self.parsed.span_of(first, last + 1), tokens, term.kind), named=None)

    def described(self, by: Sighting, span: Span, tokens: Tokens, kind: str) -> Sighting:
        """A place known only by the place that it lies in: that place's point, as exact as that place is."""
        first, *rest = self.parsed.text[span.start : span.end].split()
        name = " ".join(rest if first.lower() in self.language.words("articles") else [first, *rest])
        entry = replace(by.entry, id=f"in {by.entry.id}", name=name, kind=kind, population=0)
        return replace(by, span=span, tokens=tokens, use="literal", name=name, described=entry, exact=by.precision)

    def earlier(self, first: int, last: int, term: Term, known: Sequence[Sighting]) -> Iterator[Sighting]:
        """What "the city" or "the province with the same name" points back to."""
        parsed, language = self.parsed, self.language
        if first == 0 or parsed.lowers[first - 1] not in language.words("definite"):
            return
        after = parsed.lemmas[last + 1 : last + 1 + AFTER]
        if language.words("genitive").intersection(after[:1]):
            return
        span, tokens = parsed.span_of(first - 1, last + 1), tuple(range(first - 1, last + 1))
        before = sorted((s for s in known if s.span.end <= span.start and s.use == "literal"), key=lambda s: s.span)
        if language.words("same_name").intersection(after):
            before = [replace(s, choices=tuple(c for c in s.choices if c.entry.kind == term.kind)) for s in before]
            before = [s for s in before if s.choices and s.described is None]
        for s in reversed(before):
            if s.entry.kind == term.kind and (term.kind != "site" or self.is_called(s, term)):
                yield replace(s, span=span, tokens=tokens, named=None, back=True)
                return

    def is_called(self, sighting: Sighting, term: Term) -> bool:
        """Whether a site was called by the noun before ("the base" after "the Nojeh air base")."""
        return self.parsed.lemmas[sighting.tokens[-1]] == term.words[-1] if sighting.tokens else False

    def around(self, sighting: Sighting) -> Sighting:
        """A direction makes a place near by of a named one ("north of Aleppo"): its point, but less exact."""
        tokens, parsed = sighting.tokens, self.parsed
        if sighting.use != "literal" or not tokens or tokens[0] < 2 or sighting.entry.kind not in ("city", "site"):
            return sighting
        first = tokens[0] - 2
        genitive, directions = self.language.words("genitive"), self.language.words("directions")
        if parsed.lowers[first + 1] not in genitive or parsed.lowers[first] not in directions:
            return sighting
        span = Span(parsed.starts[first], sighting.span.end)
        name = _plain(parsed.text[span.start : span.end])
        entry = replace(sighting.entry, id=f"by {sighting.entry.id}", name=name, kind="region", population=0)
        tokens = (first, first + 1, *tokens)
        return replace(sighting, span=span, tokens=tokens, name=name, described=entry, exact="admin")


def _plain(words: str) -> str:
    return " ".join(words.split())
