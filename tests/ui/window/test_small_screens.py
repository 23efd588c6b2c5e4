"""Dialogs on a laptop's screen: none is larger than it, its buttons are in sight, what does not fit scrolls."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QSize
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desk.acts.rules import Stage
from tests.making import Cast, article, filled, words
from tests.ui.calendar.calendars import page
from tests.ui.modal import answer
from ui.calendar.actions import Do as MeetingDo
from ui.calendar.import_export_actions import Way
from ui.calendar.meeting_dialog import MeetingDialog
from ui.controls import dialog_frame
from ui.controls.form_dialog import FormDialog
from ui.issue.actions import Do as IssueDo
from ui.window.window import Window

Sit = Callable[[int], Window]
pytestmark = pytest.mark.usefixtures("april")
SCREENS = {"1280x672": QSize(1264, 588), "1024x640": QSize(1008, 556)}  # without task bar and frame


def _new_meeting(window: Window) -> None:
    page(window).acts[MeetingDo.NEW].trigger()


def _notice(window: Window) -> None:
    page(window).in_and_out[Way.ANNOUNCEMENT].trigger()


def _issue(which: IssueDo) -> Callable[[Window], None]:
    def open_it(window: Window) -> None:
        window.pages.go("issue")
        QTest.qWait(20)
        window.pages.issue.acts[which].trigger()

    return open_it


def _whole(dialog: FormDialog, room: QSize) -> list[str]:
    """Return what of a dialog is not in sight."""
    QTest.qWait(30)
    out = []
    if dialog.width() > room.width() or dialog.height() > room.height():
        out.append(f"{dialog.size()} in {room}")
    for widget in (*dialog.buttons.buttons(), dialog.buttons):
        corner = widget.mapTo(dialog, widget.rect().bottomRight())
        if not dialog.rect().contains(corner):
            out.append(f"{widget.objectName() or widget} ends at {corner}")
    fields = [one for one in dialog.findChildren(QWidget) if one.isVisible() and one.minimumWidth() > 0]
    out += [str(one) for one in fields if one.width() < min(one.minimumWidth(), room.width())]
    return out


@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize(
    "opens",
    [
        _new_meeting,
        _notice,
        *map(_issue, (IssueDo.NEW, IssueDo.EXPORT, IssueDo.DESIGN, IssueDo.WANT, IssueDo.SECTIONS)),
    ],
)
def test_a_dialog_keeps_to_a_small_screen(
    qtbot: QtBot,
    sit: Sit,
    cast: Cast,
    monkeypatch: pytest.MonkeyPatch,
    screen: str,
    opens: Callable[[Window], None],
) -> None:
    filled(cast, "Bài một", "Bài hai")
    article(cast, words("Bài ba"), Stage.APPROVED)
    window = sit(cast.secretary)
    monkeypatch.setattr(dialog_frame, "screen_room", lambda _: SCREENS[screen])
    found: list[list[str]] = []

    def look(dialog: FormDialog) -> None:
        found.append(_whole(dialog, SCREENS[screen]))
        dialog.reject()

    answer(FormDialog, look)
    opens(window)
    qtbot.waitUntil(lambda: bool(found))
    assert found == [[]]


@pytest.mark.parametrize("screen", SCREENS)
def test_one_begins_in_the_first_field_on_a_small_screen_too(
    qtbot: QtBot, sit: Sit, cast: Cast, monkeypatch: pytest.MonkeyPatch, screen: str
) -> None:
    window = sit(cast.secretary)
    monkeypatch.setattr(dialog_frame, "screen_room", lambda _: SCREENS[screen])
    found: list[bool] = []

    def look(dialog: FormDialog) -> None:
        assert isinstance(dialog, MeetingDialog)
        found.append(dialog.focusWidget() is dialog.title)
        dialog.reject()

    answer(FormDialog, look)
    _new_meeting(window)
    qtbot.waitUntil(lambda: bool(found))
    assert found == [True]
