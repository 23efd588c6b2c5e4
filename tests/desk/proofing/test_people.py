"""Names of people."""

from __future__ import annotations

import pytest

from tests.desk.proofing.found import told


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Đồng chí Giàng A Sình đến bản. Dân quý Giàng A Sình. Rồi Giàng A Xình về.", ("Xình", "Sình")),
        ("Anh Lý seo Dìn quê ở Hà Giang.", ("seo", "Seo")),
        ("Đồng chí Hoàng Văn Thu hy sinh năm 1944.", ("Thu", "Thụ")),
        ("Bí thư Chi bộ bản Nà Cóc Nông văn Sính kể.", ("văn", "Văn")),
        (
            "Xã Bến Then ở xa. Đường vào Bến Then khó đi. Chủ tịch xã Bến Thên nói vậy.",
            ("Bến Thên", "Bến Then"),
        ),
    ],
)
def test_it_is_found(text: str, found: tuple[str, str]) -> None:
    assert found in told(text, "people")


@pytest.mark.parametrize(
    "text",
    [
        "Anh Vừ Mí Sính khác anh Vừ Mí Sình.",
        "Bà Ka Thủy và ông K'Brếu cùng dự.",
        "Anh Nguyễn Văn Thuỷ, ông Nguyễn Văn Thủy.",
        "Chị Hoàng Thị Lụa, trưởng thôn, đến. Chị Hoàng Thị Lúa, 19 tuổi, cũng đến.",
    ],
)
def test_it_is_left_alone(text: str) -> None:
    assert told(text, "people") == []
