"""A .doc made a .docx by LibreOffice, where the machine has it."""

from __future__ import annotations

import sys
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from desk.intake.doc.converter import converted, libreoffice
from tests.desk.intake.answers import answers

PROGRAM = libreoffice()


@pytest.mark.skipif(PROGRAM is None, reason="LibreOffice is not on this machine")
def test_a_doc_becomes_a_docx() -> None:
    path = answers("doc")[0]
    made = converted(path.read_bytes(), path.name)
    assert made is not None
    assert "word/document.xml" in zipfile.ZipFile(BytesIO(made)).namelist()


def test_a_program_that_fails_makes_nothing(tmp_path: Path) -> None:
    assert converted(b"x", "a.doc", Path(sys.executable)) is None
    assert converted(b"x", "a.doc", tmp_path / "khong-co") is None
