"""A verb run as from a shell: its exit code, standard output and standard error."""

from __future__ import annotations

from pathlib import Path

import pytest

from main import main
from tests.making import PASSWORD

Capture = pytest.CaptureFixture[str]


def run(capsys: Capture, *arguments: object) -> tuple[int, str, str]:
    """Run a verb; return its exit code and what it wrote to either stream."""
    try:
        code = main([str(argument) for argument in arguments])
    except SystemExit as left:
        code = int(left.code or 0)
    written = capsys.readouterr()
    return code, written.out, written.err


def acting(desk: Path, name: str, password: str = PASSWORD) -> tuple[str, ...]:
    """Return the arguments by which somebody acts on a desk, their password in a file beside it."""
    file = desk.parent / "mật khẩu.txt"
    file.write_text(f"{password}\n", encoding="utf-8")
    return ("--as", name, "--password-file", str(file))
