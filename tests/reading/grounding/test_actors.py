"""The coding of figures: by their mentions, else by what the document lets one infer."""

from __future__ import annotations

from pathlib import Path

import pytest

from sayso.knowledge.actors.dictionary import Dictionary
from sayso.reading.grounding.actors import About, code_figures
from sayso.reading.grounding.cast import Figure
from sayso.reading.grounding.coding import Coded
from sayso.reading.grounding.mentions import Form
from sayso.reading.parsed import Parsed
from tests.hand import parse, tokens
from tests.invented import invented


@pytest.fixture(scope="module")
def known(tmp_path_factory: pytest.TempPathFactory) -> Dictionary:
    return invented(tmp_path_factory.mktemp("actors"))


def text(*sentences: str) -> Parsed:
    """A parse in which every word hangs on its sentence's first; nothing here looks at the tree."""
    rows, first = [], 0
    for sentence in sentences:
        words = sentence.split()
        rows.append("\n".join(f"{w} {'NNP' if w[0].isupper() else 'NN'} dep {first}" for w in words))
        first += len(words)
    return parse("\n\n".join(rows))


def coded(
    parsed: Parsed, known: Dictionary, *mentions: str, form: Form = "role", name: str = "", about: About | None = None
) -> Coded:
    figure = Figure(form=form, names=[tuple((name or mentions[0]).split())])
    for mention in mentions:
        found = tokens(parsed, mention)
        figure.mentions[found[-1]] = found
    return code_figures(parsed, [figure], about or About(), known)[0]


def test_a_mention_with_a_nationality_decides_for_all(known: Dictionary) -> None:
    parsed = text("the minister spoke .", "The Norvish defence minister left .")
    found = coded(parsed, known, "the minister", "Norvish defence minister")
    assert (found.country, found.sector, found.inferred) == ("NVK", "GOV", False)


def test_the_name_of_a_person_names_no_country(known: Dictionary) -> None:
    parsed = text("Sarmia Vesterby spoke .")
    assert coded(parsed, known, "Sarmia Vesterby", form="name").country is None


def test_a_country_taken_for_a_person_keeps_its_name(known: Dictionary) -> None:
    parsed = text("Norvik refused .")
    assert coded(parsed, known, "Norvik", form="name").country == "NVK"


def test_the_same_office_elsewhere_in_the_text_tells_the_country(known: Dictionary) -> None:
    parsed = text(
        "Sarmia and Norvik met .", "Norvish foreign ministry denied it .", "A foreign ministry official left ."
    )
    found = coded(parsed, known, "A foreign ministry official")
    assert (found.country, found.inferred) == ("NVK", True)
    assert any("elsewhere in the text" in reason for reason in found.why)


def test_an_office_that_two_countries_have_tells_none(known: Dictionary) -> None:
    parsed = text("Norvish foreign ministry met Sarmian foreign ministry .", "A foreign ministry official left .")
    assert coded(parsed, known, "A foreign ministry official").country is None


def test_the_outlet_tells_the_country_of_officials_if_the_text_speaks_of_it(known: Dictionary) -> None:
    about = About(outlet="Sundholm Post")
    parsed = text("Police met Norviks and Sarmians .")
    found = coded(parsed, known, "Police", about=about)
    assert (found.country, found.inferred) == ("NVK", True)
    assert "Sundholm Post is an outlet of NVK" in found.why
    assert coded(parsed, known, "Police").country is None
    assert coded(
        text("Police met Sarmians in Tessa Bay and Lamp Society rebels ."), known, "Police", about=about
    ).country
    abroad = text("Police met Sarmians and Zandry League of Ports envoys .")
    assert coded(abroad, known, "Police", about=about).country == "SRM"


def test_rebels_are_not_at_home_in_the_outlets_country(known: Dictionary) -> None:
    parsed = text("rebels met Norviks and Sarmians .")
    assert coded(parsed, known, "rebels", about=About(outlet="Sundholm Post")).country is None


def test_bodies_named_without_a_country_tell_where_a_report_is_at_home(known: Dictionary) -> None:
    parsed = text("The Supreme Harbour Council told Harbour Radio of Sarmia and Norvik .", "Police agreed .")
    found = coded(parsed, known, "Police")
    assert (found.country, found.inferred) == ("NVK", True)
    one = text("The Supreme Harbour Council met Sarmians and Norviks .", "Police agreed .")
    assert coded(one, known, "Police").country is None


def test_a_spokesman_speaks_for_the_body_named_right_before(known: Dictionary) -> None:
    parsed = text("Sarmian rebels fled , Norvish police said .", "It was quick , spokesman Ilya Quorth said .")
    found = coded(parsed, known, "spokesman Ilya Quorth", form="name", name="Ilya Quorth")
    assert (found.country, found.sector, found.inferred) == ("NVK", "GOV", True)


def test_in_an_undated_text_an_office_holder_holds_the_office(known: Dictionary) -> None:
    parsed = text("President Osei Damptey spoke .", "Olga Lee left .")
    assert coded(parsed, known, "Olga Lee", form="name").sector == "GOV"
    dated = coded(parsed, known, "Olga Lee", form="name", about=About(day="2010-01-01"))
    assert (dated.sector, dated.known) == ("ELI", "nvk.lee")


def test_the_words_of_the_text_count_before_the_office(known: Dictionary) -> None:
    parsed = text("President Osei Damptey spoke .")
    found = coded(
        parsed, known, "President Osei Damptey", form="name", name="Osei Damptey", about=About(day="2010-01-01")
    )
    assert (found.country, found.sector) == ("NVK", "GOV")


def test_what_nothing_decides_stays_unknown(known: Dictionary) -> None:
    assert coded(text("Zandry Mubb spoke ."), known, "Zandry Mubb", form="name") == Coded()


def test_a_folder_of_tables_can_be_any(tmp_path: Path) -> None:
    few = invented(tmp_path, organisations="id,kind,names,country,sector,from,to,note,source\n")
    assert coded(text("Lamp Society spoke ."), few, "Lamp Society", form="institution").country is None
