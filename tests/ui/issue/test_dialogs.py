"""The dialogs of an issue: what is wrong is said in place, long names fit, Enter and the keys do what they say."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desk import clock
from desk.acts.rules import Stage
from desk.department import export_profiles, legal_profiles, settings
from desk.edition.edition import Imprint
from desk.edition.outputs import Finish, Output
from desk.issues import commissions, issues
from desk.issues import plan as issue_plan
from desk.issues import sections as issue_sections
from desk.issues.commissions import CommissionWish
from desk.issues.sections import SectionWish
from tests.making import Cast, article, filled, words
from tests.ui.modal import answer, front
from ui.issue.actions import Do
from ui.issue.commission_dialog import CommissionDialog
from ui.issue.design_dialog import DesignDialog
from ui.issue.issue_dialog import IssueDialog
from ui.issue.plan_view import PlanView
from ui.issue.propose_dialog import ProposeDialog
from ui.settings.legal_dialog import LegalDialog
from ui.window.window import Window

Sit = Callable[[int], Window]
LONG = (
    "Học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh gắn với thực hiện Nghị quyết Trung ương 4"
)


@pytest.fixture(autouse=True)
def _in_april() -> None:
    clock.set_clock(lambda: datetime(2019, 4, 20, 3, tzinfo=UTC))


def test_a_number_that_is_taken_is_said_in_place(sit: Sit, cast: Cast) -> None:
    filled(cast)
    issues.make(cast.secretary, issues.IssueWords("5", 2019, 5))
    window = sit(cast.secretary)
    window.pages.go("issue")

    def take(dialog: IssueDialog) -> None:
        dialog.theme.setText("Chào mừng ngày 30/4")
        dialog.number.setText(" 4 ")
        dialog.agree()
        assert "4/2019" in dialog.fault.text()
        assert dialog.isVisible()
        assert dialog.theme.text() == "Chào mừng ngày 30/4"
        dialog.number.setText("6")
        dialog.agree()

    assert answer(IssueDialog, take) is not None
    window.pages.issue.acts[Do.NEW].trigger()
    assert issues.find("6", 2019).theme == "Chào mừng ngày 30/4"

    def rename(dialog: IssueDialog) -> None:
        dialog.agree()  # its own number is not taken
        assert not dialog.isVisible()

    met = answer(IssueDialog, rename)
    window.pages.issue.acts[Do.EDIT].trigger()
    assert met


def test_a_wanted_piece_is_due_when_the_issue_closes_and_long_names_fit(sit: Sit, cast: Cast) -> None:
    filled(cast)
    issue_sections.arrange_sections(cast.secretary, 1, 1, [SectionWish(0, LONG)])
    window = sit(cast.secretary)
    window.pages.go("issue")

    def look(dialog: CommissionDialog) -> None:
        assert dialog.width() <= 620
        assert dialog.due.date().toString("yyyy-MM-dd") == "2019-04-24"
        dialog.reject()

    met = answer(CommissionDialog, look)
    window.pages.issue.acts[Do.WANT].trigger()
    assert met
    head = window.pages.issue.plan.topLevelItem(0)
    assert head is not None
    assert head.toolTip(0) == LONG


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


def test_a_line_of_the_imprint_is_seen_on_the_page_and_taken_back(sit: Sit, cast: Cast) -> None:
    settings.change(cast.admin, settings.names(), Imprint(licence="1/GP-STTTT"))
    filled(cast, "Bài một")
    window = sit(cast.secretary)
    window.pages.go("issue")
    laid: list[str] = []

    def fill(dialog: DesignDialog) -> None:
        dialog.live.laid.connect(lambda made: laid.append(made.edition.imprint.licence))
        line = dialog.lines["licence"]
        line.setText("9/GP-riêng")
        line.editingFinished.emit()
        line.clear()
        line.editingFinished.emit()
        dialog.reject()

    met = answer(DesignDialog, fill)
    window.pages.issue.acts[Do.DESIGN].trigger()
    assert met
    assert laid == ["9/GP-riêng", "1/GP-STTTT"]


def test_a_year_of_two_digits_is_no_year(cast: Cast, qtbot: QtBot) -> None:
    dialog = LegalDialog(None, legal_profiles.profiles()[0])
    qtbot.addWidget(dialog)
    dialog.until.setText("01/7/26")
    dialog.agree()
    assert "bốn chữ số" in dialog.fault.text()
    dialog.until.setText("01/7/2026")
    assert dialog.profile().until == "2026-07-01"


def test_a_refresh_and_a_click_leave_one_where_one_reads(qtbot: QtBot, sit: Sit, cast: Cast) -> None:
    filled(cast, "Bài một", "Bài hai", "Bài ba")
    window = sit(cast.secretary)
    window.pages.go("issue")
    page = window.pages.issue
    plan: PlanView = page.plan
    qtbot.keyClick(plan, Qt.Key.Key_Down)
    plan.choose(issue_plan.plan(1).parts[1].placed[0].article_id)
    bar = page.proof.verticalScrollBar()
    bar.setValue(bar.maximum())
    page.shown()
    assert bar.value() == bar.maximum()


def test_the_journal_tells_in_words_what_was_done_to_an_issue(sit: Sit, cast: Cast) -> None:
    filled(cast)
    commissions.commission(
        cast.secretary, 1, issues.row(1).version, CommissionWish(2, "Gương đảng viên", due="2019-04-18")
    )
    export_profiles.save(cast.secretary, {Output.OFFICE: Finish()})
    settings.change(cast.admin, settings.names(), Imprint(printer="Nhà in tỉnh"))
    window = sit(cast.secretary)
    window.pages.go("journal")
    model = window.pages.journal.model
    told = [model.index(at, 3).data(Qt.ItemDataRole.ToolTipRole) for at in range(3)]
    assert told[0].endswith("Đã đổi: Nơi in")
    assert told[1].endswith("Đã đổi: In, In tại cơ quan, Đọc màn hình, Word")
    assert "Hạn: 18/4/2019" in told[2]
