"""The one command: ruff, format, mypy, import-linter, pytest. `python -m tests [--long] [ARGUMENTS OF PYTEST]`.

Without `--long` every run is the same: the order of the tests, and what chance gives them. With it the order is
another each time, and chance tries thirty times as much.
"""

from __future__ import annotations

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor, as_completed
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
STEPS = (
    ("ruff", ["-m", "ruff", "check", "."]),
    ("ruff format", ["-m", "ruff", "format", "--check", "."]),
    ("mypy", ["-m", "mypy"]),
    ("import-linter", ["-c", "from importlinter.cli import lint_imports_command as lint; lint()"]),
)


def _rooms(floor: str, *names: str) -> list[str]:
    return [f"tests/{floor}/{name}" for name in names]


def _but(*rooms: str) -> list[str]:
    return [f"--ignore={room}" for room in rooms]


# Processes beside each other, the longest first: one that had all tests would end with a gigabyte, and workers
# that share them would each read all of them. A new room is among "the other windows" or "the rest of the desk".
_EDITOR = ("editor", "paper")
_WINDOW = ("look", "window")
_ISSUE = ("issue",)
_TOUR = ("proof", "tour")
_INTAKE = ("intake", "compare")
_PAPER = ("export", "integrity", "issues", "week_schedule")
_SAMPLE = ("sample", "text")
_PROOFREADER = ("proofing", "registers")
_PRESS = ("press",)
_FITTED = _rooms("desk", "press/typeset/test_fitting.py")
_LONG = _rooms("desk", "sample/test_printed_lines.py", "sample/test_foot.py")


ROOMS = {
    "the other windows": ["tests/ui", *_but(*_rooms("ui", *_EDITOR, *_WINDOW, *_ISSUE, *_TOUR))],
    "the look and the window": _rooms("ui", *_WINDOW),
    "the windows of an issue": _rooms("ui", *_ISSUE),
    "the editor and its paper": _rooms("ui", *_EDITOR),
    "the tour and pages as they print": _rooms("ui", *_TOUR),
    "the rest of the desk": _but(
        "tests/ui", *_rooms("desk", *_INTAKE, *_PAPER, *_SAMPLE, *_PROOFREADER, *_PRESS)
    ),
    "the press": [*_rooms("desk", *_PRESS), *_but(*_FITTED)],
    "the desk's papers": _rooms("desk", *_PAPER),
    "long issues": _LONG,
    "a long issue fitted to its sheets": _FITTED,
    "the sample's pages": [*_rooms("desk", *_SAMPLE), *_but(*_LONG)],
    "the proofreader": _rooms("desk", *_PROOFREADER),
    "foreign files and comparison": _rooms("desk", *_INTAKE),
}
_SAME = ["-p", "no:randomly"]


def main(arguments: list[str]) -> int:
    """Run every step; say at the end which failed."""
    environment = {**os.environ, "PYTHONUTF8": "1"}
    environment.pop("QT_QPA_PLATFORM", None)  # the tests choose their own
    environment["MALLOC_ARENA_MAX"] = "2"  # of glibc: what one thread lets go, another may take
    long = "--long" in arguments
    if long:
        environment["BAN_BIEN_TAP_TESTS"] = "long"
    given = [one for one in arguments if one != "--long"]
    tests = ["-m", "pytest", "-q", *([] if long else _SAME), *given]
    rooms = {"": []} if given else ROOMS
    failed = []
    for name, command in STEPS:
        print(f"== {name}", flush=True)
        if subprocess.run([sys.executable, *command], cwd=ROOT, env=environment, check=False).returncode:
            failed.append(name)
    with ThreadPoolExecutor(os.cpu_count() or 1) as beside:
        running = {beside.submit(_tested, [*tests, *room], environment): name for name, room in rooms.items()}
        for run in as_completed(running):
            name = f"pytest: {running[run]}".removesuffix(": ")
            code, said = run.result()
            print(f"== {name}\n{said}", flush=True)
            if code:
                failed.append(name)
    print(f"failed: {', '.join(failed)}" if failed else "all steps passed", flush=True)
    return 1 if failed else 0


def _tested(command: list[str], environment: dict[str, str]) -> tuple[int, str]:
    """Run pytest; return its exit code and what it said."""
    done = subprocess.run(
        [sys.executable, *command],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    return done.returncode, done.stdout


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
