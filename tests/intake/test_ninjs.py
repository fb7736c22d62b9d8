"""News items of agencies, as IPTC ninjs has them."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.intake.made import document, outcomes, reason, texts

THREE: dict[str, Any] = {
    "uri": "https://agency.example/items/1",
    "standard": {"name": "ninjs", "version": "3.0"},
    "versionCreated": "2016-08-22T09:00:00Z",
    "firstCreated": "2016-08-21T09:00:00Z",
    "by": "Ann Lee",
    "headlines": [{"role": "short", "value": "Talks"}, {"role": "main", "value": "Talks fail"}],
    "bodies": [
        {"contentType": "text/html", "value": "<p>Not this one.</p>"},
        {"contentType": "text/plain", "value": "They failed at sea."},
    ],
    "infoSources": [{"name": "Norvik Agency"}],
}
TWO: dict[str, Any] = {
    "uri": "tag:agency.example,2016:1",
    "versioncreated": "2016-08-22T09:00:00Z",
    "headlines": [{"value": "Talks fail"}],
    "bodies": [{"contenttype": "text/html", "value": "<p>They failed</p><p>at sea.</p>"}],
}


def test_an_item_of_version_3_is_read() -> None:
    found = document("a.json", json.dumps(THREE).encode())
    assert found.text == "Talks fail\n\nThey failed at sea."
    assert (found.id, found.url) == (THREE["uri"], THREE["uri"])
    assert (found.outlet, found.published) == ("Norvik Agency", "2016-08-22T09:00:00Z")
    assert found.meta["published_from"] == "ninjs versioncreated"
    assert found.meta["by"] == "Ann Lee"


def test_an_item_of_version_2_is_read() -> None:
    found = document("a.json", json.dumps(TWO).encode())
    assert found.text == "Talks fail\n\nThey failed\nat sea."
    assert (found.id, found.url, found.published) == (TWO["uri"], None, "2016-08-22T09:00:00Z")


def test_an_item_of_version_1_is_read() -> None:
    item = {"uri": "tag:1", "headline": "Talks fail", "body_text": "They failed at sea."}
    assert document("a.json", json.dumps(item).encode()).text == "Talks fail\n\nThey failed at sea."


def test_items_are_read_from_lists_and_lines_too() -> None:
    assert len(texts(outcomes("a.json", json.dumps([THREE, TWO]).encode()))) == 2
    assert len(texts(outcomes("a.jsonl", f"{json.dumps(THREE)}\n{json.dumps(TWO)}\n".encode()))) == 2
    assert len(texts(outcomes("a.json", f"{json.dumps(THREE)}\n{json.dumps(TWO)}\n".encode()))) == 2


def test_several_suppliers_name_no_outlet() -> None:
    two = [{"name": "Norvik Agency"}, {"name": "Tarn Agency"}]
    found = document("a.json", json.dumps(THREE | {"infoSources": two}).encode())
    assert found.outlet is None
    assert found.meta["suppliers"] == ["Norvik Agency", "Tarn Agency"]


@pytest.mark.parametrize(
    ("change", "says"),
    [({"pubStatus": "canceled"}, "canceled"), ({"bodies": []}, "body"), ({"bodies": 5}, "body")],
)
def test_an_item_that_cannot_be_used_is_named(change: dict[str, Any], says: str) -> None:
    assert says in reason("a.json", json.dumps(THREE | change).encode())
