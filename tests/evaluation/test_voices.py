"""The marks of annotators: found where they are meant, and mistakes named."""

from __future__ import annotations

from typing import Any

import pytest

from evaluation.voices import Mismarked, agreement, locate, mistakes

TEXT = "He said no. She said yes, unsaid."


def passage(**changes: Any) -> dict[str, Any]:
    marked = {
        "id": "a1",
        "source": ["He"],
        "cue": ["said#0"],
        "content": ["no"],
        "speaker": None,
        "kind": "indirect",
        "stance": "states",
        "parent": None,
    }
    return {"id": "p", "text": TEXT, "attributions": [marked | changes]}


def test_a_number_picks_among_the_same_words_and_words_are_never_cut() -> None:
    assert locate(TEXT, "said#1") == (16, 20)
    with pytest.raises(Mismarked, match="stands 2 times"):
        locate(TEXT, "said#2")


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"cue": ["said"]}, "mark which"),
        ({"source": ["They"]}, "does not stand"),
        ({"content": []}, "no content"),
        ({"stance": "shouts"}, "shouts"),
        ({"parent": "a9"}, "a9"),
        ({"kind": "quoted"}, "quoted"),
    ],
)
def test_mistakes_are_named(change: dict[str, Any], says: str) -> None:
    assert any(says in mistake for mistake in mistakes(passage(**change)))


def test_a_passage_without_mistakes_has_none() -> None:
    assert list(mistakes(passage())) == []


def test_two_annotations_of_the_same_agree_wholly_and_of_nothing_not_at_all() -> None:
    same = agreement([passage()], [passage()])
    assert same["found by both, F1"] == same["same speaker"] == 1
    assert agreement([passage()], [{**passage(), "attributions": []}])["found by both, F1"] == 0
