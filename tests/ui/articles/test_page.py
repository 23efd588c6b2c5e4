"""Tin bài through the window: the list, its filters, and what lies beside it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desk.acts.rules import Stage
from desk.articles import listing
from desk.articles.listing import ListQuery, Order
from tests.making import Cast, article, words
from tests.ui.keys import type_in
from ui.discussion.discussion import Talk
from ui.window.commands import Do
from ui.window.window import Window

Sit = Callable[[int], Window]


def test_letters_in_a_filter_choose_there_and_decide_nothing(qtbot: QtBot, sit: Sit, cast: Cast) -> None:
    made = article(cast, stage=Stage.FOR_APPROVAL)
    window = sit(cast.chief)
    window.pages.go("articles")
    window.pages.articles.list.choose(made)
    box = window.pages.articles.filters.stage
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_D)
    assert listing.row(cast.chief, made).stage is Stage.FOR_APPROVAL


def test_ctrl_f_searches_where_the_box_says_so(qtbot: QtBot, sit: Sit, cast: Cast) -> None:
    article(cast)
    window = sit(cast.chief)
    for name, page in (("articles", window.pages.articles), ("review", window.pages.review)):
        window.pages.go(name)
        qtbot.keyClick(page.list.view, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
        assert page.search.hasFocus()


def test_a_refresh_keeps_the_chosen_article_far_down(sit: Sit, cast: Cast) -> None:
    for number in range(120):
        article(cast, words(f"Bài {number:03}"))
    window = sit(cast.editor)
    window.pages.go("articles")
    page = window.pages.articles
    page.filters.orders[Order.TITLE].trigger()
    page._ask_more()
    assert len(page.list.model.rows()) == 120
    far = page.list.model.rows()[110]
    page.list.choose(far.id)
    page.shown()
    current = page.list.current()
    assert current is not None
    assert current.id == far.id
    assert len(page.list.model.rows()) == 120


def test_rows_for_an_older_list_are_not_added_to_a_newer(sit: Sit, cast: Cast) -> None:
    for number in range(3):
        article(cast, words(f"Bài {number}"))
    window = sit(cast.editor)
    window.pages.go("articles")
    page = window.pages.articles
    older = listing.listing(cast.editor, ListQuery(), limit=1)
    page._add(older.rows[0], listing.listing(cast.editor, ListQuery(), older.rows[0]))
    assert len(page.list.model.rows()) == 3


def test_a_search_chooses_its_best_hit_not_what_was_chosen_before(qtbot: QtBot, sit: Sit, cast: Cast) -> None:
    weaker = article(cast, words("Giao ban báo chí", "Có bàn về công tác dân vận."))
    best = article(cast, words("Dân vận khéo", "Công tác dân vận, dân vận khéo."))
    window = sit(cast.writer)
    window.pages.go("articles")
    page = window.pages.articles
    assert page.list.choose(weaker)
    type_in(page.search, "dan van")
    qtbot.waitUntil(lambda: page.list.model.rows()[0].id == best)
    qtbot.waitUntil(lambda: page.list.chosen_now().ids[1] == best)
    assert page.list.choose(weaker)
    page._refresh()
    qtbot.wait(200)
    assert page.list.chosen_now().ids[1] == weaker


def test_the_filter_box_finds_without_diacritics(qtbot: QtBot, sit: Sit, cast: Cast) -> None:
    wanted = article(cast, words("Đổi mới công tác dân vận"))
    article(cast, words("Tin khác hẳn"))
    window = sit(cast.writer)
    window.pages.go("articles")
    window.commands[Do.SEEK].trigger()
    type_in(window.pages.articles.search, "doi moi")
    qtbot.waitUntil(lambda: len(window.pages.articles.list.model.rows()) == 1)
    row = window.pages.articles.list.current()
    assert row is not None
    assert row.id == wanted
    for typed in ('"', "*", "NEAR", "😀"):
        window.pages.articles.search.setText(typed)
        qtbot.wait(200)
        assert window.notice.words() == ""


def test_a_comment_is_begun_where_it_can_be_seen(qtbot: QtBot, sit: Sit, cast: Cast) -> None:
    made = article(cast, words("Giao ban"), Stage.SUBMITTED)
    window = sit(cast.editor)
    window.pages.go("articles")
    page = window.pages.articles
    page.list.choose(made)
    side = page.reading.side
    side.setMinimumWidth(page.width())  # as large words make it
    page._room.arrange()
    assert side.isHidden()
    qtbot.waitUntil(lambda: page.reading.discussion.table[Talk.NEW].isEnabled())
    page.reading.discussion.table[Talk.NEW].trigger()
    assert page.reading.discussion.compose.isVisible()
    assert not side.isHidden()
