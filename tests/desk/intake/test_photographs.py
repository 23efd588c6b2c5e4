"""Which photograph belongs to which text, and in which order."""

from __future__ import annotations

import pytest

from desk.intake.members import Member
from desk.intake.photographs import in_order, natural, owner


def test_numbers_make_the_order_whatever_stands_around_them() -> None:
    names = ["Anh10.jpg", "ảnh 2.jpg", "Ảnh 1.jpg"]
    assert [one.name for one in in_order([Member(name) for name in names])] == [
        "Ảnh 1.jpg",
        "ảnh 2.jpg",
        "Anh10.jpg",
    ]


def test_without_numbers_they_stay_as_they_came() -> None:
    names = ["Toàn cảnh.jpg", "Ảnh 1.jpg", "Bế mạc.jpg"]
    assert [one.name for one in in_order([Member(name) for name in names])] == names


def test_names_sort_as_a_person_would() -> None:
    assert sorted(["b 10", "Ảnh_2", "anh-1", "b 9"], key=natural) == ["anh-1", "Ảnh_2", "b 9", "b 10"]


@pytest.mark.parametrize(
    ("photograph", "texts", "at"),
    [
        ("bất kỳ.jpg", ["bài.docx"], 0),
        ("Ảnh/1.jpg", ["bài.docx"], 0),
        ("B/1.jpg", ["A/bài.docx", "B/bài.docx"], 1),
        ("B/Ảnh/1.jpg", ["A/bài.docx", "B/bài.docx"], 1),
        ("CLB hát then 1.jpg", ["01 Giao ban.docx", "03 CLB hát then.docx"], 1),
        ("anh clb hat then.jpg", ["01 Giao ban.docx", "03 CLB hát then.docx"], 1),
        ("03 - 1.jpg", ["01 Giao ban.docx", "03 CLB hát then.docx"], 1),
        ("Ảnh bài 2.jpg", ["Bài 1.docx", "Bài 2.docx"], 1),
        ("Ảnh bài 1.jpg", ["Bài 01.docx", "Bài 02.docx"], 0),
        ("Ảnh bài 02.jpg", ["Bài 1.docx", "Bài 2.docx"], 1),
        ("Ảnh bài 0.jpg", ["Bài 00.docx", "Bài 1.docx"], 0),
        ("Ảnh bài 1.jpg", ["Bài 10.docx", "Bài 2.docx"], None),
        ("Ảnh CLB hát then/DSC_01.jpg", ["Giao ban.docx", "CLB hát then.docx"], 1),
        ("DSC_0001.jpg", ["Giao ban.docx", "CLB hát then.docx"], None),
        ("Ảnh 1.jpg", ["Giao ban.docx", "CLB hát then.docx"], None),
        ("C/1.jpg", ["A/bài.docx", "B/bài.docx"], None),
        ("Lễ hội 1.jpg", ["Lễ hội bản Vàng.docx", "Lễ hội Nà Lạn.docx"], None),
        ("1.jpg", [], None),
    ],
)
def test_a_photograph_belongs_to_the_text_of_its_folder_or_its_name(
    photograph: str, texts: list[str], at: int | None
) -> None:
    assert owner(Member(photograph), texts) == at
