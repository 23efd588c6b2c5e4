"""Hôm nay through the window: every line leads to what it speaks of."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desk import clock
from desk.acts.rules import Stage
from desk.review.queue import Queue
from desk.review.side_bar_numbers import numbers
from tests.making import Cast, article, words
from ui.window.window import Window

Sit = Callable[[int], Window]


def test_every_line_of_today_leads_there(qtbot: QtBot, sit: Sit, cast: Cast) -> None:
    waits = article(cast, words("Chờ duyệt"), Stage.FOR_APPROVAL)
    window = sit(cast.chief)
    assert window.pages.page() is window.pages.today
    line = next(one for one in window.pages.today.lines if one.text() == "Chờ duyệt")
    qtbot.mouseClick(line, Qt.MouseButton.LeftButton)
    assert window.pages.page() is window.pages.review
    current = window.pages.review.list.current()
    assert current is not None
    assert current.id == waits
    assert window.pages.review.queues.queue() is Queue.TO_APPROVE
    window.pages.go("today")
    notice = window.pages.today.inbox.lines[0]
    notice.setFocus()
    qtbot.keyClick(notice, Qt.Key.Key_Space)
    assert window.pages.page() is window.pages.articles
    assert numbers(cast.chief).unread == 0


def test_what_the_issue_lacks_leads_to_it(qtbot: QtBot, sit: Sit, cast: Cast) -> None:
    from desk.issues import issues

    today = clock.today()
    article(cast, stage=Stage.APPROVED)
    window = sit(cast.secretary)
    assert any("Chưa có số nào" in one.text() for one in window.pages.today.lines)
    closing = (today + timedelta(days=2)).isoformat()
    issues.make(cast.secretary, issues.IssueWords("4", today.year, today.month, "", closing))
    window.pages.go("articles")
    window.pages.go("today")
    told = [one.text() for one in window.pages.today.lines]
    assert "1 bài đã duyệt chưa xếp vào số" in told
    qtbot.mouseClick(
        window.pages.today.lines[told.index("1 bài đã duyệt chưa xếp vào số")], Qt.MouseButton.LeftButton
    )
    assert window.pages.page() is window.pages.issue
