"""Foot and end notes (ECMA-376 part 1, 17.11): their paragraphs, which stand after the text."""

from __future__ import annotations

import re

from desk.intake.html.markup import element
from desk.intake.packages import Element
from desk.intake.result import Dropped
from desk.intake.word.body import StoryReader
from desk.intake.word.names import value, w
from desk.intake.word.reading import Note, Reading

_FIRST = re.compile(r"<p( class=\"[^\"]*\")?([^>]*)>")


def notes_markup(reading: Reading) -> str:
    """Return the notes that the text names, in the order of their signs, and count them."""
    foot = _notes(reading, reading.foot_notes, "footnote", "_ftnref", "MsoFootnoteText")
    return foot + _notes(reading, reading.end_notes, "endnote", "_ednref", "MsoEndnoteText")


def _notes(reading: Reading, notes: list[Note], kind: str, back: str, named: str) -> str:
    part = reading.package.named(f"{kind}s") if notes else None
    root = None if part is None else reading.package.root(part.name)
    if part is None or root is None:
        return ""
    texts: dict[str, Element] = {value(one, w("id")): one for one in root.iter(w(kind))}
    out = []
    for at, note in enumerate(list(notes), 1):
        text = texts.get(note.id)
        if text is None:
            continue
        markup = StoryReader(reading, part).read(text)
        if markup:
            reading.dropped[Dropped.FOOTNOTES] += 1
            sign = element("a", note.sign, href=f"#{back}{at}") if note.sign else ""
            out.append(_signed(markup, sign, named))
    return "".join(out)


def _signed(markup: str, sign: str, named: str) -> str:
    """Put a note's sign before its first words, and say of all its paragraphs that they are a note's."""
    markup = _FIRST.sub(lambda match: f'<p class="{named}"{match[2]}>', markup)
    first = _FIRST.search(markup)
    return f"{markup[: first.end()]}{sign}{markup[first.end() :]}" if first else sign + markup
