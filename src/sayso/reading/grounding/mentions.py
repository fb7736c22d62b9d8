"""What a phrase says of whoever it names: a name, a role, a pronoun, or some other words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from sayso.knowledge.language import Gender, Language
from sayso.reading.drafts import Tokens
from sayso.reading.parsed import Parsed
from sayso.reading.phrases import kind_of_institution, phrase, role_ending, term_ending

LONGEST_NAME = 4
"""Most proper nouns that a person's name has, where only a title or a role shows that it is one."""

Form = Literal["name", "institution", "role", "pronoun", "phrase"]
"""A person's name; a name or noun of an institution, state or document; a person's role; a pronoun; other words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A phrase that refers to someone."""

    tokens: Tokens
    form: Form
    head: int
    name: Tokens = ()
    """The tokens of a person's name, without titles; of other mentions the phrase without article and asides."""
    role: Tokens = ()
    """The words for the person's title or function."""
    gender: Gender = "-"
    plural: bool = False
    definite: bool = False
    """Whether the phrase points back to someone ("the minister")."""


def describe(parsed: Parsed, tokens: Tokens, language: Language) -> Mention:
    """The mention that a phrase is."""
    head = parsed.head_of(tokens)
    if is_pronoun(parsed, head, language) and len(tokens) <= 2:
        return _pronoun(parsed, tokens, head, language)
    name = person_name(parsed, tokens, head, language)
    if name:
        role = _role_beside(parsed, tokens, name, language)
        return Mention(
            tokens=tokens,
            form="name",
            head=name[-1],
            name=name,
            role=role,
            gender=_gender(parsed, name, role, language),
        )
    core = _core(parsed, tokens, head, language)
    head = head if head in core else core[-1]
    role_term = role_ending(parsed, head, language)
    form: Form = "phrase"
    if kind_of_institution(parsed, head, language) or _is_organisation(parsed, head, language):
        form = "institution"
    elif role_term is not None:
        form = "role"
    return Mention(
        tokens=tokens,
        form=form,
        head=head,
        name=core,
        role=core if form == "role" else (),
        gender=role_term.gender if role_term else "-",
        plural=parsed.tags[head] in language.tags("plural") or _is_joined(parsed, head, language),
        definite=parsed.lowers[tokens[0]] in language.words("definite"),
    )


def is_pronoun(parsed: Parsed, token: int, language: Language) -> bool:
    """Whether a token is a pronoun of a kind that sayso resolves."""
    kinds = ("masculine", "feminine", "plural", "neuter", "first", "relative")
    if parsed.tags[token] in language.tags("proper"):  # "US" is no "us"
        return False
    return any(parsed.lowers[token] in language.pronouns(kind) for kind in kinds)


def person_name(parsed: Parsed, tokens: Tokens, head: int, language: Language) -> Tokens:
    """The person's name that a phrase has as its head or in apposition to it; empty where it has none."""
    runs = [run for run in proper_runs(parsed, tokens, language) if is_person(parsed, run, language)]
    beside = [run for run in runs if _leads(parsed, run, head, language)]
    return _bare_name(parsed, beside[0], language) if beside else ()


def is_person(parsed: Parsed, run: Tokens, language: Language) -> bool:
    """Whether proper nouns in a row name a person: the parser says so, or a title, role or given name shows it."""
    bare = _bare_name(parsed, run, language)
    if not bare or kind_of_institution(parsed, bare[-1], language):
        return False
    last = parsed.entities[bare[-1]]
    if last in language.entities("person"):
        return True
    titled = len(bare) < len(run) or (run[0] > 0 and _is_title(parsed, run[0] - 1, language))
    given = len(bare) > 1 and parsed.lowers[bare[0]] in language.given_names
    titled = titled or _has_role_beside(parsed, bare, language)
    return (titled and last not in language.entities("state") and len(bare) <= LONGEST_NAME) or given


def _has_role_beside(parsed: Parsed, name: Tokens, language: Language) -> bool:
    """Whether a name and a word for a person stand in apposition ("the president, Osei Damptey")."""
    top, apposition = parsed.head_of(name), language.deps("apposition")
    beside = [k for i in name for k in parsed.children[i] if parsed.deps[k] in apposition]
    if parsed.deps[top] in apposition:
        beside.append(parsed.heads[top])
    return any(role_ending(parsed, i, language) for i in beside if i not in name)


def proper_runs(parsed: Parsed, tokens: Iterable[int], language: Language) -> list[Tokens]:
    """Proper nouns in a row; an entity of the parser never spans two runs."""
    runs: list[list[int]] = []
    for i in tokens:
        if parsed.tags[i] not in language.tags("proper") and not _is_particle(parsed, i, language):
            continue
        same = i > 0 and parsed.paragraph_of[i] == parsed.paragraph_of[i - 1]
        if runs and runs[-1][-1] == i - 1 and same and not _new_entity(parsed, i, language):
            runs[-1].append(i)
        else:
            runs.append([i])
    return [tuple(run) for run in runs]


