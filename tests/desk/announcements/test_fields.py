"""Where the words of a notice's fields stand, after labels and in running prose."""

from __future__ import annotations

import pytest

from desk.announcements.dates import fold
from desk.announcements.fields import attendees_at, chair_at, place_at, title_at, trimmed, unit_at, value_of


def words(text: str, span: tuple[int, int] | None) -> str | None:
    return None if span is None else text[slice(*span)]


def test_signs_about_a_stretch_are_left_out() -> None:
    text = " - (Phòng 1). ;"
    assert words(text, trimmed(text, 0, len(text))) == "(Phòng 1)"
    assert trimmed(" .,", 0, 3) == (3, 3)
    assert words("a/b/", trimmed("a/b/", 0, 4)) == "a/b"


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        ("when", "1. Thời gian họp: 8h00 ngày 15/4\nĐịa điểm: A", "8h00 ngày 15/4"),
        ("when", "Thời gian, địa điểm:\n 8h00; Địa điểm: A", "8h00"),
        ("place", "- Địa điểm tổ chức: Hội trường A. Thành phần: B", "Hội trường A"),
        ("people", "II. Thành phần tham dự:\nCác phòng\nThời gian: 8h", "Các phòng"),
        ("unit", "* Đơn vị chuẩn bị: Văn phòng", "Văn phòng"),
        ("also", "Cùng dự: Báo", "Báo"),
        ("also", "không cùng dự: Báo", None),
    ],
)
def test_a_label_says_what_comes_after_it(name: str, text: str, value: str | None) -> None:
    assert words(text, value_of(fold(text), name)) == value


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("GIẤY MỜI\nV/v dự Hội nghị sơ kết\nKính mời", "Hội nghị sơ kết"),
        ("Kính mời đến dự Hội nghị sơ kết vào lúc 8h00.", "Hội nghị sơ kết"),
        ("Mời họp giao ban, phòng 2.", "họp giao ban"),
        ("Tổ chức lễ trao giải. Mời dự", "lễ trao giải"),
        ("Lễ trao giải", "Lễ trao giải"),
        ("Kính gửi các phòng", None),
    ],
)
def test_the_events_name(text: str, title: str | None) -> None:
    assert words(text, title_at(fold(text))) == title


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Địa điểm: Tại Hội trường A, P. 2\nx", "Hội trường A, P. 2"),
        ("Họp tại Hội trường A, do đồng chí An chủ trì", "Hội trường A"),
        ("Họp tại cuộc họp, tại phòng 2.", "phòng 2"),
        ("Họp ở Nhà khách; mời dự", "Nhà khách"),
        ("Mời đến hội trường tầng 2, 8h00", "hội trường tầng 2"),
        ("Họp lúc 8h00", None),
    ],
)
def test_the_place(text: str, place: str | None) -> None:
    assert words(text, place_at(fold(text))) == place


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Chủ trì hội nghị: Đồng chí Trần An. Mời dự", "Đồng chí Trần An"),
        ("Đồng chủ trì:\nTrần An\nx", "Trần An"),
        ("Họp giao ban, đồng chí Trần An, Trưởng ban chủ trì.", "đồng chí Trần An, Trưởng ban"),
        ("Họp giao ban do Trưởng ban chủ trì", "Trưởng ban"),
        ("Họp giao ban", None),
    ],
)
def test_who_presides(text: str, who: str | None) -> None:
    assert words(text, chair_at(fold(text))) == who


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Thành phần: Các phòng\nCùng dự: Báo\nKính mời: Ông A", ["Các phòng", "Báo"]),
        ("Kính mời: Ông Trần An\nĐến dự Hội nghị", ["Ông Trần An"]),
        ("Ban mời lãnh đạo các phòng đến dự họp", ["lãnh đạo các phòng"]),
        ("Kính mời các đồng chí đến dự họp", []),
        ("Giao mỗi phòng cử người dự họp", []),
        ("Họp giao ban", []),
    ],
)
def test_who_takes_part(text: str, people: list[str]) -> None:
    assert [words(text, one) for one in attendees_at(text, fold(text))] == people


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Chuẩn bị: Văn phòng\nx", "Văn phòng"),
        ("Nội dung giao Phòng Tuyên truyền chuẩn bị.", "Phòng Tuyên truyền"),
        ("Họp. Văn phòng chuẩn bị", "Văn phòng"),
        ("Họp giao ban", None),
    ],
)
def test_who_prepares(text: str, unit: str | None) -> None:
    assert words(text, unit_at(fold(text))) == unit


def test_the_subject_of_what_takes_place_is_the_name() -> None:
    text = fold(
        "Ban Tổ chức xin thông báo: Ngày thơ lần thứ 12 vẫn diễn ra lúc 19h30, tại Nhà hát thay vì tại Quảng trường"
    )
    assert words(text, title_at(text)) == "ngay tho lan thu 12"
    assert words(text, place_at(text)) == "nha hat"
