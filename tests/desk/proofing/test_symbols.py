"""Numbers and symbols of documents that stand alone."""

from __future__ import annotations

import pytest

from desk.proofing.symbols import right_symbol
from tests.desk.proofing.found import told


@pytest.mark.parametrize(
    ("written", "right"),
    [
        ("57/NQ-TW", "57-NQ/TW"),
        ("144-QD/TW", "144-QĐ/TW"),
        ("30/2020/ND-CP", "30/2020/NĐ-CP"),
        ("16-CT/TTG", "16/CT-TTg"),
        ("36-HD/VPTW", "36-HD/VPTW"),
    ],
)
def test_the_right_form(written: str, right: str) -> None:
    assert right_symbol(written) == right


def test_one_that_stands_alone() -> None:
    assert told("Văn bản 57/NQ-TW đã gửi các chi bộ.", "citation") == [("57/NQ-TW", "57-NQ/TW")]
    assert told("Luật số 15/QH13/2012 còn hiệu lực.", "citation") == [("15/QH13/2012", "15/2012/QH13")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Trước hết là Nghị quyết số 57NQ/TW của Bộ Chính trị.", ("57NQ/TW", "57-NQ/TW")),
        ("Luật Bảo vệ môi trường số 72/2020/QH-14 quy định như vậy.", ("72/2020/QH-14", "72/2020/QH14")),
        ("Cần ghi như: Nghị quyết số 33-QN/TW.", ("33-QN/TW", "33-NQ/TW")),
        ("Nghị quyết số 202/2025/QH15 ngày 12/6/2024 về việc ấy.", ("12/6/2024", "12/6/2025")),
        (
            "Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2021 của Chính phủ.",
            ("05 tháng 3 năm 2021", "05 tháng 3 năm 2020"),
        ),
    ],
)
def test_a_symbol_typed_wrongly_is_put_right(text: str, found: tuple[str, str]) -> None:
    assert found in told(text, "citation")


@pytest.mark.parametrize(
    "text",
    [
        "Nghị quyết số 202/2025/QH15 ngày 12/6/2025 về việc ấy.",
        "Quyết định số 12/2019/QĐ-UBND, ngày 05 tháng 3 năm 2019 của tỉnh.",
        "Chỉ thị số 05-CT/TW, ngày 15/5/2016 của Bộ Chính trị.",
    ],
)
def test_a_right_symbol_is_left_alone(text: str) -> None:
    assert not [one for one in told(text, "citation") if one[1] not in ("-",) and "/" in one[1]]
