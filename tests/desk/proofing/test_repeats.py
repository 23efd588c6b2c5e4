"""The same paragraph or sentence twice."""

from __future__ import annotations

import pytest

from tests.desk.proofing.found import told

LEAD = "Chiều nay Ban Tuyên giáo Tỉnh ủy tổ chức Hội nghị giao ban khoa giáo quý I."


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Có nhiều cách vào bài. Có nhiều cách vào bài. Rồi kể chuyện.", ("Có nhiều cách vào bài. ", "")),
        (
            f"{LEAD}\n{LEAD}",
            (LEAD, ""),
        ),
        ("Đoàn đã tiếp nhận tiếp nhận ý kiến của dân.", ("tiếp nhận tiếp nhận", "tiếp nhận")),
        ("Xã họp để để bàn việc làm đường.", ("để để", "để")),
        ("Những những ngày mưa, đường khó đi.", ("Những những", "Những")),
        (
            "Mùa này nước suối lên rất nhanh. Trẻ nghỉ học.\nCả bản đắp đập. Mùa này nước suối lên rất nhanh.",
            ("Mùa này nước suối lên rất nhanh.", ""),
        ),
        (
            "- 20/6: khai mạc giải bóng đá.\n- 20/6: khai mạc giải bóng đá.",
            ("- 20/6: khai mạc giải bóng đá.", ""),
        ),
        (
            "Lâu dài là đặt hàng đào tạo, có nhà công vụ, có nhà công vụ, có phụ cấp.",
            (", có nhà công vụ", ""),
        ),
        (
            "Sổ sách ghi chép sơ sài; sổ sách ghi chép sơ sài; có bản chưa họp.",
            ("; sổ sách ghi chép sơ sài", ""),
        ),
    ],
)
def test_it_is_found(text: str, found: tuple[str, str]) -> None:
    assert found in told(text, "repeat")


@pytest.mark.parametrize(
    "text",
    [
        "Xin chào.\nXin chào.",
        "Học, học nữa, học mãi.",
        "Trường ở rất xa rất xa, đi mãi đi mãi mới tới.",
        "Từng bước từng bước, thôn đổi thay.",
        "Bà ngồi đó, ngày ngày chờ con.",
        "Hồ sơ của Của rất đầy đủ.",
        "“Ai đi đâu đấy?” Trẻ reo. Cả làng cười.\n“Ai đi đâu đấy?” Trẻ lại reo.",
        "Lãnh đạo Hội đồng nhân dân, Ủy ban nhân dân, Ủy ban Mặt trận dự.",
        "Đi một bước lại một bước, cụ lên đến đỉnh.",
    ],
)
def test_it_is_left_alone(text: str) -> None:
    assert told(text, "repeat") == []
