"""What a format is: something that readings are written to, one by one."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from typing import BinaryIO, Protocol, cast

from sayso import plugins
from sayso.errors import BadOptions
from sayso.schema.reading import Reading

GROUP = "sayso.exports"
"""The entry points under which formats are found, sayso's own and those of others."""


class Exporter(Protocol):
    """Writes readings to a stream of bytes, which it does not close. The first line of its docstring describes it."""

    def write(self, reading: Reading) -> None:
        """Writes one reading, or keeps what it needs of it."""

    def finish(self) -> None:
        """Writes what comes last; a file is whole only after it."""


def formats() -> dict[str, str]:
    """The names of all formats, each with what it is in one line."""
    return {name: (inspect.getdoc(plugins.find(GROUP, name)) or "").partition("\n")[0] for name in names()}


def names() -> list[str]:
    """The names of all formats."""
    return sorted(plugins.names(GROUP))


def exporter(name: str, out: BinaryIO) -> Exporter:
    """A format opened over a stream of bytes.

    Raises:
        BadOptions: no format has that name.
        MissingExtra: the format needs a package that is not installed.
    """
    make = plugins.find(GROUP, name)
    if make is None:
        raise BadOptions(f"there is no format {name!r}; there are: {', '.join(names())}")
    return cast(Callable[[BinaryIO], Exporter], make)(out)
