"""Dates of publication as pages, feeds and messages write them, and where a page says them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from email.utils import parsedate_to_datetime
from typing import Any, NamedTuple

from sayso.errors import BadInput
from sayso.intake.make import publication_date

COMPACT = re.compile(r"(\d{4})[/.]?(\d{2})[/.]?(\d{2})(?!\d)")
IN_ADDRESS = re.compile(r"/((?:19|20)\d{2})[/-](\d{2})[/-](\d{2})(?:[/-]|$)")
META = (
    "article:published_time",
    "og:article:published_time",
    "og:published_time",
    "datepublished",
    "date_published",
    "dc.date.issued",
    "dcterms.issued",
    "dc.date",
    "dcterms.date",
    "dcterms.created",
    "parsely-pub-date",
    "sailthru.date",
    "cxenseparse:recs:publishtime",
    "publication_date",
    "publish-date",
    "publish_date",
    "publishdate",
    "pubdate",
    "article.published",
    "date",
)
"""Names of `meta` elements that give a date of publication, the surest first (Open Graph, schema.org, Dublin Core,
and names in use at publishers); never those of the last change."""
DEEPEST = 20
"""Levels of JSON-LD that are searched."""


class Dated(NamedTuple):
    """A date of publication, and where it stood."""

    published: str | None
    where: str | None


def find_date(tree: Any, url: str | None) -> Dated:
    """The date of publication that a page declares, or its address shows; none is ever guessed from its text.

    Args:
        tree: the page, as an element of lxml.
        url: the address of the page.
    """
    for value, where in _declared(tree, url):
        if published := parse_date(value):
            return Dated(published, where)
    return Dated(None, None)


def parse_date(value: str) -> str | None:
    """A date in one of the forms in use, as the contract writes it; None where it is in no form that leaves no doubt.

    >>> parse_date("Tue, 23 Aug 2016 01:30:00 +0330"), parse_date("20160823"), parse_date("23.08.16")
    ('2016-08-22T22:00:00Z', '2016-08-23', None)
    """
    try:
        return publication_date(value.strip())
    except BadInput:
        pass
    try:
        return publication_date(parsedate_to_datetime(value))
    except (BadInput, ValueError, TypeError, IndexError, OverflowError):
        pass
    match = COMPACT.match(value.strip())
    try:
        return publication_date("-".join(match.groups())) if match else None
    except BadInput:
        return None


def _declared(tree: Any, url: str | None) -> Iterator[tuple[str, str]]:
    for script in tree.iterfind('.//script[@type="application/ld+json"]'):
        yield from ((value, "JSON-LD datePublished") for value in _json_ld(script.text))
    named: dict[str, str] = {}
    for meta in tree.iterfind(".//meta[@content]"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop") or ""
        named.setdefault(name.lower(), meta.get("content"))
    yield from ((named[name], f"meta {name}") for name in META if name in named)
    for time in tree.iterfind(".//time[@datetime]"):
        if "datepublished" in (time.get("itemprop") or "").lower() or time.get("pubdate") is not None:
            yield time.get("datetime"), "time datePublished"
    if match := IN_ADDRESS.search(url or ""):
        yield "-".join(match.groups()), "the address of the page"


def _json_ld(text: str | None) -> Iterator[str]:
    try:
        yield from _published(json.loads(text or "null"), DEEPEST)
    except (ValueError, RecursionError):
        return


def _published(value: Any, depth: int) -> Iterator[str]:
    """Every `datePublished`, that of the outermost thing first."""
    if isinstance(value, dict):
        found = value.get("datePublished")
        if isinstance(found, str):
            yield found
        value = list(value.values())
    if isinstance(value, list) and depth:
        for item in value:
            yield from _published(item, depth - 1)
