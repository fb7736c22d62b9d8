"""The dictionary of actors: spelling, lookup, office holders by date, and mistakes named with file and line."""

from __future__ import annotations

from pathlib import Path

import pytest

from sayso.errors import BadKnowledge
from sayso.knowledge.actors.dictionary import Dictionary, dictionary
from sayso.knowledge.actors.facts import ANY_DAY, Person
from sayso.knowledge.actors.spelling import words_of
from sayso.knowledge.language import Language
from tests.invented import TABLES, WORDS, invented


@pytest.fixture
def known(tmp_path: Path) -> Dictionary:
    return invented(tmp_path)


def person(known: Dictionary, name: str) -> Person:
    return known.persons.at(words_of(name), 0)[1][0]


@pytest.mark.parametrize("name", ["Qassem al-Khaddour", "Kassem El Khadour", "Qasem Khaddur", "QASSEM AL-KHADDOUR"])
def test_a_person_is_found_in_every_transliteration(known: Dictionary, name: str) -> None:
    assert person(known, name).id == "srm.khaddour"


@pytest.mark.parametrize("name", ["the Fajrun Front", "Al-Fajrun Front", "Dawn Front"])
def test_an_organisation_is_found_with_and_without_its_article(known: Dictionary, name: str) -> None:
    words = words_of(name.removeprefix("the "))
    assert known.organisations.at(words, 0)[0] == len(words)


def test_an_acronym_is_found_in_capitals_only(known: Dictionary) -> None:
    assert known.organisations.at(words_of("SHC"), 0)[0] == 1
    assert known.organisations.at(words_of("shc"), 0)[0] == 0


def test_a_name_needs_its_capital_letters(known: Dictionary) -> None:
    assert known.organisations.at(words_of("a lamp society"), 1)[0] == 0
    assert known.countries.at(words_of("NORVIK"), 0)[0] == 1


def test_the_longest_name_counts(known: Dictionary) -> None:
    assert known.countries.at(words_of("Republic of Norvik troops"), 0)[0] == 3


def test_roles_are_found_in_the_plural_and_in_either_spelling(known: Dictionary) -> None:
    assert known.roles.at(words_of("defense ministers"), 0)[1][0].term == "defence minister"
    assert known.roles.at(words_of("Ministries"), 0)[0] == 0


@pytest.mark.parametrize(
    ("day", "sector", "status"),
    [
        ("2000-01-01", None, "before"),
        ("2005-01-01", "GOV", "in office"),
        ("2009-02-28", "GOV", "in office"),
        ("2010-01-01", "ELI", "after"),
        ("2012-01-01", None, "in office"),
        (None, "ELI", "latest"),
        (ANY_DAY, None, "latest"),
    ],
)
def test_an_office_holder_by_date(known: Dictionary, day: str | None, sector: str | None, status: str) -> None:
    damptey = person(known, "Osei Damptey")
    assert (damptey.sector_on(day), damptey.on(day)[1]) == (sector, status)


def test_after_an_international_office_the_own_country_counts(known: Dictionary) -> None:
    assert person(known, "Osei Damptey").on("2013-05-01")[0].country == "UNO"
    assert person(known, "Osei Damptey").on("2020-01-01")[0].country == "NVK"


def test_a_slip_is_read_as_the_only_name_near(known: Dictionary) -> None:
    found = known.misspelt_country(words_of("Sarmain")[0])
    assert found is not None
    assert found[1].code == "SRM"
    assert known.misspelt_country(words_of("Sardinia")[0]) is None


@pytest.mark.parametrize(
    ("table", "row", "says"),
    [
        ("countries", "NV,name,Nord,invented", "countries.csv, line .*'code'.*three letters"),
        ("countries", "NVK,realm,Nord,invented", "countries.csv, line .*'kind': 'realm'"),
        ("countries", "NVK,metonym,,invented", "countries.csv, line .*'names': is empty"),
        ("countries", "NVK,metonym,Harbour House,", "countries.csv, line .*'source': is empty"),
        ("organisations", "x,org,X Club,XXX,,,,,invented", "organisations.csv, line .*'country': 'XXX'"),
        ("organisations", "x,org,X Club,NVK,ABC,,,,invented", "organisations.csv, line .*'sector': 'ABC'"),
        ("organisations", "x,org,X Club,NVK,,May 2001,,,invented", "organisations.csv, line .*'from': 'May 2001'"),
        ("persons", "x,Ada Xu,XXX,GOV,Mayor,,,,invented", "persons.csv, line .*'country': 'XXX'"),
        ("roles", "mayor,GOV,thing,invented", "roles.csv, line .*'kind': 'thing'"),
    ],
)
def test_a_mistake_is_named_with_file_and_line(tmp_path: Path, table: str, row: str, says: str) -> None:
    text = {**TABLES, **WORDS}[f"{table}.csv"] + row + "\n"
    with pytest.raises(BadKnowledge, match=says):
        invented(tmp_path, **{table: text}).load()


def test_the_real_tables_are_right(language: Language) -> None:
    dictionary(language).load()


def test_countries_are_complete_and_folded(language: Language) -> None:
    known = dictionary(language)
    assert {"XKX", "PSE", "HKG", "TWN", "SSD"} <= set(known.codes)
    assert known.countries.at(words_of("Puerto Rico"), 0)[1][0].code == "USA"
    assert known.countries.at(words_of("Soviet Union"), 0)[1][0].code == "RUS"
