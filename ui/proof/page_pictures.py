"""The pictures of pages that were fetched: which of them are of the layout in view, and which are missing."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtGui import QImage

_KEPT = 24  # page pictures remembered


class PagePictures:
    """Pictures by page; those of an older layout stand until the new ones come."""

    def __init__(self) -> None:
        self.generation = 0  # which of the layouts shown so far is in view
        self._pictures: dict[int, tuple[int, float, QImage]] = {}

    def begin(self, total: int, *, keep: bool) -> None:
        """Begin with another layout of so many pages; keep what is shown until its own pages come."""
        self.generation += 1
        self._pictures = {n: made for n, made in self._pictures.items() if keep and n <= total}

    def get(self, number: int) -> QImage | None:
        """Return the picture of a page."""
        kept = self._pictures.get(number)
        return kept[2] if kept is not None else None

    def put(self, number: int, ppi: float, image: QImage) -> None:
        """Keep the picture of a page of the layout in view."""
        self._pictures.pop(number, None)
        self._pictures[number] = (self.generation, ppi, image)

    def numbers(self) -> list[int]:
        """Return the pages that have a picture."""
        return list(self._pictures)

    def trim(self, hidden: Iterable[int], near: int) -> None:
        """Let the farthest of the hidden pages go where there are too many pictures.

        Not one of those in view, however many a tall screen has of them: it would be fetched for ever.
        """
        far = sorted(hidden, key=lambda number: abs(number - near))
        while len(self._pictures) > _KEPT and far:
            del self._pictures[far.pop()]

    def missing(self, numbers: Iterable[int], ppi: float) -> list[tuple[int, int, float]]:
        """Return which of these pages have no picture of this layout and size: number, generation, dots an inch."""
        out = []
        for number in numbers:
            kept = self._pictures.get(number)
            if kept is None or kept[0] != self.generation or kept[1] != ppi:
                out.append((number, self.generation, ppi))
        return out
