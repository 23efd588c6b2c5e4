"""Ranks, pronouns, ages and given names of one person."""

from __future__ import annotations

import pytest

from tests.desk.proofing.found import told


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Đại úy Lường Văn Pản, Đồn trưởng, dẫn đường.\nThiếu tá Pản nói thêm về tuần tra.",
            ("Thiếu tá", "Đại úy"),
        ),
        ("Chị Vi Thị Hoa ở bản Mới. Làm đồng về, anh ghé qua trường.", ("anh", "chị")),
        ("Ông Bế Văn Tài trồng cam đã lâu. Mùa quả chín, bà mời cả xóm.", ("bà", "ông")),
        ("Tân binh Lò Văn Panh viết đơn. Pánh nói: “Em đi”.", ("Pánh", "Panh")),
        ("Năm 1950, cụ Mông Thị Ngần khi đó 15 tuổi. Năm nay cụ 80 tuổi.", ("80", "90")),
        ("Ông Lò Thị Dung nuôi ba con nhỏ.", ("Ông", "Bà")),
        ("Chiều ấy, chị Hà Văn Sơn về bản.", ("chị", "anh")),
        ("Ông Bế Văn Tài mất năm 2011. Con dao của bà vẫn treo trên vách.", ("bà", "ông")),
        ("Ông K'Bril giữ chiêng. Ông K'Bril dạy trẻ. Hôm qua ông K'Brinl đi vắng.", ("K'Brinl", "K'Bril")),
        (
            "Thượng sĩ Rạng dẫn tổ tuần tra. Đêm ấy Thượng sĩ Rạng trực máy. Sáng ra, Thượng sĩ Dạng về.",
            ("Dạng", "Rạng"),
        ),
        ("Gia đình ông Lò Thị Pành có nhà mới.", ("ông", "bà")),
    ],
)
def test_it_is_found(text: str, found: tuple[str, str]) -> None:
    assert found in told(text, "people")


@pytest.mark.parametrize(
    "text",
    [
        "Đại úy Lường Văn Pản dẫn đường.\nĐại úy Pản nói thêm.",
        "Đại úy Lường Văn Pản dẫn đường.\nNgày 01/4, đồng chí được phong Thiếu tá Pản vui lắm.",
        "Chị Vi Thị Hoa và chồng ở bản Mới. Làm đồng về, anh ghé qua trường.",
        "Chị Vi Thị Hoa ở bản Mới. Gặp ai, anh em cũng chào.",
        "Ông Bế Văn Tài trồng cam. Mùa quả chín, bà con tới mua.",
        "Năm 1950, cụ Mông Thị Ngần khi đó 15 tuổi. Năm nay cụ 90 tuổi.",
        "Anh Giàng A Sình trồng quế. Anh Giàng A Sinh, em họ của anh, mở xưởng.",
        "Vợ chồng chị Hà Văn Sơn về bản.",
        "Anh và chị Lò Văn Ón cùng làm.",
        "Bà Nguyễn Thị Văn Anh kể chuyện.",
    ],
)
def test_it_is_left_alone(text: str) -> None:
    assert told(text, "people") == []
