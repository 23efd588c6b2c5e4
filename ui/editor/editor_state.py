"""What is edited now: the article that lies in the editor, and what form and box say of it."""

from __future__ import annotations

from dataclasses import replace

from desk.acts.rules import Act
from desk.articles.drafts import DraftRow
from desk.text.blocks import ArticleText, normal
from ui.editor.form import ArticleForm
from ui.editor.open_article import OpenArticle, SectionBox


class Edited:
    """The sheet in the editor, None while none is open, with the fields that show it."""

    def __init__(self, form: ArticleForm, section: SectionBox) -> None:
        self.form, self.section = form, section
        self.sheet: OpenArticle | None = None

    def text(self) -> ArticleText:
        """Return the text as it stands, as it would be stored."""
        return normal(self.form.text())

    def section_id(self) -> int | None:
        """Return the chosen chuyên mục."""
        chosen = self.section.currentData()
        return int(chosen) if chosen is not None else None

    def may(self, act: Act) -> bool:
        """Say whether an act may be done to what is open."""
        return self.sheet is not None and act in self.sheet.acts

    def is_dirty(self) -> bool:
        """Say whether the sheet holds something that no revision has."""
        sheet = self.sheet
        if sheet is None:
            return False
        if sheet.article_id is not None and self.section_id() != sheet.section_id:
            return True
        return self.text() != sheet.saved

    def lay(self, sheet: OpenArticle, text: ArticleText) -> None:
        """Lay a sheet into the editor, with this text on it."""
        self.sheet = sheet
        self.form.load(text)
        self.allow()
        self.section.choose(sheet.section_id, sheet.section)
        self.section.setEnabled(Act.EDIT in sheet.acts)

    def typed_on(self, draft: DraftRow) -> DraftRow:
        """Return a draft as it stands by now."""
        return replace(draft, text=self.text(), section_id=self.section_id())

    def allow(self) -> None:
        """Let the text be changed where this person may change it."""
        self.form.set_read_only(not self.may(Act.EDIT))
