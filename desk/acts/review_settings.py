"""How this office reviews: its levels, its patience, its stock phrases for a return."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from desk.database.connection import first
from desk.database.department_tables import Setting

PHRASES = (
    "Bổ sung số liệu, ghi rõ nguồn.",
    "Kiểm tra lại họ tên, chức danh đại biểu.",
    "Viết gọn sapô, không lặp lại trong thân bài.",
    "Bổ sung chú thích ảnh và tên người chụp.",
    "Trích dẫn văn bản cho đủ số, ký hiệu, ngày, cơ quan ban hành.",
)


@dataclass(frozen=True, slots=True)
class ReviewSettings:
    """The office's way of reviewing; days are calendar days."""

    levels: int = 2  # 2: editor, then chief; 1: straight to the chief
    waiting_days: int = 3  # from when an article has lain too long
    due_days: int = 5  # before an issue's closing, from when its missing articles press
    phrases: tuple[str, ...] = PHRASES


def practice() -> ReviewSettings:
    """Return the office's practice."""
    words = stored("practice")
    return ReviewSettings() if words is None else _read(words)


def stored(key: str) -> str | None:
    """Return what is stored under a key of the desk's settings (JSON), or None."""
    row = first(_stored(key))
    return None if row is None else str(row[0])


def _stored(key: str) -> Any:
    return Setting.select(Setting.value).where(Setting.key == key)


@lru_cache(maxsize=4)
def _read(words: str) -> ReviewSettings:
    told = {name: value for name, value in json.loads(words).items() if name in ReviewSettings.__match_args__}
    if "phrases" in told:
        told["phrases"] = tuple(told["phrases"])
    return ReviewSettings(**told)
