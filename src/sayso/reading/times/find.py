"""Finds the expressions of time of a text and says what they stand for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from statistics import median_low

from sayso.knowledge.language import Language
from sayso.reading.drafts import Anchor, TimeDraft
from sayso.reading.masking import find_dateline
from sayso.reading.parsed import Parsed
from sayso.reading.times.dates import (
    read_calendar,
    read_century,
    read_decade,
    read_fiscal,
    read_half,
    read_holiday,
    read_named,
    read_neighbours,
    read_quarter,
    read_season,
    read_year,
    stated_year,
)
from sayso.reading.times.grammar import Match, matches
from sayso.reading.times.lengths import read_duration, read_elapsed, read_reference, read_set
from sayso.reading.times.lexicon import Word
from sayso.reading.times.moments import Moment, range_of
from sayso.reading.times.relations import (
    read_clock,
    read_day,
    read_part,
    read_relative,
    read_shift,
    read_weekday,
)
from sayso.reading.times.scene import Scene, Sense

Reading = Callable[[Match, Scene], "Sense | tuple[Sense, ...] | None"]
READINGS: dict[str, Reading] = {
    "calendar": read_calendar,
    "century": read_century,
    "clock": read_clock,
    "day and night": read_day,
    "decade": read_decade,
    "duration": read_duration,
    "elapsed": read_elapsed,
    "fiscal": read_fiscal,
    "half": read_half,
    "holiday": read_holiday,
    "named": read_named,
    "neighbours": read_neighbours,
    "part": read_part,
    "quarter": read_quarter,
    "recent": read_reference,
    "reference": read_reference,
    "relative": read_relative,
    "season": read_season,
    "set": read_set,
    "shift": read_shift,
    "weekday": read_weekday,
    "year": read_year,
}
HISTORY = 5
"""Years that a text must name to be a history."""
DATED = 3
"""Months or days that it must name as well: the background of news has bare years."""
RARELY = 3
"""Stated years for each expression by which a text counts from its own day, for it to be a history."""
DAILY = ("weekday", "day and night")
"""Readings by which a text tells of its own days."""
DATELINE_AGE = 14
"""Days that a dateline may be older than the publication."""


def find_times(parsed: Parsed, published: str | None, language: Language) -> tuple[TimeDraft, ...]:
    """The expressions of time of a text, in order.

    Args:
        parsed: the text; its tree tells the tense. Without a tree (every token its own head) the past is supposed.
        published: ``YYYY-MM-DD``, with anything after it; None leaves what is counted from it without days.
        language: the words.
    """
    places = list(matches(parsed.text, language))
    words: Sequence[Word] = places[0][0].words if places else ()
    scene = Scene(parsed=parsed, language=language, words=words, now=None, anchor=None, narrative=False)
    scene.now, scene.anchor = _written(parsed, places, published, language)
    scene.narrative = _is_history(places, scene.now)
    scene.era = _era(places)
    return tuple(_draft(scene, sense) for sense in _senses(places, scene))


def _senses(places: Sequence[Sequence[Match]], scene: Scene) -> Iterator[Sense]:
    """The senses of the places, where two meet the first; a time of day joins the day beside it."""
    last: Sense | None = None
    end = 0
    for place in places:
        for sense in _read(place, scene, end):
            end = sense.end
            joined = _joined(last, sense, scene) if last is not None else None
            if last is not None and joined is None:
                yield last
            last = joined or sense
            scene.record(last)
    if last is not None:
        yield last


def _read(place: Sequence[Match], scene: Scene, after: int) -> tuple[Sense, ...]:
    for match in place:
        if match.first < after:
            continue
        found = READINGS[match.reading](match, scene)
        if found:
            return found if isinstance(found, tuple) else (found,)
    return ()


def _joined(last: Sense, sense: Sense, scene: Scene) -> Sense | None:
    """One expression of a time of day and the day beside it: "10 a.m. on Monday", "the night of 10 August"."""
    between = range(last.end, sense.first)
    if len(between) > 2 or not all(scene.kinds(i) & {"on", "of", "the", "comma"} for i in between):
        return None
    for hours, day in ((last, sense), (sense, last)):
        if hours.hours and day.type == "DATE" and day.moment is not None and day.moment.day:
            return replace(day, first=last.first, end=sense.end, type="TIME", value=day.value + hours.hours)
        if hours.hours and day.type == "DATE" and day.value.startswith("XXXX-") and "REF" not in day.value:
            return replace(day, first=last.first, end=sense.end, type="TIME", value=day.value + hours.hours)
    return None


def _draft(scene: Scene, sense: Sense) -> TimeDraft:
    span = scene.span(sense.first, sense.end)
    first, end = scene.parsed.tokens_of(span)
    days = sense.range or (range_of(sense.value) if sense.type in ("DATE", "TIME") else None)
    return TimeDraft(
        span=span,
        tokens=tuple(range(first, end)),
        type=sense.type,
        value=sense.value,
        start=days[0] if days else None,
        end=days[1] if days else None,
        anchor=sense.anchor,
        modifier=sense.modifier,
        why=sense.why,
    )


def _written(
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


def _is_history(places: Sequence[Sequence[Match]], now: Moment | None) -> bool:
    """Whether a text tells of days long past: it states many years, most of them not the year it was written in, and
    hardly counts from its own day."""
    best = [place[0] for place in places]
    years = [y for m in best if m.reading in ("calendar", "year") and (y := stated_year(m)) is not None and y < 2200]
    daily = sum(m.reading in DAILY or (m.get("relative") or "").endswith("now") for m in best)
    dated = sum(m.reading == "calendar" or m.get("era") == "BC" for m in best)
    if len(years) < HISTORY or dated < DATED or len(years) < RARELY * daily or _tells_of_its_day(best, now):
        return False
    return now is None or median_low(years) != now.year


def _tells_of_its_day(best: Sequence[Match], now: Moment | None) -> bool:
    """Whether a date close to that of writing is stated."""
    for match in best:
        if match.reading == "calendar" and match.has("day") and now is not None and now.date is not None:
            moment = Moment(year=stated_year(match), month=int(match.get("month") or 0), day=int(match.get("day") or 0))
            if moment.is_possible and moment.date and abs((moment.date - now.date).days) <= DATELINE_AGE:
                return True
    return False


def _era(places: Sequence[Sequence[Match]]) -> str | None:
    """The era that years of fewer than four digits are of."""
    eras = [place[0].get("era") or ("AD" if place[0].has("old_year") else None) for place in places if place[0].reading != "year" or place[0].has("era")]
    named = [era for era in eras if era]
    if len(named) < 2:
        return None
    return max(sorted(set(named)), key=named.count) if named else None
