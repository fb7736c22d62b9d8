"""Encodings: declared, marked, plain, or guessed and said to be guessed."""

from __future__ import annotations

import pytest

from sayso.errors import BadInput
from sayso.intake.charset import decode

LONG = "“Der Präsident hat die Brücke eröffnet”, sagte ein Sprecher der Behörde – nach Jahren der Prüfung. " * 8


@pytest.mark.parametrize(
    ("data", "declared", "text", "meta"),
    [
        ("Café".encode(), None, "Café", {}),
        ("Café".encode("utf-8-sig"), "iso-8859-1", "Café", {}),
        ("Café".encode("utf-16"), None, "Café", {}),
        ("“Café”".encode("cp1252"), "iso-8859-1", "“Café”", {"charset": "cp1252", "charset_from": "declared"}),
        ("мир".encode("koi8-r"), "KOI8-R", "мир", {"charset": "koi8-r", "charset_from": "declared"}),
        (b"plain", "no such encoding", "plain", {}),
        ("Café".encode(), "ascii\x00", "Café", {}),
        ("Café".encode(), "hex", "Café", {}),
    ],
)
def test_the_encoding_is_told(data: bytes, declared: str | None, text: str, meta: dict[str, str]) -> None:
    assert (decode(data, declared).text, decode(data, declared).meta) == (text, meta)


def test_an_encoding_that_nobody_declares_is_guessed_and_said_to_be() -> None:
    found = decode(LONG.encode("cp1252"))
    assert found.text == LONG
    assert found.meta == {"charset": "cp1252", "charset_from": "guessed from the bytes"}


def test_a_wrong_declaration_does_not_spoil_utf8_with_damage() -> None:
    found = decode(LONG.encode() + b"\xff", "utf-8")
    assert found.text == LONG + "\ufffd"
    assert "1 damaged" in found.meta["charset_from"]


@pytest.mark.parametrize("data", [b"caf\xe9", b"\x00\x01", b"%PDF-1.7 text"])
def test_what_cannot_be_told_is_refused(data: bytes) -> None:
    with pytest.raises(BadInput):
        decode(data)
