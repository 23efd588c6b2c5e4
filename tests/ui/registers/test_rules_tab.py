"""The rules of the proofreader: each on or off by its tick, milder by the box below."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desk.registers import storage
from tests.making import Cast
from tests.ui.registers.opened import Sit, opened
from ui.words import proofing as words

pytestmark = pytest.mark.usefixtures("april")


def test_a_rule_is_turned_off_by_its_tick_and_made_milder_by_the_box(sit: Sit, cast: Cast) -> None:
    page = opened(sit(cast.editor))
    tab = page.rules
    page.tabs.setCurrentWidget(tab)
    at = list(words.RULES).index("typography.dash")
    tab.table.setCurrentCell(at, 0)
    tab.table.setFocus()
    QTest.keyClick(tab.table, Qt.Key.Key_Space)
    assert storage.rule_states() == {"typography.dash": "off"}
    assert tab.counted.text() == "Đang tắt 1 quy tắc"
    assert tab.chosen() == "typography.dash"
    assert tab.level.currentText() == "Tắt"
    tab.level.setCurrentIndex(tab.level.findText("Gợi ý"))
    tab.level.activated.emit(tab.level.currentIndex())
    assert storage.rule_states() == {"typography.dash": "gợi ý"}
    item = tab.table.item(at, 2)
    assert item is not None
    assert item.text() == "Gợi ý"
    page.session.undo()
    assert storage.rule_states() == {"typography.dash": "off"}
    tick = tab.table.item(at, 0)
    assert tick is not None
    tick.setCheckState(Qt.CheckState.Checked)
    assert storage.rule_states() == {}
