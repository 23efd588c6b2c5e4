"""Kind and body of a document against its symbol."""

from __future__ import annotations

import pytest

from tests.desk.proofing.found import told


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Thông tư số 18/2014/NĐ-CP của Chính phủ quy định.", ("Thông tư", "Nghị định")),
        ("Nghị quyết số 300/QĐ-TTg lấy ngày ấy làm ngày hội.", ("Nghị quyết", "Quyết định")),
        ("Theo Thông tư số 32/2018/TT-BGDĐT của Bộ trưởng Bộ Y tế.", ("Y tế", "Giáo dục và Đào tạo")),
        ("Chính phủ ban hành Nghị quyết số 68-NQ/TW.", ("Chính phủ", "Bộ Chính trị")),
    ],
)
def test_it_is_found(text: str, found: tuple[str, str]) -> None:
    assert found in told(text, "citation")


def test_the_right_body_is_left_alone() -> None:
    assert told("Chính phủ ban hành Nghị định số 30/2020/NĐ-CP.", "citation") == []
