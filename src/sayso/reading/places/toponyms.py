"""Words that may name a place: every capitalised phrase that the gazetteer knows, before anyone decides."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sayso.knowledge.gazetteer.compiled import Gazetteer
from sayso.knowledge.gazetteer.entry import Match
from sayso.knowledge.gazetteer.keys import key
from sayso.knowledge.language import Language
from sayso.reading.drafts import Tokens
from sayso.reading.masking import find_dateline
from sayso.reading.parsed import Parsed
from sayso.reading.phrases import term_ending
from sayso.schema.span import Span

LONGEST = 6
"""Most tokens that a name of a place has here, marks included."""
DATELINES = 2
"""Most datelines inside a text; where more lines open so it is a transcript, and they are speakers."""
OPENING = re.compile(r"[^\W\d_][\w.'’-]*(?: [^\W\d_][\w.'’-]*)*")
"""A stretch of words in a dateline; commas, brackets and dashes end it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Toponym:
    """A phrase that may name a place, with all the places that it may name."""

    span: Span
    tokens: Tokens
    """Empty in a dateline, which is not parsed."""
    key: str
    matches: tuple[Match, ...]
    short: bool = False
    """Whether it is a short form ("Ga.", "US")."""
    sure: bool = False
    """Whether its position alone shows that it names a place, as in a dateline or after "the town of"."""

    @property
    def demonym(self) -> bool:
        """Whether it names those who come from a place."""
        return all(m.form == "demonym" for m in self.matches)


def find_toponyms(parsed: Parsed, gazetteer: Gazetteer, language: Language) -> tuple[Toponym, ...]:
    """The phrases that may name places, in order; of those that overlap the longest."""
    finder = _Finder(parsed, gazetteer, language)
    return (*finder.dateline(), *finder.body())


