"""What a person should look at, a line each, and what was left out, folded: below the paragraphs of a source."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QLabel, QListWidget, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from desk.intake.result import Doubt
from ui.controls.labels import label
from ui.look import style
from ui.look.kept_size import keep
from ui.look.text_size import px
from ui.words import wording

_DOUBTS, _LINES = 3, 4  # rows in sight
_MOST_LINES = 200
_ROW = 26  # px at 100 %


class _ShortList(QListWidget):
    """As high as its rows, up to a few of them."""

    def __init__(self, name: str, most: int) -> None:
        super().__init__()
        self.most = most
        self.setAccessibleName(name)
        self.setProperty("short", True)
        keep(self, lambda: self.setIconSize(QSize(px(15), px(15))))
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        keep(self, self.fit)

    def show_lines(self, lines: Sequence[str], icon: str = "") -> None:
        """Show other lines."""
        self.clear()
        for words in lines:
            item = QListWidgetItem(" ".join(words.split()))
            item.setToolTip(words)
            if icon:
                item.setIcon(style.icon(icon, "amber"))
            self.addItem(item)
        self.fit()

    def fit(self) -> None:
        """Take the height of the rows in sight."""
        for at in range(self.count()):
            self.item(at).setSizeHint(QSize(0, px(_ROW)))
        self.setFixedHeight(px(_ROW) * max(1, min(self.most, self.count())) + 2)


class DoubtsBox(QWidget):
    """Says which doubt a person wants to see."""

    wanted = Signal(object)  # Doubt

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._doubts: list[Doubt] = []
        self._count = 0
        self.head: QLabel = label("", "section")
        self.doubts = _ShortList(self.tr("Xin xem lại"), _DOUBTS)
        self.doubts.itemClicked.connect(lambda item: self._want(self.doubts.row(item)))
        self.doubts.itemActivated.connect(lambda item: self._want(self.doubts.row(item)))
        self.fold = QPushButton()
        self.fold.setProperty("kind", "fact")
        self.fold.setCheckable(True)
        self.fold.setAutoDefault(False)
        self.left_out = _ShortList(self.tr("Không đưa vào bài"), _LINES)
        self.left_out.hide()
        self.fold.toggled.connect(self._unfold)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 6, 12, 0)
        column.setSpacing(2)
        for widget in (self.head, self.doubts, self.fold, self.left_out):
            column.addWidget(widget)

    def show_doubts(self, doubts: list[Doubt], left_out: Sequence[str]) -> None:
        """Show what is doubtful now, and what is no part of the article."""
        if doubts != self._doubts or self.doubts.count() != len(doubts):
            self._doubts = doubts
            self.doubts.show_lines([wording.doubt(doubt) for doubt in doubts], "warning")
        self.head.setText(self.tr("XIN XEM LẠI ({count})").format(count=len(doubts)))
        self.head.setVisible(bool(doubts))
        self.doubts.setVisible(bool(doubts))
        self.left_out.show_lines(list(left_out[:_MOST_LINES]))
        self._count = len(left_out)
        self.fold.setVisible(bool(left_out))
        self._unfold(self.fold.isChecked())

    def keep_rows(self, most: int) -> None:
        """Show so many doubts at once; the others are scrolled to."""
        self.doubts.most = most
        self.doubts.fit()

    def _unfold(self, unfolded: bool) -> None:
        sign = "▾" if unfolded else "▸"
        self.fold.setText(self.tr("{sign} Không đưa vào bài ({count})").format(sign=sign, count=self._count))
        self.left_out.setVisible(unfolded and bool(self._count))

    def _want(self, row: int) -> None:
        if 0 <= row < len(self._doubts):
            self.wanted.emit(self._doubts[row])