def _new_entity(parsed: Parsed, token: int, language: Language) -> bool:
    """Whether a person's entity begins right after words of another kind."""
    person = language.entities("person")
    before, here = parsed.entities[token - 1], parsed.entities[token]
    return (here in person and parsed.entity_starts[token]) or (before in person and here not in person and here != "")


def _is_particle(parsed: Parsed, token: int, language: Language) -> bool:
    """A small word inside a name ("Ursula von der Leyen")."""
    inside = 0 < token < len(parsed) - 1 and not parsed.entity_starts[token]
    return inside and parsed.entities[token] in language.entities("person") and parsed.words[token][0].isalpha()


def _bare_name(parsed: Parsed, run: Tokens, language: Language) -> Tokens:
    """A run of proper nouns without the titles and roles at its front."""
    first = 0
    for k, i in enumerate(run[:-1]):
        if role_ending(parsed, i, language) is not None or kind_of_institution(parsed, i, language):
            first = k + 1
    return run[first:]


def _is_title(parsed: Parsed, token: int, language: Language) -> bool:
    return role_ending(parsed, token, language) is not None


def _leads(parsed: Parsed, run: Tokens, head: int, language: Language) -> bool:
    """Whether a name is the head of its phrase, or stands beside the head as title or apposition do."""
    if head in run:
        return True
    top = parsed.head_of(run)
    beside = language.deps("apposition") | language.deps("compound")
    near = parsed.heads[top] == head or parsed.deps[top] in language.deps("apposition")
    return near and parsed.deps[top] in beside and role_ending(parsed, head, language) is not None


def _role_beside(parsed: Parsed, tokens: Tokens, name: Tokens, language: Language) -> Tokens:
    """Title and function: the words before the name, or an apposition after it that ends in a word for a person."""
    before = _run_up_to(tokens, name[0])
    while before and parsed.deps[before[-1]] in language.deps("punctuation"):
        before = before[:-1]
    while before and parsed.lowers[before[0]] in language.words("articles"):
        before = before[1:]
    if before and any(role_ending(parsed, i, language) for i in before):
        return before
    return role_after(parsed, name, language)


def _run_up_to(tokens: Tokens, end: int) -> Tokens:
    """The tokens that stand right before a place, without a gap."""
    inside, first = frozenset(tokens), end
    while first - 1 in inside:
        first -= 1
    return tuple(range(first, end))


def role_after(parsed: Parsed, name: Tokens, language: Language) -> Tokens:
    """The apposition of a name that says what the person is ("Ali Larijani, the speaker of parliament")."""
    top = parsed.head_of(name)
    for child in (k for i in name for k in parsed.children[i]):
        if parsed.deps[child] in language.deps("apposition") and child not in name:
            words = tuple(i for i in phrase(parsed, child, language) if i not in name)
            if words and role_ending(parsed, child, language):
                return words[1:] if parsed.lowers[words[0]] in language.words("articles") else words
    up = parsed.heads[top]
    if up != top and parsed.deps[top] in language.deps("apposition") and role_ending(parsed, up, language):
        words = tuple(i for i in phrase(parsed, up, language) if i < name[0])
        while words and parsed.deps[words[-1]] in language.deps("punctuation"):
            words = words[:-1]
        return words[1:] if words and parsed.lowers[words[0]] in language.words("articles") else words
    return ()


def _gender(parsed: Parsed, name: Tokens, role: Tokens, language: Language) -> Gender:
    for i in (*role, *name[:1]):
        term = role_ending(parsed, i, language)
        if term is not None and term.gender != "-":
            return term.gender
    if name[0] > 0 and (term := role_ending(parsed, name[0] - 1, language)) is not None and term.gender != "-":
        return term.gender
    return language.given_names.get(parsed.lowers[name[0]], "-") if len(name) > 1 else "-"


def _pronoun(parsed: Parsed, tokens: Tokens, head: int, language: Language) -> Mention:
    word = parsed.lowers[head]
    gender: Gender = (
        "m" if word in language.pronouns("masculine") else "f" if word in language.pronouns("feminine") else "-"
    )
    return Mention(
        tokens=tokens,
        form="pronoun",
        head=head,
        gender=gender,
        plural=word in language.pronouns("plural"),
        definite=True,
    )


def _core(parsed: Parsed, tokens: Tokens, head: int, language: Language) -> Tokens:
    """The phrase without its article, its relative clause and what follows a comma."""
    inside = [i for i in phrase(parsed, head, language) if i in tokens] or [head]
    core: list[int] = []
    for i in inside:
        if parsed.words[i] == "," and i > head:
            break
        core.append(i)
    while len(core) > 1 and parsed.lowers[core[0]] in language.words("articles"):
        core = core[1:]
    while len(core) > 1 and parsed.lowers[core[-1]] in language.words("possessive_ending"):
        core = core[:-1]
    return tuple(core)


def _is_organisation(parsed: Parsed, head: int, language: Language) -> bool:
    named = parsed.entities[head] in language.entities("organisation") | language.entities("state")
    known = term_ending(parsed, head, language.media) is not None
    return (named and parsed.tags[head] in language.tags("proper")) or known


def _is_joined(parsed: Parsed, head: int, language: Language) -> bool:
    return any(parsed.deps[k] in language.deps("conjunct") for k in parsed.children[head])
