"""A register is known by the heads of its sheet, however people write them."""

from __future__ import annotations

import pytest

from desk.registers.entries import Kind
from desk.registers.sheets import FORMS, heads_found


@pytest.mark.parametrize("kind", list(Kind))
def test_each_form_is_known_by_its_own_heads(kind: Kind) -> None:
    columns = FORMS[kind].columns
    found = heads_found([column.head for column in columns.values()])
    assert found == (kind, {field: at for at, field in enumerate(columns)})


def test_heads_of_others_are_found_wherever_they_stand() -> None:
    assert heads_found(["STT", "CHUC VU:", "Họ tên *", "đơn vị"]) == (
        Kind.PEOPLE,
        {"name": 2, "title": 1, "body": 3},
    )
    assert heads_found(["Cơ quan ban hành", "Số hiệu", "Loại"]) == (
        Kind.DOCUMENTS,
        {"type": 2, "number": 1, "body": 0},
    )


def test_a_row_without_the_heads_that_tell_is_of_no_register() -> None:
    assert heads_found(["Họ và tên", "Từ ngày"]) is None
    assert heads_found([]) is None
