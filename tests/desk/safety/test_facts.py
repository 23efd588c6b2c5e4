"""The names of backups and what is kept beside them."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from desk import clock
from desk.database.copies import FileFacts, LastEntry
from desk.safety.facts import Facts, Names, Reason, Trial, note_of, read_facts, written

AT = datetime(2026, 11, 30, 3, 47, 5, tzinfo=UTC)
FACTS = Facts(
    "ab" * 32,
    12,
    AT,
    Reason.CLOSE,
    FileFacts(7, "uid", LastEntry(3, "h", "2026-11-30T03:00:00.000+00:00", "An", "approve", "Tít"), 5, "4/2019", ""),
    ("JOURNAL 3 ALTERED",),
    Trial(AT, ("FILE x",)),
)  # fmt: skip


def test_a_name_says_when_on_the_wall_and_sorts(tmp_path: Path) -> None:
    names = Names("desk", tmp_path)
    first = names.free(AT)
    assert first.name == "desk-2026-11-30T10-47-05.sqlite"
    first.touch()
    second = names.free(AT)
    assert second.name == "desk-2026-11-30T10-47-05-2.sqlite"
    for number in range(2, 12):
        names.free(AT).write_text(str(number), encoding="utf-8")
    assert [path.stem[-3:] for path in names.there()][:3] == ["-11", "-10", "5-9"]


def test_only_what_is_named_as_a_backup_of_this_desk_is_one(tmp_path: Path) -> None:
    for name in (
        "desk-2026-11-30T10-47-05.sqlite",
        "desk-truoc-khi-phuc-hoi-2026-11-30T10-47-05.sqlite",
        "desk-2026-13-30T10-47-05.sqlite",
        "ban-2026-11-30T10-47-05.sqlite",
        "desk.sqlite",
        "desk-v6.sqlite",
        "desk-2026-11-30T10-47-05.sqlite.part",
    ):
        (tmp_path / name).touch()
    assert [one.name for one in Names("desk", tmp_path).there()] == ["desk-2026-11-30T10-47-05.sqlite"]


def test_facts_come_back_as_they_were(tmp_path: Path) -> None:
    path = tmp_path / "desk-2026-11-30T10-47-05.sqlite"
    note_of(path).write_text(written(FACTS), encoding="utf-8")
    assert read_facts(path) == FACTS


@pytest.mark.parametrize(
    "damaged", ["", "{", "[]", "{}", '{"v": 1, "sha256": "x"}', "null", '{"entry": 3, "sha256": ""}']
)
def test_damaged_facts_are_none(tmp_path: Path, damaged: str) -> None:
    path = tmp_path / "desk-2026-11-30T10-47-05.sqlite"
    note_of(path).write_text(damaged, encoding="utf-8")
    path.write_bytes(b"123")
    assert read_facts(path) is None
    backup = Names("desk", tmp_path).read(path)
    assert (backup.facts, backup.good, backup.size) == (None, False, 3)
    assert clock.local(backup.made).isoformat() == "2026-11-30T10:47:05+07:00"


def test_what_was_not_finished_is_known(tmp_path: Path) -> None:
    whole = tmp_path / "desk-2026-11-30T10-47-05.sqlite"
    whole.touch()
    note_of(whole).touch()
    left = [
        "desk-2026-11-30T10-48-05.sqlite.part",
        "desk-2026-11-30T10-48-05.sqlite.part-wal",
        "desk-2026-11-30T10-48-05.sqlite.json.part",
        "desk-2026-11-30T10-49-05.sqlite.json",
    ]
    for name in (*left, "ban-2026-11-30T10-49-05.sqlite.json", "desk-ghi-chú.sqlite.json"):
        (tmp_path / name).touch()
    assert sorted(path.name for path in Names("desk", tmp_path).leftovers()) == sorted(left)
