"""How to read: the settings of a reader."""

from __future__ import annotations

from dataclasses import dataclass, field, fields

from sayso.errors import BadOptions


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """Settings of a reader; small, frozen, and the same in every worker."""

    language: str = field(default="en", metadata={"help": "Language of the texts (a folder of knowledge): en."})
    pipeline: str | None = field(
        default=None, metadata={"help": "An installed spaCy pipeline to parse with, in place of the language's own."}
    )
    confidence: float = field(
        default=0.0, metadata={"help": "Leave out attributions whose confidence is below this (0 to 1)."}
    )
    event_confidence: float | None = field(
        default=None,
        metadata={
            "help": "Leave out events whose confidence is below this (0 to 1); by default where the model does best."
        },
    )
    ontology: str = field(
        default="plover",
        metadata={"help": "The ontology of event types: plover, acled, or a YAML file of one's own."},
    )
    gazetteer: str | None = field(
        default=None,
        metadata={"help": "Places of one's own before those of sayso: a CSV or GeoJSON file."},
    )
    longest: int = field(
        default=1_000_000, metadata={"help": "Longest text, in characters, that is read; a longer one is Unread."}
    )

    def __post_init__(self) -> None:
        if not 0 <= self.confidence <= 1:
            raise BadOptions(f"confidence is {self.confidence}; it must lie between 0 and 1")
        if self.event_confidence is not None and not 0 <= self.event_confidence <= 1:
            raise BadOptions(f"event_confidence is {self.event_confidence}; it must lie between 0 and 1")
        if self.longest < 1:
            raise BadOptions(f"longest is {self.longest}; it must be 1 or more")

    def changed(self) -> tuple[tuple[str, str], ...]:
        """The settings that differ from their defaults, for a reading's provenance."""
        return tuple((f.name, str(getattr(self, f.name))) for f in fields(self) if getattr(self, f.name) != f.default)
