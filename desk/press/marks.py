"""Marks: where the typesetter came to stand with every piece, picture and table."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, NamedTuple

from desk.press.typesetter import Setting


class Mark(NamedTuple):
    """Something found again: `first`, `last` of an article; `anchor`, `shot` of a picture or table, by its number.

    `page` counts from the cover, 1, `column` from 0; `down` is millimetres from the head of the page.
    """

    kind: str
    number: int
    page: int
    column: int
    down: float


@dataclass(frozen=True, slots=True)
class Standing:
    """All marks of a set issue; `used` ends with the text, `total` counts blank pages."""

    marks: tuple[Mark, ...]
    used: int
    total: int
    grid: dict[str, float]

    def of(self, kind: str) -> list[Mark]:
        """Return the marks of a kind, in print order."""
        return [mark for mark in self.marks if mark.kind == kind]


def standing(setting: Setting) -> Standing:
    """Read the marks of an issue that was set."""
    found: dict[str, Any] = setting.marks("whole")[0]
    return Standing(tuple(Mark(*one) for one in found["marks"]), found["used"], found["total"], found["grid"])
