"""Kill -9 while saving: what was acknowledged is there, and the desk is sound."""

from __future__ import annotations

from pathlib import Path

from tests.bench.kill import savers


def test_nothing_acknowledged_is_lost_when_the_program_is_killed(desk_file: Path) -> None:
    kills = savers(desk_file, range(12))
    assert [one.lost for one in kills if one.lost] == []
    assert [one.found for one in kills if one.found] == []
    assert sum(one.acknowledged for one in kills) > 50
