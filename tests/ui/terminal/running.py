"""A verb run as from a shell: its exit code, standard output and standard error."""

from __future__ import annotations

import pytest

from main import main

Capture = pytest.CaptureFixture[str]


def run(capsys: Capture, *arguments: object) -> tuple[int, str, str]:
    """Run a verb; return its exit code and what it wrote to either stream."""
    try:
        code = main([str(argument) for argument in arguments])
    except SystemExit as left:
        code = int(left.code or 0)
    written = capsys.readouterr()
    return code, written.out, written.err
