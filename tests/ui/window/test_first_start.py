"""The three steps that found a desk."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.making import PASSWORD
from tests.ui.modal import answer, front
from ui.controls.choice_dialog import ChoiceDialog
from ui.window.first_start import FirstStart


def test_each_step_is_checked_and_going_back_loses_nothing(qtbot: QtBot) -> None:
    def walk(dialog: FirstStart) -> None:
        dialog.department.setText(" ")
        dialog.agree()
        assert dialog.fault.isVisible()
        dialog.department.setText("BAN TUYÊN GIÁO")
        dialog.agree()
        dialog.sections.setPlainText("")
        dialog.agree()
        assert dialog.fault.isVisible()
        dialog.sections.setPlainText("Tin tức\nBài viết")
        dialog.agree()
        dialog.back.click()
        assert dialog.sections.toPlainText() == "Tin tức\nBài viết"
        dialog.agree()
        dialog.admin.setText("Quản Trị")
        dialog.password.setText(PASSWORD)
        dialog.again.setText("khác hẳn thế")
        dialog.agree()
        assert dialog.fault.isVisible()
        dialog.again.setText(PASSWORD)
        dialog.agree()

    answer(FirstStart, walk)
    founding = FirstStart.ask(None, ("Gợi ý",))
    assert founding is not None
    assert founding.sections == ("Tin tức", "Bài viết")
    assert (founding.names.department, founding.admin) == ("BAN TUYÊN GIÁO", "Quản Trị")
    answer(FirstStart, FirstStart.reject)
    assert FirstStart.ask(None, ("Gợi ý",)) is None


def test_what_is_wrong_is_said_at_its_field(qtbot: QtBot) -> None:
    dialog = FirstStart(None, ("Gợi ý",))
    qtbot.addWidget(dialog)
    dialog.show()

    def said_below(field: QWidget) -> bool:
        dialog.agree()
        QApplication.processEvents()
        below = dialog.fault.mapTo(dialog, QPoint()).y() - field.mapTo(dialog, QPoint(0, field.height())).y()
        return dialog.fault.isVisible() and 0 <= below < 12 and dialog.focusWidget() is field

    dialog.bulletin.clear()
    assert said_below(dialog.bulletin)
    dialog.bulletin.setText("Thông báo nội bộ")
    dialog.agree()
    dialog.sections.clear()
    assert said_below(dialog.sections)
    dialog.sections.setPlainText("Tin tức")
    dialog.agree()
    assert said_below(dialog.admin)
    qtbot.keyClicks(dialog.admin, "An")
    assert not dialog.fault.isVisible()
    assert said_below(dialog.password)
    dialog.password.setText(PASSWORD)
    assert said_below(dialog.again)
    assert dialog.fault.text() == "Hai lần gõ mật khẩu khác nhau."
    dialog.reject()


def test_what_was_filled_in_is_not_thrown_away_unasked(qtbot: QtBot) -> None:
    dialog = FirstStart(None, ("Gợi ý",))
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.department.setText("BAN TUYÊN GIÁO")
    met = answer(ChoiceDialog, lambda asked: asked.reject())
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert len(met) == 1
    assert dialog.isVisible()
    assert dialog.department.text() == "BAN TUYÊN GIÁO"
    answer(ChoiceDialog, lambda asked: asked.agree())
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_who_filled_in_nothing_is_not_asked(qtbot: QtBot) -> None:
    dialog = FirstStart(None, ("Gợi ý",))
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_back_on_and_leave_stand_in_the_order_of_windows(qtbot: QtBot) -> None:
    dialog = FirstStart(None, ("Gợi ý",))
    qtbot.addWidget(dialog)
    dialog.show()
    for _ in range(2):
        shown = sorted(dialog.buttons.buttons(), key=lambda button: button.x())
        assert [button.text() for button in shown] == ["Quay lại", "Tiếp tục", "Hủy"]
        qtbot.mouseClick(dialog.ok, Qt.MouseButton.LeftButton)
    assert dialog.steps.currentIndex() == 2
    dialog.back.click()
    dialog.sections.setPlainText("Tin tức")
    dialog.back.click()
    dialog.department.setFocus()
    qtbot.keyClick(dialog.department, Qt.Key.Key_Return)
    assert dialog.steps.currentIndex() == 1
    dialog.reject()


def test_enter_after_esc_does_not_throw_away_what_was_filled_in(qtbot: QtBot) -> None:
    dialog = FirstStart(None, ("Gợi ý",))
    qtbot.addWidget(dialog)
    dialog.show()
    front(dialog)
    dialog.department.setText("BAN TUYÊN GIÁO TỈNH ỦY X")
    asked = answer(ChoiceDialog, lambda choice: qtbot.keyClick(choice, Qt.Key.Key_Return))
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert asked
    assert dialog.isVisible()
    dialog.reject()


def test_no_button_is_cut_in_any_step(qtbot: QtBot) -> None:
    dialog = FirstStart(None, ["Tin"], lambda: False)
    qtbot.addWidget(dialog)
    dialog.show()
    for step in range(3):
        dialog._show(step)
        QApplication.processEvents()
        shown = [one for one in dialog.buttons.buttons() if one.isVisible()]
        assert all(one.width() >= one.sizeHint().width() for one in shown), [one.text() for one in shown]
        assert (dialog.restore in shown) is (step == 0)
    dialog.reject()
