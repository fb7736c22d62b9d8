"""Which column of a table, or key of an object, holds which field of a document."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from sayso.errors import BadOptions

FIELDS = ("id", "text", "title", "url", "outlet", "published")
"""Fields that have a place in a document; all other columns go into its `meta`."""


@dataclass(frozen=True)
class Columns:
    """Names of columns by field; a field that is not there is in the column of its own name."""

    names: Mapping[str, str] = field(default_factory=dict)

    def of(self, name: str) -> str:
        """The column of a field."""
        return self.names.get(name, name)

    @property
    def all(self) -> frozenset[str]:
        """The columns that have a place in a document."""
        return frozenset(map(self.of, FIELDS))


def parse_columns(text: str) -> Columns:
    """Columns as written on a command line.

    >>> parse_columns("text=body, published=date").of("text")
    'body'

    Raises:
        BadOptions: a part is no ``field=column``, a field does not exist or is given twice.
    """
    names: dict[str, str] = {}
    for part in text.split(","):
        name, _, column = (piece.strip() for piece in part.partition("="))
        if not column:
            raise BadOptions(f"{part!r} is no mapping; write field=column, for example text=body,published=date")
        if name not in FIELDS:
            raise BadOptions(f"there is no field {name!r}; the fields are {', '.join(FIELDS)}")
        if name in names:
            raise BadOptions(f"the field {name!r} is mapped twice")
        names[name] = column
    return Columns(names)
