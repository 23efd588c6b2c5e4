"""What a person should look at, and what was left out."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desk.intake.result import Doubt, DoubtKind
from ui.intake.doubts_box import DoubtsBox

_DOUBTS = [
    Doubt(DoubtKind.NO_DATE),
    Doubt(DoubtKind.NO_LEAD),
    Doubt(DoubtKind.NO_BYLINE),
    Doubt(DoubtKind.CAPTION_GUESSED, "Quang cảnh\nhội nghị", "b"),
]


def test_a_few_are_in_sight_and_each_leads_to_its_place(qtbot: QtBot) -> None:
    box = DoubtsBox()
    qtbot.addWidget(box)
    box.show_doubts(_DOUBTS, ())
    box.show()
    high = box.doubts.height()
    box.keep_rows(1)
    assert box.doubts.height() < high
    assert box.head.text() == "XIN XEM LẠI (4)"
    assert box.fold.isHidden()
    wanted: list[Doubt] = []
    box.wanted.connect(wanted.append)
    box.doubts.setCurrentRow(3)
    qtbot.keyClick(box.doubts, Qt.Key.Key_Return)
    assert wanted == [_DOUBTS[3]]
    assert "\n" not in box.doubts.item(3).text()


def test_without_any_there_is_nothing(qtbot: QtBot) -> None:
    box = DoubtsBox()
    qtbot.addWidget(box)
    box.show_doubts(_DOUBTS, ["In bài"])
    box.show()
    assert not box.fold.isHidden()
    box.show_doubts([], [])
    assert box.head.isHidden()
    assert box.doubts.isHidden()
    assert box.fold.isHidden()
