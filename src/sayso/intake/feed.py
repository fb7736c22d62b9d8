"""RSS and Atom: one entry, one document.

A feed is cut into its entries, and feedparser sees a few of them at a time, so that a long feed comes out as it is
read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from itertools import islice
from typing import Any
from xml.parsers.expat import ExpatError, ParserCreate

from sayso.errors import BadInput
from sayso.extras import extra
from sayso.intake.charset import decode
from sayso.intake.dates import parse_date
from sayso.intake.markup import is_markup, to_text
from sayso.intake.source import Source
from sayso.intake.streams import read_whole
from sayso.schema.document import Document
from sayso.schema.reading import Unread

ENTRIES = frozenset({"item", "entry"})
ROOTS = re.compile(r"<(?:\w+:)?(?:rss|feed|RDF)\b")
DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>\s*")
ENCODING = re.compile(rb"""<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{1,40})""")
PRESCAN = 1024
"""Bytes in which a feed declares its encoding, and where its root is looked for."""
TOGETHER = 50
"""Entries that are parsed at once."""
SUMMARY = "the summary in a feed, which has no more of the text"
FULL = "the full text in a feed"


@dataclass(frozen=True)
class Cuts:
    """A feed cut into its entries."""

    entries: list[tuple[int, int]]
    """Where they stand, in bytes."""
    closing: bytes
    """The end tags of what they stand in."""
    broken: bool
    """Whether something after them is not well-formed."""


def read(source: Source) -> Iterator[Document | Unread]:
    """The entries of a feed; those with no full text are read from their summary, and say so in their meta.

    Raises:
        BadInput: it is no feed.
        MissingExtra: feedparser is not installed.
    """
    with extra("corpora", "reading feeds"):
        import feedparser
    data = read_whole(source.stream)
    found = ENCODING.search(data[:PRESCAN])
    raw = decode(data, source.charset or (found[1].decode("ascii") if found else None)).text
    if not ROOTS.search(raw[: 8 * PRESCAN]):
        raise BadInput("this is XML, but no RSS or Atom feed; give the text of the article instead")
    number = 0
    for part in _parts(DECLARATION.sub("", raw)):
        parsed = feedparser.parse(BytesIO(part), sanitize_html=False, resolve_relative_uris=False)
        for entry in parsed.entries:
            number += 1
            yield _document(entry, parsed.feed, f"{source.name}:{number}", source)
    if not number:
        raise BadInput("there is no entry in the feed; it may be empty, or damaged: open it in a browser")


def _parts(xml: str) -> Iterator[bytes]:
    """Small feeds that together have the entries of a large one; what is not well-formed comes last, as it is."""
    data = xml.encode("utf-8", "replace")
    cuts = cut(data)
    head, last = data[: cuts.entries[0][0]] if cuts.entries else b"", 0
    entries = iter(cuts.entries)
    while some := list(islice(entries, TOGETHER)):
        yield head + b"".join(data[start:end] for start, end in some) + cuts.closing
        last = some[-1][1]
    if cuts.broken or not cuts.entries:
        yield head + data[last:]


def cut(data: bytes) -> Cuts:
    """Where the entries of a feed begin and end, as far as it is well-formed."""
    entries: list[tuple[int, int]] = []
    opened: list[str] = []
    closing: list[str] = []
    inside: list[int] = []
    parser = ParserCreate()

    def start(name: str, _: dict[str, str]) -> None:
        if not inside and name.rpartition(":")[2] in ENTRIES:
            inside.extend((parser.CurrentByteIndex, len(opened)))
            closing[:] = reversed(opened)
        opened.append(name)

    def end(_: str) -> None:
        opened.pop()
        if inside and len(opened) == inside[1]:
            entries.append((inside[0], data.index(b">", parser.CurrentByteIndex) + 1))
            inside.clear()

    parser.StartElementHandler, parser.EndElementHandler = start, end
    try:
        parser.Parse(data, True)
    except ExpatError:
        return Cuts(entries, b"".join(b"</%s>" % name.encode() for name in closing), broken=True)
    return Cuts(entries, b"".join(b"</%s>" % name.encode() for name in closing), broken=False)


def _document(entry: Any, feed: Any, here: str, source: Source) -> Document | Unread:
    full = [c for c in entry.get("content", ()) if c.get("value", "").strip()]
    text = full[0].value if full else entry.get("summary", "")
    dated = next((key for key in ("published", "updated") if entry.get(key)), None)
    published = _date(entry, dated) if dated else None
    outlet = (entry.get("source") or {}).get("title") or feed.get("title")
    meta = {
        "text_from": FULL if full else SUMMARY,
        "author": entry.get("author"),
        "published_from": f"feed {dated}" if published else None,
        "outlet_from": "the title of the feed" if outlet else None,
    }
    return source.document(
        to_text(text) if is_markup(text) or "&" in text else text,
        here=here,
        id=entry.get("id"),
        title=to_text(entry.get("title", "")),
        url=entry.get("link"),
        outlet=to_text(outlet or "") or None,
        published=published,
        meta={key: value for key, value in meta.items() if value},
    )


def _date(entry: Any, key: str) -> str | None:
    """The date as it is written, or else as feedparser understands it."""
    if found := parse_date(entry[key]):
        return found
    parsed = entry.get(f"{key}_parsed")
    return f"{parsed.tm_year:04}-{parsed.tm_mon:02}-{parsed.tm_mday:02}" if parsed else None
