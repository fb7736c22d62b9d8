"""The facts of English: complete, valid, and of the size that their readers count on."""

from __future__ import annotations

import pytest

from sayso.errors import BadOptions
from sayso.knowledge.language import Language
from sayso.knowledge.language import language as language_of
from sayso.schema.attribution import KINDS, STANCES
from sayso.schema.label import LABEL_KINDS


@pytest.mark.parametrize(
    ("cue", "stance"),
    [
        ("say", "states"),
        ("deny", "denies"),
        ("accuse", "accuses"),
        ("call for", "demands"),
        ("call", "states"),
        ("point to", "states"),
        ("acknowledge", "confirms"),
        ("vow", "promises"),
        ("warn", "warns"),
        ("allege", "alleges"),
        ("believe", "believes"),
    ],
)
def test_cues_have_the_stance_that_the_guide_gives_them(language: Language, cue: str, stance: str) -> None:
    assert language.cues[tuple(cue.split())].stance == stance


def test_every_table_loads(language: Language) -> None:
    assert language.persons[("spokeswoman",)].kind == "role"
    assert language.institutions[("ministry",)].kind == "organisation"
    assert language.media[("tass",)].kind == "agency"
    assert language.given_names["olga"] == "f"
    assert any(term.words == ("so-called",) for term in language.labels)
    assert all("parser" not in file or len(digest) == 64 for file, digest in language.checksums.items())


def test_the_glossary_explains_every_value_that_is_printed(language: Language) -> None:
    assert {*STANCES, *KINDS, *LABEL_KINDS, "source", "cue", "content", "speaker", "addressee", "channel"} <= set(
        language.glossary
    )


def test_a_language_without_a_folder_is_refused() -> None:
    with pytest.raises(BadOptions, match=r"'\.\./en'"):
        language_of("../en")
