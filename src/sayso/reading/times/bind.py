"""Times for a reading: mentions of the same become one."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import count

from sayso.reading.drafts import TimeDraft
from sayso.schema.when import When

Key = tuple[object, ...]


def bind_times(drafts: Iterable[TimeDraft]) -> tuple[When, ...]:
    """The times that the expressions stand for, numbered in the order of the text.

    Mentions with the same type, value and days are one time. Where the value has unknown parts ("that day", with no
    day to count from) nothing says that two mentions mean the same, and each is a time of its own.
    """
    mentions: dict[Key, list[TimeDraft]] = {}
    alone = count()
    for draft in drafts:
        unknown = draft.type in ("DATE", "TIME") and "X" in draft.value
        key: Key = (draft.type, draft.value, draft.start, draft.end, next(alone) if unknown else None)
        mentions.setdefault(key, []).append(draft)
    return tuple(_bound(f"t{n}", same) for n, same in enumerate(mentions.values(), 1))


def _bound(name: str, same: list[TimeDraft]) -> When:
    first = same[0]
    modifiers = {draft.modifier for draft in same}
    return When(
        id=name,
        type=first.type,
        value=first.value,
        start=first.start,
        end=first.end,
        mentions=tuple(draft.span for draft in same),
        anchor=first.anchor,
        modifier=modifiers.pop() if len(modifiers) == 1 else None,
    )
