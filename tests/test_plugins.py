"""Entry points by group and name, and packages that may be missing."""

from __future__ import annotations

from importlib.metadata import EntryPoint, EntryPoints
from importlib.util import find_spec

import pytest

from sayso import plugins
from sayso.errors import MissingExtra
from sayso.extras import extra
from tests.intake.made import outcomes, page, reasons


@pytest.mark.parametrize("name", sorted(plugins.names("sayso.intake")))
def test_every_reader_of_sayso_is_there(name: str) -> None:
    assert callable(plugins.find("sayso.intake", name))


def test_what_is_not_installed_is_not_found() -> None:
    assert plugins.find("sayso.intake", "nonsense") is None
    assert plugins.names("sayso.nonsense") == frozenset()


def test_a_plug_in_goes_before_a_part_of_sayso(monkeypatch: pytest.MonkeyPatch) -> None:
    own, other = (EntryPoint("txt", value, "made") for value in ("sayso.intake.text:read", "json:loads"))
    monkeypatch.setattr(plugins, "entry_points", lambda group: EntryPoints([other, own]))
    plugins._entries.cache_clear()
    try:
        assert plugins.find("made", "txt") is __import__("json").loads
    finally:
        plugins._entries.cache_clear()


def test_a_missing_package_names_the_extra_to_install() -> None:
    assert find_spec("nonsense_package") is None
    with (
        pytest.raises(MissingExtra, match=r"nonsense_package.*pip install 'sayso\[corpora\]'"),
        extra("corpora", "This"),
    ):
        __import__("nonsense_package")


def test_a_format_whose_package_is_missing_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "trafilatura", None)
    assert "pip install 'sayso[corpora]'" in reasons(outcomes("a.html", page()))[0]
