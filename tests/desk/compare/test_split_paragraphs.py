"""A paragraph broken in two or two made one: each piece meets its own words."""

from __future__ import annotations

from desk.compare.match_blocks import BlockPair, Seam, pairs
from desk.compare.split_paragraphs import seamed
from desk.text.blocks import Paragraph, Run, block_text

ONE = "Chiều nay, Ban tổ chức hội nghị giao ban công tác Khoa giáo quý I."
TWO = "Đồng chí Trưởng ban dự và chủ trì hội nghị cùng lãnh đạo các sở, ngành."


def _paragraph(name: str, words: str) -> Paragraph:
    return Paragraph(name, (Run(words),))


def _words(pair: BlockPair) -> tuple[str, str, Seam | None]:
    old, new = (block_text(block).strip() if block else "" for block in (pair.old, pair.new))
    return old, new, pair.seam


def test_a_paragraph_that_was_broken() -> None:
    whole, first, second = _paragraph("a", f"{ONE} {TWO}"), _paragraph("a", ONE), _paragraph("b", TWO)
    found = seamed(pairs([whole], [first, second]))
    assert [_words(pair) for pair in found] == [(ONE, ONE, Seam.CUT), (TWO, TWO, None)]


def test_two_paragraphs_that_were_joined() -> None:
    first, second, whole = _paragraph("a", ONE), _paragraph("b", TWO), _paragraph("a", f"{ONE} {TWO}")
    found = seamed(pairs([first, second], [whole]))
    assert [_words(pair) for pair in found] == [(ONE, ONE, Seam.SEWN), (TWO, TWO, None)]


def test_a_paragraph_that_came_beside_another_is_no_break() -> None:
    old, new = [_paragraph("a", ONE)], [_paragraph("a", ONE), _paragraph("b", TWO)]
    assert [pair.seam for pair in seamed(pairs(old, new))] == [None, None]
