"""Paragraphs and tables of a story, in reading order."""

from __future__ import annotations

import pytest

from desk.intake.document import IntakeDocument
from desk.intake.result import Dropped
from desk.intake.word.body import StoryReader
from desk.intake.word.docx import read_docx
from desk.text.blocks import Heading, ListItem, Paragraph, Table
from tests.desk.intake.word.making import docx, paragraph, part, reading_of

_DELETED = "<w:rPr><w:del/></w:rPr>"
_INSERTED = "<w:rPr><w:ins/></w:rPr>"


def _read(body: str, *, original: bool = False, **parts: str) -> IntakeDocument:
    return read_docx(
        docx(body, {f"{name}.xml": text for name, text in parts.items()}), "a.docx", original=original
    )


def _words(body: str, *, original: bool = False) -> list[str]:
    return [piece.words for piece in _read(body, original=original).pieces]


def test_the_look_of_a_paragraph_goes_with_it() -> None:
    pieces = _read(
        paragraph("Tít", '<w:jc w:val="center"/>') + paragraph("Ký", '<w:jc w:val="right"/>')
        + paragraph("Thụt", '<w:ind w:firstLine="567"/>') + paragraph("  Hai dấu cách")
        + "<w:p><w:r><w:tab/><w:t>Tab</w:t></w:r></w:p>" + paragraph("Treo", '<w:ind w:hanging="567"/>')
    ).pieces  # fmt: skip
    assert [piece.centred for piece in pieces] == [True, False, False, False, False, False]
    assert [piece.right for piece in pieces] == [False, True, False, False, False, False]
    assert [piece.indented for piece in pieces] == [False, False, True, True, True, False]
    assert [piece.source for piece in pieces] == ["p1", "p2", "p3", "p4", "p5", "p6"]


def test_an_empty_paragraph_is_none() -> None:
    assert _words("<w:p/>" + paragraph(" \xa0 ") + paragraph("a")) == ["a"]


def test_a_deleted_end_joins_two_paragraphs_which_look_like_the_second() -> None:
    body = paragraph("Quỹ đạt 2 tỷ,", _DELETED) + paragraph(" tăng gấp ba.", '<w:jc w:val="center"/>')
    document = _read(body)
    assert [piece.words for piece in document.pieces] == ["Quỹ đạt 2 tỷ, tăng gấp ba."]
    assert document.pieces[0].centred
    assert document.left_out == {Dropped.TRACKED: 1}
    assert _words(body, original=True) == ["Quỹ đạt 2 tỷ,", "tăng gấp ba."]


def test_an_inserted_end_is_not_there_before() -> None:
    body = paragraph("Một ", _INSERTED) + paragraph("hai")
    assert (_words(body), _words(body, original=True)) == (["Một", "hai"], ["Một hai"])


def test_a_deleted_end_before_a_table_or_the_end_loses_no_words() -> None:
    table = f"<w:tbl><w:tr><w:tc>{paragraph('a')}</w:tc><w:tc>{paragraph('b')}</w:tc></w:tr></w:tbl>"
    assert _words(paragraph("Trước", _DELETED) + table) == ["Trước", "a\tb"]
    assert _words(paragraph("Cuối", _DELETED)) == ["Cuối"]


def test_a_whole_paragraph_that_was_deleted_is_gone() -> None:
    gone = f"<w:p><w:pPr>{_DELETED}</w:pPr><w:del><w:r><w:delText>Bỏ</w:delText></w:r></w:del></w:p>"
    assert _words(gone + paragraph("Còn")) == ["Còn"]
    assert _words(gone + paragraph("Còn"), original=True) == ["Bỏ", "Còn"]


