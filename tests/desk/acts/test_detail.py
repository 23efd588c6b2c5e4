"""What the journal keeps of an act comes back as it was, and what earlier versions kept is still read."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from dataclasses import MISSING, fields
from pathlib import Path
from typing import Any

import pytest

from desk.acts import (
    article_details,
    backup_details,
    calendar_details,
    department_details,
    entry_details,
    issue_details,
    journal,
    register_details,
)
from desk.acts.article_details import Before, Filed, OldBefore, Signed, Undone
from desk.acts.calendar_details import MeetingEdited, MeetingsBefore, MeetingSnapshot
from desk.acts.department_details import DelegationEnded
from desk.acts.detail import Detail
from desk.acts.issue_details import Commissioned, IssueEdited
from desk.acts.journal import JournalQuery, stored_details
from desk.acts.workflow_rules import is_undoable
from desk.acts.workflow_state import WorkflowState
from desk.database import store

FILES = Path(__file__).parents[2] / "files"
STATE = WorkflowState("returned", "2026-01-01T00:00:00Z", "Sửa", 3, "a" * 64, 4, None, "2026", 3, 5)
SNAPSHOT = MeetingSnapshot({"title": "Giao ban", "version": 2}, [[1, "2026"]], [[0, [3, ""]]])


def _kinds() -> Iterator[type[Detail]]:
    modules = (
        article_details,
        backup_details,
        calendar_details,
        department_details,
        entry_details,
        issue_details,
        register_details,
    )
    for module in modules:
        for kind in vars(module).values():
            if isinstance(kind, type) and issubclass(kind, Detail) and kind is not Detail:
                yield kind


def _made(kind: type[Detail]) -> Detail:
    given: dict[str, Any] = {"before": STATE} if kind is Before else {}
    if kind is MeetingsBefore:
        given = {"was": {"7": SNAPSHOT, "8": None}}
    samples = {"int": 5, "bool": True, "str": "chữ", "dict[str, str]": {"tệp.pdf": "ab"}}
    for one in fields(kind):
        kept = str(one.type)
        if one.name not in given:
            sample = (
                ("một", "hai") if kept.startswith("tuple") else samples.get(kept.split(" | ")[0], {"a": 1})
            )
            given[one.name] = ((1, 2),) if "tuple[tuple" in kept else sample
    return kind(**given)


@pytest.mark.parametrize("kind", list(_kinds()), ids=lambda kind: kind.__name__)
def test_every_kind_comes_back_as_it_was(kind: type[Detail]) -> None:
    made = _made(kind)
    stored = json.loads(json.dumps(stored_details([made])))
    read = kind.read(stored)
    assert read is not None
    assert json.loads(json.dumps(stored_details([read]))) == stored
    assert type(made).stored_names() == stored.keys()
    if kind.__name__ not in ("Exported",):  # its rows of three come back as lists
        assert read == made


def test_what_is_usual_is_not_stored_and_comes_back() -> None:
    filed = Filed(None)
    assert filed.facts() == {"section": None}
    assert Filed.read(filed.facts()) == filed
    assert Commissioned(("Tin",), None, "").facts() == {"titles": ["Tin"], "person": None, "due": ""}


def test_names_that_python_keeps_for_itself_are_stored_as_ever() -> None:
    assert Signed("Trần Thị Lãnh", 4).facts() == {"for": "Trần Thị Lãnh", "for_id": 4}
    assert DelegationEnded("A", "2026").facts() == {"for": "A", "until": "2026"}
    edited = MeetingEdited("one", "2026-01-05T08:00:00", ("title",), "a", "b")
    assert edited.facts()["from"] == "a"
    assert edited.facts()["to"] == "b"


def test_a_kind_that_is_not_there_is_none() -> None:
    assert Undone.read({}) is None
    assert Undone.read({"undid": "pass"}) is None
    assert MeetingsBefore.read(IssueEdited("4/2019", 4, "", "").facts()) is None


@pytest.mark.parametrize("path", sorted(FILES.glob("desk-v*.sqlite")), ids=lambda path: path.stem)
def test_the_journals_of_released_schemas_are_read(path: Path, tmp_path: Path) -> None:
    shutil.copy(path, tmp_path / "desk.sqlite")
    store.open_file(tmp_path / "desk.sqlite")
    try:
        entries = journal.everything(JournalQuery())
    finally:
        store.close_file()
    assert entries
    known = {key for kind in _kinds() for key in kind.stored_names()}
    for entry in entries:
        assert entry.detail.keys() <= known, entry
        if entry.subject is journal.Subject.ARTICLE and is_undoable(entry.act):
            # the first schema knew no undo: such an act is not taken back any more
            assert entry.read(Before) or entry.read(OldBefore) or "v1" in path.stem, entry
        if isinstance(entry.detail.get("was"), dict):
            assert entry.read(MeetingsBefore)


def test_no_kind_has_a_field_that_could_be_anything_but_json() -> None:
    for kind in _kinds():
        for one in fields(kind):
            assert one.default is MISSING or json.dumps(one.default) is not None
