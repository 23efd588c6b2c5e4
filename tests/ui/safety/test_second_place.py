"""The second place for backups on this machine."""

from __future__ import annotations

from pathlib import Path

from tests.making import later
from ui.look import local_settings
from ui.safety import second_place


def test_a_place_that_has_had_nothing_for_a_week_is_late() -> None:
    assert second_place.folder() == ""
    assert not second_place.is_late()
    later(0)
    second_place.choose("D:/sao lưu")
    assert second_place.folder() == "D:/sao lưu"
    later(7 * 24 * 60 - 1)
    assert not second_place.is_late()
    later(2)
    assert second_place.is_late()
    second_place.succeeded()
    assert not second_place.is_late()
    second_place.choose("")
    later(30 * 24 * 60)
    assert not second_place.is_late()


def test_a_place_on_the_desks_own_drive_is_known(tmp_path: Path) -> None:
    (tmp_path / "sao lưu").mkdir()
    desk = tmp_path / "desk.sqlite"
    assert second_place.on_the_drive_of(desk, str(tmp_path / "sao lưu"))
    assert not second_place.on_the_drive_of(desk, str(tmp_path / "rút ra"))
    assert not second_place.on_the_drive_of(desk, "")


def test_a_damaged_word_is_no_fault() -> None:
    second_place.choose("D:/sao lưu")
    local_settings.write("backup/second-since", "hôm kia")
    assert second_place.since() is None
    assert not second_place.is_late()
