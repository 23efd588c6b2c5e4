"""Paragraphs without marks, or in another language."""

from __future__ import annotations

from desk.proofing.engine import proof
from desk.text.vietnamese import bare

TEXT = "Sáng nay Ban Tuyên giáo Tỉnh ủy tổ chức hội nghị báo cáo viên cấp tỉnh tháng ba."


def test_a_paragraph_without_marks_is_one_finding() -> None:
    found = proof(f"{TEXT}\n{bare(TEXT)}")
    assert [(one.rule, one.start) for one in found] == [("spelling.unmarked", len(TEXT) + 1)]


def test_another_language_is_none() -> None:
    assert proof("The provincial committee held a conference on Tuesday, and nobody minded it much.") == ()
