"""How well voices are nested: F1 of parent links on the *voices* corpus.

    python -m evaluation.nesting GOLD.jsonl [--json]

A predicted link counts when both its ends are found (content Jaccard of words 0.5 or more, one to one, cues that touch
first) and the gold links the same two. Precision is over all links predicted, recall over all links of the gold. Beside
it stand the found attributions and, of those, the shares with the right speaker, stance, kind, addressee and channel.
"""

from __future__ import annotations

import json
import random
import sys
from collections import Counter
from typing import Any

import sayso
from evaluation.voices import jaccard, read, spans_of, words

SHARES = ("source", "speaker", "stance", "kind", "addressee", "channel", "when")


def measure(passages: list[dict[str, Any]]) -> dict[str, Any]:
    """All figures, with the 95 % interval of the links' F1 from 1,000 resamplings of the passages."""
    reader = sayso.Reader()
    counts = [_count(passage, reader) for passage in passages]
    total = sum(counts, Counter[str]())
    dice = random.Random(0)
    samples = sorted(_f1(sum(dice.choices(counts, k=len(counts)), Counter[str]()), "link") for _ in range(1000))
    return {
        "passages": len(passages),
        "attributions F1": round(_f1(total, "found"), 3),
        "attributions precision": round(total["found"] / max(total["found predicted"], 1), 3),
        "attributions recall": round(total["found"] / max(total["found gold"], 1), 3),
        "parent F1": round(_f1(total, "link"), 3),
        "parent precision": round(total["link"] / max(total["link predicted"], 1), 3),
        "parent recall": round(total["link"] / max(total["link gold"], 1), 3),
        "parent F1, 95 %": [round(samples[25], 3), round(samples[974], 3)],
        "links in gold": total["link gold"],
    } | {name: round(total[name] / max(total[f"{name} asked"], 1), 3) for name in SHARES}


def _count(passage: dict[str, Any], reader: sayso.Reader) -> Counter[str]:
    text = passage["text"]
    document = sayso.Document(id=passage["id"], text=text, outlet=passage.get("outlet"))
    reading = reader(document)
    gold = {a["id"]: a for a in passage["attributions"]}
    found = {a.id: a for a in reading.attributions}
    pairs = _pair(text, gold, found)
    back = {p: g for g, p in pairs.items()}
    links = {(g, a["parent"]) for g, a in gold.items() if a["parent"]}
    guessed = {
        (back.get(p), back.get(a.parent)) if p in back and a.parent in back else (p, a.parent)
        for p, a in found.items()
        if a.parent
    }
    count = Counter(
        {
            "found": len(pairs),
            "found gold": len(gold),
            "found predicted": len(found),
            "link": len(links & guessed),
            "link gold": len(links),
            "link predicted": len(guessed),
        }
    )
    for g, p in pairs.items():
        count += _shares(reading, gold[g], found[p])
    return count


def _pair(text: str, gold: dict[str, Any], found: dict[str, sayso.Attribution]) -> dict[str, str]:
    scored = []
    for g, a in gold.items():
        content, cue = words(text, spans_of(text, a["content"])), words(text, spans_of(text, a["cue"]))
        for p, b in found.items():
            shared = jaccard(content, words(text, b.content))
            if shared >= 0.5:
                scored.append((not cue & words(text, b.cue), -shared, g, p))
    pairs: dict[str, str] = {}
    for *_, g, p in sorted(scored):
        if g not in pairs and p not in pairs.values():
            pairs[g] = p
    return pairs


def _shares(reading: sayso.Reading, gold: dict[str, Any], found: sayso.Attribution) -> Counter[str]:
    text, actor = reading.document.text, reading.actor(found.speaker)
    right = {
        "source": _same(words(text, spans_of(text, gold["source"])), words(text, found.source)),
        "speaker": same_speaker(gold["speaker"], actor, text),
        "stance": gold["stance"] == found.stance,
        "kind": gold["kind"] == found.kind,
    }
    for role in ("addressee", "channel", "when"):
        if gold.get(role):
            right[role] = bool(words(text, spans_of(text, gold[role])) & words(text, getattr(found, role)))
    return Counter({name: int(value) for name, value in right.items()}) + Counter(
        {f"{name} asked": 1 for name in right}
    )


def _same(one: frozenset[int], other: frozenset[int]) -> bool:
    return (not one and not other) or jaccard(one, other) >= 0.5


def same_speaker(wanted: str | None, actor: sayso.Actor | None, text: str) -> bool:
    """Whether an actor's name or a mention has the last word of the wanted name; two unknowns are the same."""
    if wanted is None or actor is None:
        return wanted is None and actor is None
    last = wanted.lower().split()[-1]
    return any(last in name.lower() for name in (actor.name, *(text[s:e] for s, e in actor.mentions)))


def _f1(count: Counter[str], name: str) -> float:
    total = count[f"{name} gold"] + count[f"{name} predicted"]
    return 2 * count[name] / total if total else 0.0


def main(arguments: list[str]) -> int:
    if not arguments:
        print(__doc__)
        return 2
    figures = measure(read(arguments[0]))
    if "--json" in arguments:
        print(json.dumps(figures))
    else:
        print("\n".join(f"{name:26} {value}" for name, value in figures.items()))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
