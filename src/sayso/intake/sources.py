"""The one door: from paths and addresses to documents, one by one.

Whatever cannot be read comes out as an `Unread`, in its place, so that nothing is lost silently.
"""

from __future__ import annotations

import sys
from collections import OrderedDict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from hashlib import blake2b
from io import BytesIO
from pathlib import Path

from sayso.errors import BadInput
from sayso.intake.columns import Columns
from sayso.intake.dispatch import read, suffix_of
from sayso.intake.fetch import Fetcher, Manners
from sayso.intake.files import find_files, shown
from sayso.intake.source import Defaults, Source
from sayso.schema.document import Document
from sayso.schema.reading import Unread

__all__ = ["Defaults", "count", "documents"]

STDIN = "-"
WEB = ("http://", "https://")
KINDS = {
    "text/html": "html",
    "application/xhtml+xml": "html",
    "application/rss+xml": "rss",
    "application/atom+xml": "rss",
    "application/rdf+xml": "rss",
    "application/xml": "rss",
    "text/xml": "rss",
    "application/json": "json",
    "application/x-ndjson": "jsonl",
    "text/csv": "csv",
    "message/rfc822": "eml",
}
"""Suffixes by the type that a server declares; what is declared as plain text or not at all is told by its look."""
LINES = frozenset({"jsonl", "jsonlines", "ndjson"})
SINGLE = frozenset({"txt", "text", "md", "html", "htm", "xhtml", "eml"})
"""Suffixes of files that hold one document."""
REMEMBERED = 200_000
"""Documents whose ids and texts are remembered, to tell repeated ones; older ones are forgotten."""


def documents(
    paths: Iterable[str],
    defaults: Defaults | None = None,
    columns: Columns | None = None,
    manners: Manners | None = None,
) -> Iterator[Document | Unread]:
    """Every document of some files, folders, patterns and addresses, in order and one at a time.

    Args:
        paths: what to read; ``-`` is standard input.
        defaults: what is said of documents that do not say it themselves.
        columns: which column of a table, or key of an object, holds which field.
        manners: how far fetching goes.
    """
    about = Source(name="", stream=BytesIO(), defaults=defaults or Defaults(), columns=columns or Columns())
    fetcher = Fetcher(manners or Manners())
    seen = _Seen()
    for path in paths:
        for outcome in _of_path(path, about, fetcher):
            yield outcome if isinstance(outcome, Unread) else seen.check(outcome)


def count(paths: Iterable[str]) -> int | None:
    """How many documents there will be, where that is cheap to know, as it is not of feeds and archives."""
    total = 0
    for path in paths:
        if path == STDIN or path.startswith(WEB):
            return None
        for file in find_files(path):
            found = 1 if isinstance(file, Unread) else _count_file(file)
            if found is None:
                return None
            total += found
    return total


def _count_file(file: Path) -> int | None:
    suffix = suffix_of(file.name)
    if suffix in SINGLE or not file.is_file():
        return 1
    if suffix not in LINES:
        return None
    try:
        with file.open("rb") as stream:
            return sum(1 for line in stream if line.strip())
    except OSError:
        return 1


def _of_path(path: str, about: Source, fetcher: Fetcher) -> Iterator[Document | Unread]:
    if path == STDIN:
        yield from read(replace(about, name="standard input", stream=sys.stdin.buffer))
    elif path.startswith(WEB):
        yield from _of_web(path, about, fetcher)
    else:
        for file in find_files(path):
            yield from [file] if isinstance(file, Unread) else _of_file(file, about)


def _of_file(file: Path, about: Source) -> Iterator[Document | Unread]:
    try:
        with file.open("rb") as stream:
            yield from read(replace(about, name=shown(file), stream=stream))
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        yield Unread(id=shown(file), reason=f"the file could not be read: {reason}; check it and its rights")


def _of_web(url: str, about: Source, fetcher: Fetcher) -> Iterator[Document | Unread]:
    try:
        answer = fetcher.fetch(url)
    except BadInput as error:
        yield Unread(id=url, reason=str(error))
        return
    name = answer.url.partition("?")[0]
    source = replace(about, name=name, stream=BytesIO(answer.data), url=answer.url, charset=answer.charset)
    yield from read(source, KINDS.get(answer.kind or ""))


class _Seen:
    """The documents of a run, so that no two have one id.

    A document whose id and text were there before is a repetition and skipped; one whose text differs gets a suffix.
    """

    def __init__(self) -> None:
        self.texts: OrderedDict[bytes, list[bytes]] = OrderedDict()

    def check(self, document: Document) -> Document | Unread:
        key, text = _digest(document.id), _digest(document.text)
        texts = self.texts.setdefault(key, [])
        if text in texts:
            return Unread(
                id=document.id, reason="the same document, by id and text, came earlier in this run; it is read once"
            )
        texts.append(text)
        if len(self.texts) > REMEMBERED:
            self.texts.popitem(last=False)
        return document if len(texts) == 1 else self.check(replace(document, id=f"{document.id}~{len(texts)}"))


def _digest(text: str) -> bytes:
    return blake2b(text.encode("utf-8", "replace"), digest_size=8).digest()
