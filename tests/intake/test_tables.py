"""CSV and Parquet: rows as documents, columns by their names or as they are mapped."""

from __future__ import annotations

from datetime import date, datetime
from io import BytesIO

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from sayso.errors import BadOptions
from sayso.intake.columns import Columns, parse_columns
from tests.intake.made import document, outcomes, reason, reasons, texts


def parquet(**columns: list[object]) -> bytes:
    out = BytesIO()
    pq.write_table(pa.table(columns), out)
    return out.getvalue()


def test_rows_of_csv_are_documents_and_other_columns_their_meta() -> None:
    data = b'id,text,published,topic\n7,"Talks, again,\nfail.",2016-08-23,sea\n'
    found = document("a.csv", data)
    assert (found.id, found.text, found.published) == ("7", "Talks, again,\nfail.", "2016-08-23")
    assert found.meta == {"topic": "sea"}


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_delimiter_is_told_from_the_first_row(delimiter: str) -> None:
    data = delimiter.join(["id", "text"]) + "\n" + delimiter.join(["7", "Talks fail."])
    assert document("a.csv", data.encode()).id == "7"


def test_columns_are_mapped() -> None:
    columns = parse_columns("text=body,published=date,outlet=paper")
    found = document("a.csv", b"body,date,paper\nTalks fail.,2016-08-23,The Daily\n", columns)
    assert (found.text, found.published, found.outlet) == ("Talks fail.", "2016-08-23", "The Daily")


def test_a_missing_column_is_named_with_those_there_are() -> None:
    for name, data in (("a.csv", b"id,body\n1,x\n"), ("a.parquet", parquet(id=["1"], body=["x"]))):
        says = reason(name, data)
        assert "only: id, body" in says
        assert "--map text=body" in says


def test_a_bad_row_is_named_and_the_next_is_read() -> None:
    found = outcomes("a.csv", b"text,published\na,b,c\nTalks fail.,soon\nCaf\xe9,\n,\nTalks hold.,2016-08-23\n")
    assert texts(found) == ["Talks hold."]
    assert [word in why for word, why in zip(("3 cells", "soon", "encoding", "empty"), reasons(found), strict=True)]


def test_a_quotation_mark_that_never_ends_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    import csv

    monkeypatch.setattr("sayso.intake.csv.LONGEST", 0)
    before = csv.field_size_limit(1000)
    try:
        found = outcomes("a.csv", b'text\nTalks fail.\n"' + b"x" * 2000)
    finally:
        csv.field_size_limit(before)
    assert texts(found) == ["Talks fail."]
    assert "quotation mark" in reasons(found)[0]


@pytest.mark.parametrize("codec", ["utf-8-sig", "utf-16"])
def test_marks_of_encodings_are_no_part_of_the_first_column(codec: str) -> None:
    assert document("a.csv", "text,id\nTalks fail.,7\n".encode(codec)).text == "Talks fail."


def test_rows_of_parquet_are_documents() -> None:
    data = parquet(
        text=["Talks fail.", None],
        published=[datetime(2016, 8, 23), None],
        seen=[date(2016, 8, 24), None],
        n=[1, 2],
    )
    found = outcomes("a.parquet", data)
    assert texts(found) == ["Talks fail."]
    assert "empty" in reasons(found)[0]
    first = found[0]
    assert getattr(first, "published", None) == "2016-08-23"
    assert getattr(first, "meta", None) == {"seen": "2016-08-24", "n": 1}


def test_damaged_parquet_is_named() -> None:
    assert "damaged" in reason("a.parquet", parquet(text=["Talks fail."])[:-10])


@pytest.mark.parametrize("wrong", ["text", "text=", "body=text", "text=a,text=b", ""])
def test_a_mapping_that_makes_no_sense_is_refused(wrong: str) -> None:
    with pytest.raises(BadOptions):
        parse_columns(wrong)


def test_what_is_not_mapped_has_the_column_of_its_name() -> None:
    assert Columns({"text": "body"}).all == {"id", "body", "title", "url", "outlet", "published"}
