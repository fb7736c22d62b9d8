"""The house itself: what is public, what importing it costs, what it says of itself."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

import sayso
from tests.conftest import ROOT

HEAVY = ("spacy", "numpy", "pydantic", "click", "rich", "torch")


def test_importing_sayso_brings_nothing_heavy() -> None:
    code = f"import sys, sayso; print([m for m in {HEAVY!r} if m in sys.modules])"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"


def test_help_brings_no_parser() -> None:
    code = (
        "import sys\nfrom sayso.cli.main import sayso\n"
        "try: sayso(['--help'])\nexcept SystemExit: pass\n"
        "print([m for m in ('spacy', 'numpy', 'pydantic', 'rich') if m in sys.modules])"
    )
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert out.endswith("[]\n")


@pytest.mark.parametrize("name", sayso.__all__)
def test_every_public_name_is_there(name: str) -> None:
    assert getattr(sayso, name) is not None


def test_public_names_are_listed_once_and_sorted() -> None:
    assert sayso.__all__[:-1] == sorted(set(sayso.__all__[:-1]))
    assert dir(sayso) == sorted(sayso.__all__)


def test_a_name_that_does_not_exist_is_refused() -> None:
    with pytest.raises(AttributeError, match="nonsense"):
        sayso.nonsense  # noqa: B018


def test_the_constraints_name_no_host_and_hash_everything() -> None:
    text = (ROOT / "constraints.txt").read_text(encoding="utf-8")
    assert "://" not in text
    assert "--index-url" not in text
    blocks = re.split(r"\n(?=\S)", text.strip())
    assert all("--hash=sha256:" in block for block in blocks if "==" in block)


@pytest.mark.parametrize("page", sorted(p for p in ROOT.rglob("*.md") if ".venv" not in p.parts), ids=lambda p: p.name)
def test_links_between_pages_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\((?!https?:|#|mailto:)([^)#\s]+)", page.read_text(encoding="utf-8")):
        assert (page.parent / target).exists(), f"{page}: {target}"


def test_every_command_and_option_is_documented() -> None:
    from sayso.cli.main import COMMANDS
    from sayso.cli.main import sayso as command

    page = (ROOT / "docs/commands.md").read_text(encoding="utf-8")
    for name in COMMANDS:
        assert f"sayso {name}" in page
        loaded = command.get_command(None, name)  # type: ignore[arg-type]
        assert loaded is not None
        options = [o for p in loaded.params if p.param_type_name == "option" for o in p.opts if o.startswith("--")]
        assert [o for o in options if o not in page] == []


def test_every_public_name_is_documented() -> None:
    pages = "".join((ROOT / "docs" / name).read_text(encoding="utf-8") for name in ("library.md", "reading.md"))
    types = {"Actor", "Attribution", "Event", "Label", "Place", "Provenance", "Quantity", "Span", "When", "__version__"}
    missing = [name for name in sayso.__all__ if name not in types and not re.search(rf"\b{name}\b", pages)]
    assert missing == []
