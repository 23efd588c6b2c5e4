"""What is found in notices: against the truth of 94 of them, and never a wrong date without a doubt."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desk.announcements.dates import DayPart, NoticeDoubt, fold
from desk.announcements.meeting_found import Field, MeetingFound
from desk.announcements.reader import read_notice, source
from desk.announcements.to_meeting import fields_of, when_of
from desk.calendar.storage import Chair
from desk.dates.series import DayHalf
from desk.errors import BadIntake, IntakeFault
from tests.desk.announcements.truth import notices, pairs, score, told
from tests.effort import examples

TODAY = date(2019, 4, 8)


def test_the_fixture_is_large_and_varied() -> None:
    assert len(notices()) >= 60
    assert sum(one.held for one in notices()) >= 12
    assert sum(len(one.meetings) for one in notices()) >= 100


@pytest.mark.parametrize("field", ["date", "start", "end", "place", "chair"])
def test_nine_of_ten_are_right(field: str) -> None:
    assert score()[field] >= 0.9


def test_a_wrong_date_always_carries_a_doubt() -> None:
    for notice, truth, found in pairs():
        if found is not None and found.date is not None and told(found)["date"] != truth["date"]:
            assert found.doubts, notice.id


def test_what_a_person_must_look_at_is_said() -> None:
    for notice, truth, found in pairs():
        names = {doubt.name for doubt, _ in found.doubts} if found else set()
        assert set(truth["doubts"]) <= names, notice.id


def test_every_field_points_to_its_words() -> None:
    for notice in notices():
        text = source(notice.text)
        assert len(fold(text)) == len(text)
        for found in read_notice(notice.text, notice.today):
            fields = {span.field.value: text[span.start : span.stop] for span in found.spans}
            assert all(0 <= span.start < span.stop <= len(text) for span in found.spans)
            if found.date is not None:
                assert "date" in fields, notice.id
            if found.place:
                assert " ".join(fields["place"].split()) == found.place
            if found.title:
                assert found.title in " ".join(fields["title"].split())


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


@pytest.mark.parametrize(
    ("words", "doubt"),
    [
        ("8h00 thứ Ba, ngày 15/4/2019", NoticeDoubt.WEEKDAY),
        ("8h00 ngày 15/4/2019 (T6)", NoticeDoubt.WEEKDAY),
        ("từ thứ Ba ngày 29/4 đến thứ Năm ngày 02/5/2019", NoticeDoubt.WEEKDAY),
        ("8h00 ngày 31/4/2019", NoticeDoubt.BAD_DATE),
        ("8h00 ngày 10 tháng 3 năm 2019 âm lịch", NoticeDoubt.DATE_GUESSED),
        ("sáng 15/4/2019 và sáng 17/4/2019", NoticeDoubt.DATE_GUESSED),
        ("14h00 đến 11h00 ngày 15/4/2019", NoticeDoubt.END_BEFORE_START),
        ("tuần sau", NoticeDoubt.NO_DATE),
    ],
)
def test_what_is_odd_is_said(words: str, doubt: NoticeDoubt) -> None:
    (found,) = read_notice(f"Kính mời dự Hội nghị sơ kết.\nThời gian: {words}\nĐịa điểm: A", TODAY)
    assert doubt in {one for one, _ in found.doubts}


LETTERS = st.text(alphabet="abcđệ 0123456789/.:-\n\tTthứHaingàygiờhtạiĐịađiểm:chủtrì;,()", max_size=300)


@settings(max_examples=examples(300))
@given(LETTERS)
def test_no_text_breaks_it(text: str) -> None:
    if text.strip():
        for found in read_notice(text, TODAY):
            assert found.last is None or found.date is None or found.last >= found.date


@settings(max_examples=examples(200))
@given(st.sampled_from(range(len(notices()))), st.floats(0, 1), st.floats(0, 1))
def test_a_text_cut_anywhere_is_read(at: int, begin: float, end: float) -> None:
    text = notices()[at].text
    start, stop = sorted((int(begin * len(text)), int(end * len(text))))
    if text[start:stop].strip():
        for found in read_notice(text[start:stop], TODAY):
            when = when_of(found)
            assert when is None or when.end >= when.start


@pytest.mark.parametrize(
    "unit", ["0", " ", "ngày ", "8h ", "thứ Hai ", "a\t\t\t\n", "- Địa điểm: ", "1/1/", "\n"]
)
def test_long_nonsense_is_read_in_a_moment(unit: str) -> None:
    text = (unit * (60_000 // len(unit)))[:59_000] + "x"
    read_notice(text, TODAY)


def test_what_is_no_notice_is_refused() -> None:
    with pytest.raises(BadIntake) as empty:
        read_notice(" \n", TODAY)
    assert empty.value.fault is IntakeFault.EMPTY
    with pytest.raises(BadIntake) as heavy:
        read_notice("a" * 60_001, TODAY)
    assert heavy.value.fault is IntakeFault.NOTICE_TOO_LONG


def test_it_becomes_a_meeting_that_may_be_entered() -> None:
    (found,) = read_notice(notices()[0].text, notices()[0].today)
    fields, when = fields_of(found), when_of(found)
    assert when is not None
    assert when.start == datetime(2022, 7, 21, 7, 30)
    assert fields.kind == "reporters"
    assert fields.chairs == (Chair("Vũ Mạnh Tường", "Phó Trưởng Ban Thường trực Ban Tuyên giáo Tỉnh ủy"),)
    half = when_of(MeetingFound(title="Họp", date=TODAY, part=DayPart.AFTERNOON))
    assert half is not None
    assert half.part is DayHalf.AFTERNOON
    assert when_of(MeetingFound(title="Họp")) is None
