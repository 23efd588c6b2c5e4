"""How likely a syllable is in its place: pairs and triples counted, compounds counting as if seen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import log

from desk.proofing.counting import START
from desk.proofing.model import OWN, PART, PYVI, Model

_PAIR_OF, _TRIPLE_OF = 4.0, 2.0  # how much is trusted before anything was seen
_SEEN_AS = tuple(
    2.0 * bool(bits & PYVI) + 4.0 * bool(bits & OWN) + 0.8 * bool(bits & PART) for bits in range(8)
)


def seen_as(weight: int) -> float:
    """Return as how many occurrences a compound of these weight bits counts."""
    return _SEEN_AS[weight]


@dataclass(frozen=True)
class Place:
    """A word's place: two keys before and two after, START at the edges of its phrase."""

    before2: str
    before: str
    after: str
    after2: str


def place(keys: Sequence[str], at: int, width: int = 1) -> Place:
    """Return the place of the word (or words) at `at` in a phrase."""

    def of(index: int) -> str:
        return keys[index] if 0 <= index < len(keys) else START if index in (-1, len(keys)) else ""

    return Place(of(at - 2), of(at - 1), of(at + width), of(at + width + 1))


@dataclass(frozen=True)
class Likelihood:
    """The likelihood of words in a place by a model."""

    knowing: Model

    def one(self, key: str) -> float:
        """Return the probability of a syllable anywhere."""
        knowing = self.knowing
        extra = 0.5 if knowing.ids.get(key, 1 << 30) <= knowing.listed_to else 0.05
        return (knowing.count(key) + extra) / (knowing.total + 8000)

    def after(self, before: str, key: str) -> float:
        """Return the probability of a syllable after another."""
        knowing = self.knowing
        if not before:
            return self.one(key)
        seen = knowing.count(before, key) + seen_as(knowing.compound(before, key))
        return (seen + _PAIR_OF * self.one(key)) / (knowing.count(before) + _PAIR_OF)

    def third(self, first: str, second: str, key: str) -> float:
        """Return the probability of a syllable after two others."""
        knowing = self.knowing
        pair = self.after(second, key)
        if not first or not second:
            return pair
        both = knowing.count(first, second)
        if not both and not knowing.compound(first, second):
            return pair
        seen = knowing.count(first, second, key) + seen_as(knowing.compound(first, second, key))
        return (seen + _TRIPLE_OF * pair) / (both + _TRIPLE_OF)

    def score(self, key: str, at: Place) -> float:
        """Return the logarithm of the likelihood of a syllable and of what follows it, in its place."""
        found = log(self.third(at.before2, at.before, key))
        if at.after:
            found += log(self.third(at.before, key, at.after))
            if at.after2:
                found += log(self.third(key, at.after, at.after2))
        return found

    def tied(self, key: str, at: Place) -> float:
        """Return how often the syllable was seen, or is listed, beside its neighbours."""
        knowing = self.knowing
        found = 0.0
        for pair in ((at.before, key), (key, at.after)):
            if pair[0] and pair[1] and START not in pair:
                found += knowing.count(*pair) + seen_as(knowing.compound(*pair))
        return found
