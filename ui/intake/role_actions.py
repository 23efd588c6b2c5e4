"""The actions on the paragraphs of a source: a role each, by one key while the list has the focus."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from desk.intake.recogniser.roles import Role
from ui.controls.action_table import Entry, Table, mark


class Give(Enum):
    """What is done with the selected paragraphs."""

    TITLE = Role.TITLE
    LEAD = Role.LEAD
    BODY = Role.BODY
    CAPTION = Role.CAPTION
    BYLINE = Role.BYLINE
    DATE = Role.DATE
    OUT = Role.OUT
    PHOTO = "photo"


@dataclass(frozen=True, slots=True)
class Selected:
    """What the actions follow."""

    any: bool = False
    lacks_picture: bool = False  # a caption that stands by itself


def _any(selected: Selected) -> bool:
    return selected.any


TABLE: Table[Give, Selected] = {
    Give.TITLE: Entry(mark("Tít"), key="1", may=_any),
    Give.LEAD: Entry(mark("Sapô"), key="2", may=_any),
    Give.BODY: Entry(mark("Thân"), key="3", may=_any),
    Give.CAPTION: Entry(mark("Chú thích"), key="4", may=_any),
    Give.BYLINE: Entry(mark("Bút danh"), key="5", may=_any),
    Give.DATE: Entry(mark("Ngày"), key="6", may=_any),
    Give.OUT: Entry(mark("Bỏ"), key="0", may=_any),
    Give.PHOTO: Entry(
        mark("Chọn ảnh cho chú thích này…"), "picture", shown=lambda selected: selected.lacks_picture
    ),
}
ROLES = [give for give in Give if isinstance(give.value, Role)]
