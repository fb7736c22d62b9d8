"""Direct, indirect, mixed."""

from __future__ import annotations

import pytest

from sayso.reading.attribution.kind import find_kind
from tests.hand import parse


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("“ We won ”", "direct"),
        ("they had won", "indirect"),
        ("they had “ won it all ”", "mixed"),
        ("they had “ won ” it", "indirect"),
    ],
)
def test_kind_follows_the_marks_but_one_scare_quote_changes_nothing(sentence: str, kind: str) -> None:
    parsed = parse("\n".join(f"{word} X dep 0" for word in sentence.split()))
    assert find_kind(parsed, tuple(range(len(parsed)))) == kind
