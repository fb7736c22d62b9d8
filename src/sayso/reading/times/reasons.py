"""Says in words how an expression was counted."""

from __future__ import annotations

from sayso.schema.when import Anchor

UNITS = {
    "D": "day", "W": "week", "2W": "fortnight", "WE": "weekend", "M": "month", "Q": "quarter", "Y": "year",
    "DE": "decade", "CE": "century", "ML": "millennium",
}  # fmt: skip
ANCHORS = {
    "published": "the day of publication",
    "dateline": "the day of the dateline",
    "narrative": "the last date of the history",
    "text": "the date named before",
}


def name(anchor: Anchor | None) -> str:
    """An anchor in words."""
    return ANCHORS[anchor] if anchor is not None else "a date that is not known"


def counted(count: int, unit: str, anchor: Anchor | None) -> str:
    """How far from an anchor: "the week of the day of publication", "2 years before the date named before"."""
    if count == 0:
        return f"the {UNITS[unit]} of {name(anchor)}" if unit != "D" else name(anchor)
    plural = "s" if abs(count) > 1 else ""
    return f"{abs(count)} {UNITS[unit]}{plural} {'before' if count < 0 else 'after'} {name(anchor)}"
