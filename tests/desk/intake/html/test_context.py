"""What is open around the letters: hidden, struck, in capitals, in old fonts, at which level of a list."""

from __future__ import annotations

import pytest

from desk.intake.html.clean_html import html_blocks
from desk.intake.html.context import Context
from desk.intake.result import Dropped
from desk.text.blocks import Block, Heading, ListItem, Mark, Paragraph, Picture, Quote, block_text


def words(html: str) -> list[str]:
    return [block_text(block) for block in html_blocks(html).blocks]


@pytest.mark.parametrize(
    ("html", "kind"),
    [
        ("<s>cũ</s>", Dropped.STRUCK),
        ("<strike>c<b>ũ</b></strike>", Dropped.STRUCK),
        ("<span style='text-decoration:underline line-through'>cũ <i>nữa</i></span>", Dropped.STRUCK),
        ("<span style='text-decoration-line:line-through'>cũ</span>", Dropped.STRUCK),
        ("<del><img src=x>c<br>ũ</del>", Dropped.STRUCK),
        ("<span style='mso-hide:all'>ẩn</span>", Dropped.HIDDEN),
        ("<span style='visibility:hidden'>ẩn</span>", Dropped.HIDDEN),
        ("<span style='position:absolute;clip: rect(0 0 0 0)'>ẩn</span>", Dropped.HIDDEN),
        ("<span style='position:absolute;left:-9999px'>ẩn</span>", Dropped.HIDDEN),
        ("<span style='opacity:0'>ẩn</span>", Dropped.HIDDEN),
        ("<span hidden>ẩn</span>", Dropped.HIDDEN),
        ("<span style='font-size:0'>ẩn</span>", Dropped.HIDDEN),
        ("<span style='display:none'>ẩn <a href='file:x'>đây</a></span>", Dropped.HIDDEN),
    ],
)
def test_words_that_the_source_does_not_show_stay_out_and_are_told(html: str, kind: Dropped) -> None:
    pasted = html_blocks(f"<p>Trước {html} sau.</p>")
    assert [block_text(block) for block in pasted.blocks] == ["Trước sau."]
    assert pasted.dropped == {kind: 1}
    assert html_blocks(html.replace("cũ", "").replace("ẩn", "")).dropped in ({}, {kind: 1})


def test_each_comment_is_counted_once() -> None:
    anchor = "<span class=MsoCommentReference><a class=msocomanchor href='#_msocom_{0}'>[A{0}]</a></span>"
    note = (
        "<div style='mso-element:comment'><div class=msocomtxt><p class=MsoCommentText>Sai!</p></div></div>"
    )
    text = f"<p>Một{anchor.format(1)} hai{anchor.format(2)}.</p>"
    for html in (text, f"{text}<div style='mso-element:comment-list'><hr>{note}{note}</div>"):
        pasted = html_blocks(html)
        assert [block_text(block) for block in pasted.blocks] == ["Một hai."]
        assert pasted.dropped == {Dropped.COMMENTS: 2}


@pytest.mark.parametrize(
    ("style", "shown"),
    [
        ("text-transform:uppercase", "TỈNH ủy"),
        ("text-transform:capitalize", "Tỉnh ủy"),
        ("text-transform:lowercase", "tỉnh ủy"),
        ("font-variant:small-caps", "TỈNH ủy"),
    ],
)
def test_letters_are_those_that_were_drawn(style: str, shown: str) -> None:
    assert words(f"<p style='{style}'>tỉnh <span style='text-transform:none'>ủy</span></p>") == [shown]


def test_old_letters_become_unicode_where_their_font_says_so() -> None:
    pasted = html_blocks(
        "<p><font face='.VnTimeH'>®¶ng</font> <span style='font-family:Arial'>gi¸</span></p>"
    )
    assert [block_text(block) for block in pasted.blocks] == ["ĐẢNG gi¸"]
    assert Dropped.LEGACY_LETTERS in pasted.dropped


def test_unicode_in_an_old_font_is_left_alone() -> None:
    pasted = html_blocks("<p style='font-family:.VnTime'>các đồng chí</p>")
    assert [block_text(block) for block in pasted.blocks] == ["các đồng chí"]
    assert Dropped.LEGACY_LETTERS not in pasted.dropped


GAP = "<span style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp;&nbsp; </span>"


def test_signs_of_symbol_fonts_are_those_that_were_drawn() -> None:
    html = "<p><span style='font-family:Wingdings'>ü</span> Đạt <font face=Symbol>a</font> \uf0e0 xong</p>"
    assert words(html) == ["✓ Đạt α → xong"]


def items(html: str) -> list[tuple[str, bool, int]]:
    return [
        (block_text(block), block.ordered, block.level)
        if isinstance(block, ListItem)
        else (block_text(block), False, -1)
        for block in html_blocks(html).blocks
    ]


