"""What a text counts from: the day it was written, and whether it tells of days long past."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median_low

from sayso.knowledge.language import Language
from sayso.reading.masking import find_dateline
from sayso.reading.parsed import Parsed
from sayso.reading.times.dates import stated_year
from sayso.reading.times.grammar import Match
from sayso.reading.times.moments import Moment
from sayso.schema.when import Anchor

HISTORY = 5
"""Years that a text must name to be a history."""
DATED = 3
"""Months or days that it must name as well: the background of news has bare years."""
RARELY = 6
"""Stated years for each expression by which a text counts from its own day, for it to be a history."""
DAILY = ("weekday", "day and night")
"""Readings by which a text tells of its own days."""
DATELINE_AGE = 14
"""Days that a dateline may be older than the publication."""


def written_on(
    parsed: Parsed, places: Sequence[Sequence[Match]], published: str | None, language: Language
) -> tuple[Moment | None, Anchor | None]:
    """The day the text was written: that of its dateline, where it has one, or else of its publication."""
    day = None
    if published is not None:
        year, month, date = (int(part) for part in published[:10].split("-"))
        day = Moment(year=year, month=month, day=date)
    dateline = _dateline(parsed, places, day, language)
    if dateline is not None:
        return dateline, "dateline"
    return (day, "published") if day is not None else (None, None)


def _dateline(
    parsed: Parsed, places: Sequence[Sequence[Match]], published: Moment | None, language: Language
) -> Moment | None:
    span = find_dateline(parsed.text, language.dateline)
    if span is None:
        return None
    for match in (place[0] for place in places):
        word = match.words[match.first]
        if span.start <= word.start < span.end and match.reading == "calendar" and match.has("day"):
            return _near(match, published)
    return None


def _near(match: Match, published: Moment | None) -> Moment | None:
    """The day of a dateline, of the year that is stated or that brings it close before the publication."""
    year, day = stated_year(match), published.date if published else None
    years = [year] if year else [day.year, day.year - 1] if day else []
    for candidate in years:
        moment = Moment(year=candidate, month=int(match.get("month") or 0), day=int(match.get("day") or 0))
        if not moment.is_possible or moment.date is None:
            continue
        if day is None or 0 <= (day - moment.date).days <= DATELINE_AGE:
            return moment
    return None


def is_history(places: Sequence[Sequence[Match]], now: Moment | None) -> bool:
    """Whether a text tells of days long past: it states many years, most of them not the year it was written in, and
    hardly counts from its own day.
    """
    best = [place[0] for place in places]
    years = [year for _, year in years_of(places)]
    daily = sum(m.reading in DAILY or (m.get("relative") or "").endswith("now") for m in best)
    dated = sum(m.reading == "calendar" or m.get("era") == "BC" for m in best)
    if len(years) < HISTORY or dated < DATED or len(years) < RARELY * daily or _tells_of_its_day(best, now):
        return False
    return now is None or median_low(years) != now.year


def years_of(places: Sequence[Sequence[Match]]) -> list[tuple[int, int]]:
    """Where years are stated, and which."""
    dates = (place[0] for place in places if place[0].reading in ("calendar", "year"))
    return [(m.words[m.first].start, year) for m in dates if (year := stated_year(m)) is not None]


def _tells_of_its_day(best: Sequence[Match], now: Moment | None) -> bool:
    """Whether a date close to that of writing is stated."""
    for match in best:
        if match.reading == "calendar" and match.has("day") and now is not None and now.date is not None:
            moment = Moment(year=stated_year(match), month=int(match.get("month") or 0), day=int(match.get("day") or 0))
            if moment.is_possible and moment.date and abs((moment.date - now.date).days) <= DATELINE_AGE:
                return True
    return False


def era_of(places: Sequence[Sequence[Match]]) -> str | None:
    """The era that years of fewer than four digits are of."""
    eras = [
        place[0].get("era") or ("AD" if place[0].has("old_year") else None)
        for place in places
        if place[0].reading != "year" or place[0].has("era")
    ]
    named = [era for era in eras if era]
    if len(named) < 2:
        return None
    return max(sorted(set(named)), key=named.count) if named else None
