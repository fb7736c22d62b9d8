"""Pages, records of a crawl, entries of a feed and rows of a table that the intake makes documents of, in a second."""

from __future__ import annotations

import gzip
import sys
import tempfile
import time
from pathlib import Path

from sayso.intake.sources import documents
from sayso.schema.document import Document

PAGES = 400
ROWS = 5_000
SENTENCE = "The council of Norvik met on day {}, and bridge {} will be closed for repairs, the minister said on Monday."
MENU = "".join(f"<li><a href='/topic/{n}'>Topic number {n}</a></li>" for n in range(60))
ASIDE = "".join(
    f"<div class='teaser'><a href='/story/{n}'>Another story {n}</a><p>Read on.</p></div>" for n in range(30)
)


def main() -> int:
    with tempfile.TemporaryDirectory() as folder:
        for name, made in (
            ("HTML pages", _pages),
            ("WARC.gz records", _crawl),
            ("RSS entries", _feed),
            ("JSON lines", _lines),
        ):
            path = made(Path(folder))
            list(documents([str(path)]))  # whatever is loaded at first use is loaded now
            before = time.perf_counter()
            found = sum(isinstance(outcome, Document) for outcome in documents([str(path)]))
            print(f"{name:16} {found / (time.perf_counter() - before):8.0f} /s  ({found} documents)")
    return 0


def _page(number: int) -> str:
    article = "".join(f"<p>{SENTENCE.format(number, n)}</p>" for n in range(20))
    return (
        f"<!doctype html><html lang='en'><head><meta charset='utf-8'><title>Bridges close, part {number}</title>"
        "<meta property='og:site_name' content='The Norvik Daily'>"
        "<meta property='article:published_time' content='2016-08-23T10:00:00Z'></head>"
        f"<body><nav><ul>{MENU}</ul></nav><article><h1>Bridges close, part {number}</h1>{article}</article>"
        f"<aside>{ASIDE}</aside><footer>Nobody's rights.</footer></body></html>"
    )


def _pages(folder: Path) -> Path:
    (folder / "pages").mkdir()
    for number in range(PAGES):
        (folder / "pages" / f"{number:04}.html").write_text(_page(number), encoding="utf-8")
    return folder / "pages"


def _crawl(folder: Path) -> Path:
    path = folder / "crawl.warc.gz"
    with path.open("wb") as out:
        for number in range(PAGES):
            block = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + _page(number).encode()
            header = (
                "WARC/1.0\r\nWARC-Type: response\r\nWARC-Date: 2020-01-02T03:04:05Z\r\n"
                f"WARC-Target-URI: https://daily.example/{number}\r\n"
                f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(block)}\r\n\r\n"
            )
            out.write(gzip.compress(header.encode() + block + b"\r\n\r\n"))
    return path


def _feed(folder: Path) -> Path:
    items = "".join(
        f"<item><title>Part {n}</title><guid>g{n}</guid><description>&lt;p&gt;{SENTENCE.format(n, n) * 10}&lt;/p&gt;"
        "</description></item>"
        for n in range(ROWS)
    )
    (folder / "feed.rss").write_text(f"<rss version='2.0'><channel><title>Daily</title>{items}</channel></rss>")
    return folder / "feed.rss"


def _lines(folder: Path) -> Path:
    lines = "".join(f'{{"id": "{n}", "text": "{SENTENCE.format(n, n) * 20}"}}\n' for n in range(ROWS))
    (folder / "lines.jsonl").write_text(lines, encoding="utf-8")
    return folder / "lines.jsonl"


if __name__ == "__main__":
    sys.exit(main())
