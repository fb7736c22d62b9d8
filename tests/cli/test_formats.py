"""What readings look like in each format."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace

import pytest

import sayso
from sayso.cli.article import Article
from sayso.cli.formats import FORMATS
from tests.schema.test_wire import READING


def printed(form: str, *outcomes: sayso.Reading | sayso.Unread) -> str:
    out = io.StringIO()
    writer = FORMATS[form](out)
    for outcome in outcomes:
        writer.write(outcome)
    writer.finish()
    return out.getvalue()


def test_json_is_one_line_a_document() -> None:
    lines = printed("json", READING, sayso.Unread(id="e", reason="empty")).splitlines()
    assert json.loads(lines[0])["document"]["id"] == "d"
    assert json.loads(lines[1])["unread"]["id"] == "e"


def test_csv_has_a_row_for_each_claim_with_its_voice() -> None:
    (row,) = csv.DictReader(io.StringIO(printed("csv", READING)))
    assert (row["speaker"], row["content"], row["cue_spans"]) == ("Lee", "Talks failed", "18-22")


@pytest.mark.parametrize("start", ["=", "+", "-", "@"])
def test_a_cell_that_a_spreadsheet_would_run_is_made_harmless(start: str) -> None:
    document = replace(READING.document, outlet=f"{start}1+1")
    (row,) = csv.DictReader(io.StringIO(printed("csv", replace(READING, document=document))))
    assert row["outlet"] == f"'{start}1+1"


def test_a_table_has_one_line_for_each_claim() -> None:
    lines = printed("table", READING).splitlines()
    assert len(lines) == 3
    assert "Talks failed" in lines[2]
    assert "The Daily > Lee" in lines[2]


def test_an_article_shows_roles_by_marks_and_the_speaker_beside() -> None:
    text = printed("text", READING)
    assert "{¹Talks failed}, ‹¹Lee› |¹said|." in text
    assert "1 Lee states · indirect" in text


def test_an_article_is_plain_where_nobody_looks_at_it() -> None:
    assert "\x1b" not in printed("text", READING)


def test_an_article_has_no_colour_when_none_is_wanted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b[3" not in printed("text", READING)


def test_the_note_of_a_document_is_shown_with_it() -> None:
    document = replace(READING.document, meta={"note": "A short summary."})
    assert "A short summary." in printed("text", replace(READING, document=document))


def test_inner_voices_are_indented_under_the_outer() -> None:
    outer = replace(READING.attributions[0], id="a1")
    inner = replace(READING.attributions[0], id="a2", parent="a1")
    out = io.StringIO()
    Article(out).write(replace(READING, attributions=(outer, inner)))
    lines = [line for line in out.getvalue().splitlines() if "states" in line]
    assert [len(line) - len(line.lstrip()) for line in lines] == [4, 7]


def test_an_article_shows_where_and_when_and_says_what_is_not_known() -> None:
    seen = sayso.Event(
        id="e1", type="CONSULT", trigger=(sayso.Span(0, 5),), places=("p1",), time="t1", attribution="a1"
    )
    reading = replace(
        READING,
        events=(seen,),
        places=(sayso.Place(id="p1", name="Hamsi", kind="city"),),
        times=(sayso.When(id="t1", type="DATE", value="2016-08-22", start="2016-08-22", end="2016-08-22"),),
    )
    assert "CONSULT: ? “Talks” · in Hamsi · 2016-08-22" in printed("text", reading)
    open_ = replace(reading.times[0], value="XXXX-WXX-1", start=None, end=None, mentions=(sayso.Span(6, 12),))
    assert "“failed”, days unknown" in printed("text", replace(reading, times=(open_,)))
