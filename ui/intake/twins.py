"""Entries of one list that have the same words: the first of them is taken in, the others are pointed at it."""

from __future__ import annotations

from collections import Counter, defaultdict

from desk.articles.duplicates import LEAST
from desk.text.shingles import in_common, marks_of
from ui.intake.entry import Entry

_COMPARED = 8  # firsts whose words are compared


class Twins:
    """Finds for each entry the first one of the list that is nearly the same text, as the desk measures it.

    A text is compared only with the firsts that share its marks: a list of copies costs one comparison each.
    """

    def __init__(self) -> None:
        self._first: dict[Entry, frozenset[int]] = {}
        self._holders: dict[int, list[Entry]] = defaultdict(list)

    def add(self, entry: Entry) -> None:
        """Tell an entry which others came before it with its words."""
        ours = entry.source.numbers if entry.source is not None else None
        if not ours or entry in self._first:
            return
        ours_marks = marks_of(ours)
        shared = Counter(other for mark in ours_marks for other in self._holders.get(mark, ()))
        for other, _ in shared.most_common(_COMPARED):
            if in_common(ours, self._first[other]) >= LEAST:
                other.same.append(entry)
                entry.same = other.same
                return
        entry.same = [entry]
        self._first[entry] = ours
        for mark in ours_marks:
            self._holders[mark].append(entry)
