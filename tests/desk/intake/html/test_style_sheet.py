"""What a style sheet says of what one sees."""

from __future__ import annotations

from desk.intake.html.clean_html import html_blocks, page_pieces
from desk.intake.html.style_sheet import StyleSheet, parsed
from desk.text.blocks import Mark, Paragraph, Run, Table, block_text


def test_declarations_are_read_in_small_letters() -> None:
    assert parsed("Color : RED; font-family:'A:B' ;broken;display:none !important") == {
        "color": "red",
        "font-family": "'a:b'",
        "display": "none",
    }


def test_the_closest_rule_is_the_last_word() -> None:
    sheet = StyleSheet("p.x {font-weight:700} .x, .y {font-weight:400; color:red} p {font-style:italic}")
    assert sheet.of("p", "X z") == {"font-style": "italic", "font-weight": "700"}
    assert sheet.of("td", "y") == {"font-weight": "400"}
    assert sheet.of("td", "") == {}


def test_other_rules_are_left() -> None:
    sheet = StyleSheet(
        "<!-- @import url(a); @media print {.x {display:none} .y {display:none}} div .z {display:none} "
        "/* .x {display:none} */ @font-face {font-family:A} .x:hover {display:none} .ok {display:none} -->"
    )
    assert sheet.of("p", "x y z") == {}
    assert sheet.of("p", "ok") == {"display": "none"}
    assert StyleSheet("}}{ {{ .x {display:none}").of("p", "x") == {}


def test_cells_of_a_spreadsheet_are_bold_by_their_class() -> None:
    html = (
        "<style>.xl65 {font-weight:700;} .xl66 {display:none}</style><table><!--StartFragment-->"
        "<tr><td class=xl65>Cộng</td><td>12</td></tr><tr><td>a</td><td class=xl66>b</td></tr>"
        "<tr style='display:none'><td>ẩn</td><td>13</td></tr><!--EndFragment--></table>"
    )
    (table,) = html_blocks(html).blocks
    assert isinstance(table, Table)
    assert table.rows == (((Run("Cộng", frozenset({Mark.BOLD})),), (Run("12"),)), ((Run("a"),), ()))


def test_words_tracked_changes_are_no_underlined_words() -> None:
    html = (
        "<style>span.msoIns {text-decoration:underline} span.msoDel {text-decoration:line-through}</style>"
        "<p>Số <span class=msoDel><del>120</del></span><span class=msoIns><ins>125</ins></span></p>"
    )
    (paragraph,) = html_blocks(html).blocks
    assert isinstance(paragraph, Paragraph)
    assert paragraph.runs == (Run("Số 125"),)


def test_a_saved_page_s_rules_are_for_its_scripts() -> None:
    page = page_pieces("<style>.bai {display:none}</style><p class=bai>Bài</p>")
    assert [block_text(piece.block) for piece in page.pieces] == ["Bài"]
