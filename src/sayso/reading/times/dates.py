"""Readings of what the calendar names: days, months, years, holidays."""

from __future__ import annotations

from dataclasses import replace

from sayso.reading.times.grammar import Match
from sayso.reading.times.moments import Moment
from sayso.reading.times.reasons import name
from sayso.reading.times.scene import Frame, Scene, Sense
from sayso.schema.when import Anchor

FIRST_PLAIN_YEAR = 1500
"""Smaller numbers of four digits count as years only after a preposition, or beside other words of time."""
FIRST_RECENT = 1900
FORESEEABLE = 100
"""Years after publication; a larger number is no year."""


def read_calendar(match: Match, scene: Scene) -> Sense | None:
    """A month, with or without day and year: "5 May 1789", "early June", "last March", "May 10 of that year"."""
    if match.has("attributive") and not scene.is_before_noun(match.end - 1):
        return None
    month, day = int(match.get("month") or match.get("attributive") or 0), _number(match, "day")
    year, anchor, why = _year(match, scene, month, day)
    moment = Moment(year=year, month=month, day=day)
    if anchor is not None and year is not None and not moment.is_possible:  # 29 February: the last that there was
        years = (Moment(year=year - back, month=month, day=day) for back in range(1, 9))
        moment = next((m for m in years if m.is_possible), moment)
    if match.has("old_year") and not match.has("era") and scene.era is None:
        return None
    return point(match, moment, anchor, why) if moment.is_possible else None


def _year(match: Match, scene: Scene, month: int, day: int | None) -> tuple[int | None, Anchor | None, str]:
    stated = _year_in(match, scene)
    if stated is not None:
        return stated, None, "the year is stated"
    if match.has("relative"):
        year, anchor = _related_year(match, scene, month)
        return year, anchor, "a relation to the anchor's month"
    year, anchor = scene.year_of(month, day, match)
    return (
        year,
        anchor,
        f"the year follows from {name(anchor)} and the tense" if anchor else "no anchor gives a year",
    )


def _related_year(match: Match, scene: Scene, month: int) -> tuple[int | None, Anchor | None]:
    """The year of "last May", "next May", "that May", "May of the same year"."""
    count, frame = relation(match)
    base, anchor = scene.base(frame, "Y", match)
    if base is None or base.year is None:
        return None, None
    if count == 0 or match.has("unit") or base.month is None:
        return base.year + count, anchor
    if count < 0:
        return base.year - (month >= base.month), anchor
    return base.year + (month <= base.month), anchor


def relation(match: Match) -> tuple[int, Frame]:
    """The count and frame of "last", "this", "following": ``(-1, "now")``."""
    count, _, frame = (match.get("relative") or "0 now").partition(" ")
    return int(count), "then" if frame == "then" else "now"


def stated_year(match: Match) -> int | None:
    """The year that the words give."""
    for given in ("year", "old_year", "short_year", "number"):
        if match.has(given):
            year = int(match.get(given) or 0)
            return -year if match.get("era") == "BC" else year or None
    return None


def _year_in(match: Match, scene: Scene) -> int | None:
    """The year that the words give, in the era that the text dates by."""
    year = stated_year(match)
    before_christ = year is not None and match.has("old_year") and not match.has("era") and scene.era == "BC"
    return -year if before_christ and year is not None else year


def _number(match: Match, name: str) -> int | None:
    value = match.get(name)
    return int(value) if value else None


def point(match: Match, moment: Moment, anchor: Anchor | None, why: str) -> Sense:
    """The sense of a match that names a point of the calendar."""
    return Sense(
        first=match.first, end=match.end, type="DATE", value=moment.value, moment=moment, anchor=anchor,
        modifier=modifier(match), why=why,
    )  # fmt: skip


def begin(match: Match) -> int:
    """The first word, without an article that belongs to the noun after it: "the 19th-century house"."""
    return match.first + (match.has("the") and match.has("dash") and match.at("the") == match.first)


def modifier(match: Match) -> str | None:
    """``START`` of "early", ``APPROX`` of "about"."""
    return match.get("edge") or match.get("approximately") or None


def read_year(match: Match, scene: Scene) -> Sense | None:
    """A year: "1945", "early 1945", "480 BC", "the year 1950"."""
    year = _year_in(match, scene)
    if year is None or not (match.has("era") or match.has("unit") or _is_year(match, scene, year)):
        return None
    return point(match, Moment(year=year), None, "the year is stated")


def _is_year(match: Match, scene: Scene, year: int) -> bool:
    """Whether a bare number is a year rather than an amount, a price, a model."""
    if scene.now is not None and scene.now.year is not None and year > scene.now.year + FORESEEABLE:
        return False
    at = match.at("year") if match.has("year") else match.at("old_year")
    before, after = scene.kinds(at - 1), scene.kinds(match.end)
    if "money" in before or after & {"no year", "unit", "units"} or _is_joined(match, scene, at):
        return False
    if "house" in before or (not _is_recent(scene, year) and _counts_things(match, scene, at)):
        return False
    if match.has("old_year"):
        return scene.era is not None and "in" in before
    return abs(year) >= FIRST_PLAIN_YEAR or scene.era is not None or "in" in before


def _is_joined(match: Match, scene: Scene, at: int) -> bool:
    """Whether the number is part of a longer sign: "B-1900", "2000/1", "1900.5"."""
    text, word = scene.parsed.text, scene.words[at]
    before, after = text[max(0, word.start - 2) : word.start], text[word.end : word.end + 2]
    if before[-1:] in ("/", "_", "\\", "@", "#", "&", "=") or (before[-1:] == "." and before[:1].isdigit()):
        return True
    if before[-1:] in ("-", "–") and before[:1].isalpha() and not match.has("edge"):
        return True
    return after[:1] in ("_", "\\", "@", "%", "°") or (after[:1] == "." and after[1:].isdigit())


