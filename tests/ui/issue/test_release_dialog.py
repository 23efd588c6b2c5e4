"""The list of what blocks a release, read before it is released."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desk import clock
from desk.acts import requirements
from desk.acts.requirements import Before, Level
from desk.acts.rules import Act, Genre, Stage
from desk.department import settings
from desk.edition.edition import Imprint
from desk.issues import issues, placing
from desk.review import checklists
from desk.review.checklists import ItemEdit
from tests.making import Cast, article, dated, words
from tests.ui.modal import answer, front
from ui.controls.line_button import LineButton
from ui.issue.actions import Do
from ui.issue.release_dialog import ReleaseDialog
from ui.window.window import Window

Sit = Callable[[int], Window]
IMPRINT = Imprint(
    "Trần Thị Lãnh", licence="12/GP", printer="Nhà in tỉnh", copies=300, periodicity="một tháng"
)
LONG = "Tổng kết mười năm thực hiện Chỉ thị số 38-CT/TW về công tác bảo hiểm y tế trên địa bàn"


@pytest.fixture(autouse=True)
def _in_april() -> None:
    clock.set_clock(lambda: datetime(2019, 4, 20, 3, tzinfo=UTC))


def _issue(cast: Cast, *made: int, closed: bool = True) -> None:
    settings.change(cast.admin, settings.names(), IMPRINT)
    issues.make(cast.secretary, issues.IssueWords("4", 2019, 4))
    dated()
    placing.place(cast.secretary, 1, 1, list(made))
    if closed:
        issues.close(cast.secretary, 1, issues.row(1).version)


def _require(cast: Cast, text: str, level: Level = Level.REQUIRED) -> None:
    kept = [ItemEdit(one.id, one.text, one.levels) for one in requirements.items(Before.PRINT)]
    checklists.set_list(cast.admin, Before.PRINT, [*kept, ItemEdit(None, text, dict.fromkeys(Genre, level))])


def _line(dialog: ReleaseDialog, told: str) -> LineButton:
    return next(line for line in dialog.lines if told in line.accessibleName())


def _listed(window: Window, press: Callable[[ReleaseDialog], object]) -> list[str]:
    """Open the list of what blocks, and press in it."""
    lines: list[str] = []

    def read(dialog: ReleaseDialog) -> None:
        lines.extend(line.accessibleName() for line in dialog.lines)
        try:
            press(dialog)
        finally:
            if dialog.isVisible():
                dialog.reject()

    window.pages.go("issue")
    met = answer(ReleaseDialog, read)
    window.pages.issue.acts[Do.RELEASE].trigger()
    assert met
    return lines


def test_a_reason_is_read_whole_however_long_the_title(sit: Sit, cast: Cast) -> None:
    item = "Đã soát bản in thử, đối chiếu họ tên, chức danh và thứ tự lãnh đạo với văn bản gốc của văn phòng cấp ủy"
    _require(cast, item)
    _issue(cast, article(cast, words(LONG), Stage.APPROVED), closed=False)
    window = sit(cast.secretary)

    def look(dialog: ReleaseDialog) -> None:
        front(dialog)
        line = _line(dialog, item)
        assert "".join(line.shown()).replace(" ", "") == line.text().replace(" ", "")
        assert len(line.shown()) == 2
        assert LONG in line.toolTip()

    _listed(window, look)


def test_a_blocked_release_is_read_by_keyboard(qtbot: QtBot, sit: Sit, cast: Cast) -> None:
    _issue(cast, article(cast, words("Bài số 4"), Stage.APPROVED), closed=False)
    window = sit(cast.secretary)
    window.pages.go("issue")

    def look(dialog: ReleaseDialog) -> None:
        front(dialog)
        assert dialog.lines[0].hasFocus()
        qtbot.keyClick(dialog.lines[0], Qt.Key.Key_Space)

    met = answer(ReleaseDialog, look)
    window.pages.issue.acts[Do.RELEASE].trigger()
    assert met
    assert Act.CLOSE_ISSUE in window.pages.issue.acts.plan.allowed()
