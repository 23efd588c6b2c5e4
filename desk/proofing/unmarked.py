"""Paragraphs of which no rule can say anything: without marks, in an old encoding, or in another language."""

from __future__ import annotations

from desk.proofing.finding import Finding, Severity
from desk.proofing.patterns import Lazy
from desk.proofing.reading import Paragraph
from desk.proofing.syllable import parts, untoned

_FEW_WORDS = 6
# Signs that Vietnamese has not, and that stand for its letters in TCVN3 and VNI.
_LEGACY = Lazy("[æçëîïñöøûüÿåäþðß©ª®«¸¹µ¶·¨\xadØÆÖÑ]")


def apart(one: Paragraph) -> tuple[bool, tuple[Finding, ...]]:
    """Return whether a paragraph can be read as Vietnamese, and a finding when it has lost its marks."""
    words = one.words
    if len(words) < _FEW_WORDS:
        return True, ()
    legacy = sum(bool(_LEGACY.search(word)) for word in one.text.split())
    if legacy > 0.2 * len(words):
        message = "Đoạn này dùng bảng mã cũ (TCVN3 hoặc VNI)."
        return False, (Finding("spelling.legacy", Severity.WRONG, one.start, one.end, one.text, message),)
    marked = sum(not word.text.isascii() for word in words)
    if marked > len(words) * 0.12:
        return True, ()
    like = sum(parts(untoned(word.text.lower())[0]) is not None for word in words)
    if marked == 0 and like > 0.85 * len(words):
        message = "Cả đoạn không có dấu tiếng Việt."
        found = Finding("spelling.unmarked", Severity.WRONG, one.start, one.end, one.text, message)
        return False, (found,)
    return like > 0.7 * len(words) and marked > 0, ()
