"""Words as names are compared: without accents, dots and endings of possession, and by sound where scripts differ."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

TOKEN = re.compile(r"[^\W\d_](?:\.[^\W\d_])+\.?|\w+(?:['’ʼʻ‘`]\w+)*|['’]s\b|[^\w\s]")
APOSTROPHES = re.compile(r"['’ʼʻ‘`ʿʾ]")
LETTERS = str.maketrans({"ø": "o", "ł": "l", "ı": "i", "ß": "ss", "đ": "d", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th"})
SOUNDS = (
    (re.compile(r"ph"), "f"),
    (re.compile(r"tch|tsch"), "ch"),
    (re.compile(r"sch"), "sh"),
    (re.compile(r"dj|dzh"), "j"),
    (re.compile(r"ck|kh|q"), "k"),
    (re.compile(r"gh"), "g"),
    (re.compile(r"ou|oo"), "u"),
    (re.compile(r"ee|ei|ie|y"), "i"),
    (re.compile(r"w"), "v"),
    (re.compile(r"(.)\1+"), r"\1"),
)
"""Letters that one name is written with in different transliterations (Gaddafi, Qaddafi; Bouteflika, Butefliqa)."""
ARTICLES = frozenset({"al", "el", "ul", "ad", "ar", "as", "ash", "az", "bin", "ben", "ibn"})
"""Parts of Arabic names that are written or left out."""
ACRONYM = 6
"""Most letters of a word in capitals that counts as an acronym."""


class Word(NamedTuple):
    """A word of a phrase and how it stands there."""

    text: str
    key: str
    start: int
    end: int
    possessive: bool = False
    """Whether it owns what follows ("Iran's")."""
    glued: bool = False
    """Whether a hyphen joins it to the word before."""

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital letter or a figure."""
        return not self.text[0].islower()

    @property
    def upper(self) -> bool:
        """Whether it is in capitals throughout."""
        return self.text.replace(".", "").isupper()

    @property
    def acronym(self) -> bool:
        """Whether it looks like an acronym: two to six capital letters."""
        return self.upper and 2 <= len(self.key) <= ACRONYM

    @property
    def mark(self) -> bool:
        """Whether it is a punctuation mark and no word."""
        return not self.text[0].isalnum()


def words_of(text: str) -> tuple[Word, ...]:
    """The words of a text, with commas and the like as marks of their own.

    >>> [(w.key, w.possessive, w.glued) for w in words_of("U.S.-led Côte d’Ivoire's")]
    [('us', False, False), ('led', False, True), ('cote', False, False), ('divoire', True, False)]
    """
    out: list[Word] = []
    glued = False
    for match in TOKEN.finditer(text):
        written = match.group()
        if written in ("-", "‐", "‑"):
            glued = bool(out) and match.start() == out[-1].end
            continue
        if written in (".", "…"):
            continue
        if written[0] in "'’":
            if out and not out[-1].mark:
                out[-1] = _owning(out[-1], match.end())
            continue
        out.append(_word(written, match.start(), match.end(), glued))
        glued = False
    return tuple(out)


def _word(written: str, start: int, end: int, glued: bool) -> Word:
    owning = written[-2:] in ("'s", "’s") and len(written) > 2
    text = written[:-2] if owning else written
    return Word(text, key(text), start, end, owning, glued)


def _owning(word: Word, end: int) -> Word:
    return Word(word.text, word.key, word.start, end, True, word.glued)


@lru_cache(maxsize=50_000)
def key(word: str) -> str:
    """A word in lower case without accents, apostrophes and dots.

    >>> key("Çavuşoğlu"), key("Sana'a"), key("U.S.")
    ('cavusoglu', 'sanaa', 'us')
    """
    if word.isascii():
        return word.replace("'", "").replace("`", "").replace(".", "").lower() or word
    plain = unicodedata.normalize("NFKD", APOSTROPHES.sub("", word).replace(".", "").lower().translate(LETTERS))
    return "".join(c for c in plain if not unicodedata.combining(c)) or word


def sounds(keys: Iterable[str]) -> tuple[str, ...]:
    """Keys by how they sound, without the articles of Arabic names.

    >>> sounds(("al", "qaeda")) == sounds(("kaeda",))
    True
    """
    return tuple(_sound(k) for k in keys if k not in ARTICLES)


@lru_cache(maxsize=50_000)
def _sound(word: str) -> str:
    for pattern, letters in SOUNDS:
        word = pattern.sub(letters, word)
    return word


def one_slip_apart(one: str, other: str) -> bool:
    """Whether two words differ by one letter left out, put in or changed, or by two that changed places.

    >>> one_slip_apart("norvik", "norivk"), one_slip_apart("norvik", "norvk"), one_slip_apart("norvik", "nrovki")
    (True, True, False)
    """
    short, long = sorted((one, other), key=len)
    if one == other or len(long) - len(short) > 1:
        return False
    same = next((i for i, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    if len(short) < len(long):
        return short[same:] == long[same + 1 :]
    swapped = short[same : same + 2] == long[same : same + 2][::-1] and short[same + 2 :] == long[same + 2 :]
    return swapped or short[same + 1 :] == long[same + 1 :]
