"""An article as it stood when something was done to it: to be read, years later too."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from desk.acts.journal import JournalEntry
from desk.database import revisions
from desk.pictures import stored_pictures
from desk.text.blocks import ArticleText, pictures_of
from ui.controls.form_dialog import FormDialog
from ui.controls.labels import label
from ui.look.text_size import px
from ui.paper.paper import Paper
from ui.session.desk_client import DeskClient
from ui.words import wording


@dataclass(frozen=True, slots=True)
class OldRevision:
    """A revision with its pictures and its SHA-256."""

    number: int
    sha256: str
    text: ArticleText
    pictures: Mapping[str, bytes]


class OldRevisionDialog(FormDialog):
    """Shows the text that an act was done on."""

    def __init__(self, parent: QWidget | None, client: DeskClient, entry: JournalEntry) -> None:
        super().__init__(parent, "Bài lúc đó", f"{wording.entry(entry)}, {wording.moment(entry.at)}")
        self.resize(px(760), px(720))
        self.paper = Paper()
        self.about = label("", "small", wrap=True)
        self.body.addWidget(self.paper, 1)
        self.body.addWidget(self.about)
        self.ok.hide()
        self.buttons.button(self.buttons.StandardButton.Cancel).setText(self.tr("Đóng"))
        client.ask(self, lambda: _read(entry.subject_id, entry.version), self._show)

    def _show(self, revision: OldRevision) -> None:
        self.paper.show_text(revision.text, revision.pictures)
        text = self.tr("Phiên bản {n} · SHA-256 {sha}")
        self.about.setText(text.format(n=revision.number, sha=revision.sha256))


def show_old_revision(parent: QWidget, client: DeskClient, entry: JournalEntry) -> None:
    """Show an article as it stood when something was done to it."""
    OldRevisionDialog(parent.window(), client, entry).open()


def _read(article_id: int, version: int) -> OldRevision:
    number = revisions.as_of(article_id, version)
    digest = next(row.sha256 for row in revisions.listing(article_id) if row.number == number)
    text = revisions.text_of(article_id, number)
    return OldRevision(number, digest, text, stored_pictures.fetch(set(pictures_of(text))))
