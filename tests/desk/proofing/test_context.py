"""Right syllables in a wrong place."""

from __future__ import annotations

from datetime import date

import pytest

from desk.proofing.engine import proof

DAY = date(2025, 4, 15)


def told(text: str, family: str, day: date | None = DAY) -> list[tuple[str, str]]:
    """Return the findings of a family: what stands there, and the first suggestion."""
    found = proof(text, date=day)
    return [(one.text, (*one.suggestions, "-")[0]) for one in found if one.family == family]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Sự lảnh đạo của Đảng ủy xã.", ("lảnh", "lãnh")),
        ("Đảng viên ở xã xuất xắc hoàn thành nhiệm vụ.", ("xắc", "sắc")),
        ("Hội nghị rút kinh nghiêm công tác năm qua.", ("nghiêm", "nghiệm")),
        ("Em Hứa Thị Nhung được đưa đưa đến trường.", ("đưa đưa", "đưa")),
    ],
)
def test_it_is_found(text: str, found: tuple[str, str]) -> None:
    assert found in told(text, "context")


@pytest.mark.parametrize(
    "text",
    [
        "Sự lãnh đạo của Đảng ủy xã.",
        "Khởi công công trình nước sạch.",
        "Chiều chiều, bà ngồi bên bếp lửa.",
        "Xã Đạ Lâm có mười buôn.",
    ],
)
def test_it_is_left_alone(text: str) -> None:
    assert told(text, "context") == []
