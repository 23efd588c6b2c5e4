"""What is passed over: listed, searched, heeded again."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desk.registers import ignored
from tests.making import Cast
from tests.ui.registers.filled import fill
from tests.ui.registers.opened import Sit, opened

pytestmark = pytest.mark.usefixtures("april")


def test_what_is_passed_over_is_listed_and_taken_back(sit: Sit, cast: Cast) -> None:
    made = fill(cast)
    page = opened(sit(cast.editor))
    tab = page.ignored
    page.tabs.setCurrentWidget(tab)
    assert tab.table.rowCount() == 2
    told = [tab.table.item(0, column) for column in range(6)]
    assert [item.text() for item in told if item is not None] == [
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
    tab = opened(sit(cast.writer)).ignored
    tab.table.setCurrentCell(0, 0)
    assert not tab.back.isEnabled()
    assert tab.back.toolTip()
    tab.table.setCurrentCell(1, 0)
    assert tab.back.isEnabled()
