"""The list of articles: what stays chosen, what is said when there is none."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desk.articles import listing
from desk.articles.listing import ArticleRow, ListQuery
from tests.making import Cast, article, words
from ui.articles.list_view import ArticleList


def test_the_chosen_one_stays_or_its_neighbour_takes_its_place(qtbot: QtBot, cast: Cast) -> None:
    for title in ("Một", "Hai", "Ba"):
        article(cast, words(title))
    rows = listing.listing(cast.writer, ListQuery()).rows
    shown = ArticleList()
    qtbot.addWidget(shown)
    shown.show()
    chosen: list[ArticleRow | None] = []
    shown.chosen.connect(chosen.append)
    shown.show_rows(rows, False)
    assert chosen[-1] == rows[0]
    shown.choose(rows[1].id)
    shown.show_rows([rows[0], rows[1]], False)
    assert shown.current() == rows[1]
    shown.show_rows([rows[0], rows[2]], False)
    assert shown.current() == rows[2]
    shown.show_rows(rows, False, wanted=rows[0].id)
    assert shown.current() == rows[0]
    assert not shown.choose(999)
    shown.step(1)
    assert shown.current() == rows[1]
    opened: list[ArticleRow] = []
    shown.opened.connect(opened.append)
    qtbot.keyClick(shown.view, Qt.Key.Key_Return)
    assert opened == [rows[1]]
    shown.show_rows([], False, "Chưa có bài nào.")
    assert chosen.pop() is None
    assert shown.empty.isVisible()
    assert shown.view.isHidden()
