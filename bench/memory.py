"""Memory of a stream of 1,000 articles in one process: the most it takes, and whether it stays flat."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from itertools import cycle, islice
from pathlib import Path

import sayso
from bench.articles import articles

ARTICLES = 1000
STEP = 100


def main() -> int:
    for n, outcome in enumerate(sayso.Reader().stream(documents()), 1):
        if isinstance(outcome, sayso.Unread):
            raise SystemExit(f"not read: {outcome.id}: {outcome.reason}")
        if n == 1 or n % STEP == 0:
            print(f"after {n:5,} articles {_resident():6.0f} MB, at most {_peak():6.0f} MB", flush=True)
    return 0


def documents() -> Iterator[sayso.Document]:
    """Articles by the thousand, no two alike: every round changes their numbers and names."""
    for n, text in enumerate(islice(cycle(articles()), ARTICLES)):
        yield sayso.make_document(text.replace(" the ", f" the no{n}x ", 3), id=str(n))


def _resident() -> float:
    return _status("VmRSS")


def _peak() -> float:
    return _status("VmHWM")


def _status(field: str) -> float:
    """Megabytes, as the kernel counts them for this process."""
    for line in Path("/proc/self/status").read_text(encoding="ascii").splitlines():
        if line.startswith(field):
            return int(line.split()[1]) / 1024
    raise SystemExit("memory can only be measured on Linux")


if __name__ == "__main__":
    sys.exit(main())
