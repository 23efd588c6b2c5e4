"""Names of people."""

from __future__ import annotations

from datetime import date

import pytest

from desk.proofing.engine import proof

DAY = date(2025, 4, 15)


def told(text: str, family: str, day: date | None = DAY) -> list[tuple[str, str]]:
    """Return the findings of a family: what stands there, and the first suggestion."""
    found = proof(text, date=day)
    return [(one.text, (*one.suggestions, "-")[0]) for one in found if one.family == family]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Đồng chí Giàng A Sình đến bản. Dân quý Giàng A Sình. Rồi Giàng A Xình về.", ("Xình", "Sình")),
        ("Anh Lý seo Dìn quê ở Hà Giang.", ("seo", "Seo")),
        ("Đồng chí Hoàng Văn Thu hy sinh năm 1944.", ("Thu", "Thụ")),
    ],
)
def test_it_is_found(text: str, found: tuple[str, str]) -> None:
    assert found in told(text, "people")


@pytest.mark.parametrize(
    "text",
    [
        "Anh Vừ Mí Sính khác anh Vừ Mí Sình.",
        "Bà Ka Thủy và ông K'Brếu cùng dự.",
        "Chị Nguyễn Văn Thuỷ, ông Nguyễn Văn Thủy.",
    ],
)
def test_it_is_left_alone(text: str) -> None:
    assert told(text, "people") == []
