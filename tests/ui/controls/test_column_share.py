"""The columns of a table share its width by what stands in them."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QApplication, QTableWidget, QTableWidgetItem
from pytestqt.qtbot import QtBot

from ui.controls.column_share import ColumnShare
from ui.controls.framed_table import FramedTable

NAME = "Công Tằng Tôn Nữ Nguyễn Thị Phương Thảo"


def _table(qtbot: QtBot, width: int) -> FramedTable:
    table = FramedTable("Người", ("Họ tên", "Vai trò", "Ghi chú"), (60, 300))
    qtbot.addWidget(table)
    table.resize(width, 200)
    table.show()
    table.setRowCount(1)
    for column, words in enumerate((NAME, "Biên tập", "Nghỉ phép")):
        table.setItem(0, column, QTableWidgetItem(words))
    _settle()
    return table


def _settle() -> None:
    for _ in range(6):
        QApplication.processEvents()


def test_no_name_is_cut_beside_empty_space(qtbot: QtBot) -> None:
    table = _table(qtbot, 700)
    assert table.columnWidth(0) >= table.sizeHintForColumn(0)
    assert sum(table.columnWidth(at) for at in range(3)) == table.viewport().width()
    table.resize(1000, 200)
    _settle()
    assert sum(table.columnWidth(at) for at in range(3)) == table.viewport().width()


def test_where_all_is_too_much_the_heads_stay_and_the_widest_is_cut(qtbot: QtBot) -> None:
    table = _table(qtbot, 300)
    head = table.horizontalHeader()
    assert all(table.columnWidth(at) >= head.sectionSizeFromContents(at).width() for at in range(3))
    assert table.columnWidth(0) < table.sizeHintForColumn(0)
    assert table.columnWidth(1) >= table.sizeHintForColumn(1)


def test_rows_have_two_lines_where_one_is_too_short_for_all(qtbot: QtBot) -> None:
    table = QTableWidget(1, 3)
    qtbot.addWidget(table)
    ColumnShare(table, 0, row=32)
    for column, words in enumerate((NAME, "30/11/2026 18:22", "Phạm Văn Biên")):
        table.setItem(0, column, QTableWidgetItem(words))
    table.show()
    table.resize(1000, 200)
    _settle()
    assert table.rowHeight(0) == 32
    table.resize(420, 200)
    _settle()
    assert [at for at in range(3) if not _whole(table, at)] == []
    table.resize(1000, 200)
    _settle()
    assert table.rowHeight(0) == 32


def _whole(table: QTableWidget, column: int) -> bool:
    """Say whether the words of a cell of the first row have room in it, over several lines."""
    room = QRect(0, 0, table.columnWidth(column) - 8, 1000)
    words = table.model().index(0, column).data()
    need = table.fontMetrics().boundingRect(room, Qt.TextFlag.TextWordWrap.value, words)
    return need.height() <= table.rowHeight(0) and need.width() <= room.width()


def test_a_bar_that_comes_at_the_side_takes_its_room_from_the_columns(qtbot: QtBot) -> None:
    table = _table(qtbot, 500)
    table.resize(500, 400)
    _settle()
    table.setRowCount(10)  # all seen
    _settle()
    table.resize(500, 150)
    _settle()
    assert table.verticalScrollBar().isVisible()
    assert table.horizontalScrollBar().maximum() == 0
    table.setRowCount(1)
    _settle()
    assert sum(table.columnWidth(at) for at in range(3)) == table.viewport().width()
    table.setRowCount(100)
    _settle()
    assert table.horizontalScrollBar().maximum() == 0


def test_a_column_in_which_nothing_stands_makes_room_where_there_is_too_little(qtbot: QtBot) -> None:
    table = QTableWidget(1, 3)
    table.setHorizontalHeaderLabels(["Ai", "Phiên bản của bài", "Lúc"])
    qtbot.addWidget(table)
    ColumnShare(table, 0, row=32)
    for column, words in enumerate((NAME, "", "30/11/2026 18:22")):
        table.setItem(0, column, QTableWidgetItem(words))
    table.show()
    for width, hidden in ((1000, False), (400, True), (1000, False)):
        table.resize(width, 200)
        _settle()
        assert table.isColumnHidden(1) is hidden
    table.resize(400, 200)
    _settle()
    table.setItem(0, 1, QTableWidgetItem("3"))
    _settle()
    assert not table.isColumnHidden(1)


def test_what_a_table_can_spare_goes_where_two_lines_have_no_room_either(qtbot: QtBot) -> None:
    table = QTableWidget(1, 3)
    qtbot.addWidget(table)
    ColumnShare(table, 0, row=32, spare=(2,))
    for column, words in enumerate((NAME, "30/11/2026 18:22", "8a5acbab")):
        table.setItem(0, column, QTableWidgetItem(words))
    table.show()
    table.resize(1000, 200)
    _settle()
    wanted = sum(
        max(table.sizeHintForColumn(at), table.horizontalHeader().sectionSizeHint(at)) for at in range(3)
    )
    frame = table.width() - table.viewport().width()
    for room, hidden in ((0.9, False), (0.6, True), (1.5, False)):
        table.resize(frame + round(wanted * room), 200)
        _settle()
        assert table.isColumnHidden(2) is hidden
    assert not table.isColumnHidden(1)


def test_names_and_days_stay_on_one_line_where_longer_words_can_be_broken(qtbot: QtBot) -> None:
    row = (
        "30/11/2026 18:22",
        "Phạm Văn Biên",
        "bỏ qua một lỗi máy soát ở mọi bài",
        NAME + " và những người khác",
    )
    table = QTableWidget(1, 5)
    qtbot.addWidget(table)
    ColumnShare(table, 4, row=32)
    for column, words in enumerate((*row, "Bổ sung số liệu, ghi rõ nguồn của từng con số trong bài")):
        table.setItem(0, column, QTableWidgetItem(words))
    table.show()
    whole = [table.sizeHintForColumn(at) for at in range(5)]
    table.resize(whole[0] + whole[1] + round(sum(whole[2:]) * 0.7) + 80, 200)
    _settle()
    assert table.rowHeight(0) > 32
    assert all(table.columnWidth(at) >= whole[at] - 1 for at in (0, 1))  # the grid has one
    assert all(table.columnWidth(at) >= whole[at] * 0.6 for at in (2, 3, 4))
    table.resize(whole[0] + whole[1] + whole[2] + round((whole[3] + whole[4]) * 0.8) + 80, 200)
    _settle()
    assert table.columnWidth(2) >= whole[2] - 1  # what the two longest leave over
