"""Packages that only some uses of sayso need."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sayso.errors import MissingExtra


@contextmanager
def extra(name: str, purpose: str) -> Iterator[None]:
    """Imports inside it come with an extra of sayso.

    Args:
        name: the extra, as in ``pip install 'sayso[name]'``.
        purpose: what the packages are needed for.

    Raises:
        MissingExtra: a package is not installed.
    """
    try:
        yield
    except ModuleNotFoundError as error:
        raise MissingExtra(
            f"{purpose} needs the package {error.name!r}, which is not installed; run: pip install 'sayso[{name}]'"
        ) from error
