"""A form that is rolled with the mouse wheel is not filled in on the way."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.modal import front
from ui.controls.combo import Combo, NumberField


def _roll(field: QWidget) -> bool:
    """Turn the wheel over a field; say whether the field took it."""
    middle = QPointF(field.rect().center())
    turned = QWheelEvent(
        middle,
        QPointF(field.mapToGlobal(middle)),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,  # Qt takes it by its place
    )
    QApplication.sendEvent(field, turned)
    return turned.isAccepted()


@pytest.mark.parametrize("focused", [False, True])
def test_the_wheel_is_left_to_the_form_and_changes_nothing_in_it(qtbot: QtBot, *, focused: bool) -> None:
    form = QWidget()
    combo, number = Combo(), NumberField()
    combo.addItems(["Trang trọng", "Thoáng", "Báo"])
    number.setValue(40)
    column = QVBoxLayout(form)
    column.addWidget(combo)
    column.addWidget(number)
    qtbot.addWidget(form)
    form.show()
    front(form)
    for field in (combo, number):
        if focused:
            field.setFocus()
        assert not _roll(field)
        assert field.focusPolicy() == Qt.FocusPolicy.StrongFocus  # nor does the wheel lead into it
    assert (combo.currentIndex(), number.value()) == (0, 40)


def test_what_is_taken_from_the_open_list_is_picked_and_a_key_on_the_closed_box_is_not(qtbot: QtBot) -> None:
    combo, picked = Combo(), []
    combo.addItems(["An", "Bình", "Chi"])
    combo.picked.connect(lambda: picked.append(combo.currentText()))
    qtbot.addWidget(combo)
    combo.show()
    front(combo)
    combo.setFocus()
    QTest.keyClick(combo, Qt.Key.Key_Down)
    assert (combo.currentText(), picked) == ("Bình", [])
    combo.showPopup()
    view = combo.view()
    QTest.keyClick(view, Qt.Key.Key_Down)
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert picked == ["Chi"]


def test_no_window_makes_a_box_that_the_wheel_changes() -> None:
    theirs = [
        str(path)
        for path in Path("ui").rglob("*.py")
        if path.parent.name not in ("controls", "safety")
        and re.search(r"(?<!\w)(?:QComboBox|QSpinBox|QDoubleSpinBox)\(", path.read_text("utf-8"))
    ]
    assert theirs == []
