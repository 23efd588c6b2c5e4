"""The reading order of a page."""

from __future__ import annotations

from desk.intake.pdf.columns import Column, Item, Placed, columns
from desk.intake.pdf.lines import Line
from tests.desk.intake.pdf.making import line


def _words(found: list[Column]) -> list[list[str]]:
    return [[item.text if isinstance(item, Line) else "*" for item in column.items] for column in found]


def test_one_column_is_read_from_top_to_bottom_with_what_stands_between() -> None:
    items: list[Item] = [line("hai", base=600), Placed(72, 200, 650, 0), line("một", base=700)]
    assert _words(columns(items, 595)) == [["một", "*", "hai"]]
    assert columns([], 595) == []
    assert _words(columns([Placed(0, 1, 2, 0)], 595)) == [["*"]]


def test_two_columns_are_read_one_after_the_other_below_what_stands_over_both() -> None:
    title = line("T" * 60, left=90, base=720)
    left = [line(f"trái {n} " + "a" * 26, base=700 - 16 * n) for n in range(5)]
    right = [line(f"phải {n} " + "b" * 26, left=310, base=700 - 16 * n) for n in range(5)]
    mixed = [item for pair in zip(left, right, strict=True) for item in pair]
    assert [words[0][:6] for words in _words(columns([*mixed, title], 595))] == ["TTTTTT", "trái 0", "phải 0"]


def test_two_blocks_over_a_letter_are_read_block_by_block() -> None:
    head = [
        *(line("TỈNH ỦY", base=760), line("ĐẢNG CỘNG SẢN", left=330, base=760)),
        *(line("BAN TUYÊN GIÁO", base=744), line("Phong Sơn, ngày 15", left=330, base=744)),
        line("*", left=110, base=728),
    ]
    text = line("x" * 70, base=690)
    found = columns([*head, text], 595)
    assert _words(found) == [
        ["TỈNH ỦY", "BAN TUYÊN GIÁO", "*"],
        ["ĐẢNG CỘNG SẢN", "Phong Sơn, ngày 15"],
        ["x" * 70],
    ]
    assert [column.beside for column in found] == [True, True, False]
