"""Real-style Vietnamese edits with the truth of what changed, for the tests and the bench of the comparison.

The truth was marked by hand, blind to the engine; `tests/files/edits.json` says by which rule.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache
from pathlib import Path
from typing import Any

from desk.compare.articles import BlockChange, Fate, OpKind, compare_blocks
from desk.text.blocks import Paragraph, Run

FILE = Path(__file__).parents[2] / "files" / "edits.json"
_MARKED = re.compile(r"\{-(.*?)-\}|\{\+(.*?)\+\}", re.DOTALL)


@dataclass(frozen=True)
class Edit:
    """Paragraphs before and after, and how many letters truly changed."""

    number: int
    kind: str
    old: tuple[str, ...]
    new: tuple[str, ...]
    truth: int


@cache
def edits() -> tuple[Edit, ...]:
    """Read the fixture."""
    data = json.loads(FILE.read_text(encoding="utf-8"))
    return tuple(_edit(number, item) for number, item in enumerate(data["edits"]))


def _edit(number: int, item: dict[str, Any]) -> Edit:
    kind = item["kind"]
    if "text" not in item:
        truth = item.get("truth_old", 0) + item.get("truth_new", 0)
        return Edit(number, kind, tuple(item["old"]), tuple(item["new"]), truth)
    old = tuple(side for line in item["text"] if (side := _MARKED.sub(r"\1", line)))
    new = tuple(side for line in item["text"] if (side := _MARKED.sub(r"\2", line)))
    truth = sum(len(gone + came) for line in item["text"] for gone, came in _MARKED.findall(line))
    if kind == "nfd":
        old = tuple(unicodedata.normalize("NFD", line) for line in old)
    return Edit(number, kind, old, new, truth)


def changes(edit: Edit) -> tuple[BlockChange, ...]:
    """Compare both sides, which share no id: what the command line does with two files."""
    return compare_blocks(_blocks(edit.old, "a"), _blocks(edit.new, "b"))


def fates(edit: Edit) -> list[Fate]:
    """Return what became of each paragraph."""
    return [change.fate for change in changes(edit)]


def flagged(edit: Edit) -> int:
    """Count the letters that our comparison marks as gone or come."""
    ops = [op for change in changes(edit) for op in change.text.ops]
    return sum(len(op.text) for op in ops if op.kind is not OpKind.EQUAL)


def flagged_by_letters(edit: Edit) -> int:
    """Count the letters that difflib marks, letter by letter, with its default junk heuristics."""
    return _by_difflib("\n".join(edit.old), "\n".join(edit.new))


def flagged_by_words(edit: Edit) -> int:
    """Count the letters that difflib marks, word by word, with its default junk heuristics."""
    word = re.compile(r"\S+\s*")
    return _by_difflib(word.findall("\n".join(edit.old)), word.findall("\n".join(edit.new)))


def _by_difflib(old: Sequence[str], new: Sequence[str]) -> int:
    codes = SequenceMatcher(None, old, new).get_opcodes()
    return sum(len("".join([*old[a:b], *new[c:d]])) for tag, a, b, c, d in codes if tag != "equal")


def share(count: Callable[[Edit], int]) -> float:
    """Return flagged letters as a multiple of those truly changed, over the whole set."""
    return sum(count(edit) for edit in edits()) / sum(edit.truth for edit in edits())


def share_of_paragraph(edit: Edit) -> float:
    """Return which share of its paragraphs, both sides together, our comparison marks."""
    return flagged(edit) / len("".join([*edit.old, *edit.new]))


def by_kind() -> Iterator[tuple[str, int, int]]:
    """Yield each kind with the letters truly changed and those that we mark."""
    for kind in dict.fromkeys(edit.kind for edit in edits()):
        group = [edit for edit in edits() if edit.kind == kind]
        yield kind, sum(edit.truth for edit in group), sum(flagged(edit) for edit in group)


def _blocks(paragraphs: Sequence[str], side: str) -> list[Paragraph]:
    return [Paragraph(f"{side}{at}", (Run(words),)) for at, words in enumerate(paragraphs)]
