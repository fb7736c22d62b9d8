"""The page: every word of the text, every voice, nothing that runs."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape
from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

import sayso
from sayso.exports.html import marked, to_html
from sayso.schema.span import Span
from tests.exports.hand import READING, TEXT


class Page(HTMLParser):
    """Notes the tags and attributes of a page, and whether they are closed in order."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.open: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}
        if tag != "meta":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def test_the_page_is_closed_and_runs_nothing() -> None:
    page = Page(to_html(READING))
    assert page.open == []
    assert page.tags == {
        *("html", "head", "meta", "title", "style", "body", "article", "header", "p", "span", "sup", "ul", "li"),
    }
    assert page.attributes == {"lang", "charset", "class"}


def test_every_paragraph_comes_back_from_its_marks() -> None:
    for found in re.finditer(r"[^\n]+", TEXT):
        page = re.sub(r"<sup>.*?</sup>", "", marked(READING, Span(*found.span())))
        assert unescape(re.sub(r"<[^>]+>", "", page)) == found.group()


def test_an_event_stands_after_its_voice() -> None:
    page = to_html(READING)
    assert (
        '<span class="chain">The &lt;Daily&gt; &gt; =Olga Lee</span> <span class="stance">denies</span>: '
        "COERCE arrest: Norvik → Sarmia “arrested”" in page
    )


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1))
def test_no_text_becomes_a_tag(text: str) -> None:
    text = f"<script>{text}</script>&amp;"
    document = replace(READING.document, text=text, outlet=text)
    page = to_html(sayso.Reading(document=document, provenance=READING.provenance))
    assert "<script" not in page


def test_a_notebook_shows_the_page() -> None:
    assert READING._repr_html_() == to_html(READING)
