"""Dàn vừa tờ through the window: searched, said, shown where the plan says what is blank, taken back, turned off."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from desk import clock
from desk.acts import journal
from desk.acts.journal import JournalQuery
from desk.acts.rules import Act, Stage
from desk.edition.design import USUAL, Fitting
from desk.issues import issues, placing
from tests.desk.issues.made_issues import seen
from tests.making import Cast, article, filled, words
from tests.ui.modal import answer, front
from ui.issue.actions import Do
from ui.issue.design_dialog import DesignDialog
from ui.issue.page import IssuePage
from ui.issue.page_budget import BudgetBar
from ui.window.window import Window

Sit = Callable[[int], Window]
K, CTRL, SHIFT, ALT = (
    Qt.Key,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)


@pytest.fixture(autouse=True)
def _in_april() -> None:
    clock.set_clock(lambda: datetime(2019, 4, 20, 3, tzinfo=UTC))


def _lines(count: int) -> list[str]:
    return [f"Dòng thứ {n} của bài này." for n in range(count)]


def _window(sit: Sit, cast: Cast, count: int) -> Window:
    """Return the secretary's window at an issue of one article of so many lines."""
    filled(cast)
    placing.place(cast.secretary, 1, 1, [article(cast, words("Bài dài", *_lines(count)), Stage.APPROVED)])
    window = sit(cast.secretary)
    window.pages.go("issue")
    front(window)
    return window


@pytest.fixture
def over(sit: Sit, cast: Cast) -> Window:
    """An issue whose last lines take a sheet more, most of which is blank."""
    return _window(sit, cast, 335)


def _budget(window: Window) -> BudgetBar:
    return window.pages.issue.budget


def _total(page: IssuePage) -> int:
    laid = page.proof.layout_shown()
    assert laid is not None
    return laid.total


def test_the_link_beside_what_is_blank_fits_the_issue_and_undo_takes_it_back(over: Window) -> None:
    page, budget = over.pages.issue, _budget(over)
    assert _total(page) == 16
    assert budget.blank.isVisible()
    assert budget.fit.isVisible()
    said: list[str] = []
    page.acts.fitting.working.connect(said.append)
    QTest.mouseClick(budget.fit, Qt.MouseButton.LeftButton, pos=QPoint(8, 8))
    assert said[0] == "Đang thử cách dàn 1/5…"
    assert said[-1] == ""
    assert issues.row(1).design.fitting == Fitting(lines=2)
    assert over.notice.words() == "Đã thu dòng 6%: 12 trang (bớt 4), hết 3 trang trắng."
    assert _total(page) == 12
    assert not budget.blank.isVisible()
    assert not budget.fit.isVisible()
    assert (budget.set_as.text(), budget.set_as.isVisible()) == ("Dàn: thu dòng 6%", True)
    over.notice.press()
    assert issues.row(1).design.fitting == USUAL
    assert (_total(page), budget.set_as.isVisible(), budget.fit.isVisible()) == (16, False, True)


def test_the_keys_fit_it_take_it_back_and_turn_it_off(over: Window) -> None:
    page = over.pages.issue
    page.plan.setFocus()
    QTest.keyClick(page.plan, K.Key_A, CTRL | SHIFT)
    assert _total(page) == 12
    QTest.keyClick(page.plan, K.Key_Z, CTRL)
    assert _total(page) == 16
    page.budget.fit.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(page.budget.fit, K.Key_Space)
    assert _total(page) == 12
    page.budget.unfit.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(page.budget.unfit, K.Key_Space)
    assert issues.row(1).design.fitting == USUAL
    assert over.notice.words() == "Đã dàn lại như thường."
    QTest.keyClick(page.plan, K.Key_Z, CTRL)
    assert _total(page) == 12


def test_the_menu_has_it_and_offers_to_turn_it_off_where_it_is_on(over: Window) -> None:
    acts = over.pages.issue.acts
    assert acts[Do.FIT] in acts.menu()
    assert not acts[Do.UNFIT].isVisible()
    acts[Do.FIT].trigger()
    assert acts[Do.UNFIT].isVisible()
    assert acts[Do.UNFIT].isEnabled()
    assert any({acts[Do.FIT], acts[Do.UNFIT]} <= set(menu.actions()) for menu in over.findChildren(QMenu))


