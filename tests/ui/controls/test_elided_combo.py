"""A box whose words give up their end."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from ui.controls.elided_combo import ElidedCombo


def test_a_box_has_the_whole_of_its_words_in_the_tooltip(qtbot: QtBot) -> None:
    box = ElidedCombo(6)
    qtbot.addWidget(box)
    words = "Số 4/2019, chủ đề ngày sách và văn hóa đọc"
    box.addItem(words)
    box.show()
    assert box.toolTip() == words
    assert not box.grab().isNull()
