"""Finds an entry point by its group and name; nothing more."""

from __future__ import annotations

from functools import cache
from importlib.metadata import EntryPoint, entry_points
from typing import Any


def find(group: str, name: str) -> Any | None:
    """What is installed under a name of a group, imported now; None where nothing is."""
    entry = _entries(group).get(name)
    return entry.load() if entry else None


def names(group: str) -> frozenset[str]:
    """The names of a group under which something is installed."""
    return frozenset(_entries(group))


@cache
def _entries(group: str) -> dict[str, EntryPoint]:
    """Entry points by name. Where two packages claim one name, sayso's own goes, so that a plug-in can replace it."""
    found = sorted(entry_points(group=group), key=lambda e: (not e.value.startswith("sayso."), e.value))
    return {entry.name: entry for entry in found}
