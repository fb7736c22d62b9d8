"""What speaks for and against a phrase naming a place: its words, its neighbours, the gazetteer, the whole document."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property

from sayso.knowledge.gazetteer.entry import Match
from sayso.knowledge.language import Language
from sayso.reading.parsed import Parsed
from sayso.reading.phrases import kind_of_institution, role_ending, term_ending
from sayso.reading.places.toponyms import Toponym, by_key, is_inside

POPULATIONS = (1_000_000, 200_000, 50_000, 10_000, 2_000)
CROWD = (1, 3, 10)
"""Bounds of how many places share a name."""


class Features:
    """The features of the toponyms of one text, as words; a weight table says what each counts."""

    def __init__(self, parsed: Parsed, toponyms: Sequence[Toponym], language: Language) -> None:
        self.parsed = parsed
        self.language = language
        self.toponyms = toponyms
        self.begins = {t.tokens[0]: t for t in toponyms if t.tokens}
        self.ends = {t.tokens[-1]: t for t in toponyms if t.tokens}
        self.places = by_key(toponyms)
        self.proper = language.tags("proper")

    @cached_property
    def lower_case(self) -> frozenset[str]:
        """The words of the text that it also writes in lower case."""
        return frozenset(w for w in self.parsed.words if w[0].islower())

    @cached_property
    def surnames(self) -> frozenset[str]:
        """Words that stand right after a given name, a title or a role somewhere in the text."""
        parsed = self.parsed
        return frozenset(parsed.lowers[i] for i in range(1, len(parsed)) if self.is_name_part(i))

    @cached_property
    def located(self) -> frozenset[str]:
        """The keys that stand after a preposition of place somewhere in the text."""
        at = self.language.words("at_place")
        before = ((t.key, t.tokens[0] - 1) for t in self.toponyms if t.tokens and t.tokens[0])
        return frozenset(key for key, i in before if self.parsed.lowers[i] in at)

    def is_name_part(self, token: int) -> bool:
        """Whether a capitalised word follows a given name, or a title with a capital."""
        parsed = self.parsed
        if not parsed.words[token][0].isupper() or not parsed.words[token - 1][0].isupper():
            return False
        before = parsed.lowers[token - 1]
        return before in self.language.given_names or role_ending(parsed, token - 1, self.language) is not None

    def of(self, toponym: Toponym) -> tuple[str, ...]:
        """The features of one toponym."""
        if not toponym.tokens:
            return ("dateline",)
        first, last = toponym.tokens[0], toponym.tokens[-1]
        return (
            *self._gazetteer(toponym),
            *self._words(first, last),
            *self._run(toponym, first, last),
            *self._syntax(toponym.tokens),
            *self._document(toponym),
        )

    def _gazetteer(self, toponym: Toponym) -> Iterator[str]:
        best = max(toponym.matches, key=importance)
        length = min(3, len(toponym.key.split()))
        what = class_of(best)
        yield f"is={what}"
        yield f"form={'short' if toponym.short else best.form}"
        yield f"length={length}"
        yield f"is={what} form={'short' if toponym.short else best.form}"
        yield f"is={what} length={length}"
        yield f"places={sum(len(toponym.matches) > n for n in CROWD)}"

    def _words(self, first: int, last: int) -> Iterator[str]:
        before, after = self.word(first - 1), self.word(last + 1)
        yield f"before={before}"
        yield f"after={after}"
        yield f"before={self.word(first - 2)} {before}"
        yield f"after={after} {self.word(last + 2)}"
        yield f"tag before={self.tag(first - 1)}"
        yield f"tag after={self.tag(last + 1)}"
        words = self.parsed.words[first : last + 1]
        yield f"tags={self.parsed.tags[last]} capitals={all(w.isupper() for w in words)}"

    def word(self, token: int) -> str:
        """A word in lower case; numbers, names and edges by their kind."""
        if not 0 <= token < len(self.parsed):
            return "|"
        word = self.parsed.words[token]
        return "0" if word[0].isdigit() else "Xx" if self.tag(token) in self.proper else word.lower()

    def tag(self, token: int) -> str:
        """The tag of a token; "|" outside of the text."""
        return self.parsed.tags[token] if 0 <= token < len(self.parsed) else "|"

    def _run(self, toponym: Toponym, first: int, last: int) -> Iterator[str]:
        """What stands in the same run of names."""
        parsed, language = self.parsed, self.language
        low, high = self.run(first, last)
        yield f"run={'left ' if low < first else ''}{'right' if high > last else ''}"
        if low < first:
            yield f"left={self.kind(first - 1)}"
        if high > last:
            yield f"right={self.kind(last + 1)}"
            yield f"run ends={self.kind(high)}"
        if parsed.lowers[first] in language.given_names:
            yield f"given name length={min(2, len(toponym.tokens))} right={high > last}"
        if first > 1 and parsed.lemmas[first - 1] in language.words("genitive"):
            noun = term_ending(parsed, first - 2, language.place_nouns)
            yield f"after of and a place noun {noun[0].kind if noun else '-'}"
        if last + 1 < len(parsed) and (parsed.lemmas[last + 1],) in language.place_nouns:
            yield f"before a place noun {language.place_nouns[parsed.lemmas[last + 1],].kind}"
        if low == first and first and role_ending(parsed, first - 1, language):
            yield "after role"
        if last + 2 in self.begins and parsed.words[last + 1] == ",":
            yield f"lies in what follows={is_inside(toponym, self.begins[last + 2])}"
            yield f"then={class_of(max(self.begins[last + 2].matches, key=importance))}"
        if first - 2 in self.ends and parsed.words[first - 1] == ",":
            yield f"holds what stands before={is_inside(self.ends[first - 2], toponym)}"
            yield f"behind={class_of(max(self.ends[first - 2].matches, key=importance))}"

    def run(self, first: int, last: int) -> tuple[int, int]:
        """The names that stand beside a toponym in the same sentence without a gap: first and last token."""
        start, end = self.parsed.sentences[self.parsed.sentence_of[first]]
        low, high = first, last
        while low > start and self.is_named(low - 1):
            low -= 1
        while high + 1 < end and self.is_named(high + 1):
            high += 1
        return low, high

    def is_named(self, token: int) -> bool:
        """Whether a token is a name: a proper noun with a capital."""
        return self.parsed.tags[token] in self.proper and self.parsed.words[token][0].isupper()

    def kind(self, token: int) -> str:
        """What sort of word a name in a run is."""
        parsed, language = self.parsed, self.language
        institution = kind_of_institution(parsed, token, language)
        if institution:
            return institution
        if role_ending(parsed, token, language):
            return "role"
        if parsed.lowers[token] in language.given_names:
            return "given name"
        return "place" if token in self.begins or token in self.ends else "other"

    def _syntax(self, tokens: Sequence[int]) -> Iterator[str]:
        parsed = self.parsed
        top = tokens[-1] if len(tokens) == 1 else parsed.head_of(tokens)
        head = parsed.heads[top]
        yield f"relation={parsed.deps[top]}"
        yield f"relation={parsed.deps[top]} head={self.governor(head) if head not in tokens else '-'}"
        if parsed.deps[top] in self.language.deps("prepositional_object") and parsed.heads[head] != head:
            yield f"through={parsed.lemmas[head]} {self.governor(parsed.heads[head])}"

    def governor(self, token: int) -> str:
        """A head's lemma; of a name only that it is one."""
        return "Xx" if self.tag(token) in self.proper else self.parsed.lemmas[token]

    def _document(self, toponym: Toponym) -> Iterator[str]:
        words = toponym.key.split()
        single = len(toponym.tokens) == 1
        if single and words[0] in self.lower_case:
            yield "also in lower case"
        if self.parsed.lowers[toponym.tokens[-1]] in self.surnames:
            yield f"surname single={single} located={toponym.key in self.located}"
        elif toponym.key in self.located:
            yield "located"
        first = toponym.tokens[0]
        start, end = self.parsed.sentences[self.parsed.sentence_of[first]]
        if first == start:
            yield f"opens the sentence {self.parsed.tags[first]}"
        if all(w[0].isupper() for w in self.parsed.words[start:end] if w[0].isalpha() and len(w) > 3):
            yield "headline"
        yield f"mentions={min(3, len(self.places[toponym.key]))}"


def importance(match: Match) -> tuple[float, str]:
    """What a place counts before anything is known of the text: countries over provinces over cities by people."""
    entry = match.entry
    weight = {"country": 1e10, "region": 1e9, "water": 1e8, "site": 5e3}.get(entry.kind, float(entry.population))
    if entry.kind == "city" and entry.level == 0:
        weight = 1e8
    if entry.kind == "admin":
        weight = weight * 2 + 1e6 if entry.level == 1 else weight / 4
    return weight * {"name": 1.0, "variant": 1.0, "alternate": 0.1}.get(match.form, 0.5), entry.id


def class_of(match: Match) -> str:
    """The kind of a place, cities by their size."""
    entry = match.entry
    if match.form == "demonym":
        return f"demonym of {entry.kind}"
    if entry.kind == "admin":
        return f"admin{entry.level}"
    if entry.kind != "city":
        return entry.kind
    return "capital" if entry.level == 0 else f"city{sum(entry.population >= n for n in POPULATIONS)}"
