"""The lock over the window when nobody has used it for a while, if the office wants one.

Everything of the desk is covered, dialogs too; what is being typed is kept as a draft first. The same person's
password takes the covers away; another person who signs in gets a window of their own instead: what was typed in
dialogs is then kept as a draft of whom it belongs to.
"""

from __future__ import annotations

import shiboken6
from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QDialog, QDialogButtonBox, QFrame, QToolTip, QVBoxLayout, QWidget

from desk.acts.gate import Changes
from desk.acts.review_settings import ReviewSettings, practice
from desk.department import people
from desk.department.people import PersonRow
from desk.errors import DeskError
from ui.controls.labels import label
from ui.window.sign_in import Attempt, LastSignIn, SignIn
from ui.window.typed_words import TypedWords, keep, typed_in
from ui.window.window import Window

_MINUTE = 60_000  # ms
_USES = (
    QEvent.Type.KeyPress,
    QEvent.Type.InputMethod,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseMove,
    QEvent.Type.Wheel,
    QEvent.Type.TouchBegin,
    QEvent.Type.TouchUpdate,
    QEvent.Type.TabletPress,
    QEvent.Type.TabletMove,
)


class Cover(QFrame):
    """Lies over all of a window of the desk, and takes its title away."""

    def __init__(self, over: QWidget, title: str) -> None:
        super().__init__(over)
        self._over, self._title = over, over.windowTitle()
        self.setProperty("place", "page")
        column = QVBoxLayout(self)
        words = label(title, "empty")
        words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column.addWidget(words)
        over.setWindowTitle(title)
        over.installEventFilter(self)
        self.setGeometry(over.rect())
        self.show()
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay as large as what it covers, above whatever comes into it."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest):
            self.setGeometry(self._over.rect())
            self.raise_()
        return False

    def lift(self) -> None:
        """Show again what lay below."""
        self._over.removeEventFilter(self)
        self._over.setWindowTitle(self._title)
        self.hide()
        self.deleteLater()


class LockDialog(SignIn):
    """The sign-in over a locked window: it is left by signing in alone."""

    def __init__(self, window: QWidget, me: PersonRow, told: str, attempt: Attempt) -> None:
        super().__init__(window, LastSignIn(me.id, me.name, told), attempt)
        self._told = told
        self.setWindowModality(Qt.WindowModality.ApplicationModal)
        self.buttons.button(QDialogButtonBox.StandardButton.Cancel).hide()

    def offer(self, rows: list[PersonRow]) -> None:
        """Show everybody who may sign in; the person who sat here stays chosen."""
        self.fill(self._told, rows)
        self.lost.hide()  # that door is outside

    def leave(self) -> None:
        """Stay."""


