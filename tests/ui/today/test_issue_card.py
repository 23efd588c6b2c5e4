"""What the coming issue lacks, a line each, that leads to where it is mended."""

from __future__ import annotations

from datetime import date

from pytestqt.qtbot import QtBot

from desk.review.queue import Coming
from desk.today.overview import Lacks
from ui.today.issue_card import issue_card


def test_each_lack_leads_to_the_issue_those_under_way_to_their_list(qtbot: QtBot) -> None:
    issue = Coming(7, "4", 2019, 4, date(2019, 4, 24), 2)
    led: list[object] = []
    lacks = Lacks(issue, 3, ("Gương sáng",), 1, 2, 1)
    card = issue_card(lacks, led.append, lambda: led.append("articles"), makes=True)
    qtbot.addWidget(card)
    assert (card.title, card.beside.text()) == ("Số 4/2019 còn thiếu gì", "chốt bài sau 2 ngày, 24/4/2019")
    for line in card.lines:
        line.click()
    assert led == [7, "articles", 7, 7, 7]


def test_without_an_issue_the_card_leads_to_where_one_is_made(qtbot: QtBot) -> None:
    led: list[object] = []
    card = issue_card(None, led.append, lambda: None, makes=True)
    qtbot.addWidget(card)
    card.lines[0].click()
    assert led == [0]


def test_who_may_make_no_issue_is_not_sent_to_make_one(qtbot: QtBot) -> None:
    told = {}
    for makes in (True, False):
        card = issue_card(None, lambda _: None, lambda: None, makes=makes)
        qtbot.addWidget(card)
        told[makes] = card.lines[0].text()
    assert told[True] == f"{told[False]} Lập số mới ở trang Bản tin."
