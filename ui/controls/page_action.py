"""An action of a page: its words, icon and key, which acts while the page has the focus."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from ui.controls.labels import keep_icon


def page_action(
    owner: QWidget,
    words: str,
    icon: str,
    key: str,
    on: Callable[[], object],
    context: Qt.ShortcutContext = Qt.ShortcutContext.WidgetWithChildrenShortcut,
) -> QAction:
    """Make an action and add it to its page; `key` "" leaves it to button and menu."""
    made = QAction(words, owner)
    made.setProperty("icon_name", icon)
    keep_icon(made, icon)
    if key:
        made.setShortcut(QKeySequence(key))
        made.setShortcutContext(context)
    made.triggered.connect(lambda: on())
    owner.addAction(made)
    return made
