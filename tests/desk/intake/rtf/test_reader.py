"""RTF files to pieces."""

from __future__ import annotations

from pathlib import Path

import pytest

from desk.intake.rtf.reader import read_rtf
from tests.desk.intake.answers import answers, check, survives


@pytest.mark.parametrize("path", answers("rtf"), ids=lambda path: path.name)
def test_real_files_have_what_their_answers_say(path: Path) -> None:
    check(read_rtf, path)


@pytest.mark.parametrize("path", answers("rtf"), ids=lambda path: path.name)
def test_whatever_the_bytes_are_it_reads_or_refuses(path: Path) -> None:
    survives(read_rtf, path.read_bytes(), 1)
