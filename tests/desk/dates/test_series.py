"""Series against dateutil: whatever is edited, no occurrence is lost and none is doubled."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from dateutil.rrule import rrulestr
from hypothesis import given, settings
from hypothesis import strategies as st

from desk.dates.recurrence import Recurrence, nth, read_rule
from desk.dates.series import (
    DayHalf,
    Series,
    SeriesChange,
    SeriesEdit,
    When,
    _period,
    cut_short,
    edit_all,
    edit_following,
    once,
    recurring,
)
from desk.errors import BadRule
from tests.effort import examples

# `python -m tests.bench dates` asks for thirty times as many.
MANY = examples(270)
BEGIN = datetime(2015, 1, 1, 8, 0)
_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_SPAN = (datetime(2010, 1, 1), datetime(2026, 1, 1))


@st.composite
def rules(draw: st.DrawFn) -> tuple[datetime, str]:
    """A start and a rule that the dialog can make, the start being its first date or before it."""
    start = BEGIN + timedelta(days=draw(st.integers(0, 1500)), minutes=30 * draw(st.integers(0, 20)))
    interval = draw(st.sampled_from((1, 1, 1, 2, 3, 4)))
    kind = draw(
        st.sampled_from(("DAILY", "WEEKLY", "WEEKLY", "MONTHDAY", "NTH", "LAST", "QUARTER", "YEARLY"))
    )
    if kind == "DAILY":
        words = f"FREQ=DAILY;INTERVAL={interval}"
    elif kind == "WEEKLY":
        days = draw(st.sets(st.sampled_from(_DAYS), max_size=3)) | {_DAYS[start.weekday()]}
        words = f"FREQ=WEEKLY;INTERVAL={interval};BYDAY={','.join(sorted(days, key=_DAYS.index))}"
    elif kind == "MONTHDAY":
        words = f"FREQ=MONTHLY;INTERVAL={interval};BYMONTHDAY={start.day}"
    elif kind == "NTH":
        words = f"FREQ=MONTHLY;INTERVAL={interval};BYDAY={nth(start.date())}{_DAYS[start.weekday()]}"
    elif kind == "LAST":
        words = f"FREQ=MONTHLY;INTERVAL={interval};BYMONTHDAY=-1"
    elif kind == "QUARTER":
        words = f"FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY={start.day}"
    else:
        words = f"FREQ=YEARLY;BYMONTH={start.month};BYMONTHDAY={start.day}"
    end = draw(st.sampled_from(("", "COUNT", "UNTIL")))
    if end == "COUNT":
        words += f";COUNT={draw(st.integers(1, 60))}"
    elif end == "UNTIL":
        until = start + timedelta(days=draw(st.integers(0, 2500)))
        words += f";UNTIL={until:%Y%m%dT%H%M%S}"
    return start, words


def times(*series: Series | None) -> list[tuple[datetime, datetime]]:
    """Return when they are held, in order, over the whole span of the test."""
    found = [slot for one in series if one is not None for slot in one.slots(*_SPAN)]
    return sorted((slot.when.start, slot.when.end) for slot in found)


def oracle(start: datetime, words: str, length: timedelta) -> list[tuple[datetime, datetime]]:
    """Return what dateutil alone says."""
    found = rrulestr(words, dtstart=start).between(*_SPAN, inc=True)
    return [(one, one + length) for one in found if one < _SPAN[1]]


def made(given: tuple[datetime, str], length: timedelta) -> Series | None:
    start, words = given
    try:
        return recurring(When(start, start + length), read_rule(words))
    except BadRule:
        return None


HOUR = timedelta(hours=1)


@settings(max_examples=MANY * 3 // 10)
@given(rules(), st.integers(0, 72), st.integers(0, 3600), st.integers(1, 90))
def test_a_span_holds_what_dateutil_says(
    given: tuple[datetime, str], hours: int, day: int, days: int
) -> None:
    length = timedelta(hours=hours)
    series = made(given, length)
    if series is None:
        assert not oracle(*given, length)
        return
    since = BEGIN + timedelta(days=day)
    until = since + timedelta(days=days)
    whole = rrulestr(given[1], dtstart=given[0]).between(since - length - HOUR, until, inc=True)
    wanted = [one for one in whole if When(one, one + length).touches(since, until)]
    assert [slot.when.start for slot in series.slots(since, until)] == wanted
    assert all(series.slot(one) is not None for one in wanted[:3])


@settings(max_examples=MANY * 3 // 10)
@given(rules(), st.data())
def test_edits_lose_and_double_nothing(given: tuple[datetime, str], data: st.DataObject) -> None:
    series = made(given, HOUR)
    if series is None:
        return
    expected = oracle(*given, HOUR)
    origins = [slot.origin for slot in series.slots(*_SPAN)]
    at = data.draw(st.integers(0, min(len(origins), 80) - 1))
    origin = origins[at]
    shift = timedelta(minutes=15 * data.draw(st.integers(-40, 40)))
    longer = timedelta(minutes=15 * data.draw(st.integers(0, 8)))
    scope = data.draw(st.sampled_from(("one", "gone", "following", "cut", "all")))
    when = When(origin + shift, origin + shift + HOUR + longer)
    if when.start.date() != origin.date():
        when = series.when.at(origin)
        shift = longer = timedelta()
    if scope == "one":
        got = times(series.put(SeriesChange(origin, when=when)))
        wanted = sorted([*expected[:at], (when.start, when.end), *expected[at + 1 :]])
    elif scope == "gone":
        got = times(series.put(SeriesChange(origin, gone=True)))
        wanted = [*expected[:at], *expected[at + 1 :]]
    elif scope == "cut":
        got = times(cut_short(series, origin))
        wanted = expected[:at]
    elif scope == "following":
        edited = edit_following(series, origin, SeriesEdit(when))
        got = times(edited.series, edited.following)
        wanted = [*expected[:at], *((a + shift, b + shift + longer) for a, b in expected[at:])]
    else:
        got = times(edit_all(series, origin, SeriesEdit(when)).series)
        wanted = [(a + shift, b + shift + longer) for a, b in expected]
    assert got == wanted


@settings(max_examples=MANY // 5)
@given(rules(), st.data())
def test_what_was_put_elsewhere_survives_every_edit(given: tuple[datetime, str], data: st.DataObject) -> None:
    """Occurrences moved one by one, or with news, are there once after any edit of their series."""
    series = made(given, HOUR)
    if series is None:
        return
    origins = [slot.origin for slot in series.slots(*_SPAN)][:60]
    moved = data.draw(st.lists(st.sampled_from(origins), unique=True, max_size=4))
    gone = data.draw(st.lists(st.sampled_from(origins), unique=True, max_size=2))
    apart = [datetime(2011, 3, 1 + i, 21, 7) for i in range(len(moved))]
    for origin, place in zip(moved, apart, strict=True):
        series = series.put(SeriesChange(origin, when=When(place, place + HOUR)))
    for origin in gone:
        if origin not in moved:
            series = series.put(SeriesChange(origin, gone=True))
    origin = data.draw(st.sampled_from(origins))
    shift = timedelta(minutes=data.draw(st.integers(-400, 400)))
    held = series.by_origin.get(origin)
    if held is not None or (origin + shift).date() != origin.date():
        return
    wish = SeriesEdit(When(origin + shift, origin + shift + HOUR))
    edit = data.draw(st.sampled_from((edit_all, edit_following)))
    edited = edit(series, origin, wish, moved)
    after = times(edited.series, edited.following)
    assert len(after) == len(times(series))
    for place in apart:
        assert after.count((place, place + HOUR)) == 1


@settings(max_examples=MANY // 5)
@given(rules(), st.integers(1, 27), st.data())
def test_dragging_a_whole_series_to_another_day(
    given: tuple[datetime, str], days: int, data: st.DataObject
) -> None:
    """The rule's days follow the drag: every week's date moves, the count of occurrences stays."""
    series = made((given[0], given[1].split(";UNTIL")[0]), HOUR)
    if series is None or series.rule is None or series.rule.freq not in ("DAILY", "WEEKLY"):
        return
    origins = [slot.origin for slot in series.slots(*_SPAN)][:30]
    origin = data.draw(st.sampled_from(origins))
    shift = timedelta(days=days)
    edited = edit_all(series, origin, SeriesEdit(series.when.at(origin + shift)))
    assert edited.series is not None
    first = [slot.when.start for slot in edited.series.next(BEGIN, 30)]
    assert first == [one + shift for one in [slot.when.start for slot in series.next(BEGIN, 30)]]


def test_news_stays_where_a_new_rule_has_no_date() -> None:
    monday = datetime(2019, 4, 1, 8, 0)
    series = recurring(When(monday, monday + HOUR), read_rule("FREQ=WEEKLY;BYDAY=MO"))
    held = monday + timedelta(days=14)
    wish = SeriesEdit(rule=read_rule("FREQ=MONTHLY;BYDAY=1TU"))
    edited = edit_all(series, monday, wish, [held])
    assert edited.series is not None
    slots = edited.series.slots(datetime(2019, 4, 1), datetime(2019, 6, 1))
    assert [slot.when.start for slot in slots] == [datetime(2019, 4, 2, 8), held, datetime(2019, 5, 7, 8)]
    assert edited.series.by_origin[held].extra


def test_what_hangs_on_the_occurrence_edited_goes_on_with_it() -> None:
    """From this Monday on it is held on Tuesdays: this Monday's news stand on its Tuesday, the later ones too."""
    monday = datetime(2019, 4, 1, 8, 0)
    series = recurring(When(monday, monday + HOUR), read_rule("FREQ=WEEKLY;BYDAY=MO"))
    here, later = monday + timedelta(days=14), monday + timedelta(days=21)
    wish = SeriesEdit(series.when.at(here + timedelta(days=1)))
    edited = edit_following(series, here, wish, [monday, here, later])
    assert edited.moves == {one: (True, one + timedelta(days=1)) for one in (here, later)}


