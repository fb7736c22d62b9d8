"""What a number counts: the noun, its kind and unit, and the words that make up the quantity."""

from __future__ import annotations

from dataclasses import dataclass, replace

from sayso.knowledge.language import Language
from sayso.knowledge.quantities import Counted, QuantityWords
from sayso.reading.parsed import Parsed
from sayso.reading.phrases import role_ending
from sayso.reading.quantities.ranges import Range

LONGEST = 4
"""Most words of a noun of the lists."""
FAR = 8
"""Most tokens from a number to the noun that it counts."""
MEASURES = ("money", "percent", "distance", "duration")
TIMES = ("money", "duration")


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """A range of something."""

    range: Range
    anchor: int
    """The noun counted, or the number where it stands alone: what hangs in the sentence."""
    end: int
    """The token after the last of its words."""
    kind: str | None
    """None where the number stands alone and nothing but its place tells what it counts."""
    unit: str | None = None
    each: float = 1.0

    @property
    def measured(self) -> bool:
        """Whether it measures, rather than counts one by one."""
        return self.kind in MEASURES or self.unit is not None


class CountedNouns:
    """Finds what the numbers of one parsed text count."""

    def __init__(self, parsed: Parsed, words: QuantityWords, language: Language) -> None:
        self.parsed = parsed
        self.words = words
        self.language = language
        self._endings = tuple(sorted(language.words("people_endings")))
        self._pronouns = language.pronouns("plural") | language.words("who") | language.words("those")

    def of(self, found: Range) -> Amount | None:
        """The amount that a range makes; None where the number only labels something ("Article 176")."""
        top = self._top(found)
        match found.run.kind:
            case "share":
                return self._part(found, top)
            case "article":
                return self._measure(found)
        if found.end < len(self.parsed) and self.parsed.lowers[found.end] in self.language.words("hyphen"):
            return self._measure(found)
        return self._money(found, top) or self._measure(found) or self._things(found, top)

    def _top(self, found: Range) -> int:
        """The token on which the number hangs in the sentence; of several the one before what it counts."""
        inside = range(found.first, found.end)
        numbers = [i for i in inside if self.parsed.lowers[i] in self.words.begins or self._is_figure(i)]
        tops = [i for i in numbers if self.parsed.heads[i] not in inside or self.parsed.heads[i] == i]
        counting = (i for i in tops if self.parsed.heads[i] >= found.end)
        return next(counting, tops[0] if tops else found.end - 1)

    def _is_figure(self, token: int) -> bool:
        return self.parsed.words[token][0].isdigit()

    def _below_of(self, found: Range) -> int | None:
        """The noun of "dozens of marchers", "two of the schools", "38,000 of them"."""
        of = found.end
        if of >= len(self.parsed) or self.parsed.lowers[of] not in self.language.words("partitive"):
            return None
        below = self.parsed.child(of, tuple(self.language.deps("prepositional_object")))
        return below if below is not None and of < below <= of + FAR else None

    def _part(self, found: Range, top: int) -> Amount | None:
        """A share of something; but "a quarter of an hour" is a time."""
        whole = self._below_of(found)
        if whole is None or self._kind(whole)[0] in TIMES:
            return None
        return Amount(range=found, anchor=top, end=whole + 1, kind="percent")

    def _money(self, found: Range, top: int) -> Amount | None:
        """A number behind the sign of a currency."""
        sign = found.run.first - 1
        counted = self.words.counted.get((self.parsed.lowers[sign],)) if sign >= 0 else None
        if counted is None or counted.kind != "money":
            return None
        return Amount(range=found, anchor=top, end=found.end, kind="money", unit=counted.unit)

    def _measure(self, found: Range) -> Amount | None:
        """A number of units, right before their name: "48 hours", "six-hour", "30 per cent of the harvest"."""
        first = found.end
        if first < len(self.parsed) and self.parsed.lowers[first] in self.language.words("hyphen"):
            first += 1
        for end in range(min(first + LONGEST, len(self.parsed)), first, -1):
            counted = self._named(first, end)
            measures = counted and (counted.kind in MEASURES or counted.unit) and self._is_unit(end - 1)
            if counted and measures and not self._is_inside_people(end - 1):
                whole = replace(found, end=end)
                part = self._below_of(whole) if counted.kind not in TIMES else None
                return Amount(
                    range=self._during(found) if counted.kind == "duration" else found,
                    anchor=end - 1,
                    end=max(end, (part or 0) + 1),
                    kind=counted.kind,
                    unit=counted.unit,
                    each=counted.each,
                )
        return None

    def _during(self, found: Range) -> Range:
        """The range of a time without a preposition before it: "over two years", but "for over two years"."""
        first, before = found.first, found.first - 1
        if self.parsed.lowers[first] not in self.language.words("during"):
            return found
        if before >= 0 and self.parsed.deps[before] in self.language.deps("preposition"):
            return found
        return replace(found, first=first + 1, low=found.run.low, high=found.run.high)

    def _is_inside_people(self, unit: int) -> bool:
        """Whether a unit only begins the noun counted: "14 foot soldiers"."""
        counted = self._named(unit, unit + 2) if unit + 1 < len(self.parsed) else None
        return counted is not None and counted.kind == "people"

    def _is_unit(self, token: int) -> bool:
        """Whether a token can name a unit: a noun, or a sign."""
        return self.parsed.tags[token] in self.language.tags("noun") or not self.parsed.words[token].isalpha()

    def _things(self, found: Range, top: int) -> Amount | None:
        """A number of things or people, or one that stands alone."""
        if (noun := self._head(found, top)) is not None:
            kind, unit = self._kind(noun)
            return Amount(range=found, anchor=noun, end=noun + 1, kind=kind, unit=unit)
        if (noun := self._below_of(found)) is not None:
            kind, unit = self._kind(noun)
            return Amount(range=found, anchor=top, end=noun + 1, kind=kind, unit=unit)
        if self.parsed.deps[top] in self.language.deps("number"):
            return None
        return Amount(range=found, anchor=top, end=found.end, kind=None)

    def _head(self, found: Range, top: int) -> int | None:
        """The noun that a number depends on, by way of adjectives too; failing that the next noun after adjectives."""
        if self.parsed.deps[top] in self.language.deps("subject") or self._is_and(found.end):
            return None
        modifiers = self.language.deps("compound") | self.language.deps("modifier") | self.language.deps("number")
        head = self.parsed.heads[top]
        while found.end <= head < found.end + FAR:
            if self._can_be_counted(head) and self.parsed.deps[head] not in self.language.deps("compound"):
                return head
            if self.parsed.heads[head] <= head:
                return head if self._can_be_counted(head) else None
            if self.parsed.deps[head] not in modifiers:
                break
            head = self.parsed.heads[head]
        after = found.end
        while after < len(self.parsed) and self.parsed.tags[after] in self.language.tags("adjective"):
            after += 1
        if after < len(self.parsed) and self.parsed.tags[after] in self.language.tags("noun"):
            return self._end_of_compound(after)
        return None

    def _end_of_compound(self, noun: int) -> int:
        while self.parsed.deps[noun] in self.language.deps("compound") and self.parsed.heads[noun] > noun:
            noun = self.parsed.heads[noun]
        return noun

    def _is_and(self, token: int) -> bool:
        return token < len(self.parsed) and self.parsed.lowers[token] in self.language.words("and")

    def _can_be_counted(self, token: int) -> bool:
        nouns = self.language.tags("noun")
        return self.parsed.tags[token] in nouns or ("noun", (self.parsed.lowers[token],)) in self.words.tolls

    def _kind(self, noun: int) -> tuple[str, str | None]:
        """The kind and unit of what a noun names; ``other`` where no list has it."""
        for first in range(max(0, noun - LONGEST + 1), noun + 1):
            counted = self._named(first, noun + 1)
            if counted is not None:
                return counted.kind, counted.unit
        return "people" if self._is_people(noun) else "other", None

    def _is_people(self, noun: int) -> bool:
        """Whether a noun that no list of things counted has is a role, a name ("two Kestorians") or a pronoun."""
        role, word = role_ending(self.parsed, noun, self.language), self.parsed.lowers[noun]
        if role is not None and role.kind != "group":  # three teams are not three people
            return True
        named = self.parsed.tags[noun] in self.language.tags("proper")
        return named or word in self._pronouns or word.endswith(self._endings)

    def _named(self, first: int, end: int) -> Counted | None:
        """What the words of some tokens name, the last of them in its own form or its lemma."""
        before = self.parsed.lowers[first : end - 1]
        for word in (self.parsed.lowers[end - 1], self.parsed.lemmas[end - 1].lower()):
            counted = self.words.counted.get((*before, word))
            if counted is not None:
                return counted
        return None
