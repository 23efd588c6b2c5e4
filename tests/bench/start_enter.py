"""A child of the start figure: from Enter on the password to Hôm nay painted. `start_enter.py FOLDER PERSON`

The person takes three seconds over their password, as people do. Prints the milliseconds from Enter to the first line
painted, and those of them that the password's own hashing took.
"""

from __future__ import annotations

import sys
import time

import main
from tests.making import PASSWORD

_TYPING = 3_000  # ms


def begin() -> int:
    """Start the program, sign in, print the two times and leave."""
    from PySide6.QtCore import Qt, QTimer
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    from desk.department import passwords
    from ui.controls.line_button import LineButton
    from ui.window.app import App
    from ui.window.sign_in import SignIn

    times: dict[str, float] = {"hash": 0.0}
    opening, paint, scrypt = App._open, LineButton.paintEvent, passwords._scrypt

    def hashing(password: str, salt: bytes, cost: int, block: int, lanes: int) -> bytes:
        begun = time.perf_counter()
        try:
            return scrypt(password, salt, cost, block, lanes)
        finally:
            times["hash"] += time.perf_counter() - begun

    def stands(self: App, dialog: SignIn) -> None:
        opening(self, dialog)
        QTimer.singleShot(_TYPING, dialog, lambda: enter(dialog))

    def enter(dialog: SignIn) -> None:
        dialog.names.setCurrentIndex(dialog.names.findData(int(sys.argv[2])))
        dialog.password.setText(PASSWORD)
        QApplication.processEvents()
        times["enter"] = time.perf_counter()
        QTest.keyClick(dialog.password, Qt.Key.Key_Return)

    def painting(line: LineButton, event: QPaintEvent) -> None:
        paint(line, event)
        if "painted" not in times:
            times["painted"] = 0.0
            QTimer.singleShot(0, painted)

    def painted() -> None:
        took = time.perf_counter() - times["enter"]
        print(took * 1000, times["hash"] * 1000, flush=True)
        QApplication.quit()

    passwords._scrypt = hashing
    App._open = stands  # type: ignore[method-assign]  # the rest is the program's own
    LineButton.paintEvent = painting  # type: ignore[method-assign,assignment]
    return main.main(["--data", sys.argv[1]])


if __name__ == "__main__":
    sys.exit(begin())
