"""Two texts compared, in a line."""

from __future__ import annotations

from desk.compare.articles import Summary, compare
from tests.making import words
from ui.words import comparison


def test_a_comparison_is_said_in_a_line() -> None:
    old = words("Một", "Các đồng chí dự họp.", "Đoạn hai.")
    assert comparison.summary(compare(old, old).summary) == "Chữ không đổi"
    changed = compare(old, words("Một", "Mọi đồng chí dự họp.", "Đoạn hai.")).summary
    assert "chỗ sửa" in comparison.summary(changed)


def test_changes_and_moves_are_counted_apart() -> None:
    def summary(changes: int, moved: int) -> str:
        return comparison.summary(Summary(changes, changed=9, added=8, removed=7, moved=moved))

    assert summary(3, 1) == "3 chỗ sửa, 1 đoạn chuyển"
    assert summary(0, 2) == "2 đoạn chuyển"
    assert summary(1, 0) == "1 chỗ sửa"
