"""The chuyên mục: editable, ordered data of the desk."""

from __future__ import annotations

from dataclasses import dataclass

from desk.acts.department_details import SectionsSet
from desk.acts.gate import Changes, deciding
from desk.acts.rules import Act
from desk.database.connection import named
from desk.database.department_tables import Section
from desk.errors import NotNow, Why
from desk.text.blocks import nfc


@dataclass(frozen=True, slots=True)
class SectionRow:
    """A chuyên mục as windows show it."""

    id: int
    title: str
    position: int
    active: bool


def listing(*, active_only: bool = True) -> list[SectionRow]:
    """Return the chuyên mục in their order."""
    query = Section.select(Section.id, Section.title, Section.position, Section.active)
    if active_only:
        query = query.where(Section.active == 1)
    ordered = query.order_by(Section.position, Section.id)
    return [SectionRow(row.id, row.title, row.position, bool(row.active)) for row in named(ordered)]


def set_sections(who: int, wanted: list[tuple[int | None, str]]) -> Changes:
    """Set the chuyên mục: (id, or None for a new one, title) in order; those left out become inactive."""
    with deciding(who, Act.SET_SECTIONS) as doing:
        titles = [nfc(title).strip() for _, title in wanted]
        if not titles or not all(titles):
            raise NotNow(Why.NAME_EMPTY)
        if len(set(titles)) != len(titles):
            raise NotNow(Why.NAME_TAKEN, next(t for t in titles if titles.count(t) > 1))
        Section.update(active=False).execute()
        for position, ((section_id, _), title) in enumerate(zip(wanted, titles, strict=True)):
            values = {"title": title, "position": position, "active": True}
            if section_id is None:
                Section.insert(**values).execute()
            else:
                Section.update(**values).where(Section.id == section_id).execute()
        doing.detail = SectionsSet(tuple(titles))
        return Changes(settings=True, act=Act.SET_SECTIONS)
