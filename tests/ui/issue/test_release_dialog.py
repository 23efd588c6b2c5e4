"""The list of what blocks a release, read before it is released."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desk import clock
from desk.acts.rules import Act, Stage
from desk.department import export_profiles
from desk.edition.edition import Imprint
from desk.issues import issues
from desk.text.blocks import Paragraph, Run, Table
from tests.making import Cast, article, words
from tests.ui.issue.releasing import blocking_line, listed_lines, put_closed_issue, require
from tests.ui.modal import answer, front
from ui.issue.actions import Do
from ui.issue.release_dialog import ReleaseDialog
from ui.paper.formats import table_at
from ui.window.window import Window
from ui.words.issue import Obstacle, Place

Sit = Callable[[int], Window]
IMPRINT = Imprint(
    "Trần Thị Lãnh", licence="12/GP", printer="Nhà in tỉnh", copies=300, periodicity="một tháng"
)
LONG = "Tổng kết mười năm thực hiện Chỉ thị số 38-CT/TW về công tác bảo hiểm y tế trên địa bàn"


@pytest.fixture(autouse=True)
def _in_april() -> None:
    clock.set_clock(lambda: datetime(2019, 4, 20, 3, tzinfo=UTC))


def test_a_reason_is_read_whole_however_long_the_title(sit: Sit, cast: Cast) -> None:
    item = "Đã soát bản in thử, đối chiếu họ tên, chức danh và thứ tự lãnh đạo với văn bản gốc của văn phòng cấp ủy"
    require(cast, item)
    put_closed_issue(cast, article(cast, words(LONG), Stage.APPROVED), closed=False)
    window = sit(cast.secretary)

    def look(dialog: ReleaseDialog) -> None:
        front(dialog)
        line = blocking_line(dialog, item)
        assert "".join(line.shown()).replace(" ", "") == line.text().replace(" ", "")
        assert len(line.shown()) == 2
        assert LONG in line.toolTip()

    listed_lines(window, look)


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_a_blocked_release_is_read_by_keyboard(qtbot: QtBot, sit: Sit, cast: Cast, key: Qt.Key) -> None:
    put_closed_issue(cast, article(cast, words("Bài số 4"), Stage.APPROVED), closed=False)
    window = sit(cast.secretary)
    window.pages.go("issue")

    def look(dialog: ReleaseDialog) -> None:
        front(dialog)
        assert dialog.lines[0].hasFocus()
        qtbot.keyClick(dialog.lines[0], key)
        assert not dialog.isVisible()

    met = answer(ReleaseDialog, look)
    window.pages.issue.acts[Do.RELEASE].trigger()
    assert met
    assert Act.CLOSE_ISSUE in window.pages.issue.acts.plan.allowed()
    assert window.focusWidget() is window.pages.issue.head.close_button


def test_a_blank_row_and_blank_pages_are_remarked_and_lead_to_their_place(sit: Sit, cast: Cast) -> None:
    full = (Run("Ô"),)
    rows = ((full, full), ((), (Run(" "),)), (full, ()))
    long = [Paragraph(f"p{at}", (Run("Các đồng chí đã trao đổi, thảo luận. " * 12),)) for at in range(12)]
    text = replace(words("Bài có bảng"), blocks=(Table("t", rows), *long))
    put_closed_issue(cast, article(cast, text, Stage.APPROVED))
    window = sit(cast.secretary)
    page = window.pages.issue

    def to_row(dialog: ReleaseDialog) -> None:
        line = blocking_line(dialog, "dòng 2")
        assert line.text() == "Bảng có dòng 2 để trống"
        assert "không chặn" in line.accessibleName()
        line.click()

    listed_lines(window, to_row)
    assert window.pages.is_writing()
    body = window.pages.editor.form.body
    table = table_at(body.textCursor())
    assert table is not None
    assert table.cellAt(body.textCursor()).row() == 1
    window.pages.go("issue")
    layout = page.proof.layout_shown()
    assert layout is not None
    assert layout.blank is not None
    first = layout.blank.pages[0]

    def to_page(dialog: ReleaseDialog) -> None:
        assert not any(
            line.text().startswith("Trang") and "chặn" not in line.accessibleName() for line in dialog.lines
        )
        blocking_line(dialog, f"Trang {first}").click()

    listed_lines(window, to_page)
    assert window.focusWidget() is page.proof
    assert page.proof.page() in (first - 1, first)


def test_where_nothing_blocks_enter_releases_and_does_not_follow_a_hint(qtbot: QtBot, cast: Cast) -> None:
    put_closed_issue(cast, article(cast, words("Bài số 4"), Stage.APPROVED))
    hint = Obstacle("Trang 11 để trống", "", Place.PAGE, stops=False)
    dialog = ReleaseDialog(None, issues.row(1), (hint,), export_profiles.profiles())
    qtbot.addWidget(dialog)
    led: list[object] = []
    dialog.led.connect(led.append)
    dialog.show()
    front(dialog)
    dialog.write.setChecked(False)
    assert dialog.focusWidget() is dialog.ok
    qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)
    assert dialog.result() == dialog.DialogCode.Accepted
    assert led == []
