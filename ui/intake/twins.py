"""Entries of one list that have the same words: the first of them is taken in, the others are pointed at it."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass

from desk.articles.duplicates import LEAST
from desk.text.blocks import ArticleText, body_text, normal
from desk.text.shingles import in_common, marks, shingles
from ui.intake.entry import Entry

_COMPARED = 8  # firsts whose words are compared


@dataclass(frozen=True, slots=True)
class Likeness:
    """By what a text is told to be like another: its words in a row, and the marks by which it is found again."""

    rows: frozenset[str]
    marks: frozenset[int]


def likeness(text: ArticleText) -> Likeness:
    """Return what a text is compared by; any thread may call it, for of a long one it takes its time."""
    text = normal(text)
    rows = shingles(text.title, body_text(text))
    return Likeness(rows, marks(rows))


class Twins:
    """Finds for each entry the first one of the list that is nearly the same text, as the desk measures it.

    A text is compared only with the firsts that share its marks: a list of copies costs one comparison each.
    """

    def __init__(self) -> None:
        self._first: dict[Entry, frozenset[str]] = {}
        self._holders: dict[int, list[Entry]] = defaultdict(list)

    def add(self, entry: Entry, of: Likeness) -> None:
        """Tell an entry which others came before it with its words."""
        ours = of.rows
        if not ours or entry in self._first or entry.same:
            return
        shared = Counter(other for mark in of.marks for other in self._holders.get(mark, ()))
        for other, _ in shared.most_common(_COMPARED):
            if in_common(ours, self._first[other]) >= LEAST:
                other.same.append(entry)
                entry.same = other.same
                return
        entry.same = [entry]
        self._first[entry] = ours
        for mark in of.marks:
            self._holders[mark].append(entry)
