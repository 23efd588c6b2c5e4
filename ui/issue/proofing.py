"""An issue proofread as a whole: every article, and what contradicts between two of them, with pages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from desk.edition.edition import Piece
from desk.proofing.article import PlacedFinding, read_issue
from desk.proofing.finding import Severity
from desk.registers import known
from desk.registers.known import KnownOfIssue
from desk.text.blocks import ArticleText
from ui.issue.proofing_dialog import Found, ProofDialog
from ui.proof.live import LaidPages, LiveProof
from ui.session.page import Page
from ui.words.issue import Obstacle, Place


@dataclass(frozen=True, slots=True)
class _Proofread:
    """What was found in an issue as it was laid out."""

    laid: LaidPages
    found: dict[int, tuple[PlacedFinding, ...]]


class IssueProofing(QObject):
    """Proofreads the issue in view when it is asked to."""

    article_wanted = Signal(int)

    def __init__(self, page: Page, live: LiveProof) -> None:
        super().__init__(page)
        self._page, self._live = page, live
        self._laid: LaidPages | None = None

    def laid_out(self, laid: LaidPages | None) -> None:
        """Know the issue as it is laid out now; None while it is not."""
        self._laid = laid

    def check(self, article_id: int = 0) -> None:
        """List what was found, from an article on; who chooses a line goes there."""
        self._live.settled(lambda: self._read(lambda it: self._show(it, article_id)))

    def wrong(self, then: Callable[[tuple[Obstacle, ...]], None]) -> None:
        """Say which articles hold something that is wrong, for the list before a release."""
        self._read(lambda it: then(self._lines(it)))

    def _read(self, then: Callable[[_Proofread | None], None]) -> None:
        laid = self._laid
        if laid is None:
            then(None)
            return
        pieces: tuple[Piece, ...] = tuple(laid.edition.pieces)
        texts = {piece.article: piece.text for piece in pieces}

        def read(knows: KnownOfIssue) -> None:
            self._page.client.away(self, lambda: _Proofread(laid, _left(texts, knows)), then)

        self._page.ask(lambda: known.of_all(list(texts)), read)

    def _show(self, proofread: _Proofread | None, article_id: int) -> None:
        if proofread is None or not self._page.isVisible():
            return
        spans = {span.article: (span.first, span.last) for span in proofread.laid.layout.spans}
        titles = {piece.article: piece.text.title for piece in proofread.laid.edition.pieces}
        lines = [
            Found(article, titles[article], spans.get(article, (0, 0)), one)
            for article, found in proofread.found.items()
            for one in found
        ]
        dialog = ProofDialog(self._page, lines, titles, spans)
        dialog.begin_at(article_id)
        if dialog.exec():
            self.article_wanted.emit(dialog.chosen())
        dialog.deleteLater()

    def _lines(self, proofread: _Proofread | None) -> tuple[Obstacle, ...]:
        if proofread is None:
            return ()
        titles = {piece.article: piece.text.title for piece in proofread.laid.edition.pieces}
        counts = Counter(
            article
            for article, found in proofread.found.items()
            for one in found
            if one.finding.severity is Severity.WRONG
        )
        words = self.tr("Máy soát thấy {n} chỗ sai (không chặn phát hành)")
        return tuple(
            Obstacle(words.format(n=count), titles[article], Place.PROOF, article, stops=False)
            for article, count in counts.items()
        )


def _left(texts: dict[int, ArticleText], knows: KnownOfIssue) -> dict[int, tuple[PlacedFinding, ...]]:
    """Return what is found and not passed over."""
    found = read_issue(texts, knows.register, knows.taught)
    return {
        article: tuple(
            one for one in each if (one.finding.rule, one.words) not in knows.ignored.get(article, ())
        )
        for article, each in found.items()
    }
