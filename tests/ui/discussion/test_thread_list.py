"""The cards of a discussion."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from desk.acts.rules import Act, Stage
from desk.articles import listing
from desk.review import comments, discussion
from tests.making import Cast, article, words
from ui.controls.line_button import LineButton
from ui.discussion.thread_list import ThreadList


def _talked_of(cast: Cast, count: int) -> int:
    made = article(cast, words("Một", "Các đồng chí dự họp tại hội trường lớn."), Stage.FOR_APPROVAL)
    block = listing.open_article(cast.chief, made).text.blocks[0].id
    for at in range(count):
        comments.comment(cast.chief, made, comments.Stretch(block, at, at + 2), f"Ý {at}")
    return made


def _line(shown: ThreadList, words_: str) -> LineButton:
    return next(line for line in shown.findChildren(LineButton) if words_ in line.text() and line.isVisible())


def test_many_threads_come_a_few_at_a_time_and_one_looked_for_at_once(qtbot: QtBot, cast: Cast) -> None:
    made = _talked_of(cast, 20)
    threads = discussion.of_article(cast.chief, made)
    shown = ThreadList()
    qtbot.addWidget(shown)
    shown.show()
    shown.show_threads(threads, 0)
    assert len(shown.cards) == 16
    _line(shown, "Xem 4 trao đổi nữa").click()
    assert len(shown.cards) == 20
    shown.fold()
    shown.show_threads(threads, 0)
    assert len(shown.cards) == 16
    shown.choose(threads[-1].id)
    assert shown.cards[threads[-1].id].property("chosen")


def test_closed_threads_are_folded(qtbot: QtBot, cast: Cast) -> None:
    made = _talked_of(cast, 2)
    first = discussion.of_article(cast.chief, made)[0].id
    comments.settle(cast.chief, first)
    shown = ThreadList()
    qtbot.addWidget(shown)
    shown.show()
    shown.show_threads(discussion.of_article(cast.chief, made), 0)
    assert first not in shown.cards
    _line(shown, "Đã khép (1)").click()
    assert first in shown.cards


def test_a_card_says_what_is_wanted(qtbot: QtBot, cast: Cast) -> None:
    made = _talked_of(cast, 1)
    shown = ThreadList()
    qtbot.addWidget(shown)
    shown.show_threads(discussion.of_article(cast.chief, made), 0)
    wanted: list[tuple[int, Act]] = []
    shown.wanted.connect(lambda thread, act: wanted.append((thread, act)))
    ((number, card),) = shown.cards.items()
    card.buttons[Act.SETTLE].click()
    assert wanted == [(number, Act.SETTLE)]
