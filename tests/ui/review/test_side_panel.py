"""The side panel of Bàn duyệt: counts on its tabs, and what stands in an approval's way."""

from __future__ import annotations

from collections.abc import Callable

from desk.acts.rules import Stage
from desk.articles import listing
from desk.review import comments
from tests.making import Cast, article, words
from ui.window.window import Window


def test_it_says_what_stands_in_the_way_of_an_approval(sit: Callable[[int], Window], cast: Cast) -> None:
    made = article(cast, words("Một", "Các đồng chí dự họp."), Stage.FOR_APPROVAL)
    block = listing.open_article(cast.chief, made).text.blocks[0].id
    window = sit(cast.chief)
    window.pages.go("review")
    side = window.pages.review.side
    assert side.warning.text() == ""
    comments.comment(cast.editor, made, comments.Stretch(block, 0, 3), "", "Mọi")
    comments.comment(cast.editor, made, comments.Stretch(block, 4, 8), "Ai?")
    window.pages.review.shown()
    assert side.warning.text().splitlines() == [
        "Còn 1 đề nghị sửa chưa trả lời: chưa duyệt được.",
        "Còn 1 trao đổi chưa khép.",
    ]
    assert side.tabs.tabBar().accessibleTabName(side.tabs.indexOf(side.discussion)) == "Trao đổi 2"
    side.show_tab(3)
    assert side.tabs.currentWidget() is side.history


def test_it_opens_where_something_waits(sit: Callable[[int], Window], cast: Cast) -> None:
    made = [article(cast, words(f"Bài {n}", "Các đồng chí dự họp."), Stage.FOR_APPROVAL) for n in range(3)]
    block = listing.open_article(cast.chief, made[1]).text.blocks[0].id
    comments.comment(cast.editor, made[1], comments.Stretch(block, 0, 3), "Ai?")
    window = sit(cast.chief)
    window.pages.go("review")
    page = window.pages.review
    side = page.side
    tabs = []
    for article_id in made:
        page.list.choose(article_id)
        tabs.append(side.tabs.currentWidget())
    assert tabs == [side.changes, side.discussion, side.changes]
    side.show_tab(3)
    page.list.choose(made[1])
    assert side.tabs.currentWidget() is side.history, "who reads histories goes on with them"
    side.show_tab(0)
    page.shown()
    assert side.tabs.currentWidget() is side.changes, "nobody is led away from what they read"
