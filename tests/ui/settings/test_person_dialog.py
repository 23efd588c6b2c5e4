"""A person's facts and the two ways to a new password."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from desk.acts.rules import Role
from desk.department import people
from tests.making import Cast
from tests.ui.modal import answer
from ui.settings.person_dialog import PasswordDialog, PersonDialog


def test_a_new_person_needs_a_name_and_a_password(qtbot: QtBot) -> None:
    def fill(dialog: PersonDialog) -> None:
        dialog.agree()
        assert dialog.fault.isVisible()
        dialog.name.setText("Vũ Mới")
        dialog.password.setText("ngắn")
        dialog.agree()
        assert dialog.fault.isVisible()
        dialog.password.setText("đủ dài rồi")
        dialog.agree()
        assert "vai trò" in dialog.fault.text()  # who has none can do nothing
        dialog.roles[Role.EDITOR].setChecked(True)
        dialog.agree()

    answer(PersonDialog, fill)
    words = PersonDialog.ask(None)
    assert words is not None
    assert (words.name, words.roles, words.active) == ("Vũ Mới", frozenset({Role.EDITOR}), True)


def test_one_who_is_there_is_shown_as_stored(qtbot: QtBot, cast: Cast) -> None:
    dialog = PersonDialog(None, people.person(cast.chief))
    qtbot.addWidget(dialog)
    assert dialog.words().roles == frozenset({Role.CHIEF})
    dialog.active.setChecked(False)
    assert not dialog.words().active


def test_a_password_is_typed_twice_alike(qtbot: QtBot) -> None:
    def fill(dialog: PasswordDialog) -> None:
        dialog.old.setText("cũ")
        for new, again in (("ngắn", "ngắn"), ("mật khẩu mới", "mật khẩu khác")):
            dialog.new.setText(new)
            dialog.again.setText(again)
            dialog.agree()
            assert dialog.fault.isVisible()
        dialog.again.setText("mật khẩu mới")
        dialog.agree()

    answer(PasswordDialog, fill)
    assert PasswordDialog.ask(None, "Đổi mật khẩu", old=True) == ("cũ", "mật khẩu mới")
