"""Parses written by hand, so that steps are tested without a model."""

from __future__ import annotations

from itertools import pairwise

from sayso.knowledge.language import language
from sayso.reading.parsed import Parsed
from sayso.reading.quotations import find_quotations

TIGHT = frozenset(".,:;!?)]”’'s") | {"'s", "’s", "n't"}
OPENERS = frozenset("“‘([")


def parse(rows: str) -> Parsed:
    """A parse from lines of word, tag, relation and head (a number from 0; ``-`` is the token itself), lemma if other.

    Tokens stand apart by one space, less before closing marks and after opening ones. A blank line ends a sentence, a
    line ``¶`` ends a paragraph.
    """
    words: list[tuple[str, ...]] = []
    starts: list[int] = []
    cuts, text = [0], ""
    for line in rows.strip().splitlines():
        cells = tuple(line.split())
        if not cells or cells == ("¶",):
            cuts.append(len(words))
            text += "\n\n" if cells else ""
            continue
        if text and not text.endswith("\n") and cells[0] not in TIGHT and text[-1] not in OPENERS:
            text += " "
        starts.append(len(text))
        text += cells[0]
        words.append(cells)
    bounds = sorted({*cuts, len(words)})
    english = language("en")
    return Parsed(
        text=text,
        starts=tuple(starts),
        ends=tuple(start + len(w[0]) for start, w in zip(starts, words, strict=True)),
        words=tuple(w[0] for w in words),
        lemmas=tuple(w[4] if len(w) > 4 else w[0].lower() for w in words),
        tags=tuple(w[1] for w in words),
        deps=tuple(w[2] for w in words),
        heads=tuple(i if w[3] == "-" else int(w[3]) for i, w in enumerate(words)),
        entities=tuple("" for _ in words),
        entity_starts=tuple(False for _ in words),
        sentences=tuple(pairwise(bounds)),
        quotations=find_quotations(text, english.marks),
        marks=english.marks,
    )


def tokens(parsed: Parsed, phrase: str, nth: int = 0) -> tuple[int, ...]:
    """The tokens of a phrase of the text."""
    at = -1
    for _ in range(nth + 1):
        at = parsed.text.index(phrase, at + 1)
    return tuple(i for i, start in enumerate(parsed.starts) if at <= start < at + len(phrase))


def words(parsed: Parsed, numbers: tuple[int, ...]) -> str:
    """The words of some tokens."""
    return " ".join(parsed.words[i] for i in numbers)
