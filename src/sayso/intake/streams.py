"""Bytes that come from somewhere, read no further and kept no longer than the limits allow."""

from __future__ import annotations

import io
import lzma
import shutil
import tempfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import BinaryIO, cast

from sayso.errors import BadInput

LONGEST = 64 * 2**20
"""Bytes of one document, one line or one row beyond which it is refused unread."""
HEAD = 4096
"""Bytes that are looked at to tell what a stream holds."""
BLOCK = 2**16
RATIO = 200
"""Times its own size that a packed file may unpack to; text seldom packs better than 1 to 20."""
FREE = LONGEST
"""Bytes that may be unpacked before the ratio counts."""
IN_MEMORY = 8 * 2**20
"""Bytes of a copy kept in memory before it goes to a temporary file."""
BROKEN = (zlib.error, lzma.LZMAError, zipfile.BadZipFile)
"""What the standard library raises for packed data that is damaged, besides `OSError`."""


def read_whole(stream: BinaryIO) -> bytes:
    """All bytes of a stream.

    Raises:
        BadInput: there are more than one document may have.
    """
    data = stream.read(LONGEST + 1)
    if len(data) > LONGEST:
        raise BadInput(f"the document is larger than {LONGEST:,} bytes; split it into documents")
    return data


def read_lines(stream: BinaryIO) -> Iterator[bytes | None]:
    """The lines of a stream; None in place of a line that is longer than one document may be."""
    while line := stream.readline(LONGEST + 1):
        if len(line) <= LONGEST:
            yield line
            continue
        while line and not line.endswith(b"\n"):
            line = stream.readline(BLOCK)
        yield None


def peek(stream: BinaryIO) -> tuple[bytes, io.BufferedReader]:
    """The first bytes of a stream, and the stream with them still in it.

    A pipe is waited for only until its first line is there, so that lines can be read while they are written.
    """
    head = b""
    with suppress(BadInput):  # damage further on shows itself again to whoever gets there
        while len(head) < HEAD and (block := _some(stream, HEAD - len(head))):
            head += block
            if head.lstrip().startswith(b"{") and b"\n" in head.lstrip():
                break
    return head, buffered(Joined(head, stream))


@contextmanager
def seekable(stream: BinaryIO) -> Iterator[BinaryIO]:
    """The stream itself where one can go back in it, a temporary copy otherwise."""
    if stream.seekable():
        yield stream
        return
    with tempfile.SpooledTemporaryFile(max_size=IN_MEMORY) as copy:
        shutil.copyfileobj(stream, copy, BLOCK)
        copy.seek(0)
        yield cast(BinaryIO, copy)


class Taken(io.RawIOBase):
    """A stream for reading, of which its kinds say only where the next bytes are taken from."""

    def take(self, size: int) -> bytes:
        """Some of the next bytes, at most so many; none at the end."""
        raise NotImplementedError

    def readable(self) -> bool:
        """Always."""
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        """As of every raw stream."""
        data = self.take(len(buffer))
        buffer[: len(data)] = data
        return len(data)


class Joined(Taken):
    """Some bytes, then a stream. One can go back in it where one can in the stream."""

    def __init__(self, head: bytes, rest: BinaryIO) -> None:
        self.head = head
        self.rest = rest

    def take(self, size: int) -> bytes:
        """The bytes at the head, then those of the stream."""
        if not self.head:
            return _some(self.rest, size)
        data, self.head = self.head[:size], self.head[size:]
        return data

    def seekable(self) -> bool:
        """Whether one can go back in the stream, of which the head must be the beginning."""
        return self.rest.seekable()

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        """As of every stream."""
        if whence == io.SEEK_CUR:
            offset, whence = offset + self.tell(), io.SEEK_SET
        self.head = b""
        return self.rest.seek(offset, whence)

    def tell(self) -> int:
        """As of every stream."""
        return self.rest.tell() - len(self.head)


class Counted(Taken):
    """A stream that counts the bytes read from it."""

    def __init__(self, stream: BinaryIO) -> None:
        self.stream = stream
        self.size = 0

    def take(self, size: int) -> bytes:
        """The next bytes, counted."""
        data = _some(self.stream, size)
        self.size += len(data)
        return data


@dataclass
class Budget:
    """How much may still be unpacked; archives inside an archive share the budget of the outermost one."""

    packed: Callable[[], int]
    """Bytes of the packed file, or those of it read so far."""
    unpacked: int = 0

    def spend(self, size: int) -> None:
        """Counts bytes that were unpacked.

        Raises:
            BadInput: they are out of all proportion to the packed file.
        """
        self.unpacked += size
        if self.unpacked > FREE and self.unpacked > RATIO * self.packed():
            raise BadInput(
                f"it unpacks to more than {RATIO} times its size, as made to fill a disk; the rest was not read; "
                "unpack it by hand if you trust it"
            )


class Unpacked(Taken):
    """What a packed stream unpacks to, within a budget; damage in it is a `BadInput`."""

    def __init__(self, stream: BinaryIO, budget: Budget) -> None:
        self.stream = stream
        self.budget = budget
        self.failure: BadInput | None = None

    def take(self, size: int) -> bytes:
        """The next bytes, unpacked and counted; once that has failed, it fails every time."""
        if self.failure is None:
            try:
                data = _some(self.stream, size)
                self.budget.spend(len(data))
                return data
            except BadInput as error:
                self.failure = error
            except EOFError:
                self.failure = BadInput("the packed file is cut off; what came before was read; fetch the file again")
            except (*BROKEN, OSError) as error:
                self.failure = BadInput(f"the packed file is damaged ({error}); the rest was not read; fetch it again")
        raise self.failure


def _some(stream: BinaryIO, size: int) -> bytes:
    """Bytes that are there already, where the stream can tell, so that nobody waits for a full block."""
    data: bytes = getattr(stream, "read1", stream.read)(size)
    return data


def buffered(raw: io.RawIOBase) -> io.BufferedReader:
    """A raw stream with a buffer, as readers expect it."""
    return io.BufferedReader(raw, BLOCK)
