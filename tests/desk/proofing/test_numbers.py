"""Sums, shares, directions."""

from __future__ import annotations

import pytest

from tests.desk.proofing.found import told


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Rừng chiếm 171% diện tích của xã.", ("171%", "-")),
        ("Tổng 780 triệu đồng, trong đó huyện 420 triệu đồng, dân 390 triệu đồng.", ("390", "-")),
        ("Kết luận ghi nhận 20/19 cán bộ cam kết.", ("20/19", "-")),
        ("Báo cáo tính 32/12 của huyện.", ("32/12", "-")),
        ("Báo cáo tính 31/13 của huyện.", ("31/13", "-")),
        ("Tỷ lệ tăng từ 97,2% lên 81,5% năm nay.", ("97,2% lên 81,5%", "81,5% lên 97,2%")),
        ("Nguồn thu giảm từ 120 tỷ đồng lên 150 tỷ đồng.", ("giảm", "tăng")),
        ("Số hộ nghèo tăng từ 90 hộ xuống còn 40 hộ.", ("tăng", "giảm")),
        ("Trường có 96 em, trong đó 52 nam, 47 nữ và 3 em khuyết tật.", ("47", "-")),
        (
            "Tỉnh khen 60 gương sáng, trong đó có 30 nông dân, 12 công nhân, 9 giáo viên và 10 chiến sĩ.",
            ("12", "-"),
        ),
        ("Năm qua có 400 bài, trong đó bài về kinh tế chiếm 62%, bài về văn hóa chiếm 48%.", ("48", "-")),
        ("Trao 40 suất quà cho học sinh, mỗi suất 500.000 đồng, tổng trị giá 25 triệu đồng.", ("25", "20")),
        ("Tỷ lệ cử tri đi bầu toàn tỉnh đạt 100,72%.", ("100,72%", "-")),
    ],
)
def test_it_is_found(text: str, found: tuple[str, str]) -> None:
    assert found in told(text, "number")


@pytest.mark.parametrize(
    "text",
    [
        "Thu ngân sách đạt 112,4% dự toán.",
        "Tổng 780 triệu đồng, trong đó huyện 420 triệu đồng, dân 360 triệu đồng.",
        "Đạt 19/19 tiêu chí.",
        "Đạt 13/13 tiêu chí.",
        "Ngày 20/11 là ngày hội.",
        "Báo cáo tính 31/12 của huyện.",
        "Huyện sắp xếp thành 20 xã, gồm 15 xã cũ và 5 xã mới, giảm 20 xã.",
        "Doanh thu tăng từ 900 triệu đồng lên 1,2 tỷ đồng.",
        "Đảng bộ có 400 đảng viên, trong đó nữ chiếm 62%, người dân tộc thiểu số chiếm 48%.",
        "Hộ nghèo chiếm 60%, trong đó hộ mới chiếm 30%.",
        "Năm qua có 400 bài, trong đó bài về kinh tế chiếm 62%, bài về văn hóa chiếm 38%.",
        "Trao 40 suất quà cho học sinh, mỗi suất 500.000 đồng, tổng trị giá 20 triệu đồng.",
    ],
)
def test_it_is_left_alone(text: str) -> None:
    assert told(text, "number") == []
