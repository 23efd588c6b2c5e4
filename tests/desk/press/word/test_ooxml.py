"""Pieces of a Word file: runs, fields, bookmarks, numbering, styles; texts are never markup."""

from __future__ import annotations

import io
import zipfile
from typing import Any

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

from desk.edition.palette import palette
from desk.press.word import ooxml
from desk.press.word.document import word
from desk.press.word.paragraph_styles import LEVELS, ParagraphLook
from desk.press.word.paragraphs import Numbering
from desk.text.blocks import ArticleText, ListItem, Mark, Run
from tests.desk.press import editions
from tests.desk.press.editions import paragraph, runs
from tests.desk.press.reading import flat
from tests.desk.press.word.opened import body_letters, opened_word


def test_lists_count_as_words_own_lists() -> None:
    text = ArticleText(
        "T", "", "", None,
        (
            ListItem("", runs("bảy"), True, 0, 7),
            ListItem("", runs("a"), True, 1),
            ListItem("", runs("gạch"), False, 2),
            ListItem("", runs("tám"), True, 0),
            paragraph("giữa"),
            ListItem("", runs("một"), True, 0),
        ),
    )  # fmt: skip
    document = opened_word(word(editions.with_article(text)))
    items: list[Any] = [para._p for para in document.paragraphs if para._p.style == "BTList"]
    places: list[tuple[int, int]] = [
        (int(item.xpath("string(.//w:numId/@w:val)")), int(item.xpath("string(.//w:ilvl/@w:val)")))
        for item in items
    ]
    assert [level for _, level in places] == [0, 1, 2, 0, 0]
    assert places[0][0] == places[3][0] != places[4][0]
    numbering: Any = document.part.numbering_part.element
    starts = {
        num.get(qn("w:numId")): num.xpath("string(.//w:startOverride/@w:val)")
        for num in numbering.findall(qn("w:num"))
    }
    assert starts[str(places[0][0])] == "7"
    assert starts[str(places[4][0])] == "1"


def test_unsafe_links_and_unprintable_signs_stay_out() -> None:
    text = ArticleText(
        "T\x0b",
        "L\x00",
        "",
        None,
        (
            paragraph(
                Run("a", link="javascript:alert(1)"),
                Run("b", link="file:///c:/x"),
                "c\x07 # $ @ < { } \\ & ]]>",
            ),
        ),
    )
    document = opened_word(word(editions.with_article(text)))
    assert not [rel for rel in document.part.rels.values() if rel.is_external]
    assert flat("abc # $ @ < { } \\ & ]]>") in body_letters(document)


def styled(look: ParagraphLook) -> Any:
    return parse_xml(ooxml.style_xml(look, palette(grey=False)))


def test_twips_are_twentieths_of_a_point() -> None:
    assert [ooxml.twips(points) for points in (1, 0.024, 0.026, -2.5)] == [20, 0, 1, -50]


def test_a_style_says_what_its_look_says() -> None:
    look = ParagraphLook("X", "X y", 10.5, 13, 2, "left", first=4, left=5, right=6, bold=True, keep=True, tab=50,
                         outline=1, rule=True)  # fmt: skip
    made = styled(look)
    for path, value in (
        ("./w:name/@w:val", "X y"), (".//w:sz/@w:val", "21"), (".//w:spacing/@w:line", "260"),
        (".//w:spacing/@w:lineRule", "atLeast"), (".//w:spacing/@w:after", "40"), (".//w:ind/@w:firstLine", "80"),
        (".//w:ind/@w:left", "100"), (".//w:ind/@w:right", "120"), (".//w:jc/@w:val", "left"),
        (".//w:outlineLvl/@w:val", "1"), (".//w:tab/@w:pos", "1000"), (".//w:tab/@w:leader", "dot"),
        (".//w:pBdr/w:bottom/@w:sz", "6"), (".//w:pBdr/w:bottom/@w:space", "4"), (".//w:szCs/@w:val", "21"),
        (".//w:color/@w:val", palette(grey=False)["ink"]),
    ):  # fmt: skip
        assert made.xpath(f"string({path})") == value, path
    assert made.xpath(".//w:b")
    assert made.xpath(".//w:keepNext")
    assert not made.xpath(".//w:i")
    assert not made.xpath(".//w:caps")
    assert not made.xpath(".//w:pageBreakBefore")
    assert not made.xpath("./w:rPr/w:spacing")
    wide = styled(ParagraphLook("X", "X", 2, 0, tracking=4.5, new_page=True))
    assert wide.xpath("string(./w:rPr/w:spacing/@w:val)") == "90"
    assert wide.xpath(".//w:pageBreakBefore")
    head = styled(ParagraphLook("BTHead", "X", 2, 0, rule=True))
    assert [head.xpath(f"string(.//w:pBdr/w:bottom/@w:{name})") for name in ("sz", "space")] == ["4", "2"]


