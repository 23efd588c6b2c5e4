"""The context menu of the lists, and several articles chosen together."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from desk.acts.rules import Act, Stage
from desk.articles import listing
from tests.making import Cast, article, words
from tests.ui.articles.given_back import given_out
from ui.articles.circulation import Out
from ui.articles.list_view import ArticleList
from ui.window.window import Window

Sit = Callable[[int], Window]


def _offered(window: Window, listed: ArticleList) -> QMenu:
    view = listed.view
    view.customContextMenuRequested.emit(view.visualRect(view.currentIndex()).center())
    return next(one for one in window.findChildren(QMenu) if one.isVisible())


def test_the_context_menu_offers_what_may_be_done(sit: Sit, cast: Cast) -> None:
    made = given_out(cast)
    window = sit(cast.editor)
    circulation = window.pages.acts.circulation.actions
    for page, listed in (("articles", window.pages.articles.list), ("review", window.pages.review.list)):
        window.pages.go(page)
        assert listed.choose(made)
        menu = _offered(window, listed)
        (out,) = [one.menu() for one in menu.actions() if isinstance(one.menu(), QMenu)]
        assert isinstance(out, QMenu)
        assert {circulation[Out.SLIP], circulation[Out.MAIL]} <= set(out.actions())
        assert all(one.isEnabled() for one in menu.actions() if not one.isSeparator())
        menu.close()


def test_articles_that_are_chosen_together_are_spoken_of_together(qtbot: QtBot, sit: Sit, cast: Cast) -> None:
    made = [given_out(cast, title) for title in ("Một", "Hai")]
    window = sit(cast.editor)
    window.pages.go("articles")
    window.pages.articles.list.choose(made[1])
    qtbot.keyClick(window.pages.articles.list.view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert set(window.pages.acts.circulation.articles()) == set(made)
    qtbot.keyClick(window.pages.articles.list.view, Qt.Key.Key_Up)
    assert window.pages.acts.circulation.articles() == (made[1],)


def test_an_act_of_one_article_is_not_done_where_several_are_chosen(
    qtbot: QtBot, sit: Sit, cast: Cast
) -> None:
    made = [article(cast, words(title), Stage.SUBMITTED) for title in ("Một", "Hai")]
    window = sit(cast.editor)
    window.pages.go("articles")
    view = window.pages.articles.list.view
    window.pages.articles.list.choose(made[1])
    qtbot.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    said: list[str] = []
    window.session.said.connect(lambda words, *_: said.append(words))
    window.pages.acts.actions[Act.PASS].trigger()
    assert said == ["Đang chọn 2 bài cùng lúc; việc này làm từng bài. Hãy chọn riêng một bài rồi làm."]
    assert {listing.row(cast.editor, one).stage for one in made} == {Stage.SUBMITTED}
    qtbot.keyClick(view, Qt.Key.Key_Up)
    window.pages.acts.actions[Act.PASS].trigger()
    assert sorted(listing.row(cast.editor, one).stage.value for one in made) == ["for_approval", "submitted"]
