"""A table that shows rows."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from ui.controls.framed_table import FramedTable


def test_the_last_column_takes_what_is_left(qtbot: QtBot) -> None:
    table = FramedTable("Các tệp", ("Việc", "Tên", "Vì sao"), (80, 120))
    qtbot.addWidget(table)
    assert [table.columnWidth(column) for column in range(2)] == [80, 120]
    assert table.horizontalHeader().stretchLastSection()
    assert table.accessibleName() == "Các tệp"
