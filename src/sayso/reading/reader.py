"""Reads documents: one, or a stream of them on several cores."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context

from sayso.errors import BadInput
from sayso.knowledge.ontology import load_ontology
from sayso.reading.bind import bind
from sayso.reading.identify import identify_language
from sayso.reading.options import Options
from sayso.reading.steps import Steps
from sayso.schema.document import Document
from sayso.schema.reading import Reading, Unread

Outcome = Reading | Unread
AHEAD = 4
"""Documents handed out per worker before the first of them is asked for: keeps workers busy and memory bounded."""


class Reader:
    """Loads the parser, the weights and the knowledge once, and reads any number of documents with them.

    Raises:
        BadOptions: a language that sayso does not read, or an ontology that there is not.
        BadKnowledge: a file of facts has a mistake.
        MissingModel: the parser or the weights are missing or altered.
    """

    def __init__(self, options: Options | None = None) -> None:
        self.options = options or Options()
        self._steps = Steps(self.options)
        self._ontology = load_ontology(self.options.ontology)
        self.provenance = self._steps.provenance()

    def __call__(self, document: Document) -> Reading:
        """The reading of a document.

        Raises:
            BadInput: there is no text, it is too long, or it is in a language that sayso does not read.
        """
        self._check(document)
        parsed, found = self._steps.find(document)
        return bind(document, parsed, found, self._steps.language, self._ontology, self.provenance)

    def attempt(self, document: Document | Unread) -> Outcome:
        """The reading of a document, or why there is none; never raises for what a document holds."""
        if isinstance(document, Unread):
            return document
        try:
            return self(document)
        except BadInput as error:
            return _unread(document, str(error))
        except MemoryError:
            return _unread(document, "there was not enough memory; split the document or use fewer workers")
        except Exception as error:  # a document must never end the run; the reason says what happened
            return _unread(document, f"reading failed with {type(error).__name__}: {error}; please report this")

    def stream(self, documents: Iterable[Document | Unread], workers: int = 1) -> Iterator[Outcome]:
        """The outcomes of many documents, lazily and in their order.

        Args:
            documents: any iterable; it is read only a few documents ahead. An `Unread` in it is passed on.
            workers: processes; 1 reads in this process.
        """
        if workers <= 1:
            yield from map(self.attempt, documents)
        else:
            yield from _Crew(self.options, workers).stream(documents)

    def _check(self, document: Document) -> None:
        if not document.text.strip():
            raise BadInput("the text is empty")
        if len(document.text) > self.options.longest:
            raise BadInput(
                f"the text has {len(document.text):,} characters, more than the {self.options.longest:,} that are read "
                "at once; split it, or raise the option 'longest'"
            )
        found = identify_language(document.text)
        if found != self._steps.language.code and found is not None:
            raise BadInput(f"the text seems to be in the language {found!r}; sayso reads {self._steps.language.code!r}")


def _unread(document: Document, reason: str) -> Unread:
    """Why a document was not read; with the file it came from, where that is known."""
    path = document.meta.get("path")
    return Unread(id=document.id, reason=f"{reason} (file {path})" if path else reason)


class _Crew:
    """Worker processes that read documents; one that dies costs one document at most."""

    def __init__(self, options: Options, workers: int) -> None:
        self.options = options
        self.workers = workers
        self.pool = self._hire(workers)

    def _hire(self, workers: int) -> ProcessPoolExecutor:
        return ProcessPoolExecutor(
            workers, mp_context=get_context("spawn"), initializer=_begin, initargs=(self.options, dict(os.environ))
        )

    def stream(self, documents: Iterable[Document | Unread]) -> Iterator[Outcome]:
        waiting: deque[tuple[Document | Unread, Future[Outcome]]] = deque()
        try:
            for document in documents:
                waiting.append((document, self._submit(document)))
                if len(waiting) >= self.workers * AHEAD:
                    yield self._collect(waiting)
            while waiting:
                yield self._collect(waiting)
        finally:
            self.pool.shutdown(wait=False, cancel_futures=True)

    def _submit(self, document: Document | Unread) -> Future[Outcome]:
        try:
            return self.pool.submit(_read, document)
        except BrokenProcessPool as broken:
            failed: Future[Outcome] = Future()
            failed.set_exception(broken)
            return failed

    def _collect(self, waiting: deque[tuple[Document | Unread, Future[Outcome]]]) -> Outcome:
        document, future = waiting.popleft()
        try:
            return future.result()
        except BrokenProcessPool:
            outcome = self._alone(document)
            self.pool = self._hire(self.workers)
            again = [(d, self._submit(d)) for d, _ in waiting]
            waiting.clear()
            waiting.extend(again)
            return outcome

    def _alone(self, document: Document | Unread) -> Outcome:
        """One document in a process of its own: whichever killed the pool shows itself here and harms no other."""
        self.pool.shutdown(wait=False, cancel_futures=True)
        with self._hire(1) as pool:
            try:
                return pool.submit(_read, document).result()
            except BrokenProcessPool:
                return Unread(id=document.id, reason="the process that read it was killed, perhaps for lack of memory")


_reader: Reader | None = None
"""The reader of a worker process, made when the process begins."""


def _begin(options: Options, environment: dict[str, str]) -> None:
    global _reader
    os.environ.update(environment)
    _reader = Reader(options)


def _read(document: Document | Unread) -> Outcome:
    if _reader is None:
        raise RuntimeError("the worker has no reader")
    return _reader.attempt(document)
