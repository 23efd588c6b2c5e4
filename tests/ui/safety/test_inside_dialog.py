"""What is in a backup, to read."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from desk.acts.rules import IssueState
from desk.safety.backups import make
from desk.safety.facts import Reason
from desk.safety.restore import Inside, IssueInside, look_inside
from tests.making import Cast, filled
from ui.safety.inside_dialog import InsideDialog


def test_acts_issues_and_titles(qtbot: QtBot, cast: Cast) -> None:
    filled(cast, "Bài một")
    backup = make(cast.path, Reason.HAND).backup
    dialog = InsideDialog(None, backup, look_inside(backup.path))
    qtbot.addWidget(dialog)
    assert dialog.intro.text().endswith("Theo yêu cầu · 1 bài")
    assert [dialog.tabs.tabText(at) for at in range(3)] == ["Việc gần đây", "Số bản tin", "Bài sửa gần đây"]
    assert dialog.issues.item(0).text() == "Số 4/2019, đang nhận bài"
    assert dialog.titles.item(0).text() == "Bài một"
    assert dialog.acts.item(0).text().endswith("Hoàng Thư Ký xếp bài vào số “4/2019”")


def test_an_article_without_a_title_is_said_to_have_none(qtbot: QtBot, cast: Cast) -> None:
    backup = make(cast.path, Reason.HAND).backup
    found = Inside((), (IssueInside("5/2019", "Chào mừng", IssueState.CLOSED),), ("",))
    dialog = InsideDialog(None, backup, found)
    qtbot.addWidget(dialog)
    assert dialog.titles.item(0).text() == "(chưa có tít)"
    assert dialog.issues.item(0).text() == "Số 5/2019, đã chốt bài – Chào mừng"
