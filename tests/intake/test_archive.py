"""Archives: what is inside is read, within limits, and nothing is ever unpacked under a name from an archive."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import tarfile
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest

from sayso.intake import streams
from tests.intake.made import outcomes, page, reason, reasons, texts

LINES = b'{"text": "One."}\n{"text": "Two."}\n'


def zipped(members: Mapping[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return out.getvalue()


def tarred(members: Mapping[str, bytes]) -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        for name, data in members.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return out.getvalue()


MEMBERS = {"in/a.txt": b"Talks fail.", "b.jsonl": LINES, "c.png": b"\x89PNG\x00", "d.html": page()}


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.zip", zipped(MEMBERS)),
        ("a.tar", tarred(MEMBERS)),
        ("a.tgz", gzip.compress(tarred(MEMBERS))),
        ("a.tar.gz", gzip.compress(tarred(MEMBERS))),
        ("a.tar.xz", lzma.compress(tarred(MEMBERS))),
        ("without a suffix", gzip.compress(tarred(MEMBERS))),
    ],
)
def test_members_that_can_be_read_are_read_in_order(name: str, data: bytes) -> None:
    found = outcomes(name, data)
    assert [text[:5] for text in texts(found)] == ["Talks", "One.", "Two.", "Bridg"]
    assert reasons(found) == []


@pytest.mark.parametrize("pack", [gzip.compress, bz2.compress, lzma.compress])
def test_one_packed_file_is_read_by_the_suffix_inside(pack: object) -> None:
    assert texts(outcomes("a.jsonl.gz", pack(LINES))) == ["One.", "Two."]  # type: ignore[operator]


def test_a_cut_off_file_gives_what_came_before() -> None:
    lines = b"".join(b'{"text": "Talk %d fails."}\n' % n for n in range(50_000))
    found = outcomes("a.jsonl.gz", gzip.compress(lines)[:-2000])
    assert len(texts(found)) > 40_000
    assert [why for why in reasons(found) if "cut off" in why] == reasons(found)
    assert len(reasons(found)) == 1


def test_damaged_packing_is_named() -> None:
    packed = bytearray(gzip.compress(bytes(range(256)) * 4000))
    packed[100:200] = b"\xff" * 100
    assert "damaged" in reason("a.txt.gz", bytes(packed))
    assert "zip archive is damaged" in reason("a.zip", zipped(MEMBERS)[:-30])
    assert "damaged" in reasons(outcomes("a.tar", tarred(MEMBERS)[:700]))[-1]


@pytest.mark.parametrize("name", ["a.jsonl.gz", "a.zip", "a.tar.gz"])
def test_what_unpacks_out_of_all_proportion_is_stopped(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(streams, "FREE", 2**20)
    inner = b"\n" * (5 * 2**20)
    made = {"a.jsonl.gz": inner, "a.tar.gz": tarred({"a.jsonl": inner})}
    data = zipped({"a.jsonl": inner}) if name == "a.zip" else gzip.compress(made[name])
    assert "times its size" in reasons(outcomes(name, data))[0]


def test_a_document_that_unpacks_to_too_much_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(streams, "LONGEST", 1000)
    assert "larger than 1,000" in reason("a.zip", zipped({"a.txt": b"x" * 5000}))


def test_archives_are_opened_four_deep_and_no_deeper() -> None:
    data = b"Talks fail."
    for _ in range(4):
        data = zipped({"a.zip" if data[:2] == b"PK" else "a.txt": data})
    assert texts(outcomes("a.zip", data)) == ["Talks fail."]
    assert "one inside another" in reason("a.zip", zipped({"a.zip": data}))


@pytest.mark.parametrize("name", ["../evil.txt", "/etc/evil.txt", "in/../../evil.txt", "..\\evil.txt", "C:\\evil.txt"])
@pytest.mark.parametrize("pack", [zipped, tarred])
def test_names_that_lead_out_of_an_archive_are_refused(
    name: str, pack: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    found = outcomes("a.zip", pack({name: b"evil", "b.txt": b"Talks fail."}))  # type: ignore[operator]
    assert "leads out" in reasons(found)[0]
    assert texts(found) == ["Talks fail."]
    assert list(tmp_path.iterdir()) == []


def test_links_in_a_tar_archive_are_passed_over() -> None:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        info = tarfile.TarInfo("a.txt")
        info.type, info.linkname = tarfile.SYMTYPE, "/etc/hostname"
        archive.addfile(info)
    assert "holds no file" in reason("a.tar", out.getvalue())


def test_what_is_no_archive_of_documents_says_so() -> None:
    assert "office" in reason("a.docx", zipped({"[Content_Types].xml": b"", "word/document.xml": b"<w/>"}))
    assert "holds no file" in reason("a.zip", zipped({"a.png": b"x"}))
    assert "is not" in reason("a.gz", b"Talks fail.")


def test_a_locked_member_is_named() -> None:
    data = bytearray(zipped({"a.txt": b"Talks fail."}))
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    assert "password" in reason("a.zip", bytes(data))
