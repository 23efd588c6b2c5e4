"""One-letter keys under a Vietnamese keyboard: the key that was pressed acts, whatever letter it became on the way.

Unikey and its like see every letter and correct what they have sent: D D comes as d, Backspace, đ; A W as a,
Backspace, ă; D D D as d, Backspace, đ, Backspace, d, d. Where no text is typed these letters are keys of acts.
"""

from __future__ import annotations

import sys
import time
import unicodedata
from collections.abc import Iterator

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QApplication, QComboBox, QWidget

# The key of Telex that gives a mark to the letter before it; the last of a letter's marks is the last key.
_TONES = {"\u0301": "s", "\u0300": "f", "\u0309": "r", "\u0303": "x", "\u0323": "j"}
_CIRCUMFLEX = "\u0302"  # the letter once more
PAUSE = 0.6  # s, after which a letter is no more of the word before it
_SHIFTS = (Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_AltGr, Qt.Key.Key_CapsLock)
_X11 = sys.platform == "linux"
_OF_TREES = "+-*/"  # open and close a branch
_ALONE = {"ư": "w"}  # what a key becomes with no letter before it


def base(letter: str) -> str:
    """Return a letter without its marks, đ as d."""
    return unicodedata.normalize("NFD", letter.lower())[:1].replace("đ", "d")


def is_composed(letter: str) -> bool:
    """Say whether a Vietnamese letter has marks."""
    return base(letter) != letter.lower()


class PressedLetters:
    """Tells from the letters that come, and those that are taken back, which key was pressed."""

    def __init__(self) -> None:
        self._come = ""  # since the last key that is no letter
        self._taken_back = ""

    def forget(self) -> None:
        """Begin anew: a key that is no letter, a click."""
        self._come = self._taken_back = ""

    def erase(self) -> None:
        """Take the last letter back."""
        self._taken_back = self._come[-1:] + self._taken_back
        self._come = self._come[:-1]

    def letter(self, letter: str) -> str:
        """Return the key of a letter that came; "" for one that only stands again where it stood before."""
        back, self._taken_back = self._taken_back, ""
        self._come = (self._come + letter)[-8:]
        if is_composed(letter):
            return self._composing(letter.lower(), corrected=bool(back))
        if is_composed(back[:1]) and base(back[:1]) == letter.lower():
            self._taken_back = back[1:]
            return ""
        return letter.lower()

    def _composing(self, letter: str, *, corrected: bool) -> str:
        marks = unicodedata.normalize("NFD", letter)[1:]
        if not corrected or not marks or marks[-1:] == _CIRCUMFLEX:
            return _ALONE.get(letter, base(letter))
        tone = next((key for mark, key in _TONES.items() if mark in marks), "")
        return tone or "w"  # what is left: the breve of ă, the horns of ơ and ư


class RunningWords:
    """Tells words that are typed where no text is from keys: a letter of no act, and what follows it at once."""

    def __init__(self) -> None:
        self._running, self._at = False, 0.0

    def forget(self) -> None:
        """Begin anew: a key that is no letter, a click."""
        self._running = False

    def sign(self, text: str) -> None:
        """Take note of a key that is no letter: a blank or a comma is typed among words, an arrow ends them."""
        if not text or not text.isprintable():
            self.forget()

    def has(self, *, acts: bool) -> bool:
        """Take note of a letter, and whether it is the key of an act here; say whether it is one of a word."""
        now = time.monotonic()
        inside = self._running and now - self._at < PAUSE
        self._running, self._at = inside or not acts, now
        return inside


