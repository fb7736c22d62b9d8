"""A text cut into tokens, tagged, and hung in a dependency tree: the only caller of ``spacy.load``."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from sayso.errors import MissingModel
from sayso.knowledge.language import Language
from sayso.reading.masking import masked
from sayso.reading.parsed import Parsed
from sayso.reading.quotations import Quotation, find_quotations

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
        self._subjects, self._objects = language.deps("subject"), language.deps("object") | language.deps("complement")
        self.version = f"{self._nlp.meta['lang']}_{self._nlp.meta['name']} {self._nlp.meta['version']}"

    def __call__(self, text: str) -> Parsed:
        """The parse of a text."""
        doc = self._nlp(masked(text, self._dateline))
        _mend_verbs(doc, self._subjects, self._objects)
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


def _mend_verbs(doc: Doc, subjects: frozenset[str], objects: frozenset[str]) -> None:
    """Tags as a verb what has a subject and an object in the parse: *back* of "Both back it", tagged an adverb."""
    heads = {token.head.i for token in doc if token.dep_ in subjects and token.head.tag_[:2] not in ("VB", "MD")}
    for token in (doc[i] for i in sorted(heads)):
        if token.text.isalpha() and any(child.dep_ in objects for child in token.children):
            token.tag_ = "VBZ" if token.lower_.endswith("s") else "VBD" if token.lower_.endswith("ed") else "VBP"
            token.pos_ = "VERB"


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
