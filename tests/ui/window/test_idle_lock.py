"""A window that nobody uses is locked: nothing of the desk is seen, nothing typed is lost."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from desk.acts.review_settings import ReviewSettings
from desk.articles import drafts
from desk.department import people, settings
from desk.text.blocks import body_text
from tests.making import Cast, article, words
from ui.controls.form_dialog import FormDialog
from ui.controls.reason_dialog import ReasonDialog
from ui.session.desk_client import DeskClient
from ui.window import app, idle_lock
from ui.window.idle_lock import Cover, IdleLock, LockDialog
from ui.window.window import Window

OWN, MANY = "con trau bac", 10  # QTest types ASCII alone


@pytest.fixture
def office(cast: Cast) -> Cast:
    """An office that wants its windows locked after ten minutes; two people with passwords that QTest can type."""
    settings.change_practice(cast.admin, replace(ReviewSettings(), idle_minutes=MANY))
    for who in (cast.editor, cast.chief):
        people.reset_password(cast.admin, who, "mat khau tam")
        people.renew_password(who, OWN)
    return cast


@pytest.fixture
def desk(office: Cast, client: DeskClient) -> Iterator[app.App]:
    made = app.App(office.path.parent, client)
    made._opened = True
    yield made
    if made.window is not None:
        lock = made.window.findChild(IdleLock)
        if lock is not None and lock.dialog is not None:
            lock.dialog.reject()
        made.window.part()
        made.window.deleteLater()  # with its watch over all that comes up
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _locked(window: Window) -> tuple[IdleLock, LockDialog]:
    lock = window.findChild(IdleLock)
    assert lock is not None
    lock.timer.timeout.emit()
    assert lock.dialog is not None
    QApplication.processEvents()
    return lock, lock.dialog


def _type(dialog: LockDialog, password: str) -> None:
    dialog.password.clear()
    QTest.keyClicks(dialog.password, password)
    QTest.mouseClick(dialog.ok, Qt.MouseButton.LeftButton)
    QApplication.processEvents()


def test_only_an_office_that_wants_it_is_locked(cast: Cast, client: DeskClient, desk: app.App) -> None:
    window = desk.show_window(people.person(cast.editor))
    lock = window.findChild(IdleLock)
    assert lock is not None
    assert lock.timer.interval() == MANY * 60_000
    client.do(lock, lambda: settings.change_practice(cast.admin, ReviewSettings()))
    assert not lock.timer.isActive()
    client.do(lock, lambda: settings.change_practice(cast.admin, replace(ReviewSettings(), idle_minutes=1)))
    assert (lock.timer.isActive(), lock.timer.interval()) == (True, 5 * 60_000)


@pytest.mark.parametrize("use", ["key", "move", "press", "wheel"])
def test_keyboard_and_mouse_count_as_use(
    cast: Cast, desk: app.App, monkeypatch: pytest.MonkeyPatch, use: str
) -> None:
    window = desk.show_window(people.person(cast.editor))
    QApplication.processEvents()
    lock = window.findChild(IdleLock)
    assert lock is not None
    begun: list[int] = []
    monkeypatch.setattr(lock.timer, "start", lambda: begun.append(1))
    QApplication.sendEvent(window, QEvent(QEvent.Type.UpdateRequest))
    assert begun == []
    centre = window.rect().center()
    if use == "key":
        QTest.keyClick(window, Qt.Key.Key_Shift)
    elif use == "move":
        QTest.mouseMove(window, centre)
        QTest.mouseMove(window, centre + QPoint(9, 0))
    elif use == "press":
        QTest.mouseClick(window.pages.stack, Qt.MouseButton.LeftButton)
    else:
        none, phase = Qt.MouseButton.NoButton, Qt.ScrollPhase.NoScrollPhase
        turned = QWheelEvent(
            centre.toPointF(), centre.toPointF(), QPoint(), QPoint(0, -120), none, Qt.KeyboardModifier.NoModifier,
            phase, False,
        )  # fmt: skip
        QApplication.sendEvent(window.pages.stack, turned)
    assert begun


def test_a_window_that_is_used_no_more_is_locked(
    qtbot: QtBot, cast: Cast, desk: app.App, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(idle_lock, "_MINUTE", 5)
    lock = desk.show_window(people.person(cast.editor)).findChild(IdleLock)
    assert lock is not None
    qtbot.waitUntil(lambda: lock.dialog is not None)


def test_everything_is_covered_and_the_own_password_uncovers_it(
    qtbot: QtBot, cast: Cast, desk: app.App
) -> None:
    window = desk.show_window(people.person(cast.editor))
    dialog = FormDialog(window, "Đặt lại mật khẩu cho Lê Thị Viết", "Điều kín")
    dialog.open()
    lock, door = _locked(window)
    assert QApplication.activeModalWidget() is door
    assert [door.names.itemText(at) for at in range(door.names.count())][:1] == ["Phạm Văn Biên"]
    assert door.names.currentData() == cast.editor
    assert not door.lost.isVisible()
    for one in (window, dialog):
        cover = one.findChild(Cover)
        assert isinstance(cover, Cover)
        assert (cover.geometry(), one.windowTitle()) == (one.rect(), "Bàn biên tập")
        one.resize(one.width() + 40, one.height() + 40)
        QApplication.processEvents()
        assert cover.geometry() == one.rect()
        seen = one.childAt(one.rect().center())
        assert seen is cover or (seen is not None and seen.parentWidget() is cover)
    for key in (Qt.Key.Key_Escape, Qt.Key.Key_Return):
        QTest.keyClick(door, key)
        door.close()
        assert door.isVisible()
    _type(door, "sai")
    assert "chưa đúng" in door.fault.text()
    qtbot.waitUntil(door.ok.isEnabled)
    _type(door, OWN)
    assert lock.dialog is None
    assert dialog.isVisible()
    assert dialog.windowTitle() == "Đặt lại mật khẩu cho Lê Thị Viết"
    assert not [one for one in window.findChildren(Cover) if one.isVisible()]
    assert desk.window is window
    assert lock.timer.isActive()
    dialog.reject()


def test_what_comes_up_meanwhile_is_covered_too(qtbot: QtBot, cast: Cast, desk: app.App) -> None:
    window = desk.show_window(people.person(cast.editor))
    _, door = _locked(window)
    late = FormDialog(window, "Số 4/2019 chưa xuất được", "Điều kín")
    late.open()
    qtbot.waitUntil(lambda: late.findChild(Cover) is not None)
    assert QApplication.activeModalWidget() is door
    _type(door, OWN)
    assert late.windowTitle() == "Số 4/2019 chưa xuất được"
    late.reject()


def test_what_is_typed_is_a_draft_before_the_lock(qtbot: QtBot, cast: Cast, desk: app.App) -> None:
    made = article(cast, words("Giao ban"))
    window = desk.show_window(people.person(cast.editor))
    window.navigation.edit(made)
    QApplication.processEvents()
    window.pages.editor.form.title.setFocus()
    QTest.keyClicks(window.pages.editor.form.title, " quy mot")
    assert drafts.waiting(cast.editor) == []
    _, door = _locked(window)
    (kept,) = drafts.waiting(cast.editor)
    assert "quy mot" in kept.title
    _type(door, OWN)
    assert "quy mot" in window.pages.editor.edited.text().title
    window.pages.editor.drafts.forget()


def test_another_person_gets_a_window_of_their_own(qtbot: QtBot, cast: Cast, desk: app.App) -> None:
    first = desk.show_window(people.person(cast.editor))
    dialog = FormDialog(first, "Điều kín")
    dialog.open()
    _, door = _locked(first)
    door.names.setCurrentIndex(door.names.findData(cast.chief))
    _type(door, OWN)
    qtbot.waitUntil(lambda: desk.window is not first)
    assert desk.window is not None
    assert desk.window.session.who == cast.chief
    assert not first.isVisible()
    assert dialog.result() == QDialog.DialogCode.Rejected
    assert not dialog.isVisible()


def test_nothing_is_rung_beside_the_clock_while_it_is_locked(cast: Cast, desk: app.App) -> None:
    window = desk.show_window(people.person(cast.editor))
    _, door = _locked(window)
    assert window.tray.silent
    _type(door, OWN)
    assert not window.tray.silent


def test_who_was_put_out_does_not_come_back(cast: Cast, desk: app.App) -> None:
    window = desk.show_window(people.person(cast.editor))
    lock, door = _locked(window)
    row = people.person(cast.editor)
    people.change(
        cast.admin, row.id, row.version, people.PersonEdit(row.name, "", "", row.roles, active=False)
    )
    _type(door, OWN)
    assert "ngừng hoạt động" in door.fault.text()
    assert lock.dialog is door


def test_words_in_a_dialog_stay_there_for_their_person(cast: Cast, desk: app.App) -> None:
    window = desk.show_window(people.person(cast.editor))
    dialog = ReasonDialog(window, "Trả lại bài", "Vì sao?", "Trả lại")
    dialog.open()
    QTest.keyClicks(dialog.words, "thieu anh")
    _, door = _locked(window)
    assert "“Trả lại bài” của Phạm Văn Biên còn chữ chưa lưu" in door.intro.text()
    _type(door, OWN)
    assert dialog.isVisible()
    assert dialog.words.toPlainText() == "thieu anh"
    assert drafts.waiting(cast.editor) == []
    dialog.reject()


def test_words_in_a_dialog_are_a_draft_of_their_person_when_another_signs_in(
    qtbot: QtBot, cast: Cast, desk: app.App
) -> None:
    first = desk.show_window(people.person(cast.editor))
    dialog = ReasonDialog(first, "Trả lại bài", "Vì sao?", "Trả lại")
    dialog.open()
    QTest.keyClicks(dialog.words, "thieu anh")
    _, door = _locked(first)
    door.names.setCurrentIndex(door.names.findData(cast.chief))
    _type(door, OWN)
    qtbot.waitUntil(lambda: desk.window is not first)
    (kept,) = drafts.waiting(cast.editor)
    assert kept.title == "Chữ gõ dở trong hộp thoại “Trả lại bài”"
    assert body_text(kept.text) == "Lý do: thieu anh"
    assert drafts.waiting(cast.chief) == []
