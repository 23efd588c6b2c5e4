"""A child of the start figure: the program, up to its first page painted. `start_ours.py FOLDER PERSON`

Nothing is left out but the password: whoever would sign in is seated at once.
"""

from __future__ import annotations

import sys
import time

import main


def begin() -> int:
    """Start the program with a door that stands open."""
    import_qt = main.import_qt

    def hold_door() -> None:
        """Hold the door open when `main` comes to import the window, in its order."""
        import_qt()
        from ui.window import app

        app.App._let_in = seated  # type: ignore[method-assign]  # the door, and nothing else, is left out

    main.import_qt = hold_door
    return main.main(["--data", sys.argv[1]])


def seated(self: object) -> bool:
    """Seat the person; say when their first page has been painted, and leave."""
    from functools import partial

    from PySide6.QtCore import QTimer
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QApplication

    from desk.department import people
    from ui.controls.line_button import LineButton
    from ui.window.app import App

    assert isinstance(self, App)
    paint = LineButton.paintEvent

    # As the empty window tells its own paint. A filter over all events would be timed with them: for the first
    # event it sees, PySide makes the classes of all the events there are.
    def painting(line: LineButton, event: QPaintEvent) -> None:
        """Paint the first line of Hôm nay: the page is filled now, and painted when the loop goes on."""
        LineButton.paintEvent = paint  # type: ignore[method-assign]
        paint(line, event)
        QTimer.singleShot(0, painted)

    def painted() -> None:
        print(time.monotonic(), time.process_time(), *sorted(sys.modules), flush=True)
        QApplication.quit()

    LineButton.paintEvent = painting  # type: ignore[method-assign,assignment]
    rows = self.client.wait(partial(people.everybody, active_only=True))
    self.show_window(next(row for row in rows if row.id == int(sys.argv[2])))
    return True


if __name__ == "__main__":
    sys.exit(begin())
