"""What opens and changes at a press: every menu, F1, a page once more, light to dark, larger words."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from tests.bench import seated
from tests.bench.figure import Row, Sizes, clocked, under
from ui.look import style
from ui.look.style import Scheme
from ui.window.window import Window

_REST = 6.0  # seconds in which nobody presses anything: the pages are made


def rows(sizes: Sizes) -> Iterator[Row]:
    """Press each for the first time in a window that has stood a while."""
    with seated.window(sizes.small) as window:
        seated.until(lambda: False, _REST)
        menus = window.menuBar().findChildren(QMenu, options=Qt.FindChildOption.FindDirectChildrenOnly)
        assert menus
        slowest = max(clocked(partial(_opened, window, menu)) for menu in menus)
        yield under("the slowest menu, the first time", slowest, 150)
        yield under("F1, the first time", clocked(lambda: _pressed(window)), 150)
        window.pages.go("settings")
        window.pages.go("today")
        yield under("Thiết lập once more", _painted(lambda: window.pages.go("settings")), 150)
        for page in ("issue", "calendar", "review", "articles", "journal", "shelf"):
            window.pages.go(page)
        seated.settle(lambda: True)
        look = style.look()
        dark = max(_painted(partial(look.wear, to, 100)) for to in (Scheme.DARK, Scheme.LIGHT))
        yield under("light to dark and back with all pages made, the slower", dark, 400)
        yield under("words of 150 %", _painted(lambda: look.wear(Scheme.LIGHT, 150)), 400)
        look.wear(Scheme.LIGHT, 100)


def _opened(window: Window, menu: QMenu) -> None:
    menu.popup(window.mapToGlobal(window.rect().center()))
    QApplication.processEvents()
    menu.repaint()
    menu.hide()


def _pressed(window: Window) -> None:
    QTest.keyClick(window, Qt.Key.Key_F1)
    QApplication.processEvents()
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    dialog.close()


def _painted(change: Callable[[], object]) -> float:
    def work() -> None:
        change()
        QApplication.processEvents()

    return clocked(work)
