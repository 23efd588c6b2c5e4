"""Vietnamese typing in tests: QTest.keyClicks aborts on letters beyond ASCII."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget


def type_in(widget: QWidget, letters: str) -> None:
    """Type letters as Windows' Vietnamese keyboards send them: key events that carry the letter."""
    for letter in letters:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter)
            QApplication.sendEvent(widget, event)


class Unikey:
    """Presses keys as they reach a window through Unikey with Telex: it corrects the letters it has sent."""

    def __init__(self) -> None:
        self._word: list[str] = []  # what stands, as sent

    def press(self, keys: str, then: Callable[[], object] = lambda: None) -> None:
        """Press keys one after the other wherever the focus is; `then` follows each."""
        for key in keys:
            back, letters = self._corrected(key)
            for _ in range(back):
                QTest.keyClick(focused(), Qt.Key.Key_Backspace)
            for letter in letters:
                send_letter(letter)
            then()

    def _corrected(self, key: str) -> tuple[int, str]:
        """Return how many letters are taken back, and what is sent in their place."""
        last = self._word[-1] if self._word else ""
        if last + key in _TELEX:
            self._word[-1] = _TELEX[last + key]
            return 1, self._word[-1]
        undone = _UNDONE.get(last + key)
        if undone:
            self._word[-1:] = undone
            return 1, undone
        sent = "ư" if key == "w" else key
        self._word.append(sent)
        return 0, sent


_TELEX = {
    "dd": "đ", "aa": "â", "aw": "ă", "oo": "ô", "ow": "ơ", "uw": "ư", "ee": "ê",
    "as": "á", "ar": "ả", "âs": "ấ", "or": "ỏ", "es": "é", "ej": "ẹ", "ưr": "ử",
}  # fmt: skip
_UNDONE = {"đd": "dd", "âa": "aa", "ăw": "aw", "ôo": "oo", "ơw": "ow", "êe": "ee", "ás": "as", "ưw": "w"}


def focused() -> QWidget:
    """Return the widget that has the focus."""
    widget = QApplication.focusWidget() or QApplication.activeWindow()
    assert isinstance(widget, QWidget)
    return widget


def send_letter(letter: str) -> None:
    """Press the key of a letter, or send the letter, wherever the focus is."""
    if letter.isascii():
        shift = Qt.KeyboardModifier.ShiftModifier if letter.isupper() else Qt.KeyboardModifier.NoModifier
        QTest.keyClick(focused(), Qt.Key(ord(letter.upper())), shift)
        return
    widget = focused()
    for kind in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter)
        event.ignore()
        QApplication.sendEvent(widget, event)
