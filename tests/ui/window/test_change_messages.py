"""What the window says of what happened at the desk."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QLabel

from desk.acts import notifications
from desk.acts.gate import Changes
from desk.acts.rules import Act, Stage
from desk.articles import listing, workflow
from desk.errors import Cancelled, Missing
from desk.today import overview
from tests.making import Cast, article, version, words
from ui.window.sidebar import Sidebar
from ui.window.window import Window


def _badges(window: Window) -> list[str]:
    side = window.findChild(Sidebar)
    assert side is not None
    badges = [shown for shown in side.findChildren(QLabel) if shown.property("role") == "badge"]
    return [badge.text() for badge in badges if badge.isVisible()]


def test_numbers_and_the_page_follow_what_others_do(sit: Callable[[int], Window], cast: Cast) -> None:
    window = sit(cast.chief)
    window.pages.go("review")
    assert _badges(window) == []
    article(cast, stage=Stage.FOR_APPROVAL)
    window.session.client.changed.emit(Changes(frozenset({1})))
    assert _badges(window)[-1] == "1"
    assert window.pages.review.list.model.rowCount() == 1


def test_what_was_done_is_said_and_what_can_be_is_taken_back(
    sit: Callable[[int], Window], cast: Cast
) -> None:
    made = article(cast, words("Giao ban"))
    window = sit(cast.writer)
    client = window.session.client
    client.do(window, lambda: workflow.move(cast.writer, Act.SUBMIT, made, version(cast, made)))
    assert window.notice.words() == "Đã gửi biên tập: “Giao ban”."
    window.notice.press()
    assert listing.row(cast.writer, made).stage is Stage.DRAFT
    assert window.notice.words() == "Đã hoàn tác việc vừa làm."
    client.acted.emit(Changes())
    assert window.notice.words() == "Đã hoàn tác việc vừa làm."  # without an act there is nothing to say


def test_a_refusal_is_said_unless_one_stopped_it_oneself(sit: Callable[[int], Window], cast: Cast) -> None:
    window = sit(cast.writer)
    window.session.client.refused.emit(Cancelled())
    assert window.notice.words() == ""
    window.session.client.refused.emit(Missing("article"))
    assert window.notice.words() == "Mục này không còn nữa."


def test_the_number_beside_hom_nay_is_that_of_its_work(sit: Callable[[int], Window], cast: Cast) -> None:
    made = [article(cast, words(f"Bài {at}"), Stage.FOR_APPROVAL) for at in range(2)]
    article(cast, words("Đang viết"))
    window = sit(cast.chief)
    told = overview.today(cast.chief).tasks
    assert {task.row.id for task in told.rows} == set(made)
    assert _badge(window, "today") == str(told.count) == "2"
    told_of = [row.id for row in notifications.inbox(cast.chief, 60)]
    notifications.mark(cast.chief, told_of, read=True)
    window.session.news.emit()
    assert _badge(window, "today") == "2"  # what was read is still to be done
    workflow.approve(cast.chief, made[0], version(cast, made[0]))
    window.session.news.emit()
    assert _badge(window, "today") == "1"


def _badge(window: Window, page: str) -> str:
    return window._side._badges[page].text()
