"""Claims as GeoJSON (RFC 7946).

Only a place that is known to the province or nearer is put on the map. A point in the middle of a country says nothing
of where something happened, and on a map it would look as if it did: such a claim has no geometry, and the middle
stands in its properties as ``centroid``.
"""

from __future__ import annotations

from typing import Any, BinaryIO

from sayso.exports.lines import JsonList
from sayso.exports.told import told
from sayso.schema.claim import Claim
from sayso.schema.reading import Reading
from sayso.schema.wire import plain

POINT_IS = {"site": "place", "city": "place", "admin": "centroid"}
"""What the point of a claim is, by the precision of its place: the place itself, or the middle of a province."""


class GeoJson(JsonList):
    """GeoJSON with one feature a claim; one known no nearer than its country has no geometry."""

    def __init__(self, out: BinaryIO) -> None:
        super().__init__(out, '{"type":"FeatureCollection","features":[', "]}")

    def write(self, reading: Reading) -> None:
        """The claims of a reading, those without a place too."""
        for each in told(reading):
            self.add(_feature(each.claim, each.voice))


def _feature(claim: Claim, voice: str) -> dict[str, Any]:
    position = _position(claim)
    point_is = POINT_IS.get(claim.place_precision or "")
    on_map = position is not None and point_is is not None
    return {
        "type": "Feature",
        "id": claim.claim_id,
        "geometry": {"type": "Point", "coordinates": position} if on_map else None,
        "properties": {
            "voice": voice,
            **plain(claim),
            "point_is": point_is if on_map else None,
            "centroid": None if on_map else position,
        },
    }


def _position(claim: Claim) -> list[float] | None:
    """Longitude first, as the format has it."""
    return None if claim.lon is None or claim.lat is None else [claim.lon, claim.lat]
