"""Headings end their lines where one would pause, never after "của" or "về", and are about equally long."""

from __future__ import annotations

import pytest

from desk.edition.page_geometry import MM
from desk.press.typeset.headline_breaks import in_lines
from desk.press.typeset.manuscript import headline

A5, A4 = 113 * MM, 81.5 * MM


def lines(words: str, width: float, size: float = 13.0, *, upper: bool = False) -> list[str]:
    ended = in_lines(headline(words), width, size, upper=upper)
    return [line.replace("\u00a0", " ") for line in ended.split(" ")]


@pytest.mark.parametrize(
    ("title", "width", "ended"),
    [
        (
            "Chi bộ bản Phiêng: đảng viên đi trước, làng nước theo sau",
            A5,
            ["Chi bộ bản Phiêng:", "đảng viên đi trước, làng nước theo sau"],
        ),
        (
            "Phát huy vai trò người có uy tín trong vùng đồng bào dân tộc thiểu số",
            A5,
            ["Phát huy vai trò người có uy tín", "trong vùng đồng bào dân tộc thiểu số"],
        ),
        (
            "Bảo vệ nền tảng tư tưởng của Đảng – nhiệm vụ thường xuyên của mỗi chi bộ",
            A4,
            ["Bảo vệ nền tảng tư tưởng của Đảng –", "nhiệm vụ thường xuyên của mỗi chi bộ"],
        ),
        (
            "Tổng kết 10 năm thực hiện Chỉ thị số 38-CT/TW về công tác bảo hiểm y tế",
            A5,
            ["Tổng kết 10 năm thực hiện", "Chỉ thị số 38-CT/TW về công tác bảo hiểm y tế"],
        ),
        (
            "Tình hình kinh tế - xã hội quý I năm 2019",
            A4,
            ["Tình hình kinh tế - xã hội", "quý I năm 2019"],
        ),
    ],
)
def test_lines_end_where_one_would_pause(title: str, width: float, ended: list[str]) -> None:
    assert lines(title, width) == ended


def test_capitals_are_wider() -> None:
    name = "Học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh"
    assert lines(name, A5, 14.0, upper=True) == [
        "Học tập và làm theo tư tưởng,",
        "đạo đức, phong cách Hồ Chí Minh",
    ]
    assert in_lines(name, 142 * MM, 14.0) == name  # fits as it is
    assert in_lines(name, 142 * MM, 14.0, upper=True) != name


@pytest.mark.parametrize(
    "words", ["", "Một tít ngắn", "Tít\ncó dòng của mình " + "dài " * 40, "từ" * 80 + " và nữa", " "]
)
def test_what_needs_or_bears_no_choice_stays_as_it_came(words: str) -> None:
    assert in_lines(words, A5, 13.0) == words


def test_no_more_lines_than_needed_however_long() -> None:
    words = "của các " * 60 + "chi bộ"
    ended = in_lines(words, A5, 13.0)
    assert ended.replace("\u00a0", " ") == words
    assert len(ended.split(" ")) == 9
