"""How well quantities are read, held against the *deeds* corpus.

    python -m evaluation.quantities [--part train|test] [--show] FILE…

A quantity is right when its span shares a character with a marked one and its kind, low and high are the same. The
corpus marks only "numbers that matter to an event", and annotators left the numbers of many sentences unmarked: so the
second line leaves out those found that belong to no event, and the third the sentences without any mark. Then come the
spans alone, each kind, and, of the touching pairs, the shares with the right kind, range, unit and event (where the
event's trigger was found). ``--show`` prints what is wrong, in the training part only.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from evaluation.deeds import Amount, Sentence, is_test, read
from sayso.knowledge.language import language
from sayso.knowledge.quantities import quantity_words
from sayso.reading.drafts import EventDraft, QuantityDraft
from sayso.reading.events.find import EventFinder
from sayso.reading.events.network import load_network
from sayso.reading.parse import Parser
from sayso.reading.parsed import Parsed
from sayso.reading.quantities.find import find_quantities
from sayso.schema.span import Span

Pair = tuple[Amount | None, QuantityDraft | None]


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """One sentence: its quantities in pairs, marked and found, and whether the event of each marked one was found."""

    sentence: Sentence
    parsed: Parsed
    events: Sequence[EventDraft]
    pairs: Sequence[Pair]


@dataclass(kw_only=True)
class Score:
    """Counts of marked, found and right."""

    marked: int = 0
    found: int = 0
    right: int = 0

    def __str__(self) -> str:
        precision, recall = self.right / max(self.found, 1), self.right / max(self.marked, 1)
        f1 = 2 * self.right / max(self.found + self.marked, 1)
        counts = f"({self.right} of {self.marked}, {self.found} found)"
        return f"precision {precision:.3f} recall {recall:.3f} F1 {f1:.3f} {counts}"


@dataclass(kw_only=True)
class Figures:
    """All that is measured."""

    full: Score = field(default_factory=Score)
    eventful: Score = field(default_factory=Score)
    attended: Score = field(default_factory=Score)
    spans: Score = field(default_factory=Score)
    kinds: dict[str, Score] = field(default_factory=dict)
    """By the kind marked; what was found counts under the kind given."""
    shares: dict[str, list[bool]] = field(default_factory=lambda: {k: [] for k in ("kind", "range", "unit", "event")})


def outcomes(sentences: Iterable[Sentence]) -> Iterator[Outcome]:
    """Reads every sentence and pairs what was found with what is marked."""
    english = language("en")
    words = quantity_words(english)
    parser, finder = Parser(english), EventFinder(load_network("en"), english)
    for sentence in sentences:
        parsed = parser(sentence.text)
        events = finder(parsed)
        found = find_quantities(parsed, events, words, english)
        yield Outcome(sentence=sentence, parsed=parsed, events=events, pairs=_paired(parsed, sentence, found))


def _paired(parsed: Parsed, sentence: Sentence, found: Sequence[QuantityDraft]) -> list[Pair]:
    left, out = list(found), list[Pair]()
    for amount in sentence.quantities:
        first, end = parsed.tokens_of(Span(*amount.span))
        touching = [d for d in left if d.tokens[0] < end and d.tokens[-1] >= first]
        best = max(touching, key=lambda d: is_right(amount, d), default=None)
        if best is not None:
            left.remove(best)
        out.append((amount, best))
    return [*out, *((None, d) for d in left)]


def is_right(amount: Amount | None, draft: QuantityDraft | None) -> bool:
    """Whether kind, low and high are the same."""
    if amount is None or draft is None:
        return False
    return (amount.kind, amount.low, amount.high) == (draft.kind, draft.low, draft.high)


def figures(found: Iterable[Outcome]) -> Figures:
    """The figures of all outcomes."""
    out = Figures()
    for outcome in found:
        for amount, draft in outcome.pairs:
            right = is_right(amount, draft)
            _count(out.full, amount, draft, right)
            _count(out.spans, amount, draft, amount is not None and draft is not None)
            if amount is not None:
                _count(out.kinds.setdefault(amount.kind, Score()), amount, None, right)
            if draft is not None:
                _count(out.kinds.setdefault(draft.kind, Score()), None, draft, False)
            eventful = draft if draft and draft.event else None
            _count(out.eventful, amount, eventful, right and eventful is not None)
            if outcome.sentence.quantities:
                _count(out.attended, amount, draft, right)
            if amount is not None and draft is not None:
                _judge(out, outcome, amount, draft)
    return out


def _count(score: Score, amount: Amount | None, draft: QuantityDraft | None, right: bool) -> None:
    score.marked += amount is not None
    score.found += draft is not None
    score.right += right


def _judge(out: Figures, outcome: Outcome, amount: Amount, draft: QuantityDraft) -> None:
    out.shares["kind"].append(amount.kind == draft.kind)
    out.shares["range"].append((amount.low, amount.high) == (draft.low, draft.high))
    out.shares["unit"].append(amount.unit == draft.unit)
    events = _events_at(outcome, amount)
    if events:
        out.shares["event"].append(draft.event is not None and draft.event.head in events)


def _events_at(outcome: Outcome, amount: Amount) -> set[int]:
    """The heads of the events found at the trigger of a marked quantity."""
    if amount.trigger is None:
        return set()
    first, end = outcome.parsed.tokens_of(Span(*amount.trigger))
    return {e.head for e in outcome.events if any(first <= t < end for t in e.trigger)}


def wrong(outcome: Outcome) -> Iterator[str]:
    """What is wrong in a sentence, in words: what is marked, what was found."""
    text, parsed = outcome.sentence.text, outcome.parsed
    for amount, draft in outcome.pairs:
        if not is_right(amount, draft):
            gold, given = "nothing", "nothing"
            if amount is not None:
                gold = f"{text[slice(*amount.span)]!r} {amount.low} {amount.high} {amount.kind}"
            if draft is not None:
                words = text[parsed.starts[draft.tokens[0]] : parsed.ends[draft.tokens[-1]]]
                given = f"{words!r} {draft.low} {draft.high} {draft.kind}"
            yield f"  {gold} | {given}\n      {text}"


def main(arguments: list[str]) -> None:
    """Prints the figures."""
    part = arguments[arguments.index("--part") + 1] if "--part" in arguments else None
    files = [Path(a) for a in arguments if a.endswith((".txt", ".jsonl"))]
    sentences = (s for f in files for s in read(f) if part is None or is_test(s.situation) == (part == "test"))
    found = list(outcomes(sentences))
    if "--show" in arguments:
        print("\n".join(line for o in found if not is_test(o.sentence.situation) for line in wrong(o)))
    result = figures(found)
    scores = {"all": result.full, "with event": result.eventful, "marked": result.attended, "spans": result.spans}
    for name, score in scores.items():
        print(f"{name:11} {score}")
    for name, score in sorted(result.kinds.items()):
        print(f"  {name:9} {score}")
    for name, values in result.shares.items():
        print(f"{name:6} right in {sum(values) / max(len(values), 1):.3f} of {len(values)}")


if __name__ == "__main__":
    main(sys.argv[1:])
