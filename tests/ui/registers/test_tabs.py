"""Rules set, findings heeded again, lessons forgotten: the tabs of the proofreader."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desk.registers import ignored, storage, taught
from tests.making import Cast
from tests.ui.modal import answer
from tests.ui.registers.filled import fill
from ui.controls.choice_dialog import ChoiceDialog
from ui.registers.page import RegistersPage
from ui.window.window import Window
from ui.words import proofing as words

Sit = Callable[[int], Window]
pytestmark = pytest.mark.usefixtures("april")


def _page(sit: Sit, who: int) -> RegistersPage:
    window = sit(who)
    window.pages.go("registers")
    return window.pages.registers


def test_a_rule_is_turned_off_by_its_tick_and_made_milder_by_the_box(sit: Sit, cast: Cast) -> None:
    page = _page(sit, cast.editor)
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


def test_what_is_passed_over_is_listed_and_taken_back(sit: Sit, cast: Cast) -> None:
    made = fill(cast)
    page = _page(sit, cast.editor)
    tab = page.ignored
    page.tabs.setCurrentWidget(tab)
    assert tab.table.rowCount() == 2
    cells = [tab.table.item(0, column) for column in range(6)]
    assert [item.text() for item in cells if item is not None] == [
        "Thứ Ba", "Thứ không khớp với ngày", "Mọi bài", "Theo lịch cũ của cơ quan", "Phạm Văn Biên, 16/4/2019",
        "Đang bỏ qua",
    ]  # fmt: skip
    tab.table.setCurrentCell(0, 0)
    tab.table.setFocus()
    QTest.keyClick(tab.table, Qt.Key.Key_Delete)
    assert ignored.of(made) == {("spelling.syllable", "Mường Thà")}
    tab.back.click()
    assert ignored.of(made) == frozenset()
    assert tab.empty.isVisible()
    tab.all.setChecked(True)
    assert tab.table.rowCount() == 2
    assert not tab.back.isEnabled()
    tab.seek("muong")
    assert tab.table.rowCount() == 1


def test_a_contributor_takes_back_in_an_article_but_not_for_all(sit: Sit, cast: Cast) -> None:
    fill(cast)
    tab = _page(sit, cast.writer).ignored
    tab.table.setCurrentCell(0, 0)
    assert not tab.back.isEnabled()
    assert tab.back.toolTip()
    tab.table.setCurrentCell(1, 0)
    assert tab.back.isEnabled()


def test_what_was_taught_is_told_and_forgotten_after_a_question(sit: Sit, cast: Cast) -> None:
    page = _page(sit, cast.editor)
    tab = page.taught
    page.tabs.setCurrentWidget(tab)
    assert tab.state.text() == "Chưa dạy bằng số cũ nào."
    assert not tab.drop.isVisible()
    fill(cast)
    page.shown()
    assert (tab.state.text(), tab.more.text()) == (
        "Đã dạy bằng 1.234 bài.",
        "Phạm Văn Biên dạy ngày 16/4/2019.",
    )
    answer(ChoiceDialog, lambda dialog: dialog.reject())
    tab.drop.click()
    assert taught.read() is not None
    answer(ChoiceDialog, lambda dialog: dialog.agree())
    tab.drop.click()
    assert taught.read() is None
    assert not tab.drop.isVisible()
