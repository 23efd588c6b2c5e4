"""The discussion of an article, through the window: threads, drafts, orphans, names."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from desk.acts import notifications
from desk.acts.rules import Act, Stage
from desk.articles import listing, writing
from desk.review import comments, discussion
from desk.text.blocks import Paragraph, Run, new_id
from tests.making import Cast, article, words
from tests.ui.keys import type_in
from ui.window.window import Window

Sit = Callable[[int], Window]


def _compose(window: Window, body: str, instead: str | None = None) -> None:
    talk = window.pages.review.side.discussion
    talk.new.trigger()
    type_in(talk.compose.body, body)
    if instead is not None:
        talk.compose.suggests.setChecked(True)
        talk.compose.instead.setPlainText(instead)
    talk.compose.send.click()


def test_a_thread_from_first_word_to_last_by_mouse(qtbot: QtBot, sit: Sit, cast: Cast) -> None:
    made = article(cast, stage=Stage.FOR_APPROVAL)
    window = sit(cast.chief)
    window.pages.go("review")
    talk = window.pages.review.side.discussion
    _compose(window, "Nên có ảnh")
    (card,) = talk.threads.cards.values()
    assert window.pages.review.side.tabs.tabText(1) == "Trao đổi 1"
    assert "1 trao đổi chưa khép" in window.pages.review.side.warning.text()
    card.buttons[Act.COMMENT].click()
    type_in(talk.compose.body, "Đã có rồi")
    talk.compose.send.click()
    (card,) = talk.threads.cards.values()
    assert [said.body for said in card.about.said] == ["Nên có ảnh", "Đã có rồi"]
    card.buttons[Act.SETTLE].click()
    assert talk.threads.cards == {}
    talk.threads._unfold()
    (card,) = talk.threads.cards.values()
    card.buttons[Act.UNSETTLE].click()
    (left,) = (thread for thread in discussion.of_article(cast.chief, made) if thread.open)
    assert not left.suggestion


def test_what_is_half_written_is_kept_for_its_article(qtbot: QtBot, sit: Sit, cast: Cast) -> None:
    made = [article(cast, words(title), Stage.FOR_APPROVAL) for title in ("Một", "Hai")]
    window = sit(cast.chief)
    window.pages.go("review")
    talk = window.pages.review.side.discussion
    talk.new.trigger()
    type_in(talk.compose.body, "Đang viết dở")
    window.pages.review.list.choose(made[1])
    assert talk.compose.isHidden()
    window.pages.review.list.choose(made[0])
    assert talk.compose.isVisible()
    assert talk.compose.body.toPlainText() == "Đang viết dở"
    qtbot.keyClick(talk.compose.body, Qt.Key.Key_Escape)
    talk.new.trigger()
    assert talk.compose.body.toPlainText() == "Đang viết dở"


def test_a_blank_comment_is_refused_in_words(qtbot: QtBot, sit: Sit, cast: Cast) -> None:
    article(cast, stage=Stage.FOR_APPROVAL)
    window = sit(cast.chief)
    window.pages.go("review")
    window.pages.review.side.discussion.new.trigger()
    window.pages.review.side.discussion.compose.send.click()
    assert "Chưa có nội dung" in window.notice.words()
    assert window.pages.review.side.discussion.compose.isVisible()


def test_an_orphan_shows_its_words_and_marks_follow_the_paper(qtbot: QtBot, sit: Sit, cast: Cast) -> None:
    extra = Paragraph(new_id(), (Run("Đoạn sẽ bị xóa hẳn."),))
    text = words("Một")
    made = article(cast, replace(text, blocks=(*text.blocks, extra)), Stage.FOR_APPROVAL)
    comments.comment(cast.editor, made, comments.Stretch(extra.id, 0, 8), "Bỏ đi")
    comments.comment(cast.editor, made, comments.Stretch(text.blocks[0].id, 0, 11), "Rõ hơn", "Ở hội nghị")
    window = sit(cast.chief)
    window.pages.go("review")
    assert len(window.pages.review.paper.extraSelections()) == 2
    opened = listing.open_article(cast.editor, made)
    writing.save(cast.editor, made, opened.row.version, replace(opened.text, blocks=text.blocks), 2)
    window.pages.go("articles")
    window.pages.go("review")
    orphan = next(
        card for card in window.pages.review.side.discussion.threads.cards.values() if card.about.anchor.lost
    )
    from PySide6.QtWidgets import QLabel

    told = [label.text() for label in orphan.findChildren(QLabel)]
    assert "đoạn gốc đã bị xóa" in told
    assert "Đoạn sẽ " in told
    assert len(window.pages.review.paper.extraSelections()) == 1


def test_names_are_offered_after_at(qtbot: QtBot, sit: Sit, cast: Cast) -> None:
    made = article(cast, stage=Stage.FOR_APPROVAL)
    window = sit(cast.chief)
    window.pages.go("review")
    talk = window.pages.review.side.discussion
    talk.new.trigger()
    type_in(talk.compose.body, "@Lê")
    completer = talk.compose.body._completer
    assert completer.currentCompletion() == "Lê Thị Viết"
    talk.compose.body._complete(completer.currentCompletion())
    assert talk.compose.body.toPlainText() == "@Lê Thị Viết "
    popup = completer.popup()
    assert popup is not None
    popup.hide()
    talk.compose.send.click()
    assert notifications.inbox(cast.writer)[0].article_id == made


def test_the_list_of_articles_carries_the_discussion_too(qtbot: QtBot, sit: Sit, cast: Cast) -> None:
    made = article(cast)
    comments.comment(cast.editor, made, comments.Stretch("@title", 0, 4), "Tít gọn hơn")
    window = sit(cast.writer)
    window.pages.go("articles")
    window.pages.articles.list.choose(made)
    qtbot.waitUntil(lambda: "reading" in window.pages.articles.__dict__)
    reading = window.pages.articles.reading
    qtbot.waitUntil(lambda: reading.tabs.tabText(1) == "Trao đổi 1")
    assert len(reading.paper.extraSelections()) == 1


def test_written_words_go_along_to_another_stretch_and_to_an_answer(
    qtbot: QtBot, sit: Sit, cast: Cast
) -> None:
    text = words("Một")
    made = article(cast, text, Stage.FOR_APPROVAL)
    comments.comment(cast.editor, made, comments.Stretch(text.blocks[0].id, 0, 4), "Rõ hơn")
    window = sit(cast.chief)
    window.pages.go("review")
    review = window.pages.review
    talk = review.side.discussion

    def mark(start: int, stop: int) -> None:
        cursor = review.paper.textCursor()
        cursor.setPosition(start)
        cursor.setPosition(stop, cursor.MoveMode.KeepAnchor)
        review.paper.setTextCursor(cursor)

    mark(2, 9)
    talk.new.trigger()
    type_in(talk.compose.body, "Chưa gửi")
    about = talk.compose.draft()
    qtbot.keyClick(talk.compose.body, Qt.Key.Key_Escape)
    talk.new.trigger()
    assert talk.compose.draft() == about
    mark(3, 6)
    talk.new.trigger()
    assert talk.compose.body.toPlainText() == "Chưa gửi"
    assert talk.compose.draft().stop != about.stop
    (card,) = talk.threads.cards.values()
    card.buttons[Act.COMMENT].click()
    assert talk.compose.draft().thread
    assert talk.compose.body.toPlainText() == "Chưa gửi"


def test_the_menu_over_an_article_offers_to_write_of_its_words(qtbot: QtBot, sit: Sit, cast: Cast) -> None:
    article(cast, stage=Stage.FOR_APPROVAL)
    window = sit(cast.chief)
    window.pages.go("review")
    review = window.pages.review
    place = QPoint(60, 60)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, review.paper.mapToGlobal(place))
    QApplication.sendEvent(review.paper.viewport(), event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    words = [action.text().split("\t")[0].replace("&", "") for action in menu.actions()]
    assert "Chép" in words
    assert words[-1] == "Ghi trao đổi"
    last = menu.actions()[-1]
    menu.close()
    last.trigger()
    assert review.side.discussion.compose.isVisible()