def _is_recent(scene: Scene, year: int) -> bool:
    """Whether a number is a likely year before any noun ("2012 elections"): recent, and not as round as amounts are."""
    last = (scene.now.year if scene.now is not None and scene.now.year else FIRST_RECENT + 150) + 10
    return FIRST_RECENT <= year <= last and year % 50 != 0


def _counts_things(match: Match, scene: Scene, at: int) -> bool:
    """Whether the number counts the plural noun after it: "2000 troops", but "the 2004 elections"."""
    parsed, word = scene.parsed, scene.words[at]
    first, end = parsed.tokens_of(scene.span(at, at + 1))
    if first >= end or end >= len(parsed) or parsed.starts[end] > word.end + 1:
        return False
    if first and parsed.lowers[first - 1] in scene.language.words("definite"):
        return False
    plural = parsed.tags[end] in scene.language.tags("plural") and parsed.words[end].islower()
    return plural and parsed.heads[first] == end


def read_neighbours(match: Match, scene: Scene) -> tuple[Sense, ...]:
    """Two dates that share what one of them leaves out: "May 3–9, 1918", "5 and 6 June", "1914–18"."""
    if match.has("short_year"):
        return _clipped(match)
    month = int(match.get("month") or 0)
    second_month = int(match.get("month_2") or month)
    day = _number(match, "day")
    second_day = _number(match, "day_2")
    year, anchor, why = _year(match, scene, month, day)
    moments = (
        Moment(year=year, month=month, day=day),
        Moment(year=year, month=second_month, day=second_day),
    )
    if not all(m.is_possible for m in moments) or (second_month == month and (second_day or 0) <= (day or 0)):
        return ()
    if match.has("year") and second_month < month and year is not None:
        moments = (Moment(year=year - 1, month=month, day=day), moments[1])
    joint = match.at("dash") if match.has("dash") else match.at("and")
    return (
        point(match, moments[0], anchor, why).moved(match.first, joint),
        point(match, moments[1], anchor, why).moved(joint + 1, match.end),
    )


def _clipped(match: Match) -> tuple[Sense, ...]:
    year = int(match.get("year") or 0)
    second = year // 100 * 100 + int(match.get("short_year") or 0)
    if second <= year:
        return ()
    why = "the century is that of the year before"
    return (
        point(match, Moment(year=year), None, "the year is stated").moved(match.first, match.at("year") + 1),
        point(match, Moment(year=second), None, why).moved(match.at("short_year"), match.end),
    )


def read_named(match: Match, scene: Scene) -> Sense | None:
    """A date in figures, or one known by a name of its own: "2016-08-23", "31.12.2016", "9/11"."""
    if match.has("named_date"):
        return point(match, _moment(match.get("named_date") or ""), None, "known by this name")
    if match.has("clipped"):
        return point(match, Moment(year=century_of(int(match.get("clipped") or 0), scene)), None, "a clipped year")
    if match.has("figures"):
        return _figures(match, scene)
    stamp = match.get("stamp") or ""
    moment = _moment(stamp[:10])
    if not moment.is_possible or moment.year == 0:
        return None
    sense = point(match, moment, None, "the date is stated")
    if len(stamp) == len(moment.value):
        return sense
    return replace(sense, type="TIME", value=f"{moment.value}T{stamp[11:16]}")


def _moment(stamp: str) -> Moment:
    year, month, day = (int(part) for part in stamp.split("-"))
    return Moment(year=year, month=month, day=day)


def _figures(match: Match, scene: Scene) -> Sense | None:
    """A date in figures; month and day change places where only one order is a date, and else where they are alike."""
    written = match.get("figures") or ""
    first, second, year = (int(part) for part in written.replace(".", "/").split("/"))
    if year < 100:
        year = century_of(year, scene)
    orders = [(second, first)] if "." in written else [(first, second), (second, first)]
    possible = {Moment(year=year, month=m, day=d) for m, d in orders if Moment(year=year, month=m, day=d).is_possible}
    if not possible or year < 1:
        return None
    if len(possible) > 1:
        possible = {Moment(year=year)}
    return point(match, possible.pop(), None, "the date is stated in figures")


def century_of(short: int, scene: Scene) -> int:
    """The year that two figures stand for: of the last date in a history, of the hundred years to publication else."""
    base = scene.then if scene.narrative and scene.then else scene.now
    if base is None or base.year is None or base.year < 100:
        return short + (1900 if short > 30 else 2000)
    year = base.year // 100 * 100 + short
    return year - 100 if year > base.year + (50 if scene.narrative else 10) else year


def read_holiday(match: Match, scene: Scene) -> Sense | None:
    """A day that is the same every year: "Christmas 1963", "New Year's Eve"."""
    stated = match.get("holiday") or ""
    if not stated:
        return None
    month, day = (int(part) for part in stated.split("-"))
    year, anchor, why = _year(match, scene, month, day)
    sense = replace(
        point(match, Moment(year=year, month=month, day=day), anchor, ""), why=f"a day of the calendar; {why}"
    )
    if scene.narrative and not match.has("year"):
        sense = replace(sense, moment=None)
    if match.has("part"):
        return replace(sense, type="TIME", value=f"{sense.value}T{match.get('part')}")
    return sense
