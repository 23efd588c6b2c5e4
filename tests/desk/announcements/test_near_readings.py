"""A doubt stands wherever another reading of a field is near, and nowhere else."""

from __future__ import annotations

from datetime import date

import pytest

from desk.announcements.dates import NoticeDoubt
from desk.announcements.reader import read_notice
from tests.desk.announcements.forms import forms

TODAY = date(2019, 4, 8)


def near(text: str) -> list[str]:
    return [
        detail
        for one in read_notice(text, TODAY)
        for doubt, detail in one.doubts
        if doubt is NoticeDoubt.NEAR
    ]


@pytest.mark.parametrize(
    "text",
    [
        "THÔNG BÁO\n1. Nội dung: họp giao ban của\n2. Thời gian: 8h00 ngày 15/4/2019\n3. Địa điểm: Phòng 1",
        "Kính mời dự Hội nghị sơ kết lúc 8h00 ngày 15/4/2019.\nĐịa điểm: Phòng họp 1 như trong thư mời đã gửi",
    ],
)
def test_words_of_another_field_or_no_end_are_doubted(text: str) -> None:
    assert near(text)


def test_a_plain_notice_is_not_doubted() -> None:
    assert near("Kính mời dự Hội nghị sơ kết quý I lúc 8h00 ngày 15/4/2019 tại Phòng họp số 1.") == []


def test_few_right_meetings_are_doubted() -> None:
    found = [one for form in forms() for one in read_notice(form.text, form.today)]
    doubted = sum(any(doubt is NoticeDoubt.NEAR for doubt, _ in one.doubts) for one in found)
    assert doubted <= 0.05 * len(found)


def test_cut_brackets_and_a_place_in_a_name_are_near() -> None:
    assert near("Thứ Hai, 8/4:\n8h00: Thu thanh mục A (studio 1; BTV Hà)\nThứ Ba, 9/4:\n9h00: Họp B (tại")
