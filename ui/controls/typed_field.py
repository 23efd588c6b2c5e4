"""A field of one value that is typed as clerks write it and then shown as it was understood."""

from __future__ import annotations

from typing import Generic, TypeVar

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QMouseEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.look.style import restyle

T = TypeVar("T")


class TypedField(QLineEdit, Generic[T]):
    """Selects all when one comes in; what is typed counts as soon as it is a value.

    What is no value stays as it was typed and is marked, with the value before it still the field's; a form says so
    and does not close (`fault`). Tab leaves the field.
    """

    changed = Signal()

    def __init__(self, value: T, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._value = value
        self._clicked_in = False
        self.textEdited.connect(self._typed)
        self.editingFinished.connect(self.take)

    # -- what a kind of field says ---------------------------------------------------------------------

    def parse(self, typed: str) -> T | None:
        """Return the value of what was typed; None for what is none."""
        raise NotImplementedError

    def written(self, value: T) -> str:
        """Return a value as the field shows it."""
        raise NotImplementedError

    def unread(self) -> str:
        """Return what is said of words that are no value."""
        raise NotImplementedError

    # -- the value -------------------------------------------------------------------------------------

    def value(self) -> T:
        """Return the value: of what is being typed when it is one, else the last one."""
        return self._value

    def set_value(self, value: T) -> None:
        """Show a value, and say `changed` if it is another."""
        other = value != self._value
        self._value = value
        self._show()
        if other:
            self.changed.emit()

    def fault(self) -> str:
        """Return what is wrong with the words that stand here; nothing when they are the value."""
        return "" if self.parse(self.text()) is not None else self.unread()

    def take(self) -> None:
        """Show what was understood; mark what was not."""
        if self.fault():
            self._mark(True)
        else:
            self._show()

    def _typed(self, words: str) -> None:
        self._mark(False)
        value = self.parse(words)
        if value is not None and value != self._value:
            self._value = value
            self.changed.emit()

    def _show(self) -> None:
        shown = self.written(self._value)
        if shown != self.text():
            self.setText(shown)
        self.setModified(False)
        self._mark(False)

    def _mark(self, wrong: bool) -> None:
        if bool(self.property("wrong")) is not wrong:
            self.setProperty("wrong", wrong)
            restyle(self)
        self.setToolTip(self.unread() if wrong else "")

    # -- coming in and going out -----------------------------------------------------------------------

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Select all, so that what is typed takes the place of what is there."""
        super().focusInEvent(event)
        self._clicked_in = event.reason() is Qt.FocusReason.MouseFocusReason
        if event.reason() is not Qt.FocusReason.PopupFocusReason and not self.isReadOnly():
            self.selectAll()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Select all by the click that comes in: its press has put the cursor between the letters."""
        super().mouseReleaseEvent(event)
        if self._clicked_in and not self.hasSelectedText() and not self.isReadOnly():
            QTimer.singleShot(0, self, self.selectAll)
        self._clicked_in = False
