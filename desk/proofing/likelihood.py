"""How likely a syllable is in its place: triples and pairs counted, each leaning on the shorter (Witten-Bell)."""

from __future__ import annotations

from collections.abc import Sequence
from math import log
from typing import NamedTuple

from desk.proofing.counting import START
from desk.proofing.model import Model

NONE = 0  # the id of a word that nobody knows


class Place(NamedTuple):
    """A word's place: ids of two words before and two after, START's at the edges of its phrase, NONE beyond."""

    before2: int
    before: int
    after: int
    after2: int


def place(ids: Sequence[int], at: int, edge: int, width: int = 1) -> Place:
    """Return the place of the word (or words) at `at` in a phrase."""
    size = len(ids)
    last = at + width
    return Place(
        ids[at - 2] if at > 1 else edge if at == 1 else NONE,
        ids[at - 1] if at else edge,
        ids[last] if last < size else edge,
        ids[last + 1] if last + 1 < size else edge if last + 1 == size else NONE,
    )


class Likelihood:
    """The likelihood of words in a place by a model."""

    def __init__(self, knowing: Model) -> None:
        """Prepare to ask a model."""
        self.knowing = knowing
        self.edge = knowing.ids.get(START, NONE)
        self._one = knowing.chances

    def one(self, key: int) -> float:
        """Return the probability of a syllable anywhere: half by its company here, half by general prose."""
        return self._one[key]

    def after(self, before: int, key: int) -> float:
        """Return the probability of a syllable after another."""
        knowing = self.knowing
        rest = self._one[key]
        follow = knowing.after[before]
        if not follow:
            return rest
        return (knowing.pair(before, key) + follow * rest) / (knowing.one(before) + follow)

    def third(self, first: int, second: int, key: int) -> float:
        """Return the probability of a syllable after two others."""
        knowing = self.knowing
        pair = self.after(second, key)
        if not first or not second:
            return pair
        both = knowing.pair(first, second)
        follow = knowing.following(first, second)
        if not both or not follow:
            return pair
        return (knowing.triple(first, second, key) + follow * pair) / (both + follow)

    def score(self, key: int, at: Place) -> float:
        """Return the logarithm of the likelihood of a syllable and of what follows it, in its place."""
        found = self.third(at.before2, at.before, key)
        if at.after:
            found *= self.third(at.before, key, at.after)
            if at.after2:
                found *= self.third(key, at.after, at.after2)
        return log(found)

    def tied(self, key: int, at: Place) -> int:
        """Return how often the syllable was seen, or is listed, beside its neighbours."""
        found = 0
        for first, second in ((at.before, key), (key, at.after)):
            if first and second and self.edge not in (first, second):
                found += self.knowing.pair(first, second)
        return found
