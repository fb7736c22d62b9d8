"""Points and stretches of the calendar as TIMEX3 values, and the days that a value stands for.

Values after ISO 8601 as TimeML has them (Pustejovsky et al. 2003; Ferro et al. 2005, TIDES): ``2016-08-23``,
``2016-W34``, ``2016-W34-WE``, ``2016-Q3``, ``2016-SU``, ``201`` (a decade), ``20`` (a century), ``BC0480``; X for what
is not known.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import MAXYEAR, date, timedelta

UNKNOWN_YEAR = "XXXX"
MONTHS_OF = {"Q": 3, "H": 6}
Range = tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """A year, month or day, as far as it is known; a year before Christ is negative, 480 BC being -480."""

    year: int | None = None
    month: int | None = None
    day: int | None = None

    @property
    def value(self) -> str:
        """Its TIMEX3 value."""
        out = year_value(self.year)
        if self.month is None:
            return out
        return f"{out}-{self.month:02}" + (f"-{self.day:02}" if self.day else "")

    @property
    def date(self) -> date | None:
        """The day, where all of it is known."""
        if self.year is None or not 1 <= self.year <= MAXYEAR or not (self.month and self.day):
            return None
        return date(self.year, self.month, self.day)

    @property
    def is_possible(self) -> bool:
        """Whether the calendar has such a day."""
        if self.year is not None and (self.year == 0 or abs(self.year) > MAXYEAR):
            return False
        if self.month is not None and not 1 <= self.month <= 12:
            return False
        if self.day is None:
            return True
        leap = 2000 if self.year is None or self.year < 1 else self.year
        return self.month is not None and 1 <= self.day <= monthrange(leap, self.month)[1]

    def shifted(self, unit: str, count: int) -> Moment | None:
        """The year, month or day that lies some units later; None where not enough is known or the calendar ends."""
        try:
            moved = self._shifted(unit, count)
        except (OverflowError, ValueError):
            return None
        return moved if moved is not None and moved.year is not None and abs(moved.year) <= MAXYEAR else None

    def _shifted(self, unit: str, count: int) -> Moment | None:
        if self.year is None:
            return None
        if unit in YEARS:
            return Moment(year=_later(self.year, count * YEARS[unit]))
        if unit == "M" and self.month:
            years, month = divmod(self.month - 1 + count, 12)
            return Moment(year=_later(self.year, years), month=month + 1)
        if unit in DAYS and self.date:
            return of_date(self.date + timedelta(days=count * DAYS[unit]))
        return None


YEARS = {"Y": 1, "DE": 10, "CE": 100, "ML": 1000}
DAYS = {"D": 1, "W": 7, "WE": 7, "2W": 14}


def _later(year: int, years: int) -> int:
    """A year some years later; there is no year 0."""
    later = year + years
    return later - 1 if year > 0 >= later else later + 1 if year < 0 <= later else later


def of_date(day: date) -> Moment:
    """The moment of a day."""
    return Moment(year=day.year, month=day.month, day=day.day)


def year_value(year: int | None) -> str:
    """A year as TIMEX3 has it."""
    if year is None or year == 0 or abs(year) > MAXYEAR:
        return UNKNOWN_YEAR
    return f"{year:04}" if year > 0 else f"BC{-year:04}"


def week_value(day: date) -> str:
    """The ISO week of a day."""
    year, week, _ = day.isocalendar()
    return f"{year:04}-W{week:02}"


def quarter_value(year: int, month: int, shift: int = 0) -> str:
    """The quarter of a month, or one some quarters later."""
    years, quarter = divmod((month - 1) // 3 + shift, 4)
    return f"{year_value(year + years)}-Q{quarter + 1}"


def unit_value(moment: Moment, unit: str) -> str:
    """The unit that a moment lies in: its week, month, decade …; X for what is not known."""
    year = year_value(moment.year)
    day = moment.date
    if unit in ("W", "WE", "2W"):
        return (week_value(day) if day else f"{year}-WXX") + ("-WE" if unit == "WE" else "")
    if unit == "Q":
        return quarter_value(moment.year, moment.month) if moment.year and moment.month else f"{year}-QX"
    if unit in ("DE", "CE", "ML"):
        return year[: -len(str(YEARS[unit])) + 1] if moment.year else "X" * (5 - len(str(YEARS[unit])))
    if unit == "Y":
        return year
    if unit == "M":
        return f"{year}-{moment.month:02}" if moment.month else f"{year}-XX"
    return moment.value if moment.day else f"{unit_value(moment, 'M')}-XX"


def duration_value(count: str, unit: str) -> str:
    """A length of time: P3D, PT2H, PXY, P2DE."""
    if unit == "2W":
        return f"P{2 * int(count)}W" if count.isdigit() else f"P{count}W"
    if unit.startswith("T"):
        return f"PT{count}{unit[1:]}"
    return f"P{count}{unit}"


VALUE = re.compile(
    r"(?P<year>\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?|-W(?P<week>\d\d)(?P<end>-WE)?|-(?P<part>[QH])(?P<nth>\d))?"
)


def range_of(value: str) -> Range | None:
    """The first and last day of a value; None where it does not say (seasons differ by hemisphere) or has X in it."""
    head, _, hours = value.partition("T")
    if hours and len(head) != len("2016-08-23"):
        return None
    if re.fullmatch(r"\d{2,3}", head):
        missing = 4 - len(head)
        return (f"{max(int(head + '0' * missing), 1):04}-01-01", f"{head + '9' * missing}-12-31")
    match = VALUE.fullmatch(head)
    if match is None or match["year"] == "0000":
        return None
    try:
        first, last = _bounds(match)
    except ValueError:
        return None
    return first.isoformat(), last.isoformat()


def _bounds(match: re.Match[str]) -> tuple[date, date]:
    year = int(match["year"])
    if match["week"]:
        week = int(match["week"])
        return date.fromisocalendar(year, week, 6 if match["end"] else 1), date.fromisocalendar(year, week, 7)
    if match["part"]:
        months = MONTHS_OF[match["part"]]
        last = int(match["nth"]) * months
        return date(year, last - months + 1, 1), date(year, last, monthrange(year, last)[1])
    if match["day"]:
        day = date(year, int(match["month"]), int(match["day"]))
        return day, day
    if match["month"]:
        month = int(match["month"])
        return date(year, month, 1), date(year, month, monthrange(year, month)[1])
    return date(year, 1, 1), date(year, 12, 31)
