"""Which article of a list is chosen when the list is read anew: the same one, or what took its place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from desk.articles.listing import ArticleRow


@dataclass(frozen=True, slots=True)
class Chosen:
    """What was chosen: articles in the order in which they are wanted, and the place of the last one (-1: none)."""

    ids: tuple[int, ...] = ()
    place: int = -1

    def among(self, rows: Sequence[ArticleRow]) -> int:
        """Return the place of what is chosen now, -1 in an empty list."""
        places = {row.id: place for place, row in enumerate(rows)}
        same = next((places[number] for number in self.ids if number in places), None)
        if same is not None:
            return same
        return min(max(self.place, 0), len(rows) - 1)