class _Finder:
    def __init__(self, parsed: Parsed, gazetteer: Gazetteer, language: Language) -> None:
        self.parsed = parsed
        self.gazetteer = gazetteer
        self.language = language
        self.inside = language.words("inside_toponyms")
        self.before = language.words("before_toponyms")
        self.articles = tuple(f"{word} " for word in sorted(language.words("articles")))
        self.genitive = language.words("genitive")
        self.never = language.words("never_toponyms")
        self.opening = find_dateline(parsed.text, language.dateline)
        self.opened = frozenset(self.openings())

    def dateline(self) -> Iterator[Toponym]:
        """The place that stands before the first sentence, and the province or country after its comma."""
        span = self.opening
        if span is None:
            return
        months = self.language.words("months")
        for found in OPENING.finditer(self.parsed.text, *span):
            if found[0].lower() in months or self.parsed.text[: found.start()].endswith("("):
                return
            toponym = self.meant(Span(*found.span()), (), sure=True)
            if toponym is None:
                return
            yield toponym

    def body(self) -> Iterator[Toponym]:
        """The phrases of the sentences."""
        for first, end in self.parsed.sentences:
            at = first
            while at < end:
                toponym = self.at(at, end)
                if toponym is not None:
                    yield toponym
                at = toponym.tokens[-1] + 1 if toponym else at + 1

    def at(self, first: int, end: int) -> Toponym | None:
        """The longest name that begins at a token."""
        if not self.begins(first) or (self.opening and self.opening.touches(self.parsed.span_of(first, first + 1))):
            return None
        for last in reversed(list(self.ends(first, min(end, first + LONGEST)))):
            tokens = tuple(range(first, last + 1))
            toponym = self.meant(
                self.parsed.span_of(first, last + 1), tokens, sure=first in self.opened or self.is_told(first)
            )
            if toponym is not None:
                return toponym
        return self.front(first)

    def is_told(self, token: int) -> bool:
        """Whether the words before say what it is ("the town of …")."""
        parsed = self.parsed
        if token < len(("town", "of")) or parsed.lemmas[token - 1] not in self.genitive:
            return False
        noun = term_ending(parsed, token - 2, self.language.place_nouns)
        return noun is not None and noun[0].kind in ("city", "admin")

    def front(self, token: int) -> Toponym | None:
        """The first half of a word with a hyphen that the parser left whole ("U.S.-led")."""
        half = self.parsed.words[token].split("-")[0]
        if half == self.parsed.words[token] or not half:
            return None
        start = self.parsed.starts[token]
        return self.meant(Span(start, start + len(half)), (token,))

    def openings(self) -> Sequence[int]:
        """Tokens at which a dateline begins inside the text, as where a title was run into the body."""
        parsed, pattern = self.parsed, self.language.dateline
        firsts = (
            first for first, _ in parsed.sentences if parsed.words[first].isupper() and len(parsed.words[first]) > 1
        )
        found = [i for i in firsts if pattern.match(parsed.text, parsed.starts[i])]
        return found if len(found) <= DATELINES else []

    def begins(self, token: int) -> bool:
        word = self.parsed.words[token]
        if word[0].isupper():
            return True
        return self.parsed.lowers[token] in self.before and self.is_joined(token + 1)

    def is_joined(self, token: int) -> bool:
        """Whether a hyphen stands here, without a space at either side."""
        parsed = self.parsed
        return (
            0 < token < len(parsed) - 1
            and parsed.words[token] == "-"
            and parsed.ends[token - 1] == parsed.starts[token]
            and parsed.ends[token] == parsed.starts[token + 1]
        )

    def ends(self, first: int, end: int) -> Iterator[int]:
        """The tokens that a name which begins here may end at."""
        parsed = self.parsed
        for i in range(first, end):
            if parsed.paragraph_of[i] != parsed.paragraph_of[first]:
                return
            if parsed.words[i][0].isupper() or (i > first and parsed.words[i][0].isdigit()):
                yield i
            elif parsed.lowers[i] not in self.inside and not self.is_joined(i) and i > first:
                return

    def meant(self, span: Span, tokens: Tokens, sure: bool = False) -> Toponym | None:
        written = self.parsed.text[span.start : span.end]
        stopped = f"{written}."
        if self.parsed.text.startswith(stopped, span.start) and self.gazetteer.short(stopped):
            written, span = stopped, Span(span.start, span.end + 1)
        short = self.gazetteer.short(written)
        matches = short or (() if written.lower() in self.never else self.gazetteer.named(written))
        if written.lower().startswith(self.articles):  # "The Hague", but "the Aleppo airport"
            matches = tuple(m for m in matches if m.entry.name.startswith(written.split()[0]))
        if not matches or (not short and not _is_long_enough(written)):
            return None
        return Toponym(span=span, tokens=tokens, key=key(written), matches=matches, short=bool(short), sure=sure)


SHORTEST = 3


def _is_long_enough(written: str) -> bool:
    return sum(c.isalpha() for c in written) >= SHORTEST


def by_key(toponyms: Iterable[Toponym]) -> dict[str, list[Toponym]]:
    """The toponyms of each key."""
    out: dict[str, list[Toponym]] = {}
    for toponym in toponyms:
        out.setdefault(toponym.key, []).append(toponym)
    return out


def areas(toponym: Toponym) -> frozenset[str]:
    """The ids and country codes of all that a toponym may mean as a province or country."""
    entries = [m.entry for m in toponym.matches]
    return frozenset(e.id for e in entries if e.kind == "admin") | frozenset(
        e.country for e in entries if e.kind == "country" and e.country
    )


def surroundings(toponym: Toponym) -> frozenset[str]:
    """The ids and country codes of what all that a toponym may mean lies in."""
    entries = [m.entry for m in toponym.matches if m.entry.kind != "country"]
    return frozenset(x for e in entries for x in (e.admin1, e.admin2, e.country) if x and x != e.id)


def is_inside(one: Toponym, other: Toponym) -> bool:
    """Whether some place that a toponym may mean lies in one that another may mean ("Paris", "Texas")."""
    return bool(surroundings(one) & areas(other))
