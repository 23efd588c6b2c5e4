"""What a start needs of a desk before anybody is in."""

from __future__ import annotations

from pathlib import Path

import pytest

from desk.export import leftovers
from tests.making import Cast
from ui.look import local_settings
from ui.window.door import door, sweep


def test_the_door_knows_who_may_come_in(cast: Cast) -> None:
    found = door()
    assert found.founded
    assert found.department == "BAN TUYÊN GIÁO TỈNH ỦY"
    assert {cast.writer, cast.chief} <= {one.id for one in found.people}


def test_what_a_killed_program_left_is_swept_where_one_exported_last(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    swept: list[Path] = []
    monkeypatch.setattr(leftovers, "sweep", swept.append)
    local_settings.use(tmp_path)
    sweep()
    assert swept == []
    local_settings.write("export/folder", str(tmp_path / "xuất"))
    sweep()
    assert swept == [tmp_path / "xuất"]
