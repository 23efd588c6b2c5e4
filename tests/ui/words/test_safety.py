"""The words of backups."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from desk import clock
from desk.acts.rules import IssueState
from desk.database.copies import LastEntry
from desk.safety.backups import Proof
from desk.safety.facts import Backup, Reason
from ui.words import safety

NOW = datetime(2026, 11, 30, 4, 0, tzinfo=UTC)


def test_every_enum_has_its_words() -> None:
    assert set(safety.REASONS) == set(Reason)
    assert set(safety.PROOFS) == set(Proof)
    assert set(safety.STATES) == set(IssueState)


@pytest.mark.parametrize(
    ("made", "said"),
    [
        (datetime(2026, 11, 30, 3, 47, tzinfo=UTC), "hôm nay 10:47"),
        (datetime(2026, 11, 29, 10, 2, tzinfo=UTC), "hôm qua 17:02"),
        (datetime(2026, 11, 5, 1, 0, tzinfo=UTC), "05/11/2026 08:00"),
    ],
)
def test_when_a_backup_was_made(made: datetime, said: str) -> None:
    clock.set_clock(lambda: NOW)
    assert safety.day_and_time(made) == said
    assert safety.newest(Backup(Path("x"), made, 1)) == f"Bản sao lưu gần nhất: {said}"


def test_before_the_first_it_is_said() -> None:
    assert safety.newest(None) == "Chưa có bản sao lưu nào."


@pytest.mark.parametrize(
    ("count", "said"),
    [(0, "1 KB"), (849_900, "850 KB"), (12_400_000, "12,4 MB"), (1_250_000_000, "1250,0 MB")],
)
def test_sizes(count: int, said: str) -> None:
    assert safety.size(count) == said


def test_the_last_act_of_a_newer_program_is_no_fault() -> None:
    assert safety.last_act(LastEntry(3, "h", "", "An", "approve", "Tít")) == "An duyệt bài “Tít”"
    assert safety.last_act(LastEntry(3, "h", "", "An", "bay", "")) == "An"
    assert safety.last_act(LastEntry()) == ""
