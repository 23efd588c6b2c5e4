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
    assert side.tabs.tabText(side.tabs.indexOf(side.discussion)) == "Trao đổi 2"
    side.show_tab(3)
    assert side.tabs.currentWidget() is side.history
