"""Real-style Vietnamese edits with the truth of what changed, for the tests and the bench of the comparison."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

from desk.compare import Fate, compare
from desk.text import ArticleText, Paragraph, Run
from desk.worddiff import OpKind

FILE = Path(__file__).parents[1] / "files" / "edits.json"


@dataclass(frozen=True)
class Edit:
    """Paragraphs before and after, and how many letters truly changed."""

    number: int
    kind: str
    old: tuple[str, ...]
    new: tuple[str, ...]
    truth: int


def edits() -> Iterator[Edit]:
    """Read the fixture."""
    data = json.loads(FILE.read_text(encoding="utf-8"))
    paragraphs: list[str] = data["paragraphs"]
    for number, item in enumerate(data["edits"]):
        yield _edit(number, item, paragraphs)


def _edit(number: int, item: dict[str, Any], paragraphs: Sequence[str]) -> Edit:
    if "at" in item:
        old = paragraphs[item["at"]]
        new, truth = _changed(old, item["changes"])
        if item["kind"] == "nfd":
            old = unicodedata.normalize("NFD", old)
        return Edit(number, item["kind"], (old,), (new,), truth)
    before = tuple(paragraphs[at] for at in item["old"])
    if "edit" not in item:
        return Edit(number, item["kind"], before, tuple(paragraphs[at] for at in item["new"]), item["truth"])
    ctx, gone, _ = item["edit"][0].split("|")
    moved = next(words for words in before if ctx + gone in words)
    fresh, truth = _changed(moved, item["edit"])
    after = (paragraphs[at] for at in item["new"])
    return Edit(
        number, item["kind"], before, tuple(fresh if words == moved else words for words in after), truth
    )


def _changed(words: str, changes: Sequence[str]) -> tuple[str, int]:
    truth = 0
    for change in changes:
        before, gone, came = change.split("|")
        assert before + gone in words, change
        words = words.replace(before + gone, before + came, 1)
        truth += len(gone) + len(came)
    return words, truth


def flagged(edit: Edit) -> int:
    """Count the letters that our comparison marks as gone or come."""
    total = 0
    for change in compare(_text(edit.old, "a"), _text(edit.new, "b")).blocks:
        total += sum(len(op.text) for op in change.text.ops if op.kind is not OpKind.EQUAL)
    return total


def flagged_by_difflib(edit: Edit) -> int:
    """Count the letters that difflib marks, letter by letter, with its default junk heuristics."""
    old, new = "\n".join(edit.old), "\n".join(edit.new)
    codes = SequenceMatcher(None, old, new).get_opcodes()
    return sum((i2 - i1) + (j2 - j1) for tag, i1, i2, j1, j2 in codes if tag != "equal")


def share(count: Callable[[Edit], int]) -> float:
    """Return flagged letters as a multiple of those truly changed, over the whole set."""
    every = list(edits())
    return sum(count(edit) for edit in every) / sum(edit.truth for edit in every)


def fates(edit: Edit) -> list[Fate]:
    """Return what became of each paragraph."""
    return [change.fate for change in compare(_text(edit.old, "a"), _text(edit.new, "b")).blocks]


def _text(paragraphs: Sequence[str], side: str) -> ArticleText:
    return ArticleText(
        blocks=tuple(Paragraph(f"{side}{at}", (Run(words),)) for at, words in enumerate(paragraphs))
    )
