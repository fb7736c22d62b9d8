"""What an outlet's name and address give away of where it is from: local papers name their town and leave it unsaid."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from urllib.parse import urlsplit

from sayso.knowledge.gazetteer.compiled import Gazetteer
from sayso.knowledge.gazetteer.entry import Match
from sayso.knowledge.language import Language
from sayso.reading.places.resolve import Named

TOWN, COUNTRY = 0.8, 0.7
"""What the town in an outlet's name, and the country of its address, count beside a mention in the text."""
SHORTEST = 4
"""Letters that a town in an address must have."""
WORD = re.compile(r"[^\W\d_][\w.'’-]*")
UNINFORMATIVE = frozenset({"www", "co", "com", "org", "net", "edu", "gov", "ac"})
WORDS = 4


def clues_of(outlet: str | None, url: str | None, gazetteer: Gazetteer, language: Language) -> tuple[Named, ...]:
    """The places that an outlet's name and address speak of, as names that take part in the resolution.

    Args:
        outlet: the outlet's name ("The Larnby Gazette").
        url: the address of the document (``https://www.larnbygazette.example.uk/…``).
        gazetteer: the places there are.
        language: has the words that newspapers are called by.
    """
    press = language.words("press")
    found = [*_in_name(outlet or "", press), *_in_address(url or "", press)]
    towns: dict[str, Named] = {}
    for name in found:
        if name.lower() not in towns and (matches := _settled(gazetteer.named(name))):
            towns[name.lower()] = Named(matches=matches, weight=TOWN)
    domain = urlsplit(url or "").hostname or ""
    countries = gazetteer.short(f".{domain.rsplit('.', 1)[-1]}")
    return (*towns.values(), *([Named(matches=countries, weight=COUNTRY)] if countries else []))


def _settled(matches: Iterable[Match]) -> tuple[Match, ...]:
    """Places by their own names; an outlet is not called after a spelling that nobody uses."""
    return tuple(m for m in matches if m.form in ("name", "variant"))


def _in_name(outlet: str, press: frozenset[str]) -> Iterator[str]:
    """The longest runs of words of an outlet's name without the words of the press."""
    run: list[str] = []
    for word in [*WORD.findall(outlet), ""]:
        if word and word.lower() not in press:
            run.append(word)
        elif run:
            yield " ".join(run)
            run = []


def _in_address(url: str, press: frozenset[str]) -> Iterator[str]:
    """What is left of the labels of a host ("larnbygazette") without words of the press at the edges."""
    for label in (urlsplit(url).hostname or "").split(".")[:-1]:
        if label in UNINFORMATIVE:
            continue
        bare = label.replace("-", "")
        for rest in _stripped(bare, press, WORDS):
            if rest != bare and len(rest) >= SHORTEST:
                yield rest
                yield from (f"{rest[:k]} {rest[k:]}" for k in range(3, len(rest) - 2))


def _stripped(label: str, press: frozenset[str], times: int) -> Iterator[str]:
    """A label without one, two … words of the press, as far as it goes; the barest first."""
    if times:
        for word in sorted(press, key=len, reverse=True):
            if len(word) > 1 and label != word:
                if label.endswith(word):
                    yield from _stripped(label.removesuffix(word), press, times - 1)
                    break
                if label.startswith(word):
                    yield from _stripped(label.removeprefix(word), press, times - 1)
                    break
    yield label
