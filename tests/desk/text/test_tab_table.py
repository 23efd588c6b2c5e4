"""Tables in plain text."""

from __future__ import annotations

import pytest

from desk.text.tab_table import tab_rows


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("1\t2\r\n3\t4\r\n", (("1", "2"), ("3", "4"))),
        ("1\t2\n", (("1", "2"),)),
        ("Số:\t15", ()),
        ("một\nhai\tba", ()),
        ("một\nhai", ()),
        ("\tQuý I\nHuyện A\t12", (("", "Quý I"), ("Huyện A", "12"))),
        ('"dòng 1\ndòng 2"\t2\na\tb', (("dòng 1\ndòng 2", "2"), ("a", "b"))),
        ('mở "ngoặc\t1\nx\t2', (('mở "ngoặc', "1"), ("x", "2"))),
        ("a\u200b\t b \nc\td", (("a", "b"), ("c", "d"))),
    ],
)
def test_lines_with_as_many_tabs_are_rows(text: str, rows: tuple[tuple[str, ...], ...]) -> None:
    assert tab_rows(text) == rows
