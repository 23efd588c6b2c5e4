"""Keys of acts pressed through a Vietnamese keyboard: the act that was meant, to the article that was meant."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QListWidget, QMainWindow, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desk.acts.rules import Stage
from desk.articles import listing
from desk.articles.listing import ListQuery
from tests.making import Cast, article, words
from tests.ui.keys import Unikey, focused
from tests.ui.modal import front
from ui.controls.action_table import Entry, Reach, allow, make_action
from ui.window import letter_keys
from ui.window.letter_keys import LetterKeys, PressedLetters
from ui.window.window import Window

Sit = Callable[[int], Window]


@pytest.mark.parametrize(
    ("come", "keys"),
    [
        ("d", "d"),
        ("d<đ", "dd"),
        ("d<đ<dd", "ddd"),
        ("d<đ<ddd", "dddd"),
        ("a<â", "aa"),
        ("a<ă", "aw"),
        ("o<ơ", "ow"),
        ("o<ô", "oo"),
        ("u<ư", "uw"),
        ("e<ê<ế", "ees"),
        ("a<á", "as"),
        ("a<ạ", "aj"),
        ("ư", "w"),
        ("ư<w", "ww"),
        ("đ", "d"),  # a key of its own on Windows' Vietnamese keyboard
        ("â", "a"),
        ("ă", "a"),
        ("ơ", "o"),
        ("Đ", "d"),
        ("dt", "dt"),
        ("d<đt", "ddt"),
        ("d<d", "dd"),  # Backspace was pressed, and D again
        ("d|<đ", "dd"),  # a click lay between
        ("<<d", "d"),
    ],
)
def test_the_key_that_was_pressed_is_told(come: str, keys: str) -> None:
    letters, told = PressedLetters(), ""
    for letter in come:
        if letter == "<":
            letters.erase()
        elif letter == "|":
            letters.forget()
        else:
            told += letters.letter(letter)
    assert told == keys


@pytest.fixture
def pressed(qtbot: QtBot) -> Iterator[list[str]]:
    """A window with a list whose rows begin with the letters, and an action for each of its keys."""
    window, rows = QMainWindow(), QListWidget()
    rows.addItems(["Bài", "Đoàn thể", "Du lịch", "Ăn ở", "Ước mơ", "Tin"])
    window.setCentralWidget(rows)
    done: list[str] = []
    for key in "DAWTO":
        entry: Entry[None] = Entry(key, key=key, reach=Reach.WINDOW, repeats=False)
        make_action(window, entry, partial(lambda key: done.append(f"{key}{rows.currentRow()}"), key))
    qtbot.addWidget(window)
    keys = LetterKeys(window)
    window.show()
    front(window)
    rows.setCurrentRow(0)
    rows.setFocus()
    assert QApplication.focusWidget() is rows
    yield done
    assert rows.currentRow() == 0, "no letter leads to another row"
    keys.deleteLater()


@pytest.mark.parametrize("keys", ["d", "dd", "ddd", "dddd", "aa", "aw", "ow", "ww", "dt", "ddt", "at", "wdd"])
def test_every_key_acts_once_on_the_row_that_is_chosen(pressed: list[str], keys: str) -> None:
    Unikey().press(keys)
    assert pressed == [f"{key.upper()}0" for key in keys]


def test_a_letter_without_an_act_leads_to_no_other_row(pressed: list[str]) -> None:
    Unikey().press("ubee")
    assert pressed == []


def test_a_word_typed_beside_the_text_does_nothing_until_one_pauses(
    pressed: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(letter_keys, "PAUSE", 3600)
    Unikey().press("hoawcj taapj")
    assert pressed == []
    QTest.keyClick(focused(), Qt.Key.Key_Up)  # another key ends the word
    Unikey().press("d")
    monkeypatch.setattr(letter_keys, "PAUSE", 0)
    Unikey().press("hd")
    assert pressed == ["D0", "D0"]


def test_two_approvals_through_unikey_approve_the_two_that_were_read(
    qtbot: QtBot, sit: Sit, cast: Cast, monkeypatch: pytest.MonkeyPatch, qapp: QApplication
) -> None:
    titles = ("Bài đầu", "Bài hai", "Bài ba", "Đoàn viên gương mẫu", "Đảng bộ xã")
    made = [article(cast, words(title), Stage.FOR_APPROVAL) for title in titles]
    usual = qapp.doubleClickInterval()
    qapp.setDoubleClickInterval(1)
    window = sit(cast.chief)
    window.pages.go("review")
    chosen: list[int] = []

    def note() -> None:
        QTest.qWait(12)
        row = window.pages.review.list.current()
        chosen.append(row.id if row else 0)

    note()
    assert not focused().testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
    Unikey().press("ddd", note)
    qapp.setDoubleClickInterval(usual)
    assert chosen == made[:4]
    approved = [
        row.id for row in listing.listing(cast.chief, ListQuery()).rows if row.stage is Stage.APPROVED
    ]
    assert sorted(approved) == made[:3]


def _x11(widget: QWidget, kind: QEvent.Type, key: Qt.Key, at: int) -> QKeyEvent:
    event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, "" if key == Qt.Key.Key_Delete else "d")
    event.setTimestamp(at)
    event.ignore()
    QApplication.sendEvent(widget, event)
    return event


@pytest.mark.parametrize("key", [Qt.Key.Key_D, Qt.Key.Key_Delete])
def test_a_held_key_is_no_second_press_though_qt_takes_it_for_one(
    pressed: list[str], monkeypatch: pytest.MonkeyPatch, key: Qt.Key
) -> None:
    monkeypatch.setattr(letter_keys, "_X11", True)
    rows, override = focused(), QEvent.Type.ShortcutOverride
    assert not _x11(rows, override, key, 1000).isAccepted()  # the shortcuts may have it
    _x11(rows, QEvent.Type.KeyRelease, key, 1700)
    assert _x11(rows, override, key, 1700).isAccepted()  # pressed where it was let go: it is held
    _x11(rows, QEvent.Type.KeyPress, key, 1700)
    _x11(rows, QEvent.Type.KeyRelease, key, 2600)
    assert not _x11(rows, override, key, 2900).isAccepted()


@pytest.fixture
def barred(qtbot: QtBot) -> Iterator[tuple[QMainWindow, list[str]]]:
    """A window with a list and a field, whose acts D, Del and F8 may not be done now; what it says of them."""
    window, rows, field, body = QMainWindow(), QListWidget(), QLineEdit("chữ"), QWidget()
    rows.addItems(["Đoàn thể", "Du lịch"])
    column = QVBoxLayout(body)
    column.addWidget(rows)
    column.addWidget(field)
    window.setCentralWidget(body)
    for key in ("D", "Del", "F8"):
        entry: Entry[None] = Entry(key, key=key, reach=Reach.WINDOW, when=lambda _: "không")
        allow(make_action(window, entry, lambda: pytest.fail("it may not be done")), f"{key} chưa được")
    qtbot.addWidget(window)
    keys, said = LetterKeys(window), list[str]()
    keys.barred.connect(said.append)
    window.show()
    front(window)
    rows.setFocus()
    yield window, said
    keys.deleteLater()


def test_a_key_whose_act_may_not_be_done_says_why(barred: tuple[QMainWindow, list[str]]) -> None:
    _, said = barred
    QTest.keyClick(focused(), Qt.Key.Key_D)
    QTest.keyClick(focused(), Qt.Key.Key_Delete)
    QTest.keyClick(focused(), Qt.Key.Key_F8)
    Unikey().press("dd")
    QTest.keyClick(focused(), Qt.Key.Key_T)
    assert said == ["D chưa được", "Del chưa được", "F8 chưa được", "D chưa được", "D chưa được"]


def test_in_a_field_keys_of_text_stay_its_own(barred: tuple[QMainWindow, list[str]]) -> None:
    window, said = barred
    field = window.findChild(QLineEdit)
    assert field is not None
    field.setFocus()
    field.home(False)
    for key in (Qt.Key.Key_Delete, Qt.Key.Key_D, Qt.Key.Key_F8):
        QTest.keyClick(field, key)
    assert (field.text(), said) == ("dhữ", ["F8 chưa được"])


def test_a_key_on_an_article_of_another_says_why_it_does_nothing(qtbot: QtBot, sit: Sit, cast: Cast) -> None:
    made = article(cast, words("Bài của phòng khác"), Stage.SUBMITTED)
    window = sit(cast.editor)
    window.pages.go("review")
    qtbot.waitUntil(lambda: window.pages.review.list.current() is not None)
    said: list[str] = []
    window.session.said.connect(lambda words, *_: said.append(words))
    QTest.keyClick(focused(), Qt.Key.Key_G)
    QTest.keyClick(focused(), Qt.Key.Key_H)
    assert said == [
        "Gửi biên tập: Bài đang ở bước khác nên chưa làm được việc này.",
        "Thu hồi: Việc này thuộc vai trò khác. Nhờ quản trị xem lại vai trò của đồng chí nếu cần.",
    ]
    assert listing.row(cast.editor, made).stage is Stage.SUBMITTED
