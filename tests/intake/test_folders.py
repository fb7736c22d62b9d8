"""Folders, patterns, links, and files that cannot be opened."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

from sayso.intake.sources import count, documents
from tests.intake.made import page, reasons, texts


def made(folder: Path, *names: str) -> Path:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(name, encoding="utf-8")
    return folder


def test_folders_inside_folders_are_read_in_order_of_name(tmp_path: Path) -> None:
    made(tmp_path, "b.txt", "a/z.txt", "a/b/c.txt", "c.md", "d.png")
    assert texts(documents([str(tmp_path)])) == ["a/b/c.txt", "a/z.txt", "b.txt", "c.md"]


def test_links_that_lead_back_are_not_followed(tmp_path: Path) -> None:
    made(tmp_path, "in/a.txt")
    (tmp_path / "in/up").symlink_to(tmp_path)
    (tmp_path / "self.txt").symlink_to(tmp_path / "self.txt")
    (tmp_path / "b.txt").symlink_to(tmp_path / "in/a.txt")
    found = list(documents([str(tmp_path)]))
    assert texts(found) == ["in/a.txt"]
    assert [why.split(",")[0] for why in reasons(found)] == ["the same document"]
    assert "too many levels" in reasons(documents([str(tmp_path / "self.txt")]))[0].lower()


@pytest.mark.parametrize(
    ("pattern", "wanted"),
    [
        ("*.txt", ["a.txt"]),
        ("in*", ["in/b.txt", "in/c/d.txt"]),
        ("**/*.txt", ["a.txt", "in/b.txt", "in/c/d.txt"]),
        ("**", ["a.txt", "in/b.txt", "in/c/d.txt"]),
    ],
)
def test_patterns_stand_for_what_they_match(pattern: str, wanted: list[str], tmp_path: Path) -> None:
    made(tmp_path, "a.txt", "in/b.txt", "in/c/d.txt")
    assert texts(documents([str(tmp_path / pattern)])) == wanted


def test_a_pattern_that_matches_nothing_is_named(tmp_path: Path) -> None:
    assert "no file matches" in reasons(documents([str(tmp_path / "*.txt")]))[0]


def test_a_file_that_may_not_be_opened_is_named_and_the_next_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made(tmp_path, "a.txt", "b.txt")
    opened = Path.open

    def refuse(self: Path, *mode: Any) -> Any:
        if self.name == "a.txt":
            raise PermissionError(13, "Permission denied")
        return opened(self, *mode)

    monkeypatch.setattr(Path, "open", refuse)
    found = list(documents([str(tmp_path)]))
    assert texts(found) == ["b.txt"]
    assert "Permission denied" in reasons(found)[0]


def test_a_folder_that_may_not_be_read_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(self: Path) -> Any:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "iterdir", refuse)
    assert "Permission denied" in reasons(documents([str(tmp_path)]))[0]


def test_documents_are_counted_where_that_is_cheap(tmp_path: Path) -> None:
    made(tmp_path, "a.txt")
    (tmp_path / "b.jsonl").write_bytes(b"{}\n\n{}\n")
    (tmp_path / "c.html").write_bytes(page())
    assert count([str(tmp_path), str(tmp_path / "gone")]) == 5
    made(tmp_path, "d.zip")
    assert count([str(tmp_path)]) is None
    assert count(["https://daily.example/"]) is None


def test_a_pipe_is_read_like_a_file(tmp_path: Path) -> None:
    read, write = os.pipe()
    os.write(write, b'{"text": "Talks fail."}\n')
    os.close(write)
    assert texts(documents([f"/dev/fd/{read}"])) == ["Talks fail."]
    os.close(read)


def test_documents_with_one_id_are_told_apart_or_read_once(tmp_path: Path) -> None:
    lines = [("1", "One."), ("1", "Two."), ("1", "One."), ("1", "Three."), ("1~2", "Four.")]
    (tmp_path / "a.jsonl").write_text("".join(f'{{"id": "{i}", "text": "{t}"}}\n' for i, t in lines), encoding="utf-8")
    found = list(documents([str(tmp_path)]))
    assert [(o.id, getattr(o, "text", None)) for o in found] == [
        ("1", "One."),
        ("1~2", "Two."),
        ("1", None),
        ("1~3", "Three."),
        ("1~2~2", "Four."),
    ]
    assert "read once" in reasons(found)[0]


def test_a_name_that_is_no_utf8_can_be_shown(tmp_path: Path) -> None:
    name = os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.txt")
    Path(name).write_bytes(b"")
    (found,) = documents([str(tmp_path)])
    assert found.id.endswith("caf\ufffd.txt")
