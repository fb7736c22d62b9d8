"""Who is said to have done what to whom, as a signed network of actors.

A node is an actor: the same in all readings if the dictionary knows it, or else if name and country are the same. An
edge goes from an actor to a recipient, for each quad class and month. It counts claims, and it keeps their voices. What
a voice denies or doubts is counted apart and does not enter weight, score or sign.
"""

from __future__ import annotations

from calendar import monthrange
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import product

from sayso.exports.records import Record, record_of
from sayso.exports.told import Told, told
from sayso.schema.actor import Actor
from sayso.schema.reading import Reading

NODE_FIELDS = {"country": "string", "sector": "string", "known": "string"}
EDGE_FIELDS = {
    "quad": "integer",
    "score": "double",
    "sign": "integer",
    "claims": "integer",
    "denied": "integer",
    "outlets": "integer",
    "types": "string",
    "voices": "string",
    "chains": "string",
    "dated_by": "string",
}
"""What an edge says, and its type; ``voices`` and ``chains`` are joined by ``; ``."""

Value = str | int | float
EdgeKey = tuple[str, str, int, str]


@dataclass
class Edge:
    """The claims of one actor's deeds of one quad class to one recipient in one month."""

    source: str
    target: str
    quad: int
    month: str
    """``2016-08``; empty where neither the event nor the publication is dated."""
    scores: list[float] = field(default_factory=list)
    denied: int = 0
    outlets: set[str] = field(default_factory=set)
    types: Counter[str] = field(default_factory=Counter)
    voices: dict[str, None] = field(default_factory=dict)
    chains: dict[str, None] = field(default_factory=dict)
    dated_by: set[str] = field(default_factory=set)

    @property
    def weight(self) -> int:
        """The number of claims that assert it."""
        return len(self.scores)

    @property
    def period(self) -> tuple[str, str] | None:
        """The first and the last day of the month."""
        if not self.month:
            return None
        last = monthrange(int(self.month[:4]), int(self.month[5:7]))[1]
        return f"{self.month}-01", f"{self.month}-{last:02}"

    def values(self) -> dict[str, Value]:
        """The values of the fields; a score where somebody asserts it."""
        mean = round(sum(self.scores) / len(self.scores), 3) if self.scores else None
        found = {
            "quad": self.quad,
            "score": mean,
            "sign": ((mean or 0) > 0) - ((mean or 0) < 0),
            "claims": self.weight + self.denied,
            "denied": self.denied,
            "outlets": len(self.outlets),
            "types": "; ".join(f"{name} {count}" for name, count in sorted(self.types.items())),
            "voices": "; ".join(self.voices),
            "chains": "; ".join(self.chains),
            "dated_by": "; ".join(sorted(self.dated_by)),
        }
        return {name: value for name, value in found.items() if value is not None and value != ""}

    def add(self, each: Told, record: Record, dated_by: str) -> None:
        """Counts one claim."""
        if each.is_denied:
            self.denied += 1
        else:
            self.scores.append(record.score)
        self.outlets.add(each.claim.outlet or each.claim.document)
        self.types[record.type] += 1
        self.voices[f"{each.voice} {each.claim.stance}"] = None
        self.chains[f"{each.claim.chain} {each.claim.stance}"] = None
        self.dated_by.add(dated_by)


class Network:
    """The nodes and edges of many readings; it is held in memory."""

    def __init__(self) -> None:
        self.actors: dict[str, Actor] = {}
        self.found: dict[EdgeKey, Edge] = {}

    def add(self, reading: Reading) -> None:
        """Adds the events of a reading that name an actor and a recipient."""
        for each in told(reading):
            record = record_of(each.event) if each.event else None
            for actor, recipient in product(each.actors, each.recipients):
                if record and node_id(actor) != node_id(recipient):
                    self._count(each, record, actor, recipient)

    def nodes(self) -> Iterator[tuple[str, str, dict[str, Value]]]:
        """Id, label and fields of every node, in order of id."""
        for id_, actor in sorted(self.actors.items()):
            values = {name: getattr(actor, name) for name in NODE_FIELDS}
            yield id_, actor.name, {name: value for name, value in values.items() if value}

    def edges(self) -> Iterator[Edge]:
        """Every edge, in order of its ends, quad class and month."""
        return (edge for _, edge in sorted(self.found.items()))

    def _count(self, each: Told, record: Record, actor: Actor, recipient: Actor) -> None:
        for party in (actor, recipient):
            self.actors.setdefault(node_id(party), party)
        month, dated_by = _month(each)
        key = (node_id(actor), node_id(recipient), record.quad, month)
        self.found.setdefault(key, Edge(*key)).add(each, record, dated_by)


def node_id(actor: Actor) -> str:
    """The id in the dictionary, or else name and country."""
    return actor.known or f"{actor.name.casefold()}|{actor.country or ''}"


def _month(each: Told) -> tuple[str, str]:
    """The month of an event, or else of its publication, and which of them it is."""
    claim = each.claim
    if claim.date_from and claim.date_to and claim.date_from[:7] == claim.date_to[:7]:
        return claim.date_from[:7], "event"
    return (claim.published[:7], "publication") if claim.published else ("", "")
