"""Pages as they print, as spreads: zoomed, scrolled, clicked; each page comes when it is looked at."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QHelpEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QToolTip, QWidget

from desk.press.typeset.layout import Layout, PageSpan
from ui.look import style
from ui.proof.flag import PageMarking, paint_flag
from ui.proof.page_paint import paint_message, paint_page, paint_span
from ui.proof.page_pictures import PagePictures
from ui.proof.zoom_and_scroll import FIT, ZoomAndScroll

_SETTLING = 60  # ms


class ProofView(QAbstractScrollArea):
    """Shows a layout's pages side by side; asks for the pictures of those in view, and says what was clicked."""

    pages_wanted = Signal()
    chosen = Signal(int)  # article
    opened = Signal(int)
    zoomed = Signal(float)  # 1.0 is true size, 0 the width of the pane
    turned = Signal(int)  # the page at the top of the view

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("proof")
        self.setAccessibleName(self.tr("Các trang như khi in"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.viewport().setMouseTracking(True)
        self.sight = ZoomAndScroll(self)
        self._message = ""
        self.pictures = PagePictures()
        self._article = 0
        self._marks: Mapping[int, PageMarking] = {}
        self.verticalScrollBar().valueChanged.connect(self._scrolled)
        self.horizontalScrollBar().valueChanged.connect(lambda _: self.viewport().update())
        self._resized = QTimer(self, singleShot=True, interval=_SETTLING)
        self._resized.timeout.connect(self.pages_wanted)
        style.look().changed.connect(self.viewport().update)

    # -- what is shown ---------------------------------------------------------------------------------

    def show_layout(self, layout: Layout) -> None:
        """Show these pages from now on; the old pictures stand until the new ones come."""
        self._message = ""
        self.setAccessibleDescription(self.tr("{n} trang").format(n=layout.total))
        before = self.sight.layout()
        self.pictures.begin(layout.total, keep=before is not None and before.size == layout.size)
        self.sight.show(layout)
        self.viewport().update()
        self.pages_wanted.emit()

    def refine(self, layout: Layout) -> None:
        """Know better where the articles stand on the pages in view, which stay as they are."""
        self.sight.refine(layout)
        self.viewport().update()

    def show_nothing(self, message: str) -> None:
        """Show no page and say why."""
        self._message, self._article = message, 0
        self.pictures.begin(0, keep=False)
        self.setAccessibleDescription(message)
        self.sight.show(None)
        self.viewport().update()

    def show_page(self, number: int, generation: int, ppi: float, image: QImage) -> None:
        """Take a page's picture; one of an older layout is not wanted any more."""
        spreads = self.sight.spreads()
        if generation != self.pictures.generation or spreads is None:
            return
        image.setDevicePixelRatio(self.devicePixelRatioF())
        self.pictures.put(number, ppi, image)
        pane = self.sight.pane()
        hidden = [n for n in self.pictures.numbers() if not spreads.page(n).intersects(pane)]
        self.pictures.trim(hidden, spreads.topmost())
        self.viewport().update()

    def show_marks(self, marks: Mapping[int, PageMarking]) -> None:
        """Flag the articles with which something is wrong."""
        self._marks = marks
        self.viewport().update()

    def marks(self) -> Mapping[int, PageMarking]:
        """Return the flags in force."""
        return self._marks

    def missing(self) -> list[tuple[int, int, float]]:
        """Return the pages in view whose picture is not there yet: number, generation, dots an inch."""
        spreads = self.sight.spreads()
        if spreads is None or not self.isVisible():
            return []
        ppi = round(spreads.scale * 25.4 * self.devicePixelRatioF(), 1)
        return self.pictures.missing((number for number, _ in spreads.within(self.sight.pane())), ppi)

    def article(self) -> int:
        """Return the article that is marked, 0 for none."""
        return self._article

    def layout_shown(self) -> Layout | None:
        """Return the layout in view."""
        return self.sight.layout()

    def page(self) -> int:
        """Return the page at the top of the view, 0 when there is none."""
        spreads = self.sight.spreads()
        return spreads.topmost() if spreads is not None else 0

    def go_to_article(self, article_id: int) -> None:
        """Bring an article's first page into view and mark where it stands."""
        self._article = article_id
        spreads = self.sight.spreads()
        span = spreads.span(article_id) if spreads is not None else None
        if span is not None:
            self.sight.bring(span)
        self.viewport().update()

    def set_zoom(self, zoom: float) -> None:
        """Show the pages larger or smaller; 1.0 is their true size, 0 fits a spread into the pane."""
        if self.sight.set_zoom(zoom):
            self.zoomed.emit(zoom)
            self.viewport().update()
            self.pages_wanted.emit()

    # -- hands -----------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn with Page Up and Page Down, zoom with +, - and 0, go to either end with Home and End."""
        key = event.key()
        if key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
            self.sight.turn(1 if key == Qt.Key.Key_PageDown else -1)
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.set_zoom(self.sight.stepped(1))
        elif key == Qt.Key.Key_Minus:
            self.set_zoom(self.sight.stepped(-1))
        elif key == Qt.Key.Key_0:
            self.set_zoom(FIT)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.sight.go_to_end(last=key == Qt.Key.Key_End)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and (
            article := self.sight.article_in_view(self._article)
        ):
            self.opened.emit(article)
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom with Ctrl and the wheel."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.set_zoom(self.sight.stepped(1 if event.angleDelta().y() > 0 else -1))
            event.accept()
        else:
            super().wheelEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the article under the pointer."""
        span = self._span_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and span is not None:
            self._article = span.article
            self.viewport().update()
            self.chosen.emit(span.article)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open the article under the pointer."""
        span = self._span_at(event.position())
        if span is not None:
            self.opened.emit(span.article)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show a hand where there is an article."""
        over = self._span_at(event.position()) is not None
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    def viewportEvent(self, event: QEvent) -> bool:
        """Say what a flag means."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            span = self._span_at(QPointF(event.pos()))
            marking = self._marks.get(span.article) if span else None
            QToolTip.showText(event.globalPos(), marking.told if marking else "")
            return True
        return super().viewportEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the spreads into the new width; their pictures are asked for once the size stays."""
        super().resizeEvent(event)
        self.sight.measure()
        self._resized.start()

    def _span_at(self, place: QPointF) -> PageSpan | None:
        spreads = self.sight.spreads()
        return spreads.article_at(place) if spreads is not None else None

    def _scrolled(self) -> None:
        self.viewport().update()
        self.turned.emit(self.page())
        self.pages_wanted.emit()

    # -- painting --------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the spreads in view: paper, pictures, the fold, the chosen article, the flags."""
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), style.color("window"))
        spreads = self.sight.spreads()
        if spreads is None:
            paint_message(painter, self.viewport().rect(), self._message)
            return
        for number, rect in spreads.within(QRectF(event.rect())):
            paint_page(painter, rect, self.pictures.get(number), self.devicePixelRatioF())
            for span in spreads.layout.spans:
                if span.first <= number <= span.last:
                    marking, chosen = self._marks.get(span.article), span.article == self._article
                    part = spreads.part(span, number)
                    paint_span(painter, number, rect, part, chosen=chosen, marking=marking)
                    if marking is not None and number == span.first:
                        paint_flag(painter, self.font(), rect, part.top(), marking)

    def sizeHint(self) -> QSize:
        """Ask for the room of a spread at a readable size."""
        return QSize(560, 480)

    def page_rect(self, number: int) -> QRect:
        """Return where a page stands in the viewport."""
        spreads = self.sight.spreads()
        return spreads.page(number).toRect() if spreads is not None else QRect()
