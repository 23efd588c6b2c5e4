"""What is remembered of a finding, and what it would be in the registers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QObject

from desk.proofing.article import PlacedFinding
from desk.proofing.finding import Finding, Severity
from desk.registers import ignored, reading
from desk.registers.entries import DocumentEntry, WordEntry, WordKind
from tests.making import Cast, article
from tests.ui.proofing.faulty import findings
from ui.proofing import operations
from ui.session.session import Session

_CITED = "Nghị quyết số 36-NQ/TW, ngày 01/7/2014 của Bộ Chính trị"


def _finding(rule: str, words: str) -> PlacedFinding:
    return PlacedFinding("aa", 0, len(words), Finding(rule, Severity.HINT, 0, len(words), words, ""))


def test_a_word_and_a_document_are_entries_and_a_sign_is_none() -> None:
    assert operations.entry_of(_finding("spelling.syllable", "Tôồng")) == WordEntry(WordKind.WORD, "tôồng")
    document = DocumentEntry("Nghị quyết", "36", "-NQ/TW", date(2014, 7, 1), "Bộ Chính trị")
    assert operations.entry_of(_finding("citation.unknown", _CITED)) == document
    assert operations.entry_of(_finding("citation.so", "38-CT/TW")) is None
    assert operations.entry_of(_finding("context.twice", "các các")) is None
    assert operations.entry_of(_finding("typography.dash", "- ")) is None


def test_they_are_remembered_at_the_desk(session_of: Callable[[int], Session], cast: Cast) -> None:
    made, one = article(cast), findings()[2]
    session = session_of(cast.secretary)
    owner = QObject(session)
    operations.ignore_here(session, one, made).run(session, owner)
    assert ignored.of(made) == {("citation.so", "38-CT/TW")}
    other = replace(one, finding=replace(one.finding, rule="citation.symbol"))
    operations.ignore_everywhere(session, other, "Quy ước").run(session, owner)
    assert ignored.of(None) == {("citation.symbol", "38-CT/TW")}
    entry = operations.entry_of(_finding("citation.unknown", _CITED))
    assert entry is not None
    operations.keep(session, entry).run(session, owner)
    assert [one.number for one in reading.register().documents] == ["36"]
