"""What is remembered of findings, as operations."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desk.proofing.article import PlacedFinding
from desk.registers import ignored
from ui.session.operation import Op
from ui.session.session import Session


def ignore_here(session: Session, one: PlacedFinding, article_id: int) -> Op:
    """Pass over a finding in this article from now on."""
    did = QCoreApplication.translate("ProofPanel", "bỏ qua “{words}” trong bài này").format(words=one.words)
    return Op(lambda: ignored.ignore(session.who, one.finding.rule, one.words, article_id), did)


def ignore_everywhere(session: Session, one: PlacedFinding, reason: str) -> Op:
    """Pass over a finding in every article, with a reason."""
    did = QCoreApplication.translate("ProofPanel", "bỏ qua “{words}” trong mọi bài").format(words=one.words)
    return Op(lambda: ignored.ignore(session.who, one.finding.rule, one.words, None, reason), did)
