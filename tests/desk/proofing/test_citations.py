"""Documents as Party and state cite them."""

from __future__ import annotations

import pytest

from tests.desk.proofing.found import told


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Thực hiện Chỉ thị 05-CT/TW về học tập.", ("05-CT/TW", "số 05-CT/TW")),
        ("Thực hiện Nghị quyết số 57/NQ-TW.", ("57/NQ-TW", "57-NQ/TW")),
        ("Thực hiện Kết luận số 100 - KL/TW.", ("100 - KL/TW", "100-KL/TW")),
        ("Chính phủ ban hành Nghị quyết số 68-NQ/TW.", ("Chính phủ", "Bộ Chính trị")),
        ("Thực hiện Nghị quyết số 35-CT/TW ngày 22/10/2018.", ("35-CT/TW", "35-NQ/TW")),
        ("Thực hiện Quy định số 144-QD/TW.", ("144-QD/TW", "144-QĐ/TW")),
        ("Ban Bí thư ban hành Quy định số 144-QĐ/TW về chuẩn mực.", ("Ban Bí thư", "Bộ Chính trị")),
        ("Nghị quyết số 75-NQ/TW ngày 22/12/2024 của Bộ Chính trị.", ("75-NQ/TW", "57-NQ/TW")),
        ("Theo Nghị định số 20/2021/NĐ-CP ngày 15/3/2025 của Chính phủ.", ("15/3/2025", "15/3/2021")),
        ("Theo Nghị định Ưu đãi người có công số 02/2020/UBTVQH14.", ("Nghị định", "Pháp lệnh")),
        ("Thực hiện Chỉ thị số 05-CT/TW, 15/5/2016 của Bộ Chính trị.", ("15/5/2016", "ngày 15/5/2016")),
        (
            "Theo Thông tư số 32/2018/TT-BGDĐT, ngày 26/12/2018 của Bộ trưởng Bộ Y tế.",
            ("Y tế", "Giáo dục và Đào tạo"),
        ),
        (
            "Theo Thông tư số 22/2021/TT-BGD&ĐT về đánh giá học sinh.",
            ("22/2021/TT-BGD&ĐT", "22/2021/TT-BGDĐT"),
        ),
        ("Nghị quyết số 300/QĐ-TTg lấy ngày ấy làm ngày hội.", ("Nghị quyết", "Quyết định")),
        (
            "Quyết định số 263/QĐ-TTg ngày 22/02/2022 của Ủy ban Thường vụ Quốc hội phê duyệt.",
            ("Ủy ban Thường vụ Quốc hội", "Thủ tướng Chính phủ"),
        ),
        ("Theo Nghị định số 18/NĐ-CP ngày 14/3/2014 của Chính phủ.", ("18/NĐ-CP", "18/2014/NĐ-CP")),
        ("Theo Hướng dẫn số 36-Hd/VPTW về thể thức.", ("36-Hd/VPTW", "36-HD/VPTW")),
        (
            "Nghị quyết số 57-NQ/TW, ngày 22/12/2024; số 59; Nghị quyết số 68-NQ/TW, ngày 04/5/2025; "
            "Nghị quyết số 66-NQ/TW ngày 30/4/2025.",
            ("66-NQ/TW ngày ", "66-NQ/TW, ngày "),
        ),
    ],
)
def test_it_is_found(text: str, found: tuple[str, str]) -> None:
    assert found in told(text, "citation")


@pytest.mark.parametrize(
    "text",
    [
        "Chỉ thị số 05-CT/TW, ngày 15/5/2016 của Bộ Chính trị.",
        "Quy định số 08-QĐi/TW ngày 25/10/2018 của Ban Chấp hành Trung ương.",
        "Chỉ thị số 16/CT-TTg ngày 31/3/2020 của Thủ tướng Chính phủ.",
        "Nghị định số 30/2020/NĐ-CP của Chính phủ.",
        "Chỉ thị số 45-CT/TW ngày 14/4/2025 của Bộ Chính trị.",
        "Pháp lệnh Ưu đãi người có công số 02/2020/UBTVQH14.",
        "Theo Thông tư số 32/2018/TT-BGDĐT, ngày 26/12/2018 của Bộ trưởng Bộ Giáo dục và Đào tạo.",
    ],
)
def test_it_is_left_alone(text: str) -> None:
    assert told(text, "citation") == []
