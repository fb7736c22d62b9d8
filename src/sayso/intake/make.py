"""Makes a `Document` of a text and what is known about it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Any

from sayso.errors import BadInput
from sayso.intake.clean import clean, first_title
from sayso.knowledge.language import language
from sayso.schema.document import Document, identify

DATE = re.compile(r"(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2})?)(?:\.\d+)?(Z|[+-]\d{2}:?\d{2})?)?")


def make_document(
    text: str,
    *,
    id: str | None = None,  # noqa: A002 - the word of the contract
    title: str | None = None,
    url: str | None = None,
    outlet: str | None = None,
    published: str | date | None = None,
    language_code: str = "en",
    meta: Mapping[str, Any] | None = None,
) -> Document:
    """A document, cleaned, ready to be read.

    Raises:
        BadInput: `published` is no date.
    """
    title = " ".join(title.split()) if title and title.strip() else first_title(text)
    cleaned, offsets = clean(text, title, language(language_code).boilerplate)
    return Document(
        id=id or identify(text, outlet, url),
        text=cleaned,
        title=title,
        url=url,
        outlet=outlet,
        published=publication_date(published),
        language=language_code,
        offsets=offsets,
        meta=meta or {},
    )


def publication_date(value: str | date | None) -> str | None:
    """A date of publication as the contract writes it; times with a zone are turned to UTC.

    >>> publication_date("2016-08-23T01:30:00+03:30")
    '2016-08-22T22:00:00Z'

    Raises:
        BadInput: the value is no date.
    """
    if value is None or value == "":
        return None
    if isinstance(value, datetime):
        value = value.isoformat()
    elif isinstance(value, date):
        return value.isoformat()
    match = DATE.fullmatch(value.strip())
    try:
        if match is None:
            raise ValueError(value)
        day, clock, zone = match.groups()
        if clock is None or zone is None:
            return date.fromisoformat(day).isoformat()
        moment = datetime.fromisoformat(f"{day}T{clock}{zone.replace('Z', '+00:00')}")
        return moment.astimezone(tz=UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    except ValueError:
        raise BadInput(f"{value!r} is no publication date; write it as 2016-08-23 or 2016-08-23T12:00:00Z") from None
