"""Readings of what is counted from an anchor: weekdays, "yesterday", "last week", "two years ago", "that night"."""

from __future__ import annotations

from dataclasses import replace

from sayso.reading.times.dates import begin, modifier, read_calendar, relation
from sayso.reading.times.grammar import Match
from sayso.reading.times.moments import Moment, quarter_value, unit_value
from sayso.reading.times.reasons import counted, name
from sayso.reading.times.scene import Scene, Sense
from sayso.schema.when import Anchor

WEEKEND = 5
"""The weekday on which a weekend begins, Monday being 0."""


def _sense(
    match: Match, value: str, moment: Moment | None, anchor: Anchor | None, why: str, type_: str = "DATE"
) -> Sense:
    return Sense(
        first=begin(match), end=match.end, type=type_, value=value, moment=moment, anchor=anchor,
        modifier=modifier(match), why=why,
    )  # fmt: skip


def read_weekday(match: Match, scene: Scene) -> Sense | None:
    """A weekday, with a part of the day perhaps: "last Tuesday", "Monday night", "the following Friday"."""
    wanted = int(match.get("weekday") or 1) - 1
    day, anchor, why = _weekday(match, scene, wanted)
    value = day.value if day else f"XXXX-WXX-{wanted + 1}"
    sense = _sense(match, value, day, anchor if day else None, why)
    return _at(sense, match.get("part") or match.get("overnight"))


def _at(sense: Sense, part: str | None) -> Sense:
    """A day with the part of it that is meant."""
    if part is None:
        return sense
    return Sense(
        first=sense.first, end=sense.end, type="TIME", value=f"{sense.value}T{part}", moment=sense.moment,
        anchor=sense.anchor, modifier=sense.modifier, why=sense.why,
    )  # fmt: skip


def _weekday(match: Match, scene: Scene, wanted: int) -> tuple[Moment | None, Anchor | None, str]:
    count, frame = relation(match)
    if "ordinal" in scene.kinds(match.first - 1):
        return None, None, "one of several in a month or year"
    if frame == "now" and scene.narrative and not match.has("relative"):
        return None, None, "a weekday in a history is not counted from its publication"
    base, anchor = scene.base(frame, "D", match)
    if base is None or base.date is None:
        return None, None, "no anchor gives the week"
    if match.has("week"):  # "Monday of next week"
        days = 7 * count + wanted - base.date.weekday()
        return base.shifted("D", days), anchor, f"of {counted(count, 'W', anchor)}"
    after = (wanted - base.date.weekday()) % 7
    if match.has("relative") and count:
        days = (after or 7) if count > 0 else after - 7
        side = "after" if count > 0 else "before"
    else:
        tense = scene.tense(match)
        if tense in (None, "present") and match.has("relative"):
            return base.shifted("D", wanted - base.date.weekday()), anchor, f"of {counted(0, 'W', anchor)}"
        ahead = tense in ("future", "copula")
        days = after if ahead or not after else after - 7
        side = "on or after, since the sentence speaks of what is to come," if ahead else "on or before"
    return base.shifted("D", days), anchor, f"the one {side} {name(anchor)}"


def read_day(match: Match, scene: Scene) -> Sense | None:
    """Today, yesterday, tonight, last night."""
    stated = match.get("deictic") or match.get("tonight") or "0"
    count, _, part = stated.partition(" ")
    day = scene.now.shifted("D", int(count)) if scene.now else None
    value = day.value if day else "XXXX-XX-XX"
    why = counted(int(count), "D", scene.anchor) if day else "no anchor gives the day"
    sense = _sense(match, value, day, scene.anchor if day else None, why)
    return _at(sense, match.get("part") or part or None)


def _week_of_month(match: Match, scene: Scene) -> Sense | None:
    """A week or day of a month by its order: "the last week of August" lies late in it."""
    sense = read_calendar(match, scene)
    if sense is None:
        return None
    nth = match.get("ordinal") or ""
    return replace(
        sense, modifier="START" if nth == "1" else "END" if nth in ("-1", "0") else "MID", why="a part of the month"
    )


def read_relative(match: Match, scene: Scene) -> Sense | None:
    """A unit of the calendar by its relation to an anchor: "last week", "this year", "the next day", "that month"."""
    unit = match.get("unit") or match.get("quarter") or "D"
    if unit.startswith("T") or unit == "2W" or (unit == "D" and match.get("relative") == "-1 now"):
        return None  # "the last day" of something is no yesterday
    if match.has("month"):
        return _week_of_month(match, scene)
    count, frame = relation(match)
    if match.has("the") and frame == "now" and count and (unit == "D" or scene.narrative):
        frame = "then"
    if not match.has("relative"):
        frame = "then" if scene.narrative or unit == "D" else "now"
    base, anchor = scene.base(frame, unit, match)
    if base is None:
        return _sense(match, unit_value(Moment(), unit), None, None, "no anchor to count from")
    if unit == "WE":
        return _weekend(match, scene, base, anchor, count)
    if unit == "Q":
        value = quarter_value(base.year, base.month, count) if base.year and base.month else "XXXX-QX"
        return _sense(match, value, None, anchor, counted(count, "Q", anchor))
    moment = base.shifted(unit, count) if count else base
    value = unit_value(moment or Moment(year=base.year), unit)
    return _sense(match, value, _cut(moment, unit), anchor, counted(count, unit, anchor))


