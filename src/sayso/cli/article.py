"""A reading as a person wants to read it: the article with its voices marked, and beside each who speaks.

Source, cue and content are told apart by mark and by colour: ``‹source›``, ``|cue|``, ``{content}``, each opened with
the number of its attribution. Under every paragraph stand the voices that speak in it, inner ones indented, and under
each voice the events that it asserts: who → whom, polarity and modality, the words of the trigger, where and when. What
no one else says is said in the outlet's own voice.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TextIO

from rich.console import Console
from rich.text import Text

from sayso.schema.attribution import Attribution
from sayso.schema.event import Event
from sayso.schema.reading import Reading, Unread
from sayso.schema.span import Span

PARAGRAPH = re.compile(r"[^\n]+")
WIDTH = 100
STYLES = {"source": "bold cyan", "cue": "yellow", "content": "green", "label": "magenta", "event": "bold"}
MARKS = {"source": ("‹", "›"), "cue": ("|", "|"), "content": ("{", "}")}
SMALL = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
LEGEND = "‹source› |cue| {content}; small figures number the attributions"


class Article:
    """Prints readings as marked articles."""

    def __init__(self, out: TextIO, explained: bool = False) -> None:
        self.explained = explained
        seen = Console(file=out)
        width = min(seen.width, WIDTH) if seen.is_terminal else WIDTH
        self.console = Console(file=out, width=width, highlight=False)
        self.first = True

    def write(self, outcome: Reading | Unread) -> None:
        """One article; one that could not be read is only told of on standard error."""
        if isinstance(outcome, Unread):
            return
        if self.first:
            self.console.print(Text(LEGEND, style="dim"))
        self.first = False
        self._heading(outcome)
        for paragraph in PARAGRAPH.finditer(outcome.document.text):
            self._paragraph(outcome, Span(*paragraph.span()))

    def finish(self) -> None:
        """Nothing comes last."""

    def _heading(self, reading: Reading) -> None:
        document = reading.document
        facts = " · ".join(filter(None, (document.outlet, document.published, document.id)))
        self.console.print()
        self.console.rule(Text(facts, style="bold"), align="left", characters="─")
        if note := document.meta.get("note"):
            self.console.print(Text(str(note), style="italic dim"))

    def _paragraph(self, reading: Reading, span: Span) -> None:
        self.console.print()
        self.console.print(marked(reading, span))
        for depth, attribution in _voices(reading, span):
            self._print(_note(reading, attribution, depth), depth)
            self._events(reading, [e for e in reading.events if e.attribution == attribution.id], depth + 1)
        own = [e for e in reading.events if e.attribution is None and span.touches(e.trigger[0])]
        if own:
            self._print(Text(f"{reading.document.outlet or 'the outlet'} in its own voice", style="italic"), 0)
            self._events(reading, own, 1)

    def _events(self, reading: Reading, events: Iterable[Event], depth: int) -> None:
        for event in events:
            self._print(_deed(reading, event), depth)
            if self.explained:
                self._print(Text(_reasons(reading, event), style="dim"), depth + 1)

    def _print(self, note: Text, depth: int) -> None:
        for k, line in enumerate(note.wrap(self.console, self.console.width - 8 - 3 * depth)):
            line.rstrip()
            self.console.print(Text(" " * (4 + 3 * depth + 2 * bool(k))) + line)


def marked(reading: Reading, span: Span) -> Text:
    """The words of a span with the marks of every role that stands in them, coloured."""
    text = Text()
    opening: dict[int, list[tuple[int, str]]] = {}
    closing: dict[int, list[tuple[int, str]]] = {}
    for attribution in reading.attributions:
        number = attribution.id[1:].translate(SMALL)
        for role, (left, right) in MARKS.items():
            for start, end in getattr(attribution, role):
                start, end = max(start, span.start), min(end, span.end)
                if start < end:
                    opening.setdefault(start, []).append((start - end, left + number))
                    closing.setdefault(end, []).append((end - start, right))
    edges = sorted({span.start, span.end, *opening, *closing})
    for here, after in zip(edges, [*edges[1:], span.end], strict=True):
        for _, mark in sorted(closing.get(here, ())):
            text.append(mark, style="dim")
        for _, mark in sorted(opening.get(here, ())):
            text.append(mark, style="dim")
        text.append(reading.document.text[here:after], style=_style(reading, Span(here, after)))
    return text


def _style(reading: Reading, span: Span) -> str:
    """The colour of the innermost role that holds a stretch of text."""
    roles = [
        (role_span.end - role_span.start, role)
        for attribution in reading.attributions
        for role in MARKS
        for role_span in getattr(attribution, role)
        if role_span.holds(span) and span.start < span.end
    ]
    return STYLES[min(roles)[1]] if roles else ""


def _voices(reading: Reading, span: Span) -> Iterator[tuple[int, Attribution]]:
    """The attributions whose cue stands in a paragraph, and in how many voices each stands; outer ones first."""
    here = [a for a in reading.attributions if span.touches(a.cue[0])]
    shown: set[str] = set()

    def descend(attribution: Attribution, depth: int) -> Iterator[tuple[int, Attribution]]:
        if attribution.id not in shown:
            shown.add(attribution.id)
            yield depth, attribution
            for child in here:
                if child.parent == attribution.id:
                    yield from descend(child, depth + 1)

    inside = {a.id for a in here}
    for attribution in here:
        if attribution.parent not in inside:
            yield from descend(attribution, 0)


def _note(reading: Reading, attribution: Attribution, depth: int) -> Text:
    actor = reading.actor(attribution.speaker)
    note = Text()
    note.append("↳ " if depth else "", style="dim")
    note.append(f"{attribution.id[1:]} ", style="dim")
    note.append(actor.name if actor else "speaker unknown", style=STYLES["source"] if actor else "italic")
    if actor and actor.role and actor.role != actor.name:
        note.append(f" ({actor.role})")
    if code := " ".join(filter(None, (actor.country, actor.sector))) if actor else "":
        note.append(f" {code}", style="dim")
    note.append(f" {attribution.stance}", style=STYLES["cue"])
    note.append(f" · {attribution.kind}", style="dim")
    for word, spans in (("to", attribution.addressee), ("via", attribution.channel), ("when", attribution.when)):
        if spans:
            note.append(f" · {word}: {reading.words(spans)}", style="dim")
    if day := _day(reading, attribution.time):
        note.append(f" ({day})", style="dim")
    return note


def _deed(reading: Reading, event: Event) -> Text:
    """An event in one line: "• ASSAULT aerial, planned: Varland → rebels “strikes”"."""
    note = Text("• ", style="dim")
    note.append(" ".join(filter(None, (event.type, event.mode))), style=STYLES["event"])
    aside = [word for word in (event.polarity, event.modality) if word not in ("affirmed", "actual")]
    note.append("".join(f", {word}" for word in aside), style=STYLES["cue"])
    actors, recipients = (_names(reading, side) for side in (event.actors, event.recipients))
    note.append(f": {actors or '?'}" + (f" → {recipients}" if recipients else ""))
    note.append(f" “{reading.words(event.trigger)}”", style="dim")
    if places := ", ".join(place.name for place in reading.places if place.id in event.places):
        note.append(f" · in {places}", style="dim")
    if day := _day(reading, event.time):
        note.append(f" · {day}", style="dim")
    for quantity in reading.quantities:
        if quantity.event == event.id:
            note.append(f" · {quantity.kind}: {reading.words((quantity.span,))}", style="dim")
    return note


def _day(reading: Reading, id: str | None) -> str:  # noqa: A002 - the word of the contract
    """The calendar days of a time, or its words where nothing decides the days."""
    time = next((t for t in reading.times if t.id == id), None)
    if time is None:
        return ""
    if time.start is None or time.end is None:
        return f"“{reading.words(time.mentions[:1])}”, days unknown"
    return time.start if time.start == time.end else f"{time.start} to {time.end}"


def _names(reading: Reading, ids: tuple[str, ...]) -> str:
    return ", ".join(actor.name for name in ids if (actor := reading.actor(name)))


def _reasons(reading: Reading, event: Event) -> str:
    """Why an event was read so, and how surely."""
    out = [f"confidence {event.confidence:.2f}", *event.why]
    out += [f"“{reading.words((m.span,))}” makes it {m.value}" for m in event.modifiers]
    return "; ".join(out)
