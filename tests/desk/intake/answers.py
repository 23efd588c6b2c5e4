"""Foreign files with the right answers beside them, and what a reader (not the recogniser) must have of them."""

from __future__ import annotations

import json
import random
import re
import unicodedata
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from desk.errors import BadIntake, IntakeFault
from desk.intake.document import IntakeDocument
from desk.intake.result import Dropped
from desk.text.blocks import Mark, Picture, Run, Table
from tests.effort import examples

FILES = Path(__file__).parents[2] / "files" / "intake"
REFUSALS = {
    "scan": IntakeFault.SCAN,
    "broken": IntakeFault.BROKEN,
    "password": IntakeFault.ENCRYPTED,
}

Reader = Callable[[bytes, str], IntakeDocument]


def answers(kind: str) -> list[Path]:
    """Return the files of this kind, each with its answer beside it."""
    return sorted(path for path in (FILES / kind).iterdir() if path.suffix != ".json")


def flat(text: str) -> str:
    """Return the text as answers compare it: composed, one blank for any white space."""
    plain = unicodedata.normalize("NFC", text).replace("\u00ad", "").replace("\u200b", "")
    return re.sub(r"\s+", " ", plain.replace("\xa0", " ").replace("\t", " ")).strip()


def read_words(document: IntakeDocument) -> str:
    """Return all words of the pieces, captions among them, in reading order."""
    words = []
    notes = Dropped.FOOTNOTES in document.left_out
    for piece in document.pieces:
        block = piece.block
        if isinstance(block, Picture):
            words.append(block.caption)
        elif isinstance(block, Table):
            words.append(piece.words)
        else:  # the sign of a note is no word
            words.append("".join(run.text for run in block.runs if not (notes and _is_note_sign(run))))
    return flat("\n".join(words))


def _is_note_sign(run: Run) -> bool:
    return Mark.SUPER in run.marks and run.text.strip().isdigit()


def wanted(block: dict[str, Any]) -> list[str]:
    """Return the words that a block of an answer must have, piece by piece."""
    if block["kind"] == "table":
        return [cell for row in block["rows"] for cell in row if cell]
    return [block["text"]] if block.get("text") else []


def check(read: Reader, path: Path) -> None:
    """Hold a reader against the answer beside a file: words in order, pictures, tables, comments, what must go."""
    answer = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    data = path.read_bytes()
    if "refused" in answer:
        with pytest.raises(BadIntake) as caught:
            read(data, path.name)
        assert caught.value.fault is REFUSALS[answer["refused"]]
        return
    document, want = read(data, path.name), answer["want"]
    words = read_words(document)
    at = 0
    for block in want["blocks"]:
        if block.get("optional"):
            continue
        for part in wanted(block):
            either = [flat(part), *map(flat, block.get("text_any", []))]
            found = next((place for one in either if (place := words.find(one, at)) >= 0), -1)
            assert found >= 0, (part, words[at : at + 300])
            at = found
    low = words.lower()
    for part in [want["title"], want["lead"], want["byline"], *want["captions"], *want["footnotes"]]:
        assert not part or flat(part).lower() in low, part
    if want["tracked"]:
        assert not [gone for gone in want["dropped_contains"] if flat(gone) in words]
    assert len(document.pictures) in {want["pictures"], *want.get("pictures_any", [])}
    tables = sum(block["kind"] == "table" for block in want["blocks"])
    assert sum(isinstance(piece.block, Table) for piece in document.pieces) >= tables
    comments = [(comment.author, flat(comment.text)) for comment in document.comments]
    assert comments == [(one["author"], flat(one["text"])) for one in want["comments"]]


def spoilt(data: bytes, seed: int, times: int = 30) -> list[bytes]:
    """Return copies of a file that are cut, turned over in places, or have parts twice; more in a long run."""
    dice = random.Random(seed)
    out = []
    for _ in range(examples(times)):
        copy = bytearray(data)
        way = dice.randrange(3)
        if way == 0:
            del copy[dice.randrange(len(copy)) :]
        elif way == 1:
            for _ in range(dice.randrange(1, 30)):
                copy[dice.randrange(len(copy))] = dice.randrange(256)
        else:
            at, long = dice.randrange(len(copy)), dice.randrange(1, 2000)
            copy[at:at] = copy[dice.randrange(len(copy)) :][:long]
        out.append(bytes(copy))
    return out


def survives(read: Reader, data: bytes, seed: int) -> None:
    """Hold that a reader says BadIntake or reads, whatever the bytes are."""
    for copy in spoilt(data, seed):
        with suppress(BadIntake):
            read(copy, "tệp")
