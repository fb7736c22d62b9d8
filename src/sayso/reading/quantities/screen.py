"""Numbers that are no quantities: dates, ages, times of day, names, and those taken for known ("the two sides")."""

from __future__ import annotations

import re

from sayso.knowledge.language import Language
from sayso.reading.parsed import Parsed
from sayso.reading.quantities.counted import Amount

YEAR = re.compile(r"(1[5-9]|20)\d\d$")


class Screen:
    """Decides which amounts of one parsed text are quantities."""

    def __init__(self, parsed: Parsed, language: Language) -> None:
        self.parsed = parsed
        self.language = language

    def allows(self, amount: Amount) -> bool:
        """Whether the words can be a quantity at all."""
        if amount.range.run.kind == "article" and not self._is_span_of_time(amount):
            return False
        return not (self._is_date(amount) or self._is_clock(amount) or self._is_name(amount) or self._goes_on(amount))

    def keeps(self, amount: Amount) -> bool:
        """Whether an amount whose kind is known says how many or how much."""
        if amount.kind is None:
            return self._is_people(amount)
        if amount.measured or amount.kind not in ("people", "other", "weapons"):
            return True
        return not (self._points_back(amount.range.first) or self._is_article(amount) or self._speaks(amount))

    def _word(self, token: int) -> str:
        return self.parsed.lowers[token] if 0 <= token < len(self.parsed) else ""

    def _is_span_of_time(self, amount: Amount) -> bool:
        """Whether an article counts: "for a week", "barely an hour"."""
        before = self._word(amount.range.first - 1)
        return amount.range.bounded or before in self.language.words("spans_of_time")

    def _is_date(self, amount: Amount) -> bool:
        """A day, a year, an age, or a time counted from another: "4 March", "2016", "12-year-old", "two days ago"."""
        months, before = self.language.words("months"), self._word(amount.range.first - 1)
        if before in months or self._word(amount.range.end) in months:
            return True
        if self._is_year(amount):
            several = self.parsed.tags[amount.anchor] in self.language.tags("plural")
            return amount.kind in (None, "other") or not several or before in self.language.words("time_in")
        return amount.kind == "duration" and self._is_dated(amount)

    def _is_year(self, amount: Amount) -> bool:
        """Whether a figure can be that of a year and neither bounds nor a unit say otherwise."""
        run = amount.range.run
        alone = run.end == run.first + 1 and not amount.range.bounded and not amount.measured
        return alone and YEAR.match(self.parsed.words[run.first]) is not None

    def _is_dated(self, amount: Amount) -> bool:
        """Of a time: "12-year-old", "two days ago", "the first visit in nine years"."""
        after = amount.end + (self._word(amount.end) in self.language.words("hyphen"))
        if self._word(after) in self.language.words("dating"):
            return True
        before = amount.range.first - 1
        if self._word(before) not in self.language.words("time_in"):
            return False
        return self.parsed.tags[self.parsed.heads[before]] not in self.language.tags("verb")

    def _is_clock(self, amount: Amount) -> bool:
        """A time of day, or a year with its era."""
        return self._word(amount.range.end) in self.language.words("clock")

    def _goes_on(self, amount: Amount) -> bool:
        """Whether a number belongs to another one: "fell from 60 to 45 dollars", "three in ten voters"."""
        run, end, among = amount.range.run, amount.range.end, self.language.words("time_in")
        if self._is_number(end + 1):
            in_words = amount.kind is None and self.parsed.words[run.first].isalpha()
            return self._word(end) in self.language.words("range") or (in_words and self._word(end) in among)
        return self._word(run.first - 1) in among and self._is_number(run.first - 2)

    def _is_number(self, token: int) -> bool:
        return 0 <= token < len(self.parsed) and self.parsed.tags[token] in self.language.tags("number")

    def _is_name(self, amount: Amount) -> bool:
        """Part of a name: "the Hall of Ten Thousand Pines", "Boeing 747", "No. 14"."""
        first = amount.range.run.first
        if self._word(first - 1) in self.language.words("numbering"):
            return True
        if amount.kind is None and self.parsed.deps[amount.anchor] in self.language.deps("apposition"):
            return not amount.range.bounded  # an age: "the man, 45,"
        if self.parsed.words[first][0].isupper() and amount.range.first not in self._starts(first):
            return True
        before = amount.range.first - 1
        if before < 0 or self.parsed.tags[before] not in self.language.tags("proper"):
            return False
        inside = range(amount.range.first, amount.end)
        compound = self.parsed.deps[before] in self.language.deps("compound") and self.parsed.heads[before] in inside
        return amount.kind is None or compound  # "Boeing 747", "the Asteria 2 tanker"

    def _starts(self, token: int) -> range:
        """The tokens at which the sentence of a token may begin: its first, behind a quotation mark the second."""
        sentence = self.parsed.sentences[self.parsed.sentence_of[token]]
        return range(sentence[0], sentence[0] + 2)

    def _is_people(self, amount: Amount) -> bool:
        """Whether a number that stands alone counts people: it does or undergoes something, or is "a crowd of 200"."""
        if self._points_back(amount.range.run.first) or self._is_article(amount):
            return False
        if self.parsed.deps[amount.anchor] in self.language.deps("subject"):
            return True
        of = self.parsed.heads[amount.anchor]
        group = self.parsed.lemmas[self.parsed.heads[of]].lower()
        return self._word(of) in self.language.words("partitive") and group in self.language.words("crowd")

    def _points_back(self, first: int) -> bool:
        """Whether the text takes a number for known: "the two sides"."""
        return self._word(first - 1) in self.language.words("known")

    def _is_article(self, amount: Amount) -> bool:
        """Whether "one" is as good as an article."""
        first = amount.range.first
        return first + 1 == amount.range.end and self._word(first) in self.language.words("alone")

    def _speaks(self, amount: Amount) -> bool:
        """Whether the number counts sources, not people in an event: "three diplomats said"."""
        dep, verb = self.parsed.deps[amount.anchor], self.parsed.heads[amount.anchor]
        active = dep in self.language.deps("subject") - self.language.deps("passive_subject")
        return active and self.parsed.lemmas[verb].lower() in self.language.words("plain_saying")
