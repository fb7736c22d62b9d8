"""Who speaks and who acts: every source and every party to an event resolved to a figure of the cast, in reading order.

What the text does not decide stays unresolved. Pronouns and role nouns look back (after Hobbs' and Lappin and Leass'
observation that recency, subjecthood and agreement decide most cases in news); an unnamed person of the lead is joined
to a name that comes later only when both descriptions share a word of substance.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from sayso.knowledge.language import Gender, Language
from sayso.reading.drafts import Draft, Tokens
from sayso.reading.grounding.cast import Cast, Figure, stem
from sayso.reading.grounding.mentions import Mention, describe, is_person, proper_runs
from sayso.reading.parsed import Parsed
from sayso.reading.phrases import kind_of_institution, phrase, role_ending

LEAD = 3
"""Paragraphs (a title included) in which an unnamed source may be named later in the text."""
REACH = 8
"""Paragraphs within which the name must come."""
SHORT = 3
"""Most words of a role noun that points back to a name ("head of state")."""
NEAR = 2
"""Paragraphs that a pronoun or a role noun looks back over for someone who spoke."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """Who spoke where."""

    at: int
    figure: Figure
    main: bool
    """Whether in a voice and a clause of its own, so that a later pronoun may well mean it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """A phrase that takes part in an event."""

    tokens: Tokens
    voices: tuple[Draft, ...]
    """The voices that it stands in, innermost first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Grounded:
    """Who is meant; None where the text does not decide."""

    speakers: tuple[Figure | None, ...]
    """One for each attribution."""
    parties: tuple[Figure | None, ...]
    """One for each party."""

    def figures(self) -> list[Figure]:
        """Every figure once, by first mention."""
        return order((*self.speakers, *self.parties))


def ground(parsed: Parsed, drafts: Sequence[Draft], parties: Sequence[Party], language: Language) -> Grounded:
    """Who speaks in each attribution, and who each party to an event is."""
    return _Resolver(parsed, drafts, parties, language).run()


class _Resolver:
    def __init__(self, parsed: Parsed, drafts: Sequence[Draft], parties: Sequence[Party], language: Language) -> None:
        self.parsed = parsed
        self.drafts = drafts
        self.parties = parties
        self.language = language
        self.party_of: dict[int, Figure | None] = {}
        self.by_head: dict[int, Figure] = {}
        self.cast = Cast(parsed, language)
        self.spoken: list[Spoken] = []
        self.speaker_of: dict[int, Figure | None] = {}
        self.number = {id(draft): n for n, draft in enumerate(drafts)}

    def run(self) -> Grounded:
        for _, n, tokens in sorted(self._in_order(), key=lambda item: item[:2]):
            if n < 0:
                self._meet(tokens)
            elif n >= len(self.drafts):
                self._take_part(n - len(self.drafts))
            elif n not in self.speaker_of:
                self._speak(n)
        self._name_the_unnamed()
        return Grounded(
            speakers=tuple(self.speaker_of.get(n) for n in range(len(self.drafts))),
            parties=tuple(self.party_of.get(n) for n in range(len(self.parties))),
        )

    def _in_order(self) -> Iterator[tuple[int, int, Tokens]]:
        """Persons and institutions that the text names, and the sources, by where they stand."""
        sources = {i for draft in self.drafts for i in draft.source}
        for tokens in self._named_in_narration():
            if not sources.intersection(tokens):
                yield tokens[0], -1, tokens
        for n, draft in enumerate(self.drafts):
            yield (draft.source or draft.cue)[0], n, draft.source
        for n, party in enumerate(self.parties, len(self.drafts)):
            yield party.tokens[0], n, party.tokens

    def _named_in_narration(self) -> Iterator[Tokens]:
        """Persons named anywhere, and institutions that are the subject of a clause."""
        parsed, language = self.parsed, self.language
        for run in proper_runs(parsed, range(len(parsed)), language):
            top = parsed.head_of(run)
            if is_person(parsed, run, language):
                if not self._names_a_thing(top):
                    yield tuple(sorted({*phrase(parsed, top, language), *run}))
            elif parsed.deps[top] in language.deps("subject"):
                yield phrase(parsed, top, language)

    def _names_a_thing(self, token: int) -> bool:
        """Whether a person's name only serves to name something else ("the Shahid Nojeh base")."""
        head = self.parsed.heads[token]
        modifies = self.parsed.deps[token] in self.language.deps("compound")
        return modifies and role_ending(self.parsed, head, self.language) is None

    def _meet(self, tokens: Tokens) -> None:
        mention = describe(self.parsed, tokens, self.language)
        if mention.form == "name":
            self.cast.named(mention)
        elif mention.form == "institution":
            self.cast.institution(mention)

    def _speak(self, n: int) -> None:
        self.speaker_of[n] = None  # a draft whose parent leads back to itself stays unknown
        figure = self._who(self.drafts[n])
        self.speaker_of[n] = figure
        if figure is not None:
            self.spoken.append(Spoken(self.drafts[n].cue[0], figure, self._is_main(self.drafts[n])))

    def _take_part(self, n: int) -> None:
        """The figure of a party: the one that its head was resolved to before, else a new mention's."""
        party = self.parties[n]
        head = self.parsed.head_of(party.tokens)
        if self.parsed.entities[head] in self.language.entities("date"):  # "met on Tuesday": a day takes no part
            return
        if head not in self.by_head:
            figure = self._figure(describe(self.parsed, party.tokens, self.language), party.voices)
            if figure is None:
                return
            figure.mentions[head] = party.tokens
            self.by_head[head] = figure
        self.party_of[n] = self.by_head[head]

    def _is_main(self, draft: Draft) -> bool:
        relative = self.language.pronouns("relative")
        return draft.parent is None and not any(self.parsed.lowers[i] in relative for i in draft.source)

    def _speaker(self, draft: Draft) -> Figure | None:
        n = self.number[id(draft)]
        if n not in self.speaker_of:
            self._speak(n)
        return self.speaker_of[n]

    def _who(self, draft: Draft) -> Figure | None:
        if not draft.source:
            return self._implied(draft)
        tokens = self._issuer(draft.source)
        mention = describe(self.parsed, tokens, self.language)
        if tokens != draft.source:  # "a ministry statement" points back to the ministry
            mention = replace(mention, definite=True)
        figure = self._figure(mention, draft.voices()[1:])
        if figure is not None:
            figure.mentions[mention.head] = draft.source if tokens == draft.source else mention.tokens
            self.by_head[mention.head] = figure
        return figure

    def _figure(self, mention: Mention, voices: tuple[Draft, ...]) -> Figure | None:
        """The figure that a mention means, which stands in some voices, innermost first."""
        if mention.form in ("institution", "phrase") and self.cast.knows_person(mention):
            mention = replace(mention, form="name")
        match mention.form:
            case "name":
                return self.cast.named(mention)
            case "institution":
                return self.cast.institution(mention, self._is_generic(mention))
            case "role" if mention.definite and not mention.plural:
                return self._by_role(mention)
            case "pronoun":
                return self._by_pronoun(mention, voices)
            case _:
                return self.cast.other(mention)

    def _is_generic(self, mention: Mention) -> bool:
        """Whether a phrase is only "the" and a common noun, so that it stands for an institution named before."""
        proper = self.language.tags("proper")
        return mention.definite and len(mention.name) == 1 and self.parsed.tags[mention.head] not in proper

    def _issuer(self, source: Tokens) -> Tokens:
        """Whose statement it is: "a ministry statement" speaks for the ministry."""
        parsed, language = self.parsed, self.language
        head = parsed.head_of(source)
        if parsed.lemmas[head] not in language.words("utterances"):
            return source
        whose = language.deps("possessive") | language.deps("compound") | language.deps("preposition")
        for child in reversed(parsed.children[head]):
            if parsed.deps[child] not in whose:
                continue
            if parsed.deps[child] in language.deps("preposition"):
                if parsed.lowers[child] not in language.words("issued_by"):
                    continue
                child = next(iter(parsed.children[child]), child)
            proper = parsed.tags[child] in language.tags("proper")
            if proper or kind_of_institution(parsed, child, language) or role_ending(parsed, child, language):
                return tuple(i for i in phrase(parsed, child, language) if i in source) or source
        return source

    def _by_role(self, mention: Mention) -> Figure | None:
        """Of "the minister": whoever has that role, else someone just named with no known role, else who spoke last."""
        figure = self.cast.with_role(mention)
        if figure is None:
            near = [f for f in self._persons_before(mention) if self._is_near(f.last, mention.head)]
            unknown = [f for f in near if not f.roles and f.form == "name"]
            speaking = [s.figure for s in reversed(self.spoken) if self._is_near(s.at, mention.head)][:1]
            candidates = unknown + [f for f in speaking if f.form == "name" and not f.plural]
            figure = candidates[0] if candidates and len(mention.name) <= SHORT else None
        if figure is None:
            return self.cast.other(mention)
        figure.add(mention)
        return figure

    def _by_pronoun(self, mention: Mention, voices: tuple[Draft, ...]) -> Figure | None:
        word = self.parsed.lowers[mention.head]
        if word in self.language.pronouns("first"):
            return self._speaker(voices[0]) if voices else None
        if word in self.language.pronouns("relative"):
            return self._antecedent(mention, voices)
        figure = next(self._candidates(mention, voices), None)
        if figure is not None:
            figure.add(mention)
        return figure

    def _candidates(self, mention: Mention, voices: tuple[Draft, ...]) -> Iterator[Figure]:
        """Whom a pronoun can mean: this sentence's subject, then who spoke last, then who was named last."""
        parsed = self.parsed
        fits = _agreement(mention)
        recent = [f for f in self._before(mention) if fits(f)]
        subjects = [f for f in recent if self._is_subject(f, mention) and self._gap(f.last, mention.head) <= NEAR]
        near_by = [s for s in reversed(self.spoken) if fits(s.figure) and self._gap(s.at, mention.head) <= NEAR]
        spoke = [s.figure for s in sorted(near_by, key=lambda s: not s.main)]
        quoted = parsed.quotation_of[mention.head] >= 0  # inside quotation marks the speaker would say "I"
        parents = [] if quoted else [f for p in voices if (f := self._speaker(p)) is not None and fits(f)]
        if quoted:
            own = {id(self._speaker(p)) for p in voices}
            recent, spoke = ([f for f in figures if id(f) not in own] for figures in (recent, spoke))
            subjects = [f for f in subjects if id(f) not in own]
        same = [f for f in subjects if parsed.sentence_of[f.last] == parsed.sentence_of[mention.head]]
        near = [f for f in recent if self._gap(f.last, mention.head) <= NEAR]
        yield from (*parents, *same, *spoke[:1], *subjects, *near)

    def _before(self, mention: Mention) -> list[Figure]:
        """Figures mentioned before, the last first."""
        known = [f for f in self.cast.figures if f.mentions and min(f.mentions) < mention.head]
        return sorted(known, key=lambda f: -f.last)

    def _persons_before(self, mention: Mention) -> list[Figure]:
        fits = _agreement(mention)
        return [f for f in self._before(mention) if f.form in ("name", "role") and fits(f)]

    def _is_subject(self, figure: Figure, mention: Mention) -> bool:
        return self.parsed.deps[figure.last] in self.language.deps("subject")

    def _gap(self, one: int, other: int) -> int:
        return abs(self.parsed.paragraph_of[one] - self.parsed.paragraph_of[other])

    def _is_near(self, one: int, other: int) -> bool:
        return self._gap(one, other) <= NEAR

    def _antecedent(self, mention: Mention, voices: tuple[Draft, ...]) -> Figure | None:
        """The noun that a relative clause hangs on."""
        parsed, clauses = self.parsed, self.language.deps("relative_clause")
        verb = mention.head
        while parsed.deps[verb] not in clauses and parsed.heads[verb] != verb:
            verb = parsed.heads[verb]
        if parsed.deps[verb] not in clauses:
            return None
        tokens = phrase(parsed, parsed.heads[verb], self.language)
        figure = self._figure(describe(parsed, tokens, self.language), voices)
        if figure is not None:
            figure.mentions[mention.head] = mention.tokens
        return figure

    def _implied(self, draft: Draft) -> Figure | None:
        """A cue with no source of its own: the subject of the clause it hangs on, or who spoke in this paragraph."""
        parsed = self.parsed
        verb = parsed.head_of(draft.cue)
        seen = 0
        while parsed.heads[verb] != verb and seen < REACH:
            verb, seen = parsed.heads[verb], seen + 1
            for other in self.drafts:
                if other is not draft and verb in other.cue and other.source:
                    return self._speaker(other)
            subject = parsed.child(verb, tuple(self.language.deps("subject")))
            if subject is not None and subject not in draft.content:
                return self._figure(
                    describe(parsed, phrase(parsed, subject, self.language), self.language), draft.voices()[1:]
                )
        return None

    def _name_the_unnamed(self) -> None:
        """Joins an unnamed person of the lead to a name that comes later, when their descriptions share a word."""
        for figure in list(self.cast.figures):
            if figure.form == "role" and not figure.named and not figure.plural:
                at = min(figure.mentions)
                later = self._named_later(figure, at)
                if self.parsed.paragraph_of[at] < LEAD and later is not None:
                    self._join(figure, later)

    def _named_later(self, figure: Figure, at: int) -> Figure | None:
        """The next named person to speak, if what is said of both has a word of substance in common."""
        named = [s for s in self.spoken if s.at > at and s.figure.form == "name" and s.figure is not figure]
        if not named or self._gap(named[0].at, at) > REACH or min(named[0].figure.mentions) < at:
            return None
        description = {stem(w) for name in figure.names for w in name}
        role = {stem(self.parsed.lemmas[i]) for r in named[0].figure.roles for i in r if self._is_content(i)}
        return named[0].figure if description & role else None

    def _is_content(self, token: int) -> bool:
        return self.parsed.tags[token] in self.language.tags("noun") | self.language.tags("adjective")

    def _join(self, figure: Figure, into: Figure) -> None:
        into.mentions.update(figure.mentions)
        self.cast.figures.remove(figure)
        for known in (self.speaker_of, self.party_of):
            known.update({n: into for n, other in known.items() if other is figure})


def _agreement(mention: Mention) -> Callable[[Figure], bool]:
    """A test of whether a figure can be what a mention points back to: number, gender, person or thing."""
    gender: Gender = mention.gender

    def fits(figure: Figure) -> bool:
        if mention.plural:
            return figure.plural
        if gender != "-" or mention.form == "role":
            person = figure.form in ("name", "role") and not figure.plural
            return person and ("-" in (gender, figure.gender) or gender == figure.gender)
        return figure.form in ("institution", "phrase") and not figure.plural

    return fits


def order(figures: Iterable[Figure | None]) -> list[Figure]:
    """Every figure once, by first mention."""
    unique = {id(f): f for f in figures if f is not None}
    return sorted(unique.values(), key=lambda f: min(f.mentions))
