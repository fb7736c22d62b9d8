"""Archives and packed files. Nothing is ever unpacked to a disk under a name from an archive."""

from __future__ import annotations

import bz2
import gzip
import lzma
import tarfile
import zipfile
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import PurePosixPath
from typing import Any, BinaryIO, cast

from sayso.errors import BadInput
from sayso.intake.dispatch import endings, is_known, read
from sayso.intake.source import Source
from sayso.intake.streams import Budget, Counted, Unpacked, buffered, seekable
from sayso.schema.document import Document
from sayso.schema.reading import Unread

DEEPEST = 4
"""Layers of packing that are opened, one inside another; a packed tar archive is two."""
OPENERS: dict[bytes, Callable[[BinaryIO], Any]] = {b"\x1f\x8b": gzip.open, b"BZ": bz2.open, b"\xfd7": lzma.open}
"""By the first two bytes."""
OFFICE = frozenset({"[Content_Types].xml", "mimetype"})
"""Members that show a zip archive to be a document of an office program, or a book."""
ENCRYPTED = 1
"""The bit of a zip member's flags that says so."""


def read_packed(source: Source) -> Iterator[Document | Unread]:
    """What a file packed with gzip, bzip2 or xz holds.

    Raises:
        BadInput: it is packed too deep, or not packed at all.
    """
    _check_depth(source)
    counted = Counted(source.stream)
    packed = buffered(counted)
    opener = OPENERS.get(packed.peek(2)[:2])
    if opener is None:
        raise BadInput("it is named as if it were packed, but is not; name it after what it is")
    source = replace(source, budget=source.budget or Budget(lambda: counted.size))
    yield from _read_member(source, source.name, opener(packed), _inner_name(source.name))


def read_zip(source: Source) -> Iterator[Document | Unread]:
    """What the members of a zip archive hold, in their order.

    Raises:
        BadInput: it is damaged, too deep in others, an office document, or holds nothing that can be read.
    """
    _check_depth(source)
    with seekable(source.stream) as stream:
        size = stream.seek(0, 2)
        source = replace(source, budget=source.budget or Budget(lambda: size))
        try:
            archive = zipfile.ZipFile(stream)
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
            raise BadInput(f"the zip archive is damaged ({error}); fetch it again") from error
        with archive:
            yield from _read_zip_members(archive, source)


def _read_zip_members(archive: zipfile.ZipFile, source: Source) -> Iterator[Document | Unread]:
    if OFFICE & set(archive.namelist()):
        raise BadInput("this is a document of an office program or a book; save its text as a file of its own")
    members = [m for m in archive.infolist() if not m.is_dir() and is_known(m.filename)]
    for member in members:
        try:
            yield from _read_named(source, member.filename, _open_zipped(archive, member))
        except (BadInput, zipfile.BadZipFile, NotImplementedError, OSError, ValueError) as error:
            yield Unread(id=f"{source.name}/{member.filename}", reason=f"it could not be unpacked: {error}")
    _check_found(len(members))


def read_tar(source: Source) -> Iterator[Document | Unread]:
    """What the members of a tar archive hold, in their order, without going back in it.

    Raises:
        BadInput: it is damaged, too deep in others, or holds nothing that can be read.
    """
    _check_depth(source)
    counted = Counted(source.stream)
    source = replace(source, budget=source.budget or Budget(lambda: counted.size))
    found = 0
    try:
        with tarfile.open(fileobj=counted, mode="r|", errors="replace") as archive:
            while member := archive.next():
                archive.members = []  # type: ignore[attr-defined]  # tarfile would keep every one of them
                content = archive.extractfile(member) if member.isfile() and is_known(member.name) else None
                if content:
                    found += 1
                    yield from _read_named(source, member.name, cast(BinaryIO, content))
    except (tarfile.TarError, EOFError) as error:
        raise BadInput(f"the tar archive is damaged ({error}); what came before was read; fetch it again") from error
    _check_found(found)


def _read_named(source: Source, name: str, content: BinaryIO) -> Iterator[Document | Unread]:
    """What a member holds, unless its name would lead out of the archive."""
    path = PurePosixPath(name.replace("\\", "/"))
    if path.is_absolute() or ".." in path.parts or name[1:2] == ":":
        reason = "its name leads out of the archive, as in archives made to do harm; unpack it by hand if you trust it"
        yield Unread(id=f"{source.name}/{name}", reason=reason)
    else:
        yield from _read_member(source, f"{source.name}/{name}", content, name)


def _read_member(source: Source, name: str, content: BinaryIO, called: str) -> Iterator[Document | Unread]:
    with closing(content):
        stream = buffered(Unpacked(content, source.budget or Budget(lambda: 0)))
        yield from read(replace(source, name=name, stream=stream, depth=source.depth + 1), called=called)


def _open_zipped(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> BinaryIO:
    if member.flag_bits & ENCRYPTED:
        raise BadInput("it is locked with a password; unpack it by hand")
    return cast(BinaryIO, archive.open(member))


def _inner_name(name: str) -> str:
    """The name of a file without the suffix of its packing."""
    path = PurePosixPath(name)
    return f"{path.stem}.tar" if path.suffix.lower() == ".tgz" else path.stem


def _check_depth(source: Source) -> None:
    if source.depth >= DEEPEST:
        raise BadInput(f"it lies in {DEEPEST} archives, one inside another; unpack the outer ones first")


def _check_found(members: int) -> None:
    if not members:
        raise BadInput(f"the archive holds no file that ends in {endings()}")
