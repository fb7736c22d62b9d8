"""WARC, the archive of web crawls (ISO 28500): one page, one document.

Records are cut apart here, so that one whose length is wrong costs itself and not the rest of the file; FastWARC
takes each of them apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Any, BinaryIO

from sayso.errors import BadInput
from sayso.extras import extra
from sayso.intake.charset import decode
from sayso.intake.pages import read_page
from sayso.intake.source import Source
from sayso.intake.streams import BLOCK, LONGEST, Joined, buffered
from sayso.schema.document import Document
from sayso.schema.reading import Unread

WANTED = frozenset({"response", "resource", "conversion"})
"""Types of record that hold a page, or the text of one; requests, metadata and revisits hold none."""
PAGES = frozenset({"text/html", "application/xhtml+xml"})
TEXTS = frozenset({"text/plain"})
LONGEST_HEADER = 2**16
HIDDEN_RECORD = re.compile(rb"\r\n\r\n(?=WARC/1\.[01]\r\n)")
"""The beginning of a record inside another one, whose length must be wrong."""


@dataclass(frozen=True)
class Record:
    """One record as it stands in the file."""

    header: bytes
    block: bytes
    wrong: str | None = None
    """What is wrong with it, if anything."""

    def field(self, name: str) -> str | None:
        """A field of its header."""
        match = re.search(rb"^%s:[ \t]*([^\r\n]+)" % re.escape(name.encode()), self.header, re.I | re.M)
        return match[1].decode("utf-8", "replace").strip() if match else None

    @property
    def kind(self) -> str:
        """Its type."""
        return (self.field("WARC-Type") or "").lower()


def read(source: Source) -> Iterator[Document | Unread]:
    """The pages of a crawl. Redirects, errors of servers, pictures and the like are no documents and are passed over.

    Raises:
        BadInput: there is no record in it.
        MissingExtra: FastWARC is not installed.
    """
    with extra("corpora", "reading WARC"):
        import fastwarc.warc  # noqa: F401 - before the first record, so that it is missed once and not for each
    records = 0
    for number, record in enumerate(split(source.stream), 1):
        records += 1
        here = f"{source.name}:{number}"
        if record.wrong:
            yield Unread(id=record.field("WARC-Target-URI") or here, reason=f"{record.wrong} ({here})")
        elif record.kind in WANTED:
            yield from _documents(record, here, source)
    if not records:
        raise BadInput("there is no WARC record in it; check what kind of file it is")


def split(stream: BinaryIO) -> Iterator[Record]:
    """The records of a file. After one whose length is wrong, reading goes on with the next that begins like one."""
    while header := _header(stream):
        match = re.search(rb"^Content-Length:[ \t]*(\d{1,18})[ \t]*\r?$", header, re.I | re.M)
        if match is None:
            yield Record(header, b"", "the record says no length; the rest of it was passed over")
            continue
        length = int(match[1])
        block = stream.read(min(length, LONGEST))
        hidden = HIDDEN_RECORD.search(block)
        if hidden:
            stream = buffered(Joined(block[hidden.end() :], stream))
            yield Record(header, b"", "the record is shorter than it says; fetch the file again")
        elif len(block) < min(length, LONGEST):
            yield Record(header, b"", "the record is cut off at the end of the file; fetch the file again")
        elif length > LONGEST:
            yield Record(header, b"", f"the record is larger than {LONGEST:,} bytes; it was passed over")
        else:
            end = stream.read(4)
            if end != b"\r\n\r\n" and end:
                stream = buffered(Joined(end, stream))
                yield Record(header, b"", "the record does not end where it says; fetch the file again")
            else:
                yield Record(header, block)


def _header(stream: BinaryIO) -> bytes:
    """The header of the next record, and whatever stands before it passed over; empty at the end of the file."""
    while (line := stream.readline(BLOCK)) and not re.match(rb"WARC/1\.[01]\r?\n", line):
        pass
    header = line
    while (line := stream.readline(BLOCK)) and line.strip() and len(header) < LONGEST_HEADER:
        header += line
    return header


def _documents(record: Record, here: str, source: Source) -> Iterator[Document | Unread]:
    """The one document of a record, or none."""
    url = record.field("WARC-Target-URI")
    try:
        kind, charset, data = _payload(record)
    except (BadInput, OSError, ValueError) as error:
        yield Unread(id=url or here, reason=f"what the server sent is damaged: {error} ({here})")
        return
    meta = {"crawled": record.field("WARC-Date"), "record": record.field("WARC-Record-ID"), "path": source.name}
    known = {key: value for key, value in meta.items() if value}
    if kind in PAGES:
        yield read_page(source, data, here=url or here, url=url, charset=charset, meta=known)
    elif kind in TEXTS:
        yield _text(source, data, url or here, url, charset, known)


def _payload(record: Record) -> tuple[str | None, str | None, bytes]:
    """The type, the declared encoding and the bytes of what a record holds; no type where it is no page.

    Raises:
        BadInput: it unpacks to more than one document may have.
        OSError: it is packed and damaged.
    """
    from fastwarc.warc import ArchiveIterator

    raw = BytesIO(record.header + b"\r\n" + record.block + b"\r\n\r\n")
    for parsed in ArchiveIterator(raw, parse_http=True, auto_decode="all"):
        if parsed.is_http:
            if parsed.http_headers is None or parsed.http_headers.status_code != 200:
                return None, None, b""
            kind, charset = parsed.http_content_type, parsed.http_charset
        else:
            kind, _, rest = (record.field("Content-Type") or "").partition(";")
            charset = rest.partition("charset=")[2].strip("\"' ") or None
        if (kind or "").lower() not in PAGES | TEXTS:
            return None, None, b""
        data = parsed.reader.read(LONGEST + 1)
        if len(data) > LONGEST:
            raise BadInput(f"it unpacks to more than {LONGEST:,} bytes")
        return (kind or "").lower(), charset, data
    return None, None, b""


def _text(
    source: Source, data: bytes, here: str, url: str | None, charset: str | None, meta: dict[str, Any]
) -> Document | Unread:
    try:
        decoded = decode(data, charset)
    except BadInput as error:
        return Unread(id=here, reason=str(error))
    return source.document(decoded.text, here=here, url=url, meta=meta | decoded.meta)
