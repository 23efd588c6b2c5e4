"""Word's styles: what is inherited, what adds up, which fonts decide the letters."""

from __future__ import annotations

import pytest
from lxml import etree

from desk.intake.word.names import w
from desk.intake.word.styles import ParagraphLook, Styles
from tests.desk.intake.word.making import NAMES


def _styles(content: str, theme: str = "") -> Styles:
    def read_theme() -> etree._Element | None:
        return etree.fromstring(f"<a:theme {NAMES}>{theme}</a:theme>") if theme else None

    return Styles(etree.fromstring(f"<w:styles {NAMES}>{content}</w:styles>"), read_theme)


def _properties(content: str) -> etree._Element:
    return etree.fromstring(f"<w:pPr {NAMES}>{content}</w:pPr>")


def _style(key: str, content: str, *, kind: str = "paragraph", name: str = "") -> str:
    return f'<w:style w:type="{kind}" w:styleId="{key}"><w:name w:val="{name or key}"/>{content}</w:style>'


def _look(styles: Styles, content: str) -> ParagraphLook:
    return styles.paragraph(_properties(content))


def test_a_paragraph_has_what_its_styles_say_the_closest_last() -> None:
    styles = _styles(
        '<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="26"/></w:rPr></w:rPrDefault></w:docDefaults>'
        + _style("A", '<w:pPr><w:jc w:val="center"/><w:ind w:firstLine="720"/></w:pPr><w:rPr><w:b/></w:rPr>')
        + _style(
            "B", '<w:basedOn w:val="A"/><w:pPr><w:jc w:val="end"/></w:pPr><w:rPr><w:sz w:val="28"/></w:rPr>'
        )
    )
    look = _look(styles, '<w:pStyle w:val="B"/>')
    assert (look.align, look.first) == ("right", 36.0)
    assert look.letters == {"size": 14.0, "b": True}
    own = _look(styles, '<w:pStyle w:val="B"/><w:jc w:val="both"/><w:ind w:hanging="360" w:left="1440"/>')
    assert (own.align, own.first, own.left) == ("", -18.0, 72.0)
    assert _look(styles, "").letters == {"size": 13.0}
    assert styles.paragraph(None).letters == {"size": 13.0}


def test_the_usual_style_is_that_of_paragraphs_that_name_none() -> None:
    usual = '<w:style w:type="paragraph" w:default="1" w:styleId="N"><w:rPr><w:i/></w:rPr></w:style>'
    assert _styles(usual).paragraph(None).letters == {"i": True}


def test_a_circle_of_styles_ends() -> None:
    styles = _styles(_style("A", '<w:basedOn w:val="B"/>') + _style("B", '<w:basedOn w:val="A"/>'))
    assert _look(styles, '<w:pStyle w:val="A"/>').align == ""


@pytest.mark.parametrize(
    ("name", "named", "rank"),
    [
        ("Title", "MsoTitle", 0),
        ("Tiêu đề", "MsoTitle", 0),
        ("heading 2", "", 2),
        ("Đầu đề 3", "", 3),
        ("Tiêu đề 1", "", 1),
        ("caption", "MsoCaption", 0),
        ("Chú thích", "MsoCaption", 0),
        ("footnote text", "MsoFootnoteText", 0),
        ("Body Text", "", 0),
    ],
)
def test_names_of_styles_say_what_a_paragraph_is(name: str, named: str, rank: int) -> None:
    styles = _styles(_style("A", "", name=name) + _style("B", '<w:basedOn w:val="A"/>', name="Của tôi"))
    look = _look(styles, '<w:pStyle w:val="B"/>')
    assert (look.named, look.rank) == (named, rank)


def test_an_outline_level_makes_a_heading() -> None:
    assert _look(_styles(""), '<w:outlineLvl w:val="1"/>').rank == 2
    assert _look(_styles(""), '<w:outlineLvl w:val="9"/>').rank == 0


def test_two_styles_that_make_letters_bold_make_them_plain() -> None:
    styles = _styles(
        _style("P", "<w:rPr><w:b/></w:rPr>") + _style("R", "<w:rPr><w:b/><w:i/></w:rPr>", kind="character")
    )
    inherited = _look(styles, '<w:pStyle w:val="P"/>').letters
    run = _properties('<w:rPr><w:rStyle w:val="R"/></w:rPr>')[0]
    assert styles.run(run, inherited) == {"b": False, "i": True}
    direct = _properties('<w:rPr><w:rStyle w:val="R"/><w:b/></w:rPr>')[0]
    assert styles.run(direct, inherited)["b"] is True
    assert styles.run(None, inherited) is inherited


def test_the_font_is_that_of_the_letters_above_ascii() -> None:
    fonts = (("major", ".VnTimeH"), ("minor", ".VnTime"))
    theme = "".join(f'<a:{kind}Font><a:latin typeface="{name}"/></a:{kind}Font>' for kind, name in fonts)
    styles = _styles("", theme)

    def font(said: str) -> object:
        return styles.run(_properties(f"<w:rPr><w:rFonts {said}/></w:rPr>")[0], {}).get("font")

    assert font('w:ascii="Arial" w:hAnsi=".VnTime"') == ".VnTime"
    assert font('w:ascii=".VnTime" w:hAnsi="Arial"') == "Arial"
    assert font('w:ascii=".VnTime"') == ".VnTime"
    assert font('w:ascii="Arial" w:cs=".VnTime"') is None
    assert font('w:asciiTheme="majorHAnsi" w:hAnsiTheme="majorHAnsi" w:hAnsi="Arial"') == ".VnTimeH"
    assert font('w:hAnsiTheme="minorHAnsi"') == ".VnTime"


def test_numbering_comes_from_styles_and_can_be_taken_away() -> None:
    styles = _styles(_style("L", '<w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="4"/></w:numPr></w:pPr>'))
    assert (_look(styles, '<w:pStyle w:val="L"/>').number, _look(styles, '<w:pStyle w:val="L"/>').level) == (
        "4",
        1,
    )
    assert _look(styles, '<w:pStyle w:val="L"/><w:numPr><w:numId w:val="0"/></w:numPr>').number == ""
    assert styles.numbering_of("L") == "4"
    assert styles.numbering_of("none") == ""


def test_a_tables_style_draws_lines_or_none() -> None:
    lines = '<w:tblPr><w:tblBorders><w:top w:val="{}"/></w:tblBorders></w:tblPr>'
    styles = _styles(
        _style("G", lines.format("single"), kind="table")
        + _style("H", '<w:basedOn w:val="G"/>', kind="table")
        + _style("N", lines.format("nil"), kind="table")
    )
    assert [styles.is_bordered(one) for one in ("G", "H", "N", "")] == [True, True, False, False]


def test_letters_set_higher_or_lower_are_raised_or_sunk() -> None:
    def raised(said: str) -> object:
        return _styles("").run(_properties(f"<w:rPr>{said}</w:rPr>")[0], {}).get("raised")

    assert raised('<w:vertAlign w:val="superscript"/>') == 1
    assert raised('<w:vertAlign w:val="baseline"/>') == 0
    assert (raised('<w:position w:val="6"/>'), raised('<w:position w:val="-6"/>')) == (1, -1)
    assert raised('<w:position w:val="2"/>') is None


def test_a_drop_cap_is_known() -> None:
    assert _look(_styles(""), '<w:framePr w:dropCap="drop" w:lines="3"/>').drop_cap
    assert w("p").endswith("}p")
