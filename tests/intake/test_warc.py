"""Crawls: pages out of records, and records that are not what they say."""

from __future__ import annotations

import gzip

import pytest

from sayso.schema.document import Document
from sayso.schema.reading import Unread
from tests.intake.made import document, outcomes, page, reason, reasons, record, texts

ONE, TWO, THREE = (record(page(f"{n} bridges close"), f"https://daily.example/{n}") for n in ("One", "Two", "Three"))


def test_a_page_has_its_address_and_the_date_of_the_crawl_in_its_meta_only() -> None:
    found = document("a.warc", ONE)
    assert (found.url, found.published) == ("https://daily.example/One", None)
    assert found.meta["crawled"] == "2020-01-02T03:04:05Z"
    assert "published_from" not in found.meta


def test_records_that_are_no_page_are_passed_over() -> None:
    data = (
        record(b"GET / HTTP/1.1", kind="request")
        + record(b"no", status="404 Not Found")
        + record(b"\x89PNG", http="Content-Type: image/png")
        + ONE
    )
    assert len(outcomes("a.warc", data)) == 1


def test_every_member_of_a_packed_crawl_is_read() -> None:
    found = outcomes("a.warc.gz", gzip.compress(ONE) + gzip.compress(TWO))
    assert [text.split()[0] for text in texts(found)] == ["One", "Two"]


def test_text_of_a_page_is_read_from_conversion_records() -> None:
    body = b"Talks fail at sea."
    header = f"WARC/1.0\r\nWARC-Type: conversion\r\nContent-Type: text/plain\r\nContent-Length: {len(body)}\r\n\r\n"
    assert document("a.wet", header.encode() + body + b"\r\n\r\n").text == "Talks fail at sea."


def test_a_packed_answer_is_unpacked() -> None:
    packed = record(gzip.compress(page()), http="Content-Type: text/html\r\nContent-Encoding: gzip")
    assert "bridge number" in document("a.warc", packed).text


@pytest.mark.parametrize("off", [-50, 50, 600, 10**12])
def test_a_record_with_a_wrong_length_costs_itself_alone(off: int) -> None:
    wrong = record(page("Two bridges close"), "https://daily.example/Two", off=off)
    found = outcomes("a.warc", ONE + wrong + THREE)
    assert [type(o) for o in found] == [Document, Unread, Document]
    assert found[1].id == "https://daily.example/Two"
    assert texts(found)[1].startswith("Three")


def test_a_crawl_that_is_cut_off_gives_what_came_before() -> None:
    found = outcomes("a.warc.gz", (gzip.compress(ONE) + gzip.compress(TWO))[:-30])
    assert len(texts(found)) == 1
    assert "cut off" in reasons(found)[0]
    found = outcomes("a.warc", (ONE + TWO)[:-90])
    assert len(texts(found)) == 1
    assert "cut off" in reasons(found)[0]


def test_damaged_packing_inside_a_record_is_named() -> None:
    data = record(b"no gzip", http="Content-Type: text/html\r\nContent-Encoding: gzip")
    assert "damaged" in reason("a.warc", data)


def test_a_file_without_records_is_named() -> None:
    assert "no WARC record" in reason("a.warc", b"nothing of the kind\n")
