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
