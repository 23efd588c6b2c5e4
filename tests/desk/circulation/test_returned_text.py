from __future__ import annotations

import io
from dataclasses import replace

import docx
import pytest

from desk.circulation.returned_text import ReturnedText, returned_text
from desk.edition.edition import Names
from desk.intake.word.docx import read_docx
from desk.press.word.article import article_word
from desk.text.blocks import ArticleText, Heading, ListItem, Paragraph, Picture, Run, Table
from tests.desk.circulation.scripted import NAMES, PICTURE, WordFile, stamp_of
from tests.ui.editor.sample import picture_bytes

NONE = Names("", "")


def file_of(text: ArticleText) -> bytes:
    return article_word(text, {PICTURE: picture_bytes(300, 200)}, NAMES, 2019, stamp_of(text))


def back(text: ArticleText, data: bytes) -> ReturnedText:
    return returned_text(text, read_docx(file_of(text), "a.docx"), read_docx(data, "a.docx"))


def para(name: str, words: str) -> Paragraph:
    return Paragraph(name, (Run(words),))


def test_blocks_that_no_file_shows_are_not_taken_for_removed() -> None:
    text = ArticleText(
        "Tít bài",
        "",
        "An",
        None,
        (para("a1", "Đoạn một."), Table("t1", ()), Paragraph("b1"), para("c1", "Hai.")),
    )
    assert back(text, file_of(text)).text == text


def test_who_had_no_lead_has_none_afterwards_either() -> None:
    text = ArticleText("Tít bài", "", "", None, (para("a1", "Đoạn một."),))
    made = back(text, file_of(text))
    assert (made.text.lead, made.text.byline, made.kept) == ("", "", 1.0)


@pytest.mark.parametrize(
    ("caption", "credit", "written", "wanted"),
    [
        ("Hội nghị", "Minh Đức", "Quang cảnh hội nghị. Ảnh: Minh Đức", ("Quang cảnh hội nghị", "Minh Đức")),
        ("Hội nghị", "Minh Đức", "Hội nghị. Ảnh: Văn Nam", ("Hội nghị", "Văn Nam")),
        ("Hội nghị.", "Minh Đức", "Hội nghị lớn. Ảnh: Minh Đức", ("Hội nghị lớn.", "Minh Đức")),
        ("Hội nghị", "", "Quang cảnh", ("Quang cảnh", "")),
        ("Hội nghị", "Minh Đức", "Hội nghị", ("Hội nghị", "")),
    ],
)
def test_a_caption_is_parted_from_its_credit(
    caption: str, credit: str, written: str, wanted: tuple[str, str]
) -> None:
    text = ArticleText("Tít", blocks=(para("a1", "Đoạn."), Picture("p1", PICTURE, caption, credit)))
    document = docx.Document(io.BytesIO(file_of(text)))
    line = next(one for one in document.paragraphs if one.text.replace("\xa0", " ").startswith("Hội nghị"))
    line.runs[0].text = written
    for run in line.runs[1:]:
        run.text = ""
    saved = io.BytesIO()
    document.save(saved)
    picture = back(text, saved.getvalue()).text.blocks[1]
    assert isinstance(picture, Picture)
    assert (picture.caption, picture.credit) == wanted


def test_a_paragraph_made_a_heading_or_an_item_changes_its_kind() -> None:
    text = ArticleText("Tít", blocks=(para("a1", "Kết quả đạt được"), ListItem("l1", (Run("một mục"),))))
    document = docx.Document(io.BytesIO(file_of(text)))
    first = next(one for one in document.paragraphs if one.text == "Kết quả đạt được")
    first._p.style = "Heading2"
    saved = io.BytesIO()
    document.save(saved)
    made = back(text, saved.getvalue()).text.blocks
    assert isinstance(made[0], Heading)
    assert made[0].id == "a1"
    assert made[1] == text.blocks[1]


def test_a_column_that_comes_into_a_table_comes_into_the_text() -> None:
    rows = tuple(tuple((Run(f"{row}{column}"),) for column in "ab") for row in "12")
    text = ArticleText("Tít", blocks=(Table("t1", rows),))
    wider = replace(text.blocks[0], rows=tuple((*row, (Run("mới"),)) for row in rows))  # type: ignore[arg-type]  # of the sample
    made = back(text, file_of(replace(text, blocks=(wider,))))
    assert made.text.blocks == (wider,)


def test_places_lead_from_the_file_to_the_text() -> None:
    text = ArticleText("Tít bài", "Sapô.", "An", None, (para("a1", "Đoạn một."), para("b1", "Đoạn hai.")))
    made = back(text, WordFile(file_of(text)).bytes())
    assert set(made.places.values()) == {"@title", "@lead", "a1", "b1", "@byline"}


def test_a_column_put_before_others_leaves_each_cell_its_own_looks() -> None:
    rows = tuple(tuple((Run(f"{row}{column}"),) for column in "ab") for row in "12")
    text = ArticleText("Tít", blocks=(Table("t1", rows),))
    wider = Table("t1", tuple((row[0], (Run("mới"),), row[1]) for row in rows))
    assert back(text, file_of(replace(text, blocks=(wider,)))).text.blocks == (wider,)


def test_an_empty_paragraph_at_the_beginning_stays_there() -> None:
    text = ArticleText("Tít", blocks=(Paragraph("b1"), para("a1", "Đoạn một."), para("c1", "Hai.")))
    assert back(text, file_of(text)).text == text
