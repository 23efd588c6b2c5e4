"""The frame of every dialog: where the keys begin, what Enter does, and words that lie on no others."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from desk.issues.plan import PlanPart
from tests.ui.modal import answer, front
from ui.articles.correction_dialog import CorrectDialog
from ui.controls.choice_dialog import ChoiceDialog
from ui.controls.folder_field import FolderField
from ui.controls.form_dialog import FormDialog
from ui.controls.labels import number_field
from ui.controls.reason_dialog import ReasonDialog
from ui.editor.picture_dialog import PictureDialog, PictureWords
from ui.issue.commission_dialog import CommissionDialog
from ui.issue.issue_dialog import IssueDialog
from ui.issue.sections_dialog import IssueSectionsDialog
from ui.settings.person_dialog import PersonDialog

DAY = date(2019, 4, 20)
PARTS = (PlanPart(1, "Tin tức", ()), PlanPart(2, "Gương sáng", ()))


def _issue() -> FormDialog:
    return IssueDialog(None, None, DAY, [])


def _wanted() -> FormDialog:
    return CommissionDialog(None, PARTS, [], None, 1, DAY.replace(year=2119))


def _sections() -> FormDialog:
    return IssueSectionsDialog(None, "4/2019", PARTS)


def _correct() -> FormDialog:
    return CorrectDialog(None, "Bài một", "đã in")


def _reason() -> FormDialog:
    return ReasonDialog(None, "Mở lại số", "Vì sao?", "Mở lại")


Make = Callable[[], FormDialog]


def _shown(qtbot: QtBot, make: Make) -> FormDialog:
    dialog = make()
    qtbot.addWidget(dialog)
    dialog.show()
    front(dialog)
    return dialog


@pytest.mark.parametrize("make", [_issue, _wanted])
def test_one_types_at_once_and_enter_agrees(qtbot: QtBot, make: Make) -> None:
    dialog = _shown(qtbot, make)
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    field.selectAll()
    QTest.keyClicks(field, "12")
    assert field.text() == "12"
    QTest.keyClick(field, Qt.Key.Key_Tab)
    cancel = dialog.buttons.button(dialog.buttons.StandardButton.Cancel)
    cancel.setFocus(Qt.FocusReason.TabFocusReason)
    field.setFocus(Qt.FocusReason.TabFocusReason)  # away from “Hủy” again: it is not what Enter presses
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert dialog.result() == dialog.DialogCode.Accepted


@pytest.mark.parametrize("make", [_issue, _wanted, _sections, _correct, _reason])
def test_the_buttons_come_last(qtbot: QtBot, make: Make) -> None:
    dialog = _shown(qtbot, make)
    begun = QApplication.focusWidget()
    assert begun is not None
    assert not dialog.buttons.isAncestorOf(begun)
    met: list[QWidget] = []
    for _ in range(40):
        focused = QApplication.focusWidget()
        assert focused is not None
        if met and focused is begun:
            break
        met.append(focused)
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    of_buttons = [dialog.buttons.isAncestorOf(one) for one in met]
    assert of_buttons == sorted(of_buttons)
    assert met[-2:] == [dialog.ok, dialog.buttons.button(dialog.buttons.StandardButton.Cancel)]


@pytest.mark.parametrize("make", [_issue, _wanted, _sections, _correct, _reason])
def test_what_is_said_lies_on_nothing_and_goes_when_it_is_cured(qtbot: QtBot, make: Make) -> None:
    dialog = _shown(qtbot, make)
    dialog.complain("Một câu dài nói vì sao chưa được, " * 8)
    QTest.qWait(30)
    fault = dialog.fault
    assert fault.height() >= fault.heightForWidth(fault.width())
    place = fault.geometry()
    for other in dialog.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
        assert other is fault or not other.isVisible() or not other.geometry().intersects(place), other
    field = QApplication.focusWidget()
    assert field is not None
    if isinstance(field, QLineEdit | QPlainTextEdit):
        QTest.keyClicks(field, "a")
    else:
        QTest.keyClick(field, Qt.Key.Key_Space)
    assert not fault.isVisible()


def _picture() -> FormDialog:
    return PictureDialog(None, PictureWords(), None)


def _person() -> FormDialog:
    return PersonDialog(None, None)


@pytest.mark.parametrize("make", [_issue, _wanted, _correct, _reason, _picture, _person])
def test_typed_words_are_not_thrown_away_by_esc(qtbot: QtBot, make: Make) -> None:
    dialog = _shown(qtbot, make)
    fields = (*dialog.findChildren(QLineEdit), *dialog.findChildren(QPlainTextEdit))
    field = next(one for one in fields if one.isVisible() and one.objectName() != "qt_spinbox_lineedit")
    field.setFocus()
    QTest.keyClicks(field, "Loi da go")
    asked = answer(ChoiceDialog, lambda choice: QTest.keyClick(choice, Qt.Key.Key_Return))
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert asked
    assert dialog.isVisible()
    answer(ChoiceDialog, lambda choice: choice.agree())
    dialog.buttons.button(dialog.buttons.StandardButton.Cancel).click()
    assert not dialog.isVisible()


@pytest.mark.parametrize("make", [_issue, _wanted, _sections, _correct, _reason, _picture, _person])
def test_esc_leaves_at_once_where_nothing_was_typed(qtbot: QtBot, make: Make) -> None:
    dialog = _shown(qtbot, make)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_a_password_and_a_number_are_no_work(qtbot: QtBot) -> None:
    dialog = FormDialog(None, "Thử")
    password, number, folder = QLineEdit(), number_field(0, 9), FolderField("thu")
    password.setEchoMode(QLineEdit.EchoMode.Password)
    for field in (password, number, folder):
        dialog.body.addWidget(field)
    qtbot.addWidget(dialog)
    dialog.show()
    for line in (password, number.lineEdit(), folder.path):
        QTest.keyClicks(line, "7")
    assert not dialog.filled_in()
