"""Finds the expressions of time of a text and says what they stand for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from sayso.knowledge.language import Language
from sayso.reading.drafts import TimeDraft
from sayso.reading.parsed import Parsed
from sayso.reading.times.anchors import era_of, is_history, written_on, years_of
from sayso.reading.times.dates import (
    read_calendar,
    read_holiday,
    read_named,
    read_neighbours,
    read_year,
)
from sayso.reading.times.grammar import Match, matches
from sayso.reading.times.lengths import read_duration, read_elapsed, read_reference, read_set
from sayso.reading.times.lexicon import Word
from sayso.reading.times.moments import range_of
from sayso.reading.times.periods import read_century, read_decade, read_fiscal, read_half, read_quarter, read_season
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
    scene.now, scene.anchor = written_on(parsed, places, published, language)
    scene.narrative = is_history(places, scene.now)
    scene.era = era_of(places)
    scene.stated = years_of(places)
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
