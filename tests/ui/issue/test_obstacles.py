"""The one list of what blocks a release: of the issue as it is now, each line leading to its place."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desk import clock
from desk.acts.rules import Stage
from desk.department import settings
from desk.edition.design import Design
from desk.edition.edition import Imprint
from desk.issues import commissions, issues, placing
from desk.issues.commissions import CommissionWish
from desk.issues.issues import DesignWish
from desk.text.blocks import Picture, new_id
from tests.making import Cast, article, dated, words
from tests.ui.held import hold
from tests.ui.modal import answer, front
from ui.issue.actions import Do
from ui.issue.design_dialog import DesignDialog
from ui.issue.release_dialog import ReleaseDialog
from ui.session.desk_client import DeskClient
from ui.window.window import Window

Sit = Callable[[int], Window]
IMPRINT = Imprint(
    "Trần Thị Lãnh", licence="12/GP", printer="Nhà in tỉnh", copies=300, periodicity="một tháng"
)


@pytest.fixture(autouse=True)
def _in_april() -> None:
    clock.set_clock(lambda: datetime(2019, 4, 20, 3, tzinfo=UTC))


def _issue(cast: Cast, number: str, *made: int) -> int:
    issues.make(cast.secretary, issues.IssueWords(number, 2019, int(number)))
    dated()
    (row,) = [one for one in issues.listing() if one.number == number]
    if made:
        placing.place(cast.secretary, row.id, row.version, list(made))
    return row.id


def _listed(window: Window, press: Callable[[ReleaseDialog], object] = ReleaseDialog.reject) -> list[str]:
    lines: list[str] = []

    def read(dialog: ReleaseDialog) -> None:
        lines.extend(line.text() for line in dialog.lines)
        press(dialog)

    answer(ReleaseDialog, read)
    window.pages.issue.acts[Do.RELEASE].trigger()
    return lines


def _press(words_of_line: str) -> Callable[[ReleaseDialog], None]:
    def press(dialog: ReleaseDialog) -> None:
        next(line for line in dialog.lines if words_of_line in line.accessibleName()).click()

    return press


def test_the_list_waits_for_the_pages_of_the_issue_as_it_is(
    sit: Sit, cast: Cast, client: DeskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Pages of another issue, or of an earlier state, say nothing about this one."""
    settings.change(cast.admin, settings.names(), IMPRINT)
    four = _issue(cast, "4", article(cast, words("Bài số 4"), Stage.APPROVED))
    _issue(cast, "5", article(cast, words("Bài số 5"), Stage.APPROVED))
    window = sit(cast.secretary)
    window.pages.go("issue")
    window.pages.issue.show_issue(four)
    assert _listed(window) == ["Chưa chốt bài"]
    held = hold(monkeypatch, client, "away")
    window.pages.issue.issues.setCurrentIndex(
        window.pages.issue.issues.findText("Số 5", Qt.MatchFlag.MatchStartsWith)
    )
    asked: list[ReleaseDialog] = []
    asked = answer(ReleaseDialog, ReleaseDialog.reject)
    window.pages.issue.acts[Do.RELEASE].trigger()
    window.pages.issue.acts[Do.RELEASE].trigger()  # pressed again, it asks once
    assert not asked  # the pages of số 5 are still being laid out
    while held:
        held.pop(0)()
    assert asked
    assert QApplication.activeModalWidget() is None


def test_more_pages_than_the_issue_may_have_block(sit: Sit, cast: Cast, client: DeskClient) -> None:
    """The office's own limit counts as the law's does, and the smaller of the two."""
    settings.change(cast.admin, settings.names(), IMPRINT)
    long = words("Bài dài", *(["Đoạn văn dài của bài. " * 40] * 12))
    _issue(cast, "4", article(cast, long, Stage.APPROVED))
    window = sit(cast.secretary)
    window.pages.go("issue")
    page = window.pages.issue
    for pages in (4, 100):
        seen = issues.row(1).version
        client.do(
            window, partial(issues.set_design, cast.secretary, 1, seen, DesignWish(Design(), pages=pages))
        )
        layout = page.proof.layout_shown()
        assert layout is not None
        most = min(pages, 64)
        assert f"{layout.total} / {most} trang" in page.budget.pages.text()
        told = f"{layout.total} trang, quá mức 4 trang"
        assert (told in _listed(window)) is (most == 4)


