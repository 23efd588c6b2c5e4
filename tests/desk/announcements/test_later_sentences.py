"""Sentences after a notice's first meeting that tell of more."""

from __future__ import annotations

from datetime import date, time

from desk.announcements.reader import read_notice

TODAY = date(2019, 4, 8)


def test_what_stays_as_invited_is_a_meeting_still() -> None:
    found = read_notice(
        "Thường trực HĐND thông báo hoãn Kỳ họp thứ 14, đã triệu tập vào 7 giờ 30 ngày 15/4/2019 tại Hội trường.\n"
        "Riêng cuộc họp thẩm tra của Ban Kinh tế vào 14 giờ thứ Sáu, ngày 12/4/2019 tại Phòng họp HĐND vẫn tổ chức "
        "như đã mời.",
        TODAY,
    )
    assert (found[1].date, found[1].start, found[1].place) == (date(2019, 4, 12), time(14), "Phòng họp HĐND")


def test_a_deadline_is_no_meeting() -> None:
    found = read_notice(
        "Kính mời dự Hội nghị sơ kết lúc 8h00 ngày 15/4/2019 tại Phòng 1. Xin xác nhận trước 17h ngày 12/4/2019.",
        TODAY,
    )
    assert len(found) == 1


def test_who_takes_part_is_no_name_and_marks_may_be_missing() -> None:
    found = read_notice(
        "Tổ tổ chức họp các hộ, 19h30 ngày 13/4/2019 tại Nhà văn hóa. "
        "Ngoài ra sáng 14/4/2019 từ 6h30 bà con tham gia tổng vệ sinh khu phố, tập trung ở sân bóng.",
        TODAY,
    )
    assert [one.title for one in found][1:] == ["tổng vệ sinh khu phố"]
