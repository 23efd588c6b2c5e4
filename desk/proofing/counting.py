"""Syllables, pairs and triples of a text counted, as the model keeps them."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

from desk.proofing.reading import Paragraph, Word, paragraphs

START = (
    "<"  # before the first and after the last word of a phrase: punctuation, figures, the paragraph's edge
)


def grams(text: str) -> Counter[tuple[str, ...]]:
    """Count the keys of a text: singles, pairs and triples within a phrase, its edges as START."""
    found: Counter[tuple[str, ...]] = Counter()
    for paragraph in paragraphs(text):
        for run in runs(paragraph):
            keys = [START, *(word.key for word in run), START]
            found.update((one,) for one in keys[:-1])
            found.update(pairwise(keys))
            found.update(zip(keys, keys[1:], keys[2:], strict=False))
    return found


def runs(paragraph: Paragraph) -> list[list[Word]]:
    """Return the paragraph's words, cut wherever anything but a space stands between two."""
    found: list[list[Word]] = []
    for word in paragraph.words:
        if found and found[-1][-1].run == word.run:
            found[-1].append(word)
        else:
            found.append([word])
    return found
