"""What an expression is read against: the day of publication or of the dateline, and the dates named before it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import MAXYEAR, date
from typing import Literal

from sayso.knowledge.language import Language
from sayso.reading.parsed import Parsed
from sayso.reading.times.grammar import Match
from sayso.reading.times.lexicon import Word
from sayso.reading.times.moments import DAYS, Moment
from sayso.reading.times.tense import Tense, tense_at
from sayso.schema.span import Span
from sayso.schema.when import Anchor

NEAR = 300
"""Characters within which a date named before is what "a year later" counts from, where the text is no history."""
TURN = 10
"""Months by which a month told later must lie earlier in the calendar for a year to have passed in between."""
Frame = Literal["now", "then"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sense:
    """What some words stand for."""

    first: int
    end: int
    type: str
    value: str
    moment: Moment | None = None
    """The point of the calendar, for what is told after it."""
    anchor: Anchor | None = None
    modifier: str | None = None
    hours: str | None = None
    """The time of day of an expression that names no day itself: ``T10:00``, ``TNI``."""
    range: tuple[str, str] | None = None
    """Its days, where the value does not tell them."""
    why: str = ""

    def moved(self, first: int, end: int) -> Sense:
        """The same of other words."""
        return replace(self, first=first, end=end)


@dataclass(kw_only=True)
class Scene:
    """The anchors as they stand at one place of a text; `record` moves on."""

    parsed: Parsed
    language: Language
    words: Sequence[Word]
    now: Moment | None
    """The day the text was written."""
    anchor: Anchor | None
    narrative: bool
    """Whether the text tells of days long past, each counted from the one before."""
    era: str | None = None
    """``BC`` or ``AD`` where the text dates by it, so that numbers of three digits can be years."""
    stated: Sequence[tuple[int, int]] = ()
    """Where years are stated in the text, and which."""
    then: Moment | None = None
    then_at: int = field(default=-NEAR)
    day: Moment | None = None
    """The last day named."""
    day_at: int = field(default=-NEAR)

    def span(self, first: int, end: int) -> Span:
        """The characters of some words."""
        return Span(self.words[first].start, self.words[end - 1].end)

    def text_of(self, index: int) -> str:
        """The characters of a word."""
        return self.parsed.text[self.words[index].start : self.words[index].end]

    def tense(self, match: Match) -> Tense | None:
        """The tense of the verb that the expression belongs to."""
        return tense_at(self.parsed, self.span(match.first, match.end), self.language)

    def kinds(self, index: int) -> frozenset[str]:
        """The kinds of a word, none beyond the text."""
        return frozenset(self.words[index].values) if 0 <= index < len(self.words) else frozenset()

    def is_preposition(self, index: int) -> bool:
        """Whether a word is a preposition here: "over six years" and not "over six years old"."""
        first, end = self.parsed.tokens_of(self.span(index, index + 1))
        return first < end and self.parsed.deps[first] in self.language.deps("preposition")

    def is_before_noun(self, index: int) -> bool:
        """Whether a word in lower case follows that can be a noun or stand before one: "a March vote"."""
        parsed = self.parsed
        _, after = parsed.tokens_of(self.span(index, index + 1))
        tags = self.language.tags("noun") | self.language.tags("adjective")
        return after < len(parsed) and parsed.words[after].islower() and parsed.tags[after] in tags

    def is_in_name(self, index: int) -> bool:
        """Whether a word and the next have capital letters: "the Daily Herald"."""
        text, words = self.parsed.text, self.words
        if index + 1 >= len(words) or words[index + 1].start > words[index].end + 1:
            return False
        return text[words[index].start].isupper() and text[words[index + 1].start].isupper()

    def base(self, frame: Frame, unit: str, match: Match) -> tuple[Moment | None, Anchor | None]:
        """What a relation counts from, and which anchor that is.

        "The day after" needs a day that was named. A year earlier counts from a date named just before, and
        otherwise, in a text of its own day, from that.
        """
        if frame == "now":
            return self.now, self.anchor
        at = self.words[match.first].start
        if unit in DAYS:
            if self.day is not None and self.then_at <= self.day_at and (self.narrative or at - self.day_at < NEAR * 4):
                return self.day, "narrative" if self.narrative else "text"
            return (self.then, "narrative") if self.narrative else (None, None)
        if self.then is not None and (self.narrative or at - self.then_at < NEAR):
            return self.then, "narrative" if self.narrative else "text"
        return (None, None) if self.narrative else (self.now, self.anchor)

    def record(self, sense: Sense) -> None:
        """Takes a sense as the last that was named.

        A year in brackets, one that something lasted until or had been since, and one that is only glanced at do not
        move a history on.
        """
        moment = sense.moment
        if moment is None or moment.year is None:
            return
        if self.narrative and self.anchor is not None and sense.anchor == self.anchor:
            return
        at = self.words[sense.first].start
        if self.narrative and self._is_aside(moment, at):
            return
        if self.narrative and not moment.month and self.then is not None and "limit" in self.kinds(sense.first - 1):
            return
        self.then, self.then_at = moment, at
        if moment.day:
            self.day, self.day_at = moment, at

    def _is_aside(self, moment: Moment, at: int) -> bool:
        """Whether a history only glances at another year: the next that it states is closer to where it was."""
        here = self.then.year if self.then is not None else None
        following = self.stated[bisect_right(self.stated, (at, MAXYEAR)) :][:1]
        if here is None or moment.year is None or moment.month or not following:
            return False
        year = following[0][1]
        return abs(year - here) < min(abs(year - moment.year), abs(moment.year - here))

    def year_of(self, month: int, day: int | None, match: Match) -> tuple[int | None, Anchor | None]:
        """The year of a month that is named without one, and which anchor decided."""
        at = self.words[match.first].start
        if self.then is not None and self.then.year is not None and (self.narrative or self._in_sentence(at)):
            return self._rolled(self.then, month, at), "narrative" if self.narrative else "text"
        if self.now is None or self.now.date is None:
            return None, None
        return nearest_year(self.now.date, month, day, self.tense(match)), self.anchor

    def _in_sentence(self, at: int) -> bool:
        """Whether the last date stands in the same sentence, was exact to the month, and is not of the day's year."""
        if self.then is None or not self.then.month or at - self.then_at > NEAR / 2:
            return False
        if self.now is not None and self.then.year == self.now.year:
            return False
        return not any(mark in self.parsed.text[self.then_at : at] for mark in ("\n", ". "))

    def _rolled(self, then: Moment, month: int, at: int) -> int | None:
        """The story moves on: January told soon after December is of the next year."""
        if then.year is not None and then.month and then.month - month >= TURN and at - self.then_at < 4 * NEAR:
            return then.year + 1 if then.year != -1 else 1
        return then.year


def nearest_year(now: date, month: int, day: int | None, tense: Tense | None) -> int:
    """The year of a month or day, from the tense: the last one of what was, the next one of what will be.

    A day up to a month ahead counts as of this year in any tense: "was put off to 3 May".
    """
    here = (month - now.month) if day is None else (date(now.year, month, min(day, 28)) - now).days / 30.5
    if tense == "past":
        return now.year - 1 if here > (0 if day is None else 1) else now.year + 1 if here < -11 else now.year
    if tense == "future" or (tense == "copula" and day is not None):
        return now.year + 1 if here < (0 if day is None else -1) else now.year
    return now.year - 1 if here > 6 else now.year + 1 if here <= -8 else now.year
