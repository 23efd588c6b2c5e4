"""Undo over all fields of an article: what was changed last is taken back first, in whatever field it stands."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence

from ui.editor.find_bar import Field


class UndoOrder(QObject):
    """Remembers which field each step of undo was made in; each field keeps its own steps."""

    def __init__(self, fields: Sequence[Field], led: Callable[[Field], object], parent: QObject) -> None:
        """Follow the fields; `led` brings one into sight in which something was taken back."""
        super().__init__(parent)
        self._fields, self._led = fields, led
        self._done: list[Field] = []
        self._undone: list[Field] = []
        self._moving = False
        for field in fields:
            field.document().undoCommandAdded.connect(lambda field=field: self._added(field))
            field.installEventFilter(self)

    def forget(self) -> None:
        """Begin anew: another text was laid in."""
        self._done, self._undone = [], []

    def can_undo(self) -> bool:
        """Say whether any field has something to take back."""
        return any(field.document().isUndoAvailable() for field in self._fields)

    def can_redo(self) -> bool:
        """Say whether any field has something to do again."""
        return any(field.document().isRedoAvailable() for field in self._fields)

    def undo(self) -> None:
        """Take back what was changed last."""
        field = self._last(self._done, lambda it: it.document().isUndoAvailable())
        if field is not None:
            self._move(field, field.undo)
            self._undone.append(field)
            self._led(field)

    def redo(self) -> None:
        """Do again what was taken back last."""
        field = self._last(self._undone, lambda it: it.document().isRedoAvailable())
        if field is not None:
            self._move(field, field.redo)
            self._done.append(field)
            self._led(field)

    def undo_in(self, field: Field) -> None:
        """Take back what was changed last in one field."""
        for at in reversed(range(len(self._done))):
            if self._done[at] is field:
                del self._done[at]
                break
        self._move(field, field.undo)
        self._undone.append(field)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys of undo and redo before the field does."""
        kind = event.type()
        if isinstance(event, QKeyEvent) and kind in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress):
            keys = {
                QKeySequence.StandardKey.Undo: self.undo,
                QKeySequence.StandardKey.Redo: self.redo,
            }
            act = next((act for key, act in keys.items() if event.matches(key)), None)
            if act is not None and not self._fields[0].isReadOnly():
                event.accept()
                if kind == QEvent.Type.KeyPress:
                    act()
                return True
        return super().eventFilter(watched, event)

    def _added(self, field: Field) -> None:
        if not self._moving:
            self._done.append(field)
            self._undone.clear()

    def _move(self, field: Field, act: Callable[[], object]) -> None:
        self._moving = True
        try:
            act()
        finally:
            self._moving = False

    def _last(self, order: list[Field], may: Callable[[Field], bool]) -> Field | None:
        """Return the field of the last step, or any that has one: Qt may have joined steps, or parted them."""
        while order:
            field = order.pop()
            if may(field):
                return field
        return next((field for field in reversed(self._fields) if may(field)), None)
