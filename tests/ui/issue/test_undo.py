"""What was done to a plan is taken back, by the quiet bar and by Ctrl+Z."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desk import clock
from desk.acts.rules import IssueState, Stage
from desk.issues import issues, placing
from desk.issues import plan as issue_plan
from desk.issues.issues import IssueWords
from tests.making import Cast, article, filled, words
from tests.ui.issue.planned import at_issue, line_of, place_of, point_on, put_issue, titles_in_order
from tests.ui.modal import answer, drop, front
from ui.issue.actions import Do
from ui.issue.issue_dialog import IssueDialog
from ui.issue.plan_view import PlanView
from ui.issue.sections_dialog import IssueSectionsDialog
from ui.window.window import Window

Sit = Callable[[int], Window]
ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
K = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


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


def _titles() -> list[str]:
    return [row.title for part in issue_plan.plan(1).parts for row in part.placed]


def test_moves_are_taken_back_by_bar_and_by_key(qtbot: QtBot, sit: Sit, cast: Cast) -> None:
    put_issue(cast, "Một", "Hai", "Ba")
    window = at_issue(sit, cast)
    view = window.pages.issue.plan
    view.choose_first()
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_Down, ALT)
    assert titles_in_order() == [["Hai", "Một", "Ba"]]
    assert window.notice.words() == "Đã đổi chỗ bài."
    window.notice.press()
    assert titles_in_order() == [["Một", "Hai", "Ba"]]
    assert not window.pages.issue.acts[Do.UNDO].isEnabled()
    qtbot.keyClick(view, Qt.Key.Key_Down, ALT)
    drop(view, point_on(view, line_of(view, 2), 0.9))
    qtbot.keyClick(view, Qt.Key.Key_Delete)
    assert titles_in_order() == [["Hai", "Ba"]]
    qtbot.keyClick(view, Qt.Key.Key_Z, CTRL)
    assert place_of("Một") == (2, 0)
    qtbot.keyClick(view, Qt.Key.Key_Z, CTRL)
    assert titles_in_order() == [["Hai", "Một", "Ba"]]
    qtbot.keyClick(view, Qt.Key.Key_Z, CTRL)
    assert titles_in_order() == [["Một", "Hai", "Ba"]]


def test_the_key_changes_no_issue_that_is_not_seen(qtbot: QtBot, sit: Sit, cast: Cast) -> None:
    put_issue(cast, "Một", "Hai")
    other = put_issue(cast, number="5", month=5)
    window = at_issue(sit, cast)
    window.navigation.show_issue(1)
    window.pages.issue.plan.choose_first()
    window.pages.issue.acts[Do.REMOVE].trigger()
    window.navigation.show_issue(other)
    qtbot.keyClick(window.pages.issue.plan, Qt.Key.Key_Z, CTRL)
    assert titles_in_order() == [["Hai"]]


def test_what_is_taken_out_leaves_its_neighbour_chosen_and_comes_back_chosen(window: Window) -> None:
    view = window.pages.issue.plan
    view.choose_first()
    assert _press(view, K.Key_Down, K.Key_Delete) == "Ba"
    QTest.keyClick(view, K.Key_Z, CTRL)
    assert _chosen(view) == "Hai"
    assert window.notice.words() == "Đã hoàn tác: đưa bài ra khỏi số."
    assert _press(view, K.Key_Down, K.Key_Delete) == "Hai"  # there is none below


def test_the_order_of_sections_is_taken_back(window: Window) -> None:
    before = [part.title for part in issue_plan.plan(1).parts]

    def change(dialog: IssueSectionsDialog) -> None:
        dialog.list.setCurrentRow(0)
        dialog.list.shift(1)
        dialog.add.click()
        dialog.list.item(dialog.list.count() - 1).setText("Riêng số này")
        dialog.agree()

    answer(IssueSectionsDialog, change)
    window.pages.issue.acts[Do.SECTIONS].trigger()
    after = [part.title for part in issue_plan.plan(1).parts]
    assert after[:2] == before[1::-1]
    assert "Riêng số này" in after
    window.pages.issue.acts[Do.UNDO].trigger()
    assert [part.title for part in issue_plan.plan(1).parts] == before
    assert window.notice.words() == "Đã hoàn tác: sắp xếp chuyên mục của số."


def test_ctrl_z_takes_back_nothing_across_what_has_no_way_back(window: Window) -> None:
    acts, view = window.pages.issue.acts, window.pages.issue.plan
    view.choose_first()
    view.shift(1)
    assert acts[Do.UNDO].isEnabled()

    def name(dialog: IssueDialog) -> None:
        dialog.theme.setText("Chào mừng")
        dialog.agree()

    answer(IssueDialog, name)
    acts[Do.EDIT].trigger()
    assert not acts[Do.UNDO].isEnabled()  # it would move the article, not what was done last
    view.shift(1)
    assert acts[Do.UNDO].isEnabled()
    acts[Do.CLOSE].trigger()
    assert "Đã chốt bài số 4/2019." in window.notice.words()
    acts[Do.UNDO].trigger()  # the closing, and nothing across it
    assert issues.row(1).state is IssueState.OPEN
    assert not acts[Do.UNDO].isEnabled()


def test_a_closing_is_taken_back_where_it_is_said(window: Window) -> None:
    acts = window.pages.issue.acts
    acts[Do.CLOSE].trigger()
    assert issues.row(1).state is IssueState.CLOSED
    window.notice.press()
    assert issues.row(1).state is IssueState.OPEN
    acts[Do.CLOSE].trigger()
    acts[Do.UNCLOSE].trigger()
    window.notice.press()
    assert issues.row(1).state is IssueState.CLOSED


def test_an_article_taken_out_comes_back_where_it_stood(qtbot: QtBot, sit: Sit, cast: Cast) -> None:
    filled(cast, "Một", "Hai", "Ba")
    window = sit(cast.secretary)
    window.pages.go("issue")
    window.pages.issue.plan.choose(issue_plan.plan(1).parts[1].placed[1].article_id)
    qtbot.keyClick(window.pages.issue.plan, Qt.Key.Key_Delete)
    assert _titles() == ["Một", "Ba"]
    window.notice.press()
    assert _titles() == ["Một", "Hai", "Ba"]
