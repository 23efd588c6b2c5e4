"""Cleaned HTML read into pieces: what is open around the letters decides what block they become."""

from __future__ import annotations

import base64

import pytest

from desk.intake.html.clean_html import html_blocks
from desk.intake.html.reader import HtmlReader
from desk.intake.pieces import IntakePiece
from desk.intake.result import Dropped
from desk.text.blocks import Heading, ListItem, Mark, Paragraph, Picture, Quote, Run, Table, block_text, plain


def words(html: str) -> list[str]:
    return [block_text(block) for block in html_blocks(html).blocks]


def read(html: str) -> HtmlReader:
    reader = HtmlReader(embedded=False)
    reader.read(html)
    return reader


def only(html: str) -> IntakePiece:
    (piece,) = read(html).pieces
    return piece


def test_lists_nest_and_keep_their_start() -> None:
    html = "<ol start=3><li>ba<ul><li>con<p>tiếp</p></li></ul></li><li><p>bốn</p></li></ol>"
    items = [block for block in html_blocks(html).blocks if isinstance(block, ListItem)]
    assert [(plain(i.runs), i.ordered, i.level, i.start) for i in items] == [
        ("ba", True, 0, 3),
        ("con\ntiếp", False, 1, 1),
        ("bốn", True, 0, 3),
    ]


def test_quotes_breaks_and_faked_paragraphs() -> None:
    html = "<blockquote><p>Học, học nữa</p></blockquote>một<br>hai<br><br>ba<br>&nbsp;&nbsp;&nbsp;&nbsp;bốn"
    blocks = html_blocks(html).blocks
    assert isinstance(blocks[0], Quote)
    assert [block_text(block) for block in blocks[1:]] == ["một\nhai", "ba", "bốn"]


def test_no_break_spaces_within_a_line_stay() -> None:
    assert words("<p>&nbsp;&nbsp; quý&nbsp;I &nbsp;năm  2019&nbsp;</p>") == ["quý\xa0I năm 2019"]


def test_letters_are_composed() -> None:
    assert words("<p>e\u0302\u0323 <b>o</b>\u0302</p>")[0].startswith("ệ ")


# -- pictures ----------------------------------------------------------------------------------------------


def data_picture(data: bytes) -> str:
    return f'<img alt="Hội trường" src="data:image/png;base64,{base64.b64encode(data).decode()}">'


def test_an_embedded_picture_comes_out_as_bytes_in_its_place() -> None:
    pasted = html_blocks(f"<p>trước {data_picture(b'abc')} sau</p>")
    before, picture, after = pasted.blocks
    assert (block_text(before), block_text(after)) == ("trước", "sau")
    assert isinstance(picture, Picture)
    assert (picture.picture, picture.alt) == ("", "Hội trường")
    assert pasted.pictures == ((picture.id, b"abc"),)


@pytest.mark.parametrize(
    "source", ["file:///C:/a.png", r"\\may\chung\a.png", "https://x.vn/a.png", "cid:1", ""]
)
def test_pictures_from_elsewhere_are_dropped(source: str) -> None:
    pasted = html_blocks(f'<p>chữ<img src="{source}"></p>')
    assert pasted.pictures == ()
    assert pasted.dropped == {Dropped.PICTURES: 1}


def test_a_broken_embedded_picture_is_dropped() -> None:
    assert html_blocks('<img src="data:image/png;base64,$$$">').dropped == {Dropped.PICTURES: 1}


def test_a_long_address_is_cut_and_an_embedded_one_is_named_by_its_kind() -> None:
    html = f'<img src="/{"a" * 300}"><img src="data:image/png;base64,YWJj">'
    assert read(html).addresses == ["/" + "a" * 199, "data:image/png"]


# -- what is open around -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("html", "centred"),
    [
        ('<p style="text-align:center">x</p>', True),
        ('<div align="center"><p>x</p></div>', True),
        ('<center><p style="text-align:left">x</p></center>', False),
        ("<figcaption>x</figcaption>", True),
        ("<p>x</p>", False),
    ],
)
def test_a_line_in_the_middle(html: str, centred: bool) -> None:
    assert only(html).centred is centred


def test_the_first_line_is_set_in_by_style_or_by_blanks() -> None:
    assert only('<div style="text-indent:1cm"><p>x</p></div>').indented
    assert not only('<div style="text-indent:1cm"><p style="text-indent:0">x</p></div>').indented
    assert only("<p>&nbsp;&nbsp;x</p>").indented
    assert not only("<p>&nbsp;x</p>").indented


def test_only_what_comes_right_after_a_picture_is_after_it() -> None:
    pieces = read('<p>a</p><img src="x"><p>b</p><p>c</p>').pieces
    assert [piece.after_picture for piece in pieces] == [False, True, False]


def test_a_heading_keeps_its_rank_and_loses_only_marks_that_all_of_it_has() -> None:
    heading = only("<h4><b>Kết quả</b></h4>")
    assert (heading.rank, heading.block.__class__, heading.words) == (4, Heading, "Kết quả")
    assert isinstance(heading.block, Heading)
    assert heading.block.runs == (Run("Kết quả"),)
    mixed = only("<h4><b>Kết</b> quả</h4>").block
    assert isinstance(mixed, Heading)
    assert mixed.runs == (Run("Kết", frozenset({Mark.BOLD})), Run(" quả"))


@pytest.mark.parametrize(
    ("address", "kept", "dropped"),
    [
        ("https://x.vn/a", "https://x.vn/a", 0),
        (" MAILTO:a@x.vn ", "MAILTO:a@x.vn", 0),
        ("javascript:x()", "", 1),
        ("https://x.vn/a b", "", 1),
        ("/a", "", 1),
    ],
)
def test_a_link_goes_to_the_web_or_to_a_letter(address: str, kept: str, dropped: int) -> None:
    reader = read(f'<p><a href="{address}"><u>x</u></a></p>')
    block = reader.pieces[0].block
    assert isinstance(block, Paragraph)
    assert block.runs == (Run("x", frozenset(), kept) if kept else Run("x", frozenset({Mark.UNDERLINE})),)
    assert reader.dropped[Dropped.LINKS] == dropped


def test_lines_of_pre_stay_lines() -> None:
    assert [block_text(piece.block) for piece in read("<pre>a\r\nb</pre><p>a\nb</p>").pieces] == [
        "a\nb",
        "a b",
    ]


def test_a_list_s_start_is_a_number_of_at_most_four_digits() -> None:
    for start, number in (("1234", 1234), ("12345", 1), ("-1", 1), ("x", 1)):
        block = only(f'<ol start="{start}"><li>x</li></ol>').block
        assert isinstance(block, ListItem)
        assert block.start == number


def test_an_item_goes_on_only_right_after_itself() -> None:
    pieces = read("<ul><li><p>a</p><table><tr><td>1</td><td>2</td></tr></table><p>b</p></li></ul>").pieces
    assert [type(piece.block) for piece in pieces] == [ListItem, Table, Paragraph]
