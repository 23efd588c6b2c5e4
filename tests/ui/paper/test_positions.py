"""Places of a text found on its page and back, in code points whatever Qt counts."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication

from desk.text.blocks import Paragraph, Picture, Run
from ui.paper.blocks_to_qt import PageDocument, fill
from ui.paper.positions import parts, picture_at, place_of, stretch

SHA = "ab" * 32


@pytest.fixture
def page(qapp: QApplication) -> PageDocument:
    made = PageDocument()
    wide = Paragraph("00000002", (Run("𝐀𝐁 hai\nba"),))
    fill(made, (Paragraph("00000001", (Run("một"),)), wide, Picture("00000003", SHA)))
    return made


def test_every_block_has_its_place(page: PageDocument) -> None:
    assert [(part.place, part.words) for part in parts(page)] == [
        ("00000001", "một"),
        ("00000002", "𝐀𝐁 hai\nba"),
        ("00000003", ""),
    ]


@pytest.mark.parametrize("place", [("00000001", 0, 3), ("00000002", 3, 6), ("00000002", 7, 9)])
def test_a_stretch_is_selected_and_read_back(page: PageDocument, place: tuple[str, int, int]) -> None:
    cursor = stretch(page, *place)
    assert cursor is not None
    assert place_of(cursor) == place


def test_a_picture_is_taken_whole_and_a_strange_place_not_at_all(page: PageDocument) -> None:
    cursor = stretch(page, "00000003", 0, 0)
    assert cursor is not None
    assert place_of(cursor) == ("00000003", 0, 0)
    assert picture_at(cursor) is not None
    assert stretch(page, "không có", 0, 1) is None
    assert picture_at(QTextCursor(page)) is None