class LetterKeys(QObject):
    """Hears the letters of the widget that has a window's focus, where it takes no text; and all keys that nobody had
    a use for: where it is the key of an act that may not be done now, it is said why.
    """

    barred = Signal(str)  # why the act of a key that was pressed may not be done

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._letters, self._words = PressedLetters(), RunningWords()
        self._heard: tuple[int, str] | None = (
            None  # by the shortcuts: the same key may come to the widget yet
        )
        self._silent = False
        self._released = (0, 0)  # the key that was last let go, and when
        window.installEventFilter(self)  # there come the keys that nobody had a use for
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow)

    def _follow(self, old: QWidget | None, new: QWidget | None) -> None:
        if old is not None:
            old.removeEventFilter(self)
        if new is not None and new.window() is self._window and not isinstance(new, QComboBox):
            new.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the pressed key act; keep from a list what would lead it to another row."""
        kind = event.type()
        if kind == QEvent.Type.MouseButtonPress:
            self._letters.forget()
            self._words.forget()
        if not isinstance(event, QKeyEvent) or not isinstance(watched, QWidget):
            return False
        if watched is self._window:
            return kind == QEvent.Type.KeyPress and self._say_why(event)
        if _takes_text(watched):
            return False
        if kind == QEvent.Type.KeyRelease:
            self._released = (event.key(), event.timestamp())
        if kind == QEvent.Type.ShortcutOverride:
            self._heard = (event.key(), event.text())
            return self._before_shortcuts(watched, event)
        if kind == QEvent.Type.KeyPress:
            if self._heard != (event.key(), event.text()):
                self._before_shortcuts(watched, event)
            self._heard = None
            return self._pressed(watched, event)
        return False

    def _before_shortcuts(self, widget: QWidget, event: QKeyEvent) -> bool:
        """Note a key before the window's shortcuts see it; keep from them what is no press of its own."""
        self._silent = self._is_held(event)
        if self._silent:
            event.accept()
            return True
        text = event.text()
        if event.key() == Qt.Key.Key_Backspace:
            self._letters.erase()
        elif not _is_letter(event):
            if text:  # Shift and its like come with every capital
                self._letters.forget()
            if event.key() not in _SHIFTS:
                self._words.sign(event.text())
        elif is_composed(text):
            event.accept()
            return True
        elif not (letter := self._letters.letter(text)) or self._is_in_word(widget, letter):
            self._silent = True
            event.accept()
            return True
        return False

    def _is_held(self, event: QKeyEvent) -> bool:
        """Say whether a press is one that a held key gives again, though Qt took it for one of its own.

        X11 lets a held key go and presses it again at the same instant; where the program was busy between the two,
        Qt does not see that they belong together, and the next article would be approved unread.
        """
        again = _X11 and not event.isAutoRepeat() and self._released == (event.key(), event.timestamp())
        return again and event.timestamp() > 0 and (_is_letter(event) or event.key() == Qt.Key.Key_Delete)

    def _pressed(self, widget: QWidget, event: QKeyEvent) -> bool:
        if self._silent and event.key() == Qt.Key.Key_Delete:
            return True
        if not _is_letter(event):
            return isinstance(widget, QAbstractItemView) and _seeks_row(event)
        if is_composed(event.text()):
            letter = self._letters.letter(event.text())
            if letter and not self._is_in_word(widget, letter):
                self._act(widget, QKeySequence(letter.upper()))
            return True
        if not self._silent and isinstance(widget, QAbstractItemView):
            self._say_why(event)
        return self._silent or isinstance(widget, QAbstractItemView)

    def _is_in_word(self, widget: QWidget, letter: str) -> bool:
        """Say whether a letter is one of a word that somebody types; where it has an act, it is said."""
        has_act = any(True for _ in _actions(widget, QKeySequence(letter.upper())))
        if not self._words.has(acts=has_act):
            return False
        if has_act:
            self.barred.emit(
                self.tr("Đang gõ liền nhiều chữ ngoài ô chữ, nên phím {key} không làm gì.").format(
                    key=letter.upper()
                )
            )
        return True

    def _act(self, widget: QWidget, keys: QKeySequence) -> None:
        """Do what a key does where a widget has the focus, or say why not."""
        for action in _actions(widget, keys):
            if action.isEnabled():
                action.trigger()
                return
        self._say_why_not(widget, keys)

    def _say_why(self, event: QKeyEvent) -> bool:
        """Say why nobody had a use for a key that has an act; a key that is held says it once."""
        widget = QApplication.focusWidget() or self._window
        return not event.isAutoRepeat() and self._say_why_not(widget, QKeySequence(event.keyCombination()))

    def _say_why_not(self, widget: QWidget, keys: QKeySequence) -> bool:
        for action in _actions(widget, keys):
            own = action.shortcutContext() == Qt.ShortcutContext.WidgetShortcut  # a widget reads it itself
            if not action.isEnabled() and action.whatsThis() and not own:
                self.barred.emit(action.whatsThis())
                return True
        return False


def _takes_text(widget: QWidget) -> bool:
    if widget.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled):
        return True
    typed = QAbstractItemView.EditTrigger.AnyKeyPressed
    return isinstance(widget, QAbstractItemView) and bool(widget.editTriggers() & typed)


def _is_letter(event: QKeyEvent) -> bool:
    held = event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
    return not held and len(event.text()) == 1 and event.text().isalpha()


def _seeks_row(event: QKeyEvent) -> bool:
    """Say whether a list would go to the next row that begins with this sign, so that the next key meets that one."""
    held = event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
    return not held and event.text().strip().isprintable() and event.text().strip() not in ("", *_OF_TREES)


def _actions(widget: QWidget, keys: QKeySequence) -> Iterator[QAction]:
    """Yield the actions in view whose shortcut these keys are where a widget has the focus, the nearest first."""
    place: QWidget | None = widget
    while place is not None:
        for action in place.actions():
            if keys in action.shortcuts() and action.isVisible():
                yield action
        place = place.parentWidget()