def word_item(sign: str, margin: int, text: str, level: int = 1, numbering: int = 0) -> str:
    return (
        f"<p class=MsoListParagraph style='margin-left:{margin}pt;mso-list:l{numbering} level{level} lfo1'>"
        f"<span style='mso-list:Ignore'>{sign}{GAP}</span>{text}</p>"
    )


def test_levels_are_made_by_margins_too() -> None:
    html = "".join(
        [
            word_item("-", 36, "a"),
            word_item("+", 72, "b", numbering=1),
            word_item("•", 108, "c", numbering=2),
            word_item("+", 72, "d", numbering=1),
            word_item("-", 36, "e"),
            word_item("-", 38, "f"),
        ]
    )
    assert [(name, level) for name, _, level in items(html)] == [
        ("a", 0), ("b", 1), ("c", 2), ("d", 1), ("e", 0), ("f", 0)
    ]  # fmt: skip
    pages = "<ul><li>a</li></ul><ul style='margin-left:60pt'><li>b</li></ul><ul><li>c</li></ul>"
    assert [level for _, _, level in items(pages)] == [0, 1, 0]


def test_a_plus_hangs_below_a_dash() -> None:
    html = "".join(word_item(sign, 36, sign) for sign in "-++-+")
    assert [level for _, _, level in items(html)] == [0, 1, 1, 0, 1]


def test_letters_below_a_numbered_list_are_drawn_by_the_desk() -> None:
    html = word_item("1.", 36, "một") + word_item("a)", 72, "con", 2) + word_item("b)", 72, "nữa", 2)
    assert items(html) == [("một", True, 0), ("con", True, 1), ("nữa", True, 1)]
    pages = "<ol><li>một<ol type=a><li>con</li></ol></li></ol><ol type=I><li>hai</li><li>ba</li></ol>"
    assert items(pages) == [("một", True, 0), ("con", True, 1), ("I. hai", False, -1), ("II. ba", False, -1)]


def test_a_list_without_signs_is_lines() -> None:
    assert [type(b) for b in html_blocks("<ul style='list-style-type:none'><li>a</li></ul>").blocks] == [
        Paragraph
    ]


def test_a_sign_before_its_blanks_makes_an_item_without_word_s_own_word() -> None:
    sign = "<span style='font-family:Symbol'>·</span>"
    html = f"<p class=MsoListParagraph>{sign}{GAP}một</p><p class=MsoListParagraph>hai</p>"
    assert items(html) == [("một", False, 0), ("hai", False, -1)]


@pytest.mark.parametrize(
    ("html", "kind", "level"),
    [
        ("<p class=MsoTitle>x</p>", Heading, 1),
        ("<p class=MsoSubtitle>x</p>", Heading, 2),
        ("<p class=MsoHeading7>x</p>", Heading, 2),
        ("<p class=MsoIntenseQuote>x</p>", Quote, 0),
        ("<p class=MsoNormal>x</p>", Paragraph, 0),
    ],
)
def test_word_s_styles_say_what_a_paragraph_is(html: str, kind: type[Block], level: int) -> None:
    (block,) = html_blocks(html).blocks
    assert type(block) is kind
    assert getattr(block, "level", 0) == level


def test_a_note_at_the_foot_keeps_its_number_without_brackets() -> None:
    html = (
        "<p>Theo<a href='#_ftn1' name='_ftnref1'><span>[1]</span></a> báo cáo</p>"
        "<p><a href='#_ftnref1'>[1]</a> Số liệu quý I</p>"
    )
    first, second = html_blocks(html).blocks
    assert isinstance(first, Paragraph)
    assert [(run.text, *run.marks) for run in first.runs if run.marks] == [("1", Mark.SUPER)]
    assert block_text(second) == "1 Số liệu quý I"
    assert html_blocks(html).dropped == {}


def test_lines_kept_by_a_style_are_lines() -> None:
    assert words(
        "<div style='white-space:pre-wrap'>một\nhai<p style='white-space:normal'>ba\nbốn</p></div>"
    ) == [
        "một\nhai",
        "ba bốn",
    ]


def test_a_figure_s_caption_goes_with_its_picture() -> None:
    html = "<figure><img src='data:image/png;base64,YWJj'><figcaption>Hội  nghị</figcaption></figure><p>x</p>"
    picture, _ = html_blocks(html).blocks
    assert isinstance(picture, Picture)
    assert picture.caption == "Hội nghị"


def test_a_cell_begins_anew_but_stays_hidden() -> None:
    around = Context(marks=frozenset({Mark.BOLD}), rank=2, unseen=Dropped.HIDDEN)
    cell = around.inside("td", {}, {})
    assert (cell.marks, cell.rank, cell.unseen) == (frozenset(), 0, Dropped.HIDDEN)
