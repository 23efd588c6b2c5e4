"""The three steps that found a desk."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from tests.making import PASSWORD
from tests.ui.modal import answer
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
