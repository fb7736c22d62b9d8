"""A text cut into tokens, tagged, and hung in a dependency tree: the only caller of ``spacy.load``.

All later steps work on `Parsed`, plain tuples of one entry a token, so that none of them needs spaCy and tests can
write a parse by hand. White space is no token: spaCy's space tokens are left out and the tree is numbered anew.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import sha256
from importlib.util import find_spec
from itertools import accumulate, pairwise
from operator import itemgetter
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sayso.errors import MissingModel
from sayso.knowledge.language import Language, Marks
from sayso.reading.masking import masked
from sayso.reading.quotations import Quotation, find_quotations
from sayso.schema.span import Span

if TYPE_CHECKING:
    from spacy.language import Language as SpacyLanguage
    from spacy.tokens import Doc, Token

REMEMBERED = 200_000
"""Lemmas kept in memory before the store is emptied, so that an endless stream stays of bounded size."""

LONGEST_MARK = 2
"""Characters of the longest quotation mark."""
BEGINS = 3
"""spaCy's number for a token that begins an entity."""

PENN_TO_UNIVERSAL = {"VB": "VERB", "NN": "NOUN", "JJ": "ADJ", "RB": "ADV", "MD": "AUX", "PR": "PRON", "IN": "ADP"}
"""What a rule lemmatizer needs to know of a Penn Treebank tag (first two letters)."""


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


class Parser:
    """A spaCy pipeline that turns texts into `Parsed`, one document at a time so that batching changes no byte.

    What no step reads is left out of the pipeline. A lemma is looked up once for each word and tag: the pipeline's
    own lemmatizer is asked where it has one, and the answer kept.
    """

    def __init__(self, language: Language, pipeline: str | None = None) -> None:
        name = pipeline or language.pipeline
        if name == language.pipeline:
            check_pipeline(name, language.checksums)
        self._nlp = _load(name)
        self._lemmatizer = self._nlp.remove_pipe("lemmatizer")[1] if self._nlp.has_pipe("lemmatizer") else None
        self._lemmas: dict[tuple[str, str], str] = {}
        self._marks = language.marks
        self._dateline = language.dateline
        self.version = f"{self._nlp.meta['lang']}_{self._nlp.meta['name']} {self._nlp.meta['version']}"

    def __call__(self, text: str) -> Parsed:
        """The parse of a text."""
        doc = self._nlp(masked(text, self._dateline))
        keep = [token for token in doc if not token.is_space]
        number = {token.i: n for n, token in enumerate(keep)}
        words = tuple(token.text for token in keep)
        tags = tuple(token.tag_ for token in keep)
        starts = tuple(token.idx for token in keep)
        quotations = find_quotations(text, self._marks)
        return Parsed(
            text=text,
            starts=starts,
            ends=tuple(start + len(word) for start, word in zip(starts, words, strict=True)),
            words=words,
            lemmas=tuple(map(self._lemma, keep, words, tags)),
            tags=tags,
            deps=tuple(token.dep_ for token in keep),
            heads=tuple(number.get(token.head.i, n) for n, token in enumerate(keep)),
            entities=tuple(token.ent_type_ for token in keep),
            entity_starts=tuple(token.ent_iob == BEGINS for token in keep),
            sentences=tuple(_sentences(doc, number, quotations)),
            quotations=quotations,
            marks=self._marks,
        )

    def _lemma(self, token: Token, word: str, tag: str) -> str:
        key = word, tag
        lemma = self._lemmas.get(key)
        if lemma is None:
            lemma = self._lemmas[key] = self._look_up(token)
            if len(self._lemmas) > REMEMBERED:
                self._lemmas.clear()
        return lemma

    def _look_up(self, token: Token) -> str:
        if self._lemmatizer is None:
            return token.text.lower()
        if token.tag_.startswith("NNP"):
            return token.text.lower()
        if not token.pos:
            token.pos_ = PENN_TO_UNIVERSAL.get(token.tag_[:2], "X")
        return str(self._lemmatizer.lemmatize(token)[0]).lower()  # type: ignore[attr-defined]


def check_pipeline(name: str, checksums: Mapping[str, str]) -> None:
    """Holds the files of an installed pipeline against their recorded SHA-256 sums, before any of them is loaded.

    Raises:
        MissingModel: the pipeline is not installed, or a file is missing, altered, or not among those recorded.
    """
    found = find_spec(name)
    if found is None or found.origin is None:
        raise MissingModel(f"the parser {name!r} is not installed; run: pip install 'sayso' again, or make setup")
    folder = Path(found.origin).parent
    present = {p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file() and p.suffix != ".pyc"}
    for file in sorted(present | set(checksums)):
        path = folder / file
        if file not in present or sha256(path.read_bytes()).hexdigest() != checksums.get(file):
            raise MissingModel(
                f"the file {file} of the parser {name!r} is not the one whose checksum is recorded; "
                "install the pinned version, or name another spaCy pipeline by the option 'pipeline'"
            )


def _load(name: str) -> SpacyLanguage:
    import spacy  # heavy: only when a text is to be read

    try:
        return spacy.load(name, exclude=["ner", "senter", "attribute_ruler", "entity_linker", "textcat"])
    except OSError as error:
        raise MissingModel(f"spaCy has no pipeline {name!r} installed; install it or leave the option out") from error


def _sentences(doc: Doc, number: dict[int, int], quotations: Sequence[Quotation]) -> Iterable[tuple[int, int]]:
    """The sentences as tokens that are not white space.

    The parser's sentences are cut at the ends of paragraphs, and a closing quotation mark goes with what it closes.
    """
    closing = {q.span.end for q in quotations if q.closed}
    starts = [token.i for token in doc if token.is_sent_start or (token.is_space and "\n" in token.text)]
    first = 0
    for start in [*starts, len(doc)]:
        while start < len(doc) and doc[start].idx + len(doc[start]) in closing and len(doc[start]) <= LONGEST_MARK:
            start += 1
        last = next((number[i] for i in range(start, len(doc)) if i in number), len(number))
        if last > first:
            yield first, last
            first = last