def test_another_rule_for_all_takes_nothing_of_the_one_occurrence_it_was_asked_at() -> None:
    monday, second = datetime(2019, 4, 1, 8, 0), datetime(2019, 4, 8, 8, 0)
    whole_day = When(datetime(2019, 4, 8, 7, 0), datetime(2019, 4, 8, 17, 0), DayHalf.DAY)
    series = recurring(
        When(monday, monday + HOUR),
        read_rule("FREQ=WEEKLY;BYDAY=MO"),
        [SeriesChange(second, when=whole_day)],
    )
    edited = edit_all(series, second, SeriesEdit(rule=read_rule("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO")))
    assert edited.series is not None
    assert edited.series.when == When(monday, monday + HOUR, DayHalf.HOURS)


def test_nothing_is_left_of_a_series_cut_before_its_first() -> None:
    monday = datetime(2019, 4, 1, 8, 0)
    series = recurring(When(monday, monday + HOUR), read_rule("FREQ=WEEKLY;BYDAY=MO"))
    assert cut_short(series, monday) is None
    left = cut_short(series, monday + timedelta(days=7))
    assert times(left) == [(monday, monday + HOUR)]


def test_a_meeting_held_once_becomes_a_series_and_back() -> None:
    start = datetime(2019, 4, 9, 14, 0)
    single = once(When(start, start + HOUR))
    series = edit_all(single, start, SeriesEdit(rule=Recurrence("WEEKLY", count=3))).series
    assert series is not None
    assert len(times(series)) == 3
    back = edit_all(series, start, SeriesEdit(single=True)).series
    assert times(back) == [(start, start + HOUR)]


