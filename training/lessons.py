"""What the networks of events learn from: a case for every candidate of a corpus, and for every token in its slots."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from evaluation.deeds import Deed, Sentence
from sayso.knowledge.factuality import modifiers
from sayso.knowledge.language import Language
from sayso.knowledge.ontology import plover
from sayso.knowledge.triggers import Sense, triggers
from sayso.reading.events.candidates import Candidate, find_candidates
from sayso.reading.events.factuality import Factuality
from sayso.reading.events.features import SHORT, Features, senses_as_features
from sayso.reading.events.frames import Grammar
from sayso.reading.events.modality import Moods
from sayso.reading.events.network import NONE, PARTS
from sayso.reading.parse import Parser
from sayso.reading.parsed import Parsed
from sayso.schema.event import MODALITIES
from sayso.schema.span import Span

RARE = 0.5
"""How much rarer types count for more: the power of their rarity."""
LEXICON_WEIGHT = 1.0
"""How much a row of the lexicon counts beside a candidate of the corpus."""
OBJECT_WEIGHT = 0.3
"""The same for one object of a row that has several."""
Shares = NDArray[np.float32]
Answer = int | Shares | None
"""The right option, the share of every option, or None where it does not matter."""


@dataclass(frozen=True, kw_only=True)
class Case:
    """One thing to learn."""

    features: list[str]
    words: tuple[str, ...]
    answers: dict[str, Answer]
    weight: float = 1.0
    fold: int = -1
    """The part of the corpus it is held out with; -1 for what never is."""


@dataclass(frozen=True, kw_only=True)
class Read:
    """A sentence of the corpus with its candidates, and the marked event of each that is one."""

    sentence: Sentence
    parsed: Parsed
    candidates: tuple[Candidate, ...]
    deeds: dict[int, Deed]
    fold: int


@dataclass(frozen=True, kw_only=True)
class Lessons:
    """All that is learned of a corpus."""

    kinds: list[Case] = field(default_factory=list)
    parts: list[Case] = field(default_factory=list)
    moods: list[Case] = field(default_factory=list)

    def without(self, fold: int) -> Lessons:
        """All but what is held out with a part of the corpus."""
        return Lessons(kinds=[c for c in self.kinds if c.fold != fold], parts=[c for c in self.parts if c.fold != fold])

    def __add__(self, other: Lessons) -> Lessons:
        return Lessons(kinds=self.kinds + other.kinds, parts=self.parts + other.parts, moods=self.moods + other.moods)


def types() -> list[str]:
    """No event, and every type."""
    return [NONE, *plover().types]


def modes() -> list[str]:
    """Every type without mode, and with each."""
    return [
        name for type_ in plover().types.values() for name in (type_.name, *(f"{type_.name} {m}" for m in type_.modes))
    ]


def fold_of(sentence: Sentence) -> int:
    """The part that a situation is held out with."""
    return hashlib.sha256(("fold" + sentence.situation).encode()).digest()[0] % 5


def read_all(sentences: Iterable[Sentence], parser: Parser, english: Language) -> list[Read]:
    """The sentences with their candidates."""
    out = []
    for sentence in sentences:
        parsed = parser(sentence.text)
        candidates = tuple(find_candidates(parsed, Grammar(parsed, english), triggers(english), english))
        deeds = match(sentence, parsed, candidates)
        out.append(Read(sentence=sentence, parsed=parsed, candidates=candidates, deeds=deeds, fold=fold_of(sentence)))
    return out


def missed(corpus: Iterable[Read]) -> int:
    """How many marked triggers are no candidates, so that nothing can find them."""
    return sum(len(r.sentence.events) - len(r.deeds) for r in corpus)


def lessons(corpus: Iterable[Read], english: Language) -> Lessons:
    """The cases of a corpus."""
    out = Lessons()
    for read in corpus:
        reader = Features(read.parsed, triggers(english), english)
        judge, moods = Factuality(read.parsed, modifiers(english), english), Moods(read.parsed, english)
        for n, candidate in enumerate(read.candidates):
            deed = read.deeds.get(n)
            out.kinds.append(kind(reader, candidate, answers_of(deed), read.fold))
            if deed is not None:
                right = dict(parts_of(read.parsed, deed, candidate))
                out.parts.extend(parts(reader, candidate, deed.type, right, read.fold))
                modality = MODALITIES.index(deed.modality)
                out.moods.append(mood(judge, moods, candidate, deed.type, modality, read.fold))
    return replace(out, kinds=balanced(out.kinds))


def answers_of(deed: Deed | None) -> dict[str, Answer]:
    """Type and mode of a candidate as numbers."""
    if deed is None:
        return {"type": 0, "mode": None, "modality": None}
    return {
        "type": types().index(deed.type),
        "mode": modes().index(f"{deed.type} {deed.mode}" if deed.mode else deed.type),
        "modality": MODALITIES.index(deed.modality),
    }


def kind(reader: Features, candidate: Candidate, answers: dict[str, Answer], fold: int, weight: float = 1.0) -> Case:
    """The case of a candidate: what type and mode it has."""
    return Case(
        features=reader.of_type(candidate), words=reader.vectors(candidate), answers=answers, weight=weight, fold=fold
    )


def parts_of(parsed: Parsed, deed: Deed, candidate: Candidate) -> Iterator[tuple[int, Answer]]:
    """For every token in a candidate's slots the part that it has in a marked event."""
    sides = {"actor": deed.actors, "recipient": deed.recipients}
    heads = {
        parsed.head_of(range(*tokens)): PARTS.index(side)
        for side, spans in sides.items()
        for span in spans
        if (tokens := parsed.tokens_of(Span(*span)))[0] < tokens[1]
    }
    yield from ((token, heads.get(token, 0)) for _, token in candidate.frame.slots)


