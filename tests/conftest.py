"""What tests share: the language, and what to do where the evaluation data is missing."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

import sayso
from sayso.knowledge.language import Language
from sayso.knowledge.language import language as language_of

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Tests that need the evaluation data skip aloud without it, and fail where nothing may be skipped."""
    if SHARED.is_dir():
        return
    if os.environ.get("CI"):
        raise pytest.UsageError(f"the evaluation data is missing: {SHARED}; in CI nothing may be skipped")
    for item in items:
        if item.get_closest_marker("shared"):
            item.add_marker(pytest.mark.skip(reason=f"the evaluation data is missing: {SHARED}"))


@pytest.fixture(scope="session")
def language() -> Language:
    return language_of("en")


@pytest.fixture(scope="session")
def reader() -> sayso.Reader:
    return sayso.Reader()
