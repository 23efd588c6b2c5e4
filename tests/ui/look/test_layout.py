"""Every page, dialog and menu stands whole on small screens and with large words, and can be read.

Walked at 1024 × 640, 1280 × 672 and 1920 × 1080, at 100 and 150 % of the size of words, light and dark. Measured are:
no control outside what holds it, up to the window or to what scrolls; no word wider or higher than its room, where it
is not elided with a tooltip (labels, buttons, tabs, heads of columns, cells beside spare room, boxes, menus); no two
controls of one parent over each other but what floats; 4.5 : 1 between the colour of words (the palette that the
style sheet leaves on the widget) and the ground that is painted round them. Geometry is measured in one scheme,
colours at one size: neither depends on the other.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QSize, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QWidget

import ui
from tests.making import Cast
from tests.ui.look.measured import faint, faults, menu_faults
from tests.ui.look.walked import Walk, context_menus, dialogs, fill, pages
from ui.controls.dialog_frame import DialogFrame
from ui.controls.form_dialog import FormDialog
from ui.look import screen_room, style
from ui.look.style import Scheme
from ui.registers.entry_dialog import EntryDialog
from ui.session.page import Page
from ui.window.window import Window

SIZES = (QSize(1024, 640), QSize(1280, 672), QSize(1920, 1080))
PERCENTS = (100, 150)
FRAMES = (DialogFrame, FormDialog, EntryDialog)  # what dialogs are made of
pytestmark = pytest.mark.usefixtures("april")


@pytest.fixture
def walk(sit: Callable[[int], Window], cast: Cast) -> Walk:
    chosen = fill(cast)
    return Walk(cast, sit(cast.chief), chosen)


def _settle() -> None:
    for _ in range(4):
        QApplication.processEvents()


def _on_screen(monkeypatch: pytest.MonkeyPatch, size: QSize) -> None:
    """Let windows find a screen of a size; the frame takes what the real one has more."""
    monkeypatch.setattr(screen_room, "_FRAME", QSize(1920, 1080) - size + QSize(16, 44))


def _put_away(dialog: QDialog) -> None:
    dialog.hide()
    dialog.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_every_page_stands_whole(walk: Walk) -> None:
    found = []
    for percent in PERCENTS:
        style.look().wear(Scheme.LIGHT, percent)
        for where, show in pages(walk).items():
            show()
            for size in SIZES:
                walk.window.resize(size)
                _settle()
                if walk.window.size() != size:
                    found.append(f"{where} {percent}: {walk.window.size().toTuple()} for {size.toTuple()}")
                found += [f"{where} {percent} % {size.width()}: {one}" for one in faults(walk.window)]
    assert found == [], "\n".join(found)


def test_every_dialog_stands_whole(walk: Walk, monkeypatch: pytest.MonkeyPatch) -> None:
    found = []
    for percent in PERCENTS:
        style.look().wear(Scheme.LIGHT, percent)
        for size in SIZES:
            _on_screen(monkeypatch, size)
            for kind, make in dialogs(walk).items():
                dialog = make()
                dialog.show()
                _settle()
                where = f"{kind.__name__} {percent} % {size.width()}"
                room = screen_room.screen_room(dialog)
                if dialog.width() > room.width() or dialog.height() > room.height():
                    found.append(f"{where}: larger than the screen {dialog.size().toTuple()}")
                found += [f"{where}: {one}" for one in faults(dialog)]
                _put_away(dialog)
    assert found == [], "\n".join(found)


def test_everything_can_be_read(walk: Walk) -> None:
    found = []
    walk.window.resize(SIZES[1])
    for scheme in (Scheme.LIGHT, Scheme.DARK):
        style.look().wear(scheme, 100)
        for where, show in pages(walk).items():
            show()
            _settle()
            found += [f"{where} {scheme.value}: {one}" for one in faint(walk.window)]
        for kind, make in dialogs(walk).items():
            dialog = make()
            dialog.show()
            _settle()
            found += [f"{kind.__name__} {scheme.value}: {one}" for one in faint(dialog)]
            _put_away(dialog)
    assert found == [], "\n".join(found)


def test_the_menus_show_all_they_hold(walk: Walk) -> None:
    found = []
    for percent in PERCENTS:
        style.look().wear(Scheme.LIGHT, percent)
        for action in walk.window.menuBar().actions():
            menu = action.menu()
            assert isinstance(menu, QMenu)
            menu.aboutToShow.emit()
            words = max(menu.fontMetrics().horizontalAdvance(one.text()) for one in menu.actions())
            if menu.sizeHint().height() > 1080 or menu.sizeHint().width() < words or not menu.actions():
                found.append(f"{action.text()} {percent} %: {menu.sizeHint().toTuple()}")
    assert found == [], "\n".join(found)


def test_the_context_menus_stand_whole(walk: Walk) -> None:
    found = []
    for percent in PERCENTS:
        style.look().wear(Scheme.LIGHT, percent)
        walk.window.resize(SIZES[0])
        for where, ask in context_menus(walk).items():
            said = _of_popped_up(ask)
            found += [f"{where} {percent} %: {fault}" for fault in said]
    assert found == [], "\n".join(found)


def _of_popped_up(ask: Callable[[], object]) -> list[str]:
    """Ask for a menu, which may wait for an answer; return what is wrong with it, and close it."""
    met: list[list[str]] = []

    def look(left: int = 100) -> None:
        menu = QApplication.activePopupWidget()
        if isinstance(menu, QMenu):
            met.append(list(menu_faults(menu, SIZES[0])))
            menu.close()
        elif left:
            QTimer.singleShot(10, lambda: look(left - 1))

    QTimer.singleShot(0, look)
    ask()
    for _ in range(100):
        if met:
            return met[0]
        QTest.qWait(10)
    return ["no menu"]


def test_nothing_is_left_out_of_the_walk(walk: Walk) -> None:
    for module in pkgutil.walk_packages(ui.__path__, "ui."):
        importlib.import_module(module.name)
    walked = {kind.__name__ for kind in dialogs(walk)}
    assert _made(QDialog) - walked - {one.__name__ for one in FRAMES} == set()
    for show in pages(walk).values():
        show()
    assert {type(page).__name__ for page in walk.window.pages.made.values()} == _made(Page)


def _made(base: type[QWidget]) -> set[str]:
    """Return the names of the program's own classes below a class."""
    found: set[str] = set()
    for kind in base.__subclasses__():
        if kind.__module__.startswith("ui."):
            found.add(kind.__name__)
        found |= _made(kind)
    return found
