"""`python -m tests.bench [--quick] [NAME …]`: our figures beside their anchors, measured in the same run.

Nothing here passes or fails a build: the table says what was measured, build/bench.md keeps it.
"""

from __future__ import annotations

import argparse
import importlib
import os
import sys
import time
from dataclasses import replace

from tests.bench.figure import BUILD, HEAD, QUICK, ROOT, Sizes

FIGURES = (
    "start",
    "intake",
    "preview",
    "preview_print",
    "scroll",
    "keys",
    "road",
    "month",
    "dates",
    "listing",
    "press",
    "proof",
    "proofing",
    "seek",
    "similar",
    "kill",
    "compared",
    "law",
    "review",
    "paste",
    "intake",
    "shelf",
    "memory",
    "menus",
    "backup",
    "grown",
    "flips",
    "soak",
    "cuts",
)


def main() -> int:
    """Run the figures named, all of them when none is."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(FIGURES))
    parser.add_argument("--quick", action="store_true", help="smaller desks, fewer turns")
    parser.add_argument("--minutes", type=float, default=0, help="as many turns as begin in so many minutes")
    wish = parser.parse_args()
    unknown = set(wish.names) - set(FIGURES)
    if unknown:
        parser.error(f"unknown: {', '.join(sorted(unknown))}")
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    BUILD.mkdir(parents=True, exist_ok=True)
    sizes = replace(QUICK if wish.quick else Sizes(), minutes=wish.minutes)
    lines = [HEAD]
    print(HEAD)
    for name in wish.names or FIGURES:
        begun = time.monotonic()
        for row in importlib.import_module(f"tests.bench.{name}").rows(sizes):
            lines.append(row.markdown())
            print(lines[-1], flush=True)
        print(f"{name}: {time.monotonic() - begun:.0f} s", file=sys.stderr, flush=True)
    (ROOT / "build" / "bench.md").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
