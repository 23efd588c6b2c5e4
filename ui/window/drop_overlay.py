"""What lies over the window while files are held over it: it says what letting them go does."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QMainWindow, QWidget

from ui.look import style
from ui.look.text_size import px

_FRAME, _ROUND = 12, 12  # px at 100 %


class DropOverlay(QWidget):
    """Lies over the window while files are held over it, and says what letting them go does."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setProperty("floats", True)
        self.words = self.tr("Thả để nhập bài")
        self.hide()

    def cover(self, window: QMainWindow) -> None:
        """Cover the window as it stands now."""
        self.setGeometry(window.rect())
        self.raise_()
        self.show()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint a veil, a frame and the words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        veil = style.color("window")
        veil.setAlpha(215)
        painter.fillRect(self.rect(), veil)
        inside = self.rect().adjusted(px(_FRAME), px(_FRAME), -px(_FRAME), -px(_FRAME))
        painter.setPen(QPen(style.color("accent"), 2, Qt.PenStyle.DashLine))
        painter.drawRoundedRect(inside, _ROUND, _ROUND)
        side = px(40)
        middle = inside.center()
        painter.drawPixmap(
            middle - QPoint(side // 2, side), style.pixmap("import", "accent", side, self.devicePixelRatioF())
        )
        font = painter.font()
        font.setPixelSize(px(18))
        font.setWeight(font.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(style.color("ink"))
        below = inside.adjusted(0, inside.height() // 2 + px(12), 0, 0)
        painter.drawText(below, int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop), self.words)
