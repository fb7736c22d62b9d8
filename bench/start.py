"""CPU seconds that it takes to begin: `import sayso`, and `sayso --help`."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
from pathlib import Path

TURNS = 7


def main() -> int:
    command = Path(sys.executable).parent / "sayso"
    for name, call in (
        ("python, nothing else", [sys.executable, "-c", "pass"]),
        ("import sayso", [sys.executable, "-c", "import sayso"]),
        ("sayso --help", [str(command), "--help"]),
    ):
        print(f"{name:22} {statistics.median(_seconds(call) for _ in range(TURNS)):.3f} s")
    return 0


def _seconds(call: list[str]) -> float:
    before = os.times()
    subprocess.run(call, check=True, stdout=subprocess.DEVNULL)
    after = os.times()
    return after.children_user + after.children_system - before.children_user - before.children_system


if __name__ == "__main__":
    sys.exit(main())
