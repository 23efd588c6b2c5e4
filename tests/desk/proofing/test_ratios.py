"""Halves of a whole, rates, ranges, ages, counts in order."""

from __future__ import annotations

import pytest

from tests.desk.proofing.found import told


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Lớp có 31 học viên; 25 người là phụ nữ, 5 người là nam giới.", ("25", "-")),
        ("Trong 412 học sinh, 279 em đội mũ, 115 em không đội.", ("279", "-")),
        ("Có 45/60 hộ, đạt 85% kế hoạch.", ("85", "75")),
        ("Thu nhập tăng từ 20 triệu đồng lên 25 triệu đồng, tăng 35% so với năm trước.", ("35", "25")),
        ("Mỗi hộ được vay từ 50 đến 30 triệu đồng.", ("từ 50 đến 30", "từ 30 đến 50")),
        ("Ông sinh năm 1950, từ trần ngày 05/3/2020, hưởng thọ 61 tuổi.", ("61", "71")),
        ("Thứ nhất, làm rõ việc. Thứ hai, rõ người. Thứ tư, rõ hạn.", ("tư", "ba")),
        ("Lớp có 23 học sinh, gồm 10 em lớp 1, 8 em lớp 2 và 6 em lớp 3.", ("8", "-")),
        (
            "Nhuận bút từ 500.000 đồng đến 150.000 đồng mỗi bài.",
            ("từ 500.000 đồng đến 150.000", "từ 150.000 đồng đến 500.000"),
        ),
    ],
)
def test_it_is_found(text: str, found: tuple[str, str]) -> None:
    assert found in told(text, "number")


@pytest.mark.parametrize(
    "text",
    [
        "Lớp có 31 học viên; 26 người là phụ nữ, 5 người là nam giới.",
        "Có 45/60 hộ, đạt 75% kế hoạch.",
        "Mỗi hộ được vay từ 30 đến 50 triệu đồng.",
        "Giảm tỷ lệ hộ nghèo từ 12 đến 10% mỗi năm.",
        "Thứ nhất, làm rõ việc. Thứ hai, rõ người. Thứ ba, rõ hạn.",
        "Ông sinh năm 1950, từ trần ngày 05/3/2020, hưởng thọ 71 tuổi.",
        "Tổ có 12 hội viên, 5 người nuôi bò, 9 người trồng rau.",
        "Mỗi hộ được vay từ 30 triệu đồng đến 50 triệu đồng.",
        "Giá từ 800 nghìn đồng đến 2 triệu đồng.",
    ],
)
def test_it_is_left_alone(text: str) -> None:
    assert told(text, "number") == []


@pytest.mark.parametrize(
    "text",
    [
        "Trong 3 ngày có 20 em đội mũ, 1 em không đội.",
        "Trong 3 ngày có 20 người là nam, 1 người là nữ.",
    ],
)
def test_halves_of_a_whole_that_is_not_told_are_held_against_nothing(text: str) -> None:
    assert told(text, "number") == []
