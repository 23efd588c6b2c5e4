"""What cannot be right together is named; what can is left alone."""

from __future__ import annotations

from datetime import date

import pytest

from desk.registers.contradictions import Clash, contradictions
from desk.registers.entries import BodyEntry, DocumentEntry, Entry, PersonEntry, Title, WordEntry, WordKind

SHORT = WordKind.ABBREVIATION
BTG = "Ban Tuyên giáo Tỉnh ủy"


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def _person(name: str, *titles: tuple[str, str, str, str]) -> PersonEntry:
    return PersonEntry(name, tuple(Title(what, where, _day(a), _day(b)) for what, where, a, b in titles))


def _nq(day: str, symbol: str = "-NQ/TW") -> DocumentEntry:
    return DocumentEntry("Nghị quyết", "36", symbol, _day(day))


@pytest.mark.parametrize(
    ("entries", "clashes"),
    [
        ([_person("An", ("Bí thư", "Tỉnh ủy", "2020-01-01", "2019-01-01"))], [[Clash.DATES]]),
        (
            [_person("An", ("Trưởng ban", BTG, "2020-01-01", ""), ("Phó Trưởng ban", BTG, "", "2020-06-01"))],
            [[Clash.TITLES]],
        ),
        (  # the day on which one ends and the other begins is no clash, and two bodies are none
            [_person("An", ("Trưởng ban", BTG, "2020-06-01", ""), ("Phó Trưởng ban", BTG, "", "2020-06-01"))],
            [[]],
        ),
        ([_person("An", ("Bí thư", "Tỉnh ủy", "", ""), ("Chủ tịch", "Hội đồng nhân dân tỉnh", "", ""))], [[]]),
        (
            [_person("An", ("Trưởng ban", BTG, "", "")), _person("Bình", ("Trưởng ban", BTG, "2020-01-01", ""))],
            [[Clash.SEAT], [Clash.SEAT]],
        ),
        (
            [_person("An", ("Phó Trưởng ban", BTG, "", "")), _person("Bình", ("Phó Trưởng ban", BTG, "", ""))],
            [[], []],
        ),
        ([_person("An"), _person("an")], [[], [Clash.TWICE]]),
        ([_nq("2014-07-01"), _nq("2014-07-02")], [[Clash.TWO_DAYS], [Clash.TWO_DAYS]]),
        ([_nq("2014-07-01"), _nq("2019-02-01")], [[], []]),  # the next term counts anew
        (
            [_nq("2014-07-01", "/2014/NQ-CP"), _nq("2019-02-01", "/2014/NQ-CP")],
            [[Clash.TWO_DAYS], [Clash.TWO_DAYS]],
        ),
        ([BodyEntry("Ban", "", date(2020, 1, 1), date(2019, 1, 1))], [[Clash.DATES]]),
        ([BodyEntry("Ban Dân vận", "BDV"), BodyEntry("Ban Văn", "bdv")], [[Clash.SHORT], [Clash.SHORT]]),
        (
            [BodyEntry("Ban A", "B", None, date(2020, 1, 1)), BodyEntry("Ban C", "B", date(2020, 1, 1))],
            [[], []],
        ),
        ([BodyEntry("Ban", predecessor="ban")], [[Clash.PREDECESSOR]]),
        (
            [BodyEntry("Mới", "", date(2020, 1, 1), None, "Cũ"), BodyEntry("Cũ", "", date(2021, 1, 1))],
            [[Clash.PREDECESSOR], []],
        ),
        (
            [WordEntry(SHORT, "TG", "Tuyên giáo"), WordEntry(SHORT, "TG", "thế giới")],
            [[Clash.MEANING], [Clash.MEANING]],
        ),
    ],
)  # fmt: skip
def test_what_contradicts_is_named(entries: list[Entry], clashes: list[list[Clash]]) -> None:
    assert [[one.clash for one in it] for it in contradictions(entries)] == clashes


def test_ten_thousand_of_one_name_are_looked_at_in_no_time() -> None:
    every = [PersonEntry("An", (Title("Trưởng ban", BTG),)) for _ in range(10_000)]
    assert len(contradictions(every)) == 10_000
