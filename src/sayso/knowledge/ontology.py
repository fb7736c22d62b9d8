"""The ontology: which types of event there are, and how another ontology's types follow from PLOVER's.

``ontologies/plover.yaml`` is what sayso detects. Another file names its own types and, with ``from``, the PLOVER types,
modes and sectors that they are made of (``ontologies/acled.yaml`` is an example); the first rule that fits decides.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

import yaml

from sayso.errors import BadKnowledge, BadOptions

FOLDER = files("sayso.knowledge") / "ontologies"
TYPE_FIELDS = {"meaning", "quad", "score", "recipient", "modes", "from"}
RULE_FIELDS = {"type", "modes", "actors", "recipients"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """Which events of PLOVER belong to a type of another ontology; empty sets allow anything."""

    type: str
    modes: frozenset[str] = frozenset()
    actors: frozenset[str] = frozenset()
    """Sectors, one of which some actor must have."""
    recipients: frozenset[str] = frozenset()

    def fits(self, type_: str, mode: str | None, actors: Collection[str], recipients: Collection[str]) -> bool:
        """Whether an event of PLOVER, with the sectors of its parties, is of this kind."""
        return (
            self.type == type_
            and (not self.modes or (mode or "") in self.modes)
            and (not self.actors or not self.actors.isdisjoint(actors))
            and (not self.recipients or not self.recipients.isdisjoint(recipients))
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class EventType:
    """A type of event: its meaning, quad class, score, and the modes it can have with theirs."""

    name: str
    meaning: str
    quad: int
    score: float
    modes: Mapping[str, float]
    rules: tuple[Rule, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Ontology:
    """The types of an ontology by name, and the contexts an event can have."""

    name: str
    title: str
    types: Mapping[str, EventType]
    contexts: tuple[str, ...]

    def code(
        self, type_: str, mode: str | None, actors: Collection[str], recipients: Collection[str]
    ) -> tuple[str, str | None] | None:
        """The type and mode that an event of PLOVER has here; None where it has none.

        An ontology of its own types keeps PLOVER's mode as the mode of its type, so that nothing is lost.
        """
        for own in self.types.values():
            if not own.rules and own.name == type_:
                return type_, mode
            if any(rule.fits(type_, mode, actors, recipients) for rule in own.rules):
                return own.name, mode
        return None


@cache
def plover() -> Ontology:
    """The ontology that sayso detects: PLOVER 0.8."""
    return read_ontology(FOLDER / "plover.yaml")


def load_ontology(name: str) -> Ontology:
    """An ontology by its name, or by the path of its file.

    Raises:
        BadOptions: there is no such ontology or file.
        BadKnowledge: the file has a mistake; the message names file and line.
    """
    if name == "plover":
        return plover()
    inside = FOLDER / f"{name}.yaml"
    file: Traversable = inside if name.isidentifier() and inside.is_file() else Path(name)
    if not file.is_file():
        known = sorted(f.name.removesuffix(".yaml") for f in FOLDER.iterdir() if f.name.endswith(".yaml"))
        raise BadOptions(f"there is no ontology {name!r}; name a YAML file, or one of: {', '.join(known)}")
    return read_ontology(file, plover())


def read_ontology(file: Traversable, base: Ontology | None = None) -> Ontology:
    """The ontology that a file holds, checked; types named in its rules must be types of ``base``."""
    page = _Page(file)
    types = {name: _type(page, name, place, base) for name, place in page.items(("types",))}
    if not types:
        raise page.wrong(("types",), "names no type")
    return Ontology(
        name=str(page.get(("name",), str)),
        title=str(page.get(("title",), str)),
        types=types,
        contexts=tuple(page.get(("contexts",), list, default=list(base.contexts) if base else [])),
    )


def _type(page: _Page, name: str, place: Place, base: Ontology | None) -> EventType:
    page.only(place, TYPE_FIELDS)
    quad = page.get((*place, "quad"), int)
    if quad not in (0, 1, 2, 3, 4):
        raise page.wrong((*place, "quad"), f"{quad} is no quad class; they are 1 to 4, and 0 for none")
    rules = tuple(_rules(page, place, base)) if base else ()
    if base and not rules:
        raise page.wrong(place, f"{name!r} needs 'from', the PLOVER types that it is made of")
    modes = page.get((*place, "modes"), dict, default={})
    score = _score(page, (*place, "score"))
    return EventType(
        name=name,
        meaning=page.get((*place, "meaning"), str, default=""),
        quad=quad,
        score=score,
        modes={str(mode): _score(page, (*place, "modes", mode), score) for mode in modes},
        rules=rules,
    )


def _score(page: _Page, place: Place, default: float | None = None) -> float:
    """A score; of a mode that the codebook gives none, its type's."""
    given = page.get(place, (int, float) if default is None else (int, float, type(None)))
    return float(default if given is None and default is not None else given)


