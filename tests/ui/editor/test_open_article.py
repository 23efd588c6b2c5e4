"""What lies in the editor, and the box of its chuyên mục."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from desk.acts.rules import Act, Stage
from desk.articles import listing
from desk.department import sections
from tests.making import Cast, article, words
from ui.editor.open_article import OpenArticle, SectionBox, said_on_opening, sheet_of


@pytest.mark.parametrize(
    ("stage", "said"),
    [(Stage.DRAFT, ""), (Stage.SUBMITTED, "không sửa được"), (Stage.APPROVED, "phải duyệt lại")],
)
def test_who_opens_an_article_is_told_what_to_know(cast: Cast, stage: Stage, said: str) -> None:
    made = article(cast, words("Giao ban"), stage)
    told = said_on_opening(listing.row(cast.writer, made))
    assert said in told
    assert bool(told) is bool(said)


def test_a_sheet_is_that_of_the_article(cast: Cast) -> None:
    opened = listing.open_article(cast.writer, article(cast, words("Giao ban")))
    sheet = sheet_of(opened)
    assert (sheet.article_id, sheet.seen, sheet.saved) == (opened.row.id, opened.row.version, opened.text)
    assert Act.EDIT in sheet.acts


def test_a_retired_section_stays_for_its_article(qtbot: QtBot, cast: Cast) -> None:
    box = SectionBox()
    qtbot.addWidget(box)
    box.offer(sections.listing(), OpenArticle("u", section_id=99, section="Đã bỏ"))
    assert (box.currentData(), box.currentText()) == (99, "Đã bỏ")
    box.offer(sections.listing(), None)
    assert box.currentData() == 99
    box.choose(None)
    assert box.currentText() == "Chưa xếp chuyên mục"
