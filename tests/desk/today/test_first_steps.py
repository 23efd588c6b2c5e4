"""What a new desk begins with: a step that is done is asked for no more."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from desk.acts.rules import Role
from desk.database import store
from desk.department import people, recovery, sections, settings
from desk.today import first_steps
from desk.today.first_steps import Step
from tests.conftest import NAMES
from tests.desk.calendar.april import at, make
from tests.engine import act
from tests.making import CODE, PASSWORD, Cast


@pytest.fixture
def admin(tmp_path: Path) -> Iterator[int]:
    """The administrator of a desk that was founded a moment ago."""
    store.create(tmp_path / "desk.sqlite")
    store.open_file(tmp_path / "desk.sqlite")
    yield settings.found(NAMES, settings.PROPOSED_SECTIONS, "Quản Trị", "", "Văn phòng", PASSWORD)
    store.close_file()


def test_a_step_goes_when_it_is_done(admin: int) -> None:
    assert first_steps.left(admin) == tuple(Step)
    people.add(admin, "Lê Thị Viết", "", "", frozenset({Role.WRITER, Role.SECRETARY}), PASSWORD)
    writer = people.by_name("Lê Thị Viết").id
    assert first_steps.left(admin) == (Step.SECTIONS, Step.DESIGN, Step.MEETING, Step.RECOVERY)
    assert first_steps.left(writer) == ()
    known = sections.listing()
    sections.set_sections(admin, [(row.id, row.title) for row in known])
    assert first_steps.left(admin) == (Step.DESIGN, Step.MEETING, Step.RECOVERY)
    settings.change(admin, NAMES, replace(settings.imprint(), licence="GPXB số 1"))
    assert first_steps.left(admin) == (Step.MEETING, Step.RECOVERY)
    make(Cast(Path(), admin, writer, writer, writer, writer), at(9))
    assert first_steps.left(admin) == (Step.RECOVERY,)
    recovery.renew(admin, CODE)
    assert first_steps.left(admin) == ()


def test_a_desk_that_has_released_is_begun(released: Cast) -> None:
    assert first_steps.left(released.admin) == ()


def test_a_desk_of_an_earlier_version_is_asked_for_its_recovery_code(released: Cast) -> None:
    act("DELETE FROM setting WHERE key = 'recovery'")
    assert first_steps.left(released.admin) == (Step.RECOVERY,)
    assert first_steps.left(released.chief) == ()
