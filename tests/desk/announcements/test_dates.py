"""Dates, hours and half-days in the prose of offices, in every form that people write."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest

from desk.announcements.dates import (
    DayPart,
    NoticeDoubt,
    dates,
    fold,
    part_of,
    relative,
    through_days,
    times,
    weekday_near,
)
from desk.announcements.meeting_found import Field
from desk.announcements.reader import read_notice, source

TODAY = date(2019, 4, 8)


@pytest.mark.parametrize(
    "said", ["{}", "thứ Hai, {}", "thứ 2 {}", "Thứ hai ({})", "{} (thứ Hai)", "{} (T2)", "T2, {}", "sáng {}"]
)
@pytest.mark.parametrize(
    "day",
    [
        "ngày 15/4/2019", "15/4/2019", "ngày 15-4-2019", "15.04.2019", "ngày 15 tháng 4 năm 2019", "15/4",
        "ngày 15 tháng 4", "ngày 15/04/19", "ngày 15-4", "ngày 15.4", "ngày 15 tháng Tư năm 2019",
    ],
)  # fmt: skip
def test_a_day_and_an_hour_in_every_form(day: str, said: str) -> None:
    hours = {
        "8h00": (8, 0), "08 giờ 00": (8, 0), "8 giờ 30 phút": (8, 30), "8:05": (8, 5), "08h00'": (8, 0),
        "vào lúc 8h05": (8, 5), "vào hồi 8 giờ 00 phút": (8, 0), "8 giờ rưỡi": (8, 30), "từ 8h00 đến 11h30": (8, 0),
        "8h-11h30": (8, 0),
    }  # fmt: skip
    for words, begin in hours.items():
        for text in (
            f"Kính mời dự Hội nghị sơ kết.\nThời gian: {words}, {said.format(day)}\nĐịa điểm: Hội trường A",
            f"Mời họp giao ban {words} {said.format(day)} tại Hội trường A.",
            f"Thời gian: {said.format(day)}, {words}.\nNội dung: Họp\nĐịa điểm: Hội trường A",
        ):
            (found,) = read_notice(text, TODAY)
            assert (found.date, found.last, found.place) == (date(2019, 4, 15), None, "Hội trường A"), text
            assert found.start == datetime(2019, 4, 15, *begin).time(), text
            assert (found.end is not None) == ("11h30" in words), text
            assert {doubt for doubt, _ in found.doubts} <= {NoticeDoubt.YEAR_GUESSED}, text
            if found.end is not None:
                (place,) = [source(text)[s.start : s.stop] for s in found.spans if s.field is Field.END]
                assert place == "11h30"


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("15-17/4/2019", "2019-04-15", "2019-04-17"),
        ("từ ngày 15 đến ngày 17 tháng 4 năm 2019", "2019-04-15", "2019-04-17"),
        ("từ ngày 29 tháng 4 đến hết ngày 02 tháng 5 năm 2019", "2019-04-29", "2019-05-02"),
        ("từ thứ Hai ngày 29/4 đến thứ Năm ngày 02/5/2019", "2019-04-29", "2019-05-02"),
        ("ngày 15/4 (thứ Hai) và 16/4/2019 (thứ Ba)", "2019-04-15", "2019-04-16"),
        ("từ ngày 30/12 đến 03/01/2020", "2019-12-30", "2020-01-03"),
        ("từ 7h30 ngày 15/4 đến 17 giờ 00 thứ Ba, ngày 16/4/2019", "2019-04-15", "2019-04-16"),
    ],
)
def test_several_days_in_every_form(words: str, first: str, last: str) -> None:
    (found,) = read_notice(f"Kính mời dự Lớp tập huấn.\nThời gian: {words}\nĐịa điểm: Nhà khách", TODAY)
    assert found.date is not None
    assert found.last is not None
    assert (found.date.isoformat(), found.last.isoformat()) == (first, last)
    assert {doubt for doubt, _ in found.doubts} <= {NoticeDoubt.NO_TIME}


def days(text: str, *, known: bool = True) -> list[tuple[date | None, date | None]]:
    return [(hit.day, hit.last) for hit in dates(fold(text), 2019, known=known)]


def doubts(text: str, *, known: bool = True) -> list[tuple[NoticeDoubt, str]]:
    return [doubt for hit in dates(fold(text), 2019, known=known) for doubt in hit.doubts]


def test_folded_text_has_its_letters_where_the_text_has_them() -> None:
    text = "Địa ĐIỂM: Ấp 5" + " " * 59 + "x" + "\n" * 100 + "y"
    folded = fold(text)
    assert folded.startswith("dia diem: ap 5" + " " * 59 + "x")
    assert len(folded) == len(text)
    assert folded[-101:] == "\n" * 20 + "\0" * 60 + "\n" * 20 + "y"


def test_a_date_stands_where_it_is_written() -> None:
    folded = fold("Họp ngày 15/4/2019, sau đó 16/4")
    assert [folded[hit.start : hit.stop] for hit in dates(folded, 2019, known=True)] == ["15/4/2019", "16/4"]


def test_a_missing_year_is_guessed_unless_it_is_known() -> None:
    assert doubts("ngày 15/4", known=False) == [(NoticeDoubt.YEAR_GUESSED, "2019")]
    assert doubts("15-17/4", known=False) == [(NoticeDoubt.YEAR_GUESSED, "2019")]
    assert doubts("ngày 15/4") == doubts("ngày 15/4/2019", known=False) == []
    assert days("15/4/21") == [(date(2021, 4, 15), None)]


def test_numbers_that_are_no_dates() -> None:
    for text in ("32/4/2019", "5/13/2019", "1/2/3/4", "0/4", "1.5/4"):
        assert days(text) == [], text
    assert doubts("ngày 31/4/2019") == [(NoticeDoubt.BAD_DATE, "31/4/2019")]
    assert days("31-32/4/2019")[0] == (None, None)


def test_a_lunar_date_becomes_the_day_it_falls_on() -> None:
    assert days("ngày 10 tháng 3 năm 2019 âm lịch") == [(date(2019, 4, 14), None)]
    assert doubts("ngày 10/3/2019 (AL)") == [(NoticeDoubt.DATE_GUESSED, "14/4/2019")]


def test_a_stretch_of_days_goes_over_new_year_and_no_longer_than_four_months() -> None:
    assert days("từ ngày 30/12 đến 03/01/2020") == [(date(2019, 12, 30), date(2020, 1, 3))]
    assert days("1/1 - 30/4/2019") == [(date(2019, 1, 1), date(2019, 4, 30))]
    assert days("31/12/2018 - 30/4/2019") == [(date(2018, 12, 31), None), (date(2019, 4, 30), None)]


def test_the_weekday_beside_a_date() -> None:
    for text, number in (
        ("thứ Hai, ngày 15/4", 0),
        ("15/4 (chủ nhật)", 6),
        ("T7 15/4", 5),
        ("thứ tư tuần này (15/4", 2),
    ):
        folded = fold(text)
        at = folded.index("15/4")
        near = weekday_near(folded, at, at + 4)
        assert near is not None
        assert near[0] == number
        assert folded[near[1] : near[2]] in ("thu hai", "chu nhat", "t7", "thu tu")
    assert weekday_near("thu hai\n15/4", 8, 12) is None
    assert weekday_near("thu hai hop 15/4", 12, 16) is None


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("sáng nay", date(2019, 4, 10)),
        ("chiều mai", date(2019, 4, 11)),
        ("ngày kia", date(2019, 4, 12)),
        ("thứ Hai tuần này", date(2019, 4, 8)),
        ("thứ Hai tuần sau", date(2019, 4, 15)),
        ("chủ nhật tuần tới", date(2019, 4, 21)),
    ],
)
def test_a_day_said_from_today_is_a_guess(words: str, day: date) -> None:
    hit = relative(fold(f"Họp {words} tại A"), date(2019, 4, 10))
    assert hit is not None
    assert (hit.day, hit.doubts[0][0]) == (day, NoticeDoubt.DATE_GUESSED)
    assert hit.doubts[0][1] == f"{day.day}/{day.month}/{day.year}"
    assert relative("hop tai a", TODAY) is None


@pytest.mark.parametrize(
    ("words", "begin", "end"),
    [
        ("8h", time(8), None),
        ("2 giờ chiều", time(14), None),
        ("2 giờ rưỡi chiều", time(14, 30), None),
        ("12 giờ tối", time(12), None),
        ("7h tối", time(19), None),
        ("23g59", time(23, 59), None),
        ("7h30 - 11 giờ", time(7, 30), time(11)),
        ("7:30 đến 24h", time(7, 30), None),
    ],
)
def test_hours(words: str, begin: time, end: time | None) -> None:
    (hit,) = times(fold(words))
    assert (hit.begin, hit.end) == (begin, end)


def test_no_hour_is_found_in_other_numbers() -> None:
    assert list(times("24h00, 8h60/2, 1.800 giờ 25h")) == []


def test_the_part_of_the_day() -> None:
    assert part_of(fold("Buổi chiều họp")) == (DayPart.AFTERNOON, 0, 10)
    assert part_of(fold("chuyển sang chiều")) == (DayPart.AFTERNOON, 12, 17)
    assert part_of(fold("trong 01 ngày")) == (DayPart.DAY, 6, 13)
    assert part_of(fold("trong 02 ngày")) is None
    assert part_of(fold("dời sang chiều"), "dời sang chiều") == (DayPart.AFTERNOON, 9, 14)
    assert part_of(fold("lịch sang tuần"), "lịch sang tuần") is None
    assert part_of(fold("cả ngày")) == (DayPart.DAY, 0, 7)
    assert part_of(fold("tối 5/4")) == (DayPart.EVENING, 0, 3)
    assert part_of(fold("00 ngày")) is None
    assert part_of("hop") is None


def test_from_an_hour_of_a_day_to_an_hour_of_another() -> None:
    folded = fold("Từ 7 giờ 30 ngày 14/10 đến 11 giờ 30 ngày 15/10/2021 tại A")
    found = through_days(folded, 0, 2019)
    assert found is not None
    hit, hours = found
    assert (hit.day, hit.last, hit.doubts) == (date(2021, 10, 14), date(2021, 10, 15), ())
    assert (hours.begin, hours.end) == (time(7, 30), time(11, 30))
    assert hours.end_at is not None
    assert folded[slice(*hours.end_at)].strip() == "11 gio 30"
    assert folded[hit.start : hit.stop] == "14/10 den 11 gio 30 ngay 15/10/2021"
    assert through_days(folded, 30, 2019) is None
    assert through_days(fold("từ 7h ngày 14/10 đến 8h ngày 14/10"), 0, 2019) is None
    guessed = through_days(fold("từ 7h ngày 14/10 đến 8h ngày 15/10"), 0, 2019)
    assert guessed is not None
    assert guessed[0].doubts == ((NoticeDoubt.YEAR_GUESSED, "2019"),)


@pytest.mark.parametrize(
    ("words", "hours"),
    [
        ("2:00 ch", [(time(14), None)]),
        ("8:00 sa - 11:30 sa", [(time(8), time(11, 30))]),
        ("12:15 am", [(time(0, 15), None)]),
        ("8h sa pa", [(time(8), None)]),
    ],
)
def test_halves_of_the_day_that_programs_write(words: str, hours: list[tuple[time, time | None]]) -> None:
    assert [(hit.begin, hit.end) for hit in times(words)] == hours


def test_both_sessions_are_the_whole_day() -> None:
    part = part_of("sang, chieu thu hai")
    assert part is not None
    assert part[0] is DayPart.DAY
