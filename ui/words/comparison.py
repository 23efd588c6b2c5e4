"""Vietnamese for two texts compared; apart from `wording`, for the comparison is not loaded with the first page."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from desk.compare.articles import Summary
from ui.words.wording import tr


def summary(what: Summary) -> str:
    """Return a comparison in a line: "3 chỗ sửa, 1 đoạn chuyển"."""
    parts = []
    if what.changes:
        parts.append(tr(QT_TRANSLATE_NOOP("wording", "{n} chỗ sửa")).format(n=what.changes))
    if what.moved:
        parts.append(tr(QT_TRANSLATE_NOOP("wording", "{n} đoạn chuyển")).format(n=what.moved))
    return ", ".join(parts) or tr(QT_TRANSLATE_NOOP("wording", "Chữ không đổi"))
