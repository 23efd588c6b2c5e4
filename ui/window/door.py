"""What a start needs of a desk before anybody is in: who may come in; and what a killed program left, swept away."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from desk import temporary_folders
from ui.look import local_settings

if TYPE_CHECKING:  # with the database: it is loaded on the desk's thread while the sign-in stands
    from desk.department.people import PersonRow


@dataclass(frozen=True, slots=True)
class Door:
    """What the sign-in shows of a desk."""

    founded: bool
    department: str
    people: tuple[PersonRow, ...]


def door() -> Door:
    """Say who may come in; on the desk's thread."""
    from desk.department import people, settings

    everybody = tuple(people.everybody(active_only=True))
    return Door(settings.founded(), settings.names().department, everybody)


def sweep() -> None:
    """Delete what a killed program has left in the temporary folder and where one exported last."""
    from desk.export import leftovers

    temporary_folders.sweep()
    last = local_settings.read("export/folder")
    if last:
        leftovers.sweep(Path(last))
