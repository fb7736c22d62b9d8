"""The type of event between a marked source and target, as PLV has it.

The reader weighs every candidate of the sentence. The one that ties source and target best is coded, however unsure
it is; of candidates within each other the outer one has the advantage, since a record tells the source's own act
("condemned the attack", "agreed to withdraw"). Polarity and modality are folded into the type as a record has them.
PLV was coded after CAMEO2PLOVER-2021, which differs from PLOVER 0.8 in a few places: ``legacy.csv`` beside this file
lists them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from sayso.knowledge.folding import folding
from sayso.knowledge.language import language
from sayso.knowledge.ontology import plover
from sayso.knowledge.table import Row, rows
from sayso.knowledge.triggers import triggers
from sayso.reading.events.features import Features
from sayso.reading.events.find import EventFinder, Weighed
from sayso.reading.events.network import NONE, PARTS, load_network
from sayso.reading.parse import Parser
from sayso.reading.parsed import Parsed
from sayso.schema.span import Span

Tokens = frozenset[int]
UNLIKELY = 0.05
"""What a candidate counts that is certainly no event: a sentence always gets its best guess."""
AS_ACTOR, AS_RECIPIENT = 6.0, 1.0
"""How much it counts that the source is the actor, and the target the recipient."""
WITHIN = 0.4
"""What remains of a candidate for each candidate above it that is likely an event."""
ENACTING = frozenset({"order", "decree", "authorize", "authorise", "approve", "announce", "decide", "declare"})
"""What an authority does by saying so: its order to arrest is coded as an arrest, its decision to ease as easing."""
IN_PARTY = 0.5
"""What remains of a candidate that stands in the words of the source or the target."""
LEGACY = Path(__file__).with_name("legacy.csv")


def predict_relations(rows: Iterator[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """For each pair its type."""
    english = language("en")
    coder = Coder(Parser(english), EventFinder(load_network("en"), english))
    for row in rows:
        yield {"id": row["id"], "root": coder(row["sentence"], row["source"]["spans"], row["target"]["spans"])}


@dataclass(frozen=True, kw_only=True)
class Pair:
    """The tokens of source and target; a party may be tied by any of them."""

    source: Tokens
    target: Tokens


class Coder:
    """Codes pairs."""

    def __init__(self, parser: Parser, finder: EventFinder) -> None:
        self.parser = parser
        self.finder = finder

    def __call__(self, text: str, source: Sequence[Sequence[int]], target: Sequence[Sequence[int]]) -> str | None:
        """The type of event that a sentence tells of two marked parties; none where it has no candidate."""
        parsed = self.parser(text)
        reader = Features(parsed, triggers(self.finder.language), self.finder.language)
        weighed = self.finder.weigh(parsed, reader)
        if not weighed:
            return None
        pair = Pair(source=_tokens(parsed, source), target=_tokens(parsed, target))
        likely = {w.candidate.head: self._likely(w) for w in weighed}
        best = max(weighed, key=lambda w: self._tie(reader, w, pair, likely))
        return self._folded(parsed, best)

    def _likely(self, weighed: Weighed) -> float:
        return 1 - float(weighed.shares[self.finder.network.types.index(NONE)])

    def _tie(self, reader: Features, weighed: Weighed, pair: Pair, likely: dict[int, float]) -> float:
        """How well a candidate ties the two."""
        actor, recipient = self._sides(reader, weighed, pair)
        head = weighed.candidate.head
        score = (UNLIKELY + likely[head]) * (1 + AS_ACTOR * actor) * (1 + AS_RECIPIENT * recipient)
        for part in (pair.source, pair.target):
            score *= IN_PARTY if head in part else 1
        above = [k for k in reader.parsed.ancestors(head) if likely.get(k, 0) > 0.5 and k not in pair.source]
        enacted = [k for k in above if reader.parsed.lemmas[k] in ENACTING]
        return float(score * WITHIN ** (len(above) - 2 * len(enacted)))

    def _sides(self, reader: Features, weighed: Weighed, pair: Pair) -> tuple[float, float]:
        """How likely the source is the actor, and the target the recipient."""
        type_ = self.finder.network.types[self.finder.best(weighed)]
        slots = [(slot, token) for slot, token in weighed.candidate.frame.slots if token in pair.source | pair.target]
        if not slots:
            return 0.0, 0.0
        features = [self.finder.party_features(reader, weighed.candidate, slot, token, type_) for slot, token in slots]
        shares = self.finder.network.parts.answer("part", self.finder.network.parts.hidden(features))
        tied = list(zip((token for _, token in slots), shares, strict=True))
        return (
            max((float(s[PARTS.index("actor")]) for t, s in tied if t in pair.source), default=0.0),
            max((float(s[PARTS.index("recipient")]) for t, s in tied if t in pair.target), default=0.0),
        )

    def _folded(self, parsed: Parsed, weighed: Weighed) -> str:
        type_ = self.finder.network.types[self.finder.best(weighed)]
        ((polarity, modality, found),) = self.finder.judge(parsed, [(weighed.candidate.frame, type_)])
        if any(parsed.lemmas[t] in ENACTING for m in found for t in m.tokens) and polarity == "affirmed":
            modality = "actual"
        if (type_, polarity, modality) == ("RETREAT", "affirmed", "planned"):
            return "AGREE"  # CAMEO 0353 and 0354: an intention to release, to return
        folded = folding().get((type_, polarity, modality), type_) or type_
        return _legacy(folded, self.finder.mode(weighed, type_), weighed, parsed)


def _legacy(type_: str, mode: str | None, weighed: Weighed, parsed: Parsed) -> str:
    """The type that CAMEO2PLOVER-2021 gives where PLOVER 0.8 gives another."""
    frame = weighed.candidate.frame
    objects = {
        parsed.lemmas[t] for slot, t in frame.slots if slot.split("~")[0] in ("obj", "subj-pass", "prep:on", "prep:to")
    } | {""}
    for row in _differences():
        fits = row["type"] == type_ and row["mode"] in ("", mode)
        if fits and _names(row["trigger"], {parsed.lemmas[frame.trigger]}) and _names(row["object"], objects):
            return row["becomes"]
    return type_


def _names(cell: str, words: set[str]) -> bool:
    return not cell or bool(words & set(cell.split("|")))


@cache
def _differences() -> tuple[Row, ...]:
    names = set(plover().types)
    allowed = {"type": names, "mode": None, "trigger": None, "object": None, "becomes": names, "source": None}
    return tuple(rows(LEGACY, allowed, ("type", "mode", "trigger", "object")))


def _tokens(parsed: Parsed, spans: Sequence[Sequence[int]]) -> Tokens:
    return frozenset(i for start, end in spans for i in range(*parsed.tokens_of(Span(start, end))))