def test_blocks_in_controls_customs_and_changes_are_read() -> None:
    body = (
        f"<w:sdt><w:sdtContent>{paragraph('a')}</w:sdtContent></w:sdt><w:customXml>{paragraph('b')}</w:customXml>"
        f"<w:ins>{paragraph('c')}</w:ins><w:del>{paragraph('d')}</w:del>"
        f'<mc:AlternateContent><mc:Choice Requires="w14">{paragraph("e")}</mc:Choice></mc:AlternateContent>'
        f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{paragraph('f')}</w:sdtContent></w:sdt>"
        "<m:oMathPara><m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath></m:oMathPara>"
    ).replace("<mc:Choice", f"<mc:Choice {_W14}")
    document = _read(body)
    assert [piece.words for piece in document.pieces] == ["a", "b", "c", "e", "x=1"]
    assert document.left_out == {Dropped.TRACKED: 2, Dropped.EQUATIONS: 1, Dropped.PROMPTS: 1}


_W14 = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'


def test_what_stands_in_another_file_is_named() -> None:
    data = docx('<w:subDoc r:id="c"/>', {"a.docx": "x"}, ("c", "subDocument", "a.docx", False))
    document = read_docx(data, "a")
    assert (document.lines, document.left_out) == (("a.docx",), {Dropped.OBJECTS: 1})
    for unread in (b"MZ" + bytes(500), b"%PDF-1.4", b""):
        data = docx('<w:altChunk r:id="c"/>', {"a.bin": unread}, ("c", "aFChunk", "a.bin", False))
        document = read_docx(data, "a")
        assert (document.lines, document.left_out) == (("a.bin",), {Dropped.OBJECTS: 1})


def test_numbers_make_lists_or_stand_before_the_words() -> None:
    def level(at: int, kind: str, text: str) -> str:
        drawn = f'<w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{text}"/>'
        return f'<w:lvl w:ilvl="{at}">{drawn}</w:lvl>'

    levels = level(0, "upperRoman", "%1.") + level(1, "decimal", "%2.") + level(2, "bullet", "-")
    numbering = part(
        "numbering",
        f'<w:abstractNum w:abstractNumId="0">{levels}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
    )
    body = "".join(
        paragraph(text, f'<w:numPr><w:ilvl w:val="{at}"/><w:numId w:val="1"/></w:numPr>')
        for at, text in ((0, "Kết quả"), (1, "Một"), (1, "Hai"), (2, "Nhỏ"))
    )
    blocks = [piece.block for piece in _read(body, numbering=numbering).pieces]
    assert [type(block) for block in blocks] == [Paragraph, ListItem, ListItem, ListItem]
    assert [piece.words for piece in _read(body, numbering=numbering).pieces] == [
        "I. Kết quả",
        "Một",
        "Hai",
        "Nhỏ",
    ]
    assert [block.ordered for block in blocks if isinstance(block, ListItem)] == [True, True, False]


@pytest.mark.parametrize(
    ("name", "kind", "rank"), [("heading 2", Heading, 2), ("Tiêu đề", Heading, 1), ("caption", Paragraph, 0)]
)
def test_named_styles_say_what_a_paragraph_is(name: str, kind: type, rank: int) -> None:
    styles = part("styles", f'<w:style w:type="paragraph" w:styleId="A"><w:name w:val="{name}"/></w:style>')
    (piece,) = _read(paragraph("Chữ", '<w:pStyle w:val="A"/>'), styles=styles).pieces
    assert (type(piece.block), piece.rank) == (kind, rank)


def test_a_drop_cap_is_the_first_letter_of_its_word() -> None:
    assert _words(paragraph("N", '<w:framePr w:dropCap="drop"/>') + paragraph("gày hội")) == ["Ngày hội"]


def test_a_table_has_one_id_and_its_comments_stand_at_it() -> None:
    cell = '<w:tc><w:p><w:commentRangeStart w:id="1"/><w:r><w:t>a</w:t></w:r></w:p></w:tc>'
    body = paragraph("x") + f"<w:tbl><w:tr>{cell}<w:tc>{paragraph('b')}</w:tc></w:tr></w:tbl>"
    comments = part("comments", f'<w:comment w:id="1" w:author="A">{paragraph("?")}</w:comment>')
    document = _read(body, comments=comments)
    (table,) = (piece for piece in document.pieces if isinstance(piece.block, Table))
    assert document.comments[0].source == table.source != ""


def test_a_story_is_markup() -> None:
    reading, main = reading_of(docx(""))
    assert StoryReader(reading, main).read([]) == ""
