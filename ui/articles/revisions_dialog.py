"""The revisions of an article: any old one beside what it says now, and the way back to it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from desk.acts.rules import Act
from desk.articles import listing
from desk.articles.listing import ArticleRow
from desk.compare.articles import Comparison, compare
from desk.database import revisions
from desk.database.revisions import RevisionRow
from ui.articles import operations
from ui.comparison.view import ComparisonView
from ui.controls.combo import Combo
from ui.controls.form_dialog import FormDialog
from ui.controls.labels import label
from ui.look.text_size import px
from ui.session.session import Session
from ui.words import wording


@dataclass(frozen=True, slots=True)
class Beside:
    """An old revision compared with the current text."""

    comparison: Comparison
    pictures: Mapping[str, bytes]


class RevisionsDialog(FormDialog):
    """Shows the changes since a chosen revision; "Lấy lại bản này" makes its text a new revision."""

    def __init__(
        self,
        parent: QWidget | None,
        session: Session,
        row: ArticleRow,
        rows: list[RevisionRow],
    ) -> None:
        super().__init__(parent, "Các phiên bản", row.title, accept="Lấy lại bản này")
        self.resize(px(820), px(720))
        self._session, self._row = session, row
        self._may_take = Act.EDIT in row.acts
        self.choice = Combo()
        self.choice.setAccessibleName(self.tr("Phiên bản"))
        for old in rows:
            text = self.tr("Phiên bản {n} – {by}, {when}")
            self.choice.addItem(
                text.format(n=old.number, by=old.saved_by, when=wording.moment(old.saved_at)), old.number
            )
        self.view = ComparisonView()
        counted = self.tr("Số phiên bản có thể cách quãng: gửi, trả lại, chuyển bài cũng được đếm.")
        self.choice.setToolTip(counted)
        self.body.addWidget(label(counted, "small", wrap=True))
        self.body.addWidget(label(self.tr("Những gì đã đổi từ phiên bản này đến nay"), "small"))
        self.body.addWidget(self.choice)
        self.body.addWidget(self.view, 1)
        self.buttons.button(self.buttons.StandardButton.Cancel).setText(self.tr("Đóng"))
        self.choice.currentIndexChanged.connect(self._show)
        self._show()

    def choose(self, number: int) -> None:
        """Show what changed since a revision."""
        self.choice.setCurrentIndex(max(0, self.choice.findData(number)))

    def agree(self) -> None:
        """Take the chosen text back."""
        if self._may_take:
            op = operations.take_back_revision(self._session, self._row, int(self.choice.currentData()))
            op.run(self._session, self)
        self.accept()

    def _show(self) -> None:
        number = self.choice.currentData()
        self.ok.setEnabled(self._may_take and number is not None and number != self._row.revision)
        if number is not None:
            who, article_id, old = self._session.who, self._row.id, int(number)
            self._session.client.ask(
                self, lambda: _beside(who, article_id, old), self._show_compared, key="revision"
            )

    def _show_compared(self, beside: Beside) -> None:
        self.view.show_comparison(beside.comparison, beside.pictures)


def _beside(who: int, article_id: int, number: int) -> Beside:
    opened = listing.open_article(who, article_id)
    return Beside(compare(revisions.text_of(article_id, number), opened.text), opened.pictures)
