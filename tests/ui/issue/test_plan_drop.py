"""Where a dragged article stands: the line that shows it, and the drop."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent

from desk import clock
from desk.acts.rules import Stage
from tests.making import Cast, article, words
from tests.ui.issue.planned import (
    at_issue,
    line_of,
    place_of,
    point_on,
    put_issue,
    titles_in_order,
    version_seen,
)
from tests.ui.modal import drop
from ui.look import style
from ui.window.window import Window

Sit = Callable[[int], Window]


@pytest.fixture(autouse=True)
def _in_april() -> None:
    clock.set_clock(lambda: datetime(2019, 4, 20, 3, tzinfo=UTC))


def test_a_drop_stands_where_the_line_shows(sit: Sit, cast: Cast) -> None:
    put_issue(cast, "Một", "Hai", "Ba")
    view = at_issue(sit, cast).pages.issue.plan
    view.choose_first()
    drop(
        view, point_on(view, line_of(view, 2), 0.1)
    )  # above the next heading: the end of the chuyên mục before it
    assert titles_in_order() == [["Hai", "Ba", "Một"]]
    drop(view, point_on(view, line_of(view, 2), 0.9))  # below it: under it
    assert place_of("Một") == (2, 0)
    drop(view, point_on(view, line_of(view, 1, 0), 0.9))
    assert titles_in_order() == [["Hai", "Một", "Ba"]]
    drop(view, point_on(view, line_of(view, 1, 0), 0.1))
    assert titles_in_order() == [["Một", "Hai", "Ba"]]
    before = version_seen()
    drop(view, point_on(view, line_of(view, 1, 0), 0.9))  # where it stands already
    assert version_seen() == before
    drop(view, point_on(view, line_of(view, 0), 0.1))  # nothing is above the first heading
    assert place_of("Một") == (0, 0)


def test_a_line_shows_under_which_section_a_drop_would_stand(sit: Sit, cast: Cast) -> None:
    put_issue(cast, "Một", "Hai")
    view = at_issue(sit, cast).pages.issue.plan
    view.choose_first()
    head = view.visualItemRect(line_of(view, 2))

    def painted(y: int) -> bool:
        return view.viewport().grab().toImage().pixelColor(head.center().x(), y) == style.color("accent")

    for part, y in ((0.1, head.top()), (0.9, head.bottom() + 1)):
        carried, none = view.model().mimeData(view.selectedIndexes()), Qt.KeyboardModifier.NoModifier
        over = QDragMoveEvent(
            point_on(view, line_of(view, 2), part),
            Qt.DropAction.MoveAction,
            carried,
            Qt.MouseButton.LeftButton,
            none,
        )
        view.viewportEvent(over)
        assert over.isAccepted()
        assert painted(y)
    view.viewportEvent(QDragLeaveEvent())
    assert not painted(head.bottom() + 1)


def test_a_drop_below_the_list_ends_the_last_section(sit: Sit, cast: Cast) -> None:
    put_issue(cast, "Một", "Hai")
    window = at_issue(sit, cast)
    window.resize(1366, 900)
    view = window.pages.issue.plan
    view.choose_first()
    last = view.topLevelItemCount() - 1
    place = QPoint(40, view.viewport().height() - 3)
    assert view.itemAt(place) is None
    drop(view, place)
    assert place_of("Một") == (last, 0)
    assert window.notice.words().startswith("Đã chuyển bài sang chuyên mục")


def test_an_article_that_waits_is_placed_where_the_line_shows(sit: Sit, cast: Cast) -> None:
    put_issue(cast, "Một", "Hai")
    article(cast, words("Ba"), Stage.APPROVED)
    window = at_issue(sit, cast)
    page = window.pages.issue
    view, waiting = page.plan, page.waiting
    assert waiting.view.dragEnabled()
    assert waiting.choose(3)
    carried = waiting.model.mimeData([waiting.view.currentIndex()])
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    place = point_on(view, line_of(view, 1, 1), 0.1)
    entered = QDragEnterEvent(place, copy, carried, left, none)
    view.viewportEvent(entered)
    assert entered.isAccepted()
    over = QDragMoveEvent(place, copy, carried, left, none)
    view.viewportEvent(over)
    assert over.isAccepted()
    view.viewportEvent(QDropEvent(place.toPointF(), copy, carried, left, none))
    assert titles_in_order() == [["Một", "Ba", "Hai"]]
    assert window.notice.words() == "Đã xếp 1 bài vào số."
    chosen = view.current()
    assert chosen is not None
    assert chosen.title == "Ba"
    page.acts.plan.undo.take_last()
    assert titles_in_order() == [["Một", "Hai"]]


def test_nothing_else_is_dropped_into_the_plan(sit: Sit, cast: Cast) -> None:
    put_issue(cast, "Một")
    view = at_issue(sit, cast).pages.issue.plan
    carried = QMimeData()
    carried.setText("Một")
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    entered = QDragEnterEvent(
        point_on(view, line_of(view, 1, 0), 0.1), Qt.DropAction.CopyAction, carried, left, none
    )
    view.viewportEvent(entered)
    assert not entered.isAccepted()
