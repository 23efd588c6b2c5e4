"""One table says what reads which kind of file: what comes in, and what stands within a Word file."""

from __future__ import annotations

import pytest

from desk.intake.kinds import FileKind
from desk.intake.readers import reader_of

_NO_TEXT = frozenset(set(FileKind) - {
    FileKind.DOCX, FileKind.DOC, FileKind.RTF, FileKind.ODT, FileKind.PDF, FileKind.MHT, FileKind.HTML, FileKind.TEXT,
})  # fmt: skip


@pytest.mark.parametrize("kind", list(FileKind))
def test_every_kind_of_text_has_its_reader(kind: FileKind) -> None:
    assert (reader_of(kind) is None) == (kind in _NO_TEXT)


def test_a_text_is_read() -> None:
    read = reader_of(FileKind.TEXT)
    assert read is not None
    assert read("Giao ban quý I".encode(), "a.txt").pieces[0].words == "Giao ban quý I"
