"""A piece asked for: its title, chuyên mục, person and day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desk import clock
from desk.acts.rules import Stage
from desk.issues import commissions, issues, placing, sections
from desk.issues import plan as issue_plan
from desk.issues.commissions import CommissionWish
from desk.issues.issues import IssueWords
from desk.issues.sections import SectionWish
from tests.making import Cast, article, filled, words
from tests.ui.modal import answer, front
from ui.issue.actions import Do
from ui.issue.commission_dialog import CommissionDialog
from ui.issue.plan_view import PlanView
from ui.window.window import Window

Sit = Callable[[int], Window]
K = Qt.Key
LONG = (
    "Học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh gắn với thực hiện Nghị quyết Trung ương 4"
)
CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture(autouse=True)
def _in_april() -> None:
    clock.set_clock(lambda: datetime(2019, 4, 20, 3, tzinfo=UTC))


@pytest.fixture
def window(sit: Sit, cast: Cast) -> Window:
    """Return the window of the secretary at an issue of three articles."""
    issues.make(cast.secretary, IssueWords("4", 2019, 4))
    titles = ("Một", "Hai", "Ba")
    placing.place(cast.secretary, 1, 1, [article(cast, words(title), Stage.APPROVED) for title in titles])
    made = sit(cast.secretary)
    made.pages.go("issue")
    front(made)
    return made


def _chosen(view: PlanView) -> str:
    item = view.currentItem()
    return item.text(0) if item is not None else ""


def _press(view: PlanView, *keys: Qt.Key) -> str:
    for key in keys:
        QTest.keyClick(view, key)
    return _chosen(view)


def test_a_day_that_is_over_and_no_title_are_refused_in_place(
    qtbot: QtBot, window: Window, cast: Cast
) -> None:
    wish = CommissionWish(2, "Đã muộn", None, "2019-04-02")
    commissions.commission(cast.secretary, 1, issues.row(1).version, wish)
    told: list[str] = []

    def ask(dialog: CommissionDialog) -> None:
        dialog.agree()
        told.append(dialog.fault.text())
        dialog.title.setText("Gương chi bộ")
        dialog.due.set_value(date(2019, 4, 19))
        dialog.agree()
        told.append(dialog.fault.text())
        dialog.reject()

    answer(CommissionDialog, ask)
    window.pages.issue.acts[Do.WANT].trigger()
    assert told == ["Hãy ghi bài được đặt viết về gì.", "Hạn nộp phải từ hôm nay trở đi."]

    def rename(dialog: CommissionDialog) -> None:  # what is late already may still be changed
        dialog.title.setText("Vẫn muộn")
        dialog.agree()

    window.pages.issue.shown()
    window.pages.issue.plan.choose_wanted(1)
    answer(CommissionDialog, rename)
    _press(window.pages.issue.plan, K.Key_Return)
    assert [one.title for part in issue_plan.plan(1).parts for one in part.wanted] == ["Vẫn muộn"]


def test_a_wanted_piece_is_due_when_the_issue_closes_and_long_names_fit(sit: Sit, cast: Cast) -> None:
    filled(cast)
    sections.arrange_sections(cast.secretary, 1, 1, [SectionWish(0, LONG)])
    window = sit(cast.secretary)
    window.pages.go("issue")

    def look(dialog: CommissionDialog) -> None:
        assert dialog.width() <= 620
        assert dialog.due.value() == date(2019, 4, 24)
        dialog.reject()

    met = answer(CommissionDialog, look)
    window.pages.issue.acts[Do.WANT].trigger()
    assert met
    head = window.pages.issue.plan.topLevelItem(0)
    assert head is not None
    assert head.toolTip(0) == LONG


def test_a_wanted_piece_from_the_plan_to_the_writers_day(qtbot: QtBot, sit: Sit, cast: Cast) -> None:
    filled(cast, "Bài một")
    window = sit(cast.secretary)
    window.pages.go("issue")

    def ask(dialog: CommissionDialog) -> None:
        dialog.agree()
        assert dialog.fault.isVisible()
        dialog.title.setText("Gương đảng viên trẻ")
        dialog.person.setCurrentIndex(dialog.person.findData(cast.writer))
        dialog.agree()

    answer(CommissionDialog, ask)
    qtbot.keyClick(
        window.pages.issue.plan,
        Qt.Key.Key_B,
        CTRL_SHIFT,
    )
    wanted = [one for part in issue_plan.plan(1).parts for one in part.wanted]
    assert [(one.title, one.person) for one in wanted] == [("Gương đảng viên trẻ", "Lê Thị Viết")]
    writer = sit(cast.writer)
    writer.pages.go("today")
    line = next(one for one in writer.pages.today.lines if one.text() == "Gương đảng viên trẻ")
    line.click()
    assert writer.pages.page() is writer.pages.editor
    assert writer.pages.editor.form.text().title == "Gương đảng viên trẻ"
    window.pages.go("issue")
    view = window.pages.issue.plan
    items = [view.topLevelItem(n) for n in range(view.topLevelItemCount())]
    for head in items:
        assert head is not None
        for at in range(head.childCount()):
            item = head.child(at)
            assert item is not None
            view.setCurrentItem(item)
            if view.current_wanted() is not None:
                break
        else:
            continue
        break
    assert view.current_wanted() is not None
    assert window.pages.issue.acts[Do.WRITE].isEnabled()
    qtbot.keyClick(view, Qt.Key.Key_Delete)
    assert all(not part.wanted for part in issue_plan.plan(1).parts)
    window.notice.press()  # Hoàn tác
    (back,) = [one for part in issue_plan.plan(1).parts for one in part.wanted]
    assert (back.title, back.person, back.stage) == ("Gương đảng viên trẻ", "Lê Thị Viết", Stage.DRAFT)
