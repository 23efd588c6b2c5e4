"""Lists, tables and what is left, against another paragraph."""

from __future__ import annotations

import pytest

from tests.desk.proofing.found import told

LIST = "Tổng kinh phí là 860 triệu đồng. Cụ thể:\n- Ngân sách xã: {} triệu đồng;\n- Nhân dân góp: 240 triệu đồng."
TABLE = "Đơn vị\tSố hộ\tSố khẩu\nXã Nà Lảng\t120\t480\nXã Khe Vai\t95\t400\nCộng\t{}\t880"
NUMBERED = "{} | Sập | Hỏng | Tổng\n1 | 18 | 94 | {}\n2 | 4 | 6 | 10"
LEFT = "Huyện đã khởi công 600 nhà, hoàn thành 455 nhà.\nCòn {} nhà chưa hoàn thành."


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (LIST.format("680"), ("680", "-")),
        (TABLE.format("251"), ("251", "215")),
        (LEFT.format("155"), ("155", "145")),
        *((NUMBERED.format(head, "113"), ("113", "112")) for head in ("STT", "TT", "Số TT")),
        (
            "Địa phương | Sập | Hỏng | Cộng\nXã Bản Vàng | 18 | 94 | 122\nXã Nà Lạn | 4 | 6 | 10",
            ("122", "112"),
        ),
        (
            "Giải | Số lượng | Mức thưởng | Thành tiền\nNhất | 1 | 5.000.000 | 5.000.000\n"
            "Nhì | 3 | 3.000.000 | 6.000.000",
            ("6.000.000", "9.000.000"),
        ),
    ],
)
def test_it_is_found(text: str, found: tuple[str, str]) -> None:
    assert found in told(text, "number")


@pytest.mark.parametrize(
    "text",
    [
        LIST.format("620"),
        TABLE.format("215"),
        LEFT.format("145"),
        *(NUMBERED.format(head, "112") for head in ("STT", "TT", "Số TT")),
        "Địa phương | Sập | Hỏng | Cháy | Cộng\nXã Bản Vàng | 18 | 94 | vài | 120\nXã Nà Lạn | 4 | 6 | 0 | 10",
    ],
)
def test_it_is_left_alone(text: str) -> None:
    assert told(text, "number") == []


def test_a_total_is_held_against_its_column_alone() -> None:
    rows = "Xã Bản Vàng | 18 | 94 | 112\nXã Nà Lạn | 4 | 6 | 10\nCộng | 23 | 100 | 122"
    assert told(f"Địa phương | Sập | Hỏng | Cộng\n{rows}", "number") == [("23", "22")]
