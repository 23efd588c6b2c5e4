"""Vietnamese typed into every field and over every list: the right words, the right act, never another row."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from unicodedata import normalize

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QSpinBox,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desk.acts.rules import Role, Stage
from desk.department import delegations
from desk.issues.plan import PlanPart
from desk.text.blocks import Block, Heading, ListItem, Paragraph, Quote, Run, Table
from tests.making import Cast, article, person, words
from tests.ui.calendar.calendars import put
from tests.ui.editor.hands import Hands
from tests.ui.issue.planned import put_issue
from tests.ui.keys import Unikey, focused, send_letter
from tests.ui.modal import front
from tests.ui.proofing.faulty import findings
from tests.ui.registers import filled
from tests.ui.typed_streams import STREAMS, TYPED
from tests.ui.window.every_window import DIALOGS, PAGES, boxes_of, fields_of, makers, owners, reveal, views_of
from ui.calendar.days_in_view import View
from ui.controls.order_list import OrderList
from ui.controls.typed_field import TypedField
from ui.issue.sections_dialog import IssueSectionsDialog
from ui.window import letter_keys
from ui.window.window import Window

Sit = Callable[[int], Window]
# What makes fields for the dialogs that were opened, and stands in none of them itself.
HELPERS = {"ui.controls.labels"}
KEYS = "dtaawddooueesqmx"
READ = 20_000  # ms; a page reads its article a moment after it came, and would take the findings away again


class Acts:
    """Notes which acts one-letter keys lead to, in place of doing them."""

    def __init__(self, window: QWidget) -> None:
        self.done: list[str] = []
        for action in window.findChildren(QAction):
            if self.letter(action):
                action.triggered.disconnect()
                action.triggered.connect(lambda _=False, action=action: self.done.append(action.text()))

    @staticmethod
    def letter(action: QAction) -> str:
        """Return the letter that is an action's key, "" for none."""
        key = action.shortcut().toString()
        return key.lower() if len(key) == 1 and key.isalpha() else ""

    def of(self, widget: QWidget, keys: str) -> list[str]:
        """Return what keys should do while a widget has the focus."""
        here: dict[str, str] = {}
        place: QWidget | None = widget
        while place is not None:
            for action in place.actions():
                if self.letter(action) and action.isEnabled() and action.isVisible():
                    here.setdefault(self.letter(action), action.text())
            place = place.parentWidget()
        return [here[key] for key in keys if key in here]


@pytest.fixture
def window(sit: Sit, released: Cast, april: None, monkeypatch: pytest.MonkeyPatch) -> Window:
    """The window of one who may do everything, on a desk that has something of everything."""
    monkeypatch.setattr(letter_keys, "PAUSE", 0)  # every letter is pressed alone, however fast
    cast = released
    put_issue(cast, "Bài ba", number="5", month=5)
    for title in ("Bài đầu", "Đoàn viên gương mẫu", "Đảng bộ xã", "12 chi bộ", "Ước mơ"):
        article(cast, words(title), Stage.FOR_APPROVAL)
    for title in ("Bài chờ xếp", "Đợi xếp"):
        article(cast, words(title), Stage.APPROVED)
    for title in ("Giao ban", "Đại hội", "Tập huấn"):
        put(cast, title, datetime(2019, 4, 16, 8))
    filled.fill(cast)
    begin = datetime(2019, 4, 16, tzinfo=UTC)
    delegations.delegate(cast.chief, cast.editor, begin, begin + timedelta(days=2))
    return sit(person(cast, "Mọi Vai", *Role))


def _pages(window: Window, qtbot: QtBot) -> Iterator[tuple[str, QWidget]]:
    for name in PAGES:
        window.pages.go(name)
        if name == "editor":
            window.pages.editor.start()
            qtbot.waitUntil(window.pages.editor.proofing.is_read, timeout=READ)
            window.pages.editor.proofing.panel.show()
            window.pages.editor.proofing.panel.show_found(findings(), 0, may=True)
        elif name == "review":
            qtbot.waitUntil(window.pages.review.side.proof.is_read, timeout=READ)
            window.pages.review.side.proof.panel.show_found(findings(), 1, may=False)
        elif name == "calendar":
            window.pages.calendar.show_view(View.AGENDA)
        elif name == "articles":
            assert window.pages.articles.reading  # it comes a moment after the list
        elif name == "issue":
            window.pages.issue.waiting.view.setFocus()
            QTest.keyClick(focused(), Qt.Key.Key_Down)  # it is read beside the plan
        QTest.qWait(1)
        yield name, window.pages.page()


def _named(where: str, widget: QWidget) -> str:
    return f"{where}: {type(widget).__name__} {widget.accessibleName() or widget.objectName()!r}"


def _text(field: QWidget) -> str:
    if isinstance(field, QLineEdit | QAbstractSpinBox):
        return field.text()
    assert isinstance(field, QTextEdit | QPlainTextEdit)
    return normalize("NFC", field.toPlainText())


def _type_over(field: QWidget, type_it: Callable[[], None]) -> str:
    assert isinstance(field, QLineEdit | QAbstractSpinBox | QTextEdit | QPlainTextEdit)
    field.setFocus()
    if focused() is not field:
        return "takes no focus"
    field.selectAll()
    type_it()
    return _text(field)


def _is_read_only(field: QWidget) -> bool:
    return not isinstance(field, QAbstractSpinBox) and bool(field.property("readOnly"))


def _figures(figures: str) -> Callable[[], None]:
    def press() -> None:
        for figure in figures:
            send_letter(figure)

    return press


