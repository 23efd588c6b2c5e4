"""Compares two tours byte by byte: python same_files.py ONE OTHER; 1 when another file differs than may.

The pictures of the screen are left out: each system draws letters in its own way.
"""

from __future__ import annotations

import sys
from pathlib import Path

# What holds ids that are drawn anew with every run, or settings of the machine.
OTHERWISE = {"desk.sqlite", "giao-dien.ini", "lich.ics", "manifest.json"}


def main(one: Path, other: Path) -> int:
    """Say what differs, last how much is the same."""
    names = {path.relative_to(root) for root in (one, other) for path in root.rglob("*") if path.is_file()}
    names = {name for name in names if not (name.suffix == ".png" and name.parent == Path())}
    same, faults = 0, 0
    for name in sorted(names):
        if not ((one / name).exists() and (other / name).exists()):
            state = "only in one"
        elif (one / name).read_bytes() == (other / name).read_bytes():
            same += 1
            continue
        else:
            state = "differs"
        may = name.name in OTHERWISE
        faults += not may
        sys.stdout.write(f"{name.as_posix()}: {state}{', as it may' if may else ''}\n")
    sys.stdout.write(f"{same} of {len(names)} files are the same byte by byte\n")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2])))
