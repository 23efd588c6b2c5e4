"""Titles as they are said and as they are written."""

from __future__ import annotations

import pytest

from tests.desk.proofing.found import told


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Đồng chí Lò Văn Panh, Chủ tịch xã Nậm Hon, dẫn đoàn.",
            ("Chủ tịch xã", "Chủ tịch Ủy ban nhân dân xã"),
        ),
        (
            "Phó Chủ tịch huyện Vi Thị Mơ chủ trì.",
            ("Phó Chủ tịch huyện", "Phó Chủ tịch Ủy ban nhân dân huyện"),
        ),
        ("Bí thư huyện, đồng chí Hà Văn Tuyến, kết luận.", ("Bí thư huyện", "Bí thư Huyện ủy")),
        ("Anh Lò Văn Pản, Bí thư xã Mường Hin, kể.", ("Bí thư xã", "Bí thư Đảng ủy xã")),
        ("Bà Vũ Thị Nhàn, Phó phòng Văn hóa, phát biểu.", ("Phó phòng", "Phó Trưởng phòng")),
        ("Ông Bùi Văn Quý, Phó Sở Nội vụ, trả lời.", ("Phó Sở", "Phó Giám đốc Sở")),
        (
            "Đồng chí Đỗ Mạnh Hà, Thường trực Phó Bí thư Tỉnh ủy, dự.",
            ("Thường trực Phó Bí thư Tỉnh ủy", "Phó Bí thư Thường trực Tỉnh ủy"),
        ),
        (
            "Đồng chí Đỗ Mạnh Hà, Phó Chủ tịch UBND Thường trực, dự.",
            ("Phó Chủ tịch UBND Thường trực", "Phó Chủ tịch Thường trực UBND"),
        ),
        (
            "Đồng chí Mai Thị Lài, Chủ tịch Mặt trận huyện, trao quà.",
            ("Chủ tịch Mặt trận", "Chủ tịch Ủy ban Mặt trận Tổ quốc"),
        ),
        (
            "Chị Cà Thị Xiên, Chủ tịch phụ nữ xã, vận động.",
            ("Chủ tịch phụ nữ", "Chủ tịch Hội Liên hiệp Phụ nữ"),
        ),
        (
            "Ông Lý A Dê, Phó Chủ tịch hội đồng tỉnh, tiếp dân.",
            ("Phó Chủ tịch hội đồng", "Phó Chủ tịch Hội đồng nhân dân"),
        ),
        ("Thầy giáo ông Hoàng Văn Thiêm kể chuyện.", ("Thầy giáo ông", "Thầy giáo")),
        ("Bí thư Chi bộ đồng chí Tạ Quang Hiển kể.", ("đồng chí ", "")),
        ("Nhắc đến thầy cô giáo Y Blưn, ai cũng thương.", ("thầy cô giáo", "cô giáo")),
    ],
)
def test_it_is_found(text: str, found: tuple[str, str]) -> None:
    assert found in told(text, "people")


@pytest.mark.parametrize(
    "text",
    [
        "Bà kể: “Chủ tịch xã hứa rồi”.",
        "Anh Lò Văn Pản, Bí thư xã đoàn Mường Hin, kể.",
        "Đồng chí Bí thư huyện ủy dự.",
        "Đồng chí Phó Chủ tịch Ủy ban nhân dân xã dự.",
        "Đồng chí Phó Bí thư Thường trực Huyện ủy dự.",
        "Chủ tịch Mặt trận Tổ quốc Việt Nam gửi thư.",
        "Đồng chí Bí thư và đồng chí Lò Văn Pản cùng dự.",
    ],
)
def test_it_is_left_alone(text: str) -> None:
    assert told(text, "people") == []
