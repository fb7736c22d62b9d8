"""An HTML page as an article: its text, and what it says of its publication."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from typing import Any
from urllib.parse import urlsplit

from sayso.errors import BadInput
from sayso.extras import extra
from sayso.intake.charset import decode
from sayso.intake.dates import find_date
from sayso.intake.source import Source
from sayso.schema.document import Document
from sayso.schema.reading import Unread

LARGEST = 8 * 2**20
"""Bytes of a page beyond which it is refused: no article is that large, and its tree would fill the memory."""
DECLARED = re.compile(rb"""(?:<meta[^>]{0,200}?charset|<\?xml[^>]{0,200}?encoding)\s*=\s*["']?([\w.:-]{1,40})""", re.I)
PRESCAN = 4096
"""Bytes in which a page may declare its encoding."""
NO_DATES = {"original_date": True, "extensive_search": False, "max_date": "1990-01-01"}
"""Settings under which the extractor spends no time on guesses of a date."""


@dataclass(frozen=True, kw_only=True)
class Page:
    """What a page says."""

    text: str
    title: str | None = None
    outlet: str | None = None
    published: str | None = None
    canonical: str | None = None
    meta: dict[str, Any] = field(default_factory=dict)


def read_page(
    source: Source, data: bytes, *, here: str, url: str | None, charset: str | None, meta: dict[str, Any]
) -> Document | Unread:
    """The document of a page.

    Args:
        source: where it comes from.
        data: the page.
        here: what people know it by.
        url: its address, where it is known from outside.
        charset: the encoding that its sender declares.
        meta: what else is known of it.
    """
    try:
        if len(data) > LARGEST:
            raise BadInput(f"the page is larger than {LARGEST:,} bytes; cut the article out of it")
        found = DECLARED.search(data[:PRESCAN])
        decoded = decode(data, charset or (found[1].decode("ascii") if found else None))
        page = extract(decoded.text, url)
    except BadInput as error:
        return Unread(id=here, reason=str(error))
    return source.document(
        page.text,
        here=here,
        title=page.title,
        outlet=page.outlet,
        published=page.published,
        url=url or page.canonical,
        meta=meta | page.meta | decoded.meta,
    )


def extract(html: str, url: str | None = None) -> Page:
    """The article of a page, without menus, comments and related stories (trafilatura; Barbaresi 2021).

    Raises:
        BadInput: there is no article in it.
        MissingExtra: trafilatura is not installed.
    """
    with extra("corpora", "reading HTML"):
        from trafilatura import bare_extraction, extract_metadata
        from trafilatura.utils import load_html
    try:
        tree = load_html(html)
        found = bare_extraction(tree, url=url, include_comments=False) if tree is not None else None
        text = getattr(found, "text", None)
        if tree is None or not text:
            raise BadInput("no article was found in the page; give its text")
        about = extract_metadata(tree, url, dict(NO_DATES))
    except (ValueError, TypeError, LookupError, AttributeError, RecursionError) as error:
        raise BadInput(f"the page could not be taken apart ({type(error).__name__}: {error}); give its text") from error
    dated = find_date(tree, url or about.url)
    outlet, outlet_from = _outlet(about, url)
    meta = {
        "text_from": f"HTML, extracted by {_extractor()}; offsets lead to the extracted text",
        "author": about.author,
        "published_from": dated.where,
        "outlet_from": outlet_from,
        "canonical": about.url if url and about.url != url else None,
    }
    return Page(
        text=text,
        title=about.title,
        outlet=outlet,
        published=dated.published,
        canonical=about.url,
        meta={key: value for key, value in meta.items() if value},
    )


def _outlet(about: Any, url: str | None) -> tuple[str | None, str | None]:
    """The name of the site as the page gives it, or else its host, and which of them it is."""
    host = (urlsplit(about.url or url or "").hostname or "").removeprefix("www.")
    if about.sitename and about.sitename.lower().removeprefix("www.") != host:
        return about.sitename, "the page"
    return host or None, "the host in the address" if host else None


@cache
def _extractor() -> str:
    from importlib.metadata import version

    return f"trafilatura {version('trafilatura')}"
