"""Documents and their dates."""

from __future__ import annotations

from datetime import date

import pytest

from sayso.errors import BadInput
from sayso.intake.make import make_document, publication_date


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        ("2016-08-23", "2016-08-23"),
        (date(2016, 8, 23), "2016-08-23"),
        ("2016-08-23T10:30:00Z", "2016-08-23T10:30:00Z"),
        ("2016-08-23 01:30+03:30", "2016-08-22T22:00:00Z"),
        ("2016-08-23T10:30:00", "2016-08-23"),
        (None, None),
        ("", None),
    ],
)
def test_dates_are_written_as_the_contract_has_them(given: str | date | None, wanted: str | None) -> None:
    assert publication_date(given) == wanted


@pytest.mark.parametrize("given", ["yesterday", "2016-13-01", "23.08.2016", "2016-08-23T25:00:00Z"])
def test_what_is_no_date_is_refused_and_shown(given: str) -> None:
    with pytest.raises(BadInput, match=given):
        publication_date(given)


def test_the_same_text_of_the_same_outlet_has_the_same_id() -> None:
    one, again = (make_document("Talks fail.", outlet="The Daily") for _ in range(2))
    assert one.id == again.id != make_document("Talks fail.", outlet="The Weekly").id


def test_a_repeated_first_line_becomes_the_title() -> None:
    assert make_document("Talks fail\n\nTalks fail\n\nThey failed.").title == "Talks fail"