def _cut(moment: Moment | None, unit: str) -> Moment | None:
    """What is known of a moment when only its unit is named."""
    if moment is None or unit in ("W", "DE", "CE", "ML"):
        return None
    if unit == "D":
        return moment
    return Moment(year=moment.year, month=moment.month if unit == "M" else None)


def _weekend(match: Match, scene: Scene, base: Moment, anchor: Anchor | None, count: int) -> Sense:
    day = base.date
    if day is None:
        return _sense(match, unit_value(base, "WE"), None, anchor, "no anchor gives the week")
    if count == 0 and day.weekday() < WEEKEND and _is_over(match, scene):
        count = -1
    value = unit_value(base.shifted("WE", count) or Moment(), "WE")
    return _sense(match, value, None, anchor, counted(count, "WE", anchor))


def _is_over(match: Match, scene: Scene) -> bool:
    """Whether "the weekend", "this weekend" told of during the week is the one before."""
    tense = scene.tense(match)
    return tense == "past" or (tense not in ("future", "copula") and not match.has("relative"))


def read_shift(match: Match, scene: Scene) -> Sense | None:
    """A stretch of time away from an anchor: "two years ago", "a week earlier", "three days later"."""
    count, _, frame = (match.get("ago") or match.get("shifted") or match.get("shifted_at_end") or "").partition(" ")
    unit = match.get("unit") or match.get("units") or "D"
    number = match.get("number") or match.get("vague") or ("1" if match.has("the") or match.has("dash") else "X")
    if not number.isdigit():
        value = "PAST_REF" if count == "-1" else "FUTURE_REF"
        return _sense(match, value, None, None, "how long is not said")
    base, anchor = scene.base("now" if frame == "now" else "then", unit, match)
    if unit == "TH" and int(number) % 24 == 0:
        unit, number = "D", str(int(number) // 24)
    if unit.startswith("T"):
        why = "the hour it is counted from is not known"
        return _sense(match, "XXXX-XX-XXTXX", None, None, why, "TIME")
    if base is None:
        return _sense(match, unit_value(Moment(), unit), None, None, "no anchor to count from")
    moment = base.shifted(unit, int(count) * int(number))
    value = unit_value(moment or Moment(year=base.year if unit in ("D", "W", "M") else None), unit)
    if unit == "W" and moment and scene.narrative:
        value = moment.value
    return _sense(match, value, moment, anchor, counted(int(count) * int(number), unit, anchor))


def read_part(match: Match, scene: Scene) -> Sense | None:
    """A part of a day: "this morning", "that night", "the following morning", "overnight", "at night"."""
    part = match.get("part") or match.get("overnight") or ""
    if match.has("relative"):
        count, frame = relation(match)
        if match.has("the") and count:
            frame = "then"
        base, anchor = scene.base(frame, "D", match)
        day = base.shifted("D", count) if base else None
        value = day.value if day else "XXXX-XX-XX"
        return _at(_sense(match, value, day, anchor if day else None, "a part of a day"), part)
    if part == "NI" and not match.has("the") and "at" in scene.kinds(match.first - 1):
        return _at(_sense(match, "XXXX-XX-XX", None, None, "no certain day"), part)
    return read_clock_of(match, scene, f"T{part}")


def read_clock(match: Match, scene: Scene) -> Sense | None:
    """A time of day: "10 a.m.", "5:30PM", "noon"."""
    if match.has("named_hour"):
        return read_clock_of(match, scene, f"T{match.get('named_hour')}")
    written = (match.get("clock") or match.get("hour") or "").replace(".", ":")
    if match.has("military"):
        digits = scene.text_of(match.at("military"))
        if len(digits) != 4 or not digits.isdigit():
            return None
        written = f"{digits[:2]}:{digits[2:]}"
    hour, _, rest = written.partition(":")
    minutes = rest[:2] or "00"
    half = match.get("half_of_day")
    hours = int(hour)
    if half is not None and hours <= 12:
        hours = hours % 12 + int(half)
    if hours > 24 or int(minutes) > 59:
        return None
    zone = match.get("zone") or ""
    return read_clock_of(match, scene, f"T{hours:02}:{minutes}{zone if zone == 'Z' else ''}")


def read_clock_of(match: Match, scene: Scene, hours: str) -> Sense:
    """A time of day whose day is the last one named nearby, or that of the anchor."""
    base, anchor = scene.base("then", "D", match)
    if (base is None or base.date is None) and not scene.narrative:
        base, anchor = scene.now, scene.anchor
    known = base is not None and base.date is not None
    value = base.value if base is not None and known else "XXXX-XX-XX"
    why = f"a time of {name(anchor)}" if known else "no anchor gives the day"
    return Sense(first=match.first, end=match.end, type="TIME", value=value + hours, moment=base if known else None,
                 anchor=anchor if known else None, modifier=modifier(match), hours=hours, why=why)  # fmt: skip
