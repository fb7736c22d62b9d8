"""Articles to measure with: the passages of the *voices* corpus, put together to the length of a news report."""

from __future__ import annotations

import json
from pathlib import Path

VOICES = Path(__file__).parent.parent / "corpora" / "voices"
PASSAGES = 8
"""Passages that make an article of about 700 words."""


def articles() -> list[str]:
    """Texts of about 700 words each."""
    passages = [json.loads(line)["text"] for file in ("train", "test") for line in _lines(VOICES / f"{file}.jsonl")]
    return ["\n\n".join(passages[k : k + PASSAGES]) for k in range(0, len(passages), PASSAGES)]


def _lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").splitlines()
