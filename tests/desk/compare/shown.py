"""Paragraphs to compare, and a comparison as a reader sees it."""

from __future__ import annotations

from desk.compare.articles import Change, OpKind
from desk.text.blocks import Paragraph, Run


def paragraph(block_id: str, words: str) -> Paragraph:
    """Make a paragraph without marks."""
    return Paragraph(block_id, (Run(words),))


def shown(change: Change) -> str:
    """Return a change as one passage: [-what went], [+what came]."""
    signs = {OpKind.EQUAL: "{}", OpKind.DELETE: "[-{}]", OpKind.INSERT: "[+{}]"}
    return "".join(signs[op.kind].format(op.text) for op in change.ops)
