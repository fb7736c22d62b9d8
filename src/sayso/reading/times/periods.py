"""Readings of stretches of the calendar: decades, centuries, seasons, quarters and halves of a year, fiscal years."""

from __future__ import annotations

from sayso.reading.times.dates import begin, century_of, modifier, point, relation, stated_year
from sayso.reading.times.grammar import Match
from sayso.reading.times.moments import Moment, quarter_value, year_value
from sayso.reading.times.reasons import name
from sayso.reading.times.scene import Scene, Sense
from sayso.schema.when import Anchor

SEASON_MONTHS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
"""The month in which a season begins in the north; in the south the year of a season is the same but for winter."""


def read_decade(match: Match, scene: Scene) -> Sense | None:
    """The 1990s; '90s are those of the last hundred years."""
    written = match.get("decade") or ""
    if len(written) == 2:
        if scene.parsed.text[scene.words[match.at("decade")].start].isdigit() and not match.has("the"):
            return None  # "in his 40s"
        year = century_of(int(written), scene)
    elif len(written) == 4 or match.has("era"):
        year = int(written)
    else:
        return None
    value = year_value(-year if match.get("era") == "BC" else year)[:-1]
    moment = Moment(year=year) if match.get("era") != "BC" else None
    sense = point(match, Moment(year=year), None, "a decade")
    return Sense(first=sense.first, end=sense.end, type="DATE", value=value, modifier=sense.modifier, why=sense.why,
                 moment=moment if scene.narrative else None)  # fmt: skip


def read_century(match: Match, scene: Scene) -> Sense | None:
    """The 19th century: 18."""
    nth = int(match.get("ordinal") or 0)
    if not 1 <= nth <= 22:
        return None
    value = f"BC{nth - 1:02}" if match.get("era") == "BC" else f"{nth - 1:02}"
    return Sense(first=begin(match), end=match.end, type="DATE", value=value, modifier=modifier(match), why="a century")


def read_season(match: Match, scene: Scene) -> Sense | None:
    """A season: "the summer of 2010", "last winter", "that spring". Its days are not given: hemispheres differ."""
    season = match.get("season") or ""
    year, anchor = stated_year(match), None
    if year is None:
        year, anchor = _season_year(match, scene, SEASON_MONTHS[season])
    moment = Moment(year=year) if year is not None and not anchor else None
    why = "the year is stated" if anchor is None else f"counted from {name(anchor)}"
    return Sense(first=match.first, end=match.end, type="DATE", value=f"{year_value(year)}-{season}", moment=moment,
                 anchor=anchor, modifier=modifier(match), why=why)  # fmt: skip


def _season_year(match: Match, scene: Scene, month: int) -> tuple[int | None, Anchor | None]:
    count, frame = relation(match)
    if match.has("unit"):
        base, anchor = scene.base(frame, "Y", match)
        return (base.year + count, anchor) if base and base.year else (None, None)
    if scene.narrative:
        frame = "then"
    base, anchor = scene.base(frame, "Y", match)
    if base is None or base.year is None:
        return None, None
    if base.month is None:
        return base.year + count, anchor
    if count < 0:
        return base.year - (base.month < month + 3), anchor
    if count > 0:
        return base.year + (base.month >= month), anchor
    if frame == "now" and not match.has("relative") and scene.tense(match) == "past":
        return base.year - (base.month < month), anchor
    return base.year, anchor


def read_quarter(match: Match, scene: Scene) -> Sense | None:
    """A quarter of a year: "the third quarter", "first-quarter", "the fourth quarter of 1998"."""
    nth = int(match.get("ordinal") or 0)
    if not 1 <= nth <= 4:
        return None
    year, anchor = stated_year(match), None
    if year is None:
        year, anchor = _quarter_year(match, scene, nth)
    return Sense(first=begin(match), end=match.end, type="DATE", value=f"{year_value(year)}-Q{nth}", anchor=anchor,
                 modifier=modifier(match), why="a quarter")  # fmt: skip


def _quarter_year(match: Match, scene: Scene, nth: int) -> tuple[int | None, Anchor | None]:
    count, frame = relation(match)
    base, anchor = scene.base("then" if match.has("relative") and frame == "then" else "now", "Q", match)
    if base is None or base.year is None:
        return None, None
    if match.has("relative"):
        return base.year + count, anchor
    current = int(quarter_value(2000, base.month or 1)[-1])
    if scene.tense(match) == "future":
        return base.year + (nth < current), anchor
    return base.year - (nth > current), anchor


def read_half(match: Match, scene: Scene) -> Sense | None:
    """A half of a year: "the first half of 2008", "the second half of the year"."""
    nth = match.get("half_ordinal")
    year, anchor = stated_year(match), None
    if year is None:
        count, frame = relation(match)
        base, anchor = scene.base("then" if scene.narrative or frame == "then" else "now", "Y", match)
        year = base.year + count if base and base.year else None
    return Sense(first=match.first, end=match.end, type="DATE", value=f"{year_value(year)}-H{nth}",
                 anchor=anchor if year else None, why="a half of a year")  # fmt: skip


def read_fiscal(match: Match, scene: Scene) -> Sense | None:
    """A fiscal year; when it begins differs from house to house, so it has no days."""
    year, anchor = stated_year(match), None
    if year is None:
        count, frame = relation(match)
        base, anchor = scene.base(frame, "Y", match)
        year = base.year + count if base and base.year else None
    return Sense(first=match.first, end=match.end, type="DATE", value=f"FY{year_value(year)}", anchor=anchor,
                 modifier=modifier(match), why="a fiscal year")  # fmt: skip
