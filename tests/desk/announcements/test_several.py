"""Notices of several meetings."""

from __future__ import annotations

from datetime import date, time

from desk.announcements import several
from desk.announcements.letters import Letters
from desk.announcements.reader import read_notice

TODAY = date(2019, 4, 8)
TWO = (
    "THÔNG BÁO\n1. Họp giao ban\nThời gian: 8h00 ngày 15/4/2019\nĐịa điểm: Phòng 1\n"
    "2. Hội nghị sơ kết\nThời gian: 14h00 cùng ngày\nĐịa điểm: như trên\n"
)


def test_blocks_with_a_time_each() -> None:
    letters = Letters.of(TWO)
    assert [letters.text[one.start : one.stop].split("\n")[0] for one in several.blocks(letters)] == [
        "1. Họp giao ban",
        "2. Hội nghị sơ kết",
    ]
    assert [(one.title, one.date, one.start, one.place) for one in read_notice(TWO, TODAY)] == [
        ("Họp giao ban", date(2019, 4, 15), time(8), "Phòng 1"),
        ("Hội nghị sơ kết", date(2019, 4, 15), time(14), "Phòng 1"),
    ]
    assert len(several.blocks(Letters.of("Thời gian: 8h"))) == 1


def test_lines_with_an_hour_each() -> None:
    found = read_notice(
        "Kính mời dự họp sơ kết học kỳ I:\n- Khối 1, 2, 3: 7g30 Chủ nhật, ngày 14/4/2019\n"
        "- Khối 4, 5: 9g30 Chủ nhật, ngày 14/4/2019\nĐịa điểm: tại phòng học của lớp.",
        TODAY,
    )
    assert [(one.title, one.start, one.place) for one in found] == [
        ("họp sơ kết học kỳ I", time(7, 30), "phòng học của lớp"),
        ("họp sơ kết học kỳ I", time(9, 30), "phòng học của lớp"),
    ]


def test_parts_of_a_congress_have_their_own_names() -> None:
    found = read_notice(
        "Kính mời dự Đại hội đại biểu Đảng bộ xã\n+ Phiên trù bị: từ 14h00 ngày 18/4/2019;\n"
        "+ Phiên chính thức: từ 7h30 ngày 19/4/2019.\nTại: Hội trường UBND xã",
        TODAY,
    )
    assert [(one.title, one.date) for one in found] == [
        ("Phiên trù bị", date(2019, 4, 18)),
        ("Phiên chính thức", date(2019, 4, 19)),
    ]


def test_a_later_sentence_on_the_same_day() -> None:
    found = read_notice(
        "Thường trực HĐND tổ chức phiên họp thường kỳ.\n- Thời gian: 7h30, ngày 22 tháng 4 năm "
        "2019.\n- Địa điểm: Phòng họp số 2.\n"
        "Sau phiên họp, vào hồi 14h00' cùng ngày, Thường trực tổ chức khảo sát tại xã Minh Tân.",
        TODAY,
    )
    assert [(one.title, one.start, one.place) for one in found] == [
        ("phiên họp thường kỳ", time(7, 30), "Phòng họp số 2"),
        ("khảo sát", time(14), "xã Minh Tân"),
    ]


def test_deadlines_are_no_meetings() -> None:
    found = read_notice(
        "Kính mời dự Hội nghị lúc 8h00 ngày 15/4/2019 tại P1.\n- Đăng ký trước 16h00 ngày "
        "12/4/2019\n- Gửi báo cáo trước 11h00 ngày 11/4/2019",
        TODAY,
    )
    assert [one.start for one in found] == [time(8)]
