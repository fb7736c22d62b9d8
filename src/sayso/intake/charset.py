"""Bytes as text, with how their encoding was told."""

from __future__ import annotations

import codecs
from dataclasses import dataclass, field

from sayso.errors import BadInput
from sayso.extras import extra

MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
"""Byte order marks; UTF-32 stands before UTF-16, whose mark it begins with."""
WINDOWS = "cp1252"
LATIN = frozenset({"ascii", "iso8859-1"})
"""Encodings that pages declare when they mean Windows-1252 (WHATWG Encoding Standard, section 4.2)."""
ENOUGH = 200
"""Bytes below which an encoding is not guessed."""
SOUND = 4
"""Characters beyond ASCII, for each damaged one, that make a text UTF-8 with damage and not another encoding."""


@dataclass(frozen=True)
class Decoded:
    """A text, and what there is to say of its encoding; nothing where it is plain UTF-8."""

    text: str
    meta: dict[str, str] = field(default_factory=dict)


def decode(data: bytes, declared: str | None = None) -> Decoded:
    """The text of some bytes: by their mark, by what is declared, as UTF-8, or by a guess that `meta` admits.

    A byte order mark outweighs a declaration, as in browsers.

    Raises:
        BadInput: they are no text, or in an encoding that cannot be told.
        MissingExtra: an encoding has to be guessed, and the package for that is not installed.
    """
    for mark, codec in MARKS:
        if data.startswith(mark):
            return Decoded(data.decode(codec, "replace"))
    if b"\x00" in data[:8192] or data.startswith(b"%PDF-"):
        raise BadInput("this is a binary file, no text; extract its text first")
    return _as_declared(data, declared) or _as_utf8(data) or _as_guessed(data)


def _as_declared(data: bytes, declared: str | None) -> Decoded | None:
    try:
        codec = codecs.lookup(declared or "")
        name = WINDOWS if codec.name in LATIN else codec.name
        text = data.decode(name)
    except (LookupError, UnicodeError, ValueError):
        return None
    return Decoded(text, {} if name == "utf-8" or data.isascii() else {"charset": name, "charset_from": "declared"})


def _as_utf8(data: bytes) -> Decoded | None:
    try:
        return Decoded(data.decode())
    except UnicodeDecodeError:
        text = data.decode("utf-8", "replace")
    damaged = text.count("\ufffd")
    if sum(1 for c in text if c > "\x7f") - damaged < SOUND * damaged:
        return None
    return Decoded(text, {"charset": "utf-8", "charset_from": f"UTF-8 with {damaged} damaged places, each shown as �"})


def _as_guessed(data: bytes) -> Decoded:
    if len(data) < ENOUGH:
        raise BadInput("the text is not UTF-8 and too short to tell its encoding; convert it, for example with iconv")
    with extra("corpora", "telling the encoding of a text that is not UTF-8"):
        from charset_normalizer import from_bytes
    best = from_bytes(data).best()
    if best is None:
        raise BadInput("the text is not UTF-8, and its encoding cannot be told; convert it, for example with iconv")
    name = WINDOWS if WINDOWS in best.could_be_from_charset else best.encoding
    return Decoded(data.decode(name, "replace"), {"charset": name, "charset_from": "guessed from the bytes"})
