"""Keys that names are looked up by: spelling differences that tell no two places apart are taken away."""

from __future__ import annotations

import re
import unicodedata
from difflib import SequenceMatcher
from functools import lru_cache

LETTERS = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "ə": "e"}
)
DROPPED = re.compile(r"[.'’ʻʼʾʿ‘`´ʹ]")
OTHER = re.compile(r"[^\w]+")
SHORT = {"st": "saint", "ste": "sainte", "mt": "mount", "ft": "fort"}
"""Short forms that stand at the front of names and are written out in others."""
ALIKE_FROM = 0.75
"""Share of letters in common from which on two spellings of one sound are taken for one name."""
ARTICLES = frozenset({"the"})
VOWELS = re.compile(r"[aeiouyw]+")
DOUBLED = re.compile(r"(.)\1+")
ALIKE = (("kh", "h"), ("gh", "g"), ("dh", "d"), ("th", "t"), ("sh", "s"), ("zh", "j"), ("ch", "c"), ("ph", "f"))
SAME = str.maketrans({"q": "k", "v": "b", "z": "s"})
FEW, FEWEST = 3, 2
"""Fewer consonants than the first fit too many places, so syllables count too; fewer than the second never do."""


@lru_cache(maxsize=100_000)
def key(name: str) -> str:
    """A name without case, accents, apostrophes and full stops, its short forms written out.

    >>> key("Saint-Étienne"), key("St. Étienne"), key("Ad-Dawḩah"), key("The Hague")
    ('saint etienne', 'saint etienne', 'ad dawhah', 'hague')
    """
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", name).lower().translate(LETTERS))
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    words = OTHER.sub(" ", DROPPED.sub("", plain)).split()
    if len(words) > 1 and words[0] in ARTICLES:
        words = words[1:]
    return " ".join(SHORT.get(w, w) if len(words) > 1 else w for w in words)


def sound(name: str) -> str | None:
    """The consonants of a name, transliterations made alike; None for a name too short to be told by them.

    >>> sound("Hamedan"), sound("Hamadan"), sound("Noujeh"), sound("Nozheh"), sound("Ur")
    ('hmdn', 'hmdn', 'nj2', 'nj2', None)
    """
    plain = key(name).replace(" ", "")
    for one, other in ALIKE:
        plain = plain.replace(one, other)
    plain = plain.translate(SAME)
    syllables = len(VOWELS.findall(plain))
    bones = VOWELS.sub("", plain)
    bones = DOUBLED.sub(r"\1", bones[:1] + bones[1:].rstrip("h"))
    if len(bones) < FEWEST:
        return None
    return bones if len(bones) >= FEW else f"{bones}{syllables}"


def alike(name: str, other: str) -> bool:
    """Whether two names that sound alike are also spelt alike.

    >>> alike("Noujeh", "Nojeh"), alike("Noujeh", "Wenzhou")
    (True, False)
    """
    return SequenceMatcher(None, key(name), key(other)).ratio() >= ALIKE_FROM


def is_latin(name: str) -> bool:
    """Whether a name is written in Latin letters, accents included."""
    return all(c < "\u0250" or "\u1e00" <= c <= "\u1eff" or c in "ʻʼʾʿ‘’ʹ" for c in name)
