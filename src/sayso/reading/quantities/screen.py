"""Numbers that are no quantities: dates, ages, times of day, names, and those that only point back ("the two sides")."""

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
        return not (self._is_date(amount) or self._is_clock(amount) or self._is_name(amount))

    def keeps(self, amount: Amount) -> bool:
        """Whether an amount whose kind is known says how many or how much."""
        if amount.kind is None:
            return self._is_subject(amount)
        if amount.measured or amount.kind not in ("people", "other", "weapons"):
            return True
        return not self._points_back(amount)

    def _word(self, token: int) -> str:
        return self.parsed.lowers[token] if 0 <= token < len(self.parsed) else ""

    def _is_date(self, amount: Amount) -> bool:
        """A day, a year, an age, or a time counted from another: "4 March", "2016", "12-year-old", "two days ago"."""
        run, months = amount.range.run, self.language.words("months")
        if self._word(amount.range.first - 1) in months or self._word(amount.range.end) in months:
            return True
        if amount.kind in (None, "other") and YEAR.match(self.parsed.words[run.first]) and run.end == run.first + 1:
            return not amount.measured and not amount.range.bounded
        after = amount.end + (self._word(amount.end) in self.language.words("hyphen"))
        return amount.kind == "duration" and self._word(after) in self.language.words("dating")

    def _is_clock(self, amount: Amount) -> bool:
        return self._word(amount.range.end) in self.language.words("clock")

    def _is_name(self, amount: Amount) -> bool:
        """Part of a name: "the Hall of Ten Thousand Pines", "Boeing 747"."""
        first = amount.range.run.first
        proper = self.language.tags("proper")
        if self.parsed.words[first][0].isupper() and amount.range.first not in self._starts(first):
            return True
        return amount.kind is None and first > 0 and self.parsed.tags[first - 1] in proper

    def _starts(self, token: int) -> range:
        """The tokens at which the sentence of a token may begin: its first, behind a quotation mark the second."""
        sentence = self.parsed.sentences[self.parsed.sentence_of[token]]
        return range(sentence[0], sentence[0] + 2)

    def _is_subject(self, amount: Amount) -> bool:
        """Whether a number that stands alone does or undergoes something, as people do."""
        alone = amount.range.run.low == 1 and not amount.range.bounded
        return not alone and self.parsed.deps[amount.anchor] in self.language.deps("subject")

    def _points_back(self, amount: Amount) -> bool:
        """Whether the text takes the number for known ("the two sides"), or "one" is as good as an article."""
        first = amount.range.first
        if self._word(first - 1) in self.language.words("known"):
            return True
        one = first + 1 == amount.range.end and self._word(first) in self.language.words("alone")
        return one
