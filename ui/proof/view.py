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
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QToolTip, QWidget

from desk.press.typeset.layout import Layout, PageSpan
from ui.look import style
from ui.proof.flag import PageMarking, paint_flag
from ui.proof.spreads import EDGE, SCREEN, TOP, Spreads

_STEPS = (0.25, 0.33, 0.5, 0.67, 0.8, 1.0, 1.25, 1.5, 2.0, 3.0)
_FIT = 0.0
_KEPT = 24  # page pictures remembered
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
        self._layout: Layout | None = None
        self._message = ""
        self._pictures: dict[int, tuple[int, float, QImage]] = {}
        self._generation = 0
        self._zoom = _FIT
        self._article = 0
        self._marks: Mapping[int, PageMarking] = {}
        self.verticalScrollBar().setSingleStep(36)
        self.horizontalScrollBar().setSingleStep(36)
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
        kept = self._layout is not None and self._layout.size == layout.size
        self._layout = layout
        self._generation += 1
        if not kept:
            self._pictures.clear()
        self._pictures = {n: made for n, made in self._pictures.items() if n <= layout.total}
        self._measure()
        self.viewport().update()
        self.pages_wanted.emit()

    def refine(self, layout: Layout) -> None:
        """Know better where the articles stand on the pages in view, which stay as they are."""
        self._layout = layout
        self.viewport().update()

    def show_nothing(self, message: str) -> None:
        """Show no page and say why."""
        self._layout, self._message, self._article = None, message, 0
        self._generation += 1
        self._pictures.clear()
        self.setAccessibleDescription(message)
        self._measure()
        self.viewport().update()

    def show_page(self, number: int, generation: int, ppi: float, image: QImage) -> None:
        """Take a page's picture; one of an older layout is not wanted any more."""
        if generation != self._generation or self._layout is None:
            return
        image.setDevicePixelRatio(self.devicePixelRatioF())
        self._pictures.pop(number, None)
        self._pictures[number] = (generation, ppi, image)
        # Not one of those in view, however many a tall screen has of them: it would be fetched for ever.
        far = sorted(self._hidden(), key=lambda n: abs(n - self.page()))
        while len(self._pictures) > _KEPT and far:
            del self._pictures[far.pop()]
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
        if self._layout is None or not self.isVisible():
            return []
        spreads = self._spreads(self._layout)
        ppi = round(spreads.scale * 25.4 * self.devicePixelRatioF(), 1)
        out = []
        for number, _ in spreads.within(self._pane()):
            had = self._pictures.get(number)
            if had is None or had[0] != self._generation or had[1] != ppi:
                out.append((number, self._generation, ppi))
        return out

    def _hidden(self) -> list[int]:
        if self._layout is None:
            return []
        spreads, pane = self._spreads(self._layout), self._pane()
        return [n for n in self._pictures if not spreads.page(n).intersects(pane)]

    def generation(self) -> int:
        """Return which of the layouts shown so far is in view: a page of an earlier one is not wanted."""
        return self._generation

    def article(self) -> int:
        """Return the article that is marked, 0 for none."""
        return self._article

    def article_in_view(self) -> int:
        """Return the marked article where it is in view, else the first one on the pages in view; 0 for none."""
        if self._layout is None:
            return 0
        spreads, pane = self._spreads(self._layout), self._pane()
        seen = {number for number, _ in spreads.within(pane)}

        def stands(span: PageSpan, number: int) -> bool:
            return span.first <= number <= span.last and spreads.part(span, number).intersects(pane)

        marked = spreads.span(self._article)
        if marked is not None and any(stands(marked, number) for number in seen):
            return self._article
        for number in sorted(seen, key=lambda one: (one < spreads.topmost(), one)):
            for span in self._layout.spans:
                if stands(span, number):
                    return span.article
        return 0

    def layout_shown(self) -> Layout | None:
        """Return the layout in view."""
        return self._layout

    # -- where one is ----------------------------------------------------------------------------------

    def go_to_article(self, article_id: int) -> None:
        """Bring an article's first page into view and mark where it stands."""
        self._article = article_id
        spreads = self._spreads(self._layout) if self._layout else None
        span = spreads.span(article_id) if spreads else None
        if spreads is not None and span is not None:
            rect = spreads.page(span.first)
            top = rect.top() + span.top * spreads.scale
            if not (top >= 0 and rect.bottom() <= spreads.down + rect.height() / 2):
                self.verticalScrollBar().setValue(round(spreads.below + rect.top() - TOP))
            if rect.left() < 0 or rect.right() > spreads.across:
                self.horizontalScrollBar().setValue(round(spreads.right + rect.left() - EDGE))
        self.viewport().update()

    def page(self) -> int:
        """Return the page at the top of the view, 0 when there is none."""
        return self._spreads(self._layout).topmost() if self._layout else 0

    def turn(self, spreads: int) -> None:
        """Turn so many spreads on, or back."""
        if self._layout is not None:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + round(spreads * self._spreads(self._layout).pitch))

    def set_zoom(self, zoom: float) -> None:
        """Show the pages larger or smaller; 1.0 is their true size, 0 fits a spread into the pane."""
        if zoom == self._zoom:
            return
        bar = self.verticalScrollBar()
        share = bar.value() / max(1, bar.maximum())
        self._zoom = zoom
        self._measure()
        bar.setValue(round(share * bar.maximum()))
        self.zoomed.emit(zoom)
        self.viewport().update()
        self.pages_wanted.emit()

    def step_zoom(self, steps: int) -> None:
        """Go so many steps larger (or, below zero, smaller)."""
        now = self.zoom_factor()
        above = [at for at, step in enumerate(_STEPS) if step > now + 0.01]
        below = [at for at, step in enumerate(_STEPS) if step < now - 0.01]
        if steps > 0 and above:
            self.set_zoom(_STEPS[min(above[0] + steps - 1, len(_STEPS) - 1)])
        elif steps < 0 and below:
            self.set_zoom(_STEPS[max(below[-1] + steps + 1, 0)])

    def zoom_factor(self) -> float:
        """Return how large the pages are now; 1.0 is their true size."""
        return self._spreads(self._layout).scale / SCREEN if self._layout else 1.0

    # -- hands -----------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn with Page Up and Page Down, zoom with +, - and 0, go to either end with Home and End."""
        key, bar = event.key(), self.verticalScrollBar()
        if key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
            self.turn(1 if key == Qt.Key.Key_PageDown else -1)
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.step_zoom(1)
        elif key == Qt.Key.Key_Minus:
            self.step_zoom(-1)
        elif key == Qt.Key.Key_0:
            self.set_zoom(_FIT)
        elif key == Qt.Key.Key_Home:
            bar.setValue(0)
        elif key == Qt.Key.Key_End:
            bar.setValue(bar.maximum())
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.article_in_view():
            self.opened.emit(self.article_in_view())
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom with Ctrl and the wheel."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.step_zoom(1 if event.angleDelta().y() > 0 else -1)
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
        self._measure()
        self._resized.start()

    # -- measures --------------------------------------------------------------------------------------

    def _pane(self) -> QRectF:
        return QRectF(self.viewport().rect())

    def _spreads(self, layout: Layout) -> Spreads:
        pane = self.viewport().size()
        right, below = self.horizontalScrollBar().value(), self.verticalScrollBar().value()
        return Spreads(layout, self._zoom, pane.width(), pane.height(), right, below)

    def _measure(self) -> None:
        vertical, horizontal = self.verticalScrollBar(), self.horizontalScrollBar()
        if self._layout is None:
            vertical.setRange(0, 0)
            horizontal.setRange(0, 0)
            return
        spreads = self._spreads(self._layout)
        right, below = spreads.extent
        vertical.setRange(0, below)
        vertical.setPageStep(max(1, round(spreads.pitch)))
        horizontal.setRange(0, right)
        horizontal.setPageStep(spreads.across)

    def _span_at(self, place: QPointF) -> PageSpan | None:
        return self._spreads(self._layout).article_at(place) if self._layout else None

    def _scrolled(self) -> None:
        self.viewport().update()
        self.turned.emit(self.page())
        self.pages_wanted.emit()

    # -- painting --------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the spreads in view: paper, pictures, the fold, the chosen article, the flags."""
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), style.color("window"))
        if self._layout is None:
            painter.setPen(style.color("muted"))
            box = self.viewport().rect().adjusted(32, 48, -32, -32)
            flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
            painter.drawText(box, int(flags), self._message)
            return
        spreads = self._spreads(self._layout)
        for number, rect in spreads.within(QRectF(event.rect())):
            self._paint_page(painter, number, rect)
            for span in self._layout.spans:
                if span.first <= number <= span.last:
                    self._paint_span(painter, number, rect, span, spreads.part(span, number))

    def _paint_page(self, painter: QPainter, number: int, rect: QRectF) -> None:
        shadow = QRectF(rect.adjusted(1, 2, 2, 3))
        painter.fillRect(shadow, style.color("line"))
        painter.fillRect(rect, Qt.GlobalColor.white)  # paper is white in the dark too: it is what prints
        had = self._pictures.get(number)
        if had is not None and abs(had[2].width() / self.devicePixelRatioF() - rect.width()) < 1.5:
            painter.drawImage(rect.topLeft().toPoint(), had[2])  # pixel by pixel: nothing is scaled
        elif had is not None:
            painter.drawImage(rect, had[2])
        painter.setPen(QPen(style.color("line"), 1))
        painter.drawRect(rect)

    def _paint_span(self, painter: QPainter, number: int, rect: QRectF, span: PageSpan, part: QRectF) -> None:
        edge = QRectF(rect.right() - 4 if number % 2 else rect.left(), part.top(), 4, part.height())
        marking = self._marks.get(span.article)
        if span.article == self._article:
            painter.fillRect(edge, style.color("accent"))
        elif marking is not None:
            painter.fillRect(edge, style.color(marking.token))
        if marking is not None and number == span.first:
            paint_flag(painter, self.font(), rect, part.top(), marking)

    def sizeHint(self) -> QSize:
        """Ask for the room of a spread at a readable size."""
        return QSize(560, 480)

    def page_rect(self, number: int) -> QRect:
        """Return where a page stands in the viewport."""
        return self._spreads(self._layout).page(number).toRect() if self._layout else QRect()
