"""What the journal keeps of acts on the department: people, delegations, settings, checklists."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from desk.acts.detail import Detail, keyed


@dataclass(frozen=True, slots=True)
class SettingsChanged(Detail):
    """What was changed of the settings: names, with the new values and those before where these are short."""

    changed: Mapping[str, Any] | tuple[str, ...]
    before: Mapping[str, Any] | None = keyed("changed_from", None)


@dataclass(frozen=True, slots=True)
class SectionsSet(Detail):
    """The chuyên mục in their order, of the desk or of one issue."""

    sections: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PersonAdded(Detail):
    """The roles of a new person."""

    roles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PersonChanged(Detail):
    """A person's roles, and whether they work here."""

    roles: tuple[str, ...]
    active: bool


@dataclass(frozen=True, slots=True)
class SignInFailed(Detail):
    """How many wrong passwords, or recovery codes, were typed since the last entry that told of one."""

    tries: int


@dataclass(frozen=True, slots=True)
class Delegated(Detail):
    """From when until when somebody may sign, UTC."""

    since: str
    until: str


@dataclass(frozen=True, slots=True)
class DelegationEnded(Detail):
    """The chief whose delegation ended, and until when it would have held, UTC."""

    chief: str = keyed("for")
    until: str = keyed("until")


@dataclass(frozen=True, slots=True)
class ChecklistSet(Detail):
    """A checklist's items in their order, and those that were removed."""

    before: str = keyed("list")
    items: tuple[str, ...] = keyed("items")
    removed: tuple[str, ...] = keyed("removed")