def test_pages_that_cannot_be_laid_out_block(sit: Sit, cast: Cast) -> None:
    text = words("Bài có ảnh bị mất")
    lost = Picture(new_id(), "0" * 64, "Các đại biểu")
    made = article(cast, replace(text, blocks=(*text.blocks, lost)), Stage.APPROVED)
    _issue(cast, "4", made)
    window = sit(cast.secretary)
    window.pages.go("issue")
    assert window.pages.issue.proof.layout_shown() is None
    assert "Chưa dàn được trang của số này" in _listed(window)


def test_each_line_leads_to_its_place(qtbot: QtBot, sit: Sit, cast: Cast) -> None:
    _issue(cast, "4", article(cast, words("Bài số 4"), Stage.APPROVED))
    commissions.commission(cast.secretary, 1, issues.row(1).version, CommissionWish(2, "Gương đảng viên"))
    window = sit(cast.secretary)
    window.pages.go("issue")
    page = window.pages.issue
    _listed(window, _press("Gương đảng viên"))
    wanted = page.plan.current_wanted()
    assert wanted is not None
    assert wanted.title == "Gương đảng viên"
    page.shown()  # a refresh leaves it chosen
    assert page.plan.current_wanted() == wanted
    _listed(window, _press("Chưa chốt bài"))
    front(window)
    focused = QApplication.focusWidget()
    assert focused is not None
    assert page.acts[Do.CLOSE].text() in focused.accessibleName() + getattr(focused, "text", str)()
    focused_lines: list[bool] = []

    def look(dialog: DesignDialog) -> None:
        front(dialog)
        focused_lines.append(dialog.lines["licence"].hasFocus())
        line = dialog.lines["licence"]
        for _ in range(100):
            if line.visibleRegion().boundingRect() == line.rect():  # whole, not cut by the edge of the form
                break
            QTest.qWait(10)
        focused_lines.append(line.visibleRegion().boundingRect() == line.rect())
        dialog.reject()

    answer(DesignDialog, look)
    _listed(window, _press("Giấy phép"))
    assert focused_lines == [True, True]
    _listed(window, _press("Nơi in"))
    assert window.pages.page() is window.pages.settings
    assert window.pages.settings.tabs.currentWidget() is window.pages.settings.names
    front(window)
    assert window.pages.settings.names.fields["printer"].hasFocus()


def test_the_day_of_publication_is_missed_and_given_where_its_line_leads(sit: Sit, cast: Cast) -> None:
    """The law wants it on the cover; the office may strike it from its profile."""
    settings.change(cast.admin, settings.names(), IMPRINT)
    _issue(cast, "4", article(cast, words("Bài số 4"), Stage.APPROVED))
    made = issues.row(1)
    issues.set_design(cast.secretary, 1, made.version, DesignWish(made.design))  # without a day
    window = sit(cast.secretary)
    window.pages.go("issue")
    missed = "Măng-sét chưa có: Ngày phát hành (trên bìa)"
    assert missed in _listed(window)
    seen: list[bool] = []

    def give(dialog: DesignDialog) -> None:
        front(dialog)
        seen.append(dialog.has_published.hasFocus())
        dialog.has_published.setChecked(True)
        dialog.agree()

    answer(DesignDialog, give)
    _listed(window, _press(missed))
    assert seen == [True]
    assert issues.row(1).published == "2019-04-25"
    assert missed not in _listed(window)
