"""`sayso when`: what an expression of time stands for."""

from __future__ import annotations

import re
from datetime import date

import click

from sayso.errors import BadInput
from sayso.knowledge.language import language
from sayso.reading.drafts import TimeDraft
from sayso.reading.times.find import find_times
from sayso.reading.times.plain import plain

DAY = re.compile(r"\d{4}-\d\d-\d\d")


@click.command("when")
@click.argument("words")
@click.option("--published", metavar="DATE", help="The day the words were published, YYYY-MM-DD.")
def command(words: str, published: str | None) -> None:
    """Say what the times in WORDS stand for ("last Tuesday", "the 1990s"), and why.

    Without --published, what is counted from that day stays without days of the calendar. The parser is not used:
    a weekday counts as past unless "next", "ahead of" or the like stands beside it.
    """
    if published is not None and not is_day(published):
        raise click.BadParameter(f"{published!r} is no day; write it as 2016-08-23", param_hint="--published")
    found = find_times(plain(words), published, language("en"))
    if not found:
        raise BadInput(f"there is no expression of time in {words!r}")
    for draft in found:
        click.echo(_shown(words, draft))


def is_day(text: str) -> bool:
    """Whether a text is a day of the calendar."""
    if not DAY.fullmatch(text):
        return False
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _shown(words: str, draft: TimeDraft) -> str:
    days = f"{draft.start} to {draft.end}" if draft.start else "unknown"
    rows = {
        "type": draft.type,
        "value": draft.value + (f" ({draft.modifier})" if draft.modifier else ""),
        "days": draft.start if draft.start and draft.start == draft.end else days,
        "anchor": draft.anchor or "none",
        "why": draft.why,
    }
    return "\n".join(
        [words[draft.span.start : draft.span.end], *(f"  {name:7} {value}" for name, value in rows.items())]
    )
