"""The head of a page: title, what is said beside it, then buttons; where it is narrow they give way in an order."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from ui.controls.labels import cut
from ui.look.kept_size import keep
from ui.look.text_size import px

_HEIGHT, _ROW, _TITLE = 52, 40, 170  # px at 100 %


class _Giving(QLabel):
    """Words whose end is given up where there is little room, and stands in the tooltip; `least` px stay."""

    def __init__(self, text: str, role: str, least: int) -> None:
        super().__init__()
        self._least = least
        self.setProperty("textFormat", "PlainText")
        self.setProperty("role", role)
        self.setProperty("elides", True)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self.setText(text)

    def setText(self, text: str) -> None:
        """Show words, whole in the tooltip."""
        super().setText(text)
        self.setToolTip(text)

    def minimumSizeHint(self) -> QSize:
        """Be content with the least, or with all of the words."""
        least = min(self.fontMetrics().horizontalAdvance(self.text()) + 2, px(self._least))
        return QSize(least, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what there is room for."""
        words = cut(self.text(), self.fontMetrics(), self.width()) if self.width() > px(24) else ""
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        base = (self.height() - self.fontMetrics().height()) // 2 + self.fontMetrics().ascent()
        painter.drawText(0, base, words)


class PageHead(QWidget):
    """First the words beside the title give way, then the field for a search, then the words of the buttons.

    A button without its words keeps icon and tooltip. What then still has no room goes into a second row.
    """

    def __init__(self, title: str, widgets: tuple[QWidget, ...], beside: str) -> None:
        super().__init__()
        self.setProperty("place", "header")
        self.title, self.beside = _Giving(title, "title", _TITLE), _Giving(beside, "muted", 0)
        self.row, self._second = QHBoxLayout(), QHBoxLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 0, 18, 0)
        column.setSpacing(0)
        for row in (self.row, self._second):
            row.setSpacing(10)
            holder = QWidget()
            row.setContentsMargins(0, 0, 0, 0)
            holder.setLayout(row)
            column.addWidget(holder, 1)
        self._lower = holder
        self._lower.hide()
        self._widgets, self._fitting, self._rows = widgets, False, 1
        self.row.addWidget(self.title)
        self.row.addWidget(self.beside)
        self.row.addStretch(1)
        for widget in widgets:
            self._add(widget, self.row)
        keep(self, self._keep_height)

    def _add(self, widget: QWidget, row: QHBoxLayout) -> None:
        field = isinstance(widget, QLineEdit)
        if field and not widget.toolTip():
            widget.setToolTip(widget.accessibleName())
        row.addWidget(widget, 1000 if field else 0)

    def _keep_height(self) -> None:
        self._lower.setFixedHeight(px(_ROW) + 4)
        self.setFixedHeight(px(_HEIGHT + (self._rows - 1) * _ROW))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let give way what must."""
        super().resizeEvent(event)
        self.fit()

    def event(self, event: QEvent) -> bool:
        """Look again when a button came, went or got other words."""
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self.fit()
        return done

    def fit(self) -> None:
        """Give every part the room it needs, as long as there is any."""
        if self._fitting or not self.isVisible():
            return
        self._fitting = True
        wordy = [widget for widget in self.findChildren(QWidget) if widget.inherits("KeyButton")]
        shown = [widget for widget in wordy if widget.isVisibleTo(self)]
        room = self.width() - 36
        need, spared = self._need(), 0
        for button in wordy:
            bare = button in shown and need - spared > room and button.can_be_bare()  # type: ignore[attr-defined]  # by its name
            if bare:
                spared += button.worded_width() - button.bare_width()  # type: ignore[attr-defined]  # by its name
            button.set_bare(bare)  # type: ignore[attr-defined]  # by its name: its module is 5 ms of a start
        self._break(need - spared > room)
        self._keep_title(room)
        self._fitting = False

    def _keep_title(self, room: int) -> None:
        """Give the title what it needs to be whole before anything is said beside it."""
        taken = self._need(self.row)
        for button in self.findChildren(QWidget):
            bare = button.inherits("KeyButton") and button.property("elides") and button.isVisibleTo(self)
            if bare and not self._lower.isAncestorOf(button):
                taken -= button.worded_width() - button.bare_width()  # type: ignore[attr-defined]  # by its name
        whole, least = self.title.sizeHint().width() + 2, self.title.minimumSizeHint().width()
        self.title.setMinimumWidth(min(whole, least + max(0, room - taken)))

    def _need(self, *rows: QHBoxLayout) -> int:
        """Return the width of everything in one row, with its words; of some rows alone where they are given."""
        widths: list[int] = []
        for row in rows or (self.row, self._second):
            for at in range(row.count()):
                item = row.itemAt(at)
                widget = item.widget() if item is not None else None
                if widget is None or not widget.isVisibleTo(self) or widget is self.beside:
                    continue
                if widget.inherits("KeyButton"):
                    widths.append(widget.worded_width())  # type: ignore[attr-defined]  # by its name
                elif widget is self.title:
                    widths.append(widget.minimumSizeHint().width())
                elif isinstance(widget, QLineEdit):
                    widths.append(widget.minimumWidth())
                else:
                    widths.append(max(widget.minimumSizeHint().width(), widget.minimumWidth()))
        return sum(widths) + 10 * (len(widths) + 1)

    def _break(self, narrow: bool) -> None:
        rows = 2 if narrow else 1
        if rows == self._rows:
            return
        self._rows = rows
        self._lower.setVisible(narrow)
        into = self._second if narrow else self.row
        if narrow:
            into.addStretch(1)
        for widget in self._widgets:
            self.row.removeWidget(widget)
            self._second.removeWidget(widget)
            self._add(widget, into)
        if not narrow:
            self._second.takeAt(0)
        self._keep_height()


def header(title: str, *widgets: QWidget, subtitle: str = "") -> tuple[PageHead, QLabel, QLabel]:
    """Make a page's head: title, subtitle, then widgets at the right; return it with both labels."""
    head = PageHead(title, widgets, subtitle)
    return head, head.title, head.beside
