"""Điền từ sổ tay: Ctrl+Space offers behind the caret what the registers know of what was typed.

The registers are read once, through the desk client, and again when they have changed; no key asks the desk.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QPainter, QStandardItem, QStandardItemModel, QTextCursor
from PySide6.QtWidgets import (
    QCompleter,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTextEdit,
    QWidget,
)

from desk.acts.changes import Changes
from desk.errors import DeskError
from ui.controls.labels import cut
from ui.editor.form import ArticleForm
from ui.look import style
from ui.look.text_size import px
from ui.paper.positions import units
from ui.session.session import Session

if TYPE_CHECKING:  # the registers come with the first question
    from desk.registers.completion import Known, Offer

_OWN = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab, Qt.Key.Key_Escape}
_WIDTH, _ROW, _MOST_ROWS = 560, 30, 8  # px at 100 %
_BESIDE = Qt.ItemDataRole.UserRole
_LENGTH = Qt.ItemDataRole.UserRole + 1


class Completion(QObject):
    """Follows the title, lead and body of one form."""

    def __init__(self, session: Session, form: ArticleForm) -> None:
        super().__init__(form)
        self._session, self._form = session, form
        self._known: Known | None = None
        self._asked = False
        self._field: QTextEdit | None = None
        self.model = QStandardItemModel(self)
        self.popup = OfferList()
        self.completer = QCompleter(self.model, self)
        self.completer.setPopup(self.popup)
        self.popup.setItemDelegate(_OfferDelegate(self.popup))  # a completer brings its own
        self.popup.installEventFilter(self)  # after the completer's, so that it is asked first
        self.completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self.completer.setMaxVisibleItems(_MOST_ROWS)
        self.popup.clicked.connect(self._take)
        form.completion_wanted.connect(self.ask)
        for field in (form.title, form.lead, form.body):
            field.typed.connect(self._soon)
            field.cursorPositionChanged.connect(self._soon)
        self._pause = QTimer(self, singleShot=True, interval=0)  # once a key, when the caret stands
        self._pause.timeout.connect(self._follow)
        session.client.changed.connect(self._heed)

    def ask(self) -> None:
        """Offer what fits the words before the caret; never while an input method composes."""
        field = next(
            (one for one in (self._form.title, self._form.lead, self._form.body) if one.hasFocus()), None
        )
        if field is None or field.isReadOnly() or self._form.composing:
            return
        self._field = field
        if self._known is not None:
            self._offer(say=True)
        elif not self._asked:
            self._asked = True
            self._session.client.ask(self, _known, self._read, refused=self._refused)

    def _read(self, known: Known) -> None:
        self._known, self._asked = known, False
        if self._field is not None and self._field.hasFocus():
            self._offer(say=True)

    def _refused(self, error: DeskError) -> None:
        self._asked = False
        self._session.regret(error)

    def _heed(self, changes: Changes) -> None:
        if changes.registers:
            self._known = None

    # -- keys, while the list is open ------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take Enter, Tab and Esc, from the field and from the shortcuts of the page too; arrows are the list's."""
        if event.type() == QEvent.Type.Hide and watched is self.popup and self._field is not None:
            self._field.removeEventFilter(self)
        own = isinstance(event, QKeyEvent) and event.key() in _OWN and self.popup.isVisible()
        if not own or event.type() not in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress):
            return False
        if self._pause.isActive():  # letters came in one burst with this key
            self._pause.stop()
            self._follow()
            if not self.popup.isVisible():
                return False
        event.accept()
        if event.type() == QEvent.Type.KeyPress:
            assert isinstance(event, QKeyEvent)
            self.popup.hide()
            if event.key() != Qt.Key.Key_Escape:
                self._take(self.popup.currentIndex())
        return True

    # -- the list --------------------------------------------------------------------------------------

    def _soon(self) -> None:
        if self.popup.isVisible():
            self._pause.start()

    def _follow(self) -> None:
        """Offer anew while one types on with the list open; put it away where nothing fits any more."""
        if self.popup.isVisible():
            self._offer(say=False)

    def _offer(self, *, say: bool) -> None:
        field = self._field
        if field is None or self._known is None or self._form.composing or field.isReadOnly():
            self.popup.hide()
            return
        from desk.registers.completion import offers

        found = offers(self._known, _before(field), self._form.date.day())
        if found:
            self._show(field, found)
            return
        self.popup.hide()
        if say:
            self._session.say(self.tr("Sổ tay chưa có gì hợp với chữ trước con trỏ."), "warning")

    def _show(self, field: QTextEdit, found: Sequence[Offer]) -> None:
        self.model.clear()
        for one in found:
            item = QStandardItem(one.text)
            item.setToolTip(one.text)
            item.setData(one.beside, _BESIDE)
            item.setData(one.length, _LENGTH)
            self.model.appendRow(item)
        if not self.popup.isVisible():
            field.installEventFilter(self)
        if self.completer.widget() is not field:
            self.completer.setWidget(field)
        place = field.cursorRect().translated(field.viewport().pos())
        self.completer.complete(QRect(place.left(), place.top(), px(_WIDTH), place.height() + 4))
        self.popup.setCurrentIndex(self.completer.completionModel().index(0, 0))

    def _take(self, index: QModelIndex) -> None:
        """Put the words in place of what was typed, in one step of undo."""
        field = self._field
        if field is None or not index.isValid() or self._form.composing or field.isReadOnly():
            return
        before, length = _before(field), int(index.data(_LENGTH))
        cursor = field.textCursor()
        cursor.setPosition(cursor.selectionEnd())
        shape = cursor.charFormat()
        cursor.beginEditBlock()
        length_in_units = units(before[len(before) - length :])
        cursor.movePosition(QTextCursor.MoveOperation.Left, QTextCursor.MoveMode.KeepAnchor, length_in_units)
        cursor.insertText(str(index.data()), shape)
        cursor.endEditBlock()
        field.setTextCursor(cursor)
        self.popup.hide()


def _known() -> Known:
    from desk.registers import completion  # when somebody completes for the first time

    return completion.known()


def _before(field: QTextEdit) -> str:
    """Return the words of the caret's line before it."""
    cursor = field.textCursor()
    cursor.setPosition(cursor.selectionEnd())
    cursor.movePosition(QTextCursor.MoveOperation.StartOfBlock, QTextCursor.MoveMode.KeepAnchor)
    return cursor.selectedText().rpartition("\u2028")[2]


class OfferList(QListView):
    """The list of what is offered."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Điền từ sổ tay"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(True)
        self.setProperty("offers", True)


class _OfferDelegate(QStyledItemDelegate):
    """An offer on a line: its words, and what is told beside them, muted."""

    def __init__(self, view: QWidget) -> None:
        super().__init__(view)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return a row's size."""
        return QSize(px(_WIDTH), px(_ROW))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint the words; where there is little room the ones beside give way."""
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        room: QRect = option.rect
        painter.save()
        painter.fillRect(room, style.color("accent_soft" if chosen else "raised"))
        inside = room.adjusted(px(10), 0, -px(10), 0)
        metrics = option.fontMetrics
        words, beside = str(index.data()), str(index.data(_BESIDE) or "")
        wide = metrics.horizontalAdvance(words) + px(16)
        side = min(metrics.horizontalAdvance(beside), max(0, inside.width() - wide))
        middle = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        painter.setPen(style.color("ink"))
        painter.drawText(inside, middle, cut(words, metrics, inside.width() - side))
        if side > px(40):
            painter.setPen(style.color("muted"))
            right = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)
            painter.drawText(inside, right, cut(beside, metrics, side))
        painter.restore()
