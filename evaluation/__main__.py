"""Writes predictions in the format of a task's scorer.

    python -m evaluation TASK GOLD.jsonl[.gz] > PRED.jsonl

Only the input fields of the gold file are looked at (the id and the text, and the publication date where the task has
one; of actors the phrase, its context and its date). Spans are mapped back to the text as given. TASK is one of:
actors, attribution, dates, events, places, relations.
"""

from __future__ import annotations

import gzip
import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from evaluation.actors import predict_actors
from evaluation.attribution import predict_attribution
from evaluation.dates import predict_dates
from evaluation.events import predict_events
from evaluation.places import predict_places
from evaluation.relations import predict_relations

TASKS: dict[str, Callable[[Iterator[dict[str, Any]]], Iterator[dict[str, Any]]]] = {
    "actors": predict_actors,
    "attribution": predict_attribution,
    "dates": predict_dates,
    "events": predict_events,
    "places": predict_places,
    "relations": predict_relations,
}


def lines(path: str) -> Iterator[dict[str, Any]]:
    """The objects of a file of JSON Lines, compressed or not."""
    with gzip.open(path, "rt", encoding="utf-8") if path.endswith(".gz") else Path(path).open(encoding="utf-8") as file:
        yield from (json.loads(line) for line in file if line.strip())


def main(arguments: list[str]) -> int:
    if len(arguments) != 2 or arguments[0] not in TASKS:
        print(__doc__, file=sys.stderr)
        return 2
    task, gold = arguments
    for prediction in TASKS[task](lines(gold)):
        print(json.dumps(prediction, ensure_ascii=False))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
