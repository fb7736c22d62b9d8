"""Floors under the quality of readings, which only rise: what was measured once may not be lost unnoticed."""

from __future__ import annotations

import gzip
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import sayso
from evaluation.actors import predict_actors
from evaluation.attribution import predict_attribution
from evaluation.nesting import measure
from evaluation.places import predict_places
from evaluation.voices import read
from sayso.intake.sources import Defaults, documents
from tests.conftest import ROOT, SHARED

pytestmark = pytest.mark.model
FLOORS: dict[str, dict[str, float]] = json.loads((Path(__file__).parent / "floors.json").read_text(encoding="utf-8"))


def checked(script: Path, gold: Path, reader: sayso.Reader, source: Path, out: Path, published: str | None) -> Any:
    given = documents([str(source)], Defaults(published=published))
    lines = [sayso.to_json(outcome) for outcome in reader.stream(given)]
    out.write_text("\n".join(lines) + "\n", encoding="utf-8")
    call = [sys.executable, str(script), str(gold), str(out), "--json"]
    return json.loads(subprocess.run(call, capture_output=True, text=True, check=True).stdout)


@pytest.mark.shared
def test_the_acceptance_article(reader: sayso.Reader, tmp_path: Path) -> None:
    here = SHARED / "acceptance"
    found = checked(
        here / "check.py",
        here / "aleppo-2016.gold.json",
        reader,
        here / "aleppo-2016.txt",
        tmp_path / "reading.jsonl",
        "2016-08-23",
    )
    floors = dict(FLOORS["acceptance"])
    assert found["spurious attributions"] <= floors.pop("spurious attributions at most")
    assert {name: found["shares"][name][0] for name, floor in floors.items() if found["shares"][name][0] < floor} == {}


@pytest.mark.shared
def test_the_demo_accounts(reader: sayso.Reader, tmp_path: Path) -> None:
    here = SHARED / "demo"
    bundled = ROOT / "src/sayso/demo/hamedan-2016.jsonl"
    out = tmp_path / "readings.jsonl"
    found = checked(here / "check.py", here / "hamedan-2016.claims.jsonl", reader, bundled, out, None)
    shares = {name: right / asked for name, (right, asked) in found["shares"].items()}
    assert {name: shares[name] for name, floor in FLOORS["demo"].items() if shares[name] < floor} == {}


@pytest.mark.shared
def test_polnear(tmp_path: Path) -> None:
    here = SHARED / "eval/attribution"
    gold = here / "polnear_dev.jsonl.gz"
    with gzip.open(gold, "rt", encoding="utf-8") as file:
        predictions = [json.dumps(p) for p in predict_attribution(map(json.loads, file))]
    (tmp_path / "pred.jsonl").write_text("\n".join(predictions), encoding="utf-8")
    call = [sys.executable, str(here / "score.py"), str(gold), str(tmp_path / "pred.jsonl"), "--json"]
    found = json.loads(subprocess.run(call, capture_output=True, text=True, check=True).stdout)
    assert {name: found[name]["f1"] for name, floor in FLOORS["polnear_dev"].items() if found[name]["f1"] < floor} == {}


@pytest.mark.shared
@pytest.mark.knowledge
@pytest.mark.parametrize("name", ["lgl", "gwn"])
def test_places(name: str, tmp_path: Path) -> None:
    here = SHARED / "eval/geo"
    gold = here / f"{name}_dev.jsonl"
    articles = (json.loads(line) for line in gold.read_text(encoding="utf-8").splitlines())
    predictions = [json.dumps(p) for p in predict_places(articles)]
    (tmp_path / "pred.jsonl").write_text("\n".join(predictions), encoding="utf-8")
    call = [sys.executable, str(here / "score.py"), str(gold), str(tmp_path / "pred.jsonl"), "--json"]
    found = json.loads(subprocess.run(call, capture_output=True, text=True, check=True).stdout)
    figures = {
        "overlap": found["recognition"]["overlap"]["f1"],
        "acc@161km": found["resolution"]["acc@161km"],
        "end to end": found["end_to_end"]["f1"],
    }
    assert {n: figures[n] for n, floor in FLOORS[f"places_{name}_dev"].items() if figures[n] < floor} == {}


def test_the_codes_of_actor_phrases(tmp_path: Path) -> None:
    here = SHARED / "eval/actors"
    gold = here / "dev.jsonl"
    phrases = map(json.loads, gold.read_text(encoding="utf-8").splitlines())
    (tmp_path / "pred.jsonl").write_text("\n".join(json.dumps(p) for p in predict_actors(phrases)), encoding="utf-8")
    call = [sys.executable, str(here / "score.py"), str(gold), str(tmp_path / "pred.jsonl"), "--json"]
    found = json.loads(subprocess.run(call, capture_output=True, text=True, check=True).stdout)
    shares = {name: found[name]["accuracy"] for name in FLOORS["actors_dev"]}
    assert {name: shares[name] for name, floor in FLOORS["actors_dev"].items() if shares[name] < floor} == {}


def test_the_unseen_part_of_the_voices_corpus() -> None:
    found = measure(read(ROOT / "corpora/voices/test.jsonl"))
    assert {name: found[name] for name, floor in FLOORS["voices_test"].items() if found[name] < floor} == {}
