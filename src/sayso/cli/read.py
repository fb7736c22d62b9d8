"""`sayso read`: from files to readings."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager

import click

from sayso.cli.formats import FORMATS, Writer, explained
from sayso.errors import BadInput, BadOptions
from sayso.intake.columns import Columns, parse_columns
from sayso.intake.make import publication_date
from sayso.intake.sources import Defaults, count, documents
from sayso.reading.options import Options
from sayso.schema.reading import Reading, Unread

Outcome = Reading | Unread
SOME_UNREAD = 3


def _date(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:
    try:
        return publication_date(value)
    except BadInput as error:
        raise click.BadParameter(str(error)) from None


def _columns(ctx: click.Context, param: click.Parameter, value: str | None) -> Columns | None:
    try:
        return parse_columns(value) if value else None
    except BadOptions as error:
        raise click.BadParameter(str(error)) from None


@click.command("read")
@click.argument("paths", nargs=-1, required=True, type=click.Path(allow_dash=True), metavar="PATH... | -")
@click.option(
    "-f",
    "--format",
    "form",
    type=click.Choice(sorted(FORMATS)),
    default="text",
    help="How to print readings.",
    show_default=True,
)
@click.option(
    "--published", callback=_date, metavar="DATE", help="Day of publication, for documents that do not say: 2016-08-23."
)
@click.option("--outlet", help="Who published, for documents that do not say.")
@click.option(
    "--map",
    "columns",
    callback=_columns,
    metavar="FIELD=COLUMN,...",
    help="Which column of a table, or key of an object, holds what: text=body,published=date.",
)
@click.option("-w", "--workers", type=click.IntRange(1), default=1, show_default=True, help="Processes to read with.")
@click.option(
    "--confidence",
    type=click.FloatRange(0, 1),
    default=0.0,
    show_default=True,
    help="Leave out attributions below this.",
)
@click.option(
    "--event-confidence",
    type=click.FloatRange(0, 1),
    help="Leave out events below this; by default where the model does best.",
)
@click.option(
    "--ontology", default="plover", show_default=True, help="Ontology of event types: plover, acled, or a YAML file."
)
@click.option("--gazetteer", help="Your own places before those of sayso: a CSV or GeoJSON file.")
@click.option("--explain", is_flag=True, help="Say of every event why it was read so, and how surely (format text).")
@click.option(
    "--longest",
    type=click.IntRange(1),
    default=1_000_000,
    show_default=True,
    help="Longest text, in characters, that is read.",
)
@click.option("--pipeline", help="An installed spaCy pipeline to parse with, in place of the language's own.")
def command(
    paths: tuple[str, ...],
    form: str,
    published: str | None,
    outlet: str | None,
    columns: Columns | None,
    workers: int,
    confidence: float,
    event_confidence: float | None,
    ontology: str,
    gazetteer: str | None,
    explain: bool,
    longest: int,
    pipeline: str | None,
) -> None:
    """Read articles and print who says what in them, and who is said to have done what to whom.

    PATH is a file (text, HTML, WARC, RSS or Atom, JSON Lines, CSV, Parquet, ninjs, e-mail, or an archive of these), a
    folder of such files, a pattern, the address of a page or a feed, or - for standard input. Tables and objects have
    the columns "text" and, if known, "id", "title", "outlet", "published", "url"; or say which with --map.
    """
    from sayso.reading.reader import Reader

    options = Options(
        confidence=confidence,
        event_confidence=event_confidence,
        ontology=ontology,
        gazetteer=gazetteer,
        longest=longest,
        pipeline=pipeline,
    )
    given = documents(paths, Defaults(outlet=outlet, published=published), columns)
    reader = Reader(options)
    unread = 0
    if explain and form != "text":
        raise click.UsageError(
            "--explain goes with --format text; JSON always has the reasons, in 'why' and 'modifiers'"
        )
    writer: Writer = explained(sys.stdout) if explain else FORMATS[form](sys.stdout)
    with _progress(count(paths)) as watch:
        for outcome in watch(reader.stream(given, workers=workers)):
            if isinstance(outcome, Unread):
                unread += 1
                click.echo(f"sayso: not read: {outcome.id}: {outcome.reason}", err=True)
            writer.write(outcome)
    writer.finish()
    sys.stdout.flush()
    if unread:
        sys.exit(SOME_UNREAD)


@contextmanager
def _progress(total: int | None) -> Iterator[Callable[[Iterable[Outcome]], Iterable[Outcome]]]:
    """A bar on standard error for more than one document, where a person watches and the readings go elsewhere."""
    watched = sys.stderr.isatty() and not sys.stdout.isatty() and not os.environ.get("NO_PROGRESS")
    if not watched or total == 1:
        yield lambda outcomes: outcomes
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("reading"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True)) as bar:
        task = bar.add_task("reading", total=total)

        def watch(outcomes: Iterable[Outcome]) -> Iterator[Outcome]:
            for outcome in outcomes:
                yield outcome
                bar.advance(task)

        yield watch
