"""A series taken at its word: what it touches, its days and occurrences, and what hangs on them after an edit."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

import pytest

from desk.dates.recurrence import read_rule
from desk.dates.series import (
    OFF,
    DayHalf,
    Edited,
    MeetingState,
    Series,
    SeriesChange,
    SeriesEdit,
    Slot,
    When,
    cut_short,
    edit_all,
    edit_following,
    once,
    part_of_day,
    recurring,
    split,
    stored_rule,
)
from desk.errors import BadRule

HOUR = timedelta(hours=1)
WEEK = timedelta(days=7)
MONDAY = datetime(2019, 4, 1, 8)
AT = When(MONDAY, MONDAY + HOUR)


def weekly(more: str = "", *changes: SeriesChange) -> Series:
    return recurring(AT, read_rule(f"FREQ=WEEKLY;BYDAY=MO{more}"), changes)


def monday(number: int) -> datetime:
    return MONDAY + number * WEEK


def held(series: Series | None, until: datetime = datetime(2019, 6, 1)) -> list[datetime]:
    return [slot.when.start for slot in series.slots(datetime(2019, 1, 1), until)] if series else []


# -- a time ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("since", "until", "touches"),
    [((7, 0), (8, 0), False), ((7, 0), (8, 1), True), ((9, 0), (10, 0), False), ((8, 59), (10, 0), True),
     ((8, 15), (8, 30), True), ((0, 0), (23, 0), True)],
)  # fmt: skip
def test_a_time_touches_what_shares_a_moment_with_it(
    since: tuple[int, int], until: tuple[int, int], touches: bool
) -> None:
    assert AT.touches(datetime(2019, 4, 1, *since), datetime(2019, 4, 1, *until)) is touches


@pytest.mark.parametrize(
    ("since", "until", "touches"), [(7, 8, False), (8, 9, True), (9, 10, False), (7, 9, True)]
)
def test_a_moment_without_length_touches_the_span_that_it_begins_in(
    since: int, until: int, touches: bool
) -> None:
    moment = When(MONDAY, MONDAY)
    assert moment.touches(datetime(2019, 4, 1, since), datetime(2019, 4, 1, until)) is touches


@pytest.mark.parametrize(
    ("end", "last"),
    [
        (datetime(2019, 4, 1, 8), date(2019, 4, 1)),
        (datetime(2019, 4, 1, 23), date(2019, 4, 1)),
        (datetime(2019, 4, 2), date(2019, 4, 1)),
        (datetime(2019, 4, 2, 0, 1), date(2019, 4, 2)),
    ],
)
def test_a_time_until_midnight_ends_on_the_day_before(end: datetime, last: date) -> None:
    assert When(MONDAY, end).last == last
    assert When(datetime(2019, 4, 1), datetime(2019, 4, 1)).last == date(2019, 4, 1)


@pytest.mark.parametrize(
    ("part", "opens", "closes"),
    [
        (DayHalf.MORNING, time(7, 30), time(11, 30)),
        (DayHalf.AFTERNOON, time(13, 30), time(17)),
        (DayHalf.DAY, time(7, 30), time(17)),
    ],
)
def test_a_half_day_stands_for_office_hours(part: DayHalf, opens: time, closes: time) -> None:
    first, last = date(2019, 4, 9), date(2019, 4, 11)
    whole = When(datetime.combine(first, opens), datetime.combine(first, closes), part)
    assert part_of_day(first, part) == whole
    assert part_of_day(first, part, last).end == datetime.combine(last, closes)
    assert whole.at(MONDAY) == When(MONDAY, MONDAY + whole.length, part)


def test_nobody_sits_where_it_is_put_off_or_called_off() -> None:
    assert {state for state in MeetingState if state in OFF} == {
        MeetingState.POSTPONED,
        MeetingState.CANCELLED,
    }


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (SeriesChange(MONDAY), False),
        (SeriesChange(MONDAY, gone=True), False),
        (SeriesChange(MONDAY, extra=True), False),
        (SeriesChange(MONDAY, when=AT), True),
        (SeriesChange(MONDAY, state=MeetingState.CONFIRMED), True),
        (SeriesChange(MONDAY, reason="mưa lũ"), True),
        (SeriesChange(MONDAY, fields={"place": "Tầng 3"}), True),
    ],
)
def test_a_change_that_only_exists_says_nothing(change: SeriesChange, says: bool) -> None:
    assert change.says_something is says


# -- its days --------------------------------------------------------------------------------------------


def test_the_first_and_last_day_hold_what_was_put_before_and_after() -> None:
    assert (once(AT).first_day, once(AT).last_day) == (date(2019, 4, 1), date(2019, 4, 1))
    assert (weekly().first_day, weekly().last_day) == (date(2019, 4, 1), None)
    three = weekly(";COUNT=3")
    assert (three.first_day, three.last_day) == (date(2019, 4, 1), date(2019, 4, 15))
    early, late = MONDAY - timedelta(days=3), MONDAY + timedelta(days=60)
    apart = three.put(SeriesChange(monday(1), When(early, early + HOUR)))
    apart = apart.put(SeriesChange(monday(2), When(late, late + HOUR)))
    assert (apart.first_day, apart.last_day) == (early.date(), late.date())
    gone = apart.put(SeriesChange(monday(2), When(late, late + HOUR), gone=True))
    assert gone.last_day == date(2019, 4, 15)
    inside = three.put(SeriesChange(monday(1), state=MeetingState.CONFIRMED))
    assert (inside.first_day, inside.last_day) == (date(2019, 4, 1), date(2019, 4, 15))
    night = recurring(
        When(MONDAY.replace(hour=22), monday(0) + timedelta(hours=20)), read_rule("FREQ=DAILY;COUNT=2")
    )
    assert night.last_day == date(2019, 4, 3)


def test_an_occurrence_is_found_by_its_origin_alone() -> None:
    place = When(monday(1) + timedelta(days=1), monday(1) + timedelta(days=1) + HOUR)
    moved, off = SeriesChange(monday(1), place), SeriesChange(monday(2), gone=True)
    extra = SeriesChange(MONDAY + timedelta(days=3), extra=True)
    stray = SeriesChange(MONDAY + timedelta(days=4), place)  # the rule has no such date
    series = weekly(";COUNT=4", moved, off, extra, stray)
    assert series.slot(monday(0)) == Slot(monday(0), AT)
    assert series.slot(monday(1)) == Slot(monday(1), place, moved)
    assert series.slot(extra.origin) == Slot(extra.origin, AT.at(extra.origin), extra)
    for origin in (monday(2), stray.origin, monday(4), MONDAY + HOUR, place.start):
        assert series.slot(origin) is None
    assert [slot.origin for slot in series.slots(datetime(2019, 1, 1), datetime(2020, 1, 1))] == [
        monday(0), extra.origin, monday(1), monday(3),
    ]  # fmt: skip
    assert series.slots(MONDAY, place.start)[-1].origin == extra.origin
    assert once(AT).slot(MONDAY) == Slot(MONDAY, AT)
    assert once(AT).slot(monday(1)) is None


def test_a_span_holds_what_reaches_into_it() -> None:
    night = recurring(When(MONDAY, MONDAY + timedelta(hours=30)), read_rule("FREQ=WEEKLY"))
    assert [slot.origin for slot in night.slots(datetime(2019, 4, 2), datetime(2019, 4, 3))] == [MONDAY]
    assert night.slots(MONDAY + timedelta(hours=30), monday(1)) == []
    assert once(AT).slots(MONDAY + HOUR, monday(1)) == []
    assert once(AT).slots(MONDAY, monday(1)) == [Slot(MONDAY, AT)]


@pytest.mark.parametrize(("most", "count"), [(0, 0), (1, 1), (3, 3), (4, 4), (9, 4)])
def test_the_next_ones_are_as_many_as_wanted_and_there_are(most: int, count: int) -> None:
    series = weekly(";COUNT=4")
    assert [slot.origin for slot in series.next(MONDAY, most)] == [monday(n) for n in range(count)]
    assert [slot.origin for slot in series.next(monday(2) + HOUR, 9)] == [monday(3)]  # over by then
    assert series.next(monday(4), 9) == []


def test_the_next_ones_of_a_rare_rule_are_found_over_years_and_each_once() -> None:
    leap = datetime(2016, 2, 29, 8)
    series = recurring(When(leap, leap + HOUR), read_rule("FREQ=YEARLY"))
    assert [slot.origin.year for slot in series.next(leap, 5)] == [2016, 2020, 2024, 2028, 2032]
    long = recurring(
        When(leap, leap + timedelta(days=390)), read_rule("FREQ=YEARLY;INTERVAL=2;BYMONTH=3;COUNT=3")
    )
    assert [slot.origin.year for slot in long.next(leap, 9)] == [2016, 2018, 2020]


def test_changes_stand_by_origin_each_once() -> None:
    later, first = SeriesChange(monday(2), gone=True), SeriesChange(monday(1), gone=True)
    again = SeriesChange(monday(2), state=MeetingState.CONFIRMED)
    assert weekly("", later, first).changes == (first, later)
    assert weekly("", later).put(first).changes == (first, later)
    assert weekly("", first, later).put(again).changes == (first, again)


def test_a_series_begins_at_the_first_date_of_its_rule() -> None:
    friday = recurring(AT, read_rule("FREQ=WEEKLY;BYDAY=FR;COUNT=2"))
    assert friday.when == AT.at(datetime(2019, 4, 5, 8))
    assert (friday.ends, held(friday)) == (
        datetime(2019, 4, 12, 8),
        [friday.when.start, datetime(2019, 4, 12, 8)],
    )
    with pytest.raises(BadRule):
        recurring(AT, read_rule("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"))


def test_no_rule_is_a_meeting_held_once() -> None:
    assert stored_rule("") is None
    assert stored_rule("FREQ=DAILY") == read_rule("FREQ=DAILY")


# -- edits -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("at", "head_count", "tail_count"), [(1, [0], [1, 2, 3]), (2, [0, 1], [2, 3]), (3, [0, 1, 2], [3])]
)
def test_a_counted_series_is_shared_out_where_it_is_cut(
    at: int, head_count: list[int], tail_count: list[int]
) -> None:
    first, last = (
        SeriesChange(monday(0), fields={"place": "A"}),
        SeriesChange(monday(at), fields={"place": "B"}),
    )
    head, tail = split(weekly(";COUNT=4", first, last), monday(at))
    assert held(head) == [monday(n) for n in head_count]
    assert held(tail) == [monday(n) for n in tail_count]
    assert (head.changes, tail.changes) == ((first,), (last,))
    assert head.rule is not None
    assert tail.rule is not None
    stop = monday(at) - timedelta(seconds=1)
    assert (head.rule.count, head.rule.until, head.ends) == (None, stop, stop)
    assert (tail.rule.count, tail.when, tail.ends) == (4 - at, AT.at(monday(at)), monday(3))


def test_an_endless_series_goes_on_endless_after_a_cut() -> None:
    _, tail = split(weekly(), monday(2))
    assert (tail.ends, tail.rule and tail.rule.count, len(held(tail))) == (None, None, 7)
    between, after = split(weekly(), monday(1) + HOUR)  # no date of its own: the next one
    assert (held(between), after.when.start) == ([monday(0), monday(1)], monday(2))
    with pytest.raises(ValueError, match="held once"):
        split(once(AT), MONDAY)
    assert cut_short(once(AT), MONDAY) is None
    assert cut_short(weekly(), MONDAY - WEEK) is None
    assert held(cut_short(weekly(), monday(1))) == [monday(0)]


def test_a_single_meeting_moves_or_becomes_a_series_with_what_hangs_on_it() -> None:
    there = AT.at(monday(1))
    assert edit_all(once(AT), MONDAY, SeriesEdit(there)) == Edited(
        once(there), moves={MONDAY: (False, there.start)}
    )
    assert edit_all(once(AT), MONDAY, SeriesEdit()).series == once(AT)
    made = edit_all(once(AT), MONDAY, SeriesEdit(rule=read_rule("FREQ=WEEKLY;BYDAY=FR;COUNT=2")))
    assert made.moves == {MONDAY: (False, datetime(2019, 4, 5, 8))}
    assert len(held(made.series)) == 2
    assert edit_following(once(AT), MONDAY, SeriesEdit(there)).series == once(there)


def test_a_series_becomes_the_single_meeting_that_was_edited() -> None:
    place = AT.at(monday(1) + timedelta(days=1))
    series = weekly("", SeriesChange(monday(1), place))
    assert edit_all(series, monday(1), SeriesEdit(single=True)) == Edited(
        once(place), moves={monday(1): (False, place.start)}
    )
    assert edit_all(series, monday(2), SeriesEdit(single=True)).series == once(AT.at(monday(2)))
    longer = When(monday(2), monday(2) + 2 * HOUR)
    assert edit_all(series, monday(2), SeriesEdit(longer, single=True)).series == once(longer)


def test_all_of_a_series_move_by_what_one_was_moved_and_last_as_long_as_it() -> None:
    wish = SeriesEdit(part_of_day(date(2019, 4, 9), DayHalf.AFTERNOON))
    edited = edit_all(weekly(";COUNT=3"), monday(1), wish, [monday(2)])
    assert edited.series is not None
    assert edited.series.when == part_of_day(date(2019, 4, 2), DayHalf.AFTERNOON)
    assert held(edited.series) == [datetime(2019, 4, day, 13, 30) for day in (2, 9, 16)]
    assert edited.moves == {monday(2): (False, datetime(2019, 4, 16, 13, 30))}
    only_rule = edit_all(weekly(), monday(1), SeriesEdit(rule=read_rule("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO")))
    assert only_rule.series is not None
    assert only_rule.series.when == AT
    assert held(only_rule.series) == [monday(n) for n in range(0, 9, 2)]


def test_what_was_put_elsewhere_stays_there_but_for_the_one_edited() -> None:
    aside = AT.at(monday(1) + timedelta(days=2))
    other = AT.at(monday(2) + timedelta(days=2))
    series = weekly(";COUNT=4", SeriesChange(monday(1), aside), SeriesChange(monday(2), other))
    edited = edit_all(series, monday(1), SeriesEdit(When(monday(1) + HOUR, monday(1) + 2 * HOUR)))
    assert held(edited.series) == [monday(0) + HOUR, monday(1) + HOUR, other.start, monday(3) + HOUR]
    assert edited.series is not None
    assert edited.series.changes == (SeriesChange(monday(2) + HOUR, other),)
    assert edited.moves == {monday(n): (False, monday(n) + HOUR) for n in (1, 2)}
    untimed = edit_all(series, monday(1), SeriesEdit())  # no time is wished: both stay aside
    assert held(untimed.series) == held(series)


def test_a_date_that_was_taken_out_stays_out_and_is_not_kept_where_the_new_rule_has_none() -> None:
    gone = SeriesChange(monday(1), gone=True)
    moved = edit_all(weekly(";COUNT=3", gone), MONDAY, SeriesEdit(AT.at(MONDAY + HOUR)))
    assert held(moved.series) == [monday(0) + HOUR, monday(2) + HOUR]
    rarer = SeriesEdit(rule=read_rule("FREQ=MONTHLY;BYMONTHDAY=1"))
    silent = SeriesChange(monday(2))
    said = SeriesChange(monday(3), fields={"place": "Tầng 3"})
    edited = edit_all(weekly("", gone, silent, said), MONDAY, rarer)
    assert held(edited.series) == [MONDAY, monday(3), datetime(2019, 5, 1, 8)]
    assert edited.series is not None
    assert edited.series.changes == (
        SeriesChange(monday(3), AT.at(monday(3)), fields={"place": "Tầng 3"}, extra=True),
    )
    kept = edit_all(weekly("", gone), MONDAY, rarer, [monday(1), monday(2)])
    assert held(kept.series) == [MONDAY, monday(1), monday(2), datetime(2019, 5, 1, 8)]
    assert kept.moves == {}


def test_an_extra_date_that_the_new_rule_has_is_no_extra_any_more() -> None:
    wednesday = MONDAY + timedelta(days=2)
    series = weekly("", SeriesChange(wednesday, extra=True, fields={"place": "Tầng 3"}))
    edited = edit_all(series, MONDAY, SeriesEdit(rule=read_rule("FREQ=WEEKLY;BYDAY=MO,WE;COUNT=3")))
    assert edited.series is not None
    assert edited.series.changes == (SeriesChange(wednesday, fields={"place": "Tầng 3"}),)
    assert held(edited.series) == [MONDAY, wednesday, monday(1)]


def test_two_changes_of_a_week_do_not_fall_on_one_date() -> None:
    series = recurring(AT, read_rule("FREQ=WEEKLY;BYDAY=MO,WE"))
    places = [SeriesChange(origin, fields={"place": str(origin.day)})
              for origin in (monday(1), monday(1) + timedelta(days=2))]  # fmt: skip
    for change in places:
        series = series.put(change)
    edited = edit_all(series, MONDAY, SeriesEdit(rule=read_rule("FREQ=WEEKLY;BYDAY=TU")))
    assert edited.series is not None
    tuesday, wednesday = monday(1) + timedelta(days=1), monday(1) + timedelta(days=2)
    assert [(one.origin, one.extra, one.fields["place"]) for one in edited.series.changes] == [
        (tuesday, False, "8"), (wednesday, True, "10"),
    ]  # fmt: skip


def test_from_one_on_the_first_half_stays_and_the_rest_goes_on_anew() -> None:
    early, late = (
        SeriesChange(monday(0), fields={"place": "A"}),
        SeriesChange(monday(3), fields={"place": "B"}),
    )
    series = weekly(";COUNT=5", early, late)
    edited = edit_following(series, monday(2), SeriesEdit(AT.at(monday(2) + HOUR)), [monday(1), monday(2)])
    assert held(edited.series) == [monday(0), monday(1)]
    assert held(edited.following) == [monday(n) + HOUR for n in (2, 3, 4)]
    assert edited.moves == {monday(n): (True, monday(n) + HOUR) for n in (2, 3)}
    renamed = edit_following(series, monday(2), SeriesEdit(), [monday(1), monday(2), monday(4)])
    assert renamed.moves == {monday(n): (True, monday(n)) for n in (2, 3, 4)}
    first = edit_following(series, MONDAY, SeriesEdit(AT.at(MONDAY + HOUR)))
    assert (first.following, held(first.series)) == (None, [monday(n) + HOUR for n in range(5)])


def test_two_at_one_time_stand_by_their_origin() -> None:
    second = SeriesChange(monday(1), AT)
    earlier = SeriesChange(monday(2), AT.at(MONDAY - HOUR))
    series = weekly(";COUNT=3", second, earlier)
    assert [slot.origin for slot in series.slots(MONDAY - WEEK, monday(9))] == [
        monday(2),
        monday(0),
        monday(1),
    ]


def test_an_occurrence_whose_words_alone_differ_keeps_the_time_of_its_series() -> None:
    series = weekly("", SeriesChange(monday(1), fields={"place": "Tầng 3"}))
    assert edit_all(series, monday(1), SeriesEdit(single=True)).series == once(AT.at(monday(1)))


def test_what_has_no_date_any_more_stays_where_it_is_put_or_moves_along() -> None:
    aside = AT.at(monday(1) + timedelta(days=2))
    changes = (
        SeriesChange(monday(1), aside),
        SeriesChange(monday(2), fields={"place": "Tầng 3"}, gone=True),
        SeriesChange(monday(3), fields={"place": "Tầng 3"}),
    )
    wish = SeriesEdit(AT.at(MONDAY + HOUR), read_rule("FREQ=MONTHLY;BYMONTHDAY=1"))
    edited = edit_all(weekly("", *changes), MONDAY, wish)
    assert edited.series is not None
    assert [(one.origin, one.when and one.when.start) for one in edited.series.changes] == [
        (monday(1) + HOUR, aside.start),
        (monday(3) + HOUR, monday(3)),
    ]


def test_what_could_go_to_two_dates_of_its_week_stays() -> None:
    wish = SeriesEdit(rule=read_rule("FREQ=WEEKLY;BYDAY=TU,WE"))
    edited = edit_all(weekly(), MONDAY, wish, [monday(1)])
    assert edited.moves == {}
    assert edited.series is not None
    assert edited.series.changes == (SeriesChange(monday(1), AT.at(monday(1)), extra=True),)
    two = edit_all(
        weekly(), MONDAY, SeriesEdit(rule=read_rule("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU")), [monday(2)]
    )
    assert two.moves == {}  # another interval: its weeks are no partners


def test_a_last_occurrence_put_on_several_days_reaches_to_its_last_day() -> None:
    first = datetime(2019, 4, 1, 8)
    twice = recurring(When(first, first + timedelta(hours=1)), read_rule("FREQ=WEEKLY;COUNT=2"))
    late = When(datetime(2019, 5, 6, 8), datetime(2019, 5, 8, 17))
    assert twice.put(SeriesChange(datetime(2019, 4, 8, 8), late)).last_day == date(2019, 5, 8)
