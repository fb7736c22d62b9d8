"""From files to documents; whatever is bad is named and the rest is read."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from sayso.intake import streams
from sayso.intake.sources import Defaults, count, documents
from sayso.schema.document import Document
from sayso.schema.reading import Unread


def only(path: Path, **defaults: str) -> Document | Unread:
    found = list(documents([str(path)], Defaults(**defaults)))
    assert len(found) == 1
    return found[0]


def reason(path: Path) -> str:
    outcome = only(path)
    assert isinstance(outcome, Unread)
    assert str(path) in outcome.id
    return outcome.reason


def write(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


def test_a_text_file_is_one_document(tmp_path: Path) -> None:
    document = only(write(tmp_path / "a.txt", "Talks “fail”.".encode()), outlet="The Daily", published="2016-08-23")
    assert isinstance(document, Document)
    assert (document.text, document.outlet, document.published) == ("Talks “fail”.", "The Daily", "2016-08-23")


def test_a_utf16_file_with_its_mark_is_read(tmp_path: Path) -> None:
    document = only(write(tmp_path / "a.txt", "Talks fail.".encode("utf-16")))
    assert isinstance(document, Document)
    assert document.text == "Talks fail."


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "empty"),
        (b" \n\t ", "empty"),
        (b"\x7fELF\x00\x01\x02", "binary"),
        (b"Talks \xff\xfe fail", "UTF-8"),
    ],
)
def test_a_bad_text_file_is_named_with_the_reason(tmp_path: Path, data: bytes, says: str) -> None:
    assert says in reason(write(tmp_path / "bad.txt", data))


def test_a_missing_path_is_named(tmp_path: Path) -> None:
    assert "no such file" in reason(tmp_path / "gone.txt")


def test_an_empty_folder_says_what_it_looks_for(tmp_path: Path) -> None:
    assert ".jsonl" in reason(tmp_path)


def test_a_folder_is_read_in_order_of_names(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", "notes.pdf"):
        write(tmp_path / name, name.encode())
    texts = [d.text for d in documents([str(tmp_path)]) if isinstance(d, Document)]
    assert texts == ["a.txt", "b.txt"]
    assert count([str(tmp_path)]) == 2


def test_lines_of_json_carry_what_they_know_and_keep_the_rest(tmp_path: Path) -> None:
    record = {"id": 7, "text": "Talks fail.", "outlet": "The Daily", "published": "2016-08-23", "note": "a summary"}
    document = only(write(tmp_path / "a.jsonl", json.dumps(record).encode()), outlet="not this one")
    assert isinstance(document, Document)
    assert (document.id, document.outlet, document.meta["note"]) == ("7", "The Daily", "a summary")


@pytest.mark.parametrize(
    ("line", "says"),
    [
        (b"{", "no JSON"),
        (b"[1]", "no object"),
        (b'{"title": "x"}', 'no "text"'),
        (b'{"text": 5}', "no string"),
        (b'{"text": ""}', "empty"),
        (b'{"text": "x", "url": []}', '"url"'),
        (b'{"text": "x", "published": "soon"}', "soon"),
        (b'{"text": "\xff"}', "UTF-8"),
        (b"[" * 100_000, "JSON"),
    ],
)
def test_a_bad_line_is_named_and_the_next_is_read(tmp_path: Path, line: bytes, says: str) -> None:
    found = list(documents([str(write(tmp_path / "a.jsonl", line + b'\n\n{"text": "Talks fail."}\n'))]))
    assert isinstance(found[0], Unread)
    assert "a.jsonl:1" in found[0].id
    assert says in found[0].reason
    assert isinstance(found[1], Document)


def test_a_line_over_the_limit_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(streams, "LONGEST", 100)
    long = json.dumps({"text": "x" * 200}).encode()
    assert "longer than 100" in reason(write(tmp_path / "a.jsonl", long))
    assert "larger than 100" in reason(write(tmp_path / "a.txt", b"x" * 200))


class Stdin:
    def __init__(self, data: bytes) -> None:
        self.buffer = io.BytesIO(data)


@pytest.mark.parametrize(
    ("data", "texts"),
    [
        (b"Talks\nfail.", ["Talks\nfail."]),
        (b'\n{"text": "One."}\n{"text": "Two."}\n', ["One.", "Two."]),
    ],
)
def test_standard_input_is_one_text_or_lines_of_json(
    data: bytes, texts: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", Stdin(data))
    assert [d.text for d in documents(["-"]) if isinstance(d, Document)] == texts
    assert count(["-"]) is None
