"""From paths to documents, one by one: text files, folders of them, JSON Lines, standard input.

Whatever cannot be read comes out as an `Unread`, in its place, so that nothing is lost silently.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

from sayso.errors import BadInput
from sayso.intake.make import make_document
from sayso.schema.document import Document
from sayso.schema.reading import Unread

LINES = frozenset({".jsonl", ".ndjson", ".jsonlines"})
TEXTS = frozenset({".txt", ".text", ".md"})
STDIN = "-"
KNOWN = ("id", "title", "url", "outlet", "published")
"""Fields of a JSON line that have a place in a document; all others go into its `meta`."""
LONGEST_FILE = 64 * 2**20
"""Bytes of one text file or one JSON line beyond which it is refused unread."""


@dataclass(frozen=True, kw_only=True)
class Defaults:
    """What is said of every document that does not say it itself."""

    outlet: str | None = None
    published: str | None = None


def documents(paths: Iterable[str], defaults: Defaults | None = None) -> Iterator[Document | Unread]:
    """Every document of some files and folders, in order; folders are read in order of file name."""
    defaults = defaults or Defaults()
    for path in paths:
        if path == STDIN:
            yield from _from_stream(sys.stdin.buffer, "standard input", defaults)
        else:
            yield from _from_path(Path(path), defaults)


def count(paths: Iterable[str]) -> int | None:
    """How many documents there will be, where that is cheap to know; standard input is not."""
    total = 0
    for path in map(Path, paths):
        if str(path) == STDIN or not path.exists():
            return None
        for file in _files(path):
            total += _lines_in(file) if file.suffix.lower() in LINES else 1
    return total


def _from_path(path: Path, defaults: Defaults) -> Iterator[Document | Unread]:
    if not path.exists():
        yield Unread(id=str(path), reason="there is no such file or folder; check the path")
        return
    files = _files(path)
    if not files:
        yield Unread(id=str(path), reason=f"the folder holds no file that ends in {_endings()}")
    for file in files:
        try:
            yield from _from_file(file, defaults)
        except OSError as error:
            yield Unread(id=str(file), reason=f"the file could not be read: {error.strerror or error}")


def _files(path: Path) -> list[Path]:
    if path.is_dir():
        return sorted(p for p in path.rglob("*") if p.is_file() and p.suffix.lower() in LINES | TEXTS)
    return [path]


def _endings() -> str:
    return ", ".join(sorted(LINES | TEXTS))


def _lines_in(file: Path) -> int:
    with file.open("rb") as stream:
        return sum(1 for line in stream if line.strip())


def _from_file(file: Path, defaults: Defaults) -> Iterator[Document | Unread]:
    if file.suffix.lower() in LINES:
        with file.open("rb") as stream:
            yield from _from_lines(stream, str(file), defaults)
    elif file.stat().st_size > LONGEST_FILE:
        yield Unread(id=str(file), reason=f"the file is larger than {LONGEST_FILE:,} bytes; split it into documents")
    else:
        yield _from_bytes(file.read_bytes(), str(file), defaults)


def _from_stream(stream: BinaryIO, name: str, defaults: Defaults) -> Iterator[Document | Unread]:
    """Standard input is JSON Lines when its first line is a JSON object, and one text otherwise."""
    head = stream.readline()
    while head and not head.strip():
        head = stream.readline()
    if head.lstrip().startswith(b"{"):
        yield from _from_lines(_chain(head, stream), name, defaults)
    else:
        yield _from_bytes(head + stream.read(LONGEST_FILE), name, defaults)


def _chain(head: bytes, rest: Iterable[bytes]) -> Iterator[bytes]:
    yield head
    yield from rest


def _from_lines(lines: Iterable[bytes], name: str, defaults: Defaults) -> Iterator[Document | Unread]:
    for number, line in enumerate(lines, 1):
        if line.strip():
            here = f"{name}:{number}"
            try:
                yield _from_record(_record(line), here, defaults)
            except BadInput as error:
                yield Unread(id=here, reason=str(error))


def _record(line: bytes) -> dict[str, Any]:
    if len(line) > LONGEST_FILE:
        raise BadInput(f"the line is longer than {LONGEST_FILE:,} bytes; split it into documents")
    try:
        record = json.loads(line)
    except UnicodeDecodeError as error:
        raise BadInput(f"the line is not UTF-8 (byte {error.start}); convert the file to UTF-8") from error
    except ValueError as error:
        raise BadInput(f"the line is no JSON object: {error}") from error
    except RecursionError as error:
        raise BadInput("the line is JSON nested too deeply to be a document") from error
    if not isinstance(record, dict):
        raise BadInput('the line is JSON, but no object; each line must be one {…} with a "text"')
    return record


def _from_record(record: dict[str, Any], here: str, defaults: Defaults) -> Document | Unread:
    text = record.get("text")
    if not isinstance(text, str):
        what = 'has no "text"' if text is None else 'has a "text" that is no string'
        raise BadInput(f'the object {what}; give the words of the article as "text"')
    known = {key: _string(record, key) for key in KNOWN}
    name = known["id"] or here
    if not text.strip():
        return Unread(id=name, reason="the text is empty")
    extra = {k: v for k, v in record.items() if k not in (*KNOWN, "text", "language", "meta")}
    try:
        return make_document(
            text,
            id=known["id"],
            title=known["title"],
            url=known["url"],
            outlet=known["outlet"] or defaults.outlet,
            published=known["published"] or defaults.published,
            meta=extra | dict(record.get("meta") or {}),
        )
    except BadInput as error:
        return Unread(id=name, reason=str(error))


def _string(record: dict[str, Any], key: str) -> str | None:
    value = record.get(key)
    if value is None or isinstance(value, str):
        return value or None
    if key == "id" and isinstance(value, int):
        return str(value)
    raise BadInput(f'"{key}" must be a string, not {type(value).__name__}')


def _from_bytes(data: bytes, name: str, defaults: Defaults) -> Document | Unread:
    if b"\x00" in data[:8192] and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return Unread(id=name, reason="this is a binary file, no text; extract its text first")
    try:
        text = data.decode("utf-16" if data.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig")
    except UnicodeDecodeError as error:
        return Unread(id=name, reason=f"the file is not UTF-8 (byte {error.start}); convert it, for example with iconv")
    if not text.strip():
        return Unread(id=name, reason="the text is empty")
    try:
        return make_document(text, outlet=defaults.outlet, published=defaults.published, meta={"path": name})
    except BadInput as error:
        return Unread(id=name, reason=str(error))
