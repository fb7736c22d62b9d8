"""The *voices* corpus: strings marked by annotators become spans, and mistakes of marking are named.

    python -m evaluation.voices check FILE.jsonl…     names every mistake, exit status 1 where there is one
    python -m evaluation.voices agree A.jsonl B.jsonl  agreement of two annotations of the same passages

The form and the meaning of every field are in ``corpora/voices/GUIDE.md``.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

Spans = list[tuple[int, int]]
ROLES = ("source", "cue", "content", "addressee", "channel", "when")
KINDS = ("direct", "indirect", "mixed")
STANCES = ("states", "alleges", "denies", "confirms", "accuses", "promises", "warns", "demands", "doubts", "believes")
LABELS = ("scare-quote", "distancing", "loaded", "editorial-insertion", "ellipsis")
NUMBERED = re.compile(r"^(?P<string>.*)#(?P<nth>\d+)$", re.DOTALL)
WORD = re.compile(r"\w+")


class Mismarked(ValueError):
    """An annotation that the guide does not allow."""


def locate(text: str, marked: str) -> tuple[int, int]:
    """Where a marked string stands: ``said#1`` is the second "said". Words are never cut."""
    numbered = NUMBERED.match(marked)
    string, nth = (numbered["string"], int(numbered["nth"])) if numbered else (marked, None)
    if not string.strip():
        raise Mismarked("an empty string is marked")
    bare = re.escape(string)
    found = [
        m.start() for m in re.finditer(rf"(?<!\w)(?={bare}(?!\w))" if string[0].isalnum() else rf"(?={bare})", text)
    ]
    if not found:
        raise Mismarked(f"{string!r} does not stand in the text")
    if nth is None and len(found) > 1:
        raise Mismarked(f"{string!r} stands {len(found)} times in the text; mark which by #0 to #{len(found) - 1}")
    if nth is not None and nth >= len(found):
        raise Mismarked(f"{string!r} stands {len(found)} times in the text, so there is no #{nth}")
    return found[nth or 0], found[nth or 0] + len(string)


def spans_of(text: str, strings: Iterable[str]) -> Spans:
    return [locate(text, s) for s in strings]


def words(text: str, spans: Iterable[tuple[int, int]]) -> frozenset[int]:
    return frozenset(m.start() for start, end in spans for m in WORD.finditer(text, start, end))


def mistakes(passage: dict[str, Any]) -> Iterator[str]:
    """Every mistake of one passage, in words."""
    by_id = {a["id"]: a for a in passage["attributions"]}
    for attribution in passage["attributions"]:
        here = f"{passage['id']}/{attribution['id']}"
        yield from (f"{here}: {mistake}" for mistake in _wrong_values(attribution, by_id))
        yield from (f"{here}: {mistake}" for mistake in _wrong_spans(passage["text"], attribution, by_id))
    for label in passage.get("labels") or []:
        if label["kind"] not in LABELS:
            yield f"{passage['id']} label: kind {label['kind']!r} is none of {LABELS}"
        try:
            locate(passage["text"], label["text"])
        except Mismarked as mistake:
            yield f"{passage['id']} label: {mistake}"


def _wrong_values(attribution: dict[str, Any], by_id: dict[str, Any]) -> Iterator[str]:
    for role in ("content", "cue"):
        if not attribution.get(role):
            yield f"no {role}"
    for field, allowed in (("kind", KINDS), ("stance", STANCES)):
        if attribution.get(field) not in allowed:
            yield f"{field} {attribution.get(field)!r} is none of {allowed}"
    if attribution.get("parent") not in (None, *by_id):
        yield f"parent {attribution['parent']!r} is no attribution of the passage"


def _wrong_spans(text: str, attribution: dict[str, Any], by_id: dict[str, Any]) -> Iterator[str]:
    for role in ROLES:
        try:
            spans_of(text, attribution.get(role) or [])
        except Mismarked as mistake:
            yield f"{role}: {mistake}"
            return
    parent = by_id.get(attribution.get("parent") or "")
    if parent is not None:
        try:
            inside = words(text, spans_of(text, parent["content"]))
        except Mismarked:
            return
        if not words(text, spans_of(text, attribution["cue"])) & inside:
            yield f"its cue lies outside the content of its parent {parent['id']}"


def read(path: str | Path) -> list[dict[str, Any]]:
    with Path(path).open(encoding="utf-8") as file:
        return [json.loads(line) for line in file if line.strip()]


def jaccard(a: frozenset[int], b: frozenset[int]) -> float:
    return len(a & b) / len(a | b) if a | b else 0.0


def pair(text: str, one: list[dict[str, Any]], other: list[dict[str, Any]]) -> dict[str, str]:
    """Attributions of two annotations, paired one to one: content Jaccard of words 0.5 or more, touching cues first."""
    scored = []
    for a in one:
        for b in other:
            shared = jaccard(words(text, spans_of(text, a["content"])), words(text, spans_of(text, b["content"])))
            cue = bool(words(text, spans_of(text, a["cue"])) & words(text, spans_of(text, b["cue"])))
            if shared >= 0.5:
                scored.append((not cue, -shared, a["id"], b["id"]))
    pairs: dict[str, str] = {}
    for *_, a, b in sorted(scored):
        if a not in pairs and b not in pairs.values():
            pairs[a] = b
    return pairs


def agreement(one: list[dict[str, Any]], other: list[dict[str, Any]]) -> dict[str, float]:
    """F1 of attributions found by both, and of those the shares on whose fields both agree."""
    others = {p["id"]: p for p in other}
    both = same = total = 0
    fields = dict.fromkeys(("source", "cue", "speaker", "kind", "stance", "parent"), 0)
    for p in one:
        if p["id"] not in others:
            continue
        q, text = others[p["id"]], p["text"]
        pairs = pair(text, p["attributions"], q["attributions"])
        total += len(p["attributions"]) + len(q["attributions"])
        both += 1
        same += len(pairs)
        a_by, b_by = ({x["id"]: x for x in y["attributions"]} for y in (p, q))
        for i, j in pairs.items():
            a, b = a_by[i], b_by[j]
            for role in ("source", "cue"):
                x, y = words(text, spans_of(text, a[role])), words(text, spans_of(text, b[role]))
                fields[role] += (not x and not y) or jaccard(x, y) >= 0.5
            fields["speaker"] += (a["speaker"] or "").lower().split()[-1:] == (b["speaker"] or "").lower().split()[-1:]
            fields["kind"] += a["kind"] == b["kind"]
            fields["stance"] += a["stance"] == b["stance"]
            fields["parent"] += pairs.get(a["parent"]) == b["parent"] if a["parent"] else b["parent"] is None
    return {"passages": both, "found by both, F1": 2 * same / total if total else 0.0} | {
        f"same {k}": v / same if same else 0.0 for k, v in fields.items()
    }


def main(arguments: list[str]) -> int:
    if len(arguments) >= 2 and arguments[0] == "check":
        found = [m for path in arguments[1:] for p in read(path) for m in mistakes(p)]
        print("\n".join(found) or "no mistakes")
        return int(bool(found))
    if len(arguments) == 3 and arguments[0] == "agree":
        for name, value in agreement(read(arguments[1]), read(arguments[2])).items():
            print(f"{name:24} {value:.3f}")
        return 0
    print(__doc__)
    return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
