"""Golden readings: whole readings of short documents of our own, reviewed as a diff.

    python -m tests.golden.test_golden --update      writes them anew, after the change has been looked at

Confidences are left out, since a processor of another make may round them otherwise.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import pytest

import sayso

HERE = Path(__file__).parent
TEXTS = HERE / "texts.jsonl"
READINGS = HERE / "readings.jsonl"


def told(reading: sayso.Reading) -> dict[str, Any]:
    """What a reading says, in words, so that a person can review it."""
    text = reading.document.text

    def words(spans: tuple[sayso.Span, ...]) -> list[str]:
        return [text[start:end] for start, end in spans]

    return {
        "id": reading.document.id,
        "actors": [{"id": a.id, "name": a.name, "role": a.role, "mentions": words(a.mentions)} for a in reading.actors],
        "attributions": [
            {"id": a.id, "kind": a.kind, "stance": a.stance, "speaker": a.speaker, "parent": a.parent}
            | {role: words(getattr(a, role)) for role in ("source", "cue", "content", "addressee", "channel", "when")}
            for a in reading.attributions
        ],
        "labels": [[label.kind, *words((label.span,))] for label in reading.labels],
    }


def read_all(reader: sayso.Reader) -> list[dict[str, Any]]:
    outcomes = reader.stream(sayso.documents([str(TEXTS)]))
    return [told(outcome) for outcome in outcomes if isinstance(outcome, sayso.Reading)]


def lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


@pytest.mark.model
def test_readings_are_as_they_were(reader: sayso.Reader) -> None:
    fresh = read_all(reader)
    known = lines(READINGS)
    assert len(fresh) == len(known) == len(lines(TEXTS))
    for one, other in zip(fresh, known, strict=True):
        assert one == other, f"{one['id']} is read otherwise; look at the change, then update"


if __name__ == "__main__" and "--update" in sys.argv:
    readings = read_all(sayso.Reader())
    READINGS.write_text("".join(json.dumps(r, ensure_ascii=False) + "\n" for r in readings), encoding="utf-8")
