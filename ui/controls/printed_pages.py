"""Pages on their way to a printer: in few points on the screen, in all of them on paper."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QMarginsF, QRectF, QSizeF, Qt
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPaintEngine, QPainter
from PySide6.QtPrintSupport import QPrinter

from ui.look.page_image import page_image

_SEEN = 100.0  # points an inch: a page in the preview is smaller, and drawn anew whenever the window moves
_PRINTED = 220.0

Make = Callable[[float], list[bytes]]  # the PNG of every page, in so many points an inch


class PrintedPages:
    """Paints pages into a preview as soon as they can be seen; what prints is made after it, in a thread."""

    def __init__(self, seen: Sequence[QImage], make: Make, ppi: float) -> None:
        self._seen, self._make, self._ppi = seen, make, ppi
        self._printed: Sequence[QImage] = ()

    def printed(self) -> list[QImage]:
        """Make the pages that print; a thread does it."""
        return _images(self._make, self._ppi)

    def take(self, printed: Sequence[QImage]) -> None:
        """Keep the pages that print."""
        self._printed = printed

    def layout(self) -> QPageLayout:
        """Return the page of the first of them, without margins: it has its own."""
        return page_of(self._seen[0], _SEEN)

    def paint(self, printer: QPrinter) -> None:
        """Paint the pages; who prints before those for paper are there waits for them."""
        if is_preview(printer):
            paint_pages(self._seen, printer)
            return
        if not self._printed:
            self._printed = self.printed()
        paint_pages(self._printed, printer)


def seen(make: Make, ppi: float = _PRINTED) -> PrintedPages:
    """Make the pages of a preview, to be printed in so many points an inch; a thread does it."""
    return PrintedPages(_images(make, _SEEN), make, ppi)


def is_preview(printer: QPrinter) -> bool:
    """Say whether what is painted is only shown: Qt records it."""
    return printer.paintEngine().type() is QPaintEngine.Type.Picture


def page_of(image: QImage, ppi: float) -> QPageLayout:
    """Return the page that an image is of."""
    inches = QSizeF(image.width() / ppi, image.height() / ppi)
    page = QPageSize(inches, QPageSize.Unit.Inch, matchPolicy=QPageSize.SizeMatchPolicy.FuzzyMatch)
    return QPageLayout(page, QPageLayout.Orientation.Portrait, QMarginsF())


def paint_pages(images: Sequence[QImage], printer: QPrinter) -> None:
    """Paint page images, a page each, as large as the paper lets them be, in its middle."""
    painter = QPainter(printer)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)  # the preview is smaller than the print
    for at, image in enumerate(images):
        if at:
            printer.newPage()
        paper = QRectF(printer.paperRect(QPrinter.Unit.DevicePixel))
        place = QRectF(0, 0, image.width(), image.height())
        size = place.size().scaled(paper.size(), Qt.AspectRatioMode.KeepAspectRatio)
        place.setSize(size)
        place.moveCenter(paper.center())
        painter.drawImage(place, image)
    painter.end()


def _images(make: Make, ppi: float) -> list[QImage]:
    return [page_image(data) for data in make(ppi)]