def parts(
    reader: Features, candidate: Candidate, type_: str, right: dict[int, Answer], fold: int, weight: float = 1.0
) -> Iterator[Case]:
    """The cases of the tokens in a candidate's slots: what part each has."""
    passive = any(name.startswith("subj-pass") for name, _ in candidate.frame.slots)
    for slot, token in candidate.frame.slots:
        features = reader.of_party(candidate, slot, token, type_, passive)
        yield Case(features=features, words=(), answers={"part": right[token]}, weight=weight, fold=fold)


def mood(
    judge: Factuality, moods: Moods, candidate: Candidate, type_: str, right: Answer, fold: int, weight: float = 1.0
) -> Case:
    """The case of an event: what modality it has."""
    _, modality, found = judge.judge(candidate.frame)
    features = moods.features(candidate.frame, type_, modality, found)
    return Case(features=features, words=(), answers={"modality": right}, weight=weight, fold=fold)


def balanced(cases: Sequence[Case]) -> list[Case]:
    """Events of rare types count for more, those of frequent ones for less: how often a type occurs is the
    writers' choice.
    """
    numbers = [int(c.answers["type"]) for c in cases if isinstance(c.answers["type"], int)]
    counts = Counter(n for n in numbers if n)
    mean = sum(counts.values()) / max(1, len(counts))
    weights = {0: 1.0} | {t: min(3.0, (mean / n) ** RARE) for t, n in counts.items()}
    return [replace(c, weight=c.weight * weights[n]) for c, n in zip(cases, numbers, strict=True)]


def lexicon_lessons(english: Language) -> Lessons:
    """What a word of the lexicon means where nothing else is known: a case for every row, for every object that it
    asks for.
    """
    return Lessons(
        kinds=[
            _of_row(part, words, sense, about)
            for (part, words), senses in triggers(english).items()
            for sense in senses
            for about in sorted(sense.objects) or [()]
        ]
    )


def _of_row(part: str, words: tuple[str, ...], sense: Sense, about: tuple[str, ...]) -> Case:
    short = SHORT[part] if part != "adjective" else "v"
    head = words[0] if part == "verb" else words[-1]
    features = [f"l={head}/{short}", *(["m=" + " ".join(words)] if len(words) > 1 else [])]
    features += list(senses_as_features("s", (sense,)))
    if about:
        features += [f"o=obj:{about[-1]}", f"lo={head}+{about[-1]}"]
    mode = modes().index(f"{sense.type} {sense.mode}") if sense.mode else None
    return Case(
        features=features,
        words=(head, about[-1] if about else "", ""),
        answers={"type": types().index(sense.type), "mode": mode},
        weight=OBJECT_WEIGHT if about else LEXICON_WEIGHT,
    )


def match(sentence: Sentence, parsed: Any, candidates: Sequence[Candidate]) -> dict[int, Deed]:
    """The marked events by the number of the candidate whose head stands in their trigger; the first such candidate."""
    out: dict[int, Deed] = {}
    for deed in sentence.events:
        first, end = parsed.tokens_of(Span(*deed.trigger))
        inside = [n for n, c in enumerate(candidates) if first <= c.head < end and n not in out]
        touching = [n for n, c in enumerate(candidates) if any(first <= t < end for t in c.tokens) and n not in out]
        if inside or touching:
            chosen = [n for n in inside if candidates[n].senses] or inside or touching
            out[chosen[0]] = deed
    return out
