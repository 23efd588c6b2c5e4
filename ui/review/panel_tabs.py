"""The side panel's tabs: words where all have room, else a sign and a number; the one in view always in words."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QIcon, QResizeEvent
from PySide6.QtWidgets import QTabWidget, QWidget

from ui.look import style
from ui.look.text_size import px

_AROUND = 20  # px at 100 %: the margins and paddings of a tab


@dataclass(frozen=True, slots=True)
class _Name:
    words: str
    icon: str
    count: str = ""

    @property
    def full(self) -> str:
        return f"{self.words} {self.count}".rstrip()


class PanelTabs(QTabWidget):
    """Never wider than the panel."""

    def __init__(self) -> None:
        super().__init__()
        self.setUsesScrollButtons(False)
        self._names: dict[QWidget, _Name] = {}
        self.currentChanged.connect(self._name_all)
        style.look().changed.connect(self._name_all)

    def add(self, tab: QWidget, words: str, icon: str) -> None:
        """Add a tab."""
        self._names[tab] = _Name(words, icon)
        self.addTab(tab, words)
        self._name_all()

    def count_in(self, tab: QWidget, count: str) -> None:
        """Say a number behind a tab's words."""
        name = self._names[tab]
        if name.count != count:
            self._names[tab] = _Name(name.words, name.icon, count)
            self._name_all()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Find the words that have room."""
        super().resizeEvent(event)
        self._name_all()

    def _name_all(self) -> None:
        metrics = self.tabBar().fontMetrics()
        wide = sum(metrics.horizontalAdvance(name.full) + px(_AROUND) for name in self._names.values())
        every = wide <= self.width()
        for tab, name in self._names.items():
            at = self.indexOf(tab)
            in_words = every or at == self.currentIndex()
            self.setTabText(at, name.full if in_words else name.count)
            self.setTabIcon(at, QIcon() if in_words else style.icon(name.icon, "muted"))
            self.setTabToolTip(at, "" if in_words else f"{name.full} (Alt+{at + 1})")
            self.tabBar().setAccessibleTabName(at, name.full)
