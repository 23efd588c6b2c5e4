"""A child of the start figure: the program itself, up to the first painted list. `start_ours.py FOLDER PERSON`

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
    """Seat the person; say when their list has been painted, and leave."""
    from functools import partial

    from PySide6.QtCore import QEvent, QObject, QTimer
    from PySide6.QtWidgets import QApplication

    from desk import people
    from ui.app import App

    assert isinstance(self, App)
    rows = self.office.wait(partial(people.everybody, active_only=True))
    window = self.seat(next(row for row in rows if row.id == int(sys.argv[2])))

    def painted() -> None:
        if window.articles.list.model.rowCount():
            print(time.monotonic(), time.process_time(), *sorted(sys.modules), flush=True)
            QApplication.quit()

    class Watch(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.Paint:
                QTimer.singleShot(0, painted)
            return False

    viewport = window.articles.list.view.viewport()
    viewport.installEventFilter(Watch(viewport))
    return True


if __name__ == "__main__":
    sys.exit(begin())