def _faults_of_field(field: QWidget) -> list[str]:
    """Type words by every stream; a field of numbers, days or times then takes its own."""
    reveal(field)
    before = _text(field)
    if isinstance(field, QSpinBox):
        most = str(field.maximum())
        got = _type_over(field, _figures(most))
        return [] if field.value() == field.maximum() else [f"{most} became {got}"]
    if isinstance(field, QLineEdit) and field.maxLength() < len(TYPED):
        got = _type_over(field, _figures("2019"))
        return [] if got == "2019" else [f"2019 became {got}"]
    faults = []
    for name, stream in STREAMS.items():
        if name == "ibus" and not field.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled):
            continue  # a password
        got = _type_over(field, stream)
        if got != (before if _is_read_only(field) else TYPED):
            faults.append(f"{name}: {got!r}")
    if isinstance(field, TypedField):
        value = field.value()
        typed = "14h30" if isinstance(value, time) else "9/4/2019"
        _type_over(field, _figures(typed))
        if field.value() not in (date(2019, 4, 9), time(14, 30)):
            faults.append(f"{typed}: {field.value()}")
    return faults


def test_every_field_takes_what_is_typed_and_no_letter_of_it_acts(window: Window, qtbot: QtBot) -> None:
    faults: list[str] = []
    met: set[str] = set()

    def each(where: str, place: QWidget) -> None:
        acts = Acts(window)
        for field in fields_of(place):
            met.update(owners(field))
            faults.extend(f"{_named(where, field)}: {one}" for one in _faults_of_field(field))
            if acts.done and not _is_read_only(field):
                faults.append(f"{_named(where, field)} did {acts.done}")
            acts.done.clear()
        for view in views_of(place):
            met.update(owners(view))

    for name, page in _pages(window, qtbot):
        each(name, page)
    window._closing = True
    for name, make in DIALOGS.items():
        dialog = make(window)
        dialog.show()
        dialog.activateWindow()
        assert QTest.qWaitForWindowActive(dialog), name
        each(name, dialog)
        dialog.hide()
        dialog.deleteLater()
    assert faults == [], "\n".join(faults)
    assert makers() - met - HELPERS == set()


def test_over_a_list_each_letter_does_its_act_and_leads_to_no_other_row(window: Window, qtbot: QtBot) -> None:
    faults: list[str] = []
    for where, page in _pages(window, qtbot):
        acts = Acts(window)
        papers = [field for field in fields_of(page) if _is_read_only(field)]
        for view in (*views_of(page), *papers, *boxes_of(page)):
            named = _named(where, view)
            faults.extend(f"{named}: {one}" for one in _faults_of_view(view, acts))
    window._closing = True
    assert faults == [], "\n".join(faults)


def _faults_of_view(view: QWidget, acts: Acts) -> list[str]:
    reveal(view)
    QTest.qWait(1)
    if isinstance(view, QAbstractItemView):
        if view.model().rowCount() == 0:
            return ["has no row"]
        view.setCurrentIndex(view.model().index(0, 0))
    view.setFocus()
    if focused() is not view:
        return ["takes no focus"]
    before, faults = _stand(view), []
    for keys in ("dd", "ddt", "aaw", "wwq", "đuees"[1:], "12#“"):
        acts.done.clear()
        wanted = acts.of(view, keys) if not isinstance(view, QComboBox) else []
        Unikey().press(keys)
        if acts.done != wanted:
            faults.append(f"{keys} did {acts.done}, not {wanted}")
        if _stand(view) != before and not isinstance(view, QComboBox):
            faults.append(f"{keys} led to {_stand(view)} from {before}")
    return faults


def _stand(view: QWidget) -> object:
    """Return what letters must not change: the row, the words of the paper, the chosen day."""
    if isinstance(view, QAbstractItemView):
        return view.currentIndex().row(), view.state()
    if isinstance(view, QTextEdit):
        return view.toPlainText()
    return getattr(view, "day", None)


_OWN = PlanPart(1, "Của số này", (), own=True)
PLACES: dict[str, Block] = {
    "paragraph": Paragraph("00000001", (Run("x"),)),
    "heading": Heading("00000001", (Run("x"),), 1),
    "item": ListItem("00000001", (Run("x"),), True, 0),
    "quote": Quote("00000001", (Run("x"),)),
    "cell": Table("00000001", (((Run("x"),), (Run("y"),)),)),
}


@pytest.mark.parametrize("stream", STREAMS)
@pytest.mark.parametrize("place", PLACES)
def test_every_kind_of_block_takes_what_is_typed(qtbot: QtBot, place: str, stream: str) -> None:
    hands = Hands(qtbot)
    hands.open(PLACES[place], Paragraph("00000002", (Run("sau"),)))
    hands.put(1 if place == "cell" else 0, 1)  # a table begins behind an empty block
    front(hands.editor)
    STREAMS[stream]()
    assert hands.editor.toPlainText().strip().startswith(f"x{TYPED}")
    assert hands.kinds == [type(PLACES[place]), Paragraph]


@pytest.mark.parametrize("stream", STREAMS)
def test_a_list_that_is_edited_in_place_takes_what_is_typed(qtbot: QtBot, stream: str) -> None:
    dialog = IssueSectionsDialog(None, "4/2019", (_OWN,))
    qtbot.addWidget(dialog)
    dialog.show()
    front(dialog)
    (rows,) = dialog.findChildren(OrderList)
    rows.setFocus()
    rows.setCurrentRow(0)
    rows.editItem(rows.item(0))
    STREAMS[stream]()
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: rows.item(0).text() == TYPED)
