"""What a Word file's answer (tests/files/intake/word) asks of the reader alone: words in order, tables, pictures."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from desk.intake.document import IntakeDocument
from desk.paths import ROOT
from desk.text.blocks import TEXT_BLOCKS, Mark, Table, plain

FILES = ROOT / "tests" / "files" / "intake" / "word"
WORD_FILES = sorted(path for path in FILES.iterdir() if path.suffix in (".docx", ".docm", ".dotx"))
OLD_WORD = "89"  # a .doc that is called .docx: the door of files knows what it is, this reader refuses it
# Deleted, hidden, of a header, a form's prompt: never the text of a reader. What else an answer drops is the
# recogniser's part.
UNSEEN = {
    "03": None,
    "13": None,
    "98": None,
    "92": ("chị Thảo", "Nhấp để nhập tên tác giả"),
}


_NUMBER = re.compile(r"^(?:[IVXivx]+|\d+|[a-zđ])[.)] |^[-+•*–] ")


def answer(path: Path) -> dict[str, Any]:
    """Return the answer beside a file."""
    with path.with_suffix(".json").open(encoding="utf-8") as file:
        found: dict[str, Any] = json.load(file)
    return found


def even(text: str) -> str:
    """Return words in one form: NFC, one space between, nothing unseen."""
    text = re.sub("[\xad\u200b\ufeff]", "", unicodedata.normalize("NFC", text))
    return " ".join(text.replace("\u2011", "-").split())


def whole_text(document: IntakeDocument, *, raised: bool) -> str:
    """Return the words of all pieces; signs of notes, which are raised, with them or without."""
    lines = []
    for piece in document.pieces:
        if isinstance(piece.block, TEXT_BLOCKS):
            lines.append(
                plain(tuple(run for run in piece.block.runs if raised or Mark.SUPER not in run.marks))
            )
        else:
            lines.append(piece.words)
    return even("\n".join(lines))


def missing_words(want: Mapping[str, Any], text: str) -> list[str]:
    """Return what of an answer is not in the words, in the order asked."""
    at, missing = 0, []
    for choices in _wanted(want):
        places = [(text.find(even(one), at), even(one)) for one in choices if even(one)]
        found = min((place for place in places if place[0] >= 0), default=None)
        if found is None and places:
            missing.append(choices[0])
        elif found is not None:
            at = found[0] + len(found[1])
    missing += [one for one in (want["byline"], *want["footnotes"]) if even(one) not in text]
    return missing


def _wanted(want: Mapping[str, Any]) -> Iterable[list[str]]:
    yield [want["title"], *want.get("title_any", ())]
    yield [want["lead"], *want.get("lead_any", ())]
    for block in want["blocks"]:
        if block["kind"] == "table":
            yield from ([cell] for row in block["rows"] for cell in row)
        elif block["kind"] == "picture":
            yield [block.get("caption") or ""]
        elif not block.get("optional"):
            yield [block["text"], *block.get("text_any", ())]


def right_paragraphs(want: Mapping[str, Any], lines: Iterable[str]) -> tuple[int, int]:
    """Return how many paragraphs of the body are a line each, with their numbers or not, and how many there are."""
    have = {even(line) for line in lines}
    bare = {_NUMBER.sub("", line) for line in have}
    blocks = [block for block in want["blocks"] if "text" in block and not block.get("optional")]
    return sum(
        any(even(one) in have or even(one) in bare for one in (block["text"], *block.get("text_any", ())))
        for block in blocks
    ), len(blocks)


def tables(document: IntakeDocument) -> list[list[list[str]]]:
    """Return the filled cells of the tables, row by row."""
    return [
        [[even(plain(cell)) for cell in row if even(plain(cell))] for row in piece.block.rows]
        for piece in document.pieces
        if isinstance(piece.block, Table)
    ]


def missing_tables(want: Mapping[str, Any], found: list[list[list[str]]]) -> list[Any]:
    """Return the tables of an answer that were not read; a letterhead among those found is none of them."""
    wanted = [
        [[even(cell) for cell in row if even(cell)] for row in block["rows"]]
        for block in want["blocks"]
        if block["kind"] == "table"
    ]
    return [table for table in wanted if table not in found]


def right_pictures(want: Mapping[str, Any], count: int) -> bool:
    """Say whether as many pictures were read as the answer has."""
    return count in (want["pictures"], *want.get("pictures_any", ()))
