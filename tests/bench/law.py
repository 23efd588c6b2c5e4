"""Random sequences of acts: no approval by an author, no print without one, none unjournaled; checked as they go."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis.stateful import run_state_machine_as_test

from desk.database import store
from desk.department import passwords
from desk.department import settings as department_settings
from desk.edition.edition import Names
from desk.integrity import database
from tests.bench.figure import Row, Sizes, turns
from tests.desk.acts.workflow_machine import WorkflowMachine
from tests.making import PASSWORD

_HUNDRED = 100
_MANY = settings(
    max_examples=_HUNDRED,
    stateful_step_count=12,
    deadline=None,
    database=None,
    suppress_health_check=list(HealthCheck),
)


def rows(sizes: Sizes) -> Iterator[Row]:
    """Run the machine; a broken law raises, with the shortest sequence that breaks it."""
    memory = Path("/dev/shm")
    folder = Path(tempfile.mkdtemp(dir=memory if memory.is_dir() else None))
    cost, passwords.COST = passwords.COST, 2**4
    try:
        path = folder / "desk.sqlite"
        store.create(path)
        store.open_file(path)
        names = Names(
            committee="ĐẢNG BỘ TỈNH", department="BAN TUYÊN GIÁO TỈNH ỦY", bulletin="Thông báo nội bộ"
        )
        WorkflowMachine.hire(
            department_settings.found(
                names, department_settings.PROPOSED_SECTIONS, "Quản Trị", "", "", PASSWORD
            )
        )
        ran, found = 0, list[str]()
        for _ in turns(sizes.sequences // _HUNDRED, sizes.minutes):
            run_state_machine_as_test(WorkflowMachine, settings=_MANY)
            ran += _HUNDRED
            found += [f"after {ran}: {one}" for one in database.check()]
        store.close_file()
    finally:
        passwords.COST = cost
        shutil.rmtree(folder, ignore_errors=True)
    told = f"{WorkflowMachine.done:,} acts done, {WorkflowMachine.refused:,} refused, {len(found)} findings"
    yield Row(
        f"{ran:,} random sequences of acts, the whole check after each hundred",
        told,
        " ".join(found[:3]),
        "",
        "law kept, nothing found",
        not found,
    )
