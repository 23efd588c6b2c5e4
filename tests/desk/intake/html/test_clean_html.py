"""HTML from Word and from pages: structure stays, looks go, and it is said what went."""

from __future__ import annotations

from html import escape
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.errors import BadIntake, IntakeFault
from desk.intake.html.clean_html import html_blocks, html_document
from desk.intake.result import Dropped
from desk.text.blocks import (
    ArticleText,
    Heading,
    ListItem,
    Mark,
    Paragraph,
    Picture,
    Run,
    Table,
    block_text,
    normal,
    plain,
)

WORD = Path(__file__).with_name("word-clipboard.html").read_text(encoding="utf-8")


def words(html: str) -> list[str]:
    return [block_text(block) for block in html_blocks(html).blocks]


# -- Word --------------------------------------------------------------------------------------------------


def test_a_word_page_keeps_its_structure() -> None:
    blocks = html_blocks(WORD).blocks
    assert [type(block) for block in blocks] == [
        Heading,
        Paragraph,
        *[ListItem] * 5,
        Paragraph,
        Table,
        Paragraph,
    ]
    assert words(WORD)[0] == "Kết quả triển khai"
    items = [block for block in blocks if isinstance(block, ListItem)]
    assert [(plain(item.runs), item.ordered, item.level, item.start) for item in items] == [
        ("Chi bộ thôn Một;", False, 0, 1),
        ("Tổ đảng số 2;", False, 1, 1),
        ("Chi bộ trường học.", False, 0, 1),
        ("Nắm tình hình tư tưởng.", True, 0, 3),
        ("Tuyên truyền miệng.", True, 0, 3),
    ]


def test_a_word_page_keeps_its_marks_and_words() -> None:
    paragraph = html_blocks(WORD).blocks[1]
    assert isinstance(paragraph, Paragraph)
    assert plain(paragraph.runs) == (
        "Thực hiện Chỉ thị số 05-CT/TW, ngày 15/5/2016, các chi bộ đã sinh hoạt đúng kỳ; "
        "diện tích 120 km2, nước H2O."
    )
    marked = {run.text: run.marks for run in paragraph.runs if run.marks and run.text != "2"}
    assert marked == {
        "Chỉ thị số 05-CT/TW": {Mark.BOLD},
        "các chi bộ": {Mark.ITALIC},
        "đúng kỳ": {Mark.UNDERLINE},
    }
    assert [run.marks for run in paragraph.runs if run.text == "2"] == [{Mark.SUPER}, {Mark.SUB}]


def test_a_letter_before_a_list_paragraph_stays_in_the_words() -> None:
    assert "a) Điểm a giữ nguyên chữ." in words(WORD)


def test_a_word_table_keeps_its_head() -> None:
    table = html_blocks(WORD).blocks[8]
    assert isinstance(table, Table)
    assert table.header
    assert block_text(table) == "Đơn vị\tSố lớp\nHuyện A\t12"


def test_only_safe_links_stay_links() -> None:
    last = html_blocks(WORD).blocks[-1]
    assert isinstance(last, Paragraph)
    assert plain(last.runs) == "Xem toàn văn và kế hoạch, bấm đây."
    linked = [(run.text, run.link, run.marks) for run in last.runs if run.link]
    assert linked == [("toàn văn", "https://tuyengiao.vn/chi-thi-05", frozenset())]


def test_what_was_dropped_is_counted() -> None:
    dropped = html_blocks(WORD).dropped
    assert dropped[Dropped.FONTS] == 4  # of words; the signs of lists have fonts of their own
    assert dropped[Dropped.COLOURS] == 3  # red text, blue link, yellow cell
    assert dropped[Dropped.PICTURES] == 1
    assert dropped[Dropped.LINKS] == 2
    assert dropped[Dropped.SCRIPTS] == 1
    assert html_blocks("<p>chữ</p>").dropped == {}


def test_nothing_of_the_machinery_becomes_text() -> None:
    text = "\n".join(words(WORD))
    for rest in ("Version", "mso", "Normal", "alert", "endif", "Times", "\uf0b7", "·"):
        assert rest not in text


def test_a_numbered_heading_keeps_its_number() -> None:
    html = (
        "<h1 style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>I."
        "<span>&nbsp; </span></span><![endif]>Kết quả</h1><h2><b>Hạn chế</b></h2>"
    )
    first, second = html_blocks(html).blocks
    assert block_text(first).split() == ["I.", "Kết", "quả"]
    assert isinstance(second, Heading)
    assert (second.level, second.runs) == (2, (Run("Hạn chế"),))


# -- HTML --------------------------------------------------------------------------------------------------


# -- hostile -----------------------------------------------------------------------------------------------


def test_a_page_nested_without_end_is_refused() -> None:
    with pytest.raises(BadIntake) as caught:
        html_blocks("<div>" * 100_000 + "x")
    assert caught.value.fault is IntakeFault.TOO_HEAVY


@given(st.text(alphabet="<>/ abip\"='&;#x!-[]td", max_size=80))
def test_any_soup_becomes_blocks_that_the_desk_can_store(soup: str) -> None:
    blocks = tuple(b for b in html_blocks(soup).blocks if not isinstance(b, Picture))
    assert normal(ArticleText(blocks=blocks)).blocks == blocks


