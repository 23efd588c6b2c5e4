"""Where a dragged article stands: the line that shows it, and the drop."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QDragLeaveEvent, QDragMoveEvent
from PySide6.QtWidgets import QTreeWidgetItem

from desk import clock
from desk.acts.rules import Stage
from desk.issues import issues, placing
from desk.issues import plan as issue_plan
from desk.issues.issues import IssueWords
from tests.making import Cast, article, words
from tests.ui.modal import drop
from ui.issue.plan_view import PlanView
from ui.look import style
from ui.window.window import Window

Sit = Callable[[int], Window]


@pytest.fixture(autouse=True)
def _in_april() -> None:
    clock.set_clock(lambda: datetime(2019, 4, 20, 3, tzinfo=UTC))


def _issue(cast: Cast, *titles: str, number: str = "4", month: int = 4, last: int = 0) -> int:
    issues.make(cast.secretary, IssueWords(number, 2019, month, "", "", last))
    made = issues.find(number, 2019).id
    found = [article(cast, words(title), Stage.APPROVED) for title in titles]
    if found:
        placing.place(cast.secretary, made, 1, found)
    return made


def _page(sit: Sit, cast: Cast) -> Window:
    window = sit(cast.secretary)
    window.pages.go("issue")
    return window


def _seen(issue_id: int = 1) -> int:
    return issues.row(issue_id).version


def _order(issue_id: int = 1) -> list[list[str]]:
    return [[row.title for row in part.placed] for part in issue_plan.plan(issue_id).parts if part.placed]


def _line(view: PlanView, head: int, child: int = -1) -> QTreeWidgetItem:
    found = view.topLevelItem(head)
    found = found.child(child) if found is not None and child >= 0 else found
    assert found is not None
    return found


def _at(view: PlanView, item: QTreeWidgetItem, part: float) -> QPoint:
    rect = view.visualItemRect(item)
    return QPoint(rect.center().x(), rect.top() + round(rect.height() * part))


def _where(title: str) -> tuple[int, int]:
    return next(
        (at, index)
        for at, part in enumerate(issue_plan.plan(1).parts)
        for index, row in enumerate(part.placed)
        if row.title == title
    )


def test_a_drop_stands_where_the_line_shows(sit: Sit, cast: Cast) -> None:
    _issue(cast, "Một", "Hai", "Ba")
    view = _page(sit, cast).pages.issue.plan
    view.choose_first()
    drop(view, _at(view, _line(view, 2), 0.1))  # above the next heading: the end of the chuyên mục before it
    assert _order() == [["Hai", "Ba", "Một"]]
    drop(view, _at(view, _line(view, 2), 0.9))  # below it: under it
    assert _where("Một") == (2, 0)
    drop(view, _at(view, _line(view, 1, 0), 0.9))
    assert _order() == [["Hai", "Một", "Ba"]]
    drop(view, _at(view, _line(view, 1, 0), 0.1))
    assert _order() == [["Một", "Hai", "Ba"]]
    before = _seen()
    drop(view, _at(view, _line(view, 1, 0), 0.9))  # where it stands already
    assert _seen() == before
    drop(view, _at(view, _line(view, 0), 0.1))  # nothing is above the first heading
    assert _where("Một") == (0, 0)


def test_a_line_shows_under_which_section_a_drop_would_stand(sit: Sit, cast: Cast) -> None:
    _issue(cast, "Một", "Hai")
    view = _page(sit, cast).pages.issue.plan
    view.choose_first()
    head = view.visualItemRect(_line(view, 2))

    def painted(y: int) -> bool:
        return view.viewport().grab().toImage().pixelColor(head.center().x(), y) == style.color("accent")

    for part, y in ((0.1, head.top()), (0.9, head.bottom() + 1)):
        carried, none = view.model().mimeData(view.selectedIndexes()), Qt.KeyboardModifier.NoModifier
        over = QDragMoveEvent(
            _at(view, _line(view, 2), part),
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
    _issue(cast, "Một", "Hai")
    window = _page(sit, cast)
    window.resize(1366, 900)
    view = window.pages.issue.plan
    view.choose_first()
    last = view.topLevelItemCount() - 1
    place = QPoint(40, view.viewport().height() - 3)
    assert view.itemAt(place) is None
    drop(view, place)
    assert _where("Một") == (last, 0)
    assert window.notice.words().startswith("Đã chuyển bài sang chuyên mục")
