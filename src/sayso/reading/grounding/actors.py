"""Codes every figure of a document: by what its mentions say, else by what the document lets one infer, and says so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from sayso.knowledge.actors.dictionary import Dictionary
from sayso.knowledge.actors.facts import ANY_DAY, Organisation, Role
from sayso.knowledge.actors.spelling import key, words_of
from sayso.reading.grounding.cast import Figure, stem
from sayso.reading.grounding.coding import Coded, affiliation, known_id
from sayso.reading.grounding.evidence import Told, organisation_on
from sayso.reading.grounding.hits import Hit, Phrase, read_phrase
from sayso.reading.grounding.nationality import compound, countries_in, countries_of, country_told
from sayso.reading.grounding.sectors import sector_told
from sayso.reading.masking import find_dateline
from sayso.reading.parsed import Parsed

STATE = frozenset({"GOV", "LEG", "JUD", "MIL", "COP", "SPY"})
"""Sectors whose bearers, unless their nationality is told, belong to the country that a report is at home in."""
AT_HOME = 2
"""Bodies of one country, and of no other, that must be named for the report to be at home there."""
SPOKESMAN = "GOV"
BODIES = frozenset({"institution", "group"})
MEDIA, METONYM = "media", "metonym"


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """What is known of a document beside its words."""

    day: str = ANY_DAY
    """The day of publication, ``YYYY-MM-DD``."""
    outlet: str | None = None


def code_figures(parsed: Parsed, figures: Sequence[Figure], about: About, dictionary: Dictionary) -> tuple[Coded, ...]:
    """The coding of each figure of a document, in their order."""
    scene = Scene(parsed, about, dictionary)
    return tuple(scene.code(figure) for figure in figures)


@dataclass(frozen=True, eq=False)
class Scene:
    """A document as the background of those who act in it."""

    parsed: Parsed
    about: About
    dictionary: Dictionary

    def code(self, figure: Figure) -> Coded:
        """The coding of one figure."""
        phrases = list(self._phrases(figure))
        near = self._near(figure)
        told = [country_told(p, self.dictionary, self.about.day, near) for p in phrases]
        country = next((t for t in told if t is not None), None)
        sector = self._sector(phrases, near)
        if country is None:
            speaks_for = self._represented(figure, phrases)
            country = speaks_for or self._inferred(phrases, sector)
            sector = sector or (Told(SPOKESMAN, speaks_for.why, inferred=True) if speaks_for else None)
        found = [t for t in (country, sector) if t is not None]
        return Coded(
            country=country.value if country else None,
            countries=next(filter(None, (compound(p, self.dictionary) for p in phrases)), ()) if country else (),
            sector=sector.value if sector else None,
            known=self._known(figure, phrases, near),
            affiliation=next(filter(None, map(affiliation, phrases)), None),
            why=tuple(dict.fromkeys(t.why for t in found)),
            inferred=any(t.inferred for t in found),
        )

    def _known(self, figure: Figure, phrases: Iterable[Phrase], near: Sequence[str]) -> str | None:
        person = figure.form in ("name", "role")
        ids = (known_id(p, self.dictionary, self.about.day, near, person) for p in phrases)
        return next(filter(None, ids), None)

    def _phrases(self, figure: Figure) -> Iterator[Phrase]:
        """What the text calls the figure: mentions in their order, then titles and functions."""
        parsed = self.parsed
        name = self._name_words(figure)
        seen = dict.fromkeys([*(t for _, t in sorted(figure.mentions.items())), *figure.roles])
        texts = [parsed.text[parsed.starts[t[0]] : parsed.ends[t[-1]]] for t in seen]
        texts.append(" ".join(figure.name).replace(" - ", "-"))
        for text in dict.fromkeys(texts):
            if len(figure.name) > 1 and words_of(text)[0].acronym and len(text.split()) == 1:
                continue  # the full name tells which of the bodies with that acronym is meant
            yield read_phrase(" ".join(text.split()), self.dictionary, name)

    def _name_words(self, figure: Figure) -> frozenset[str]:
        """The words of a person's name, which name no country; a country that was taken for a person keeps its name."""
        if figure.form != "name" or (
            len(figure.name) == 1 and figure.name[0].lower() not in self.dictionary.language.given_names
        ):
            return frozenset()
        return frozenset(key(word) for word in figure.name)

    def _near(self, figure: Figure) -> tuple[str, ...]:
        """The countries named in the sentence of the first mention."""
        _, sentence = self.sentences[self.parsed.sentence_of[min(figure.mentions)]]
        return countries_of(sentence, self.dictionary)

    def _sector(self, phrases: Iterable[Phrase], near: Sequence[str]) -> Told | None:
        """The first sector that words tell; the dictionary's for a name where they tell none."""
        told = [t for p in phrases if (t := sector_told(p, self.dictionary, self.about.day, near)) is not None]
        return next((t for t in told if t.known is None), told[0] if told else None)

    def _inferred(self, phrases: Sequence[Phrase], sector: Told | None) -> Told | None:
        """The country of an actor whose words name none."""
        told = self._as_before(role for phrase in phrases for role in _offices(phrase))
        if told is None and sector is not None and sector.value in STATE:
            told = self.home
        if told is None and sector is not None and len(self.named) == 1:
            told = Told(self.named[0], f"{self.named[0]} is the only country that the text names", inferred=True)
        return told

    def _represented(self, figure: Figure, phrases: Iterable[Phrase]) -> Told | None:
        """The country of the body named right before someone who is called its spokesman and no more."""
        representatives = self.dictionary.language.actor_words("representatives")
        if not any(r.term in representatives for p in phrases for h in p.hits for r in h.roles):
            return None
        at = min(figure.mentions)
        earlier = self.parsed.sentences[max(self.parsed.sentence_of[at] - 1, 0)][0]
        start, end = self.parsed.starts[earlier], self.parsed.starts[at]
        near = [(code, words) for place, code, words in self.bodies if start <= place < end]
        return Told(near[-1][0], f"speaks for “{near[-1][1]}”, named right before", inferred=True) if near else None

    @cached_property
    def bodies(self) -> tuple[tuple[int, str, str], ...]:
        """Official bodies that the text names with their country: where, the country, the words."""
        return tuple(self._bodies_with_country())

    def _bodies_with_country(self) -> Iterator[tuple[int, str, str]]:
        for at, phrase in self.sentences:
            for before, hit in zip((None, *phrase.hits), phrase.hits, strict=False):
                body = organisation_on(hit, self.about.day, ())
                start = at + phrase.words[hit.first].start
                if body is not None and body.sector in STATE and len(body.countries) == 1:
                    yield start, body.countries[0], phrase.written(hit)
                elif before is not None and before.countries and before.end == hit.first and _is_official(hit):
                    yield start, before.countries[0].code, f"{phrase.written(before)} {phrase.written(hit)}"

    def _as_before(self, roles: Iterable[Role]) -> Told | None:
        """The country that the text gives the same body or office elsewhere, if it gives it one only."""
        for role in roles:
            codes = self.owners.get(_substance(role.term), {})
            if len(codes) == 1:
                code, words = next(iter(codes.items()))
                return Told(code, f"{code}, as in “{words}” elsewhere in the text", inferred=True)
        return None

    @cached_property
    def sentences(self) -> tuple[tuple[int, Phrase], ...]:
        """Where each sentence begins, and all the hits in it."""
        parsed = self.parsed
        spans = [parsed.span_of(first, end) for first, end in parsed.sentences]
        return tuple((span.start, read_phrase(parsed.text[span.start : span.end], self.dictionary)) for span in spans)

    @cached_property
    def named(self) -> tuple[str, ...]:
        """The countries that the text names."""
        hits = (hit for _, phrase in self.sentences for hit in phrase.hits)
        return tuple(dict.fromkeys(hit.countries[0].code for hit in hits if hit.countries))

    @cached_property
    def owners(self) -> dict[frozenset[str], dict[str, str]]:
        """For each body and office the countries it stands beside in the text, with the words."""
        out: dict[frozenset[str], dict[str, str]] = {}
        for _, phrase in self.sentences:
            for one, two in pairwise(phrase.hits):
                if one.countries and two.roles and one.end == two.first:
                    words = f"{phrase.written(one)} {phrase.written(two)}"
                    out.setdefault(_substance(two.roles[0].term), {}).setdefault(one.countries[0].code, words)
        return out

    @cached_property
    def home(self) -> Told | None:
        """The country that a report is at home in, so that its bodies and officials need no nationality."""
        return self._dateline() or self._outlet() or self._bodies()

    def _dateline(self) -> Told | None:
        span = find_dateline(self.parsed.text, self.dictionary.language.dateline)
        codes = countries_in(self.parsed.text[span.start : span.end], self.dictionary) if span else ()
        return Told(codes[0], f"the report is datelined in {codes[0]}", inferred=True) if len(codes) == 1 else None

    def _outlet(self) -> Told | None:
        code = self.dictionary.outlets.get((self.about.outlet or "").lower())
        if code is None or (self.named and code not in self.named):
            return None
        return Told(code, f"{self.about.outlet} is an outlet of {code}", inferred=True)

    def _bodies(self) -> Told | None:
        """The one country of all bodies and media of the dictionary that the text names without a country."""
        bodies: dict[str, str] = {}
        for _, phrase in self.sentences:
            for before, hit in zip((None, *phrase.hits), phrase.hits, strict=False):
                body = organisation_on(hit, self.about.day, ())
                told = before is not None and before.countries and before.end == hit.first
                if body is not None and _is_domestic(body) and not told:
                    bodies[body.id] = body.countries[0]
        codes = set(bodies.values())
        if len(bodies) < AT_HOME or len(codes) != 1:
            return None
        code = codes.pop()
        return Told(code, f"all bodies that the text names without a country are of {code}", inferred=True)


def _offices(phrase: Phrase) -> list[Role]:
    """The official bodies and the offices of more than one word ("finance minister") that a phrase's core names."""
    roles = [r for part in phrase.parts[:1] for h in part.hits for r in h.roles if r.sector in STATE]
    return [r for r in roles if r.kind in BODIES or " " in r.term]


def _is_official(hit: Hit) -> bool:
    return any(role.kind in BODIES and role.sector in STATE for role in hit.roles)


def _is_domestic(body: Organisation) -> bool:
    """Whether a body is one that a report at home in its country names without a nationality."""
    official = body.sector in STATE and body.kind != METONYM
    return len(body.countries) == 1 and (official or body.kind == MEDIA)


def _substance(term: str) -> frozenset[str]:
    """The words of a body's name, endings and order apart."""
    return frozenset(stem(word) for word in term.split() if len(word) > 3)
