"""Words that are no Vietnamese syllables."""

from __future__ import annotations

import pytest

from tests.desk.proofing.found import told


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Một nghành nghề mới.", ("nghành", "ngành")),
        ("Tiến độ gieo caays vụ xuân.", ("caays", "cấy")),
        ("Góp 215 ngaỳ công.", ("ngaỳ", "ngày")),
        ("Một nghành kinh tế mới.", ("nghành", "ngành")),
        ("Sáng ngy 12/3, Đảng ủy xã họp bàn việc làm đường.", ("ngy", "ngày")),
        ("Chị lên bản vì một sản phụ băng huyếc.", ("huyếc", "huyết")),
        ("Tặng quà trẻ em khó khăn tại nhâ.", ("nhâ", "nhà")),
        ("Công tác tuyên truyen phải đi trước.", ("truyen", "truyền")),
        ("Vay vốn chính sahcs để mua trâu.", ("sahcs", "sách")),
        ("Xe vuwotj qua đèo trong mưa.", ("vuwotj", "vượt")),
        ("Đại hội bầu Ban Châp hành khóa mới.", ("Châp", "Chấp")),
    ],
)
def test_it_is_found(text: str, found: tuple[str, str]) -> None:
    assert found in told(text, "spelling")


@pytest.mark.parametrize(
    "text",
    [
        "Gửi video trên internet, dài 12 km, nặng 5 kg.",
        "Anh Ksor H'Nhan ở Đắk Lắk, Krông Nô.",
        "Kỹ sư, kĩ sư, quý, quí, hòa, hoà, thuỷ, thủy.",
        "The committee held a conference on Tuesday about nothing at all.",
    ],
)
def test_it_is_left_alone(text: str) -> None:
    assert told(text, "spelling") == []