def test_the_journal_says_how_it_was_set(over: Window) -> None:
    acts = over.pages.issue.acts
    acts[Do.FIT].trigger()
    acts[Do.UNFIT].trigger()
    told = [entry.detail["fitting"] for entry in journal.entries(JournalQuery(act=Act.FIT_ISSUE))]
    assert told == [[0, 0, 0], [-6, 0, 0]]


def test_the_setting_is_kept_through_edits_and_no_edit_searches(over: Window, cast: Cast) -> None:
    page = over.pages.issue
    page.acts[Do.FIT].trigger()
    said: list[str] = []
    page.acts.fitting.working.connect(said.append)
    placing.place(cast.secretary, 1, seen(1), [article(cast, words("Thêm", *_lines(40)), Stage.APPROVED)])
    page.shown()
    assert issues.row(1).design.fitting == Fitting(lines=2)
    assert said == []
    assert _total(page) == 16  # more than twelve pages hold in any setting


def test_where_no_setting_helps_it_says_what_would(sit: Sit, cast: Cast) -> None:
    window = _window(sit, cast, 110)
    assert _budget(window).fit.isVisible()
    QTest.mouseClick(_budget(window).fit, Qt.MouseButton.LeftButton, pos=QPoint(8, 8))
    said = window.notice.words()
    assert said.startswith("Không cách dàn nào hết trang trắng: cần thêm khoảng ")
    assert "dòng hoặc một ảnh" in said
    assert issues.row(1).design.fitting == USUAL
    window.pages.issue.acts[Do.FIT].trigger()  # the search is over: it can be asked again
    assert window.notice.words() == said


def test_what_waits_and_would_fill_the_blank_pages_is_named(sit: Sit, cast: Cast) -> None:
    article(cast, words("Vừa chỗ trống", *_lines(65)), Stage.APPROVED)
    article(cast, words("Quá ngắn", "Một câu."), Stage.APPROVED)
    window = _window(sit, cast, 110)
    text = _budget(window).blank.text()
    assert "dòng thì hết trang trắng: bài chờ “Vừa chỗ trống” vừa chỗ." in text
    assert "Quá ngắn" not in text


def test_the_design_dialog_shows_the_setting_keeps_it_and_turns_it_off(over: Window) -> None:
    acts = over.pages.issue.acts
    acts[Do.FIT].trigger()
    seen_in: list[str] = []

    def keep(dialog: DesignDialog) -> None:
        seen_in.append(dialog.set_as.text())
        dialog.grey.click()
        dialog.agree()

    answer(DesignDialog, keep)
    acts[Do.DESIGN].trigger()
    design = issues.row(1).design
    assert (seen_in, design.grey, design.fitting) == (["thu dòng 6%"], True, Fitting(lines=2))

    def turn_off(dialog: DesignDialog) -> None:
        dialog.unfit.setFocus(Qt.FocusReason.TabFocusReason)
        QTest.keyClick(dialog.unfit, K.Key_Space)
        seen_in.append(dialog.set_as.text())
        assert not dialog.unfit.isEnabled()
        dialog.agree()

    answer(DesignDialog, turn_off)
    acts[Do.DESIGN].trigger()
    assert (seen_in[-1], issues.row(1).design.fitting) == ("như thường", USUAL)


def test_a_setting_in_many_words_leaves_the_link_its_room(over: Window, cast: Cast) -> None:
    issues.fit(cast.secretary, 1, seen(1), Fitting(lines=2, air=-1, pictures=8))
    over.pages.issue.shown()
    QApplication.processEvents()
    budget = _budget(over)
    assert budget.set_as.text() == "Dàn: thu dòng 6%, cách bài bớt 1 dòng, ảnh nhỏ hơn 8%"
    assert budget.unfit.text() == "Bỏ"
    assert budget.set_as.geometry().right() < budget.unfit.geometry().left()


def test_who_may_not_set_the_design_is_offered_nothing(sit: Sit, cast: Cast) -> None:
    _window(sit, cast, 335)
    window = sit(cast.editor)
    window.pages.go("issue")
    assert not window.pages.issue.acts[Do.FIT].isEnabled()
    assert not _budget(window).fit.isEnabled()
    QApplication.processEvents()


def test_an_issue_without_articles_cannot_be_fitted(sit: Sit, cast: Cast) -> None:
    filled(cast)
    window = sit(cast.secretary)
    window.pages.go("issue")
    action = window.pages.issue.acts[Do.FIT]
    assert (action.isEnabled(), "chưa có bài" in action.toolTip()) == (False, True)
