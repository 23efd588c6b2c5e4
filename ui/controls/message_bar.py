"""The quiet bar: what happened, in one sentence, with a way back; and the banner inside a page."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QEvent, QMetaObject, QObject, QRect, Qt, QTimer
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QSizePolicy,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from ui.controls import free_place
from ui.controls.labels import label, place, tool_button
from ui.look import style
from ui.look.style import restyle
from ui.look.text_size import px

_SIGNS = {
    "done": ("done", "green"),
    "info": ("info", "blue"),
    "warning": ("warning", "amber"),
    "error": ("error", "accent"),
}
_WITH_ACTION = 20_000  # it lies over the page; an act is undone by Ctrl+Z still
_STAYS = {
    "done": 8_000,
    "info": 8_000,
    "warning": 15_000,
}  # milliseconds; an error stays as long as its cause
_EDITS = (  # how a field tells that the person, not the program, filled it in otherwise
    (QLineEdit, "textEdited"),
    (QTextEdit, "textChanged"),
    (QPlainTextEdit, "textChanged"),
    (QComboBox, "activated"),
)

_AWAY, _WIDE, _SIDE = 12, 560, 320  # px at 100 %: from the edge, its least width, the panel that has buttons


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence: kind "done", "info", "warning" or "error"; `action` is a button, `about` the work spoken of."""

    words: str
    kind: str = "done"
    action: str = ""
    on: Callable[[], None] | None = None
    about: str = ""

    def lasts(self) -> bool:
        """Say whether it waits until it is read: an error of work that went on by itself."""
        return self.kind == "error" and bool(self.about)


