"""The cast of a document: everyone it names, each with all their mentions, built up in reading order."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from sayso.knowledge.language import Gender, Language
from sayso.reading.drafts import Tokens
from sayso.reading.grounding.mentions import Form, Mention
from sayso.reading.parsed import Parsed
from sayso.reading.phrases import role_ending


@dataclass(slots=True)
class Figure:
    """Someone of the cast. It grows as the document is read, and never leaves this room."""

    form: Form
    names: list[tuple[str, ...]] = field(default_factory=list)
    """Every name or phrase used, as words without titles and articles."""
    roles: list[Tokens] = field(default_factory=list)
    mentions: dict[int, Tokens] = field(default_factory=dict)
    """Mentions by the token of their head."""
    gender: Gender = "-"
    plural: bool = False
    named: bool = False
    """Whether the figure has a proper name, so that it is no anonymous source."""

    @property
    def name(self) -> tuple[str, ...]:
        """The fullest name: the one of most words, of equals the first."""
        return max(self.names, key=len)

    @property
    def last(self) -> int:
        """The head of the last mention so far."""
        return max(self.mentions)

    def add(self, mention: Mention, words: tuple[str, ...] | None = None) -> None:
        """Counts one more mention."""
        self.mentions[mention.head] = mention.tokens
        if words and words not in self.names:
            self.names.append(words)
        if mention.role and mention.role not in self.roles:
            self.roles.append(mention.role)
        if self.gender == "-":
            self.gender = mention.gender


class Cast:
    """Finds or adds the figure that a mention names."""

    def __init__(self, parsed: Parsed, language: Language) -> None:
        self.parsed = parsed
        self.language = language
        self.figures: list[Figure] = []

    def words(self, tokens: Iterable[int]) -> tuple[str, ...]:
        """Words as they stand."""
        return tuple(self.parsed.words[i] for i in tokens)

    def named(self, mention: Mention) -> Figure:
        """The figure of a person's name: one that shares the last name and contradicts no other part of it."""
        words = self.words(mention.name)
        for figure in reversed(self.figures):
            same = figure.form == "name" and any(_same_name(words, known) for known in figure.names)
            if same and not _opposed(figure.gender, mention.gender):
                figure.add(mention, words)
                return figure
        return self._new("name", mention, words, named=True)

    def knows_person(self, mention: Mention) -> bool:
        """Whether bare proper nouns are the name of someone met before ("Shamkhani" after "Ali Shamkhani")."""
        proper = self.language.tags("proper")
        if not mention.name or not all(self.parsed.tags[i] in proper for i in mention.name):
            return False
        words = self.words(mention.name)
        return any(f.form == "name" and any(_same_name(words, known) for known in f.names) for f in self.figures)

    def institution(self, mention: Mention, generic: bool = False) -> Figure:
        """The figure of an institution: of the same words in any order, or of which the mention is a short form.

        A generic mention ("the company") that is no short form of any means the institution named last.
        """
        words = self.words(mention.name)
        keys = self._keys(mention.name)
        for figure in reversed(self.figures):
            if figure.form == "institution" and self._same_institution(figure, words, keys, mention):
                figure.add(mention, words)
                return figure
        last = max((f for f in self.figures if f.form == "institution" and f.named), key=lambda f: f.last, default=None)
        if generic and last is not None:
            last.add(mention)
            return last
        return self._new("institution", mention, words, named=self._is_proper(mention))

    def other(self, mention: Mention) -> Figure:
        """A figure known by words only: the same words again are the same figure if they are proper, point back,
        or are many.
        """
        words = self.words(mention.name)
        lower = tuple(w.lower() for w in words)
        for figure in reversed(self.figures):
            same = any(tuple(w.lower() for w in known) == lower for known in figure.names)
            again = mention.definite or mention.plural or self._is_proper(mention)
            if same and again and figure.plural == mention.plural:
                figure.add(mention, words)
                return figure
        return self._new(mention.form, mention, words)

    def with_role(self, mention: Mention) -> Figure | None:
        """The figure, of those mentioned last, that a role noun fits: "the minister"."""
        noun = self.parsed.lemmas[mention.head]
        for figure in sorted(self.figures, key=lambda f: -f.last):
            person = figure.form in ("name", "role") and not figure.plural
            if person and noun in self._role_nouns(figure) and not _opposed(figure.gender, mention.gender):
                return figure
        return None

    def _new(self, form: Form, mention: Mention, words: tuple[str, ...], named: bool = False) -> Figure:
        figure = Figure(form=form, plural=mention.plural, named=named)
        figure.add(mention, words)
        self.figures.append(figure)
        return figure

    def _role_nouns(self, figure: Figure) -> frozenset[str]:
        tokens = [i for role in figure.roles for i in role]
        return frozenset(
            written
            for i in tokens
            if role_ending(self.parsed, i, self.language)
            for written in (self.parsed.lemmas[i], self.parsed.lowers[i])
        )

    def _is_proper(self, mention: Mention) -> bool:
        return any(self.parsed.tags[i] in self.language.tags("proper") for i in mention.name)

    def _keys(self, tokens: Tokens) -> frozenset[str]:
        """Content words of an institution's name, endings apart: "Russia's Ministry of Defense" has those of
        "Russian Defence Ministry".
        """
        small = self.language.words("of") | self.language.words("articles") | self.language.words("possessive_ending")
        return frozenset(
            stem(self.parsed.lemmas[i])
            for i in tokens
            if self.parsed.lowers[i] not in small and self.parsed.words[i][0].isalnum()
        )

    def _same_institution(self, figure: Figure, words: tuple[str, ...], keys: frozenset[str], mention: Mention) -> bool:
        for known in figure.names:
            lower = tuple(w.lower() for w in known)
            if lower == tuple(w.lower() for w in words) or is_acronym(words, known) or is_acronym(known, words):
                return True
        head = stem(self.parsed.lemmas[mention.head])
        for tokens in figure.mentions.values():
            others = self._keys(tokens)
            if keys == others and keys:
                return True
            short = keys < others and head in others and (mention.definite or len(keys) > 1)
            if short and self._head_of_institution(tokens) == head:
                return True
        return False

    def _head_of_institution(self, tokens: Tokens) -> str:
        return stem(self.parsed.lemmas[self.parsed.head_of(tokens)])


def stem(word: str) -> str:
    """The first five letters: enough to hold "russia" and "russian", "defence" and "defense" together."""
    return word.lower()[:5]


def is_acronym(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether one capital word stands for several: "IS" for "Islamic State".

    >>> is_acronym(("IS",), ("Islamic", "State"))
    True
    """
    if len(short) != 1 or len(long) < 2 or not short[0].replace(".", "").isupper():
        return False
    letters = short[0].replace(".", "")
    capitals = "".join(w[0] for w in long if w[0].isupper())
    return letters in (capitals, "".join(w[0].upper() for w in long))


def _same_name(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two names can be one person's: the shorter is part of the longer and has its last name or first name."""
    short, long = sorted((_plain(one), _plain(other)), key=len)
    if short == long:
        return True
    if len(short) == len(long):
        return len(short) > 1 and short[-1] == long[-1] and _initials(short[:-1], long[:-1])
    return short[-1] == long[-1] and _initials(short[:-1], long[: len(short) - 1])


def _plain(name: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(w.lower().strip(".") for w in name)


def _initials(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    return all(a == b or (min(len(a), len(b)) == 1 and a[0] == b[0]) for a, b in zip(short, long, strict=False))


def _opposed(one: Gender, other: Gender) -> bool:
    return "-" not in (one, other) and one != other
