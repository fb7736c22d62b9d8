"""The files that a path stands for: itself, what lies in a folder, what a pattern matches."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterator
from pathlib import Path

from sayso.intake.dispatch import endings, is_known
from sayso.schema.reading import Unread

PATTERN = frozenset("*?[")


def find_files(name: str) -> Iterator[Path | Unread]:
    """The files of a path, in order of name; those in folders only where a reader knows their suffix.

    A file that is named is always tried. In a folder, links to files are followed and links to folders are not, so
    that nothing goes round in a circle.
    """
    path = Path(name)
    if path.is_dir():
        yield from _or_say(_in_folder(path), name, f"the folder holds no file that ends in {endings()}")
    elif os.path.lexists(path):
        yield path
    elif PATTERN & set(name):
        yield from _or_say(_matching(name), name, "no file matches the pattern; check it")
    else:
        yield Unread(id=name, reason="there is no such file or folder; check the path")


def shown(path: Path) -> str:
    """A path as it can be printed; bytes of it that are no UTF-8 become �."""
    return os.fsencode(path).decode("utf-8", "replace")


def _matching(pattern: str) -> Iterator[Path | Unread]:
    """The files that a pattern matches; folders that it matches are read too, unless it goes into them itself."""
    for match in map(Path, sorted(glob.glob(pattern, recursive=True))):  # noqa: PTH207 - Path.glob takes no absolute patterns
        if not match.is_dir():
            yield match
        elif "**" not in pattern:
            yield from _in_folder(match)


def _in_folder(folder: Path) -> Iterator[Path | Unread]:
    try:
        entries = sorted(folder.iterdir())
    except OSError as error:
        yield Unread(id=shown(folder), reason=f"the folder could not be read: {error.strerror}; check its rights")
        return
    for entry in entries:
        if entry.is_dir() and not entry.is_symlink():
            yield from _in_folder(entry)
        elif entry.is_file() and is_known(entry.name):
            yield entry


def _or_say(found: Iterator[Path | Unread], name: str, reason: str) -> Iterator[Path | Unread]:
    """What was found; where that is nothing, the reason."""
    first = next(found, None)
    yield first if first is not None else Unread(id=name, reason=reason)
    yield from found
