"""Planning an issue through the window: its number and months, what is gathered, the order by hand, the way back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QDragLeaveEvent, QDragMoveEvent
from PySide6.QtWidgets import QLineEdit, QTreeWidgetItem
from pytestqt.qtbot import QtBot

from desk import clock
from desk.acts.rules import Act, IssueState, Stage
from desk.articles import workflow
from desk.calendar import meetings
from desk.calendar.meetings import MeetingKind
from desk.calendar.storage import Fields
from desk.database.issue_tables import IssueSection
from desk.dates.series import When
from desk.issues import corrections, issues, placing, releases
from desk.issues import plan as issue_plan
from desk.issues import sections as issue_sections
from desk.issues.issues import IssueWords
from desk.issues.sections import SectionWish
from tests.making import Cast, article, printed, words
from tests.ui.modal import answer, drop
from ui.controls.line_button import LineButton
from ui.issue.actions import Do
from ui.issue.issue_dialog import IssueDialog
from ui.issue.plan_view import PlanView
from ui.issue.propose_dialog import ProposeDialog
from ui.issue.sections_dialog import IssueSectionsDialog
from ui.look import style
from ui.window.window import Window

Sit = Callable[[int], Window]
ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


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


# -- number, months, model ---------------------------------------------------------------------------------


def test_the_months_follow_a_combined_number(sit: Sit, cast: Cast) -> None:
    window = _page(sit, cast)

    def name(dialog: IssueDialog) -> None:
        dialog.number.setText("1+2")
        assert (dialog.month.value(), dialog.last_month.value()) == (1, 2)
        dialog.month.setValue(5)
        assert dialog.last_month.value() == 6
        dialog.month.setValue(1)
        assert dialog.last_month.value() == 2
        dialog.agree()

    answer(IssueDialog, name)
    window.pages.issue.acts[Do.NEW].trigger()
    made = issues.find("1+2", 2019)
    assert (made.month, made.ends) == (1, 2)


def test_what_was_chosen_by_hand_stays(qtbot: QtBot) -> None:
    dialog = IssueDialog(None, None, date(2019, 4, 20), [])
    qtbot.addWidget(dialog)
    dialog.last_month.setValue(6)
    dialog.number.setText("3+4")
    assert (dialog.month.value(), dialog.last_month.value()) == (3, 6)
    dialog.month.setValue(8)  # an end before the beginning is nobody's choice
    assert dialog.last_month.value() == 9


@pytest.mark.parametrize(
    ("number", "month", "last", "asked"),
    [("1+2", 1, 1, "số ghép"), ("1+2", 1, 4, "ghép 2 số"), ("4", 4, 6, "không phải số ghép")],
)
def test_months_that_do_not_fit_are_asked_about_once(
    sit: Sit, cast: Cast, number: str, month: int, last: int, asked: str
) -> None:
    window = _page(sit, cast)

    def name(dialog: IssueDialog) -> None:
        dialog.number.setText(number)
        dialog.month.setValue(month)
        dialog.last_month.setValue(last)
        dialog.agree()
        assert dialog.isVisible()
        assert asked in dialog.fault.text()
        dialog.agree()  # meant so

    answer(IssueDialog, name)
    window.pages.issue.acts[Do.NEW].trigger()
    assert issues.find(number, 2019).ends == last


def test_the_model_is_the_issue_before_the_month(sit: Sit, cast: Cast) -> None:
    for number in (2, 3, 5):
        _issue(cast, number=str(number), month=number)
    window = _page(sit, cast)

    def look(dialog: IssueDialog) -> None:
        assert dialog.number.text() == "4"
        assert dialog.like.currentText() == "Số 3 – tháng 3 năm 2019"
        dialog.month.setValue(3)
        assert dialog.like.currentText() == "Số 2 – tháng 2 năm 2019"
        dialog.month.setValue(1)
        assert dialog.like.currentText() == "Không theo mẫu"
        dialog.month.setValue(6)
        assert dialog.like.currentText() == "Số 5 – tháng 5 năm 2019"
        dialog.like.setCurrentIndex(0)
        dialog.like.activated.emit(0)  # chosen by hand
        dialog.month.setValue(4)
        assert dialog.like.currentText() == "Không theo mẫu"
        dialog.reject()

    met = answer(IssueDialog, look)
    window.pages.issue.acts[Do.NEW].trigger()
    assert met


def test_the_next_free_number_is_proposed(sit: Sit, cast: Cast) -> None:
    _issue(cast, number="4+5", month=4, last=5)
    window = _page(sit, cast)

    def look(dialog: IssueDialog) -> None:
        assert (dialog.number.text(), dialog.month.value(), dialog.last_month.value()) == ("6", 6, 6)
        assert abs(dialog.month.width() - dialog.last_month.width()) <= 1
        dialog.reject()

    met = answer(IssueDialog, look)
    window.pages.issue.acts[Do.NEW].trigger()
    assert met


# -- gathering ---------------------------------------------------------------------------------------------


def _corrected(cast: Cast, *, approved: bool) -> None:
    """Release issue 4, correct its article, and reopen the issue as far as it goes."""
    _issue(cast, "Bài một")
    (made,) = issue_plan.orders(1)[2]
    printed(cast)
    corrections.correct(cast.editor, made, "quý I", "quý II")
    (erratum,) = corrections.of_article(made)
    if approved:
        workflow.move(cast.editor, Act.SUBMIT, erratum.article_id, 1)
        workflow.move(cast.chief, Act.PASS, erratum.article_id, 2)
        workflow.approve(cast.chief, erratum.article_id, 3)
    releases.reopen(cast.chief, 1, _seen(), "Sửa lỗi in.")
    if issues.row(1).state is IssueState.CLOSED:
        issues.open_again(cast.secretary, 1, _seen())


@pytest.mark.parametrize("approved", [True, False])
def test_a_correction_is_not_proposed_for_the_issue_that_it_mends(
    sit: Sit, cast: Cast, approved: bool
) -> None:
    _corrected(cast, approved=approved)
    _issue(cast, number="3", month=3)
    following = _issue(cast, number="5", month=5)
    window = _page(sit, cast)
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
    _issue(cast, number="5", month=5)
    window = _page(sit, cast)

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
    _issue(cast)
    own, other = issue_plan.plan(1).parts[1], issue_plan.plan(1).parts[3]
    issue_sections.arrange_sections(
        cast.secretary, 1, 1, [SectionWish(own.section_id, own.title, hidden=True)]
    )
    article(cast, words("Bài lạc"), Stage.APPROVED, own.section_id)
    window = _page(sit, cast)

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


def test_what_waits_is_not_put_elsewhere_without_a_word(sit: Sit, cast: Cast) -> None:
    _issue(cast)
    first, own = issue_plan.plan(1).parts[:2]
    issue_sections.arrange_sections(
        cast.secretary, 1, 1, [SectionWish(own.section_id, own.title, hidden=True)]
    )
    article(cast, words("Bài lạc"), Stage.APPROVED, own.section_id)
    window = _page(sit, cast)
    window.pages.issue.acts[Do.PUT].trigger()
    assert f"“{first.title}”" in window.notice.words()
    assert f"không hiện chuyên mục “{own.title}”" in window.notice.words()


def _gather_all(window: Window, told: str = "") -> None:
    def take(dialog: ProposeDialog) -> None:
        assert told in dialog.by_hand.text()
        assert dialog.by_hand.isVisible() is bool(told)
        dialog.agree()

    met = answer(ProposeDialog, take)
    window.pages.issue.acts[Do.GATHER].trigger()
    assert met


def test_what_is_gathered_later_stands_where_the_rule_says(sit: Sit, cast: Cast) -> None:
    _issue(cast, "Tỉnh ủy họp báo", "Huyện ủy Phong Sơn sơ kết")
    article(cast, words("Bộ Chính trị ban hành kết luận"), Stage.APPROVED)
    article(cast, words("Tỉnh ủy kiểm tra"), Stage.APPROVED)
    window = _page(sit, cast)
    _gather_all(window)
    assert [title.split()[0] for title in _order()[0]] == ["Bộ", "Tỉnh", "Tỉnh", "Huyện"]
    assert _order()[0][1] == "Tỉnh ủy họp báo"


def test_an_order_by_hand_is_kept_and_said(sit: Sit, cast: Cast) -> None:
    _issue(cast, "Huyện ủy Phong Sơn sơ kết", "Tỉnh ủy họp báo")
    article(cast, words("Bộ Chính trị ban hành kết luận"), Stage.APPROVED)
    window = _page(sit, cast)
    _gather_all(window, issue_plan.plan(1).parts[1].title)
    assert [title.split()[0] for title in _order()[0]] == ["Huyện", "Tỉnh", "Bộ"]


# -- chuyên mục of one issue -------------------------------------------------------------------------------


def _sections(window: Window, hand: Callable[[IssueSectionsDialog], None]) -> None:
    met = answer(IssueSectionsDialog, hand)
    window.pages.issue.acts[Do.SECTIONS].trigger()
    assert met


def _choose(dialog: IssueSectionsDialog, title: str) -> None:
    (item,) = dialog.list.findItems(title, Qt.MatchFlag.MatchExactly)
    dialog.list.setCurrentItem(item)


def test_a_section_of_one_issue_is_renamed_and_dropped(sit: Sit, cast: Cast) -> None:
    _issue(cast)
    issue_sections.arrange_sections(
        cast.secretary, 1, 1, [SectionWish(0, "Chào mừng"), SectionWish(0, "Tạm")]
    )
    window = _page(sit, cast)

    def change(dialog: IssueSectionsDialog) -> None:
        _choose(dialog, issue_plan.plan(1).parts[2].title)
        assert not dialog.rename.isEnabled()
        assert not dialog.drop.isEnabled()
        _choose(dialog, "Chào mừng")
        assert dialog.rename.isEnabled()
        dialog.rename.click()
        field = dialog.list.viewport().findChild(QLineEdit)
        assert field is not None
        field.setText("Chào mừng Đại hội")
        dialog.list.setFocus()
        _choose(dialog, "Tạm")
        dialog.drop.click()
        dialog.agree()

    _sections(window, change)
    titles = [part.title for part in issue_plan.plan(1).parts]
    assert titles[0] == "Chào mừng Đại hội"
    assert "Tạm" not in titles
    assert "Chào mừng" not in titles


def test_a_section_in_which_something_stands_is_not_dropped(sit: Sit, cast: Cast) -> None:
    _issue(cast)
    issue_sections.arrange_sections(cast.secretary, 1, 1, [SectionWish(0, "Chào mừng")])
    own = issue_plan.plan(1).parts[0]
    made = article(cast, words("Bài"), Stage.APPROVED)
    placing.place(cast.secretary, 1, _seen(), [made], own.section_id)
    window = _page(sit, cast)

    def drop_it(dialog: IssueSectionsDialog) -> None:
        _choose(dialog, "Chào mừng")
        dialog.drop.click()
        assert "đang có bài nên không bỏ được" in dialog.fault.text()
        dialog.reject()

    _sections(window, drop_it)


def test_a_rename_touches_this_issue_alone(sit: Sit, cast: Cast) -> None:
    _issue(cast)
    issue_sections.arrange_sections(cast.secretary, 1, 1, [SectionWish(0, "Chào mừng")])
    own = issue_plan.plan(1).parts[0].section_id
    other = _issue(cast, number="5", month=5)
    IssueSection.insert(
        issue=other, section=own, position=0, hidden=False
    ).execute()  # as models once left it
    made = article(cast, words("Bài"), Stage.APPROVED)
    placing.place(cast.secretary, 1, _seen(), [made], own)
    issue_sections.arrange_sections(cast.secretary, 1, _seen(), [SectionWish(own, "Kỷ niệm")])
    here = issue_plan.plan(1).parts[0]
    assert (here.title, [row.title for row in here.placed]) == ("Kỷ niệm", ["Bài"])
    assert issue_plan.plan(other).parts[0].title == "Chào mừng"
    assert len([part for part in issue_plan.plan(1).parts if part.own]) == 1


# -- dragging ----------------------------------------------------------------------------------------------


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


# -- the way back ------------------------------------------------------------------------------------------


def test_moves_are_taken_back_by_bar_and_by_key(qtbot: QtBot, sit: Sit, cast: Cast) -> None:
    _issue(cast, "Một", "Hai", "Ba")
    window = _page(sit, cast)
    view = window.pages.issue.plan
    view.choose_first()
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_Down, ALT)
    assert _order() == [["Hai", "Một", "Ba"]]
    assert window.notice.words() == "Đã đổi chỗ bài."
    window.notice.press()
    assert _order() == [["Một", "Hai", "Ba"]]
    assert not window.pages.issue.acts[Do.UNDO].isEnabled()
    qtbot.keyClick(view, Qt.Key.Key_Down, ALT)
    drop(view, _at(view, _line(view, 2), 0.9))
    qtbot.keyClick(view, Qt.Key.Key_Delete)
    assert _order() == [["Hai", "Ba"]]
    qtbot.keyClick(view, Qt.Key.Key_Z, CTRL)
    assert _where("Một") == (2, 0)
    qtbot.keyClick(view, Qt.Key.Key_Z, CTRL)
    assert _order() == [["Hai", "Một", "Ba"]]
    qtbot.keyClick(view, Qt.Key.Key_Z, CTRL)
    assert _order() == [["Một", "Hai", "Ba"]]


def test_the_key_changes_no_issue_that_is_not_seen(qtbot: QtBot, sit: Sit, cast: Cast) -> None:
    _issue(cast, "Một", "Hai")
    other = _issue(cast, number="5", month=5)
    window = _page(sit, cast)
    window.navigation.show_issue(1)
    window.pages.issue.plan.choose_first()
    window.pages.issue.acts[Do.REMOVE].trigger()
    window.navigation.show_issue(other)
    qtbot.keyClick(window.pages.issue.plan, Qt.Key.Key_Z, CTRL)
    assert _order() == [["Hai"]]


# -- facts -------------------------------------------------------------------------------------------------


def _meet(cast: Cast, month: int, day: int) -> None:
    begin = datetime(2019, month, day, 7, 30)
    told = Fields(title="Kỳ họp báo cáo viên", kind=MeetingKind.REPORTERS.value)
    meetings.make(cast.secretary, told, When(begin, begin + timedelta(hours=2)), None)


def test_a_combined_issue_names_every_session(sit: Sit, cast: Cast) -> None:
    _meet(cast, 1, 10)
    _meet(cast, 2, 12)
    _issue(cast, number="1+2", month=1, last=2)
    budget = _page(sit, cast).pages.issue.budget
    assert budget.dates.text() == "Báo cáo viên họp 10/01/2019 và 12/02/2019"
    assert not budget.lacking.isVisible()


def test_an_issue_without_a_session_leads_to_the_calendar(qtbot: QtBot, sit: Sit, cast: Cast) -> None:
    _meet(cast, 4, 10)
    _issue(cast, number="5", month=5)
    window = _page(sit, cast)
    assert window.pages.issue.budget.lacking.text() == "Chưa có kỳ họp báo cáo viên trong lịch"
    qtbot.mouseClick(window.pages.issue.budget.lacking, Qt.MouseButton.LeftButton)
    assert window.pages.page() is window.pages.calendar
    assert (window.pages.calendar.day.year, window.pages.calendar.day.month) == (2019, 5)


def test_the_theme_stands_beside_the_issue(sit: Sit, cast: Cast) -> None:
    issues.make(cast.secretary, IssueWords("4", 2019, 4, "Chào mừng 44 năm Ngày giải phóng miền Nam " * 4))
    window = _page(sit, cast)
    theme = window.pages.issue.theme
    assert theme.isVisible()
    assert theme.text().startswith("Chào mừng")
    assert theme.text().endswith("…")
    assert theme.toolTip() == issues.row(1).theme
    assert window.width() == 1366 or window.minimumSizeHint().width() <= 1366
    issues.edit(cast.secretary, 1, 1, IssueWords("4", 2019, 4))
    window.pages.issue.shown()
    assert not theme.isVisible()


def test_what_is_closed_may_still_be_ordered_and_what_is_released_not(sit: Sit, cast: Cast) -> None:
    _issue(cast, "Một", "Hai")
    page = _page(sit, cast).pages.issue
    assert _line(page.plan, 1, 0).flags() & Qt.ItemFlag.ItemIsDragEnabled
    page.acts[Do.CLOSE].trigger()
    assert page.chip.words() == "Đã chốt bài"
    assert _line(page.plan, 1, 0).flags() & Qt.ItemFlag.ItemIsDragEnabled
    page.plan.choose(1)
    page.plan.shift(1)
    assert [_line(page.plan, 1, at).text(0) for at in (0, 1)] == ["Hai", "Một"]
    printed = issue_plan.plan(1)
    page.plan.show_plan(replace(printed, issue=replace(printed.issue, state=IssueState.RELEASED)))
    assert not _line(page.plan, 1, 0).flags() & Qt.ItemFlag.ItemIsDragEnabled