def test_a_style_without_a_line_has_single_lines_and_a_bar_stands_at_the_left() -> None:
    made = styled(ParagraphLook("X", "X", 2, 0, bar=True))
    assert made.xpath("string(.//w:spacing/@w:lineRule)") == "auto"
    assert made.xpath("string(.//w:pBdr/w:left/@w:color)") == palette(grey=False)["red"]
    assert not made.xpath(".//w:tab")
    assert styled(ParagraphLook("BTHead", "X", 2, 0, tab=1)).xpath("string(.//w:tab/@w:leader)") == "none"


def test_runs_carry_their_marks_and_leave_the_rest_to_the_style() -> None:
    target = docx.Document().add_paragraph()
    marks = (Mark.BOLD, Mark.ITALIC, Mark.UNDERLINE, Mark.SUPER, Mark.SUB)
    ooxml.write_runs(target, (Run("a"), *(Run(mark.value, frozenset({mark})) for mark in marks)))
    told = [
        (run.bold, run.italic, run.underline, run.font.superscript, run.font.subscript) for run in target.runs
    ]
    assert [tuple(map(bool, line)) for line in told] == [
        tuple(at == place for place in range(5)) for at in range(-1, 5)
    ]
    ooxml.write_runs(target, (Run("b"),), bold=True)
    assert target.runs[-1].bold is True
    plain = target.runs[0]  # what its style has it keeps
    assert (plain.bold, plain.italic, plain.underline) == (None, None, None)


def local(element: Any) -> list[str]:
    return [child.tag.rpartition("}")[2] for child in element]


def test_a_link_stands_where_its_words_stand() -> None:
    target = docx.Document().add_paragraph()
    ooxml.write_runs(target, (Run("a"), Run("b", frozenset({Mark.BOLD}), "https://x.vn/?a=1&b=2"), Run("c")))
    assert local(target._p) == ["r", "hyperlink", "r"]
    assert target.text == "abc"
    (link,) = target.hyperlinks
    assert (link.url, link.runs[0].bold) == ("https://x.vn/?a=1&b=2", True)


def test_a_table_stands_after_what_was_written_and_before_the_end_of_the_section() -> None:
    document = docx.Document()
    document.add_paragraph()
    ooxml.append_table(document, parse_xml(f"<w:tbl {nsdecls('w')}/>"))
    assert local(document.element.body) == ["p", "tbl", "sectPr"]


def test_spaces_at_the_ends_of_words_are_kept() -> None:
    made = ooxml.text_run(" a\x00 ")
    (text,) = made
    assert (text.text, text.get(qn("xml:space"))) == (" a ", "preserve")
    assert local(ooxml.tab_run()) == ["tab"]
    link = ooxml.anchor_link("_Toc000001")
    assert (link.get(qn("w:anchor")), link.get(qn("w:history"))) == ("_Toc000001", "1")


