"""Flow: the pen that fills column after column of an issue before it is set."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(slots=True)
class Flow:
    """Where the pen stands: `column` counts all columns of all pages, `at` is the line in it."""

    room: int
    column: int = 0
    at: int = 0
    gap: int = 0
    waiting: list[int] = field(default_factory=list)

    def left(self, above: int = 0) -> int:
        """Return how many lines are free below so much air."""
        return self.room - self.at - self.before(above)

    def before(self, above: int) -> int:
        """Return how many lines stay empty before something that wants `above`; none at a head."""
        return max(self.gap, above) if self.at else 0

    def turn(self) -> None:
        """Go to the next column, whose head takes what has been waiting."""
        self.column += 1
        self.at = self.gap = 0
        while self.waiting and self.at + self.waiting[0] <= self.room:
            self.at += self.waiting.pop(0)
        if self.at >= self.room:
            self.turn()

    def take(self, lines: int, above: int, below: int) -> None:
        """Set what does not break."""
        if self.left(above) < lines and self.at:
            self.turn()
        self.at = min(self.at + self.before(above) + lines, self.room)
        self.gap = below

    def pour(self, lines: int, above: int, below: int, tail: int = 0) -> None:
        """Set a paragraph: two lines at least on each side of a break, and `tail` more that hang on the last."""
        self.at += min(self.before(above), self.room - self.at)
        rest, last = lines + tail, 2 + tail
        while rest > self.room - self.at:
            here = min(self.room - self.at, rest - last)
            if here < 2 or rest == 3 + tail:
                here = 0
            rest -= here
            if here == 0 and self.at == 0:
                here, rest = self.room, max(rest - self.room, 0)
            self.turn()
        self.at += rest
        self.gap = below
