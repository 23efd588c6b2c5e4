"""A child of the start figure: the program, up to its first window as a user meets it, the sign-in.
`start_door.py FOLDER`
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from functools import partialmethod

import main


def begin() -> int:
    """Start the program; when its door has been painted, tell when and leave."""
    import_qt = main.import_qt

    def watch_door() -> None:
        """Watch the door from when `main` comes to import the window, in its order."""
        import_qt()
        from ui.window import app

        let_in = app.App._let_in
        app.App._let_in = partialmethod(watched, let_in)  # type: ignore[assignment,method-assign]

    def watched(self: object, let_in: Callable[[object], bool]) -> bool:
        """Have the door tell its paint, as the empty window does."""
        from PySide6.QtCore import QTimer
        from PySide6.QtGui import QPaintEvent

        from ui.window.sign_in import SignIn

        def painting(door: SignIn, event: QPaintEvent) -> None:
            super(SignIn, door).paintEvent(event)
            QTimer.singleShot(0, lambda: painted(door))

        SignIn.paintEvent = painting  # type: ignore[method-assign,assignment]
        return let_in(self)

    def painted(door: object) -> None:
        print(time.monotonic(), time.process_time(), *sorted(sys.modules), flush=True)
        door.reject()  # type: ignore[attr-defined]

    main.import_qt = watch_door
    return main.main(["--data", sys.argv[1]])


if __name__ == "__main__":
    begin()
