"""sayso reads news reporting and says who says what.

>>> import sayso
>>> reading = sayso.read("Talks will go on, the minister said.")  # doctest: +SKIP
>>> reading.attributions[0].stance  # doctest: +SKIP
'states'

Everything public is listed here. Heavy parts are loaded when first used, so that ``import sayso`` is light.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from sayso.version import __version__

if TYPE_CHECKING:
    from sayso.claims.follow import claims_of
    from sayso.errors import (
        BadInput,
        BadKnowledge,
        BadOptions,
        MissingExtra,
        MissingKnowledge,
        MissingModel,
        SaysoError,
    )
    from sayso.front import read
    from sayso.intake.make import make_document
    from sayso.intake.sources import documents
    from sayso.reading.options import Options
    from sayso.reading.reader import Reader
    from sayso.schema.actor import Actor
    from sayso.schema.attribution import Attribution
    from sayso.schema.claim import Claim
    from sayso.schema.document import Document
    from sayso.schema.event import Event, Quantity
    from sayso.schema.label import Label
    from sayso.schema.place import Place
    from sayso.schema.reading import Provenance, Reading, Unread
    from sayso.schema.span import Span
    from sayso.schema.when import When
    from sayso.schema.wire import from_json, json_schema, to_json

_HOMES = {
    "sayso.claims.follow": ("claims_of",),
    "sayso.errors": (
        "BadInput",
        "BadKnowledge",
        "BadOptions",
        "MissingExtra",
        "MissingKnowledge",
        "MissingModel",
        "SaysoError",
    ),
    "sayso.front": ("read",),
    "sayso.intake.make": ("make_document",),
    "sayso.intake.sources": ("documents",),
    "sayso.reading.options": ("Options",),
    "sayso.reading.reader": ("Reader",),
    "sayso.schema.actor": ("Actor",),
    "sayso.schema.attribution": ("Attribution",),
    "sayso.schema.claim": ("Claim",),
    "sayso.schema.document": ("Document",),
    "sayso.schema.event": ("Event", "Quantity"),
    "sayso.schema.label": ("Label",),
    "sayso.schema.place": ("Place",),
    "sayso.schema.reading": ("Provenance", "Reading", "Unread"),
    "sayso.schema.span": ("Span",),
    "sayso.schema.when": ("When",),
    "sayso.schema.wire": ("from_json", "json_schema", "to_json"),
}
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names}

__all__ = [  # noqa: RUF022 - the version comes last
    "Actor",
    "Attribution",
    "BadInput",
    "BadKnowledge",
    "BadOptions",
    "Claim",
    "Document",
    "Event",
    "Label",
    "MissingExtra",
    "MissingKnowledge",
    "MissingModel",
    "Options",
    "Place",
    "Provenance",
    "Quantity",
    "Reader",
    "Reading",
    "SaysoError",
    "Span",
    "Unread",
    "When",
    "claims_of",
    "documents",
    "from_json",
    "json_schema",
    "make_document",
    "read",
    "to_json",
    "__version__",
]


def __getattr__(name: str) -> Any:
    if name not in _HOME_OF:
        raise AttributeError(f"module 'sayso' has no attribute {name!r}")
    return getattr(import_module(_HOME_OF[name]), name)


def __dir__() -> list[str]:
    return sorted(__all__)
