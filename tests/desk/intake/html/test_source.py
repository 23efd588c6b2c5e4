"""A page's source: fragment, comments, style sheets and scripts apart, in one pass."""

from __future__ import annotations

import pytest

from desk.intake.html.clean_html import html_blocks
from desk.intake.html.source import source_of
from desk.text.blocks import Table, block_text


def words(html: str) -> list[str]:
    return [block_text(block) for block in html_blocks(html).blocks]


def test_of_a_clipboard_only_the_letters_of_its_fragment_stay() -> None:
    page = (
        "Version:0.9\r\nStartHTML:00000097\r\n<html><title>Tít</title><body>ngoài<!--StartFragment--><p>trong"
    )
    assert words(f"{page}</p><!--EndFragment--> sau</body></html>") == ["trong"]
    assert words("<p>a<!--EndFragment-->b</p>") == ["a"]
    assert words("x<!-- StartFragment --><p>a</p>") == ["a"]
    assert words("Version:1.0\nStartHTML:0\n<p>a</p>") == ["a"]


@pytest.mark.parametrize(
    "around",
    [
        ("<table><!--StartFragment-->{}<!--EndFragment--></table>"),
        ("<!--StartFragment--><table>{}</table><!--EndFragment-->"),
        ("<table><tbody><!--StartFragment-->{}<!--EndFragment--></tbody></table>"),
        ("<TABLE border=0><!--StartFragment--><COL width=64>{}"),
    ],
)
def test_rows_are_a_table_wherever_the_fragment_begins(around: str) -> None:
    (table,) = html_blocks(around.format("<tr><td>1<td>2<tr><td>3<td>4")).blocks
    assert isinstance(table, Table)
    assert block_text(table) == "1\t2\n3\t4"


def test_a_list_around_the_fragment_numbers_its_items() -> None:
    html = "<ol><!--StartFragment--><li>a</li><li>b</li><!--EndFragment--></ol>"
    assert [getattr(block, "ordered", None) for block in html_blocks(html).blocks] == [True, True]


def test_comments_are_no_words_closed_or_not() -> None:
    assert words("<p>a<!-- b > c -->d<!-->e<!--->f<!--x--!>g</p>") == ["adefg"]
    assert words("<p>a<![if !supportLists]>b<![endif]>c</p>") == ["abc"]


def test_nothing_is_lost_behind_a_comment_that_nobody_closed() -> None:
    assert words("<p>a</p><!-- chưa đóng <p>b</p>") == ["a", "b"]
    assert words("<p>a</p><!-- x --><!--[if gte mso 9]><xml>m</xml><p>b</p><!--") == ["a", "b"]
    assert words("<p>a</p><!--") == ["a"]


def test_what_looks_like_a_comment_in_a_script_swallows_nothing() -> None:
    assert words("<script>x = '<!--'</script><p>a</p><style>/* <!-- */</style><p>b</p>") == ["a", "b"]


def test_styles_and_scripts_are_told_apart() -> None:
    source = source_of("<STYLE type=x>p{}</style ><script src=a></script><p>a</p><svg></svg><scripts>b")
    assert (source.styles, source.scripts, source.embedded) == ("p{}", 1, 1)
    assert source.markup == "<p>a</p><svg></svg><scripts>b"


def test_a_script_that_never_ends_hides_the_rest() -> None:
    assert source_of("<p>a</p><script>" + "</scrip" * 3).markup == "<p>a</p>"
