"""How well events are read, held against the *deeds* corpus.

    python -m evaluation.own corpora/deeds/test.jsonl

An event is found when a found trigger shares a word with a marked one and has its type; polarity, modality and mode are
judged on the triggers that were found, whatever their type (mode: of those of the right type that have one), parties
by the head of their phrase. Macro-F1 is the unweighted mean over the values that occur in the corpus. The last lines
are the reliability of the confidences: of all events with a confidence in a range, how many have the right type.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from evaluation.deeds import Deed, Sentence, read
from sayso.knowledge.language import language
from sayso.reading.drafts import EventDraft, Tokens
from sayso.reading.events.find import EventFinder
from sayso.reading.events.network import load_network
from sayso.reading.parse import Parser
from sayso.reading.parsed import Parsed
from sayso.schema.span import Span

BINS = 10


@dataclass(kw_only=True)
class Tally:
    """Pairs of marked and found values by what is judged; None for what only one side has."""

    pairs: dict[str, list[tuple[str | None, str | None]]] = field(default_factory=dict)
    sure: list[tuple[float, bool]] = field(default_factory=list)

    def add(self, what: str, gold: str | None, found: str | None) -> None:
        """Counts one pair."""
        self.pairs.setdefault(what, []).append((gold, found))


def f1_by_value(pairs: Iterable[tuple[str | None, str | None]]) -> dict[str, float]:
    """F1 of every value that the corpus has.

    >>> f1_by_value([("a", "a"), ("a", "b"), (None, "a")])
    {'a': 0.5}
    """
    pairs = list(pairs)
    right = Counter(g for g, f in pairs if g == f)
    marked, found = Counter(g for g, _ in pairs if g), Counter(f for _, f in pairs if f)
    return {value: 2 * right[value] / (marked[value] + found[value]) for value in sorted(marked)}


def macro(pairs: Iterable[tuple[str | None, str | None]]) -> float:
    """The mean F1 over the values that the corpus has."""
    values = f1_by_value(pairs)
    return sum(values.values()) / len(values) if values else 0.0


def measure(sentences: Iterable[Sentence]) -> Tally:
    """Reads every sentence and holds what was found against what is marked."""
    english = language("en")
    parser, finder, tally = Parser(english), EventFinder(load_network("en"), english), Tally()
    for sentence in sentences:
        parsed = parser(sentence.text)
        _hold(tally, parsed, sentence, finder(parsed))
    return tally


def _hold(tally: Tally, parsed: Parsed, sentence: Sentence, found: Sequence[EventDraft]) -> None:
    left = list(found)
    for deed in sentence.events:
        first, end = parsed.tokens_of(Span(*deed.trigger))
        touching = [d for d in left if any(first <= t < end for t in d.trigger)]
        best = max(touching, key=lambda d: d.type == deed.type, default=None)
        if best is None:
            tally.add("type", deed.type, None)
            continue
        left.remove(best)
        tally.add("type", deed.type, best.type)
        tally.sure.append((best.confidence, best.type == deed.type))
        _compare(tally, parsed, deed, best)
    for draft in left:
        tally.add("type", None, draft.type)
        tally.sure.append((draft.confidence, False))


def _compare(tally: Tally, parsed: Parsed, deed: Deed, draft: EventDraft) -> None:
    tally.add("polarity", deed.polarity, draft.polarity)
    tally.add("modality", deed.modality, draft.modality)
    if draft.type == deed.type and (deed.mode or draft.mode):
        name = f"{deed.type} {{}}"
        tally.add(
            "mode", name.format(deed.mode) if deed.mode else None, name.format(draft.mode) if draft.mode else None
        )
    for side, spans, tokens in (
        ("actor", deed.actors, draft.actors),
        ("recipient", deed.recipients, draft.recipients),
    ):
        gold = _heads(parsed, [tuple(range(*parsed.tokens_of(Span(*s)))) for s in spans])
        given = _heads(parsed, tokens)
        for head in gold | given:
            tally.add(side, "yes" if head in gold else None, "yes" if head in given else None)


def _heads(parsed: Parsed, phrases: Iterable[Tokens]) -> set[int]:
    return {parsed.head_of(tokens) for tokens in phrases if tokens}


def main(arguments: list[str]) -> None:
    """Prints the figures."""
    tally = measure(read(Path(arguments[0])))
    named = tally.pairs["type"]
    marked, found = sum(g is not None for g, _ in named), sum(f is not None for _, f in named)
    both = [g == f for g, f in named if g and f]
    for what, right in (("triggers", len(both)), ("with type", sum(both))):
        print(
            f"{what:10} precision {right / found:.3f} recall {right / marked:.3f} F1 {2 * right / (found + marked):.3f}"
        )
    for what in ("type", "polarity", "modality", "mode", "actor", "recipient"):
        pairs = tally.pairs[what]
        print(f"{what:10} macro-F1 {macro(pairs):.3f} of {len(pairs)}")
        if what != "mode":
            print("           " + "  ".join(f"{v} {f:.2f}" for v, f in f1_by_value(pairs).items()))
    for low, sure, share, number in reliability(tally.sure):
        print(f"confidence from {low:.1f}: mean {sure:.2f}, right {share:.2f} of {number}")


def reliability(sure: Sequence[tuple[float, bool]]) -> list[tuple[float, float, float, int]]:
    """For each range of confidence its lower end, the mean confidence in it, the share that is right, and how many."""
    out = []
    for low in range(BINS):
        inside = [(s, right) for s, right in sure if min(int(s * BINS), BINS - 1) == low]
        if inside:
            mean, share = (sum(values) / len(inside) for values in zip(*inside, strict=True))
            out.append((low / BINS, mean, share, len(inside)))
    return out


if __name__ == "__main__":
    main(sys.argv[1:])
