"""How this office reviews: its levels, its patience, its stock phrases for a return."""

from __future__ import annotations

import json
from dataclasses import dataclass, fields

from desk.tables import Setting, first

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
    row = first(Setting.select(Setting.value).where(Setting.key == "practice"))
    if row is None:
        return Practice()
    known = {item.name for item in fields(Practice)}
    stored = {name: value for name, value in json.loads(row[0]).items() if name in known}
    if "phrases" in stored:
        stored["phrases"] = tuple(stored["phrases"])
    return Practice(**stored)
