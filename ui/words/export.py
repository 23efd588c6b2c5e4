"""The words of what leaves the house, for the dialogs and the command line; part of `ui.words.wording`."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

_CONTEXT = "wording"


def _mark(text: str) -> str:
    return str(QT_TRANSLATE_NOOP(_CONTEXT, text))


_AS_RELEASED = _mark("Số đã phát hành được lấy từ tủ, đúng từng byte như khi phát hành.")
_WANTS_BLEED = _mark(
    "Bìa số này in tràn đến mép giấy. Không chừa xén thì chỉ cần xén lệch một chút là hở viền trắng."
)


def as_released() -> str:
    """Say why nothing of the finish of a released file can be chosen."""
    return QCoreApplication.translate(_CONTEXT, _AS_RELEASED)


def wants_bleed() -> str:
    """Say why an issue with such a cover is to be printed with bleed."""
    return QCoreApplication.translate(_CONTEXT, _WANTS_BLEED)
