"""PDF pages to pieces."""

from __future__ import annotations

from pathlib import Path

import pytest

from desk.intake.pdf.reader import read_pdf
from tests.desk.intake.answers import answers, check, survives


@pytest.mark.parametrize("path", answers("pdf"), ids=lambda path: path.name)
def test_real_files_have_what_their_answers_say(path: Path) -> None:
    check(read_pdf, path)


@pytest.mark.parametrize("path", answers("pdf"), ids=lambda path: path.name)
def test_whatever_the_bytes_are_it_reads_or_refuses(path: Path) -> None:
    survives(read_pdf, path.read_bytes(), 4)
