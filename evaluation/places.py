"""Toponyms with coordinates, as LGL, TR-News and GeoWebNews have them: demonyms and metonyms count there too."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import sayso
from sayso.knowledge.gazetteer.own import load_gazetteer
from sayso.knowledge.language import language
from sayso.reading.parse import Parser
from sayso.reading.places.descriptions import Sighting
from sayso.reading.places.find import PlaceFinder
from sayso.reading.places.recognise import load_recogniser


def predict_places(articles: Iterator[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """For each article its toponyms, whatever they stand for; descriptions ("the city") are no toponyms."""
    english = language("en")
    parser, finder = Parser(english), PlaceFinder(load_gazetteer(), english, load_recogniser("en"))
    for article in articles:
        document = sayso.make_document(article["text"], id=article["id"], url=article.get("url"))
        sightings = finder.sightings(parser(document.text), finder.clues(document.outlet, document.url))
        found = [place for s in sightings if s.named and s.choices for place in _toponym(document, s)]
        yield {"id": article["id"], "text": article["text"], "places": found}


def _toponym(document: sayso.Document, sighting: Sighting) -> Iterator[dict[str, Any]]:
    """The words that name a place, and the place; of "north of Aleppo" the last alone."""
    given = document.given(sighting.named if sighting.described and sighting.named else sighting.span)
    entry = sighting.choices[0].entry
    if given is not None:
        yield {
            "start": given.start,
            "end": given.end,
            "name": entry.name,
            "lat": entry.lat,
            "lon": entry.lon,
            "geonameid": int(entry.id.split(":")[1]) if entry.id.startswith("geonames:") else None,
        }
