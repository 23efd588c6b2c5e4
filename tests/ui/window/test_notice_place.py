"""The notice lies over no footer and no button of the page in view, whatever page that is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.making import Cast
from tests.ui.calendar.calendars import page, pick, put
from tests.ui.look.walked import Walk, fill, pages
from tests.ui.modal import front
from ui.controls import free_place
from ui.look import style
from ui.look.style import Scheme
from ui.window.window import Window

pytestmark = pytest.mark.usefixtures("april")
_WORDS = "Đã gửi bài “Hội nghị trực tuyến sơ kết 5 năm thực hiện Chỉ thị số 05-CT/TW” cho biên tập."


def _settle() -> None:
    for _ in range(4):
        QApplication.processEvents()


def _under(window: Window) -> Iterator[QRect]:
    """Yield what the notice lies on and should not."""
    stack = window.pages.stack
    bar = window.notice.geometry().translated(-stack.pos())
    held = free_place.held(stack)
    yield from (one for one in (*held.fixed, *window.pages.page().kept_clear()) if one.intersects(bar))


@pytest.mark.parametrize("percent", [100, 150])
def test_it_covers_no_footer_and_no_button(sit: Callable[[int], Window], cast: Cast, percent: int) -> None:
    walk = Walk(cast, sit(cast.chief), fill(cast))
    style.look().wear(Scheme.LIGHT, percent)
    found = []
    for size in (QSize(1280, 672), QSize(1920, 1080)):
        walk.window.resize(size)
        walk.window.notice.say(_WORDS, "done", "Hoàn tác", lambda: None)
        for where, show in pages(walk).items():
            show()
            _settle()
            found += [f"{where} {percent} % {size.width()}: {one}" for one in _under(walk.window)]
    assert found == [], "\n".join(found)


def test_it_keeps_clear_of_todays_meeting(sit: Callable[[int], Window], cast: Cast) -> None:
    put(cast, "Giao ban tuần", datetime(2019, 4, 16, 8))
    put(cast, "Họp chi bộ", datetime(2019, 4, 30, 8))
    window = sit(cast.secretary)
    window.resize(1280, 672)
    calendar = page(window)
    pick(calendar, "Họp chi bộ")
    window.notice.say(_WORDS, "done", "Hoàn tác", lambda: None)
    _settle()
    places = calendar.kept_clear()
    assert len(places) == 2
    at = calendar.month.viewport().mapTo(calendar, QPoint())
    assert all(place.top() >= at.y() for place in places)
    assert list(_under(window)) == []


def test_it_lies_on_no_line_that_is_being_written(
    qtbot: QtBot, sit: Callable[[int], Window], cast: Cast
) -> None:
    window = sit(cast.writer)
    window.resize(1280, 672)
    window.navigation.new_article()
    front(window)
    body = window.pages.editor.form.body
    body.setFocus()
    window.notice.say(_WORDS, "done", "Hoàn tác", lambda: None)
    for _ in range(30):
        qtbot.keyClick(body, Qt.Key.Key_Return)
        qtbot.keyClick(body, Qt.Key.Key_A)
        _settle()
        (line,) = window.pages.editor.kept_clear()
        assert line.height() > 10
        assert list(_under(window)) == []
