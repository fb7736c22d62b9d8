"""What can go wrong, as a tree that callers can catch.

SaysoError
├── BadInput      a document, or a file of documents, that cannot be read
├── BadOptions    a setting that does not exist or has no such value
├── BadKnowledge  a file of facts (cues, roles, names) with a mistake in it; names file, line and column
├── MissingKnowledge  the gazetteer has not been compiled
├── MissingModel  the parser or the weights are not installed, or are not those whose checksums are recorded
└── MissingExtra  a package that only some uses need is not installed; names the extra to install

A message says what happened, to which document or file, and what to do next.
"""

from __future__ import annotations


class SaysoError(Exception):
    """Anything that sayso itself reports."""


class BadInput(SaysoError):
    """A document, or a file of documents, cannot be read."""


class BadOptions(SaysoError):
    """A setting does not exist or has no such value."""


class BadKnowledge(SaysoError):
    """A file of facts has a mistake in it."""


class MissingModel(SaysoError):
    """The parser or the trained weights are missing or not the recorded ones."""


class MissingKnowledge(SaysoError):
    """A compiled file of facts is not there; `make knowledge` makes it."""


class MissingExtra(SaysoError):
    """A package that only some uses of sayso need is not installed."""
