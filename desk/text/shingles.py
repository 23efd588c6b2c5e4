"""Five words in a row (shingles): by what of them two texts have in common they are told to be nearly the same."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import TypeVar
from zlib import crc32

from desk.text.blocks import nfc

T = TypeVar("T", str, int)
SIZE = 5
SHORT = 20  # a body of fewer words is the same as another only with the same title and the same words
WHOLE = 256  # of so many shingles every one is a mark, of more only one of eight
_EVERY = 8
_WORD = re.compile(r"[^\W_]+")


def words(text: str) -> list[str]:
    """Return the words of a text: NFC, small letters, without punctuation and dashes."""
    return _WORD.findall(nfc(text).casefold())


def shingles(title: str, body: str) -> frozenset[str]:
    """Return the shingles of a body; of one that is short its title and all its words, as one. None for no words."""
    found = words(body)
    if len(found) >= SHORT:
        return frozenset(" ".join(found[at : at + SIZE]) for at in range(len(found) - SIZE + 1))
    whole = "\n".join((" ".join(words(title)), " ".join(found)))
    return frozenset({whole} if whole.strip() else ())


def in_common(one: Collection[T], other: Collection[T]) -> float:
    """Return which part of the larger text's shingles the other has as well, 0 to 1."""
    return len(set(one) & set(other)) / max(len(one), len(other), 1)


def numbers(of: Collection[str]) -> frozenset[int]:
    """Return a number for each shingle: by them two texts are compared where their words are not at hand."""
    return frozenset(crc32(one.encode("utf-8")) for one in of)


def marks(of: Collection[str]) -> frozenset[int]:
    """Return the numbers by which a text is found again: of all its shingles, or of a sample where there are many.

    Two texts that have half of the larger one's shingles in common share a mark, whichever these are: always where
    one of them has no more than 128, else but once in thirty million. Stored in the file: what this returns for a
    text never changes without a new step of the schema.
    """
    return marks_of(numbers(of))


def marks_of(found: frozenset[int]) -> frozenset[int]:
    """Return the marks of a text whose shingles have these numbers."""
    return found if len(found) <= WHOLE else sampled(found)


def sampled(numbers: Collection[int]) -> frozenset[int]:
    """Return those marks that a long text keeps as well."""
    return frozenset(number for number in numbers if number % _EVERY == 0)
