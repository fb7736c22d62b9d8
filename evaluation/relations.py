"""The type of event between a marked source and target, as PLV has it.

The reader finds every candidate of the sentence with the shares of its types. The candidate that ties source and target best is
coded, however unsure it is; polarity and modality are folded into its type as a record has them. PLV was coded after
CAMEO2PLOVER-2021, which differs from PLOVER 0.8 in a few places: `LEGACY`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sayso.knowledge.factuality import modifiers
from sayso.knowledge.folding import folding
from sayso.knowledge.language import language
from sayso.knowledge.triggers import triggers
from sayso.reading.events.factuality import Factuality
from sayso.reading.events.features import Features
from sayso.reading.events.find import EventFinder, Weighed
from sayso.reading.events.network import NONE, PARTS, load_network
from sayso.reading.parse import Parser
from sayso.reading.parsed import Parsed
from sayso.schema.span import Span

Heads = frozenset[int]


def predict_relations(rows: Iterator[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """For each pair its type."""
    english = language("en")
    coder = Coder(Parser(english), EventFinder(load_network("en"), english))
    for row in rows:
        yield {"id": row["id"], "root": coder(row["sentence"], row["source"]["spans"], row["target"]["spans"])}


@dataclass(frozen=True, kw_only=True)
class Tie:
    """A candidate, and how well it ties the two."""

    weighed: Weighed
    score: float


class Coder:
    """Codes pairs."""

    def __init__(self, parser: Parser, finder: EventFinder) -> None:
        self.parser = parser
        self.finder = finder

    def __call__(self, text: str, source: Sequence[Sequence[int]], target: Sequence[Sequence[int]]) -> str | None:
        """The type of event that a sentence tells of two marked parties."""
        parsed = self.parser(text)
        reader = Features(parsed, triggers(self.finder.language), self.finder.language)
        weighed = self.finder.weigh(parsed, reader)
        if not weighed:
            return None
        ties = [self._tie(parsed, reader, w, _heads(parsed, source), _heads(parsed, target)) for w in weighed]
        best = max(ties, key=lambda tie: tie.score)
        return self._folded(parsed, best.weighed)

    def _tie(self, parsed: Parsed, reader: Features, weighed: Weighed, source: Heads, target: Heads) -> Tie:
        type_ = self.finder.network.types[self.finder.best(weighed)]
        score = 0.05 + float(1 - weighed.shares[self.finder.network.types.index(NONE)])
        features = [
            (token, self.finder.party_features(reader, weighed.candidate, slot, token, type_))
            for slot, token in weighed.candidate.frame.slots
            if token in source | target
        ]
        if features:
            parts = self.finder.network.parts
            shares = parts.answer("part", parts.hidden([f for _, f in features]))
            for (token, _), share in zip(features, shares, strict=True):
                side = PARTS.index("actor" if token in source else "recipient")
                score *= 1 + 3 * float(share[side]) + 0.5 * float(1 - share[0])
        return Tie(weighed=weighed, score=score)

    def _folded(self, parsed: Parsed, weighed: Weighed) -> str:
        type_ = self.finder.network.types[self.finder.best(weighed)]
        factuality = Factuality(parsed, modifiers(self.finder.language), self.finder.language)
        polarity, modality, _ = factuality.judge(weighed.candidate.frame)
        folded = folding().get((type_, polarity, modality), type_) or type_
        return _legacy(folded, type_, self.finder.mode(weighed, type_), parsed.lemmas[weighed.candidate.head])


def _legacy(folded: str, type_: str, mode: str | None, lemma: str) -> str:
    """The type that CAMEO2PLOVER-2021 gives where PLOVER 0.8 gives another."""
    if folded == "SANCTION" and mode == "convict":
        return "ACCUSE"
    if folded == "SANCTION" and lemma in ("sanction", "embargo"):
        return "COERCE"
    if folded == "CONCEDE" and lemma in ("apologize", "apologise", "apology", "forgive"):
        return "SUPPORT"
    return folded


def _heads(parsed: Parsed, spans: Sequence[Sequence[int]]) -> Heads:
    """All tokens of the marked words: a party may be tied by any of them."""
    return frozenset(i for start, end in spans for i in range(*parsed.tokens_of(Span(start, end))))
