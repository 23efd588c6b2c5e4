"""The side bar: the pages with their counts, and who sits at the desk."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ui.controls.labels import cut, keep_icon, label, line
from ui.look import style
from ui.look.kept_size import keep, keep_height, keep_width
from ui.look.text_size import px


class Sidebar(QFrame):
    """Says which page is wanted; knows none of them."""

    chosen = Signal(str)

    def __init__(self, brand: str, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sidebar")
        keep_width(self, 196)
        self._pages: dict[str, QPushButton] = {}
        self._badges: dict[str, QLabel] = {}
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(10, 14, 10, 10)
        self._column.setSpacing(2)
        head = QVBoxLayout()
        head.setContentsMargins(10, 0, 0, 10)
        head.setSpacing(0)
        self.brand, self.told = label(brand, "brand"), label(text, "small", wrap=True)
        head.addWidget(self.brand)
        head.addWidget(self.told)
        self._column.addLayout(head)
        self._column.addStretch(1)
        self.me = QPushButton()
        self.me.setObjectName("me")
        keep_height(self.me, 48)
        self._avatar, self._name, self._roles = label("", "avatar"), label(""), label("", "small")
        self._build_me()

    def add_page(self, name: str, words: str, icon: str, key: str, *, urgent: bool = False) -> None:
        """Add a page's button; `key` is its shortcut as the tooltip shows it, `urgent` what its number is."""
        button = QPushButton(words)
        button.setProperty("kind", "page")
        button.setCheckable(True)
        button.setToolTip(f"{words} ({key})")
        keep_icon(button, icon)
        badge = label("", "badge" if urgent else "count")
        badge.hide()
        inside = QHBoxLayout(button)
        inside.setContentsMargins(0, 0, 8, 0)
        inside.addStretch(1)
        inside.addWidget(badge)
        button.clicked.connect(lambda: self.chosen.emit(name))
        self._group.addButton(button)
        self._pages[name], self._badges[name] = button, badge
        self._column.insertWidget(self._column.count() - 3, button)

    def show_page(self, name: str) -> None:
        """Mark the page that is shown."""
        if name in self._pages:
            self._pages[name].setChecked(True)

    def show_count(self, name: str, count: int) -> None:
        """Show a number beside a page: quiet, or as a badge where it waits for this person."""
        badge = self._badges[name]
        badge.setText(str(count))
        badge.setVisible(count > 0)

    def show_person(self, name: str, roles: str, menu: QMenu) -> None:
        """Show who is signed in; their menu opens on a press."""
        parts = name.split()
        initials = (parts[0][:1] + parts[-1][:1]).upper() if len(parts) > 1 else name[:2].upper()
        self._avatar.setText(initials)
        self._name.setText(cut(name, self._name.fontMetrics(), 118))
        self._roles.setText(cut(roles, self._roles.fontMetrics(), 118))
        self.me.setToolTip(f"{name}\n{roles}")
        self.me.setAccessibleName(name)
        self.me.setMenu(menu)

    def _build_me(self) -> None:
        keep(self._avatar, lambda: self._avatar.setFixedSize(px(30), px(30)))
        self._avatar.setProperty("alignment", "AlignCenter")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._name)
        words.addWidget(self._roles)
        row = QHBoxLayout(self.me)
        row.setContentsMargins(8, 4, 4, 4)
        row.setSpacing(10)
        row.addWidget(self._avatar)
        row.addLayout(words, 1)
        self._column.addWidget(line())
        self._column.addWidget(self.me)
        style.look().changed.connect(self.update)
