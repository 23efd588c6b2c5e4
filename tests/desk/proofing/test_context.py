"""Right syllables in a wrong place."""

from __future__ import annotations

import pytest

from tests.desk.proofing.found import told


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
        "Có chỗ chưa thật chỉnh nhưng hình ảnh người mẹ rất đẹp.",
        "Phân công người đi chúc mừng các hộ.",
    ],
)
def test_it_is_left_alone(text: str) -> None:
    assert told(text, "context") == []
