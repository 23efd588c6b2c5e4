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
from ui.look.kept_size import keep, keep_height
from ui.look.text_size import px

_WIDE, _NARROW = 196, 84  # px at 100 %
_WIDE_WINDOW = 1180  # px at 100 %: beneath it the pages need the room more


class Sidebar(QFrame):
    """Says which page is wanted; knows none of them."""

    chosen = Signal(str)

    def __init__(self, brand: str, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sidebar")
        self._narrow, self._wish, self._window = False, False, 0
        keep(self, self._keep_width)
        self._pages: dict[str, QPushButton] = {}
        self._badges: dict[str, QLabel] = {}
        self._words: dict[str, str] = {}
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
        inside.setContentsMargins(0, 0, 4, 0)
        inside.addStretch(1)
        inside.addWidget(badge)
        button.clicked.connect(lambda: self.chosen.emit(name))
        self._group.addButton(button)
        button.setAccessibleName(words)
        self._pages[name], self._badges[name], self._words[name] = button, badge, words
        self._column.insertWidget(self._column.count() - 3, button)

    def show_page(self, name: str) -> None:
        """Mark the page that is shown."""
        if name in self._pages:
            self._pages[name].setChecked(True)

    def fit(self, window: int) -> None:
        """Show icons alone where the window is narrow, unless one wished otherwise since."""
        if (window < px(_WIDE_WINDOW)) != (self._window < px(_WIDE_WINDOW)) or not self._window:
            self._wish = False
        self._window = window
        self._show_narrow((window < px(_WIDE_WINDOW)) != self._wish)

    def turn(self) -> None:
        """Show icons alone, or words too."""
        self._wish = not self._wish
        self.fit(self._window)

    def is_narrow(self) -> bool:
        """Say whether it shows icons alone."""
        return self._narrow

    def _keep_width(self) -> None:
        self.setFixedWidth(px(_NARROW if self._narrow else _WIDE))
        if self._window:
            self.fit(self._window)

    def _show_narrow(self, narrow: bool) -> None:
        if narrow == self._narrow:
            return
        self._narrow = narrow
        self.setFixedWidth(px(_NARROW if narrow else _WIDE))
        for widget in (self.brand, self.told, self._name, self._roles):
            widget.setVisible(not narrow)
        for name, button in self._pages.items():
            button.setText("" if narrow else self._words[name])
            self._show_badge(name)

    def _show_badge(self, name: str) -> None:
        badge = self._badges[name]
        quiet = badge.property("role") == "count"
        badge.setVisible(badge.text() not in ("", "0") and not (self._narrow and quiet))

    def show_count(self, name: str, count: int) -> None:
        """Show a number beside a page: quiet, or as a badge where it waits for this person."""
        badge = self._badges[name]
        badge.setText(str(count))
        self._show_badge(name)

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
