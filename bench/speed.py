"""Words a second of a whole reading, over words a second of the bare parser: the ratio that speed is judged by.

Same texts, one core, one thread, CPU time; the two take turns, and the ratio is the median of the turns. The bare
parser is the stock `en_core_web_sm` pipeline as it comes.
"""

from __future__ import annotations

import statistics
import sys
from collections.abc import Callable
from time import process_time

TURNS = 7


def main() -> int:
    import spacy

    import sayso
    from bench.articles import articles
    from sayso.knowledge.language import language

    texts = articles()
    bare = spacy.load(language("en").pipeline)
    reader = sayso.Reader()
    documents = [sayso.make_document(text) for text in texts]
    words = sum(len(text.split()) for text in texts)

    def parse() -> None:
        for _ in bare.pipe(texts, batch_size=16):
            pass

    def read() -> None:
        for outcome in reader.stream(documents):
            if isinstance(outcome, sayso.Unread):
                raise SystemExit(f"not read: {outcome.id}: {outcome.reason}")

    parse()
    read()
    turns = [(_seconds(parse), _seconds(read)) for _ in range(TURNS)]
    for parsed, taken in turns:
        print(
            f"bare parser {words / parsed:8,.0f} words/s   sayso {words / taken:8,.0f} words/s   {parsed / taken:.3f}"
        )
    print(f"ratio, median of {TURNS}: {statistics.median(p / t for p, t in turns):.3f}  ({words:,} words)")
    return 0


def _seconds(work: Callable[[], None]) -> float:
    start = process_time()
    work()
    return process_time() - start


if __name__ == "__main__":
    sys.exit(main())
