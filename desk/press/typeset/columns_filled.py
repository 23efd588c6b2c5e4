"""The columns of an issue as they fill, line by line, before it is set."""

from __future__ import annotations

from dataclasses import dataclass, field

from desk.edition.page_geometry import PITCH


@dataclass(slots=True)
class ColumnFlow:
    """Where the pen stands: `column` counts all columns of all pages, `at` is the line in it."""

    room: int
    columns: int = 1
    pitch: float = PITCH  # points from line to line
    column: int = 0
    at: int = 0
    gap: int = 0
    waiting: list[int] = field(default_factory=list)
    head: int = 0  # lines at the head of this page that what goes over all columns takes
    wide: list[int] = field(default_factory=list)  # what waits for the next page's head

    def left(self, above: int = 0) -> int:
        """Return how many lines are free below so much air."""
        return self.room - self.at - self.before(above)

    def before(self, above: int) -> int:
        """Return how many lines stay empty before something that wants `above`; none at a head."""
        return max(self.gap, above) if self.at > self.head else 0

    def turn(self) -> None:
        """Go to the next column, whose head takes what has been waiting."""
        self.column += 1
        if self.column % self.columns == 0:
            self._page()
        self.at, self.gap = self.head, 0
        while self.waiting and self.at + self.waiting[0] <= self.room:
            self.at += self.waiting.pop(0)
        if self.at >= self.room:
            self.turn()

    def jump(self, column: int, at: int) -> None:
        """Go where the typesetter truly was; `at` counts what stands at the head."""
        if column // self.columns != self.column // self.columns:
            self._page()
        self.column, self.at, self.gap = column, at, 0

    def untouched(self) -> bool:
        """Tell whether nothing stands on this page yet."""
        return self.at == 0 and self.column % self.columns == 0

    def open(self) -> int:
        """Return how many lines are free on this page, in all its columns."""
        return self.room - self.at + (self.columns - 1 - self.column % self.columns) * (self.room - self.head)

    def beyond(self) -> int:
        """Return how many lines the next column has below what stands over all columns at its head."""
        if (self.column + 1) % self.columns:
            return self.room - self.head
        head = 0
        for lines in self.wide:
            if head + lines > self.room:
                break
            head += lines
        return self.room - head

    def turn_page(self) -> None:
        """Go to the head of the next page."""
        self.turn()
        while self.column % self.columns:
            self.turn()

    def spare(self) -> int:
        """Return how high something over all columns may be to stand on this page still."""
        after = self.columns - 1 - self.column % self.columns
        return (self.left() + after * (self.room - self.head)) // self.columns

    def span(self, lines: int) -> None:
        """Put something over all columns at the head of this page, and what stood on it further down."""
        above = self.column % self.columns * (self.room - self.head) + self.at - self.head
        self.head += lines
        further, down = divmod(above, max(self.room - self.head, 1))
        self.column += further - self.column % self.columns
        self.at = self.head + down

    def _page(self) -> None:
        self.head = 0
        while self.wide and self.head + self.wide[0] <= self.room:
            self.head += self.wide.pop(0)

    def take(self, lines: int, above: int, below: int) -> None:
        """Set what does not break."""
        if self.left(above) < lines and self.at > self.head:
            self.turn()
        self.at = min(self.at + self.before(above) + lines, self.room)
        self.gap = below

    def pour(self, lines: int, above: int, below: int, tail: int = 0) -> None:
        """Set a paragraph: two lines at least on each side of a break, and `tail` more that hang on the last."""
        self.at += min(self.before(above), self.room - self.at)
        rest, last = lines + tail, 2 + tail
        while rest > self.room - self.at:
            here = min(self.room - self.at, rest - last)
            if here < 2:  # three lines are not parted
                here = 0
            rest -= here
            if here == 0 and self.at == self.head:
                rest -= self.room - self.head
            self.turn()
        self.at += rest
        self.gap = below
