"""Examples from the *voices* corpus: the outermost voices of each passage, and then, level by level, those inside.

A content is shown to the network as it will be when sayso reads: all contents of one level together, each a paragraph
of its own, with the voices inside them as what is to be found.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from evaluation.voices import read, spans_of
from sayso.reading.attribution.find import SHORTEST
from sayso.reading.parse import Parser
from sayso.reading.parsed import Parsed
from sayso.schema.span import Span
from training.corpus import Attribution, Example


def voices_examples(path: Path, parser: Parser, weight: float) -> Iterator[Example]:
    """The examples of a file of the corpus."""
    for passage in read(path):
        parsed = parser(passage["text"])
        marked = {a["id"]: _in_tokens(parsed, a) for a in passage["attributions"]}
        parent = {a["id"]: a["parent"] for a in passage["attributions"]}
        level = [name for name in marked if parent[name] is None]
        outermost = tuple(marked[name] for name in level)
        yield Example(parsed=parsed, attributions=outermost, weight=weight)
        while level:
            outer = [name for name in level if len(marked[name].content) >= SHORTEST]
            if outer:
                yield _inside(parsed, outer, marked, parent, weight)
            level = [name for name in marked if parent[name] in level]


def _inside(
    parsed: Parsed, outer: Sequence[str], marked: dict[str, Attribution], parent: dict[str, str | None], weight: float
) -> Example:
    """The contents of some attributions, and the voices inside them."""
    joined = Parsed.joined([parsed.part(marked[name].content) for name in outer])
    found, first = [], 0
    for name in outer:
        place = {token: first + n for n, token in enumerate(marked[name].content)}
        first += len(place)
        found += [_moved(marked[child], place) for child in marked if parent[child] == name]
    return Example(parsed=joined, attributions=tuple(a for a in found if a.cue and a.content), weight=weight)


def _in_tokens(parsed: Parsed, attribution: dict[str, Any]) -> Attribution:
    def tokens(role: str) -> tuple[int, ...]:
        spans = spans_of(parsed.text, attribution[role])
        return tuple(sorted({i for span in spans for i in range(*parsed.tokens_of(Span(*span)))}))

    return Attribution(source=tokens("source"), cue=tokens("cue"), content=tokens("content"))


def _moved(attribution: Attribution, place: dict[int, int]) -> Attribution:
    def kept(tokens: Sequence[int]) -> tuple[int, ...]:
        return tuple(place[i] for i in tokens if i in place)

    return Attribution(source=kept(attribution.source), cue=kept(attribution.cue), content=kept(attribution.content))
