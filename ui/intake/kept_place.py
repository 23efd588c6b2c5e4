"""What Nhập bài remembers of its window: how large it was, and where its panes parted."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QSplitter, QWidget

from ui.look import local_settings
from ui.look.screen_room import screen_room
from ui.look.text_size import px

_SIZE = (1240, 760)  # px at 100 %


class KeptPlace(QObject):
    """Gives a window the size and the panes it had when it was last closed."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window

    def restore(self) -> None:
        """Give the window its size, never larger than its screen, and its panes."""
        window = self._window
        room = screen_room(window.parentWidget() or window)
        wide, high = local_settings.read_number("intake/width"), local_settings.read_number("intake/height")
        window.resize(min(wide or px(_SIZE[0]), room.width()), min(high or px(_SIZE[1]), room.height()))
        self.restore_panes()

    def restore_panes(self) -> None:
        """Part the panes where they were parted."""
        for splitter in self._standing():
            state = local_settings.read_bytes(f"panes/{splitter.objectName()}")
            if not state.isEmpty():
                splitter.restoreState(state)

    def remember(self) -> None:
        """Keep size and panes for the next time."""
        local_settings.write("intake/width", str(self._window.width()))
        local_settings.write("intake/height", str(self._window.height()))
        for splitter in self._standing():
            local_settings.write_bytes(f"panes/{splitter.objectName()}", splitter.saveState())

    def _standing(self) -> list[QSplitter]:
        """Return the splitters that have both their panes."""
        return [one for one in self._window.findChildren(QSplitter) if one.count() > 1]