class IdleLock(QObject):
    """Watches whether the window is used, and locks it; costs nothing where the office wants none."""

    handed_over = Signal(object)  # PersonRow: another person has signed in

    def __init__(self, window: Window, attempt: Attempt) -> None:
        super().__init__(window)
        self._window, self._attempt = window, attempt
        self._client = window.session.client
        self._minutes = 0
        self._covers: list[Cover] = []
        self._typed: list[TypedWords] = []  # in the dialogs that stand open
        self._focused: QWidget | None = None
        self.dialog: LockDialog | None = None
        self.timer = QTimer(self, singleShot=True)
        self.timer.timeout.connect(self.lock)
        self._client.changed.connect(self._heed)
        self._ask()

    def _heed(self, changes: Changes) -> None:
        if changes.settings:
            self._ask()

    def _ask(self) -> None:
        self._client.ask(self, practice, self._take, refused=lambda _: None)

    def _take(self, stored: ReviewSettings) -> None:
        """Watch from now on, or no more."""
        if stored.idle_minutes == self._minutes:
            return
        self._minutes = stored.idle_minutes
        app = QApplication.instance()
        assert app is not None
        app.removeEventFilter(self)
        self.timer.stop()
        if self._minutes:
            app.installEventFilter(self)
            self.timer.start(self._minutes * _MINUTE)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Count what a person does; while it is locked, cover what comes up by itself."""
        kind = event.type()
        if self.dialog is None:
            if kind in _USES:
                self.timer.start()
        elif kind == QEvent.Type.Show and isinstance(watched, QWidget) and self._is_of_the_desk(watched):
            QTimer.singleShot(0, self, self._cover_late)
        return False

    # -- locking ---------------------------------------------------------------------------------------

    def lock(self) -> None:
        """Keep what is typed, cover everything, and ask who is there."""
        if self.dialog is not None:
            return
        while (popup := QApplication.activePopupWidget()) is not None and popup.close():
            pass
        QToolTip.hideText()
        self._focused = QApplication.focusWidget()
        self._window.pages.keep_draft()
        self._window.tray.silent = True
        told = self.tr(
            "Bàn biên tập tạm khóa vì đã {n} phút không ai dùng. Bài đang gõ đã giữ tạm; người đang ngồi đăng nhập "
            "lại là làm tiếp, người khác đăng nhập thì mở cửa sổ của mình."
        ).format(n=self._minutes)
        self._typed = typed_in(one for one in QApplication.topLevelWidgets() if self._is_of_the_desk(one))
        if self._typed:
            told += " " + self.tr(
                "Hộp thoại {titles} của {name} còn chữ chưa lưu: người khác đăng nhập thì chữ ấy giữ thành bài gõ dở "
                "của {name}."
            ).format(titles=self._titles(), name=self._window.session.me.name)
        self.dialog = LockDialog(self._window, self._window.session.me, told, self._attempt)
        self._cover()
        self.dialog.accepted.connect(self._unlock)
        self.dialog.show()
        self._client.ask(self.dialog, _who_may_come, self.dialog.offer, refused=self._regret)

    def _titles(self) -> str:
        return ", ".join(f"“{one.title}”" for one in self._typed)

    def _cover(self) -> None:
        covered = {cover.parentWidget() for cover in self._covers}
        for one in QApplication.topLevelWidgets():
            if one.isVisible() and one not in covered and self._is_of_the_desk(one):
                self._covers.append(Cover(one, self.tr("Bàn biên tập")))

    def _cover_late(self) -> None:
        """Cover a dialog that came up meanwhile, and stand before it: the last one that is shown has the keys."""
        before = len(self._covers)
        self._covers = [cover for cover in self._covers if shiboken6.isValid(cover)]
        if self.dialog is not None:
            self._cover()
            if len(self._covers) != before:
                self.dialog.hide()
                self.dialog.show()

    def _is_of_the_desk(self, one: QWidget) -> bool:
        kinds = (Qt.WindowType.Window, Qt.WindowType.Dialog, Qt.WindowType.Sheet, Qt.WindowType.Tool)
        return one.isWindow() and one is not self.dialog and one.windowType() in kinds

    def _regret(self, error: DeskError) -> None:
        if self.dialog is not None:
            self.dialog.complain(error)

    # -- and letting in again --------------------------------------------------------------------------

    def _unlock(self) -> None:
        dialog, self.dialog = self.dialog, None
        person = dialog.person if dialog is not None else None
        if dialog is None or person is None:
            return
        dialog.deleteLater()
        self._window.tray.silent = False
        if person.id == self._window.session.who and not person.renew:
            self._uncover()
            self.timer.start()
            return
        app = QApplication.instance()
        assert app is not None
        app.removeEventFilter(self)
        self._keep_typed()
        for one in reversed(QApplication.topLevelWidgets()):
            if isinstance(one, QDialog) and one.isVisible():
                QDialog.done(one, QDialog.DialogCode.Rejected)
        QTimer.singleShot(0, self, lambda: self.handed_over.emit(person))  # once their loops have ended

    def _keep_typed(self) -> None:
        """Keep the words of the dialogs that close now, for whom they belong to."""
        typed, self._typed = self._typed, []
        if typed:
            title = self.tr("Chữ gõ dở trong hộp thoại “{title}”")
            who = self._window.session.who
            self._client.ask(self, lambda: keep(who, typed, title), lambda _: None, refused=lambda _: None)

    def _uncover(self) -> None:
        for cover in self._covers:
            if shiboken6.isValid(cover):
                cover.lift()
        self._covers.clear()
        focused, self._focused = self._focused, None
        if focused is not None and shiboken6.isValid(focused):
            focused.window().activateWindow()
            focused.setFocus()


def _who_may_come() -> list[PersonRow]:
    return people.everybody(active_only=True)
