"""How far places lie apart."""

from __future__ import annotations

import math

from sayso.knowledge.gazetteer.entry import Entry

EARTH = 6371.0
"""Mean radius in kilometres."""


def kilometres(one: Entry, other: Entry) -> float:
    """The great-circle distance of two places; infinite where one of them has no point."""
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return math.inf
    a, b, c, d = map(math.radians, (one.lat, one.lon, other.lat, other.lon))
    half = math.sin((c - a) / 2) ** 2 + math.cos(a) * math.cos(c) * math.sin((d - b) / 2) ** 2
    return 2 * EARTH * math.asin(min(1.0, math.sqrt(half)))
