"""Wording that a reader should notice."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from sayso.schema.span import Span

LabelKind = Literal["scare-quote", "distancing", "loaded", "editorial-insertion", "ellipsis"]
LABEL_KINDS: tuple[LabelKind, ...] = get_args(LabelKind)


@dataclass(frozen=True, kw_only=True)
class Label:
    """A word or mark that frames what is said; it judges nothing and nobody."""

    span: Span
    kind: LabelKind
    about: str | None = None
    """Id of the actor or event that it frames."""
