"""How far two annotations of the same sentences of the *deeds* corpus agree.

    python -m evaluation.agreement corpora/deeds/test.jsonl corpora/deeds/blind.txt

Events are the same when their triggers share a character, and are paired in the order of the text. Sentences that only
one file has are left out.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from evaluation.deeds import Deed, Sentence, read
from evaluation.own import macro


def shared(one: Path, other: Path) -> Iterator[tuple[Sentence, Sentence]]:
    """The sentences that both files have."""
    known = {sentence.text: sentence for sentence in read(other)}
    yield from ((s, known[s.text]) for s in read(one) if s.text in known)


def paired(one: Sentence, other: Sentence) -> list[tuple[Deed, Deed]]:
    """The events that both mark."""
    left = list(other.events)
    out = []
    for deed in one.events:
        same = next((d for d in left if d.trigger[0] < deed.trigger[1] and deed.trigger[0] < d.trigger[1]), None)
        if same is not None:
            left.remove(same)
            out.append((deed, same))
    return out


def main(arguments: list[str]) -> None:
    """Prints the figures."""
    sentences = list(shared(Path(arguments[0]), Path(arguments[1])))
    pairs = [pair for both in sentences for pair in paired(*both)]
    marked = sum(len(one.events) + len(other.events) for one, other in sentences)
    same = sum(a.type == b.type for a, b in pairs)
    print(f"{len(sentences)} sentences, {len(pairs)} events marked by both")
    print(f"events F1 {2 * len(pairs) / marked:.3f}, with type {2 * same / marked:.3f}")
    for what in ("type", "polarity", "modality"):
        values = [(getattr(a, what), getattr(b, what)) for a, b in pairs]
        print(f"{what}: agreed {sum(x == y for x, y in values) / len(values):.3f}, macro-F1 {macro(values):.3f}")
    modes = [(f"{a.type} {a.mode}", f"{b.type} {b.mode}") for a, b in pairs if a.type == b.type and (a.mode or b.mode)]
    print(f"mode: agreed {sum(x == y for x, y in modes) / len(modes):.3f} of {len(modes)}")


if __name__ == "__main__":
    main(sys.argv[1:])
