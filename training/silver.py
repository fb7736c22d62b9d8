"""Lessons from sentences nobody marked: what the teacher and a first small network together make of them.

Distillation (Hinton, Vinyals & Dean 2015): the shares of both are averaged and learned as they are, doubts included.
The sentences are those of the training part of PolNeAR; they are read, and nothing of them is kept but weights.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from sayso.knowledge.factuality import modifiers
from sayso.knowledge.language import Language
from sayso.knowledge.triggers import triggers
from sayso.reading.events.factuality import Factuality
from sayso.reading.events.features import Features
from sayso.reading.events.find import EventFinder, Weighed
from sayso.reading.events.modality import Moods
from sayso.reading.events.network import NONE
from sayso.reading.parse import Parser
from sayso.reading.parsed import Parsed
from training.lessons import Answer, Case, Lessons, Shares, kind, mood, parts
from training.teacher import Passage, Place, Teacher

WEIGHT = 0.35
"""How much such a case counts beside a marked one."""
DULL = 0.97
"""A candidate of which both are surer than this that it is no event is mostly left out …"""
KEPT = 0.15
"""… but for this share."""
CHUNK = 256


@dataclass(frozen=True, kw_only=True)
class Unmarked:
    """A sentence of a text with its candidates as the first network weighs them."""

    reader: Features
    weighed: Sequence[Weighed]
    passage: Passage


def silver(texts: Iterable[str], parser: Parser, finder: EventFinder, teacher: Teacher, english: Language) -> Lessons:
    """The lessons of some texts."""
    out = Lessons()
    chunk: list[Unmarked] = []
    for unmarked in (u for text in texts for u in _sentences(parser(text), finder, english)):
        chunk.append(unmarked)
        if len(chunk) == CHUNK:
            out = _taught(out, chunk, finder, teacher)
            chunk = []
    return _taught(out, chunk, finder, teacher)


def _sentences(parsed: Parsed, finder: EventFinder, english: Language) -> Iterator[Unmarked]:
    reader = Features(parsed, triggers(english), english)
    by_sentence: dict[int, list[Weighed]] = {}
    for weighed in finder.weigh(parsed, reader):
        by_sentence.setdefault(parsed.sentence_of[weighed.candidate.head], []).append(weighed)
    for number, found in by_sentence.items():
        tokens = [i for i in range(len(parsed)) if parsed.sentence_of[i] == number]
        start, end = parsed.starts[tokens[0]], parsed.ends[tokens[-1]]

        def place(first: int, last: int, start: int = start) -> Place:
            return parsed.starts[first] - start, parsed.ends[last] - start

        yield Unmarked(
            reader=reader,
            weighed=found,
            passage=Passage(
                text=parsed.text[start:end],
                triggers=tuple(place(w.candidate.tokens[0], w.candidate.tokens[-1]) for w in found),
                parties=tuple((n, place(t, t)) for n, w in enumerate(found) for _, t in w.candidate.frame.slots),
            ),
        )


def _taught(out: Lessons, chunk: Sequence[Unmarked], finder: EventFinder, teacher: Teacher) -> Lessons:
    for unmarked, taught in zip(chunk, teacher.answer([u.passage for u in chunk]), strict=True):
        shares = [(t + w.shares) / 2 for t, w in zip(taught.type, unmarked.weighed, strict=True)]
        for weighed, types_, modes_ in zip(unmarked.weighed, shares, taught.mode, strict=True):
            out.kinds.extend(_kind(unmarked.reader, weighed, types_, modes_))
        named = [(w, finder.network.types[int(s.argmax())]) for w, s in zip(unmarked.weighed, shares, strict=True)]
        out.parts.extend(_parts(unmarked, named, taught.part, finder))
        out.moods.extend(_moods(unmarked, named, taught.modality, finder.language))
    return out


def _kind(reader: Features, weighed: Weighed, types_: Shares, modes_: Shares) -> Iterator[Case]:
    if types_[0] < DULL or _is_kept(reader.parsed, weighed):
        joint = np.asarray((modes_ + weighed.modes) / 2, np.float32)
        answers: dict[str, Answer] = {
            "type": types_,
            "mode": joint if types_[0] < 1 / 2 else None,
        }
        yield kind(reader, weighed.candidate, answers, fold=-1, weight=WEIGHT)


def _parts(
    unmarked: Unmarked, named: Sequence[tuple[Weighed, str]], taught: Shares, finder: EventFinder
) -> Iterator[Case]:
    """Both networks' view of the parties of what is likely an event."""
    theirs = iter(taught)
    for (weighed, type_), own in zip(named, finder.parts(unmarked.reader, named), strict=True):
        right: dict[int, Answer] = {
            token: np.asarray((next(theirs) + own[token]) / 2, np.float32) for _, token in weighed.candidate.frame.slots
        }
        if type_ != NONE:
            yield from parts(unmarked.reader, weighed.candidate, type_, right, fold=-1, weight=WEIGHT)


def _moods(
    unmarked: Unmarked, named: Sequence[tuple[Weighed, str]], taught: Shares, english: Language
) -> Iterator[Case]:
    """The teacher's view of the modality of what is likely an event."""
    parsed = unmarked.reader.parsed
    judge, moods = Factuality(parsed, modifiers(english), english), Moods(parsed, english)
    for (weighed, type_), shares in zip(named, taught, strict=True):
        if type_ != NONE:
            yield mood(judge, moods, weighed.candidate, type_, shares, fold=-1, weight=WEIGHT)


def _is_kept(parsed: Parsed, weighed: Weighed) -> bool:
    """Whether one of many dull candidates is learned from: decided by a checksum of its place and words."""
    place = f"{weighed.candidate.head} {parsed.text[:200]}"
    return hashlib.sha256(place.encode()).digest()[0] < 256 * KEPT
