"""How this office reviews: its levels, its patience, its stock phrases for a return."""

from __future__ import annotations

import json
from dataclasses import fields
from functools import cache, lru_cache

from desk.records import dataclass
from desk.tables import Setting, db

PHRASES = (
    "Bổ sung số liệu, ghi rõ nguồn.",
    "Kiểm tra lại họ tên, chức danh đại biểu.",
    "Viết gọn sapô, không lặp lại trong thân bài.",
    "Bổ sung chú thích ảnh và tên người chụp.",
    "Trích dẫn văn bản cho đủ số, ký hiệu, ngày, cơ quan ban hành.",
)


@dataclass(frozen=True, slots=True)
class Practice:
    """The office's way of reviewing; days are calendar days."""

    levels: int = 2  # 2: editor, then chief; 1: straight to the chief
    waiting_days: int = 3  # from when an article has lain too long
    due_days: int = 5  # before an issue's closing, from when its missing articles press
    phrases: tuple[str, ...] = PHRASES


def practice() -> Practice:
    """Return the office's practice."""
    row = db.execute_sql(_stored(), ("practice",)).fetchone()
    return Practice() if row is None else _read(row[0])


# Every act and every list asks this; compiled once, for peewee takes longer to write such SQL than SQLite to run it.
@cache
def _stored() -> str:
    return str(Setting.select(Setting.value).where(Setting.key == "").sql()[0])


@lru_cache(maxsize=4)
def _read(words: str) -> Practice:
    known = {item.name for item in fields(Practice)}
    stored = {name: value for name, value in json.loads(words).items() if name in known}
    if "phrases" in stored:
        stored["phrases"] = tuple(stored["phrases"])
    return Practice(**stored)
