"""A child of the start figure: the emptiest window there is, shown and painted. `start_empty.py`"""

import sys
import time

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QMainWindow


class Empty(QMainWindow):
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        QTimer.singleShot(0, painted)


def painted() -> None:
    print(time.monotonic(), time.process_time(), flush=True)
    QApplication.quit()


app = QApplication(sys.argv[:1])
window = Empty()
window.resize(1366, 768)
window.show()
app.exec()
