"""The *deeds* corpus: invented sentences with events, and mistakes of marking named.

    python -m evaluation.deeds check FILE…             names every mistake, exit status 1 where there is one
    python -m evaluation.deeds count FILE…             how many of what
    python -m evaluation.deeds build FOLDER FILE…      writes train.jsonl and test.jsonl, split by situation

Files are in the annotators' form (``.txt``, see ``corpora/deeds/GUIDE.md``) or in JSON Lines (``.jsonl``).
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from evaluation.voices import NUMBERED, Mismarked, locate
from sayso.knowledge.ontology import plover
from sayso.schema.event import KINDS, MODALITIES

TEST_SHARE = 0.2
"""The share of situations that only measure."""
Spans = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """One marked event; spans are characters of the sentence."""

    trigger: tuple[int, int]
    type: str
    mode: str | None
    polarity: str
    modality: str
    actors: Spans
    recipients: Spans


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """One marked quantity; ``trigger`` is that of its event."""

    span: tuple[int, int]
    low: float | None
    high: float | None
    kind: str
    unit: str | None
    trigger: tuple[int, int] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence of a situation with all that is marked in it."""

    id: str
    situation: str
    text: str
    events: tuple[Deed, ...]
    quantities: tuple[Amount, ...]


def read(path: Path) -> Iterator[Sentence]:
    """The sentences of a file.

    Raises:
        Mismarked: with file and line.
    """
    if path.suffix == ".jsonl":
        for line in path.read_text(encoding="utf-8").splitlines():
            yield _from_json(json.loads(line))
        return
    found: list[str] = []
    for outcome in attempts(path):
        if isinstance(outcome, str):
            found.append(outcome)
        else:
            yield outcome
    if found:
        raise Mismarked("\n".join(found))


def attempts(path: Path) -> Iterator[Sentence | str]:
    """The sentences of a file in the annotators' form; for a line that is wrong, what is wrong with it."""
    situation, number = "", 0
    block: list[tuple[int, str]] = []
    lines = path.read_text(encoding="utf-8").splitlines()
    for n, line in enumerate([*lines, "# end"], 1):
        if line[:2] in ("# ", "T ") and block:
            number += 1
            yield from _sentence(path, f"{path.stem}{number:04}", situation, block)
            block = []
        if line.startswith("# "):
            situation = f"{path.stem}: {line[2:].strip()}"
        elif line[:2] in ("T ", "E ", "Q "):
            block.append((n, line))
        elif line.strip():
            yield f"{path.name}, line {n}: begins with none of '# ', 'T ', 'E ', 'Q '"


def _sentence(path: Path, name: str, situation: str, block: list[tuple[int, str]]) -> Iterator[Sentence | str]:
    text = block[0][1][2:].strip()
    if not block[0][1].startswith("T "):
        yield f"{path.name}, line {block[0][0]}: there is no sentence above this line"
        return
    events: list[Deed] = []
    quantities: list[Amount] = []
    for n, line in block[1:]:
        try:
            fields = [f.strip() for f in line[2:].split("|")]
            if line.startswith("E "):
                events.append(_deed(text, fields))
            else:
                quantities.append(_amount(text, fields))
        except Mismarked as error:
            yield f"{path.name}, line {n}: {error}"
    yield Sentence(id=name, situation=situation, text=text, events=tuple(events), quantities=tuple(quantities))


def _deed(text: str, fields: list[str]) -> Deed:
    if len(fields) != 5:
        raise Mismarked(f"an event has 5 fields, this has {len(fields)}")
    type_, _, mode = fields[1].partition(" ")
    sign, _, modality = fields[2].partition(" ")
    if type_ not in plover().types:
        raise Mismarked(f"{type_!r} is no event type")
    if mode and mode not in plover().types[type_].modes:
        raise Mismarked(f"{mode!r} is no mode of {type_}")
    if sign not in "+-" or modality not in MODALITIES:
        raise Mismarked(f"{fields[2]!r} is no polarity and modality")
    trigger = locate(text, fields[0])
    return Deed(
        trigger=trigger,
        type=type_,
        mode=mode or None,
        polarity="negated" if sign == "-" else "affirmed",
        modality=modality,
        actors=_spans(text, fields[3], trigger),
        recipients=_spans(text, fields[4], trigger),
    )


