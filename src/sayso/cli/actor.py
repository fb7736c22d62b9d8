"""`sayso actor`: how a phrase that names an actor is coded, and why."""

from __future__ import annotations

from datetime import date

import click

from sayso.knowledge.actors.dictionary import dictionary
from sayso.knowledge.language import language
from sayso.reading.grounding.coding import Coded, code_phrase

UNKNOWN = "-"


@click.command("actor")
@click.argument("name")
@click.option("--on", "day", type=click.DateTime(["%Y-%m-%d"]), metavar="DATE", help="The day that counts: 2016-08-23.")
@click.option("--context", default="", help="Words around the name, from which a country may be inferred.")
def command(name: str, day: date | None, context: str) -> None:
    """Code NAME, a phrase that names an actor ("Iranian defence minister"): country, sector, and the reasons."""
    on = day.strftime("%Y-%m-%d") if day else None
    coded = code_phrase(name, dictionary(language("en")), day=on, context=context)
    for line in _lines(coded):
        click.echo(line)


def _lines(coded: Coded) -> list[str]:
    codes = ", ".join(coded.countries) or coded.country or UNKNOWN
    country = f"{codes}{' (inferred)' if coded.inferred else ''}"
    facts = {"country": country, "sector": coded.sector, "known": coded.known, "affiliation": coded.affiliation}
    lines = [f"{label:12} {value or UNKNOWN}" for label, value in facts.items()]
    return lines + [f"{'because' if not n else '':12} {reason}" for n, reason in enumerate(coded.why)]
