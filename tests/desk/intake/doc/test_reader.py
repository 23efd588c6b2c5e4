"""Word 97–2003 files to pieces."""

from __future__ import annotations

from pathlib import Path

import pytest

from desk.intake.doc.reader import read_doc
from desk.intake.doc.streams import Part
from desk.intake.result import DoubtKind
from desk.text.blocks import Table
from tests.desk.intake.answers import answers, check, survives


@pytest.mark.parametrize("path", answers("doc"), ids=lambda path: path.name)
def test_real_files_have_what_their_answers_say(path: Path) -> None:
    check(read_doc, path)


@pytest.mark.parametrize("path", answers("doc"), ids=lambda path: path.name)
def test_whatever_the_bytes_are_it_reads_or_refuses(path: Path) -> None:
    survives(read_doc, path.read_bytes(), 2)


def test_looks_and_tables_come_with_the_words() -> None:
    path = next(path for path in answers("doc") if path.name.startswith("51"))
    document = read_doc(path.read_bytes(), path.name)
    table, greeting, title = document.pieces[0], document.pieces[1], document.pieces[2]
    assert isinstance(table.block, Table)
    assert len(table.block.rows[0]) == 2
    assert (greeting.centred, greeting.bold, greeting.italic) == (True, True, True)
    assert (title.centred, title.bold, title.size) == (True, True, 15.0)


def test_a_file_whose_looks_are_lost_gives_its_words_and_says_so() -> None:
    path = answers("doc")[0]
    data = bytearray(path.read_bytes())
    at = data.index(b"\xec\xa5") + 154 + 8 * Part.LETTER_PAGES
    data[at + 4 : at + 8] = bytes(4)
    document = read_doc(bytes(data), path.name)
    assert [doubt.kind for doubt in document.doubts] == [DoubtKind.NO_LOOKS_READ]
    whole = read_doc(path.read_bytes(), path.name)
    assert [piece.words for piece in document.pieces] == [piece.words for piece in whole.pieces]
