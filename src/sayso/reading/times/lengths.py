"""Readings of lengths of time, of what comes again, and of the vague past, present and future."""

from __future__ import annotations

from dataclasses import replace

from sayso.reading.times.dates import modifier
from sayso.reading.times.grammar import Match
from sayso.reading.times.moments import Moment, duration_value
from sayso.reading.times.scene import Scene, Sense

HALVES = {"TH": "PT30M", "Y": "P6M", "D": "PT12H", "DE": "P5Y", "CE": "P50Y", "M": "P2W", "TM": "PT30S"}
"""Half of a unit, where there is a smaller one."""


def _sense(match: Match, type_: str, value: str, why: str, range_: tuple[str, str] | None = None) -> Sense:
    return Sense(
        first=match.first, end=match.end, type=type_, value=value, modifier=modifier(match), range=range_, why=why
    )


def read_duration(match: Match, scene: Scene) -> Sense | None:
    """A length: "two years", "ten-day", "several months", "half an hour", "two and a half years", "a week"."""
    if _is_age(match, scene):
        return None
    if match.has("length"):
        return _sense(match, "DURATION", match.get("length") or "", "a length")
    unit = match.get("unit") or match.get("units") or match.get("quarter") or ""
    if unit == "WE" and match.has("a"):
        return None
    if unit == "TS" and not match.has("units"):
        return None
    if match.get("number") == "X" and match.has("unit") and not match.has("dash"):
        return None
    count = match.get("number_2") or match.get("number") or match.get("vague") or ("1" if _is_single(match) else "X")
    if count == "0":
        return None
    if match.has("half"):
        if not match.has("number") and not match.has("whole"):
            return _sense(match, "DURATION", HALVES.get(unit, duration_value("0.5", unit)), "half of a unit")
        count = f"{count}.5"
    type_ = "SET" if _is_rate(match, scene) else "DURATION"
    sense = _sense(match, type_, duration_value(count, unit), "comes again" if type_ == "SET" else "a length")
    if match.has("approximately") and match.at("approximately") == match.first and scene.is_preposition(match.first):
        return replace(sense, first=match.first + 1, modifier=None)
    return sense


def _is_rate(match: Match, scene: Scene) -> bool:
    """Whether "a day" says how often, standing after a noun or number: "three times a day"."""
    more = ("dash", "approximately", "filler", "half")
    if not match.has("a") or any(map(match.has, more)) or "shifted at end" in scene.kinds(match.end):
        return False
    parsed, language = scene.parsed, scene.language
    before = parsed.tokens_of(scene.span(match.first, match.end))[0] - 1
    if before < 0:
        return False
    counted = language.tags("noun") | language.tags("number")
    return parsed.tags[before] in counted or parsed.lowers[before] in language.words("times_over")


def _is_single(match: Match) -> bool:
    return match.has("a") or match.has("unit") or match.has("quarter")


def _is_age(match: Match, scene: Scene) -> bool:
    """Whether an age is meant: "62 years old", "a 10-year-old"."""
    after = scene.kinds(match.end)
    return "old" in after or ("dash" in after and "old" in scene.kinds(match.end + 1))


def read_elapsed(match: Match, scene: Scene) -> Sense | None:
    """A length that ends or begins at an anchor: "the past three years", "the next six months"."""
    unit = match.get("unit") or match.get("units") or match.get("quarter") or ""
    single = match.has("unit") or match.has("quarter")
    count = match.get("number_2") or match.get("number") or match.get("vague") or ("1" if single else "X")
    side = int(match.get("elapsed") or 0)
    range_ = None
    if side and count.isdigit() and scene.now is not None and not scene.narrative:
        other = away(scene.now, unit, side * int(count))
        bounds = sorted([scene.now.value, other]) if other else []
        range_ = (bounds[0], bounds[1]) if bounds else None
    anchor = scene.anchor if range_ else None
    return Sense(first=match.first, end=match.end, type="DURATION", value=duration_value(count, unit), anchor=anchor,
                 range=range_, modifier=modifier(match), why="a length up to or from an anchor")  # fmt: skip


def read_set(match: Match, scene: Scene) -> Sense | None:
    """What comes again: "every day", "each Monday", "daily", "twice a week", "per month", "Saturdays"."""
    if match.has("adverb_of_repetition"):
        if scene.is_in_name(match.first):
            return None
        return _sense(match, "SET", match.get("adverb_of_repetition") or "", "comes again")
    if (value := _every_day(match)) is not None:
        return _sense(match, "SET", value, "comes again")
    return _every_unit(match)


def _every_day(match: Match) -> str | None:
    """The value of a weekday, day of the year, season or part of the day that comes again."""
    part = match.get("part") or match.get("parts")
    hours = f"T{part}" if part else ""
    if day := match.get("weekdays") or match.get("weekday"):
        return f"XXXX-WXX-{day}{hours}"
    if month := match.get("month"):
        return f"XXXX-{int(month):02}" + (f"-{int(match.get('day') or 0):02}" if match.has("day") else "")
    if match.has("season"):
        return f"XXXX-{match.get('season')}"
    return f"XXXX-XX-XX{hours}" if part else None


def _every_unit(match: Match) -> Sense | None:
    unit = match.get("unit") or match.get("units") or match.get("quarter") or ""
    other = (match.get("every") or "").endswith("2")
    count = match.get("number") or match.get("ordinal") or ("2" if other else "1")
    if match.has("vague"):
        count = "X"
    return _sense(match, "SET", "XXXX-WXX-WE" if unit == "WE" else duration_value(count, unit), "comes again")


def read_reference(match: Match, scene: Scene) -> Sense | None:
    """The vague past, present or future: "now", "recently", "the future", "recent years", "the coming weeks"."""
    value = match.get("reference") or match.get("period") or match.get("recent") or ""
    if match.has("period") and _is_adjective(match, scene):
        return None
    return _sense(match, "DATE", value, "no certain time")


def _is_adjective(match: Match, scene: Scene) -> bool:
    """Whether a noun follows at once, as in "the present government"."""
    parsed = scene.parsed
    _, end = parsed.tokens_of(scene.span(match.first, match.end))
    return end < len(parsed) and parsed.tags[end] in (
        scene.language.tags("noun") | scene.language.tags("adjective") | scene.language.tags("number")
    )


def away(now: Moment, unit: str, count: int) -> str | None:
    """The same day some days, weeks, months or years away; the last of the month where it has fewer days."""
    moved = now.shifted(unit, count)
    if moved is None or moved.year is None or moved.year < 1 or not now.day:
        return None
    if moved.day:
        return moved.value
    days = (Moment(year=moved.year, month=moved.month or now.month, day=day) for day in range(now.day, now.day - 4, -1))
    return next(day.value for day in days if day.is_possible)
