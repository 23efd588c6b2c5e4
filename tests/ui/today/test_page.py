"""Hôm nay through the window: every line leads to what it speaks of."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desk import clock
from desk.acts.rules import Stage
from desk.issues import issues
from desk.review.queue import Queue
from desk.review.side_bar_numbers import numbers
from tests.making import Cast, article, later, words
from ui.today.card import Card
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


def test_what_does_not_fit_is_a_press_away_and_the_count_says_what_is_shown(
    qtbot: QtBot, sit: Sit, cast: Cast
) -> None:
    for number in range(8):
        article(cast, words(f"Bài {number}"), Stage.FOR_APPROVAL)
    window = sit(cast.chief)
    today = window.pages.today
    card = next(one for one in today.findChildren(Card) if one.title == "Việc của đồng chí")
    assert card.beside.text() == "6 trong 8"
    assert [one.text() for one in card.lines] == [*(f"Bài {n}" for n in range(6)), "Xem thêm 2 mục"]
    card.lines[-1].setFocus()
    qtbot.keyClick(card.lines[-1], Qt.Key.Key_Space)
    card = next(one for one in today.findChildren(Card) if one.title == "Việc của đồng chí" and one.lines)
    assert [one.text() for one in today.lines if one.text().startswith("Bài ")] == [
        f"Bài {n}" for n in range(8)
    ]
    assert today.lines[6].hasFocus()


def test_an_article_that_waits_for_several_reasons_has_one_line(sit: Sit, cast: Cast) -> None:
    later(-5 * 24 * 60)
    article(cast, words("Chờ lâu"), Stage.FOR_APPROVAL)
    clock.set_clock(None)
    window = sit(cast.chief)
    (line,) = (one for one in window.pages.today.lines if one.text() == "Chờ lâu")
    assert line.accessibleName().startswith("Chờ lâu. Chờ tôi duyệt · Nằm quá 3 ngày · Phòng Khoa giáo")


def test_what_one_is_writing_is_listed_and_opens_in_the_editor(qtbot: QtBot, sit: Sit, cast: Cast) -> None:
    made = article(cast, words("Đang viết"))
    window = sit(cast.writer)
    (line,) = (one for one in window.pages.today.lines if one.text() == "Đang viết")
    qtbot.mouseClick(line, Qt.MouseButton.LeftButton)
    assert window.pages.is_writing()
    assert window.pages.editor.article_id() == made


def test_a_new_administrator_sees_what_to_begin_with(qtbot: QtBot, sit: Sit, cast: Cast) -> None:
    window = sit(cast.admin)
    (card,) = (one for one in window.pages.today.findChildren(Card) if one.title == "Bắt đầu từ đây")
    assert len(card.lines) == 3  # the people are there
    for at, tab in ((0, "sections"), (1, "names")):
        window.pages.go("today")
        qtbot.mouseClick(window.pages.today.lines[at], Qt.MouseButton.LeftButton)
        settings = window.pages.settings
        assert window.pages.page() is settings
        assert settings.tabs.currentWidget() is getattr(settings, tab)
    window.pages.go("today")
    qtbot.mouseClick(window.pages.today.lines[2], Qt.MouseButton.LeftButton)
    assert window.pages.page() is window.pages.calendar


def test_the_secretary_sees_what_the_issue_wants_next(qtbot: QtBot, sit: Sit, cast: Cast) -> None:
    clock.set_clock(lambda: datetime(2019, 4, 16, 3, tzinfo=UTC))
    issues.make(cast.secretary, issues.IssueWords("4", 2019, 4, closing="2019-04-13"))
    article(cast, words("Đã duyệt"), Stage.APPROVED)
    window = sit(cast.secretary)
    (card,) = (one for one in window.pages.today.findChildren(Card) if one.title == "Việc của số bản tin")
    assert [line.accessibleName() for line in card.lines] == [
        "Xếp 1 bài đã duyệt vào số 4/2019",
        "Chốt bài số 4/2019. quá hạn 3 ngày, 13/4/2019",
    ]
    assert not any("Không còn việc" in one.text() for one in window.pages.today.findChildren(QLabel))
    qtbot.mouseClick(card.lines[1], Qt.MouseButton.LeftButton)
    assert window.pages.name() == "issue"
    issue = window.pages.issue.issue()
    assert issue is not None
    assert issue.name == "4/2019"
    issues.close(cast.secretary, 1, issues.row(1).version)
    window.pages.go("today")
    line = next(one for one in window.pages.today.lines if one.text().startswith("Phát hành"))
    assert line.accessibleName() == "Phát hành số 4/2019. chưa định ngày"
