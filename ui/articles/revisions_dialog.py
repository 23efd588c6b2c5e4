"""The revisions of an article: any old one beside what it says now, and the way back to it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial

from PySide6.QtWidgets import QComboBox, QWidget

from desk.articles import listing
from desk.articles.listing import ArticleRow
from desk.compare.articles import Comparison, compare
from desk.database import revisions
from desk.database.revisions import RevisionRow
from ui.comparison.view import ComparisonView
from ui.controls.form_dialog import FormDialog
from ui.controls.labels import label
from ui.session.desk_client import DeskClient
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
        client: DeskClient,
        who: int,
        row: ArticleRow,
        rows: list[RevisionRow],
        take: Callable[[int], None] | None,
    ) -> None:
        super().__init__(parent, "Các phiên bản", row.title, accept="Lấy lại bản này")
        self.resize(820, 720)
        self._client, self._who, self._row, self._take = client, who, row, take
        self.choice = QComboBox()
        self.choice.setAccessibleName(self.tr("Phiên bản"))
        for old in rows:
            told = self.tr("Phiên bản {n} – {by}, {when}")
            self.choice.addItem(
                told.format(n=old.number, by=old.saved_by, when=wording.moment(old.saved_at)), old.number
            )
        self.view = ComparisonView()
        self.body.addWidget(label(self.tr("Những gì đã đổi từ phiên bản này đến nay"), "small"))
        self.body.addWidget(self.choice)
        self.body.addWidget(self.view, 1)
        self.buttons.button(self.buttons.StandardButton.Cancel).setText(self.tr("Đóng"))
        self.choice.currentIndexChanged.connect(self._show)
        self._show()

    def agree(self) -> None:
        """Take the chosen text back."""
        if self._take is not None:
            self._take(int(self.choice.currentData()))
        self.accept()

    def _show(self) -> None:
        number = self.choice.currentData()
        self.ok.setEnabled(self._take is not None and number is not None and number != self._row.revision)
        if number is not None:
            work = partial(_beside, self._who, self._row.id, int(number))
            self._client.ask(self, work, self._lay, key="revision")

    def _lay(self, found: Beside) -> None:
        self.view.show_comparison(found.comparison, found.pictures)


def _beside(who: int, article_id: int, number: int) -> Beside:
    opened = listing.open_article(who, article_id)
    return Beside(compare(revisions.text_of(article_id, number), opened.text), opened.pictures)
