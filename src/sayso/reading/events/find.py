"""The events of a parsed text: candidates that the network takes for events, with their parties, polarity and
modality.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from sayso.knowledge.contexts import contexts
from sayso.knowledge.factuality import modifiers
from sayso.knowledge.language import Language
from sayso.knowledge.triggers import triggers
from sayso.reading.drafts import EventDraft, Modifier, Tokens
from sayso.reading.events.candidates import Candidate, find_candidates
from sayso.reading.events.factuality import Factuality
from sayso.reading.events.features import Features, in_words
from sayso.reading.events.frames import Frame, Grammar
from sayso.reading.events.modality import Moods
from sayso.reading.events.network import NONE, PARTS, EventNetwork
from sayso.reading.events.parties import party
from sayso.reading.events.scorer import Floats
from sayso.reading.events.surroundings import Topics, is_background, outer_event
from sayso.reading.parsed import Parsed
from sayso.schema.event import MODALITIES

Judged = tuple[str, str, tuple[Modifier, ...]]
"""Polarity, modality, and the words that bear on them."""
TELLING = 3
"""Features named as the reason for an event."""


@dataclass(frozen=True, kw_only=True, eq=False)
class Weighed:
    """A candidate with the share of each type."""

    candidate: Candidate
    features: list[str]
    shares: Floats
    modes: Floats
    """The shares of all modes of all types."""


class EventFinder:
    """Finds the events of texts; the same text always gives the same drafts."""

    def __init__(self, network: EventNetwork, language: Language, least: float | None = None) -> None:
        self.network = network
        self.language = language
        self.least = network.threshold if least is None else least
        self._triggers = triggers(language)
        self._modifiers = modifiers(language)
        self._contexts = contexts(language)
        self._none = network.types.index(NONE)

    def __call__(self, parsed: Parsed) -> tuple[EventDraft, ...]:
        """The events that are sure enough, in the order of their triggers."""
        reader = Features(parsed, self._triggers, self.language)
        found = [w for w in self.weigh(parsed, reader) if self.confidence(w) >= self.least]
        found = list(_without_rivals(found, self))
        parts = self.parts(reader, [(w, self.network.types[self.best(w)]) for w in found])
        factual = self.judge(parsed, [(w.candidate.frame, self.network.types[self.best(w)]) for w in found])
        drafts = [self._draft(parsed, w, p, f) for w, p, f in zip(found, parts, factual, strict=True)]
        return tuple(self._placed(parsed, drafts, [w.candidate.frame for w in found]))

    def _placed(self, parsed: Parsed, drafts: Sequence[EventDraft], frames: Sequence[Frame]) -> Iterator[EventDraft]:
        """The drafts with what they are about, and the event in whose argument each stands."""
        topics, heads = Topics(parsed, self._contexts), {draft.head for draft in drafts}
        for draft, frame in zip(drafts, frames, strict=True):
            yield replace(
                draft,
                contexts=topics.of(draft.head),
                within=outer_event(parsed, draft.head, heads, self.language),
                background=is_background(parsed, frame, self.language),
            )

    def weigh(self, parsed: Parsed, reader: Features) -> list[Weighed]:
        """All candidates of a text with the shares of their types."""
        grammar = Grammar(parsed, self.language)
        candidates = list(find_candidates(parsed, grammar, self._triggers, self.language))
        if not candidates:
            return []
        features = [reader.of_type(c) for c in candidates]
        vectors = self.network.vectors([reader.vectors(c) for c in candidates])
        hidden = self.network.kinds.hidden(features, vectors)
        types, modes = self.network.kinds.answer("type", hidden), self.network.kinds.answer("mode", hidden)
        return [
            Weighed(candidate=c, features=f, shares=t, modes=m)
            for c, f, t, m in zip(candidates, features, types, modes, strict=True)
        ]

    def best(self, weighed: Weighed) -> int:
        """The number of the likeliest type, none apart."""
        shares = weighed.shares.copy()
        shares[self._none] = 0
        return int(shares.argmax())

    def confidence(self, weighed: Weighed) -> float:
        """How sure it is that this is an event of its likeliest type: the share, calibrated (Platt scaling)."""
        share = float(np.clip(weighed.shares[self.best(weighed)], 1e-4, 1 - 1e-4))
        slope, offset = self.network.calibration
        return float(1 / (1 + np.exp(-(slope * np.log(share / (1 - share)) + offset))))

    def mode(self, weighed: Weighed, type_: str) -> str | None:
        """The likeliest mode of a type, or none."""
        options = [n for n, name in enumerate(self.network.modes) if name.split()[0] == type_]
        best = max(options, key=lambda n: (float(weighed.modes[n]), -n))
        _, _, mode = self.network.modes[best].partition(" ")
        return mode or None

    def parts(self, reader: Features, found: Sequence[tuple[Weighed, str]]) -> list[dict[int, Floats]]:
        """For each candidate, taken for an event of a type, the shares of the parts of every token in its slots."""
        cases = [
            (n, token, self.party_features(reader, weighed.candidate, slot, token, type_))
            for n, (weighed, type_) in enumerate(found)
            for slot, token in weighed.candidate.frame.slots
        ]
        out: list[dict[int, Floats]] = [{} for _ in found]
        if cases:
            shares = self.network.parts.answer("part", self.network.parts.hidden([features for *_, features in cases]))
            for (n, token, _), share in zip(cases, shares, strict=True):
                out[n][token] = share
        return out

    def party_features(self, reader: Features, candidate: Candidate, slot: str, token: int, type_: str) -> list[str]:
        """The features of a token as a party to an event of a type."""
        passive = any(name.startswith("subj-pass") for name, _ in candidate.frame.slots)
        return reader.of_party(candidate, slot, token, type_, passive)

    def judge(self, parsed: Parsed, events: Sequence[tuple[Frame, str]]) -> list[Judged]:
        """Polarity, modality and modifiers of events: these decide the first, and are weighed for the second."""
        factuality, moods = Factuality(parsed, self._modifiers, self.language), Moods(parsed, self.language)
        ruled = [factuality.judge(frame) for frame, _ in events]
        features = [
            moods.features(frame, type_, modality, found)
            for (frame, type_), (_, modality, found) in zip(events, ruled, strict=True)
        ]
        shares = self.network.moods.answer("modality", self.network.moods.hidden(features))
        return [
            (polarity, MODALITIES[int(share.argmax())], found)
            for (polarity, _, found), share in zip(ruled, shares, strict=True)
        ]

    def _draft(self, parsed: Parsed, weighed: Weighed, parts: dict[int, Floats], judged: Judged) -> EventDraft:
        candidate, best = weighed.candidate, self.best(weighed)
        polarity, modality, found = judged
        parts = self._shared(parsed, parts)
        sides = {side: self._side(parsed, parts, number) for number, side in enumerate(PARTS) if number}
        type_ = self.network.types[best]
        return EventDraft(
            trigger=candidate.tokens,
            head=candidate.head,
            verb=candidate.frame.verb,
            type=type_,
            mode=self.mode(weighed, type_),
            actors=sides["actor"],
            recipients=sides["recipient"],
            polarity=polarity,
            modality=modality,
            modifiers=found,
            confidence=self.confidence(weighed),
            why=tuple(in_words(f) for f in self.network.kinds.telling("type", weighed.features, best, TELLING)),
        )

    def _shared(self, parsed: Parsed, parts: dict[int, Floats]) -> dict[int, Floats]:
        """The shares with one part for all that is joined: "strikes against the Front and other rebels"."""
        groups: dict[int, list[Floats]] = {}
        for token, share in parts.items():
            groups.setdefault(self._first(parsed, token), []).append(share)
        return {token: np.mean(groups[self._first(parsed, token)], axis=0) for token in parts}

    def _first(self, parsed: Parsed, token: int) -> int:
        while parsed.deps[token] in self.language.deps("conjunct") and parsed.heads[token] != token:
            token = parsed.heads[token]
        return token

    def _side(self, parsed: Parsed, parts: dict[int, Floats], number: int) -> tuple[Tokens, ...]:
        nobody = self.language.words("nobody")
        likely = (token for token, share in parts.items() if int(share.argmax()) == number)
        chosen = sorted(token for token in likely if parsed.lowers[token] not in nobody)
        return tuple(party(parsed, token, self.language) for token in chosen)


def _without_rivals(found: Sequence[Weighed], finder: EventFinder) -> Iterator[Weighed]:
    """Of a verb and the noun it carries, when both tell of one type, only the noun: "launched *an attack*"."""
    by_head = {w.candidate.head: w for w in found}
    for weighed in found:
        if not any(
            _carries(weighed.candidate.frame, other.candidate.frame) and finder.best(weighed) == finder.best(other)
            for other in by_head.values()
        ):
            yield weighed


def _carries(verb: Frame, noun: Frame) -> bool:
    return noun.noun and noun.verb == verb.trigger and noun.carried in ("obj", "pass")
