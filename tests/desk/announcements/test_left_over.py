"""What no meeting took is named; what is said to be something else is not."""

from __future__ import annotations

from datetime import date

import pytest

from desk.announcements.dates import NoticeDoubt
from desk.announcements.left_over import with_left_over
from desk.announcements.letters import Letters
from desk.announcements.reader import read_notice

TODAY = date(2019, 4, 8)
HEAD = "Kính mời dự Hội nghị sơ kết lúc 8h00 ngày 15/4/2019 tại Phòng 1."


def left(tail: str) -> list[str]:
    return [
        detail
        for one in read_notice(f"{HEAD} {tail}", TODAY)
        for doubt, detail in one.doubts
        if doubt is NoticeDoubt.LEFT_OVER
    ]


def test_an_hour_and_a_day_that_belong_to_none() -> None:
    assert left("Xe chạy 6h15.") == ["6h15"]
    assert left("Về ngày 17/4/2019.") == ["17/4/2019"]


@pytest.mark.parametrize(
    "tail",
    [
        "Gửi danh sách trước 16h00 ngày 12/4/2019.",
        "Theo Công văn số 12-CV/BTG ngày 01/4/2019.",
        "Có mặt trước 15 phút.",
        "Kỷ niệm ngày thành lập (01/8/1930 - 01/8/2019).",
    ],
)
def test_what_is_named_by_its_words(tail: str) -> None:
    assert left(tail) == []


def test_nothing_found_has_nothing_left() -> None:
    assert with_left_over(Letters.of("8h00 ngày 15/4"), [], TODAY) == []


def test_an_hour_that_another_meeting_has_is_named_where_it_stands_alone() -> None:
    text = "LỊCH\nThứ Hai, 8/4:\n8h00: Họp A\n9h00: Họp B\n10h00: Họp C, xe chạy lúc 8h00 tại cổng"
    found = read_notice(text, TODAY)
    assert [one.doubts for one in found[:2]] == [((NoticeDoubt.YEAR_GUESSED, "2019"),)] * 2
    assert (NoticeDoubt.LEFT_OVER, "8h00") in found[2].doubts


def test_a_day_after_which_a_square_is_named_is_none_of_a_meeting() -> None:
    assert not left("Mít tinh tại Quảng trường 30/4.")[1:]
