"""Finds words in documents: with their case or without, with their diacritics or without."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument

from desk.text.blocks import nfc
from desk.text.vietnamese import bare, in_the_case_of


@dataclass(frozen=True, slots=True)
class FindQuery:
    """What is looked for, and how exactly."""

    words: str
    case: bool = False
    no_marks: bool = False  # "khoa giao" finds "Khoa giáo", "dang" finds "Đảng"


@lru_cache(maxsize=4096)
def _folded(letter: str, case: bool, no_marks: bool) -> str:
    letter = nfc(letter)
    if no_marks:
        plain = bare(letter)
        return plain.upper() if case and letter != letter.lower() else plain
    return letter if case else letter.lower()


def _clusters(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield (start, end, letter with its marks) in Qt's positions, which are UTF-16 units."""
    at = start = 0
    held = ""
    for letter in text:
        if held and not unicodedata.combining(letter):
            yield start, at, held
            start, held = at, ""
        held += letter
        at += 2 if ord(letter) > 0xFFFF else 1
    if held:
        yield start, at, held


def fold(text: str, wanted: FindQuery) -> tuple[str, list[tuple[int, int]]]:
    """Return the text as it is compared, and for each of its letters where it stands."""
    out: list[str] = []
    places: list[tuple[int, int]] = []
    for start, end, letter in _clusters(text):
        for piece in _folded(letter, wanted.case, wanted.no_marks):
            out.append(piece)
            places.append((start, end))
    return "".join(out), places


def found_in(document: QTextDocument, wanted: FindQuery) -> list[tuple[int, int]]:
    """Return the places (start, end) of the words in the document, in reading order."""
    needle, _ = fold(wanted.words, wanted)
    found: list[tuple[int, int]] = []
    block = document.begin()
    while needle and block.isValid():
        found.extend(_in_block(block, needle, wanted))
        block = block.next()
    return found


def _in_block(block: QTextBlock, needle: str, wanted: FindQuery) -> Iterator[tuple[int, int]]:
    text = block.text()
    if not text:
        return
    hay, places = fold(text, wanted)
    at = hay.find(needle)
    while at >= 0:
        yield block.position() + places[at][0], block.position() + places[at + len(needle) - 1][1]
        at = hay.find(needle, at + len(needle))


def replace_at(
    document: QTextDocument, places: list[tuple[int, int]], words: str, looked_for: FindQuery
) -> None:
    """Replace every place by the words, which take the format of its first letter; one undo step.

    Where case was not looked at, the words take the capitals of what they replace.
    """
    words = nfc(words)
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    for start, end in reversed(places):
        cursor.setPosition(start + 1)
        shape = cursor.charFormat()
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        found = nfc(cursor.selectedText())
        cursor.insertText(words if looked_for.case else in_the_case_of(found, looked_for.words, words), shape)
    cursor.endEditBlock()
