"""What a process may take at most."""

from __future__ import annotations

import subprocess
import sys

from desk.paths import ROOT

GREEDY = """
from desk.process_limits import limit_memory
limit_memory(256 * 1024 * 1024)
try:
    much = b"x" * (512 * 1024 * 1024)
except MemoryError:
    print("refused")
else:
    print("taken", len(much))
"""


def test_more_memory_than_allowed_is_refused() -> None:
    run = subprocess.run(
        [sys.executable, "-c", GREEDY], cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=True
    )
    assert run.stdout.strip() == "refused"
