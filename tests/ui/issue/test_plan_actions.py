"""What is done to a plan: placed, asked for, ordered, corrected."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from desk import clock
from desk.acts.rules import IssueState, Stage
from desk.issues import corrections, issues, placing, sections
from desk.issues import plan as issue_plan
from desk.issues.issues import IssueWords
from desk.issues.sections import SectionWish
from tests.making import Cast, article, printed, words
from tests.ui.issue.planned import at_issue, line_of, put_issue
from tests.ui.modal import answer, front
from ui.articles.correction_dialog import CorrectDialog
from ui.issue.actions import Do
from ui.issue.commission_dialog import CommissionDialog
from ui.issue.plan_view import PlanView
from ui.window.window import Window

Sit = Callable[[int], Window]
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


def test_what_waits_is_not_put_elsewhere_without_a_word(sit: Sit, cast: Cast) -> None:
    put_issue(cast)
    first, own = issue_plan.plan(1).parts[:2]
    sections.arrange_sections(cast.secretary, 1, 1, [SectionWish(own.section_id, own.title, hidden=True)])
    article(cast, words("Bài lạc"), Stage.APPROVED, own.section_id)
    window = at_issue(sit, cast)
    window.pages.issue.acts[Do.PUT].trigger()
    assert f"“{first.title}”" in window.notice.words()
    assert f"không hiện chuyên mục “{own.title}”" in window.notice.words()


def test_what_is_closed_may_still_be_ordered_and_what_is_released_not(sit: Sit, cast: Cast) -> None:
    put_issue(cast, "Một", "Hai")
    page = at_issue(sit, cast).pages.issue
    assert line_of(page.plan, 1, 0).flags() & Qt.ItemFlag.ItemIsDragEnabled
    page.acts[Do.CLOSE].trigger()
    assert page.chip.words() == "Đã chốt bài"
    assert line_of(page.plan, 1, 0).flags() & Qt.ItemFlag.ItemIsDragEnabled
    page.plan.choose(1)
    page.plan.shift(1)
    assert [line_of(page.plan, 1, at).text(0) for at in (0, 1)] == ["Hai", "Một"]
    printed = issue_plan.plan(1)
    page.plan.show_plan(replace(printed, issue=replace(printed.issue, state=IssueState.RELEASED)))
    assert not line_of(page.plan, 1, 0).flags() & Qt.ItemFlag.ItemIsDragEnabled


def test_a_piece_asked_for_is_chosen_and_taken_back(window: Window) -> None:
    view = window.pages.issue.plan

    def ask(dialog: CommissionDialog) -> None:
        dialog.title.setText(" Gương  đảng viên ")
        dialog.agree()

    answer(CommissionDialog, ask)
    window.pages.issue.acts[Do.WANT].trigger()
    asked = view.current_wanted()
    assert asked is not None
    assert asked.title == "Gương đảng viên"

    def change(dialog: CommissionDialog) -> None:
        dialog.title.setText("Gương chi bộ")
        dialog.agree()

    answer(CommissionDialog, change)
    _press(view, K.Key_Return)
    assert [one.title for part in issue_plan.plan(1).parts for one in part.wanted] == ["Gương chi bộ"]
    front(window)
    QTest.keyClick(view, K.Key_Z, CTRL)
    assert [one.title for part in issue_plan.plan(1).parts for one in part.wanted] == ["Gương đảng viên"]
    QTest.keyClick(view, K.Key_Z, CTRL)
    assert not any(part.wanted for part in issue_plan.plan(1).parts)
    assert not window.pages.issue.acts[Do.UNDO].isEnabled()


def test_a_printed_article_is_corrected_from_the_plan(window: Window, cast: Cast) -> None:
    printed(cast)
    window.pages.issue.shown()
    buttons = {one.text(): one for one in window.pages.issue.findChildren(QPushButton)}
    for gone in ("Chuyển lên", "Chuyển xuống", "Đặt bài", "Đưa ra khỏi số", "Gom bài"):
        assert not buttons[gone].isVisible()
    window.pages.issue.plan.choose_first()
    assert buttons["Đính chính"].isEnabled()

    def write(dialog: CorrectDialog) -> None:
        dialog.printed.setPlainText("ngày 8/4")
        dialog.correct.setPlainText("ngày 9/4")
        dialog.agree()

    answer(CorrectDialog, write)
    buttons["Đính chính"].click()
    row = window.pages.issue.plan.current()
    assert row is not None
    assert [one.printed for one in corrections.of_article(row.article_id)] == ["ngày 8/4"]
    window.navigation.edit(row.article_id)
    assert "Bài đã in nên giữ nguyên" in window.pages.editor.banner.words()
    assert not window.pages.editor.section.isEnabled()
