"""A reading as a page that stands alone: the article with its voices marked, and beside each who says what."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html import escape
from io import BytesIO
from itertools import pairwise
from typing import BinaryIO

from sayso.exports.lines import Text
from sayso.exports.told import UNKNOWN, Told, told
from sayso.schema.reading import Reading
from sayso.schema.span import Span

PARAGRAPH = re.compile(r"[^\n]+")
ROLES = ("content", "source", "cue")
"""In the order of their colours: later ones are shown over earlier ones."""
STYLE = """
.sayso{font:16px/1.55 Georgia,serif;max-width:46em;margin:1.5em auto;padding:0 1em;color:#1c1c1c;background:#fff}
.sayso header{border-bottom:1px solid #bbb;margin-bottom:1em}.sayso .facts{color:#555;font-size:.85em}
.sayso .content{background:#e7f3e4}.sayso .source{background:#d5e8f7;font-weight:bold}
.sayso .cue{background:#fdf0c2}.sayso .trigger{border-bottom:2px solid #7a3b8f}
.sayso sup{color:#555;font-size:.65em}.sayso ul{margin:.2em 0 1.2em;padding-left:1.4em;font-size:.85em;color:#333}
.sayso .chain{font-weight:bold}.sayso .stance{background:#fdf0c2;padding:0 .25em}
"""
HEAD = (
    '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<title>sayso</title>\n'
    f"<style>{STYLE}</style>\n</head>\n<body>\n"
)
LEGEND = (
    '<p class="facts"><span class="source">source</span> <span class="cue">cue</span> '
    '<span class="content">content</span> <span class="trigger">event</span>; '
    "under each paragraph: every voice from the outlet inward, its stance, and what it says</p>\n"
)


class Html(Text):
    """HTML page that stands alone, without script: each article with its voices marked and told."""

    def __init__(self, out: BinaryIO) -> None:
        super().__init__(out)
        self.put(HEAD)

    def write(self, reading: Reading) -> None:
        """One article."""
        self.put(article(reading))

    def finish(self) -> None:
        """Ends the page."""
        self.put("</body>\n</html>\n")


def to_html(reading: Reading) -> str:
    """The page of one reading."""
    out = BytesIO()
    page = Html(out)
    page.write(reading)
    page.finish()
    return out.getvalue().decode("utf-8")


def article(reading: Reading) -> str:
    """The part of a page that shows one reading; its style is in the head of the page."""
    document = reading.document
    facts = filter(None, (document.outlet, document.published, document.id))
    claims = list(told(reading))
    parts = [f'<article class="sayso" lang="{escape(document.language)}">\n<header>']
    parts.append(f'<p class="facts">{escape(" · ".join(facts))}</p>\n{LEGEND}</header>\n')
    for found in PARAGRAPH.finditer(document.text):
        span = Span(*found.span())
        parts.append(f"<p>{marked(reading, span)}</p>\n")
        parts.append(_list(each for each in claims if span.start <= _start(each) < span.end))
    return "".join(parts) + "</article>\n"


def marked(reading: Reading, span: Span) -> str:
    """The words of a span, cut at every edge of a role, each piece with the roles that hold it; all text escaped."""
    roles = [(role, part, a.id) for a in reading.attributions for role in ROLES for part in getattr(a, role)]
    roles += [("trigger", part, "") for event in reading.events for part in event.trigger]
    here = [(role, part, id_) for role, part, id_ in roles if part.touches(span)]
    edges = sorted({span.start, span.end, *(e for _, part, _ in here for e in part if span.start < e < span.end)})
    return "".join(_pieces(reading.document.text, here, edges))


def _pieces(text: str, roles: list[tuple[str, Span, str]], edges: list[int]) -> Iterator[str]:
    for start, end in pairwise(edges):
        holding = [role for role, part, _ in roles if part.holds(Span(start, end))]
        words = escape(text[start:end])
        for role, part, id_ in roles:
            if role == "cue" and part.start == start:
                yield f"<sup>{escape(id_[1:])}</sup>"
        classes = " ".join(role for role in (*ROLES, "trigger") if role in holding)
        yield f'<span class="{classes}">{words}</span>' if classes else words


def _list(claims: Iterable[Told]) -> str:
    items = "".join(f"<li>{_item(each)}</li>\n" for each in claims)
    return f"<ul>\n{items}</ul>\n" if items else ""


def _item(each: Told) -> str:
    """Who says it, how, and what: never what alone."""
    claim = each.claim
    number = f"<sup>{escape(each.attribution.id[1:])}</sup>" if each.attribution else ""
    voice = f'{number}<span class="chain">{escape(claim.chain)}</span> <span class="stance">{claim.stance}</span>'
    if each.event is None:
        return f"{voice}: {escape(claim.content)}"
    deed = " ".join(filter(None, (claim.event_type, claim.event_mode)))
    aside = "".join(f", {word}" for word in (claim.polarity, claim.modality) if word not in ("affirmed", "actual"))
    parties = "; ".join(claim.actors) or UNKNOWN
    target = f" → {'; '.join(claim.recipients)}" if claim.recipients else ""
    return f"{voice}: {escape(f'{deed}{aside}: {parties}{target}')} “{escape(claim.trigger or '')}”"


def _start(each: Told) -> int:
    spans = each.claim.trigger_spans or each.claim.cue_spans
    return spans[0].start
