"""A paragraph of a source as it is painted."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from pytestqt.qtbot import QtBot

from desk.intake.pieces import IntakePiece
from desk.intake.recogniser.roles import Assigned, Evidence, Role
from desk.text.blocks import Paragraph, Picture, Run, Table, new_id
from tests.ui.intake.given import PICTURED, entry
from tests.ui.painted import Painted
from ui.intake.paragraph_delegate import TOKENS, letters_of
from ui.intake.paragraph_list import ParagraphList


def test_every_role_has_its_colour() -> None:
    assert set(TOKENS) == set(Role)


def test_what_is_no_text_says_what_it_is() -> None:
    picture = IntakePiece(Picture(new_id(), "", caption="Quang cảnh"))
    table = IntakePiece(Table(new_id(), (((Run("A"),), (Run("B"),)),)))
    assert letters_of(picture) == "Ảnh: Quang cảnh"
    assert letters_of(table) == "Bảng 1 hàng: A B"
    assert len(letters_of(IntakePiece(Paragraph(new_id(), (Run("chữ " * 9_000),))))) < 1_000


def test_chips_are_painted_with_their_words(qtbot: QtBot) -> None:
    rows = ParagraphList()
    qtbot.addWidget(rows)
    rows.resize(420, 900)
    rows.show_pieces(entry(PICTURED).arrangement.pieces, [8])
    rows.show()
    words = " ".join(
        one.words for one in Painted(lambda painter: rows.render(painter, QPoint()), 420, 900).lines()
    )
    for word in ("Tít", "Sapô", "Thân", "Bỏ", "Bút danh", "Chú thích ?"):
        assert word in words, words


def test_a_long_paragraph_shows_its_first_lines(qtbot: QtBot) -> None:
    rows = ParagraphList()
    qtbot.addWidget(rows)
    rows.resize(420, 300)
    long, short = (
        Assigned(IntakePiece(Paragraph(new_id(), (Run("Một câu dài. " * count),))), Role.BODY, Evidence.PROSE)
        for count in (400, 1)
    )
    rows.show_pieces((long, short), [])
    rows.show()
    heights = [rows.visualRect(rows.pieces.index(at)).height() for at in (0, 1)]
    assert heights[1] < heights[0] < 6 * heights[1]


def test_in_a_narrow_list_the_words_stand_below_their_chip(qtbot: QtBot) -> None:
    rows = ParagraphList()
    qtbot.addWidget(rows)
    rows.show_pieces(entry(PICTURED).arrangement.pieces, [])
    rows.show()
    lefts = []
    for width in (420, 300):
        rows.resize(width, 900)
        painted = Painted(lambda painter: rows.render(painter, QPoint()), width, 900)
        words = next(one for one in painted.lines() if "Tại buổi lễ" in one.words)
        chip = next(one for one in painted.lines() if one.words == "Thân")
        lefts.append((words.x - chip.x, words.y - chip.y))
    assert lefts[0][0] > 60
    assert lefts[1][0] < 20
    assert lefts[1][1] > lefts[0][1] + 10
