"""Pages: the article, and what the page says of its publication and where."""

from __future__ import annotations

import pytest

from sayso.schema.span import Span
from tests.intake.made import document, page, reason


def test_a_page_gives_its_article_and_nothing_around_it() -> None:
    found = document("a.html", page())
    assert found.title == "Bridges close"
    assert found.text.startswith("Bridges close\n")
    assert found.text.count("bridge number") == 6
    assert "Sport" not in found.text
    assert "rights" not in found.text


def test_offsets_lead_to_the_extracted_text_and_the_meta_says_so() -> None:
    found = document("a.html", page())
    assert found.meta["text_from"].startswith("HTML, extracted by trafilatura")
    assert "extracted text" in found.meta["text_from"]
    assert found.given(Span(0, 7)) == Span(0, 7)


@pytest.mark.parametrize(
    ("head", "published", "where"),
    [
        (
            '<script type="application/ld+json">{"@graph": [{"datePublished": "2016-08-23T01:30:00+03:30"}]}</script>',
            "2016-08-22T22:00:00Z",
            "JSON-LD datePublished",
        ),
        (
            '<meta property="article:published_time" content="2016-08-23">',
            "2016-08-23",
            "meta article:published_time",
        ),
        ('<meta name="DC.date.issued" content="2016/08/23">', "2016-08-23", "meta dc.date.issued"),
        ('<meta property="article:modified_time" content="2019-01-01">', None, None),
        ('<meta name="date" content="yesterday">', None, None),
        ("", None, None),
    ],
)
def test_the_date_is_what_the_page_declares(head: str, published: str | None, where: str | None) -> None:
    found = document("a.html", page(head=head))
    assert (found.published, found.meta.get("published_from")) == (published, where)


def test_a_date_in_the_address_is_taken_and_said_to_be() -> None:
    found = document("a.html", page(), url="https://daily.example/2016/08/23/bridges")
    assert (found.published, found.meta["published_from"]) == ("2016-08-23", "the address of the page")


def test_outlet_author_and_canonical_address_come_from_the_page() -> None:
    head = (
        '<meta property="og:site_name" content="The Norvik Daily"><meta name="author" content="Ann Lee">'
        '<link rel="canonical" href="https://daily.example/bridges">'
    )
    found = document("a.html", page(head=head))
    assert (found.outlet, found.meta["outlet_from"]) == ("The Norvik Daily", "the page")
    assert (found.meta["author"], found.url) == ("Ann Lee", "https://daily.example/bridges")


def test_a_page_that_names_no_outlet_has_the_host_of_its_address() -> None:
    found = document("a.html", page(), url="https://www.daily.example/bridges")
    assert (found.outlet, found.meta["outlet_from"]) == ("daily.example", "the host in the address")


def test_a_page_in_the_encoding_it_declares_is_read() -> None:
    found = document("a.html", page(charset="windows-1252", sentence="“Café {}” will be closed for repairs, he said."))
    assert "“Café 3”" in found.text
    assert found.meta["charset"] == "cp1252"


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"<!doctype html><html><body></body></html>", "no article"),
        (b"", "no article"),
        (b"<div>" * 100_000, "no article"),
        (b"\x00\x01<html>", "binary"),
    ],
)
def test_a_page_without_an_article_is_named(data: bytes, says: str) -> None:
    assert says in reason("a.html", data)


def test_a_page_of_50_megabytes_is_refused() -> None:
    assert "larger than" in reason("a.html", b"<html><body>" + b"<p>Talks fail.</p>" * (50 * 2**20 // 18))
