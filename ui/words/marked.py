"""Words of the screen: marked where they stand in a table, translated when they are shown."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

_CONTEXT = "wording"


def mark(text: str) -> str:
    """Mark a word of a table as one that can be translated; return it as it is."""
    return str(QT_TRANSLATE_NOOP(_CONTEXT, text))


def tr(text: object) -> str:
    """Return a marked word in the language of the screen."""
    return QCoreApplication.translate(_CONTEXT, str(text))


def share(percent: int) -> str:
    """Return a share of a text, as Vietnamese writes it; what rounds to nothing is still something."""
    return f"{percent}%" if percent else tr(mark("dưới 1%"))
