"""Two texts on one sheet: what came, went, moved and changed."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from desk.compare.articles import Fate, compare
from desk.text.blocks import ArticleText, Heading, ListItem, Mark, Paragraph, Picture, Run, Table
from tests.ui.editor.sample import ARTICLE, PICTURE, picture_bytes
from ui.comparison.view import ComparisonView

PICTURES = {PICTURE: picture_bytes()}


@pytest.fixture
def diff(qtbot: QtBot) -> ComparisonView:
    made = ComparisonView()
    qtbot.addWidget(made)
    made.resize(900, 700)
    made.show()
    return made


def shown(diff: ComparisonView, old: ArticleText, new: ArticleText) -> str:
    diff.show_comparison(compare(old, new), PICTURES)
    diff.grab()
    return diff.page.toRawText()


def struck(diff: ComparisonView, *, gone: bool) -> list[str]:
    """Return the letters that are struck, or those that are underlined."""
    found = []
    block = diff.page.begin()
    while block.isValid():
        at = block.begin()
        while not at.atEnd():
            shape = at.fragment().charFormat()
            if shape.fontStrikeOut() if gone else shape.fontUnderline():
                found.append(at.fragment().text())
            at += 1
        block = block.next()
    return found


def test_words_that_changed_are_struck_and_underlined(diff: ComparisonView, qtbot: QtBot) -> None:
    new = replace(
        ARTICLE,
        lead=ARTICLE.lead.replace("chủ trì", "chỉ đạo"),
        blocks=(Paragraph("00000001", (Run("Tại hội nghị."),)), *ARTICLE.blocks[1:]),
    )
    with qtbot.waitSignal(diff.counted) as told:
        shown(diff, ARTICLE, new)
    assert told.args == [diff.count]
    assert "chủ trì" in struck(diff, gone=True)
    assert "chỉ đạo" in struck(diff, gone=False)


def test_the_same_text_shows_no_change(diff: ComparisonView) -> None:
    shown(diff, ARTICLE, ARTICLE)
    assert diff.count == 0
    diff.next_change()
    diff.previous_change()


def test_every_kind_of_block_came_went_moved_and_changed(diff: ComparisonView) -> None:
    cell = (Run("ô"),)
    blocks = (
        Heading("00000001", (Run("Đề mục thứ nhất"),)),
        Paragraph("00000002", (Run("Đoạn đầu ", frozenset({Mark.BOLD})), Run("có chữ đậm 😀 ở giữa"))),
        ListItem("00000003", (Run("mục một của danh sách"),), True),
        Table("00000004", ((cell, cell), ((Run("x"),), ()))),
        Picture("00000005", PICTURE, "Chú thích cũ", "Ảnh: An"),
        Paragraph("00000006", (Run("Đoạn cuối cùng của bài"),)),
    )
    other = (
        Paragraph("00000006", (Run("Đoạn cuối cùng của bài"),)),
        Heading("00000001", (Run("Đề mục thứ hai"),), 2),
        Paragraph("00000002", (Run("Đoạn đầu có chữ đậm 😀 ở cuối"),)),
        ListItem("00000003", (Run("mục hai của danh sách"),), True),
        Table("00000004", ((cell, (Run("khác"),)), ((Run("x"),), ()), (cell, cell))),
        Picture("00000005", PICTURE, "Chú thích mới", "Ảnh: An", "mô tả"),
        Picture("00000007", PICTURE, "Thêm"),
    )
    for old, new in ((blocks, other), (other, blocks), (blocks, ()), ((), blocks)):
        found = compare(ArticleText(blocks=old), ArticleText(blocks=new))
        text = shown(diff, ArticleText(blocks=old), ArticleText(blocks=new))
        moved = sum(change.fate is Fate.MOVED for change in found.blocks)
        assert text.count("⇅ đoạn chuyển") == moved
        assert diff.count == found.summary.changes + moved
        for n in range(diff.count):
            diff.next_change()
            assert diff.current == n
        diff.next_change()
        assert diff.current == 0
        diff.previous_change()
        assert diff.current == diff.count - 1
    assert "khác" not in "".join(struck(diff, gone=True))
