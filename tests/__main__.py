"""The one command: ruff, format, mypy, import-linter, pytest. `python -m tests [--long] [ARGUMENTS OF PYTEST]`.

Without `--long` every run is the same: the order of the tests, and what chance gives them. With it the order is
another each time, and chance tries ten times as much.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
STEPS = (
    ("ruff", ["-m", "ruff", "check", "."]),
    ("ruff format", ["-m", "ruff", "format", "--check", "."]),
    ("mypy", ["-m", "mypy"]),
    ("import-linter", ["-c", "from importlinter.cli import lint_imports_command as lint; lint()"]),
)
# Runs one after the other: a process that had them all would end with a gigabyte.
APART = ("issue", "proof", "tour")
ROOMS = {
    "all but the windows": ["--ignore=tests/ui"],
    "the windows of an issue": ["tests/ui/issue"],
    "the tour, and pages as they print": ["tests/ui/tour", "tests/ui/proof"],
    "the other windows": ["tests/ui", *(f"--ignore=tests/ui/{room}" for room in APART)],
}
SAME = ["-p", "no:randomly"]
BESIDE = ["-n", "2", "--dist", "loadfile"]  # a file's tests share what its fixtures make


def main(arguments: list[str]) -> int:
    """Run every step; say at the end which failed."""
    environment = {**os.environ, "PYTHONUTF8": "1"}
    environment.pop("QT_QPA_PLATFORM", None)  # the tests choose their own
    environment["MALLOC_ARENA_MAX"] = "2"  # of glibc: what one thread lets go, another may take
    long = "--long" in arguments
    if long:
        environment["BAN_BIEN_TAP_TESTS"] = "long"
    given = [one for one in arguments if one != "--long"]
    tests = ["-m", "pytest", "-q", *BESIDE, *([] if long else SAME), *given]
    rooms = (
        [("pytest", tests)]
        if given
        else [(f"pytest: {name}", [*tests, *room]) for name, room in ROOMS.items()]
    )
    failed = []
    for name, command in (*STEPS, *rooms):
        print(f"== {name}", flush=True)
        done = subprocess.run([sys.executable, *command], cwd=ROOT, env=environment, check=False)
        if done.returncode:
            failed.append(name)
    print(f"failed: {', '.join(failed)}" if failed else "all steps passed", flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