def _rules(page: _Page, place: Place, base: Ontology) -> Iterator[Rule]:
    for n, given in enumerate(page.get((*place, "from"), list, default=[])):
        here = (*place, "from", n)
        if isinstance(given, str):
            given = {"type": given}
        elif not isinstance(given, dict):
            raise page.wrong(here, "is neither a type nor a mapping with 'type'")
        else:
            page.only(here, RULE_FIELDS)
        type_ = str(given.get("type"))
        if type_ not in base.types:
            raise page.wrong(here, f"{type_!r} is no type of {base.title}")
        modes = frozenset(str(m or "") for m in given.get("modes", ()))
        if unknown := sorted(modes - {"", *base.types[type_].modes}):
            raise page.wrong(here, f"{unknown[0]!r} is no mode of {type_}")
        yield Rule(
            type=type_,
            modes=modes,
            actors=frozenset(map(str, given.get("actors", ()))),
            recipients=frozenset(map(str, given.get("recipients", ()))),
        )


Place = tuple[str | int, ...]


class _Page:
    """A YAML file whose errors name file and line."""

    def __init__(self, file: Traversable) -> None:
        self.file = file
        try:
            text = file.read_text(encoding="utf-8")
            self.root = yaml.compose(text, Loader=yaml.SafeLoader)
            self.data = yaml.safe_load(text)
        except (yaml.YAMLError, UnicodeDecodeError) as error:
            mark = getattr(error, "problem_mark", None)
            where = f", line {mark.line + 1}" if mark else ""
            what = getattr(error, "problem", None) or error
            raise BadKnowledge(f"{file.name}{where}: is no YAML: {what}") from error
        if not isinstance(self.data, dict):
            raise BadKnowledge(f"{file.name}, line 1: an ontology is a mapping with 'name', 'title' and 'types'")

    def wrong(self, place: Place, what: str) -> BadKnowledge:
        """The error that names a place in the file."""
        field = f", field {place[-1]!r}" if place and isinstance(place[-1], str) else ""
        return BadKnowledge(f"{self.file.name}, line {self._line(place)}{field}: {what}")

    def get(self, place: Place, kind: type | tuple[type, ...], default: Any = None) -> Any:
        """The value at a place, checked to be of a kind."""
        value = self.data
        for step in place:
            if isinstance(value, dict) and step not in value:
                if default is not None:
                    return default
                raise self.wrong(place, "is missing")
            value = value[step]
        if not isinstance(value, kind) or isinstance(value, bool):
            raise self.wrong(place, f"{value!r} is not what is expected here")
        return value

    def items(self, place: Place) -> Iterator[tuple[str, Place]]:
        """The names in a mapping, each with its own place, which is a mapping too."""
        for name in self.get(place, dict):
            self.get((*place, name), dict)
            yield str(name), (*place, name)

    def only(self, place: Place, allowed: Collection[str]) -> None:
        """Checks that a mapping has no other fields."""
        for field in self.get(place, dict):
            if field not in allowed:
                raise self.wrong((*place, field), f"is none of {', '.join(sorted(allowed))}")

    def _line(self, place: Place) -> int:
        node, line = self.root, 1
        for step in place:
            if isinstance(node, yaml.MappingNode):
                found = next(((k, v) for k, v in node.value if k.value == str(step)), None)
                if found is None:
                    break
                line, node = found[0].start_mark.line + 1, found[1]
            elif isinstance(node, yaml.SequenceNode) and isinstance(step, int):
                node = node.value[step]
                line = node.start_mark.line + 1
        return int(line)
