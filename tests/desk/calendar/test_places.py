"""One place has one key, however it is written; two places have two."""

from __future__ import annotations

import pytest

from desk.calendar.places import place_key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("P. họp tầng 2", "Phòng họp tầng 2"),
        ("P.họp T2", "phòng  họp, TẦNG 2"),
        ("PH tầng 02", "Phòng họp lầu 2"),
        ("Phòng họp tầng hai", "Phòng họp t.2"),
        ("phòng số ba", "Phòng 3"),
        ("P201", "Phòng 201"),
        ("P.201", "phòng số 201"),
        ("HT Tỉnh ủy", "Hội trường Tỉnh uỷ"),
        ("tại Hội trường UBND tỉnh", "Hội trường Ủy ban nhân dân tỉnh"),
    ],
)
def test_the_same_place(one: str, other: str) -> None:
    assert place_key(one) == place_key(other) != ""


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Phòng họp tầng 2", "Phòng họp tầng 3"),
        ("Phòng họp tầng 2", "Phòng 2"),
        ("Phòng 12", "Phòng 1 2"),
        ("Hội trường A", "Hội trường B"),
        ("Phòng Ba Đình", "Phòng 3 Đình"),
        ("Phòng họp tầng 2", "Phòng họp tầng 2, UBND huyện Bắc Quang"),
    ],
)
def test_another_place(one: str, other: str) -> None:
    assert place_key(one) != place_key(other)


def test_no_place_has_no_key() -> None:
    assert place_key(" – ") == place_key("") == ""
