"""IPTC ninjs, the JSON of news agencies: versions 2 and 3, and the short forms of version 1.

Source: iptc/newsinjson, specification/ninjs-schema_3.0.json and examples; names are compared without case and
underscores, since 3.0 turned ``versioncreated`` into ``versionCreated`` and 1.x had ``body_text``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from sayso.errors import BadInput
from sayso.intake.markup import to_text

BODIES = ("text/plain", "text/html", "application/xhtml+xml")
"""Types of body that are read, the first that there is."""
WITHDRAWN = frozenset({"withheld", "canceled", "cancelled"})
KEPT = ("type", "language", "by", "located", "pubstatus", "embargoed", "embargoeduntil", "usageterms", "rightsinfo")
"""What else of an item is kept in the meta of a document."""


def is_ninjs(record: Mapping[str, Any]) -> bool:
    """Whether an object is a news item of ninjs: it names the standard, or has an address and such a body."""
    standard = record.get("standard")
    if isinstance(standard, Mapping) and standard.get("name") == "ninjs":
        return True
    return "uri" in record and bool({"bodies", "body_text", "body_xhtml"} & record.keys())


def fields(record: Mapping[str, Any]) -> tuple[str, dict[str, str | None], dict[str, Any]]:
    """The text of a news item, what is known about it, and the rest for the meta of its document.

    The date is that of this version of the item, since that is the day that its words speak from.

    Raises:
        BadInput: its publisher withdrew it, or it has no body that can be read.
    """
    item = {key.lower().replace("_", ""): value for key, value in record.items()}
    if (status := str(item.get("pubstatus", "")).lower()) in WITHDRAWN:
        raise BadInput(f"its publisher marked the item as {status}; ask for a version that may be used")
    text, kind = _body(item)
    dated = next((k for k in ("versioncreated", "firstcreated", "contentcreated") if _word(item.get(k))), None)
    suppliers = [name for source in _items(item.get("infosources")) if (name := _word(source.get("name")))]
    about = {
        "id": _word(item.get("uri")),
        "title": _headline(item),
        "published": _word(item.get(dated)) if dated else None,
        "outlet": suppliers[0] if len(suppliers) == 1 else None,
        "url": _address(_word(item.get("uri"))),
    }
    meta = {key: item[key] for key in KEPT if item.get(key)} | {"text_from": f"ninjs body, {kind}"}
    meta |= {"published_from": f"ninjs {dated}"} if dated else {}
    meta |= {"suppliers": suppliers} if suppliers else {}
    return text, about, meta


def _body(item: Mapping[str, Any]) -> tuple[str, str]:
    bodies = {
        str(body.get("contenttype") or body.get("contentType") or BODIES[0]).split(";")[0].strip().lower(): body
        for body in _items(item.get("bodies"))
        if isinstance(body.get("value"), str)
    }
    for name, kind in (("bodytext", BODIES[0]), ("bodyxhtml", BODIES[2])):
        if isinstance(item.get(name), str):
            bodies.setdefault(kind, {"value": item[name]})
    for kind in BODIES:
        if kind in bodies:
            value = bodies[kind]["value"]
            return (value if kind == BODIES[0] else to_text(value)), kind
    raise BadInput(f"the news item has no body of type {', '.join(BODIES)}; sayso reads nothing else of it")


def _headline(item: Mapping[str, Any]) -> str | None:
    """The main headline, or the first."""
    headlines = list(_items(item.get("headlines")))
    main = [line for line in headlines if line.get("role") == "main"] + headlines
    return _word(main[0].get("value")) if main else _word(item.get("headline"))


def _items(value: Any) -> Iterable[Mapping[str, Any]]:
    return [item for item in value if isinstance(item, Mapping)] if isinstance(value, list) else []


def _word(value: Any) -> str | None:
    return value if isinstance(value, str) and value.strip() else None


def _address(uri: str | None) -> str | None:
    return uri if uri and uri.startswith(("http://", "https://")) else None
