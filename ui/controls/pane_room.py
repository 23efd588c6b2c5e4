"""Panes beside the one that one reads: where there is little room they give way, and come back by F9 or a button."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QSplitter, QToolButton, QWidget

from ui.controls.action_table import Entry, make_action
from ui.controls.labels import tool_button
from ui.look import style
from ui.look.text_size import px

LEAST = 360  # px at 100 %: of the pane that one reads


class PaneRoom(QObject):
    """Hides panes of a splitter, the first named first, until the one that one reads has its least width.

    `button` is shown while one is hidden; it and F9 bring that pane forward, and the other gives way.
    """

    shared = Signal()  # the panes stand as they will

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self.button: QToolButton = tool_button(self.tr("Hiện khung đang ẩn (F9)"), self.turn, "panel")
        self.button.hide()
        self._splitter: QSplitter | None = None
        self._read: QWidget | None = None
        self._order: list[QWidget] = []
        self._hidden: list[QWidget] = []
        self._given: set[QWidget] = set()  # what is hidden for want of room, and by nobody else
        make_action(page, Entry("", key="F9"), self.turn)
        style.look().changed.connect(self.arrange)

    def watch(self, splitter: QSplitter, read: QWidget, *order: QWidget) -> None:
        """Take care of a splitter: `read` keeps its room, the others give way in this order."""
        if self._splitter is not splitter:
            splitter.installEventFilter(self)
        for pane in order:
            if pane not in self._order:
                pane.installEventFilter(self)
        self._splitter, self._read, self._order = splitter, read, list(order)
        self.arrange()

    def hidden(self) -> list[QWidget]:
        """Return the panes that gave way."""
        return self._hidden

    def stand_in(self, foot: QWidget, pane: QWidget) -> None:
        """Show a foot below what one reads while the pane that has the same acts gave way."""
        self.shared.connect(lambda: foot.setVisible(pane in self._hidden))
        foot.setVisible(pane in self._hidden)

    def turn(self) -> None:
        """Bring forward the pane that gave way first, and put the keyboard into it."""
        if self._hidden:
            self.bring(self._hidden[0])
            self._order[-1].setFocus()

    def bring(self, pane: QWidget) -> None:
        """Show a pane, whatever gives way for it."""
        holder = next((one for one in self._order if one is pane or one.isAncestorOf(pane)), None)
        if holder in self._hidden and holder is not None:
            self._order.remove(holder)
            self._order.append(holder)
            self.arrange()

    def arrange(self) -> None:
        """Hide and show what must and may."""
        if self._splitter is None or self._read is None:
            return
        room = self._splitter.width()
        wanted = [pane for pane in self._order if pane in self._given or not pane.isHidden()]
        need = px(LEAST) + sum(pane.minimumWidth() for pane in wanted)
        hidden = []
        for pane in wanted[:-1] if len(wanted) > 1 else wanted:
            if need > room:
                hidden.append(pane)
                need -= pane.minimumWidth()
        self._read.setMinimumWidth(min(px(LEAST), max(px(LEAST // 2), room - (need - px(LEAST)))))
        self._hidden = hidden
        back, self._given = self._given - set(hidden), set(hidden)
        for pane in self._order:
            if pane in hidden:
                pane.hide()
            elif pane in back:
                pane.show()
        self.button.setVisible(bool(hidden))
        self.shared.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrange anew when there is more or less room."""
        if event.type() == QEvent.Type.Resize and watched is self._splitter:
            self.arrange()
        elif event.type() == QEvent.Type.Show and watched in self._given:
            self.arrange()  # who shows it does not know that there is no room
        return False
