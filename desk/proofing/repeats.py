"""The same lead, paragraph or sentence twice."""

from __future__ import annotations

import re

from desk.proofing.finding import Finding, Severity
from desk.proofing.reading import Paragraph

_LEAST = 60  # letters of a paragraph that may not come twice; a refrain or a signature may
_LEAST_SENTENCE = 12
_SENTENCE = re.compile(r"[^.!?…]+[.!?…]+[”\"]?\s*")
_NO_WORD = re.compile(r"[\W_]+")


def words_of(text: str) -> str:
    """Return a paragraph's words in small letters, "" of a short one: a refrain, a signature may come twice."""
    same = _NO_WORD.sub(" ", text.lower()).strip() if len(text) >= _LEAST else ""
    return same if len(same) >= _LEAST else ""


def again(one: Paragraph) -> Finding:
    """Return the finding of a paragraph whose words stood above."""
    message = "Đoạn này đã có ở trên."
    return Finding("repeat.paragraph", Severity.WRONG, one.start, one.end, one.text, message, ("",))


def find(one: Paragraph) -> list[Finding]:
    """Return the sentences of a paragraph said twice in a row."""
    found: list[Finding] = []
    if one.text.count(" ") > 5:
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
