"""The shortest way in: one text, one reading."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Any

from sayso.intake.make import make_document
from sayso.reading.options import Options
from sayso.reading.reader import Reader
from sayso.schema.reading import Reading


def read(text: str, *, options: Options | None = None, published: str | date | None = None, **about: Any) -> Reading:
    """Reads one text.

    Args:
        text: the article, with or without its title at the top.
        options: how to read; the parser and the weights are loaded once for each set of options.
        published: the day of publication, ``2016-08-23``.
        **about: what else is known: ``outlet``, ``title``, ``url``, ``id``, ``meta``.

    Raises:
        BadInput: the text is empty, too long, or in a language that sayso does not read.
        MissingModel: the parser or the weights are missing or altered.
    """
    return _reader(options or Options())(make_document(text, published=published, **about))


@cache
def _reader(options: Options) -> Reader:
    return Reader(options)
