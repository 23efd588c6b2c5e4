"""What no line of the Word file parts: figures and what they count, a dash and the word before it.

Names and headings stay as they were typed: who searches a document types spaces.
"""

from __future__ import annotations

from dataclasses import replace

from desk.press.typeset.loose_lines import Room, eased
from desk.press.typeset.no_break_spaces import with_no_break_spaces
from desk.press.word.paragraph_styles import ParagraphLook
from desk.text.blocks import Runs

LOOKS = frozenset({"BTBody", "BTLead", "BTList", "BTQuote", "BTByline", "BTCaption"})


def held(runs: Runs, look: ParagraphLook, width: float) -> Runs:
    """Return runs with no-break spaces, except where one would tear a justified line open; `width` in points."""
    texts = [with_no_break_spaces(run.text, names=False) for run in runs]
    if look.align == "both":
        marks = [" ".join(mark.value for mark in run.marks) for run in runs]
        face = "b" * look.bold + "i" * look.italic
        room = Room(width, look.first, look.size)
        texts = eased(list(zip(texts, marks, strict=True)), room, face)
    return tuple(replace(run, text=text) for run, text in zip(runs, texts, strict=True))