PIECES = st.sampled_from(
    [
        "<p class=MsoListParagraph style='margin-left:36pt;mso-list:l0 level2 lfo1'>",
        *(
            "<span style='mso-list:Ignore'>",
            "1.",
            "a)",
            "+",
            "-",
            "·",
            "</span>",
            "</p>",
            "<p>",
            "<p class=MsoTitle>",
        ),
        *(
            "<ul>",
            "</ul>",
            "<ol type=a start=3>",
            "</ol>",
            "<li value=4>",
            "<li aria-level=3>",
            "</li>",
            "<br>",
        ),
        *(
            "<table>",
            "</table>",
            "<tr>",
            "<tr style='display:none'>",
            "<td colspan=3 rowspan=2>",
            "<th>",
            "</td>",
        ),
        *(
            "<td style='mso-ignore:colspan' colspan=2>",
            "<caption>",
            "<thead>",
            "<figure>",
            "<figcaption>",
            "<pre>",
        ),
        *(
            "<del>",
            "</del>",
            "<span style='display:none'>",
            "<q>",
            "</q>",
            "<b>",
            "</b>",
            "<h1>",
            "</h1>",
            "\n\t",
        ),
        *(
            "<img src='data:image/png;base64,YWJj'>",
            "<img src=x>",
            "&nbsp;",
            "chữ ",
            "\u202e",
            "\x1e",
            "</pre>",
        ),
        *(
            "<a href='#_ftn1'>",
            "<a class=msocomanchor>[A1]",
            "</a>",
            "<blockquote>",
            "</blockquote>",
            "<!--",
            "-->",
        ),
        *(
            "<!--StartFragment-->",
            "<!--EndFragment-->",
            "<style>.a{display:none}",
            "</style>",
            "<![if x]>",
            "<svg>",
        ),
        *(
            "<p style='mso-element:dropcap-dropped'>B",
            "<span style='font:7.0pt x'>&nbsp;</span>",
            "</svg>",
            "</div>",
        ),
        *(
            "<font face='.VnTime'>gi¸",
            "</font>",
            "<span style='font-family:Wingdings'>ü",
            "<div role=heading>",
        ),
    ]
)


@given(st.lists(PIECES, max_size=30))
def test_any_mixture_of_what_programs_write_is_read(pieces: list[str]) -> None:
    blocks = tuple(b for b in html_blocks("".join(pieces)).blocks if not isinstance(b, Picture))
    assert normal(ArticleText(blocks=blocks)).blocks == blocks


WORD_LIST = st.lists(
    st.sampled_from(["Đảng", "ủy", "36-NQ/TW,", "“về", "&", "<", "quý\xa0I", "–"]), min_size=1, max_size=6
)
TAGS = st.sampled_from(["p", "h2", "li", "b", "i", "div", "blockquote", "td", "span"])


@given(st.lists(st.tuples(TAGS, WORD_LIST), max_size=8))
def test_words_in_are_words_out(parts: list[tuple[str, list[str]]]) -> None:
    html = " ".join(f"<{tag}>{escape(' '.join(given_words))}</{tag}>" for tag, given_words in parts)
    wanted = [word for _, given_words in parts for word in " ".join(given_words).split()]
    assert " ".join(words(html)).split() == wanted


def test_the_box_of_a_task_of_google_docs_is_no_picture() -> None:
    box = "<img src='data:image/png;base64,iVBORw0KGgo=' alt='unchecked' aria-roledescription='checkbox'>"
    pasted = html_blocks(f"<ul><li>{box}<p>Việc một</p></li></ul>")
    assert [type(block) for block in pasted.blocks] == [ListItem]
    assert not pasted.pictures


def test_an_emoji_that_is_drawn_as_a_picture_is_a_letter() -> None:
    pasted = html_blocks(
        "<p>Chúc mừng <img width=16 alt='❤️' src='https://static.example/t.png'> các đồng chí</p>"
    )
    assert [block_text(block) for block in pasted.blocks] == ["Chúc mừng ❤️ các đồng chí"]
    assert not pasted.dropped


def test_where_somebody_commented_leaves_no_sign() -> None:
    for place in ("#cmnt1", "#_msocom_1"):
        pasted = html_blocks(f"<p>Hội nghị<sup><a href='{place}'>[a]</a></sup> bắt đầu</p>")
        assert [plain(block.runs) for block in pasted.blocks if isinstance(block, Paragraph)] == [
            "Hội nghị bắt đầu"
        ]
        assert pasted.dropped[Dropped.COMMENTS] == 1


def test_the_pictures_of_a_mail_are_found_by_their_address() -> None:
    document = html_document("<p>Một</p><img src='cid:a@x' alt='ảnh'><img src='cid:b@x'>", {"cid:a@x": b"x"})
    assert [(one.data, one.name) for one in document.pictures] == [(b"x", "ảnh")]
    assert document.left_out == {Dropped.PICTURES: 1}
    assert document.lines == ("cid:b@x",)
