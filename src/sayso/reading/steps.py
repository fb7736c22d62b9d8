"""All steps of a reading with what they need, loaded once: from a document to everything that is found in its text."""

from __future__ import annotations

from sayso.knowledge.actors.dictionary import dictionary
from sayso.knowledge.gazetteer.own import load_gazetteer
from sayso.knowledge.language import language
from sayso.knowledge.ontology import plover
from sayso.knowledge.quantities import quantity_words
from sayso.reading.attribution.find import find_attributions
from sayso.reading.attribution.tagger import load_tagger
from sayso.reading.bind import Found, Occasions
from sayso.reading.drafts import Draft, PlaceDraft, TimeDraft
from sayso.reading.events.find import EventFinder
from sayso.reading.events.network import load_network
from sayso.reading.grounding.parties import innermost_voices, parties_of
from sayso.reading.grounding.scenes import Scenes
from sayso.reading.grounding.speakers import ground
from sayso.reading.options import Options
from sayso.reading.parse import Parser
from sayso.reading.parsed import Parsed
from sayso.reading.places.find import PlaceFinder
from sayso.reading.places.recognise import load_recogniser
from sayso.reading.quantities.find import find_quantities
from sayso.reading.times.find import find_times
from sayso.schema.document import Document
from sayso.schema.reading import Provenance
from sayso.version import __version__

MATERIAL = (2, 4)
"""Quad classes of deeds that are more than words: material cooperation and conflict."""
DAYS = ("DATE", "TIME")
"""Types of times at which something can happen; a length of time is none."""


class Steps:
    """The steps of a reading.

    Raises:
        BadOptions: a language that sayso does not read.
        BadKnowledge: a file of facts has a mistake.
        MissingModel: the parser or the weights are missing or altered.
        MissingKnowledge: the gazetteer has not been compiled.
    """

    def __init__(self, options: Options) -> None:
        self.options = options
        self.language = language(options.language)
        self.parser = Parser(self.language, options.pipeline)
        self.tagger = load_tagger(self.language.code)
        self.network = load_network(self.language.code)
        self.events = EventFinder(self.network, self.language, options.event_confidence)
        self.gazetteer = load_gazetteer(options.gazetteer)
        self.places = PlaceFinder(self.gazetteer, self.language, load_recogniser(self.language.code))
        self.actors = dictionary(self.language)
        self.actors.load()
        self.amounts = quantity_words(self.language)
        self.deeds = frozenset(t.name for t in plover().types.values() if t.quad in MATERIAL)

    def provenance(self) -> Provenance:
        """The versions of all that a reading depends on."""
        return Provenance(
            sayso=__version__,
            parser=self.parser.version,
            models=f"{self.tagger.version}-{self.network.version}-{self.places.recogniser.version}",
            knowledge=f"{self.language.version}-{self.actors.version}-{self.gazetteer.version}",
            options=self.options.changed(),
        )

    def find(self, document: Document) -> tuple[Parsed, Found]:
        """The parse of a document and everything found in it."""
        parsed = self.parser(document.text)
        drafts = find_attributions(parsed, self.tagger, self.language)
        drafts = tuple(d for d in drafts if all(v.confidence >= self.options.confidence for v in d.voices()))
        events, voices = self.events(parsed), innermost_voices(drafts)
        times = find_times(parsed, document.published, self.language)
        places = self.places(parsed, outlet=document.outlet, url=document.url)
        scenes = Scenes(parsed, drafts, events, voices, self.language)
        return parsed, Found(
            attributions=drafts,
            events=events,
            quantities=find_quantities(parsed, events, self.amounts, self.language),
            times=times,
            places=places,
            occasions=self._occasions(scenes, drafts, times, places),
            voices=voices,
            grounded=ground(parsed, drafts, parties_of(events, voices), self.language),
        )

    def _occasions(
        self, scenes: Scenes, drafts: tuple[Draft, ...], times: tuple[TimeDraft, ...], places: tuple[PlaceDraft, ...]
    ) -> Occasions:
        """Which times and places belong to which events and sayings."""
        days = [t for t in times if t.type in DAYS and t.tokens]
        spots = [m for p in places for m in p.mentions if m.use == "literal" and m.tokens]
        when = scenes.times([t.tokens for t in days])
        where = scenes.places([m.tokens for m in spots], self.deeds)
        said = [scenes.of_saying([t.tokens for t in days], draft) for draft in drafts]
        return Occasions(
            times=tuple(tuple(days[n].span for n in numbers) for numbers in when),
            places=tuple(tuple(spots[n].span for n in numbers) for numbers in where),
            said=tuple(None if n is None else days[n].span for n in said),
        )
