"""What is told of a finding is as high as its words, and rolled where the list would have no room."""

from __future__ import annotations

from PySide6.QtWidgets import QListView, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.controls.labels import label, place
from ui.proofing.detail_area import DetailArea


def test_it_is_as_high_as_its_words_and_gives_way_to_the_list(qtbot: QtBot) -> None:
    inside, outside = QVBoxLayout(), QWidget()
    qtbot.addWidget(outside)
    words = label("Dấu gạch nối giữa hai vế cần dấu cách hai bên. " * 6, wrap=True)
    inside.addWidget(words)
    area, view = DetailArea(place("bare", inside)), QListView()
    column = QVBoxLayout(outside)
    column.addWidget(view, 1)
    column.addWidget(area)
    outside.resize(260, 700)
    outside.show()
    area.fit()
    qtbot.waitUntil(lambda: area.height() >= words.heightForWidth(words.width()))
    qtbot.waitUntil(lambda: not area.verticalScrollBar().isVisible())
    assert view.height() > 300
    outside.resize(260, 240)
    qtbot.waitUntil(area.verticalScrollBar().isVisible)
    assert view.height() >= view.minimumSizeHint().height()
