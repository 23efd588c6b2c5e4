"""The notices and schedules of real forms: what is read right, what is doubted, and nothing lost in silence."""

from __future__ import annotations

from datetime import date, time
from itertools import pairwise

import pytest

from desk.announcements.dates import NoticeDoubt
from desk.announcements.meeting_found import ChangeKind
from desk.announcements.reader import read_notice, source
from tests.desk.announcements.forms import forms, matched, score

_PLAIN = ("given", "dev")


def test_there_are_many_forms() -> None:
    assert len(forms()) >= 60
    assert score(*_PLAIN, "held").meetings >= 300


@pytest.mark.parametrize(
    ("sets", "fields", "silent"),
    [
        (("given",), 0.98, 0.03),
        (("dev",), 0.98, 0.03),
        (("held",), 0.97, 0.03),
        (("second",), 0.98, 0.03),
        (("third",), 0.98, 0.03),
        (("fourth",), 0.96, 0.03),
        (("fifth_open", "fifth"), 0.98, 0.01),
        (("sixth",), 0.99, 0.01),
        (("seventh",), 0.89, 0.07),
    ],
)
def test_nearly_all_fields_are_right(sets: tuple[str, ...], fields: float, silent: float) -> None:
    found = score(*sets)
    assert found.fields >= fields
    assert found.silent <= silent


def test_a_wrong_or_missing_date_is_never_silent() -> None:
    for form in forms():
        for want, found in matched(form):
            if found is not None and str(found.date) != want["date"]:
                assert found.doubts, (form.id, want["title"])


def test_changes_are_told_with_what_stood_before() -> None:
    seen = 0
    for form in forms():
        for want, found in matched(form):
            change = want.get("change")
            if change is None or found is None or found.change is None or change["kind"] == "place":
                continue
            seen += 1
            old = found.change.date.isoformat() if found.change.date else None
            assert old == change["old_date"] or change["old_date"] is None, form.id
    assert seen >= 8


def test_every_span_lies_in_the_text_and_the_places_are_its_words() -> None:
    for form in forms():
        text = source(form.text)
        for found in read_notice(form.text, form.today):
            assert all(0 <= span.start < span.stop <= len(text) for span in found.spans), form.id


def test_the_desks_own_week_sheet_reads_back_as_its_meetings() -> None:
    found = read_notice(SHEET, date(2019, 4, 14))
    assert [(one.title, one.date, one.last, one.start, one.end) for one in found] == [
        ("Kiểm tra cơ sở", date(2019, 4, 16), None, None, None),
        ("Giao ban báo chí", date(2019, 4, 16), None, time(8), time(9, 30)),
        ("Làm việc với huyện B", date(2019, 4, 16), None, None, None),
        ("Tập huấn nghiệp vụ", date(2019, 4, 17), None, None, None),
        ("Lớp bồi dưỡng", date(2019, 4, 18), date(2019, 4, 19), None, None),
        ("Hội nghị kéo dài", date(2019, 4, 18), date(2019, 4, 19), time(8), time(17)),
        ("Họp Chi bộ", date(2019, 4, 18), None, time(14), time(15)),
        ("Họp xuyên trưa", date(2019, 4, 20), None, time(9), time(15)),
        ("Trực đêm", date(2019, 4, 21), None, time(20), None),
    ]
    moved = found[6].change
    assert moved is not None
    assert (moved.kind, moved.date) == (ChangeKind.MOVED, date(2019, 4, 19))


def test_days_come_in_the_order_of_the_schedule() -> None:
    for form in forms():
        if form.id.startswith(("d01", "d11", "d47", "d50")):
            days = [one.date for one in read_notice(form.text, form.today)]
            assert all(one and other and one <= other for one, other in pairwise(days))


def test_what_no_meeting_took_is_named() -> None:
    text = "Kính mời dự Hội nghị sơ kết lúc 8h00 ngày 15/4/2019 tại Phòng 1. Xe chạy 6h15 rồi quay lại 16h40."
    (found,) = read_notice(text, date(2019, 4, 8))
    left = [detail for doubt, detail in found.doubts if doubt is NoticeDoubt.LEFT_OVER]
    assert left == ["6h15", "16h40"]


SHEET = """\ufeffLỊCH CÔNG TÁC TUẦN
Tuần 16 năm 2019
(Từ ngày 15/4/2019 đến ngày 21/4/2019)

Thứ Hai, 15/4 – 11/3 ÂL; Nghỉ bù Giỗ Tổ Hùng Vương:
Không có lịch

Thứ Ba, 16/4 – 12/3 ÂL:
Sáng: Kiểm tra cơ sở
- Địa điểm: xã A
08h00 - 09h30: Giao ban báo chí
- Chủ trì: Lê Văn Á – Trưởng ban
- Thành phần: Các phòng
- Địa điểm: Phòng họp tầng 2
Chiều: Làm việc với huyện B

Thứ Tư, 17/4 – 13/3 ÂL:
Sáng: Tập huấn nghiệp vụ (cả ngày)
- Địa điểm: Hội trường tỉnh
Chiều: Không có lịch

Thứ Năm, 18/4 – 14/3 ÂL:
Sáng: Lớp bồi dưỡng (18/4 – 19/4)
- Địa điểm: Trường Chính trị
08h00: Hội nghị kéo dài
- Địa điểm: Hà Nội
14h00 - 15h00: Họp Chi bộ (dời từ 14h00 ngày 19/4)
- Địa điểm: P1

Thứ Sáu, 19/4 – 15/3 ÂL:
Sáng: Lớp bồi dưỡng (18/4 – 19/4)
- Địa điểm: Trường Chính trị
đến 17h00: Hội nghị kéo dài
- Địa điểm: Hà Nội
14h00 - 15h00: Họp Chi bộ (dời sang 14h00 ngày 18/4; bận)
- Địa điểm: P1

Thứ Bảy, 20/4 – 16/3 ÂL:
09h00 - 15h00: Họp xuyên trưa
Chiều: Không có lịch

Chủ nhật, 21/4 – 17/3 ÂL:
Sáng: Không có lịch
Chiều: Không có lịch
20h00: Trực đêm
"""