class MessageBar(QFrame):
    """Lies over the foot of a page, which stays where it is; it is there for a while, or until it is closed.

    It keeps clear of the page's footer and buttons, and of what the page names (`lie_over`). An error that answers an
    act leaves with its cause: something else is done, a field is filled in otherwise, the page is left. One of work
    that went on by itself lasts: what is said meanwhile lies over it, and gives way to it again.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self._sign = QLabel()
        self._words = label("", wrap=True)
        self._words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._words.setProperty("textInteractionFlags", "TextSelectableByMouse")
        self._action = QPushButton()
        self._action.setFocusPolicy(
            Qt.FocusPolicy.TabFocus
        )  # pressed by mouse it leaves the focus where one works
        self._action.setProperty("kind", "plain")
        self._action.setAutoDefault(False)  # Enter in a dialog's list or field is no order to press it
        self._action.clicked.connect(self._act)
        self._said = Said("")
        self._lasting: Said | None = None
        self._fields: list[QMetaObject.Connection] = []
        close = tool_button(self.tr("Đóng thông báo"), self._read_away, "close", boxed=False)
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 6, 10, 6)
        row.setSpacing(10)
        for widget in (self._sign, self._words, self._action, close):
            row.addWidget(widget, 1 if widget is self._words else 0)
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._give_way)
        style.look().changed.connect(self._dress)
        self._over: QWidget | None = None
        self._kept_clear: Callable[[], Sequence[QRect]] = tuple
        self._again = QTimer(self, singleShot=True, interval=0)
        self._again.timeout.connect(self._lie)
        self.hide()

    def lie_over(self, page: QWidget, kept_clear: Callable[[], Sequence[QRect]] = tuple) -> None:
        """Lie over the foot of a page, a sibling or the parent of this bar; not on `kept_clear`, places in it."""
        self._over, self._kept_clear = page, kept_clear
        self.setProperty("floats", True)
        page.installEventFilter(self)

    def lie_again(self) -> None:
        """Look for a place anew, once what is about to change below has changed."""
        self._again.start()

    def give_room(self) -> None:
        """Lie elsewhere, if it lies anywhere: what it keeps clear of has moved."""
        if self.isVisible():
            self.lie_again()

    def _lie(self) -> None:
        if self._over is None or self._over.width() < px(_AWAY) * 4:
            return
        page = self._over.rect()
        wide = min(page.width() - 2 * px(_AWAY), max(px(_WIDE), page.width() // 2))
        high = max(self.heightForWidth(wide), self.minimumSizeHint().height())
        left = max(px(_AWAY), min((page.width() - wide) // 2, page.width() - wide - px(_SIDE)))
        bar = QRect(left, page.bottom() - high - px(_AWAY), wide, high)
        held = free_place.held(self._over)
        fixed = (*held.fixed, *self._kept_clear())
        self.setGeometry(
            free_place.place(bar, page, fixed, held.scrolled, px(_AWAY)).translated(self._over.pos())
        )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay at the foot of the page."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Move):
            self._lie()
        elif event.type() == QEvent.Type.LayoutRequest and self.isVisible():
            self.lie_again()
        return False

    def event(self, event: QEvent) -> bool:
        """Grow with what is said."""
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self.lie_again()
        return done

    def say(
        self,
        words: str,
        kind: str = "done",
        action: str = "",
        on: Callable[[], None] | None = None,
        about: str = "",
    ) -> None:
        """Say a sentence, as `Said` describes it."""
        said = Said(words, kind, action, on, about)
        if said.lasts():
            self._lasting = said
        elif self._lasting is not None and self._lasting.about == about:
            self._lasting = None
        self._show(said)

    def _show(self, said: Said) -> None:
        self._said = said
        self.setProperty("kind", said.kind)
        restyle(self)
        self._dress()
        self._words.setText(said.words)
        self._words.setAccessibleName(said.words)
        self._action.setText(said.action)
        self._action.setVisible(bool(said.action))
        self._lie()
        self.show()
        self.raise_()
        self._timer.stop()
        self._follow_fields()
        if said.kind in _STAYS:
            self._timer.start(_WITH_ACTION if said.action else _STAYS[said.kind])

    def _follow_fields(self) -> None:
        """Let an error that answers an act go once a field of the page is filled in otherwise."""
        for one in self._fields:
            QObject.disconnect(one)
        self._fields = []
        if self._over is None or self._said.kind != "error" or self._said.lasts():
            return
        for kind, signal in _EDITS:
            for field in self._over.findChildren(kind):
                if field.isVisible():
                    self._fields.append(getattr(field, signal).connect(partial(self._edited, field)))

    def _edited(self, field: QWidget, *_: object) -> None:
        if isinstance(field, QTextEdit | QPlainTextEdit) and not (
            field.hasFocus() and field.document().isUndoAvailable()
        ):
            return  # the program wrote into it
        self.answered()

    def answered(self) -> None:
        """Take back an error whose cause is gone: something else was done, or the page that it spoke of was left."""
        if not self.isHidden() and self._said.kind == "error" and not self._said.lasts():
            self._give_way()

    def refuses(self) -> bool:
        """Say whether it shows why something was not done, with nothing else to be done about it."""
        said = self._said
        return not self.isHidden() and said.kind != "done" and not said.action and not said.lasts()

    def close_refusal(self) -> None:
        """Take back why something was not done: it was read."""
        if self.refuses():
            self._give_way()

    def over(self, about: str) -> None:
        """Take back the error of work that came through."""
        if self._lasting is not None and self._lasting.about == about:
            shown = self._said is self._lasting
            self._lasting = None
            if shown:
                self._give_way()

    def _read_away(self) -> None:
        if self._said is self._lasting:
            self._lasting = None
        self._give_way()

    def _give_way(self) -> None:
        """Go, and leave the place to an error that nobody has read away."""
        if self._lasting is not None and self._lasting is not self._said:
            self._show(self._lasting)
        else:
            self.hide()

    def _dress(self) -> None:
        sign, token = _SIGNS.get(str(self.property("kind")), _SIGNS["done"])
        self._sign.setPixmap(style.pixmap(sign, token, px(18), self.devicePixelRatioF()))

    def words(self) -> str:
        """Return what is being said, "" when nothing is."""
        return "" if self.isHidden() else self._words.text()

    def press(self) -> None:
        """Press the button of the sentence."""
        self._action.click()

    def _act(self) -> None:
        on = self._said.on
        self._read_away()
        if on is not None:
            on()


def under_banner(banner: Banner, read: QWidget, foot: QWidget) -> QWidget:
    """Put a banner over what is read, a foot below it: what they say takes its room from there."""
    column = QVBoxLayout()
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(banner)
    column.addWidget(read, 1)
    column.addWidget(foot)
    return place("bare", column)


class Banner(QFrame):
    """A sentence at the head of a page that waits for a decision, with up to three buttons."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("banner")
        self._sign = QLabel()
        self._words = label("", wrap=True)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(14, 8, 10, 8)
        self._row.setSpacing(10)
        self._row.addWidget(self._sign)
        self._row.addWidget(self._words, 1)
        self._buttons: list[QPushButton] = []
        self._dress()
        style.look().changed.connect(self._dress)
        self.hide()

    def ask(self, words: str, *answers: tuple[str, Callable[[], None]]) -> None:
        """Show a sentence and its answers; each answer hides the banner."""
        self._words.setText(words)
        for old in self._buttons:
            self._row.removeWidget(old)
            old.hide()  # until it goes it would lie under the new ones
            old.deleteLater()
        self._buttons = []
        for text, on in answers:
            button = QPushButton(text)
            button.setAutoDefault(False)
            button.clicked.connect(lambda _=False, f=on: self._answer(f))
            self._row.addWidget(button)
            self._buttons.append(button)
        self.show()

    def _dress(self) -> None:
        self._sign.setPixmap(style.pixmap("warning", "amber", px(18), self.devicePixelRatioF()))

    def buttons(self) -> list[QPushButton]:
        """Return the answers' buttons."""
        return self._buttons

    def words(self) -> str:
        """Return the sentence, "" when hidden."""
        return "" if self.isHidden() else self._words.text()

    def _answer(self, on: Callable[[], None]) -> None:
        self.hide()
        on()
