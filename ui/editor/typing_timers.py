"""The pauses of a typist: after one the draft is kept, after a shorter one the words are counted."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

IDLE = 1200  # ms from the first letter: who types without a pause is kept too
COUNT = 400  # ms after the last letter


class TypingPauses(QObject):
    """Says when there is time; never while an input method composes letters."""

    idle = Signal()
    counting = Signal()

    def __init__(self, owner: QObject, composing: Callable[[], bool]) -> None:
        super().__init__(owner)
        self._composing = composing
        self._idle = QTimer(self, singleShot=True, interval=IDLE)
        self._count = QTimer(self, singleShot=True, interval=COUNT)
        self._idle.timeout.connect(lambda: self._say(self._idle, self.idle.emit))
        self._count.timeout.connect(lambda: self._say(self._count, self.counting.emit))

    def typed(self) -> None:
        """Begin to wait."""
        if not self._idle.isActive():
            self._idle.start()
        self._count.start()

    def forget(self) -> None:
        """Keep nothing: another text was loaded."""
        self._idle.stop()

    def _say(self, timer: QTimer, say: Callable[[], object]) -> None:
        if self._composing():
            timer.start()
        else:
            say()
