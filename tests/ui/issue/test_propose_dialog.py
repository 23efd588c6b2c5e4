"""Articles proposed for an issue: which, where they would stand, and by keyboard."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from desk import clock
from desk.acts.rules import Act, IssueState, Stage
from desk.articles import workflow
from desk.issues import corrections, issues, placing, releases, sections
from desk.issues import plan as issue_plan
from desk.issues.issues import IssueWords
from desk.issues.sections import SectionWish
from tests.making import Cast, article, filled, printed, words
from tests.ui.issue.planned import at_issue, put_issue, titles_in_order, version_seen
from tests.ui.modal import answer, front
from ui.controls.line_button import LineButton
from ui.issue.actions import Do
from ui.issue.plan_view import PlanView
from ui.issue.propose_dialog import ProposeDialog
from ui.window.window import Window

Sit = Callable[[int], Window]
K = Qt.Key


@pytest.fixture(autouse=True)
def _in_april() -> None:
    clock.set_clock(lambda: datetime(2019, 4, 20, 3, tzinfo=UTC))


def _corrected(cast: Cast, *, approved: bool) -> None:
    """Release issue 4, correct its article, and reopen the issue as far as it goes."""
    put_issue(cast, "Bài một")
    (made,) = issue_plan.orders(1)[2]
    printed(cast)
    corrections.correct(cast.editor, made, "quý I", "quý II")
    (erratum,) = corrections.of_article(made)
    if approved:
        workflow.move(cast.editor, Act.SUBMIT, erratum.article_id, 1)
        workflow.move(cast.chief, Act.PASS, erratum.article_id, 2)
        workflow.approve(cast.chief, erratum.article_id, 3)
    releases.reopen(cast.chief, 1, version_seen(), "Sửa lỗi in.")
    if issues.row(1).state is IssueState.CLOSED:
        issues.open_again(cast.secretary, 1, version_seen())


def _gather_all(window: Window, told: str = "") -> None:
    def take(dialog: ProposeDialog) -> None:
        assert told in dialog.by_hand.text()
        assert dialog.by_hand.isVisible() is bool(told)
        dialog.agree()

    met = answer(ProposeDialog, take)
    window.pages.issue.acts[Do.GATHER].trigger()
    assert met


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


@pytest.mark.parametrize("approved", [True, False])
def test_a_correction_is_not_proposed_for_the_issue_that_it_mends(
    sit: Sit, cast: Cast, approved: bool
) -> None:
    _corrected(cast, approved=approved)
    put_issue(cast, number="3", month=3)
    following = put_issue(cast, number="5", month=5)
    window = at_issue(sit, cast)
    for issue_id, proposed in ((1, False), (2, False), (following, True)):
        window.navigation.show_issue(issue_id)

        def look(dialog: ProposeDialog, proposed: bool = proposed) -> None:
            lines = dialog.findChildren(LineButton)
            assert bool(dialog.table.rowCount() or lines) is proposed
            dialog.reject()

        met = answer(ProposeDialog, look)
        window.pages.issue.acts[Do.GATHER].trigger()
        assert met


def test_a_waiting_correction_leads_to_its_draft(qtbot: QtBot, sit: Sit, cast: Cast) -> None:
    _corrected(cast, approved=False)
    put_issue(cast, number="5", month=5)
    window = at_issue(sit, cast)

    def press(dialog: ProposeDialog) -> None:
        assert dialog.height() < 260  # nothing to gather is no void
        (line,) = dialog.findChildren(LineButton)
        qtbot.mouseClick(line, Qt.MouseButton.LeftButton)

    met = answer(ProposeDialog, press)
    window.pages.issue.acts[Do.GATHER].trigger()
    assert met
    assert window.pages.page() is window.pages.editor
    assert window.pages.editor.form.text().title == "Đính chính bài “Bài một”"


def test_an_article_of_a_hidden_section_goes_where_one_says(sit: Sit, cast: Cast) -> None:
    put_issue(cast)
    own, other = issue_plan.plan(1).parts[1], issue_plan.plan(1).parts[3]
    sections.arrange_sections(cast.secretary, 1, 1, [SectionWish(own.section_id, own.title, hidden=True)])
    article(cast, words("Bài lạc"), Stage.APPROVED, own.section_id)
    window = at_issue(sit, cast)

    def choose(dialog: ProposeDialog) -> None:
        box = dialog.places[0]
        assert box.currentText() == f"Đang ẩn: {own.title}"
        assert dialog.chosen() == {}
        tick = dialog.table.item(0, 0)
        assert tick is not None
        tick.setCheckState(Qt.CheckState.Checked)
        dialog.agree()
        assert "Hãy chọn chuyên mục" in dialog.fault.text()
        box.setCurrentIndex(box.findData(other.section_id))
        dialog.agree()

    met = answer(ProposeDialog, choose)
    window.pages.issue.acts[Do.GATHER].trigger()
    assert met
    placed = {part.section_id: len(part.placed) for part in issue_plan.plan(1).parts if part.placed}
    assert placed == {other.section_id: 1}


def test_what_is_gathered_later_stands_where_the_rule_says(sit: Sit, cast: Cast) -> None:
    put_issue(cast, "Tỉnh ủy họp báo", "Huyện ủy Phong Sơn sơ kết")
    article(cast, words("Bộ Chính trị ban hành kết luận"), Stage.APPROVED)
    article(cast, words("Tỉnh ủy kiểm tra"), Stage.APPROVED)
    window = at_issue(sit, cast)
    _gather_all(window)
    assert [title.split()[0] for title in titles_in_order()[0]] == ["Bộ", "Tỉnh", "Tỉnh", "Huyện"]
    assert titles_in_order()[0][1] == "Tỉnh ủy họp báo"


def test_an_order_by_hand_is_kept_and_said(sit: Sit, cast: Cast) -> None:
    put_issue(cast, "Huyện ủy Phong Sơn sơ kết", "Tỉnh ủy họp báo")
    article(cast, words("Bộ Chính trị ban hành kết luận"), Stage.APPROVED)
    window = at_issue(sit, cast)
    _gather_all(window, issue_plan.plan(1).parts[1].title)
    assert [title.split()[0] for title in titles_in_order()[0]] == ["Huyện", "Tỉnh", "Bộ"]


def test_gathering_by_keyboard(qtbot: QtBot, sit: Sit, cast: Cast) -> None:
    filled(cast)
    article(cast, words("Bài chờ xếp"), Stage.APPROVED)
    window = sit(cast.secretary)
    window.pages.go("issue")

    def by_keys(dialog: ProposeDialog) -> None:
        front(dialog)
        assert QApplication.focusWidget() is dialog.table
        qtbot.keyClick(dialog.table, Qt.Key.Key_Space)
        assert dialog.chosen() == {}
        qtbot.keyClick(dialog.table, Qt.Key.Key_Space)
        qtbot.keyClick(dialog.table, Qt.Key.Key_Return)
        assert not dialog.isVisible()

    met = answer(ProposeDialog, by_keys)
    window.pages.issue.acts[Do.GATHER].trigger()
    assert met
    assert [row.title for part in issue_plan.plan(1).parts for row in part.placed] == ["Bài chờ xếp"]
    assert window.notice.words() == "Đã xếp 1 bài vào số."
    window.notice.press()  # Hoàn tác
    assert issues.row(1).articles == 0


def test_gather_is_left_with_tab(window: Window, cast: Cast) -> None:
    article(cast, words("Bốn"), Stage.APPROVED)
    left: list[bool] = []

    def look(dialog: ProposeDialog) -> None:
        front(dialog)
        assert dialog.table.hasFocus()
        QTest.keyClick(dialog.table, K.Key_Tab)
        left.append(isinstance(QApplication.focusWidget(), QPushButton))
        dialog.agree()

    answer(ProposeDialog, look)
    window.pages.issue.acts[Do.GATHER].trigger()
    assert left == [True]
    assert _chosen(window.pages.issue.plan) == "Bốn"


def test_where_an_article_goes_can_be_read(sit: Sit, cast: Cast) -> None:
    put_issue(cast)
    own = issue_plan.plan(1).parts[1]
    sections.arrange_sections(cast.secretary, 1, 1, [SectionWish(own.section_id, "Tin", hidden=True)])
    article(cast, words("Bài lạc"), Stage.APPROVED, own.section_id)
    window = at_issue(sit, cast)

    def look(dialog: ProposeDialog) -> None:
        (box,) = dialog.places.values()
        wanted = box.fontMetrics().horizontalAdvance("Kinh tế – Xã hội, Khoa giáo")
        assert box.width() - 40 >= wanted  # beside its frame and arrow
        dialog.reject()

    met = answer(ProposeDialog, look)
    window.pages.issue.acts[Do.GATHER].trigger()
    assert met
