"""A child of the start figure: the program, up to its first page painted. `start_ours.py FOLDER PERSON`

Nothing is left out but the password: whoever would sign in is seated at once.
"""

from __future__ import annotations

import sys
import time

import main


def begin() -> int:
    """Start the program with a door that stands open."""
    from ui import app

    app.App._let_in = seated  # type: ignore[method-assign]  # the door, and nothing else, is left out
    return main.main(["--data", sys.argv[1]])


def seated(self: object) -> bool:
    """Seat the person; say when their first page has been painted, and leave."""
    from functools import partial

    from PySide6.QtCore import QEvent, QObject, QTimer
    from PySide6.QtWidgets import QApplication

    from desk import people
    from ui.app import App

    assert isinstance(self, App)
    rows = self.office.wait(partial(people.everybody, active_only=True))
    window = self.seat(next(row for row in rows if row.id == int(sys.argv[2])))

    def painted() -> None:
        print(time.monotonic(), time.process_time(), *sorted(sys.modules), flush=True)
        QApplication.quit()

    class Watch(QObject):
        """Waits for the first paint of a line of Hôm nay: the page is filled then."""

        seen = False

        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.Paint and not self.seen and type(watched).__name__ == "LineButton":
                self.seen = True
                QTimer.singleShot(0, painted)
            return False

    watch = Watch(window)
    running = QApplication.instance()
    assert running is not None
    running.installEventFilter(watch)
    return True


if __name__ == "__main__":
    sys.exit(begin())
