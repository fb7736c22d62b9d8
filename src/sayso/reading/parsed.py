"""A parsed text: plain tuples of one entry a token, so that no later step needs spaCy and tests can write one by hand.

White space is no token: spaCy's space tokens are left out and the tree is numbered anew.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate, pairwise
from operator import itemgetter
from typing import Any

from sayso.knowledge.language import Marks
from sayso.reading.quotations import Quotation, find_quotations
from sayso.schema.span import Span


@dataclass(frozen=True, kw_only=True, eq=False)
class Parsed:
    """A parsed text; every tuple has one entry a token unless it says otherwise."""

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    words: tuple[str, ...]
    lemmas: tuple[str, ...]
    tags: tuple[str, ...]
    """Part of speech of the pipeline (Penn Treebank for English)."""
    deps: tuple[str, ...]
    heads: tuple[int, ...]
    """The token that each depends on; a root depends on itself."""
    entities: tuple[str, ...]
    """Entity type ("PERSON"), or "" outside named entities."""
    entity_starts: tuple[bool, ...]
    sentences: tuple[tuple[int, int], ...]
    """One entry a sentence: first token, and token after the last."""
    quotations: tuple[Quotation, ...] = field(default=())
    """One entry a quotation, in order."""
    marks: tuple[Marks, ...] = field(default=())
    """The marks that were looked for."""
    quotation_of: tuple[int, ...] = field(default=())
    """The index of the quotation a token stands in, marks included, or -1; worked out when left empty."""
    paragraph_of: tuple[int, ...] = field(default=())
    """The number of the paragraph a token stands in; worked out from line breaks when left empty."""

    def __post_init__(self) -> None:
        if not self.quotation_of:
            object.__setattr__(self, "quotation_of", tuple(self._find_quotation_of()))
        if not self.paragraph_of:
            object.__setattr__(self, "paragraph_of", tuple(self._find_paragraph_of()))

    def _find_quotation_of(self) -> list[int]:
        out = [-1] * len(self)
        for k, quotation in enumerate(self.quotations):
            first, last = self.tokens_of(quotation.span)
            out[first:last] = [k] * (last - first)
        return out

    def _find_paragraph_of(self) -> Iterable[int]:
        paragraph = 0
        for i, start in enumerate(self.starts):
            if i and "\n" in self.text[self.ends[i - 1] : start]:
                paragraph += 1
            yield paragraph

    def __len__(self) -> int:
        return len(self.words)

    @cached_property
    def lowers(self) -> tuple[str, ...]:
        """The words in lower case."""
        return tuple(w.lower() for w in self.words)

    @cached_property
    def sentence_of(self) -> tuple[int, ...]:
        """The number of the sentence a token stands in."""
        return tuple(k for k, (start, end) in enumerate(self.sentences) for _ in range(start, end))

    @cached_property
    def children(self) -> tuple[tuple[int, ...], ...]:
        """The tokens that depend on each."""
        out: list[list[int]] = [[] for _ in self.words]
        for i, head in enumerate(self.heads):
            if head != i:
                out[head].append(i)
        return tuple(map(tuple, out))

    def tokens_of(self, span: Span) -> tuple[int, int]:
        """The tokens that a span touches: the first, and the one after the last."""
        return bisect_right(self.ends, span.start), bisect_left(self.starts, span.end)

    def span_of(self, first: int, end: int) -> Span:
        """The characters from one token up to (not including) another."""
        return Span(self.starts[first], self.ends[end - 1])

    def spans_of(self, tokens: Iterable[int]) -> tuple[Span, ...]:
        """The spans that a set of tokens makes: neighbours join, gaps part."""
        out: list[Span] = []
        last = -2
        for i in sorted(tokens):
            if i == last + 1:
                out[-1] = Span(out[-1].start, self.ends[i])
            else:
                out.append(Span(self.starts[i], self.ends[i]))
            last = i
        return tuple(out)

    def subtree(self, token: int) -> tuple[int, ...]:
        """A token and all that hangs below it, in text order."""
        out, queue = [], [token]
        while queue:
            i = queue.pop()
            out.append(i)
            queue += self.children[i]
        return tuple(sorted(out))

    def ancestors(self, token: int) -> Iterator[int]:
        """The heads above a token, the nearest first."""
        while self.heads[token] != token:
            token = self.heads[token]
            yield token

    def head_of(self, tokens: Iterable[int]) -> int:
        """The token of a phrase on which the others hang: the first whose own head lies outside."""
        inside = frozenset(tokens)
        outside = [i for i in sorted(inside) if self.heads[i] not in inside or self.heads[i] == i]
        return max(outside, key=lambda i: (len(inside.intersection(self.subtree(i))), -i))

    def part(self, tokens: Sequence[int]) -> Parsed:
        """Some of the tokens as a text of its own: what a quotation holds, read as if it stood alone.

        Quotation marks around the whole part are taken off, so that its words count as unquoted and the marks
        inside them come to count.
        """
        number = {token: n for n, token in enumerate(tokens)}
        span = Span(self.starts[tokens[0]], self.ends[tokens[-1]])
        pick = itemgetter(*tokens) if len(tokens) > 1 else lambda values: (values[tokens[0]],)
        sentences = [self.sentence_of[i] for i in tokens]
        cuts = [k for k in range(1, len(tokens)) if sentences[k] != sentences[k - 1]]
        return Parsed(
            text=self.text,
            starts=pick(self.starts),
            ends=pick(self.ends),
            words=pick(self.words),
            lemmas=pick(self.lemmas),
            tags=pick(self.tags),
            deps=pick(self.deps),
            heads=tuple(number.get(self.heads[i], n) for n, i in enumerate(tokens)),
            entities=pick(self.entities),
            entity_starts=pick(self.entity_starts),
            sentences=tuple(pairwise([0, *cuts, len(tokens)])),
            quotations=tuple(self._inside(span)),
            marks=self.marks,
        )

    @staticmethod
    def joined(parts: Sequence[Parsed]) -> Parsed:
        """Several parts of a text as one, each a paragraph of its own, so that they can be worked on at one time."""
        first = list(accumulate((len(p) for p in parts), initial=0))
        quotations = list(accumulate((len(p.quotations) for p in parts), initial=0))

        def chained(field: Callable[[Parsed], Iterable[Any]]) -> tuple[Any, ...]:
            return tuple(value for part in parts for value in field(part))

        return Parsed(
            text=parts[0].text,
            starts=chained(lambda p: p.starts),
            ends=chained(lambda p: p.ends),
            words=chained(lambda p: p.words),
            lemmas=chained(lambda p: p.lemmas),
            tags=chained(lambda p: p.tags),
            deps=chained(lambda p: p.deps),
            heads=tuple(h + n for p, n in zip(parts, first, strict=False) for h in p.heads),
            entities=chained(lambda p: p.entities),
            entity_starts=chained(lambda p: p.entity_starts),
            sentences=tuple((a + n, b + n) for p, n in zip(parts, first, strict=False) for a, b in p.sentences),
            quotations=chained(lambda p: p.quotations),
            marks=parts[0].marks,
            quotation_of=tuple(
                q + n if q >= 0 else -1 for p, n in zip(parts, quotations, strict=False) for q in p.quotation_of
            ),
            paragraph_of=tuple(k for k, p in enumerate(parts) for _ in p.words),
        )

    def _inside(self, span: Span) -> Iterable[Quotation]:
        for quotation in self.quotations:
            if not quotation.span.touches(span):
                continue
            if quotation.span.start > span.start and quotation.span.end < span.end:
                yield quotation
            else:
                start, end = quotation.span.start + 1, quotation.span.end - quotation.closed
                for inner in find_quotations(self.text[start:end], self.marks):
                    yield Quotation(
                        span=Span(inner.span.start + start, inner.span.end + start), run=inner.run, closed=inner.closed
                    )

    def child(self, token: int, deps: Sequence[str]) -> int | None:
        """The first dependent with one of the relations."""
        return next((k for k in self.children[token] if self.deps[k] in deps), None)
