"""The same lead, paragraph or sentence twice."""

from __future__ import annotations

import re

from desk.proofing.finding import Finding, Severity
from desk.proofing.reading import Paragraph

_LEAST = 60  # letters of a paragraph that may not come twice; a refrain or a signature may
_LEAST_SENTENCE = 12
_SENTENCE = re.compile(r"[^.!?…]+[.!?…]+[”\"]?\s*")
_NO_WORD = re.compile(r"[\W_]+")


def first_ones(every: tuple[Paragraph, ...]) -> tuple[Paragraph, ...]:
    """Return the paragraphs without those that stood before, letter by letter, for what is wrong there was said."""
    seen: set[str] = set()
    found: list[Paragraph] = []
    for one in every:
        if len(one.text) < _LEAST or one.text not in seen:
            found.append(one)
        seen.add(one.text)
    return tuple(found)


def find(every: tuple[Paragraph, ...]) -> list[Finding]:
    """Return paragraphs that stood before, alike but for spaces and signs, and sentences said twice in a row."""
    found: list[Finding] = []
    seen: set[str] = set()
    for one in every:
        same = _NO_WORD.sub(" ", one.text.lower()).strip()
        if len(same) >= _LEAST and same in seen:
            message = "Đoạn này đã có ở trên."
            found.append(
                Finding("repeat.paragraph", Severity.WRONG, one.start, one.end, one.text, message, ("",))
            )
            continue
        seen.add(same)
        before = ""
        for hit in _SENTENCE.finditer(one.text):
            said = _NO_WORD.sub(" ", hit.group().lower()).strip()
            if said == before and len(said) >= _LEAST_SENTENCE and len(said.split()) > 2:
                start, end = one.start + hit.start(), one.start + hit.end()
                found.append(
                    Finding(
                        "repeat.sentence",
                        Severity.WRONG,
                        start,
                        end,
                        hit.group(),
                        "Câu này viết hai lần.",
                        ("",),
                    )
                )
            before = said
    return found