def test_a_bookmark_goes_round_all_that_the_paragraph_holds() -> None:
    target = docx.Document().add_paragraph()
    ooxml.write_words(target, "a")
    ooxml.bookmark(target, "_Toc1", 7)
    names = [child.tag.rpartition("}")[2] for child in target._p]
    assert names == ["bookmarkStart", "r", "bookmarkEnd"]
    assert [child.get(qn("w:id")) for child in (target._p[0], target._p[2])] == ["7", "7"]
    assert target._p[0].get(qn("w:name")) == "_Toc1"
    empty = docx.Document().add_paragraph()
    ooxml.bookmark(empty, "x", 1)
    assert [child.tag.rpartition("}")[2] for child in empty._p] == ["bookmarkStart", "bookmarkEnd"]


def test_a_field_is_opened_parted_and_closed() -> None:
    target: Any = docx.Document().add_paragraph()._p
    ooxml.field(target, "PAGE", "2")
    assert target.xpath(".//w:fldChar/@w:fldCharType") == ["begin", "separate", "end"]
    assert target.xpath("string(.//w:instrText)") == " PAGE "
    assert target.xpath("string(.//w:instrText/@xml:space)") == "preserve"
    assert [child.xpath("string(./w:t)") for child in target] == ["", "", "", "2", ""]


def test_a_note_has_its_border_and_ground_where_the_schema_wants_them() -> None:
    target = ooxml.paragraph(docx.Document(), "X")
    target.paragraph_format.keep_with_next = True
    target.paragraph_format.space_after = 1
    ooxml.note(target, palette(grey=False))
    properties: Any = target._p.pPr
    assert [child.tag.rpartition("}")[2] for child in properties] == [
        "pStyle",
        "keepNext",
        "pBdr",
        "shd",
        "spacing",
    ]
    assert properties.xpath("string(./w:pBdr/w:left/@w:color)") == palette(grey=False)["gold"]


def numbering(*places: Numbering) -> Any:
    document = docx.Document()
    ooxml.write_numbering(document, places)
    return document.part.numbering_part.element


def test_lists_of_the_same_kind_and_depth_share_their_labels() -> None:
    made = numbering(
        Numbering(1, True, 3, 0, 0, ""), Numbering(2, True, -1, 0, 0, ""), Numbering(3, False, 1, 1, 0, ""),
        Numbering(4, True, 1, 2, 1, ""),
    )  # fmt: skip
    assert made.xpath("./w:num/w:abstractNumId/@w:val") == ["0", "0", "1", "2"]
    assert made.xpath(".//w:startOverride/@w:val") == ["3", "0", "1"]  # a bullet counts nothing
    assert made.xpath("./w:num/w:lvlOverride/@w:ilvl") == ["0", "0", "1", "2"]
    formats = [
        [level.find(qn("w:numFmt")).get(qn("w:val")) for level in kind.findall(qn("w:lvl"))[:3]]
        for kind in made.findall(qn("w:abstractNum"))
    ]
    assert formats[0] == ["decimal", "lowerLetter", "lowerRoman"]
    assert formats[1] == ["bullet"] * 3
    assert formats[2][1:] == ["decimal", "lowerLetter"]
    assert made.xpath("./w:abstractNum[1]/w:lvl[2]/w:lvlText/@w:val") == ["%2)"]


def test_a_list_deeper_than_word_counts_stands_on_its_last_level() -> None:
    target = docx.Document().add_paragraph()
    ooxml.number_paragraph(target, Numbering(5, True, 1, LEVELS, 0, ""))
    properties: Any = target._p.pPr
    assert properties.xpath("string(.//w:ilvl/@w:val)") == str(LEVELS - 1)
    assert properties.xpath("string(.//w:numId/@w:val)") == "5"


@pytest.mark.parametrize(("name", "packed"), [("a.png", zipfile.ZIP_STORED), ("a.xml", zipfile.ZIP_DEFLATED)])
def test_a_file_is_packed_again_without_the_clock(name: str, packed: int) -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr(zipfile.ZipInfo(name, (2020, 1, 2, 3, 4, 6)), "x" * 90)
    with zipfile.ZipFile(io.BytesIO(ooxml.same_bytes(file.getvalue()))) as again:
        (info,) = again.infolist()
        assert info.create_system == 0
        assert (info.date_time, info.compress_type) == ((1980, 1, 1, 0, 0, 0), packed)
        assert again.read(name) == b"x" * 90
