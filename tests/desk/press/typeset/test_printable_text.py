"""Printable text: what no page can show goes, monster words may break, only plain links are kept."""

from __future__ import annotations

import pytest

from desk.press.typeset.printable_text import BREAK, breakable, printable, safe_link


def test_controls_go_and_every_line_end_is_one() -> None:
    assert printable("01\x1e7\x1e2019") == "01\u20117\u20112019"
    assert printable("a\x00b\r\nc\u2028d\re\x0b") == "ab\nc\nd\ne"


def test_only_words_longer_than_a_line_may_break() -> None:
    assert breakable("ngắn " + "x" * 8, 8) == "ngắn " + "x" * 8
    assert breakable("x" * 5, 3) == BREAK.join(["xx", "xx", "x"])  # never letter by letter
    assert breakable("x" * 9, 8) == BREAK.join(["xx", "xx", "xx", "xx", "x"])


@pytest.mark.parametrize("link", ["https://example.com/a", "HTTP://example.com", "mailto:ban@example.com"])
def test_links_that_lead_somewhere_are_kept(link: str) -> None:
    assert safe_link(link) == link


@pytest.mark.parametrize(
    "link",
    [
        "javascript:x",
        "ftp://example.com/a",
        "javascript://example.com/%0aalert(1)",
        "file:///etc/passwd",
        "https:",
        "https://a b",
        "http://[",
        "",
    ],
)
def test_other_links_are_nothing(link: str) -> None:
    assert safe_link(link) == ""
