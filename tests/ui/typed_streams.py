"""What reaches a widget when somebody types Vietnamese: keys as Unikey corrects them, an input method's words.

A word is told by what stands after each key; Unikey takes back what differs and sends the rest, ibus shows it as a
composition and commits the last of it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import takewhile

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.keys import focused, send_letter

Words = Sequence[str]  # each as it stands after every key, in one string: "d đ đi"

TELEX: Words = ("D Đ Đu Đư Đưo Đươ Đươn Đương Đường", "h ho hoa hoà", "m mo mơ mớ mới")
VNI: Words = ("D Du Duo Đuo Đươ Đươn Đương Đường", "h ho hoa hoà", "m mo mơ mơi mới")
TYPED = "Đường hoà mới"


def by_unikey(words: Words) -> None:
    """Press each word's keys and Space between words, with the corrections that Unikey sends."""
    for at, word in enumerate(words):
        if at:
            QTest.keyClick(focused(), Qt.Key.Key_Space)
        stands = ""
        for wanted in word.split():
            kept = _same(stands, wanted)
            for _ in stands[kept:]:
                QTest.keyClick(focused(), Qt.Key.Key_Backspace)
            for letter in wanted[kept:]:
                send_letter(letter)
            stands = wanted


def _same(one: str, other: str) -> int:
    """Return how many letters two words begin with alike."""
    pairs = zip(one, other, strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))


def by_input_method(words: Words) -> None:
    """Compose each word as ibus does; Space commits it and comes as a key."""
    for at, word in enumerate(words):
        if at:
            QTest.keyClick(focused(), Qt.Key.Key_Space)
        for composed in word.split():
            QApplication.sendEvent(focused(), QInputMethodEvent(composed, []))
        commit = QInputMethodEvent()
        commit.setCommitString(word.split()[-1])
        QApplication.sendEvent(focused(), commit)


def by_keyboard(words: Words) -> None:
    """Press the keys of a keyboard that has every letter, as Windows' own Vietnamese one."""
    for letter in " ".join(word.split()[-1] for word in words):
        send_letter(letter)


STREAMS: Mapping[str, Callable[[], None]] = {
    "telex": lambda: by_unikey(TELEX),
    "vni": lambda: by_unikey(VNI),
    "ibus": lambda: by_input_method(TELEX),
    "keyboard": lambda: by_keyboard(TELEX),
}
