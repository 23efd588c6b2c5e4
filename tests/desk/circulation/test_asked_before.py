"""What a file asks for once more."""

from __future__ import annotations

from dataclasses import replace

from desk.circulation.asked_before import AskedBefore, _of, again, asked_before, said_again
from desk.circulation.proposals import proposals
from desk.text.blocks import ArticleText, Block, Paragraph, Run, Table
from tests.desk.circulation.test_returned_text import para
from tests.making import Cast, article, words

OLD = words("Giao ban", "Đoạn một.", "Đoạn hai.")


def _with(*more: str) -> ArticleText:
    """Return the text with paragraphs, whose ids are those of one reading."""
    added = tuple(Paragraph(f"n{len(more)}{at}", (Run(one),)) for at, one in enumerate(more))
    return _and(*added)


def _and(*blocks: Block) -> ArticleText:
    return replace(OLD, blocks=(*OLD.blocks, *blocks))


def _keys(new: ArticleText) -> AskedBefore:
    return AskedBefore(tuple(_of(one) for one in proposals(OLD, new)))


def test_a_paragraph_is_known_again_by_its_words() -> None:
    one = proposals(OLD, _and(Paragraph("a", (Run("Thêm."),))))
    assert again(_keys(_and(Paragraph("b", (Run("Thêm."),)))), one) == [True]
    assert again(_keys(_and(Paragraph("b", (Run("Thêm nữa."),)))), one) == [False]


def test_a_table_is_known_again_by_its_cells() -> None:
    cells = (((Run("x"),), (Run("y"),)),)
    one = proposals(OLD, _and(Table("a", cells)))
    assert again(_keys(_and(Table("b", cells))), one) == [True]


def test_what_was_given_once_is_meant_once() -> None:
    two = proposals(OLD, _with("Thêm.", "Khác.", "Thêm."))
    assert sum(again(_keys(_with("Thêm.")), two)) == 1
    assert said_again(AskedBefore(comments=(("Lan", "Ai?"),)), [("Lan", "Ai?"), ("Lan", "Ai?")]) == [
        True,
        False,
    ]


def test_an_article_that_no_file_came_to_was_asked_nothing(cast: Cast) -> None:
    assert asked_before(article(cast, OLD), 1) == AskedBefore()


def test_a_paragraph_moved_elsewhere_than_before_is_asked_for_anew() -> None:
    old = ArticleText("Tít", blocks=tuple(para(name, f"Đoạn văn số {name} của bài.") for name in "abcdef"))

    def moved(order: str) -> ArticleText:
        by_name = {block.id: block for block in old.blocks}
        return replace(old, blocks=tuple(by_name[name] for name in order))

    first, second = proposals(old, moved("bcadef")), proposals(old, moved("bcdefa"))
    asked = AskedBefore(tuple(_of(one) for one in first))
    assert (again(asked, first), again(asked, second)) == ([True], [False])
