"""What an intake hands over: a block left out, a caption that gets its picture."""

from __future__ import annotations

import pytest

from desk.errors import Missing
from desk.intake.files import take_in
from desk.intake.result import Doubt, DoubtKind, Dropped, lost_parts, with_picture, without
from desk.paths import SAMPLE
from desk.text.blocks import ArticleText, Heading, Paragraph, Picture, Run

REAL = SAMPLE / "01-giao-ban-khoa-giao-quy-1-2019.txt"
TEXT = ArticleText(
    "Tên bài",
    blocks=(
        Paragraph("a", (Run("Một"),)),
        Paragraph("b", (Run("Quang "), Run("cảnh"))),
        Heading("c", (Run("Mục"),)),
    ),
)


def test_a_block_that_is_not_there_is_missing() -> None:
    taken = take_in(REAL)
    with pytest.raises(Missing):
        without(taken.text, "nothere")
    with pytest.raises(Missing):
        with_picture(taken.text, "nothere", "ab")


def test_one_block_is_left_out_and_nothing_else() -> None:
    assert without(TEXT, "b") == ArticleText("Tên bài", blocks=(TEXT.blocks[0], TEXT.blocks[2]))


def test_a_caption_becomes_its_picture_in_its_place() -> None:
    pictured = with_picture(TEXT, "b", "ab" * 32, "Ảnh: A")
    assert pictured.blocks == (
        TEXT.blocks[0],
        Picture("b", "ab" * 32, "Quang cảnh", "Ảnh: A"),
        TEXT.blocks[2],
    )
    assert pictured.title == "Tên bài"


def test_only_a_paragraph_is_a_caption() -> None:
    with pytest.raises(Missing):
        with_picture(TEXT, "c", "ab" * 32)


def test_what_its_source_shows_and_an_article_lacks_is_counted_by_what_it_was() -> None:
    left_out = {
        Dropped.OBJECTS: 2,
        Dropped.OBJECTS_SHOWN: 3,
        Dropped.PICTURES: 1,
        Dropped.LINKED_PICTURES: 4,
        Dropped.UNDRAWN_PICTURES: 16,
        Dropped.TRACKED: 5,
    }
    assert lost_parts(left_out) == (
        Doubt(DoubtKind.OBJECTS_LOST, "2"),
        Doubt(DoubtKind.PICTURES_LOST, "21"),
    )
    assert lost_parts({Dropped.OBJECTS_SHOWN: 1, Dropped.FOOTNOTES: 1}) == ()
