"""Messages of e-mail, such as newsletters and press releases: one message, one document."""

from __future__ import annotations

from collections.abc import Iterator
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default

from sayso.errors import BadInput
from sayso.intake.charset import decode
from sayso.intake.dates import parse_date
from sayso.intake.markup import to_text
from sayso.intake.source import Source
from sayso.intake.streams import read_whole
from sayso.schema.document import Document
from sayso.schema.reading import Unread


def read(source: Source) -> Iterator[Document | Unread]:
    """The body of a message; its subject is the title. Attachments are named in the meta, and not read.

    Raises:
        BadInput: it has no header, or no text.
    """
    message = message_from_bytes(read_whole(source.stream), policy=default)
    if not message.keys():
        raise BadInput("this is no message of e-mail: it has no header; save it whole, as .eml")
    text, text_from = _body(message)
    date = _header(message, "Date")
    published = parse_date(date) if date else None
    meta = {
        "path": source.name,
        "text_from": text_from,
        "author": _header(message, "From"),
        "published_from": "Date of the message" if published else None,
        "attachments": [name for part in message.walk() if (name := _filename(part))],
    }
    yield source.document(
        text,
        id=(_header(message, "Message-ID") or "").strip("<> \t") or None,
        title=_header(message, "Subject"),
        published=published,
        meta={key: value for key, value in meta.items() if value},
    )


def _body(message: EmailMessage) -> tuple[str, str]:
    for kind in ("plain", "html"):
        for part in message.walk():
            if part.get_content_type() == f"text/{kind}" and not _filename(part):
                text = _text(part)
                return (
                    (text, "the plain part of a message")
                    if kind == "plain"
                    else (
                        to_text(text),
                        "the HTML part of a message; offsets lead to its text without tags",
                    )
                )
    raise BadInput("the message has no part that is text; save what is attached as files of its own")


def _text(part: EmailMessage) -> str:
    data = part.get_payload(decode=True)
    return decode(data if isinstance(data, bytes) else b"", part.get_content_charset()).text


def _header(message: EmailMessage, name: str) -> str | None:
    """A header, unfolded; headers that break the rules are taken as they stand."""
    try:
        value = message.get(name)
    except Exception:  # the parser of headers raises errors of every kind for those that break the rules
        value = next((v for k, v in message.raw_items() if k.lower() == name.lower()), None)
    return str(value).encode("utf-8", "replace").decode().strip() or None if value is not None else None


def _filename(part: EmailMessage) -> str | None:
    try:
        return part.get_filename()
    except Exception:  # as above
        return "a file whose name breaks the rules"
