"""The coding of phrases: nationality, bodies, persons by date, roles; evaluative words decide nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.knowledge.actors.dictionary import Dictionary
from sayso.reading.grounding.coding import code_phrase
from tests.invented import invented


@pytest.fixture(scope="module")
def known(tmp_path_factory: pytest.TempPathFactory) -> Dictionary:
    return invented(tmp_path_factory.mktemp("actors"))


@pytest.mark.parametrize(
    ("phrase", "country", "sector"),
    [
        ("Norvik", "NVK", None),
        ("Norvish", "NVK", None),
        ("Sundholm", "NVK", "GOV"),
        ("Brakke", "NVK", "CVL"),
        ("Free Tolland", "SRM", "PRE"),
        ("the Norvish defence minister", "NVK", "GOV"),
        ("Sarmia's Foreign Ministry", "SRM", "GOV"),
        ("president of Sarmia", "SRM", "GOV"),
        ("a former Sarmian president", "SRM", "ELI"),
        ("a former Sarmian student", "SRM", "EDU"),
        ("rebels in Upper Tolland", "SRM", "REB"),
        ("Brakke police", "NVK", "COP"),
        ("Sarmian civilian refugees", "SRM", "REF"),
        ("at least 20 Sarmian students", "SRM", "EDU"),
        ("Norvik-backed rebels", None, "REB"),
        ("anti-Norvish rebels", None, "REB"),
        ("a spokesman for the Norvish police", "NVK", "COP"),
        ("Norvish leaders", "NVK", "GOV"),
        ("leaders", None, None),
        ("League of Ports officials", "UNO", "GOV"),
        ("Lamp Society officials", "NGO", None),
        ("Reed Party leader", "NVK", "PTY"),
        ("the Sundholm Post", "NVK", "JRN"),
        ("Norviks", "NVK", None),
        ("Norivk soldiers", "NVK", "MIL"),
    ],
)
def test_phrases(known: Dictionary, phrase: str, country: str | None, sector: str | None) -> None:
    coded = code_phrase(phrase, known)
    assert (coded.country, coded.sector) == (country, sector)


def test_another_party_to_the_actor_says_nothing_of_it(known: Dictionary) -> None:
    assert code_phrase("ambassador to Norvik", known).country is None
    assert code_phrase("the Sarmian envoy to Norvik", known).country == "SRM"


def test_evaluative_words_decide_nothing(known: Dictionary) -> None:
    coded = code_phrase("Sarmian terrorists", known)
    assert (coded.country, coded.sector) == ("SRM", None)
    assert code_phrase("the regime", known).sector is None


@pytest.mark.parametrize(("day", "sector"), [("2005-06-01", "GOV"), ("2010-06-01", "ELI"), (None, "ELI")])
def test_a_person_is_coded_by_the_day(known: Dictionary, day: str | None, sector: str) -> None:
    coded = code_phrase("Osei Damptey", known, day=day)
    assert (coded.country, coded.sector, coded.known) == ("NVK", sector, "nvk.damptey")


def test_an_organisation_is_coded_by_the_day(known: Dictionary) -> None:
    assert code_phrase("the Dawn Front", known, day="2009-01-01").sector == "REB"
    assert code_phrase("the Dawn Front", known, day="2012-01-01").sector == "GOV"
    assert code_phrase("the Dawn Front", known).sector == "REB"


def test_a_surname_needs_a_role_that_fits_one_person(known: Dictionary) -> None:
    assert code_phrase("President Damptey", known, day="2005-06-01").known == "nvk.damptey"
    assert code_phrase("Finance Minister Lee", known, day="1993-01-01").known == "nvk.lee"
    assert code_phrase("Finance Minister Lee", known, day="1998-01-01").known == "srm.lee"
    assert code_phrase("Lee", known, day="1998-01-01").known is None
    assert code_phrase("President Tunde Damptey", known, day="2005-06-01").known is None


def test_a_head_of_state_in_office_needs_no_given_name(known: Dictionary) -> None:
    assert code_phrase("Umber", known, day="2018-01-01").known == "srm.umber"
    assert code_phrase("Umber", known, day="2025-01-01").known is None
    assert code_phrase("Umber", known).known is None
    assert code_phrase("Nils Umber", known, day="2018-01-01").known is None


def test_whose_it_is_gives_the_country_and_is_not_the_actor(known: Dictionary) -> None:
    coded = code_phrase("the Damptey government", known, day="2005-06-01")
    assert (coded.country, coded.sector, coded.known) == ("NVK", "GOV", None)
    assert code_phrase("the Umber regime", known).country == "SRM"
    assert code_phrase("Umber's students", known).country is None
    coded = code_phrase("Osei Damptey's students", known, day="2005-06-01")
    assert (coded.country, coded.sector, coded.known) == ("NVK", "EDU", None)


def test_of_two_with_one_name_the_context_decides(known: Dictionary) -> None:
    assert code_phrase("RP", known, context="Sarmian voters").country == "SRM"
    assert code_phrase("RP", known, context="Norvish voters").country == "NVK"


def test_the_only_country_of_the_context_is_inferred_and_said(known: Dictionary) -> None:
    coded = code_phrase("the rebels", known, context="Sarmian troops fought the rebels.")
    assert (coded.country, coded.inferred) == ("SRM", True)
    assert any("only country" in reason for reason in coded.why)
    assert code_phrase("the rebels", known, context="Sarmian and Norvish troops fought the rebels.").country is None


def test_a_town_is_no_person(known: Dictionary) -> None:
    assert code_phrase("President Ilmarden", known).country is None
    assert code_phrase("Olga Ilmarden", known).country is None


def test_a_compound_actor_has_all_its_countries(known: Dictionary) -> None:
    coded = code_phrase("Norvish and Sarmian warships", known)
    assert (coded.country, coded.countries, coded.sector) == ("NVK", ("NVK", "SRM"), "MIL")
    assert code_phrase("Norvish warships", known).countries == ()


def test_known_is_the_actor_and_not_its_body(known: Dictionary) -> None:
    assert code_phrase("Supreme Harbour Council", known).known == "nvk.org.nsc"
    coded = code_phrase("an official of the Supreme Harbour Council", known)
    assert (coded.known, coded.affiliation, coded.country) == (None, "Supreme Harbour Council", "NVK")


WORDS = ("minister", "rebels", "the", "of", "police", "former", "old", "students", "leaders", "Harbour", "and", "in")


@given(st.lists(st.sampled_from(WORDS), max_size=6), st.integers(0, 6))
def test_another_country_in_its_place_changes_nothing_but_the_country(
    known: Dictionary, words: list[str], at: int
) -> None:
    one, other = (code_phrase(" ".join([*words[:at], name, *words[at:]]), known) for name in ("Norvik", "Sarmia"))
    assert one.sector == other.sector
    assert one.inferred == other.inferred
    assert (one.country, other.country) in (("NVK", "SRM"), (None, None))


@given(st.lists(st.sampled_from(("Quorth", "vell", "Zandry", "the", "Mubb", "of", "plisk", ",")), max_size=7))
def test_what_nobody_knows_stays_unknown(known: Dictionary, words: list[str]) -> None:
    coded = code_phrase(" ".join(words), known)
    assert (coded.country, coded.sector, coded.known, coded.why) == (None, None, None, ())


@given(st.text(max_size=40))
def test_any_text_is_coded_without_an_error(known: Dictionary, text: str) -> None:
    assert code_phrase(text, known, context=text) == code_phrase(text, known, context=text)


def test_a_dictionary_may_be_small(tmp_path: Path) -> None:
    empty = invented(tmp_path, persons="id,names,country,sector,role,from,to,wikidata,source\n")
    assert code_phrase("Osei Damptey", empty).country is None
