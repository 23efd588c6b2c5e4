"""From what blocks a release to its place, and from there to a released issue."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desk import clock
from desk.acts import requirements
from desk.acts.requirements import Auto, Before
from desk.acts.rules import Act, IssueState, Stage
from desk.articles import writing
from desk.department import settings
from desk.edition.edition import Imprint
from desk.issues import issues, releases
from desk.issues.issues import DesignWish
from desk.review import checklists
from desk.safety import backups
from desk.safety.facts import Reason
from desk.text.blocks import Picture
from tests.making import Cast, article, pictured, version, words
from tests.ui.issue.releasing import blocking_line, listed_lines, put_closed_issue, require
from tests.ui.modal import answer, front
from ui.controls.reason_dialog import ReasonDialog
from ui.issue.actions import Do
from ui.issue.release_dialog import ReleaseDialog
from ui.paper.formats import Prop
from ui.session.desk_client import DeskClient
from ui.window.window import Window

Sit = Callable[[int], Window]
IMPRINT = Imprint(
    "Trần Thị Lãnh", licence="12/GP", printer="Nhà in tỉnh", copies=300, periodicity="một tháng"
)


@pytest.fixture(autouse=True)
def _in_april() -> None:
    clock.set_clock(lambda: datetime(2019, 4, 20, 3, tzinfo=UTC))


def _agree(dialog: ReleaseDialog) -> None:
    assert dialog.ok.isEnabled(), [line.text() for line in dialog.lines]
    dialog.write.setChecked(False)
    dialog.agree()


def test_an_item_before_print_is_ticked_where_its_line_leads_and_the_issue_released(
    qtbot: QtBot, sit: Sit, cast: Cast
) -> None:
    require(cast, "Đọc bông hai lần")
    put_closed_issue(cast, article(cast, words("Bài chưa đọc bông"), Stage.APPROVED))
    window = sit(cast.secretary)
    lines = listed_lines(window, lambda dialog: blocking_line(dialog, "Đọc bông").click())
    assert lines == ["Mục kiểm tra chưa đạt: Đọc bông hai lần. “Bài chưa đọc bông”"]
    assert window.pages.page() is window.pages.articles
    reading = window.pages.articles.reading
    assert reading.tabs.currentWidget() is reading.checks
    front(window)
    box = QApplication.focusWidget()
    assert box in reading.checks.boxes.values()
    assert box is not None
    assert box.accessibleName() == "Đọc bông hai lần"
    assert box.visibleRegion().boundingRect() == box.rect()
    qtbot.keyClick(box, Qt.Key.Key_Space)
    assert "10/13" in reading.tabs.tabText(reading.tabs.indexOf(reading.checks))
    listed_lines(window, _agree)
    assert issues.row(1).state is IssueState.RELEASED
    assert len(releases.listing()) == 1
    (backup,) = backups.listed(cast.path)
    assert backup.facts is not None
    assert backup.facts.why is Reason.RELEASE
    assert backup.facts.of.entry.act == Act.TICK.value  # of the moment before


def test_a_chief_lets_a_coarse_picture_pass_beside_the_article(qtbot: QtBot, sit: Sit, cast: Cast) -> None:
    made = article(cast, pictured(cast, "Bài có ảnh mờ", "Các đại biểu"), Stage.APPROVED)
    put_closed_issue(cast, made)
    window = sit(cast.chief)
    window.pages.go("articles")
    window.navigation.show_checks(made, Auto.SHARPNESS.value)
    checks = window.pages.articles.reading.checks
    front(window)
    button = QApplication.focusWidget()
    assert button in checks.passes.values()

    def because(dialog: ReasonDialog) -> None:
        dialog.words.setPlainText("Ảnh tư liệu")
        dialog.agree()

    answer(ReasonDialog, because)
    qtbot.keyClick(button, Qt.Key.Key_Space)
    listed_lines(window, _agree)
    assert issues.row(1).state is IssueState.RELEASED


def test_a_coarse_picture_is_chosen_in_the_editor_and_told_from_another(sit: Sit, cast: Cast) -> None:
    text = pictured(cast, "Bài có hai ảnh mờ", "Các đại biểu dự hội nghị", "", "Quang cảnh")
    put_closed_issue(cast, article(cast, text, Stage.APPROVED))
    shown = [block for block in text.blocks if isinstance(block, Picture)]
    window = sit(cast.chief)
    lines = listed_lines(window, lambda dialog: blocking_line(dialog, "Ảnh 3").click())
    lines = [one for one in lines if "không chặn" not in one]  # a page that stays blank
    assert len(set(lines)) == len(lines) == 4
    assert lines[0].startswith("Ảnh 1 (“Các đại biểu dự hội nghị”) chỉ ")
    assert any(one.startswith("Ảnh 2 chưa có chú thích") for one in lines)
    assert window.pages.page() is window.pages.editor
    body = window.pages.editor.form.body
    cursor = body.textCursor()
    assert cursor.block().blockFormat().stringProperty(Prop.ID) == shown[2].id
    front(window)
    pages = window.pages.editor.form.pages
    place = body.mapTo(pages.viewport(), body.cursorRect().center())
    assert pages.viewport().rect().contains(place)


def test_too_many_pages_lead_to_the_first_article_beyond_them(
    sit: Sit, cast: Cast, client: DeskClient
) -> None:
    long = ["Đoạn văn dài của bài. " * 40] * 8
    made = [article(cast, words("Bài ngắn"), Stage.APPROVED)]
    made += [article(cast, words(f"Bài {n}", *long), Stage.APPROVED) for n in range(2)]
    put_closed_issue(cast, *made)
    window = sit(cast.secretary)
    window.pages.go("issue")
    client.do(
        window,
        partial(
            issues.set_design,
            cast.secretary,
            1,
            issues.row(1).version,
            DesignWish(issues.row(1).design, pages=4),
        ),
    )
    layout = window.pages.issue.proof.layout_shown()
    assert layout is not None
    beyond = next(span.article for span in layout.spans if span.last > 4)
    assert beyond != made[0]
    listed_lines(window, lambda dialog: blocking_line(dialog, "quá mức 4 trang").click())
    chosen = window.pages.issue.plan.current()
    assert chosen is not None
    assert chosen.article_id == beyond == window.pages.issue.proof.article()


def test_who_may_not_change_the_imprint_is_told_who_may(sit: Sit, cast: Cast) -> None:
    put_closed_issue(cast, article(cast, words("Bài một"), Stage.APPROVED))
    settings.change(cast.admin, settings.names(), replace(IMPRINT, printer=""))
    window = sit(cast.chief)
    listed_lines(window, lambda dialog: blocking_line(dialog, "Nơi in").click())
    assert window.pages.page() is window.pages.settings
    assert window.notice.words().endswith("Vai trò sửa được: Thư ký, Quản trị.")


def test_enter_opens_the_article_in_view_and_the_keys_of_the_pages_act_from_the_plan(
    qtbot: QtBot, sit: Sit, cast: Cast
) -> None:
    long = ["Đoạn văn dài của bài. " * 40] * 10
    made = [article(cast, words(f"Bài {n}", *long), Stage.APPROVED) for n in range(3)]
    put_closed_issue(cast, *made)
    window = sit(cast.chief)
    window.pages.go("issue")
    page = window.pages.issue
    page.plan.choose(made[0])
    page.plan.setFocus()
    ctrl = Qt.KeyboardModifier.ControlModifier
    before, at = page.proof.sight.factor(), page.proof.page()
    qtbot.keyClick(page.plan, Qt.Key.Key_Equal, ctrl)
    assert page.proof.sight.factor() > before
    qtbot.keyClick(page.plan, Qt.Key.Key_0, ctrl)
    assert page.proof.sight.factor() == pytest.approx(before)
    qtbot.keyClick(page.issues, Qt.Key.Key_PageDown, ctrl)
    assert page.proof.page() > at
    page.proof.setFocus()
    qtbot.keyClick(page.proof, Qt.Key.Key_End)
    assert page.proof.article() == made[0]
    qtbot.keyClick(page.proof, Qt.Key.Key_Return)
    assert window.pages.page() is window.pages.editor
    assert window.pages.editor.article_id() == made[2]


def test_a_page_is_flagged_with_the_gravest_fault_and_tells_them_all(sit: Sit, cast: Cast) -> None:
    require(cast, "Đọc bông hai lần")
    several = article(cast, pictured(cast, "Bài có hai ảnh mờ", "Các đại biểu", ""), Stage.APPROVED)
    only = article(cast, words("Bài chưa đọc bông"), Stage.APPROVED)
    put_closed_issue(cast, several, only)
    window = sit(cast.chief)
    window.pages.go("issue")
    marks = window.pages.issue.marks()
    assert marks[only].told == "Mục kiểm tra chưa đạt: Đọc bông hai lần"
    assert marks[several].words == "Mục kiểm tra chưa đạt: Đọc bông hai lần"
    assert [one.split(" (")[0].split(" chỉ")[0] for one in marks[several].others] == [
        "Ảnh 1",
        "Ảnh 2",
        "Ảnh 2 chưa có chú thích",
    ]
    item = next(one.id for one in requirements.items(Before.PRINT) if one.text == "Đọc bông hai lần")
    window.session.client.do(window, partial(checklists.tick, cast.chief, only, item))
    assert only not in window.pages.issue.marks()
    window.session.client.do(
        window, partial(writing.save, cast.editor, several, version(cast, several), words("Bài đã sửa"))
    )
    assert window.pages.issue.marks()[several].words == "chưa duyệt bản này"


def test_a_reopened_issue_says_that_it_was_released(sit: Sit, cast: Cast) -> None:
    put_closed_issue(cast, article(cast, words("Bài một"), Stage.APPROVED))
    window = sit(cast.chief)
    listed_lines(window, _agree)
    assert "đã phát hành" not in window.pages.issue.told()
    window.session.client.do(
        window, partial(releases.reopen, cast.chief, 1, issues.row(1).version, "Sai số trang")
    )
    assert window.pages.issue.told() == "đang mở lại, đã phát hành lần 1 ngày 20/4/2019"


def test_a_closing_date_that_has_passed_is_marked_until_the_issue_is_closed(sit: Sit, cast: Cast) -> None:
    put_closed_issue(cast, article(cast, words("Bài một"), Stage.APPROVED), closed=False)
    issues.edit(cast.secretary, 1, issues.row(1).version, issues.IssueWords("4", 2019, 4, "", "2019-04-19"))
    window = sit(cast.secretary)
    window.pages.go("issue")
    budget = window.pages.issue.budget
    assert budget.late.isVisible()
    assert budget.late.text() == "Quá hạn chốt 19/4/2019"
    assert "19/4" not in budget.dates.text()
    window.pages.issue.acts[Do.CLOSE].trigger()
    assert not budget.late.isVisible()
    assert "Chốt bài 19/4/2019" in budget.dates.text()