@pytest.mark.parametrize(
    ("start", "rule", "other", "held", "now"),
    [
        (datetime(2019, 4, 5, 8), "FREQ=WEEKLY;BYDAY=FR", "FREQ=WEEKLY;BYDAY=MO", (2019, 4, 19), (2019, 4, 15)),
        (datetime(2019, 4, 1, 8), "FREQ=WEEKLY;BYDAY=MO", "FREQ=WEEKLY;BYDAY=SU", (2019, 4, 15), (2019, 4, 21)),
        (datetime(2019, 1, 25, 8), "FREQ=MONTHLY;BYMONTHDAY=25", "FREQ=MONTHLY;BYMONTHDAY=5",
         (2019, 4, 25), (2019, 4, 5)),
        (datetime(2018, 4, 25, 8), "FREQ=YEARLY;BYMONTH=4;BYMONTHDAY=25", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=3",
         (2019, 4, 25), (2019, 2, 3)),
    ],
)  # fmt: skip
def test_what_hangs_on_a_date_goes_to_the_date_of_its_week_month_or_year(
    start: datetime, rule: str, other: str, held: tuple[int, int, int], now: tuple[int, int, int]
) -> None:
    """News of Friday stay in their week when the series moves to Mondays, and do not go on to the next."""
    series = recurring(When(start, start + timedelta(hours=1)), read_rule(rule))
    origin = datetime(*held, 8)
    edited = edit_all(series, series.when.start, SeriesEdit(rule=read_rule(other)), kept=[origin])
    assert edited.moves[origin] == (False, datetime(*now, 8))


@pytest.mark.parametrize(
    ("rule", "moment", "begins", "ends"),
    [
        ("FREQ=DAILY", "2019-04-08T09:00", "2019-04-08", "2019-04-09"),
        ("FREQ=WEEKLY", "2019-04-08T00:00", "2019-04-08", "2019-04-15"),  # a Monday begins its week
        ("FREQ=WEEKLY", "2019-04-14T23:30", "2019-04-08", "2019-04-15"),
        ("FREQ=MONTHLY", "2019-01-31T08:00", "2019-01-01", "2019-02-01"),
        ("FREQ=MONTHLY", "2019-02-01T00:00", "2019-02-01", "2019-03-01"),
        ("FREQ=MONTHLY", "2019-12-31T23:59", "2019-12-01", "2020-01-01"),
        ("FREQ=YEARLY", "2020-02-29T08:00", "2020-01-01", "2021-01-01"),
        ("LUNAR;MONTH=1;DAY=15", "2020-02-08T08:00", "2020-01-01", "2021-01-01"),
    ],
)
def test_the_period_of_a_rule_has_no_gap_and_no_overlap(
    rule: str, moment: str, begins: str, ends: str
) -> None:
    period = _period(read_rule(rule), datetime.fromisoformat(moment))
    assert period == (datetime.fromisoformat(begins), datetime.fromisoformat(ends))
    assert _period(read_rule(rule), period[1])[0] == period[1]
