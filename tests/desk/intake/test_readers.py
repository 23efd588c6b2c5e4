"""One table says what reads which kind of file: what comes in, and what stands within a Word file."""

from __future__ import annotations

import pytest

from desk.intake.kinds import FileKind
from desk.intake.readers import reader_of

_READ = {FileKind.RTF, FileKind.ODT, FileKind.PDF, FileKind.MHT, FileKind.HTML, FileKind.TEXT}


@pytest.mark.parametrize("kind", list(FileKind))
def test_every_kind_but_words_own_has_its_reader(kind: FileKind) -> None:
    assert (reader_of(kind) is not None) == (kind in _READ)


def test_a_text_is_read() -> None:
    read = reader_of(FileKind.TEXT)
    assert read is not None
    assert read("Giao ban quý I".encode(), "a.txt").pieces[0].words == "Giao ban quý I"
