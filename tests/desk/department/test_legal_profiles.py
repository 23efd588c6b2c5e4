"""Legal profiles: the law as the office keeps it."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from desk import clock
from desk.department import legal_profiles
from desk.edition.design import Legal
from desk.errors import Denied, NotNow
from tests.making import Cast


@pytest.fixture(autouse=True)
def _in_april() -> None:
    clock.set_clock(lambda: datetime(2019, 4, 20, 3, tzinfo=UTC))


def test_legal_profiles_are_the_offices_data(cast: Cast) -> None:
    proposed = legal_profiles.profiles()
    assert {one.key for one in proposed} >= {"ban-tin-2016", "ban-tin-2025", "tai-lieu-khong-kinh-doanh"}
    assert "cần xác nhận theo Luật Báo chí 2025" in legal_profiles.profiles()[1].note
    assert legal_profiles.profile("", date(2026, 11, 24)) == proposed[1]
    own = Legal("rieng", "Quy định của tỉnh", since="2026-01-01", pages=48, needs=("responsible",))
    legal_profiles.set_profiles(cast.admin, (*proposed, own))
    assert legal_profiles.profile("rieng") == own
    with pytest.raises(NotNow):
        legal_profiles.set_profiles(cast.admin, (own, own))
    with pytest.raises(NotNow):
        legal_profiles.set_profiles(cast.admin, ())
    with pytest.raises(Denied):
        legal_profiles.set_profiles(cast.writer, proposed)


@pytest.mark.parametrize(
    ("since", "until", "valid"),
    [
        ("2019-01-01", "2019-04-30", [False, True, True, False]),
        ("2019-01-01", "", [False, True, True, True]),
        ("", "2019-04-30", [True, True, True, False]),
        ("", "", [True, True, True, True]),
    ],
)
def test_a_profile_is_in_force_from_its_first_day_through_its_last(
    since: str, until: str, valid: list[bool]
) -> None:
    law = Legal("a", "A", since=since, until=until)
    days = [date(2018, 12, 31), date(2019, 1, 1), date(2019, 4, 30), date(2019, 5, 1)]
    assert [legal_profiles.in_force(law, day) for day in days] == valid


@pytest.mark.parametrize(
    ("size", "allowed"),
    [((148, 210), True), ((148.1, 210), False), ((148, 210.1), False), ((100, 100), True)],
)
def test_a_page_is_as_large_as_a_profile_allows(size: tuple[float, float], allowed: bool) -> None:
    assert legal_profiles.allows(Legal("a", "A", width=148, height=210), size) is allowed
    assert legal_profiles.allows(Legal("a", "A"), size)
