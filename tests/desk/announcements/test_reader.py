"""What is found in notices: against the truth of 94 of them, and never a wrong date without a doubt."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desk.announcements.dates import fold
from desk.announcements.reader import read_notice, source
from desk.announcements.to_meeting import when_of
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


LETTERS = st.text(alphabet="abcđệ 0123456789/.:-\n\tTthứHaingàygiờhtạiĐịađiểm:chủtrì;,()", max_size=300)


@settings(max_examples=examples(100))
@given(LETTERS)
def test_no_text_breaks_it(text: str) -> None:
    if text.strip():
        for found in read_notice(text, TODAY):
            assert found.last is None or found.date is None or found.last >= found.date


@settings(max_examples=examples(70))
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


def test_who_is_on_duty_meets_nobody_but_an_event_beside_it_is_one() -> None:
    roster = "LỊCH TRỰC TẾT\nNgày\tLãnh đạo\tTrực ban\n14/02/2026\tÔng Phan Đình Tuyên\tLê Thị Sen\n"
    more = "15/02/2026\tÔng Nguyễn Phú Hậu\tTrương Ái Vy\n16/02/2026\tÔng Hồ Văn Lợi\tĐỗ Thị Hà\n"
    assert read_notice(roster + more, date(2026, 2, 9)) == ()
    event = "Lịch trực Tết\nNgày 20/02/2026:\n- 8h00: Họp giao ban đầu xuân tại Hội trường\n- 14h00: Gặp mặt tại sân"
    assert [one.start and one.start.hour for one in read_notice(event, date(2026, 2, 9))] == [8, 14]
