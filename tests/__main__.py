"""The one command: ruff, format, mypy, import-linter, pytest. `python -m tests`."""

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
    ("pytest", ["-m", "pytest", "-q"]),
)


def main() -> int:
    """Run every step; say at the end which failed."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONUTF8": "1"}
    failed = []
    for name, arguments in STEPS:
        print(f"== {name}", flush=True)
        extra = sys.argv[1:] if name == "pytest" else []
        done = subprocess.run([sys.executable, *arguments, *extra], cwd=ROOT, env=environment, check=False)
        if done.returncode:
            failed.append(name)
    print(f"failed: {', '.join(failed)}" if failed else "all steps passed", flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
