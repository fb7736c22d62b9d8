"""Which reader reads a source: told by its bytes where they leave no doubt, then by its suffix, then by its look."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePath

from sayso import plugins
from sayso.errors import BadInput, SaysoError
from sayso.intake.source import ReadSource, Source
from sayso.intake.streams import peek
from sayso.schema.document import Document
from sayso.schema.reading import Unread

GROUP = "sayso.intake"
MAGIC = (
    (b"\x1f\x8b", "gz"),
    (b"BZh", "bz2"),
    (b"\xfd7zXZ\x00", "xz"),
    (b"PK\x03\x04", "zip"),
    (b"PK\x05\x06", "zip"),
    (b"PAR1", "parquet"),
    (b"WARC/", "warc"),
)
"""First bytes that no other format begins with."""
PACKED = frozenset({"tgz", "gz", "bz2", "xz"})
LOOKS = (
    (re.compile(rb"\s*(?:<!--(?:(?!-->).)*-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S), "html"),
    (re.compile(rb"\s*(?:<[!?][^>]*>\s*)*<(?:rss|feed|rdf:RDF)\b", re.S), "rss"),
    (re.compile(rb"\s*<\?xml\b.*?<html\b", re.I | re.S), "html"),
    (re.compile(rb'\s*\{\s*"'), "jsonl"),
    (re.compile(rb"\s*\[\s*\{"), "json"),
)
"""How the text formats begin, for sources whose name does not say."""


def suffix_of(name: str) -> str:
    """The suffix of a file name, lower-case, without its dot."""
    return PurePath(name).suffix.lower().removeprefix(".")


def is_known(name: str) -> bool:
    """Whether there is a reader for a file of this name."""
    return suffix_of(name) in plugins.names(GROUP)


def endings() -> str:
    """The suffixes that there are readers for, for people."""
    return ", ".join(f".{name}" for name in sorted(plugins.names(GROUP)))


def read(source: Source, kind: str | None = None, called: str | None = None) -> Iterator[Document | Unread]:
    """The documents of a source; whatever goes wrong is an `Unread`, and never raised.

    Args:
        source: where the bytes come from.
        kind: a suffix that stands for its format, where whoever sent it says so.
        called: the file name that its suffix is taken from, where that is not the name of the source.
    """
    try:
        head, stream = peek(source.stream)
        yield from _reader(tell(head, called or source.name, kind))(replace(source, stream=stream))
    except SaysoError as error:
        yield Unread(id=source.name, reason=str(error))
    except OSError as error:
        yield Unread(id=source.name, reason=f"it could not be read: {error.strerror or error}; check it and its rights")
    except MemoryError:
        yield Unread(id=source.name, reason="there was not enough memory; split it into smaller documents")
    except Exception as error:  # a source must never end the run; the reason says what happened
        yield Unread(id=source.name, reason=f"failed with {type(error).__name__}: {error}; please report this")


def tell(head: bytes, name: str, kind: str | None = None) -> str:
    """The suffix that stands for what a source holds.

    >>> tell(b"<!doctype html><p>No.", "page"), tell(b"<p>No.", "a.txt"), tell(b"No.", "b.nonsense")
    ('html', 'txt', 'txt')
    """
    magic = next((suffix for first, suffix in MAGIC if head.startswith(first)), None)
    suffix = suffix_of(name)
    if magic:
        return suffix if magic in PACKED and suffix in PACKED else magic
    if head[257:262] == b"ustar":
        return "tar"
    if kind or is_known(name):
        return kind or suffix
    return next((suffix for pattern, suffix in LOOKS if pattern.match(head)), "txt")


def _reader(name: str) -> ReadSource:
    reader: ReadSource | None = plugins.find(GROUP, name)
    if reader is None:
        raise BadInput(f"no reader for .{name} is installed; install sayso again, or the package that reads it")
    return reader
