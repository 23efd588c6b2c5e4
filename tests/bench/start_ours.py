"""A child of the start figure: the program's own start up to the first painted list. `start_ours.py FOLDER`

The path of `main.main` and `ui.app.run`, without the password: the person is seated at once.
"""

from __future__ import annotations

import sys
import time
from functools import partial
from pathlib import Path

from ui.arguments import read


def main() -> None:
    wish = read(["--data", sys.argv[1]])
    from ui import app as start

    folder: Path = wish.folder
    start.start_log(folder / "log")
    start.watch_hard_crashes(folder / "log")
    application = start.make_application()
    single = start.Single(folder)
    single.is_first()
    start.dress(folder)
    crash = start.Crash()
    desk = start.App(folder)
    desk._open()
    rows = desk.office.wait(partial(start.people.everybody, active_only=True))
    window = desk.seat(next(row for row in rows if row.id == int(sys.argv[2])))

    from PySide6.QtCore import QEvent, QObject, QTimer

    def painted() -> None:
        if window.articles.list.model.rowCount():
            print(time.monotonic(), time.process_time(), *sorted(sys.modules), flush=True)
            application.quit()

    class Watch(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.Paint:
                QTimer.singleShot(0, painted)
            return False

    watch = Watch()
    window.articles.list.view.viewport().installEventFilter(watch)
    application.exec()
    desk.close()
    single.close()
    crash.let_go()
    start.stop_watching()


if __name__ == "__main__":
    main()
