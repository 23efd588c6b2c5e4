"""What is remembered of findings, as operations."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desk.proofing.article import PlacedFinding
from desk.registers import editing, ignored, unknown
from desk.registers.entries import Entry, WordEntry, WordKind
from ui.session.operation import Op
from ui.session.session import Session


def entry_of(one: PlacedFinding) -> Entry | None:
    """Return what a finding would be in the registers: a word of the house, or a document; None for anything else."""
    if one.finding.family in ("spelling", "context") and one.finding.rule != "context.twice":
        return WordEntry(WordKind.WORD, one.words.lower())
    return unknown.entry_of(one.words) if one.finding.family == "citation" else None


def keep(session: Session, entry: Entry) -> Op:
    """Add what a finding is about to the registers."""
    return Op(lambda: editing.add(session.who, entry))


def ignore_here(session: Session, one: PlacedFinding, article_id: int) -> Op:
    """Pass over a finding in this article from now on."""
    did = QCoreApplication.translate("ProofPanel", "bỏ qua “{words}” trong bài này").format(words=one.words)
    return Op(lambda: ignored.ignore(session.who, one.finding.rule, one.words, article_id), did)


def ignore_everywhere(session: Session, one: PlacedFinding, reason: str) -> Op:
    """Pass over a finding in every article, with a reason."""
    did = QCoreApplication.translate("ProofPanel", "bỏ qua “{words}” trong mọi bài").format(words=one.words)
    return Op(lambda: ignored.ignore(session.who, one.finding.rule, one.words, None, reason), did)
