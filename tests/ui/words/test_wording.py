"""The words of the screen for what the desk says."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

import pytest

from desk import clock
from desk.acts import journal
from desk.acts.rules import Role, Stage
from desk.errors import BadPassword, FileTrouble, Stale, Trouble, Unmet
from tests.making import Cast, article
from ui.words import wording


@pytest.fixture
def april() -> Iterator[None]:
    """A Tuesday in April 2019, ten o'clock on the wall."""
    clock.set_clock(lambda: datetime(2019, 4, 16, 3, 0, tzinfo=UTC))
    yield
    clock.set_clock(None)


def test_moments_and_ages_are_said_as_the_office_says_them(april: None) -> None:
    now = clock.now()
    assert wording.moment(now) == "10:00"
    assert wording.moment(now - timedelta(days=7)) == "10:00 ngày 09/4/2019"
    assert wording.long_date(date(2019, 4, 14)) == "Chủ nhật, ngày 14 tháng 4 năm 2019"
    assert wording.long_date(date(2019, 4, 9)) == "Thứ Ba, ngày 9 tháng 4 năm 2019"
    ages = [wording.ago(now - timedelta(minutes=minutes)) for minutes in (0, 5, 300, 4320)]
    assert ages == ["vừa xong", "5 phút", "5 giờ", "3 ngày"]
    assert wording.month("2019-04") == "Tháng 4/2019"
    assert wording.number(1234567) == "1.234.567"


def test_refusals_name_who_what_and_the_remedy(april: None) -> None:
    assert wording.error(Stale("Trần Thị Lãnh", "approve", clock.now())).startswith(
        "Trần Thị Lãnh vừa duyệt bài lúc 10:00."
    )
    assert "4 giây" in wording.error(BadPassword(4))
    assert "giây" not in wording.error(BadPassword(0))
    assert "Giao ban" in wording.error(Unmet((("", "Đã soát"),), "Giao ban"))
    assert wording.error(FileTrouble(Trouble.FULL)) != wording.error(FileTrouble(Trouble.LOCKED))


def test_roles_and_entries(cast: Cast) -> None:
    assert wording.roles(frozenset({Role.CHIEF, Role.WRITER})) == "Cộng tác viên, Lãnh đạo duyệt"
    made = article(cast, stage=Stage.SUBMITTED)
    assert wording.entry(journal.of_article(made)[0]) == "Lê Thị Viết gửi biên tập"
