"""One move is the usual notice; several are several meetings."""

from __future__ import annotations

from datetime import date

from desk.announcements.reader import read_notice

TODAY = date(2019, 4, 8)


def test_a_single_move_keeps_what_stood_before() -> None:
    (found,) = read_notice(
        "Chuyển thời gian tổ chức Hội nghị sơ kết từ 8h00 ngày 15/4/2019 sang 8h00 ngày 16/4/2019 tại Phòng 1.",
        TODAY,
    )
    assert found.date == date(2019, 4, 16)
    assert found.change is not None
    assert found.change.date == date(2019, 4, 15)


def test_moves_said_of_the_meeting_each_with_its_place_and_what_it_leaves() -> None:
    first, other = read_notice(
        "Tỉnh đoàn đã mời dự Liên hoan cán bộ Đoàn vào ngày 15/4/2019 tại hồ Bản Sen.\n"
        "Liên hoan cán bộ Đoàn được dời sang ngày 24/4/2019 (lúc 14h00), địa điểm chuyển về Trung tâm Hoạt động.\n"
        "Đồng thời, Hội nghị Ban Chấp hành chuyển từ 8h00 ngày 12/4/2019 sang 8h00 ngày 26/4/2019, "
        "địa điểm không thay đổi (Hội trường Tỉnh đoàn).",
        TODAY,
    )
    assert (first.title, first.date, first.place) == (
        "Liên hoan cán bộ Đoàn",
        date(2019, 4, 24),
        "Trung tâm Hoạt động",
    )
    assert (other.title, other.place) == ("Hội nghị Ban Chấp hành", "Hội trường Tỉnh đoàn")
    assert first.change is not None
    assert other.change is not None
    assert (first.change.date, other.change.date) == (date(2019, 4, 15), date(2019, 4, 12))


def test_what_is_brought_forward() -> None:
    found = read_notice(
        "Cục lùi thời gian tổ chức Hội nghị sơ kết đến 13h30 ngày 16/4/2019. Buổi tập huấn phần mềm dự kiến "
        "ngày 24/4/2019 được đẩy lên sớm, vào 8h00 ngày 23/4/2019, tại Phòng máy.",
        TODAY,
    )
    assert [(one.title, one.date) for one in found] == [
        ("Hội nghị sơ kết", date(2019, 4, 16)),
        ("Buổi tập huấn phần mềm", date(2019, 4, 23)),
    ]


def test_of_several_planned_days_a_move_leaves_the_last_one_before_it() -> None:
    first, _ = read_notice(
        "Tỉnh đoàn đã họp trù bị vào ngày 02/4/2019 và mời dự Liên hoan cán bộ Đoàn vào ngày 15/4/2019 tại hồ "
        "Bản Sen.\nLiên hoan cán bộ Đoàn được dời sang ngày 24/4/2019 (lúc 14h00).\nĐồng thời, Hội nghị Ban Chấp "
        "hành chuyển từ 8h00 ngày 12/4/2019 sang 8h00 ngày 26/4/2019.",
        date(2019, 4, 8),
    )
    assert first.change is not None
    assert (first.date, first.change.date) == (date(2019, 4, 24), date(2019, 4, 15))
