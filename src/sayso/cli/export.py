"""`sayso export`: readings in the formats that other programs read."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

import click

from sayso.errors import BadInput
from sayso.exports.exporter import exporter, formats
from sayso.schema.reading import Reading
from sayso.schema.wire import from_json

UNREAD = '{"schema":"sayso/1","unread":'


@click.command("export")
@click.argument("paths", nargs=-1, type=click.Path(allow_dash=True), metavar="READINGS... | -")
@click.option("-f", "--format", "form", metavar="NAME", help="The format; --list names them.")
@click.option(
    "-o", "--output", type=click.Path(dir_okay=False, allow_dash=True), default="-", help="The file to write."
)
@click.option("--list", "listed", is_flag=True, help="Say what each format is, in a line.")
def command(paths: tuple[str, ...], form: str | None, output: str, listed: bool) -> None:
    """Write READINGS, as `sayso read --format json` prints them, in another format.

    READINGS are files, or - for standard input. Without -o, or with -o -, the format goes to standard output.
    """
    if listed:
        for name, meaning in formats().items():
            click.echo(f"{name:16} {meaning}")
        return
    if not form or not paths:
        raise click.UsageError("name the readings and the --format; `sayso export --list` lists the formats")
    with _opened(output) as out:
        writer = exporter(form, out)
        for reading in _readings(paths):
            writer.write(reading)
        writer.finish()


def _readings(paths: tuple[str, ...]) -> Iterator[Reading]:
    for path in paths:
        with _lines(path) as lines:
            for number, line in enumerate(lines, 1):
                if line.startswith(UNREAD):
                    click.echo(f"sayso: not exported: {path}, line {number}: a document that was not read", err=True)
                elif line.strip():
                    yield _reading(line, path, number)


def _reading(line: str, path: str, number: int) -> Reading:
    try:
        return from_json(line)
    except BadInput as error:
        raise BadInput(f"{path}, line {number}: {error}; sayso read --format json prints readings") from error


@contextmanager
def _lines(path: str) -> Iterator[Iterator[str]]:
    if path == "-":
        yield (line.decode("utf-8") for line in sys.stdin.buffer)
        return
    try:
        with Path(path).open(encoding="utf-8", newline="\n") as file:
            yield file
    except (OSError, UnicodeDecodeError) as error:
        raise BadInput(f"{path}: cannot be read: {error}") from error


@contextmanager
def _opened(output: str) -> Iterator[BinaryIO]:
    """Standard output, or a file that takes its name only when it is whole."""
    if output == "-":
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    part = Path(f"{output}.part")
    try:
        with part.open("wb") as file:
            yield file
        part.replace(output)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
