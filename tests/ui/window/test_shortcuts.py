"""No key leads to two acts at once: Qt does neither then."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import combinations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget
from pytestqt.qtbot import QtBot

from tests.making import Cast, article, words
from tests.ui.issue.planned import put_issue
from tests.ui.window.every_window import DIALOGS, PAGES
from ui.window.window import Window

Sit = Callable[[int], Window]
_WINDOW = (Qt.ShortcutContext.WindowShortcut, Qt.ShortcutContext.ApplicationShortcut)
_CHILDREN = Qt.ShortcutContext.WidgetWithChildrenShortcut


def _reached(window: QWidget) -> Iterator[tuple[str, QAction, QWidget]]:
    """Return the keys of what may be done in a window now, with the widget over which each acts."""
    for owner in (window, *window.findChildren(QWidget)):
        if isinstance(owner, QMenu) or owner.window() is not window or not owner.isVisible():
            continue
        for action in owner.actions():
            if action.isEnabled() and action.isVisible():
                for key in action.shortcuts():
                    yield key.toString(), action, owner


def _meet(one: tuple[QAction, QWidget], other: tuple[QAction, QWidget]) -> bool:
    (first, over), (second, beside) = one, other
    if first is second:
        return False
    contexts = {first.shortcutContext(), second.shortcutContext()}
    if not contexts <= {*_WINDOW, _CHILDREN}:
        return over is beside
    return (
        bool(contexts & set(_WINDOW))
        or over.isAncestorOf(beside)
        or beside.isAncestorOf(over)
        or over is beside
    )


def doubled(window: QWidget) -> list[str]:
    """Return the keys that lead to two acts from one place."""
    by_key: dict[str, list[tuple[QAction, QWidget]]] = {}
    for key, action, owner in _reached(window):
        by_key.setdefault(key, []).append((action, owner))
    return [
        f"{key}: {one[0].text()} / {other[0].text()}"
        for key, held in by_key.items()
        for one, other in combinations(held, 2)
        if _meet(one, other)
    ]


def test_two_acts_of_one_key_are_found(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    for words_of in ("Mở tệp gốc", "Nhập cả thư mục"):
        action = QAction(words_of, window)
        action.setShortcut("Ctrl+Shift+O")
        window.addAction(action)
    window.show()
    assert doubled(window) == ["Ctrl+Shift+O: Mở tệp gốc / Nhập cả thư mục"]


@pytest.fixture
def window(sit: Sit, cast: Cast) -> Window:
    """The window of one who may do most, over a desk with an article and an issue."""
    article(cast, words("Giao ban", "Tại hội nghị."))
    put_issue(cast, "Gương sáng")
    return sit(cast.chief)


def test_no_key_of_a_page_leads_to_two_acts(qtbot: QtBot, window: Window) -> None:
    found = {}
    for name in PAGES:
        window.pages.go(name)
        if name == "editor":
            window.pages.editor.start()
        qtbot.wait(1)
        found[name] = doubled(window)
    assert found == {name: [] for name in PAGES}


def test_no_key_of_a_dialog_leads_to_two_acts(qtbot: QtBot, window: Window) -> None:
    found = {}
    for name, make in DIALOGS.items():
        made = make(window)
        made.show()
        found[name] = doubled(made)
        made.hide()  # some ask before they are left, one is not left at all
    assert found == {name: [] for name in DIALOGS}
