"""`sayso gazetteer`: the places that a name may mean, and why each would be taken."""

from __future__ import annotations

import click

from sayso.knowledge.gazetteer.compiled import Gazetteer
from sayso.knowledge.gazetteer.entry import Entry, Match
from sayso.knowledge.gazetteer.own import load_gazetteer


@click.command("gazetteer")
@click.argument("name", nargs=-1, required=True)
@click.option("-n", "--most", type=click.IntRange(1), default=10, show_default=True, help="Most places to print.")
@click.option("--gazetteer", "own", help="Your own places before those of sayso: a CSV or GeoJSON file.")
def command(name: tuple[str, ...], most: int, own: str | None) -> None:
    """Print the places that NAME may mean, the likeliest first, as an article that tells nothing more would be read."""
    from sayso.reading.places.resolve import Named, resolve  # numpy: only when a name is looked up

    gazetteer = load_gazetteer(own)
    words = " ".join(name)
    matches = gazetteer.short(words) or gazetteer.named(words)
    heard = () if matches else gazetteer.sounding(words)
    if not matches and not heard:
        raise click.ClickException(f"the gazetteer has no {words!r}, and nothing that sounds like it")
    if heard:
        click.echo(f"No place is written {words!r}; these sound like it:")
    forms = {m.entry.id: m for m in matches or heard}
    choices = resolve([Named(matches=matches or heard, weight=1.0)])[0]
    for number, choice in enumerate(choices[:most], 1):
        click.echo(f"{number:2}. {_place(choice.entry, gazetteer)}")
        reason = _reason(forms[choice.entry.id])
        click.echo(f"    score {choice.score:.1f}; {reason}; {choice.entry.id}, {choice.entry.source}")
    if len(choices) > most:
        click.echo(f"… {len(choices) - most} more (--most {len(choices)})")


def _place(entry: Entry, gazetteer: Gazetteer) -> str:
    """One line: name, kind, what it lies in, where, how many people."""
    areas = [area for area in (entry.admin2, entry.admin1) if area and area != entry.id]
    within = [found.name for area in areas if (found := gazetteer.entry(area)) is not None]
    where = "no point" if entry.lat is None or entry.lon is None else f"{entry.lat:.2f}, {entry.lon:.2f}"
    people = f"{entry.population:,} people" if entry.population else "people unknown"
    return " · ".join([entry.name, entry.kind, ", ".join([*within, entry.country or "no country"]), where, people])


def _reason(match: Match) -> str:
    return {
        "name": "this is its name",
        "variant": "a usual name of it",
        "alternate": "one of its other names",
        "abbreviation": "a short form of it",
        "demonym": "a word for those who come from it",
    }[match.form]
