"""The columns of each register: heads, first widths, and what stands in them of an entry."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtCore import QCoreApplication

from desk import clock
from desk.dates.lunar_calendar import written
from desk.registers.citing import titled
from desk.registers.entries import BodyEntry, DocumentEntry, Entry, Kind, PersonEntry, span
from desk.registers.page import EntryRow
from desk.text.vietnamese import name_key, sort_key
from ui.words import registers as words


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its head, its first width in px at 100 %, the words of an entry, and by what it sorts."""

    head: str
    width: int
    text: Callable[[Any], str]
    order: Callable[[Any], Any] | None = None

    def sorts_by(self, row: EntryRow) -> Any:
        """Return what a row is sorted by."""
        return self.order(row.entry) if self.order is not None else sort_key(self.text(row.entry))


def _tr(text: str) -> str:
    return QCoreApplication.translate("registers", text)


def columns(kind: Kind) -> tuple[Column, ...]:
    """Return the columns of a register, but for the last one, in which its contradictions stand."""
    return _COLUMNS[kind]()


def to_look_at(row: EntryRow) -> str:
    """Return what contradicts an entry, a sentence each."""
    return "; ".join(words.contradiction(one) for one in row.contradictions)


def summary(entry: Entry) -> str:
    """Return an entry in one line, as a preview shows it."""
    if isinstance(entry, PersonEntry):
        told = [
            " ".join(part for part in (titled(one.title, one.body), _days(one.since, one.until)) if part)
            for one in entry.titles
        ]
        return "; ".join(told)
    if isinstance(entry, BodyEntry):
        before = _tr("trước là {name}").format(name=entry.predecessor) if entry.predecessor else ""
        return ", ".join(part for part in (entry.short, span(entry.since, entry.until), before) if part)
    if isinstance(entry, DocumentEntry):
        return ", ".join(part for part in (entry.body, entry.subject) if part)
    return entry.meaning or words.word_kind(entry.kind)


def _days(since: date | None, until: date | None) -> str:
    told = span(since, until)
    return f"({told})" if told else ""


def _people() -> tuple[Column, ...]:
    return (
        Column(_tr("Họ và tên"), 220, lambda one: one.name, lambda one: name_key(one.name)),
        Column(_tr("Chức danh hiện nay"), 320, _now),
        Column(_tr("Trước đây, sau này"), 320, _else),
        Column(_tr("Thứ tự"), 70, lambda one: str(_rank(one) or ""), lambda one: _rank(one) or 1000),
    )


def _now(one: PersonEntry) -> str:
    today = clock.today()
    return "; ".join(titled(it.title, it.body) for it in one.titles if it.held(today))


def _else(one: PersonEntry) -> str:
    today = clock.today()
    return "; ".join(
        " ".join(part for part in (titled(it.title, it.body), _days(it.since, it.until)) if part)
        for it in one.titles
        if not it.held(today)
    )


def _rank(one: PersonEntry) -> int:
    today = clock.today()
    return min((it.rank for it in one.titles if it.rank and it.held(today)), default=0)


def _bodies() -> tuple[Column, ...]:
    return (
        Column(_tr("Tên cơ quan"), 340, lambda one: one.name),
        Column(_tr("Tên tắt"), 110, lambda one: one.short),
        Column(
            _tr("Thời gian"),
            190,
            lambda one: span(one.since, one.until),
            lambda one: (one.since or date.min, one.until or date.max),
        ),
        Column(_tr("Trước đây là"), 280, lambda one: one.predecessor),
    )


def _documents() -> tuple[Column, ...]:
    return (
        Column(
            _tr("Loại văn bản"), 120, lambda one: one.type, lambda one: (sort_key(one.type), _by_number(one))
        ),
        Column(_tr("Số, ký hiệu"), 140, lambda one: one.written, _by_number),
        Column(
            _tr("Ngày"),
            110,
            lambda one: written(one.day) if one.day else "",
            lambda one: one.day or date.min,
        ),
        Column(_tr("Cơ quan ban hành"), 190, lambda one: one.body),
        Column(_tr("Trích yếu"), 380, lambda one: one.subject),
    )


def _by_number(one: DocumentEntry) -> tuple[int, str, date]:
    return int(one.number or 0), sort_key(one.symbol), one.day or date.min


def _words() -> tuple[Column, ...]:
    return (
        Column(_tr("Từ"), 240, lambda one: one.word),
        Column(_tr("Loại"), 110, lambda one: words.word_kind(one.kind)),
        Column(_tr("Nghĩa"), 420, lambda one: one.meaning),
    )


_COLUMNS: Mapping[Kind, Callable[[], tuple[Column, ...]]] = {
    Kind.PEOPLE: _people,
    Kind.BODIES: _bodies,
    Kind.DOCUMENTS: _documents,
    Kind.WORDS: _words,
}
