"""Cleans a text as given, and keeps for every character that stays where it stood.

Cleaning is a list of edits to the text as given; nothing is ever cut out of a line of body text. Repeated titles and
lines that are boiler-plate as a whole go, odd spaces become plain ones, invisible characters vanish.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

Offsets = tuple[tuple[int, int, int], ...]

INVISIBLE = re.compile(
    "[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\x00-\x08\x0b\x0c\x0e-\x1f\x7f]+"
)
LINE_END = re.compile("\r\n?|\u2028|\u2029|\x85")
SPACES = re.compile("[ \t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+")
ENTITY = re.compile(r"&(?:[a-zA-Z]{2,8}|#\d{1,6}|#x[0-9a-fA-F]{1,5});")
MOJIBAKE = re.compile("â€(?:œ|\u009d|˜|™|“|”|¦)?|Ã[\u00a0-\u00bf]|Â(?=[\u00a0-\u00bf])")
BLANK_LINES = re.compile(r"\n(?:[ \t]*\n){2,}")
LINE = re.compile(r"[^\n]+")
TITLE_WORDS = 4
"""Fewest words of a title that is taken for one when body text follows it on the same line."""
TITLE_LIMIT = 300
"""Longest first line, in characters, that can be taken for a title."""


@dataclass(frozen=True, slots=True)
class Edit:
    """Characters to be replaced; an empty replacement deletes them."""

    start: int
    end: int
    replacement: str = ""


def clean(given: str, title: str | None = None, boilerplate: Sequence[re.Pattern[str]] = ()) -> tuple[str, Offsets]:
    """The text to be read, beginning with the title once, and the runs it shares with the text as given.

    Args:
        given: the text as it came.
        title: the headline, where it is known apart from the text.
        boilerplate: patterns of whole lines that belong to the page and not to the article.
    """
    text, offsets = apply(given, _character_edits(given))
    for edits in (_space_edits, lambda t: _line_edits(t, title, boilerplate)):
        text, more = apply(text, edits(text))
        offsets = compose(more, offsets)
    if title and (headline := " ".join(title.split())) and not text.startswith(headline):
        shift = len(headline) + 2
        text = f"{headline}\n\n{text}"
        offsets = tuple((here + shift, there, length) for here, there, length in offsets)
    return text, offsets


def first_title(given: str) -> str | None:
    """The first line, where the text itself shows it to be a title by saying it again at once.

    >>> first_title("Talks fail\\n\\nTalks fail Talks fail\\n\\nThe talks failed.")
    'Talks fail'
    """
    lines = [" ".join(line[0].split()) for line in LINE.finditer(given) if line[0].strip()]
    if len(lines) < 2 or len(lines[0]) > TITLE_LIMIT:
        return None
    return lines[0] if _repeats(lines[1], lines[0]) or _leads(lines[1], lines[0]) else None


def apply(text: str, edits: Iterable[Edit]) -> tuple[str, Offsets]:
    """The edited text, and the runs it shares with the text before."""
    pieces: list[str] = []
    runs: list[tuple[int, int, int]] = []
    here = there = 0
    for edit in sorted(edits, key=lambda e: (e.start, e.end)):
        if edit.start < there:
            continue  # overlaps an edit already made
        if edit.start > there:
            runs.append((here, there, edit.start - there))
            pieces.append(text[there : edit.start])
            here += edit.start - there
        if edit.replacement and len(edit.replacement) == edit.end - edit.start:
            runs.append((here, edit.start, len(edit.replacement)))
        pieces.append(edit.replacement)
        here += len(edit.replacement)
        there = edit.end
    if there < len(text):
        runs.append((here, there, len(text) - there))
        pieces.append(text[there:])
    return "".join(pieces), _joined(runs)


def compose(later: Offsets, earlier: Offsets) -> Offsets:
    """The runs from the newest text to the oldest, through the one in between."""
    out: list[tuple[int, int, int]] = []
    first = 0
    for here, middle, length in later:
        while first < len(earlier) and earlier[first][0] + earlier[first][2] <= middle:
            first += 1
        k = first
        while k < len(earlier) and earlier[k][0] < middle + length:
            start, there, size = earlier[k]
            low, high = max(start, middle), min(start + size, middle + length)
            out.append((here + low - middle, there + low - start, high - low))
            k += 1
    return _joined(out)


def _joined(runs: Iterable[tuple[int, int, int]]) -> Offsets:
    out: list[tuple[int, int, int]] = []
    for here, there, length in runs:
        if out and out[-1][0] + out[-1][2] == here and out[-1][1] + out[-1][2] == there:
            out[-1] = (out[-1][0], out[-1][1], out[-1][2] + length)
        else:
            out.append((here, there, length))
    return tuple(out)


def _character_edits(text: str) -> Iterator[Edit]:
    """Line ends, invisible characters, HTML entities, and UTF-8 that was once read as Windows-1252."""
    yield from (Edit(*m.span(), "\n") for m in LINE_END.finditer(text))
    yield from (Edit(*m.span()) for m in INVISIBLE.finditer(text))
    for match in ENTITY.finditer(text):
        if (character := html.unescape(match[0])) != match[0]:
            yield Edit(*match.span(), character)
    yield from (Edit(*m.span(), mended) for m in MOJIBAKE.finditer(text) if (mended := _mend(m[0])) != m[0])


def _mend(broken: str) -> str:
    if broken in ("â€", "â€\u009d"):
        return "”"
    try:
        return broken.encode("cp1252").decode("utf-8")
    except UnicodeError:
        return "" if broken == "Â" else broken


def _space_edits(text: str) -> Iterator[Edit]:
    for match in SPACES.finditer(text):
        start, end = match.span()
        at_edge = start == 0 or end == len(text) or text[start - 1] == "\n" or text[end] == "\n"
        if at_edge:
            yield Edit(start, end)
        elif match[0] != " ":
            yield Edit(start, end, " ")
    yield from (Edit(*m.span(), "\n\n") for m in BLANK_LINES.finditer(text))


def _line_edits(text: str, title: str | None, boilerplate: Sequence[re.Pattern[str]]) -> Iterator[Edit]:
    """Leading and trailing blank lines, repeats of the title in the first lines, and lines of boiler-plate."""
    lines = list(LINE.finditer(text))
    if not lines:
        yield Edit(0, len(text))
        return
    headline = " ".join((title or first_title(text) or "").split())
    gone = {k for k, line in enumerate(lines) if any(p.fullmatch(line[0].strip()) for p in boilerplate)}
    if headline:
        gone |= set(_repeated_titles([line[0] for line in lines], headline))
    kept = [k for k in range(len(lines)) if k not in gone]
    for k in sorted(gone):
        yield Edit(lines[k].start(), lines[k + 1].start() if k + 1 < len(lines) else len(text))
    if kept:
        yield Edit(0, lines[0].start())
        yield Edit(lines[kept[-1]].end(), len(text))
    yield from _title_in_body(text, lines, kept, headline)


def _repeated_titles(lines: Sequence[str], headline: str) -> Iterator[int]:
    """Lines near the top that are nothing but the title over again; the first such line stays if it stands first."""
    for k, line in enumerate(lines[:4]):
        if _repeats(line, headline) and (k > 0 or line.strip() != headline):
            yield k


def _title_in_body(text: str, lines: Sequence[re.Match[str]], kept: Sequence[int], headline: str) -> Iterator[Edit]:
    """The title set once more before the first words of the body, on the same line."""
    if headline and len(kept) > 1 and lines[kept[0]][0].strip() == headline:
        line = lines[kept[1]]
        end = line.start()
        while _leads(text[end : line.end()], headline):
            end += len(headline) + 1
        if end > line.start():
            yield Edit(line.start(), end)


def _leads(line: str, headline: str) -> bool:
    """Whether a line sets the title before its first sentence; a few words that both begin with are no title."""
    rest = line[len(headline) + 1 :]
    return line.startswith(headline + " ") and len(headline.split()) >= TITLE_WORDS and not rest[:1].islower()


def _repeats(line: str, headline: str) -> bool:
    """Whether a line is the title, once or several times over."""
    words, unit = line.split(), headline.split()
    times, rest = divmod(len(words), len(unit)) if unit else (0, 1)
    return times > 0 and not rest and words == unit * times
