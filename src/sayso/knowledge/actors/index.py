"""Finds names in a run of words: the longest that begins at a word, mindful of capital letters."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from sayso.knowledge.actors.spelling import ARTICLES, Word, sounds, words_of

T = TypeVar("T")
SHORTEST_SOUND = 5
"""Letters that a name of one word must have to be found by sound."""


@dataclass(frozen=True, slots=True)
class _Entry(Generic[T]):
    words: tuple[Word, ...]
    fact: T

    def fits(self, words: Sequence[Word]) -> bool:
        """Whether the words are written as a name is: an acronym in capitals, a name with capital letters."""
        if len(words) != len(self.words):
            return words[0].capital and words[-1].capital
        return all(_as_written(mine, theirs) for mine, theirs in zip(self.words, words, strict=True))


def _as_written(mine: Word, theirs: Word) -> bool:
    if mine.key in ARTICLES:
        return True
    if mine.possessive and not theirs.possessive:
        return False
    return theirs.upper if mine.acronym else theirs.capital or not mine.capital


class Index(Generic[T]):
    """Facts by the names they go by."""

    def __init__(self, names: Iterable[tuple[str, T]], by_sound: bool = False) -> None:
        self.exact: dict[tuple[str, ...], list[_Entry[T]]] = {}
        self.sounding: dict[tuple[str, ...], list[_Entry[T]]] = {}
        self.longest: dict[str, int] = {}
        """The most words of a name that begins with a word or, sounding alike, with ``~`` and its sound."""
        for name, fact in names:
            words = words_of(name)
            if words:
                self._add(_Entry(words, fact), by_sound)

    def _add(self, entry: _Entry[T], by_sound: bool) -> None:
        keys = tuple(w.key for w in entry.words)
        self.exact.setdefault(keys, []).append(entry)
        self._count(keys[0], len(keys))
        heard = sounds(keys) if by_sound and not entry.words[0].acronym else ()
        if len(heard) > 1 or (heard and len(heard[0]) >= SHORTEST_SOUND):
            self.sounding.setdefault(heard, []).append(entry)
            self._count("~" + heard[0], len(keys) + 1)

    def _count(self, first: str, length: int) -> None:
        self.longest[first] = max(self.longest.get(first, 0), length)

    def at(self, words: Sequence[Word], first: int) -> tuple[int, tuple[T, ...]]:
        """How many words the longest name that begins at a word has, and the facts of that name; 0 if there is none."""
        for length in range(min(self._reach(words, first), len(words) - first), 0, -1):
            window = words[first : first + length]
            if window[0].mark or window[-1].mark:
                continue
            found = self._entries(window)
            if found:
                return length, tuple(dict.fromkeys(e.fact for e in found))
        return 0, ()

    def _reach(self, words: Sequence[Word], first: int) -> int:
        reach = self.longest.get(words[first].key, 0)
        if self.sounding:
            heard = sounds(w.key for w in words[first : first + 2])
            reach = max(reach, self.longest.get("~" + heard[0], 0) if heard else 0)
        return reach

    def _entries(self, window: Sequence[Word]) -> list[_Entry[T]]:
        keys = tuple(w.key for w in window)
        found = [e for e in self.exact.get(keys, ()) if e.fits(window)]
        if found or not self.sounding:
            return found
        bare = window[1:] if keys[0] in ARTICLES else window
        return [e for e in self.sounding.get(sounds(keys), ()) if e.fits(bare)] if bare else []
