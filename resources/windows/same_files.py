"""Compares two tours byte by byte: python same_files.py ONE OTHER; 1 when another file differs than may."""

from __future__ import annotations

import sys
from pathlib import Path

# What holds ids, moments or settings of the machine, and is another with every run.
OTHERWISE = {".sqlite", ".ini", ".log", ".lock", ".zip", ".docx"}


def main(one: Path, other: Path) -> int:
    """Say what differs, last how much is the same."""
    names = {path.relative_to(root) for root in (one, other) for path in root.rglob("*") if path.is_file()}
    same, faults = 0, 0
    for name in sorted(names):
        if not ((one / name).exists() and (other / name).exists()):
            state = "only in one"
        elif (one / name).read_bytes() == (other / name).read_bytes():
            same += 1
            continue
        else:
            state = "differs"
        may = name.suffix in OTHERWISE
        faults += not may
        sys.stdout.write(f"{name.as_posix()}: {state}{', as it may' if may else ''}\n")
    sys.stdout.write(f"{same} of {len(names)} files are the same byte by byte\n")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2])))
