"""Cuts a text into words and gives each a letter for the kinds of time word it can be.

A pattern of kinds is then a regular expression over letters, and a text is scanned as fast as `re` is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache

from sayso.knowledge.language import Language
from sayso.knowledge.times import TimeWords, time_words

WORD = re.compile(
    r"""(?P<blank>\n[ \t\r]*\n\s*)
    |(?P<stamp>[0-9]{4}-[0-9][0-9]-[0-9][0-9](?:[T ][0-9][0-9]:[0-9][0-9](?::[0-9][0-9])?Z?)?(?![\w-]))
    |(?P<figures>[0-9]{1,2}/[0-9]{1,2}/(?:[0-9]{4}|[0-9][0-9])(?![\w/])|[0-9]{1,2}\.[0-9]{1,2}\.[0-9]{4}(?![\w.]))
    |(?P<clock>[0-9]{1,2}:[0-9][0-9](?::[0-9][0-9])?(?![:0-9])|[0-9]{1,2}\.[0-9][0-9](?=\s?[aApP]\.?[mM]\b))
    |(?P<nth>[0-9]+(?:st|nd|rd|th)\b)
    |(?P<decade>['’‘]?[0-9]{1,3}0['’]?s\b)
    |(?P<clipped>['’‘][0-9][0-9]\b(?!['’]))
    |(?P<mixed>[0-9]+[ -]1/2(?![0-9]))
    |(?P<number>[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?(?![0-9])|[0-9]+(?:\.[0-9]+)?)
    |(?P<word>[^\W\d_]+)
    |(?P<mark>[^\w\s])""",
    re.VERBOSE,
)
FIRST_LETTER = 0x4E00
"""Where the letters for sets of kinds begin; anything outside what a pattern may hold."""
NOTHING, BREAK = ".", "\n"
"""The letters of a word that has nothing to do with time, and of a blank line."""
SURE = "!"
"""Added to a kind: the word has no other meaning."""
NUMERIC: tuple[tuple[str, ...], ...] = (
    ("number", "day", "hour"),
    ("number", "day", "hour", "short year"),
    ("number", "hour"),
    ("number", "short year"),
    ("number", "short year", "minute"),
    ("number", "old year"),
    ("number", "year"),
    ("number",),
    ("ordinal", "day"),
    ("ordinal",),
    ("decade",),
    ("clipped",),
    ("stamp",),
    ("figures",),
    ("clock",),
)
Kinds = frozenset[str]


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text: where it stands, its letter, and its value for each kind that it can be."""

    start: int
    end: int
    letter: str
    values: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class _Entry:
    term: str
    capital: tuple[str, Mapping[str, str]]
    """Letter and values with a capital letter."""
    plain: tuple[str, Mapping[str, str]]
    """Letter and values without."""


@dataclass(frozen=True, eq=False)
class Lexicon:
    """The words of time of a language with their letters."""

    by_first: Mapping[str, tuple[_Entry, ...]]
    """By the first word of a term; longer terms first."""
    letters: Mapping[Kinds, str]
    numbers: Mapping[str, int]
    multipliers: Mapping[str, int]
    numeric: Mapping[tuple[str, ...], str] = field(default_factory=dict)

    def letters_of(self, kind: str) -> str:
        """The letters of all words that can be of a kind."""
        return "".join(letter for kinds, letter in self.letters.items() if kind in kinds)

    def words(self, text: str) -> list[Word]:
        """The words of a text, in order."""
        lower, out, done = _lower(text), [], 0
        by_first, numbers = self.by_first, self.numbers
        for match in WORD.finditer(text):
            start = match.start()
            if start < done:
                continue
            kind = match.lastgroup
            first = lower[start : match.end()]
            if kind in ("word", "mark") or (first in by_first and text[match.end() : match.end() + 1] == "/"):
                if first not in by_first and first not in numbers:
                    out.append(Word(start, match.end(), NOTHING, NO_VALUES))
                    continue
                word = self._word(text, lower, start, match.end())
            elif kind == "blank":
                word = Word(start, match.end(), BREAK, NO_VALUES)
            elif match.end() - start > LONGEST_FIGURE:
                word = Word(start, match.end(), NOTHING, NO_VALUES)
            else:
                word = self._figure(text, match, kind or "")
            out.append(word)
            done = word.end
        return out

    def _word(self, text: str, lower: str, start: int, end: int) -> Word:
        first = lower[start:end]
        for entry in self.by_first.get(first, ()):
            after = start + len(entry.term)
            if lower.startswith(entry.term, start) and not (
                entry.term[-1].isalnum() and lower[after : after + 1].isalpha()
            ):
                letter, values = entry.capital if text[start].isupper() else entry.plain
                if letter != NOTHING and (len(entry.term) > len(first) or first not in self.numbers):
                    return Word(start, after, letter, values)
        if first in self.numbers:
            return self._number(lower, start, end)
        return Word(start, end, NOTHING, NO_VALUES)

    def _number(self, lower: str, start: int, end: int) -> Word:
        """Words for a whole number: "twenty-five", "two hundred"."""
        value = self.numbers[lower[start:end]]
        while (match := NEXT.match(lower, end)) is not None:
            more = match[1]
            if more in self.multipliers:
                value = min(value * self.multipliers[more], LARGEST)
            elif self.numbers.get(more, 0) in range(1, 10) and value % 10 == 0 and 20 <= value < 100:
                value += self.numbers[more]
            else:
                break
            end = match.end()
        kinds = ("number", "day", "hour") if value <= 24 else ("number",)
        return Word(start, end, self.numeric[kinds], dict.fromkeys(kinds, str(value)))

    def _figure(self, text: str, match: re.Match[str], form: str) -> Word:
        times = NEXT.match(text, match.end()) if form == "number" else None
        if times is not None and times[1] in self.multipliers:
            value = str(round(min(float(match[0].replace(",", "")) * self.multipliers[times[1]], LARGEST)))
            return Word(match.start(), times.end(), self.numeric[("number",)], {"number": value})
        kinds = _kinds_of(form, match[0])
        value = match[0].replace(",", "") if form != "mixed" else f"{match[0][:-4]}.5"
        value = re.sub(r"\D+$", "", value) if form in ("nth", "decade") else value
        return Word(match.start(), match.end(), self.numeric[kinds], dict.fromkeys(kinds, value.strip("'’‘")))


NO_VALUES: Mapping[str, str] = {}
LONGEST_FIGURE = 20
"""Characters of the longest stamp; longer runs of digits stand for no time."""
LARGEST = 10**12
"""Larger numbers are counted as this one."""
NEXT = re.compile(r"[ \-‑]([a-z]+)\b")


def _lower(text: str) -> str:
    """The text in lower case with plain spaces, at the same length."""
    lower = text.lower()
    if len(lower) != len(text):  # a few capital letters have longer small ones
        lower = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    return lower.translate(SPACES)


SPACES = {ord(c): " " for c in "\n\t\r\xa0\u2009\u202f"}


def _kinds_of(form: str, word: str) -> tuple[str, ...]:
    if form == "nth":
        return ("ordinal", "day") if 1 <= int(word[:-2]) <= 31 else ("ordinal",)
    if form not in ("number", "mixed"):
        return (form,)
    if not word.isdigit():
        return ("number",)
    value, length = int(word), len(word)
    if length <= 2:
        if 1 <= value <= 31:
            return ("number", "day", "hour", "short year") if length == 2 else ("number", "day", "hour")
        return ("number", "short year", "minute") if length == 2 else ("number", "hour")
    if length == 3:
        return "number", "old year"
    return ("number", "year") if length == 4 and 1000 <= value < 2200 else ("number",)


@cache
def lexicon(language: Language) -> Lexicon:
    """The lexicon of a language.

    Raises:
        BadKnowledge: a table has a mistake.
    """
    known = time_words(language)
    letters: dict[Kinds, str] = {}

    def letter(kinds: Kinds) -> str:
        return letters.setdefault(kinds, chr(FIRST_LETTER + len(letters))) if kinds else NOTHING

    numeric = {kinds: letter(frozenset(kinds)) for kinds in NUMERIC}
    by_first: dict[str, list[_Entry]] = {}
    for entry in _entries(known, letter):
        first = WORD.match(entry.term)
        by_first.setdefault(first[0] if first else entry.term, []).append(entry)
    return Lexicon(
        by_first={f: tuple(sorted(es, key=lambda e: -len(e.term))) for f, es in by_first.items()},
        letters=letters,
        numbers=known.numbers,
        multipliers=known.multipliers,
        numeric=numeric,
    )


def _entries(known: TimeWords, letter: Callable[[Kinds], str]) -> Iterator[_Entry]:
    for words, meanings in known.words.items():
        term = " ".join(words)
        number = {"number": str(known.numbers[term])} if term in known.numbers else {}
        every = {m.kind: m.value for m in meanings} | number
        plain = {m.kind: m.value for m in meanings if not m.capital} | number
        sure = {m.kind for m in meanings if not m.homonym}
        yield _Entry(term, (letter(_with_sure(every, sure)), every), (letter(_with_sure(plain, sure)), plain))


def _with_sure(kinds: Iterable[str], sure: set[str]) -> Kinds:
    return frozenset(kinds) | {kind + SURE for kind in kinds if kind in sure}
