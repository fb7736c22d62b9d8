"""Feeds: entries, full or in summary, also of feeds that are long or damaged."""

from __future__ import annotations

from io import BytesIO

from sayso.intake.feed import read
from sayso.intake.source import Source
from sayso.schema.document import Document
from tests.intake.made import document, outcomes, reason, rss, texts

FULL = (
    "<title>Talks &amp;amp; tea</title><link>https://daily.example/1</link><guid>g1</guid>"
    "<pubDate>Tue, 23 Aug 2016 01:30:00 +0330</pubDate><description>Short.</description>"
    "<content:encoded><![CDATA[<p>Talks <b>fail</b>.</p><p>Tea is served.</p>]]></content:encoded>"
)


def test_an_entry_with_its_full_text_is_a_document() -> None:
    found = document("a.rss", rss(FULL))
    assert found.text == "Talks & tea\n\nTalks fail.\nTea is served."
    assert (found.id, found.url, found.outlet) == ("g1", "https://daily.example/1", "The Daily")
    assert (found.published, found.meta["published_from"]) == ("2016-08-22T22:00:00Z", "feed published")
    assert "full text" in found.meta["text_from"]


def test_a_summary_is_said_to_be_one() -> None:
    found = document("a.xml", rss("<title>Talks</title><description>They fail.</description>"))
    assert found.text == "Talks\n\nThey fail."
    assert "summary" in found.meta["text_from"]
    assert found.published is None


def test_atom_is_read() -> None:
    atom = (
        '<feed xmlns="http://www.w3.org/2005/Atom"><title>The Weekly</title><entry><id>tag:1</id><title>Talks</title>'
        '<updated>2016-08-23T10:30:00Z</updated><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">'
        "<p>They fail.</p></div></content></entry></feed>"
    )
    found = document("a.atom", atom.encode())
    assert (found.text, found.outlet, found.id) == ("Talks\n\nThey fail.", "The Weekly", "tag:1")
    assert found.meta["published_from"] == "feed updated"


def test_ten_thousand_entries_come_as_they_are_read() -> None:
    data = rss(*(f"<title>T{n}</title><description>Talk number {n} fails.</description>" for n in range(10_000)))
    found = read(Source(name="a.rss", stream=BytesIO(data)))
    first = [next(found) for _ in range(120)]
    assert all(isinstance(o, Document) for o in first)
    assert texts(first)[-1] == "T119\n\nTalk number 119 fails."
    assert len(first) + sum(1 for _ in found) == 10_000


def test_what_comes_before_and_after_damage_is_read() -> None:
    items = [f"<title>T{n}</title><description>Talk {n} fails.</description>" for n in range(3)]
    data = rss(*items).replace(b"Talk 1", b"Talk &nbsp;1 <br>")
    assert [text[:2] for text in texts(outcomes("a.rss", data))] == ["T0", "T1", "T2"]


def test_a_feed_in_its_declared_encoding_is_read() -> None:
    data = rss("<title>Café</title><description>Closed.</description>").decode()
    data = data.replace("utf-8", "iso-8859-1")
    assert document("a.rss", data.encode("latin-1")).title == "Café"


def test_what_is_no_feed_or_an_empty_one_is_named() -> None:
    assert "no RSS or Atom" in reason("a.xml", b"<?xml version='1.0'?><recipe/>")
    assert "no entry" in reason("a.rss", rss())
    assert "empty" in reason("a.rss", rss("<title>Talks</title>"))


def test_entities_that_multiply_do_no_harm() -> None:
    levels = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    bomb = f'<!DOCTYPE rss [<!ENTITY l0 "lol">{levels}]>'.encode()
    data = bomb + rss("<title>T</title><description>&l9;</description>").partition(b"?>")[2]
    assert all(len(text) < 1000 for text in texts(outcomes("a.rss", data)))
