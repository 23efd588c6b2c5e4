"""The paragraphs of a source, as a model and as a list."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from desk.intake.pieces import IntakePiece
from desk.intake.recogniser.roles import Assigned, Evidence, Role
from desk.text.blocks import Paragraph, Run, new_id
from tests.ui.intake.given import PICTURED, entry
from ui.intake.paragraph_list import ParagraphList, ParagraphModel


@pytest.fixture
def rows(qtbot: QtBot) -> ParagraphList:
    made = ParagraphList()
    made.resize(420, 300)
    qtbot.addWidget(made)
    made.show()
    return made


def test_the_model_is_sound(qtmodeltester: ModelTester) -> None:
    model = ParagraphModel()
    model.show(entry(PICTURED).arrangement.pieces, [3])
    qtmodeltester.check(model, force_py=True)


def test_a_row_says_role_and_reason(rows: ParagraphList) -> None:
    rows.show_pieces(entry(PICTURED).arrangement.pieces, [3])
    index = rows.pieces.index(3)
    said = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Tít: CHI BỘ TRƯỜNG PTDTBT THCS CHIỀNG PHA"
    assert index.data(Qt.ItemDataRole.ToolTipRole).endswith("Chưa chắc, xin xem lại.")
    assert rows.pieces.reason(4) == "Tít, vì nối tiếp dòng tít ở trên."


def test_what_is_selected_stays_so_when_roles_change(rows: ParagraphList) -> None:
    arrangement = entry(PICTURED).arrangement
    rows.show_pieces(arrangement.pieces, [])
    rows.go_to(9)
    arrangement.give([9], Role.OUT)
    rows.show_pieces(arrangement.pieces, [])
    assert rows.selected() == [9]
    assert rows.current() == 9
    rows.show_pieces(entry(PICTURED).arrangement.pieces[:4], [])
    assert rows.current() == 0


def test_thousands_of_paragraphs_are_laid_out_in_parts(qtbot: QtBot, rows: ParagraphList) -> None:
    pieces = tuple(
        Assigned(IntakePiece(Paragraph(new_id(), (Run(f"Đoạn {at}. " * 30),))), Role.BODY, Evidence.PROSE)
        for at in range(2_000)
    )
    rows.show_pieces(pieces, [])
    assert rows.layoutMode() is ParagraphList.LayoutMode.Batched
    rows.go_to(1_900)
    qtbot.waitUntil(lambda: rows.visualRect(rows.pieces.index(1_999)).height() > 0)
    assert rows.current() == 1_900


def test_letters_seek_nothing(qtbot: QtBot, rows: ParagraphList) -> None:
    rows.show_pieces(entry(PICTURED).arrangement.pieces, [])
    rows.go_to(0)
    qtbot.keyClicks(rows, "k")
    assert rows.current() == 0
