"""A table that shows rows."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from ui.controls.framed_table import FramedTable


def test_the_columns_begin_as_they_were_made(qtbot: QtBot) -> None:
    table = FramedTable("Các tệp", ("Việc", "Tên", "Vì sao"), (80, 120))
    qtbot.addWidget(table)
    assert [table.columnWidth(column) for column in range(2)] == [80, 120]
    assert table.accessibleName() == "Các tệp"
