"""One thread as a card."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desk.acts.rules import Act, Stage
from desk.articles import listing
from desk.review import comments, discussion
from desk.review.comments import IntakeComment
from desk.review.taking_in import Intake, take_in
from tests.making import Cast, article, words
from ui.discussion.thread_card import ThreadCard


def test_a_card_shows_the_words_spoken_of_and_only_the_acts_that_may_be_done(
    qtbot: QtBot, cast: Cast
) -> None:
    made = article(cast, words("Một", "Các đồng chí dự họp."), Stage.FOR_APPROVAL)
    block = listing.open_article(cast.chief, made).text.blocks[0].id
    comments.comment(cast.chief, made, comments.Stretch(block, 0, 3), "Nên gọn hơn", "Mọi")
    (thread,) = discussion.of_article(cast.chief, made)
    card = ThreadCard(thread)
    qtbot.addWidget(card)
    texts = [shown.text() for shown in card.findChildren(QLabel)]
    assert {"Các", "Mọi", "Nên gọn hơn", "Trần Thị Lãnh"} <= set(texts)
    assert set(card.buttons) == {act for act in thread.acts if act in card.buttons}
    assert Act.UNSETTLE not in card.buttons
    chosen: list[int] = []
    card.chosen.connect(chosen.append)
    qtbot.mouseClick(card, Qt.MouseButton.LeftButton)
    assert chosen == [thread.id]
    card.set_chosen(True)
    assert card.property("chosen")


def test_what_stood_in_a_file_is_told_as_such_even_under_a_name_of_the_desk(qtbot: QtBot, cast: Cast) -> None:
    brought = (
        IntakeComment("Trần Thị Lãnh", "Duyệt"),
        IntakeComment("", "Xem lại", answers=0),
        IntakeComment("N" * 300, "Dài"),
    )
    (made,) = take_in(cast.writer, Intake(words(), comments=brought)).articles
    threads = discussion.of_article(cast.writer, made)
    cards = [ThreadCard(thread) for thread in threads]
    for card in cards:
        qtbot.addWidget(card)
    first, second = ([shown.text() for shown in card.findChildren(QLabel)] for card in cards)
    assert "Trần Thị Lãnh (trong tệp gốc)" in first
    assert "Trần Thị Lãnh" not in first
    assert "Không ghi tên (trong tệp gốc)" in first
    assert cards[0].accessibleName() == "Trần Thị Lãnh (trong tệp gốc): Duyệt"
    assert f"{'N' * 39}… (trong tệp gốc)" in second
