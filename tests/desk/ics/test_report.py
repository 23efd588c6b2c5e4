"""An import's report as JSON: its lines, its counts, and as many occurrences as fit."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from desk.dates.recurrence import read_rule
from desk.dates.series import MeetingState, Series, SeriesChange, When, once, recurring
from desk.ics import report
from desk.ics.report import Action, Because, Report, ReportLine, report_json
from desk.ics.result import IcsDoubt, IcsFault

START = datetime(2019, 4, 1, 8)
HOUR = timedelta(hours=1)


def daily(count: int) -> Series:
    return recurring(When(START, START + HOUR), read_rule(f"FREQ=DAILY;COUNT={count}"))


def line(series: Series | None, action: Action = Action.ADD) -> ReportLine:
    return ReportLine("u", "Họp", action, Because.NEW, series=series)


def starts(told: list[dict[str, str]]) -> list[str]:
    return [one["start"] for one in told]


def test_lines_counts_and_doubts() -> None:
    refused = ReportLine("x", "Hỏng", Action.REFUSE, IcsFault.NO_START, "chi tiết")
    doubted = ReportLine(
        "u", "Họp", Action.ADD, Because.NEWER, doubts=frozenset({IcsDoubt.NULS, IcsDoubt.LETTERS})
    )
    whole = Report("Lịch", (refused, doubted), {"VTODO": 2}, frozenset({IcsDoubt.NULS}))
    assert (whole.count(Action.ADD), whole.count(Action.REFUSE), whole.count(Action.SKIP)) == (1, 1, 0)
    told = report_json(whole, date(2019, 4, 1), date(2019, 4, 2))
    assert (told["add"], told["refuse"], told["skip"], told["update"]) == (1, 1, 0, 0)
    assert (told["name"], told["ignored"], told["doubts"]) == ("Lịch", {"VTODO": 2}, ["nuls"])
    assert (told["from"], told["to"], told["cut"]) == ("2019-04-01", "2019-04-02", False)
    assert told["lines"][0] == {
        "uid": "x", "title": "Hỏng", "action": "refuse", "why": "no_start", "detail": "chi tiết",
        "doubts": [], "occurrences": [],
    }  # fmt: skip
    assert told["lines"][1]["doubts"] == ["letters", "nuls"]


def test_both_days_of_the_span_are_included() -> None:
    told = report_json(Report("", (line(daily(9)),)), date(2019, 4, 2), date(2019, 4, 4))
    assert starts(told["lines"][0]["occurrences"]) == [f"2019-04-0{day}T08:00:00" for day in (2, 3, 4)]
    assert told["lines"][0]["occurrences"][0]["end"] == "2019-04-02T09:00:00"


def test_an_occurrence_is_told_once_over_many_years() -> None:
    long = recurring(When(START, START + HOUR), read_rule("FREQ=DAILY;UNTIL=20210331T235959"))
    told = report_json(Report("", (line(long),)), date(2019, 4, 1), date(2022, 4, 1))
    days = starts(told["lines"][0]["occurrences"])
    assert len(days) == len(set(days)) == 731


def test_a_night_over_the_seam_of_two_steps_is_told_once() -> None:
    first = datetime(2019, 4, 1, 23)
    nights = recurring(When(first, first + 5 * HOUR), read_rule("FREQ=DAILY;COUNT=800"))
    told = report_json(Report("", (line(nights),)), date(2019, 4, 1), date(2022, 4, 1))
    assert len(told["lines"][0]["occurrences"]) == 800


def test_no_more_occurrences_than_the_report_holds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(report, "MOST_TOLD", 4)
    fits = report_json(Report("", (line(daily(2)), line(daily(2)))), date(2019, 4, 1), date(2019, 5, 1))
    assert [len(one["occurrences"]) for one in fits["lines"]] == [2, 2]
    assert fits["cut"] is False
    cut = report_json(
        Report("", (line(daily(3)), line(daily(3)), line(daily(1)))), date(2019, 4, 1), date(2019, 5, 1)
    )
    assert [len(one["occurrences"]) for one in cut["lines"]] == [3, 1, 0]
    assert cut["cut"] is True


def test_an_occurrence_has_its_own_state_or_its_meetings() -> None:
    series = daily(2).put(SeriesChange(START, state=MeetingState.CANCELLED))
    one = ReportLine("u", "Họp", Action.ADD, Because.NEW, series=series, state=MeetingState.CONFIRMED)
    told = report_json(
        Report("", (one, line(once(When(START, START + HOUR))))), date(2019, 4, 1), date(2019, 4, 9)
    )
    assert [slot["state"] for slot in told["lines"][0]["occurrences"]] == ["cancelled", "confirmed"]
    assert [slot["state"] for slot in told["lines"][1]["occurrences"]] == ["planned"]
