"""Files made for tests: pages, records of a crawl, feeds; every name in them is invented."""

from __future__ import annotations

from collections.abc import Iterable
from io import BytesIO

from sayso.intake.columns import Columns
from sayso.intake.dispatch import read
from sayso.intake.source import Source
from sayso.schema.document import Document
from sayso.schema.reading import Unread

Outcome = Document | Unread
SENTENCE = "The council of Norvik met on Monday, and bridge number {} will be closed for repairs, the minister said."
CONTENT = 'xmlns:content="http://purl.org/rss/1.0/modules/content/"'


def outcomes(name: str, data: bytes, columns: Columns | None = None, **about: str) -> list[Outcome]:
    """What comes of some bytes under a file name."""
    source = Source(name=name, stream=BytesIO(data), columns=columns or Columns(), **about)  # type: ignore[arg-type]
    return list(read(source))


def document(name: str, data: bytes, columns: Columns | None = None, **about: str) -> Document:
    """The one document of some bytes."""
    (found,) = outcomes(name, data, columns, **about)
    assert isinstance(found, Document), found
    return found


def reason(name: str, data: bytes, columns: Columns | None = None) -> str:
    """Why there is nothing of some bytes."""
    (found,) = outcomes(name, data, columns)
    assert isinstance(found, Unread), found
    return found.reason


def texts(found: Iterable[Outcome]) -> list[str]:
    return [o.text for o in found if isinstance(o, Document)]


def reasons(found: Iterable[Outcome]) -> list[str]:
    return [o.reason for o in found if isinstance(o, Unread)]


def page(title: str = "Bridges close", head: str = "", charset: str = "utf-8", sentence: str = SENTENCE) -> bytes:
    """A page with one article, a menu and a footer."""
    article = "".join(f"<p>{sentence.format(n)}</p>" for n in range(6))
    return (
        f'<!doctype html><html lang="en"><head><meta charset="{charset}"><title>{title}</title>{head}</head><body>'
        f"<nav><a href='/'>Home</a> <a href='/sport'>Sport</a></nav><article><h1>{title}</h1>{article}</article>"
        "<footer>All rights reserved by nobody.</footer></body></html>"
    ).encode(charset)


def record(
    body: bytes,
    url: str = "https://daily.example/bridges",
    *,
    kind: str = "response",
    status: str = "200 OK",
    http: str = "Content-Type: text/html; charset=utf-8",
    off: int = 0,
) -> bytes:
    """One record of a crawl; `off` makes its length wrong."""
    block = f"HTTP/1.1 {status}\r\n{http}\r\n\r\n".encode() + body
    header = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2020-01-02T03:04:05Z\r\n"
        "WARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-000000000001>\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(block) + off}\r\n\r\n"
    )
    return header.encode() + block + b"\r\n\r\n"


def rss(*items: str, title: str = "The Daily") -> bytes:
    return (
        f'<?xml version="1.0" encoding="utf-8"?><rss version="2.0" {CONTENT}><channel><title>{title}</title>'
        f"{''.join(f'<item>{item}</item>' for item in items)}</channel></rss>"
    ).encode()