def _amount(text: str, fields: list[str]) -> Amount:
    if len(fields) != 6:
        raise Mismarked(f"a quantity has 6 fields, this has {len(fields)}")
    if fields[3] not in KINDS:
        raise Mismarked(f"{fields[3]!r} is no kind of quantity")
    return Amount(
        span=locate(text, fields[0]),
        low=_number(fields[1]),
        high=_number(fields[2]),
        kind=fields[3],
        unit=fields[4] or None,
        trigger=locate(text, fields[5]) if fields[5] else None,
    )


def _number(words: str) -> float | None:
    try:
        return float(words.replace(",", "")) if words else None
    except ValueError as error:
        raise Mismarked(f"{words!r} is no number") from error


def _spans(text: str, field: str, trigger: tuple[int, int]) -> Spans:
    return tuple(_nearest(text, s.strip(), trigger) for s in field.split(";") if s.strip())


def _nearest(text: str, string: str, trigger: tuple[int, int]) -> tuple[int, int]:
    """Where a party stands; of several places without a number the one nearest to the trigger."""
    if NUMBERED.match(string):
        return locate(text, string)
    found: list[tuple[int, int]] = []
    while True:
        try:
            found.append(locate(text, f"{string}#{len(found)}"))
        except Mismarked:
            return min(found, key=lambda span: abs(span[0] - trigger[0])) if found else locate(text, string)


def _from_json(row: dict[str, object]) -> Sentence:
    def tuples(value: object) -> object:
        return tuple(map(tuples, value)) if isinstance(value, list) else value

    def made(kind: type, value: object) -> tuple[object, ...]:
        assert isinstance(value, list)
        return tuple(kind(**{k: tuples(v) for k, v in item.items()}) for item in value)

    plain = {k: row[k] for k in ("id", "situation", "text")}
    return Sentence(**plain, events=made(Deed, row["events"]), quantities=made(Amount, row["quantities"]))  # type: ignore[arg-type]


def is_test(situation: str) -> bool:
    """Whether a situation only measures: decided by a checksum of its heading, so that nobody chooses."""
    return hashlib.sha256(situation.encode()).digest()[0] < 256 * TEST_SHARE


def build(folder: Path, files: Iterable[Path]) -> None:
    """Writes both parts of the corpus; a sentence that stands twice is left out the second time."""
    seen: set[str] = set()
    parts: dict[str, list[str]] = {"train": [], "test": []}
    for sentence in (s for file in files for s in read(file)):
        plain = " ".join(sentence.text.lower().split())
        if plain not in seen:
            seen.add(plain)
            part = "test" if is_test(sentence.situation) else "train"
            parts[part].append(json.dumps(asdict(sentence), ensure_ascii=False))
    for name, lines in parts.items():
        (folder / f"{name}.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")


def count(files: Iterable[Path]) -> Counter[str]:
    """How many sentences, and events by type, mode, polarity and modality."""
    out: Counter[str] = Counter()
    for sentence in (s for file in files for s in read(file)):
        out["sentences"] += 1
        out["without events"] += not sentence.events
        out["quantities"] += len(sentence.quantities)
        for event in sentence.events:
            out.update(("events", event.type, event.polarity, event.modality, f"{event.type} {event.mode or '-'}"))
    return out


def main(arguments: list[str]) -> int:
    files = [Path(a) for a in arguments[1:]]
    match arguments[:1]:
        case ["check"]:
            found = [w for file in files for w in _mistakes(file)]
            print("\n".join([*found, f"{len(found)} mistakes in {len(files)} files"]))
            return bool(found)
        case ["count"]:
            for name, number in sorted(count(files).items()):
                print(f"{number:6} {name}")
        case ["build"]:
            build(files[0], files[1:])
        case _:
            print(__doc__, file=sys.stderr)
            return 2
    return 0


def _mistakes(path: Path) -> list[str]:
    if path.suffix == ".jsonl":
        return [f"{s.id}: a span lies outside the text" for s in read(path) if not _inside(s)]
    return [outcome for outcome in attempts(path) if isinstance(outcome, str)]


def _inside(sentence: Sentence) -> bool:
    spans = [s for e in sentence.events for s in (e.trigger, *e.actors, *e.recipients)]
    return all(0 <= start < end <= len(sentence.text) for start, end in spans + [q.span for q in sentence.quantities])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
