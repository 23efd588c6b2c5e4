"""What lies in the editor: which article at which version; and the box that says its chuyên mục."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial

from PySide6.QtCore import QCoreApplication

from desk.acts.rules import Act, Stage
from desk.articles.listing import ArticleRow, Opened
from desk.department.sections import SectionRow
from desk.text.blocks import ArticleText
from ui.controls.elided_combo import ElidedCombo
from ui.controls.message_bar import Banner
from ui.look.kept_size import keep_least_width
from ui.words import wording


@dataclass(slots=True)
class OpenArticle:
    """Which article, at which version, and what is saved of it."""

    uid: str
    article_id: int | None = None
    seen: int = 0
    section_id: int | None = None
    section: str = ""
    stage: Stage = Stage.DRAFT
    saved: ArticleText = field(default_factory=ArticleText)
    acts: frozenset[Act] = frozenset({Act.EDIT, Act.SUBMIT})
    originals: int = 0  # files that it was taken from


def sheet_of(opened: Opened) -> OpenArticle:
    """Return the sheet of an article as it was opened."""
    row = opened.row
    return OpenArticle(
        opened.uid,
        row.id,
        row.version,
        row.section_id,
        row.section,
        row.stage,
        opened.text,
        row.acts,
        row.originals,
    )


def said_on_opening(row: ArticleRow) -> str:
    """Return what whoever opens an article should know before typing, "" for nothing."""
    tr = partial(QCoreApplication.translate, "EditorPage")
    if Act.EDIT not in row.acts:
        if row.stage is Stage.RELEASED:
            return tr("Bài đã in nên giữ nguyên. Chỗ sai thì viết đính chính, in ở số sau.")
        words = tr("Bài đang ở bước “{stage}”: đồng chí đọc được, không sửa được.")
        return words.format(stage=wording.stage(row.stage))
    if row.stage is Stage.RETURNED and row.note:
        return tr("Bài bị trả lại: “{note}”").format(note=row.note)
    if row.stage is Stage.APPROVED:
        return tr("Bài đã được duyệt. Nếu sửa và lưu, bài trở về bản thảo và phải duyệt lại.")
    return ""


def say_on_opening(banner: Banner, row: ArticleRow) -> None:
    """Say it above the sheet until it is read."""
    words = said_on_opening(row)
    if words:
        read = QCoreApplication.translate("EditorPage", "Đã rõ")
        banner.ask(words, (read, lambda: None))


class SectionBox(ElidedCombo):
    """Chooses a chuyên mục; one that was retired stays to be chosen for the article that stands under it."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Chuyên mục"))
        keep_least_width(self, 120)
        self.setMaximumWidth(250)
        self._offered = False

    def offer(self, rows: Sequence[SectionRow], sheet: OpenArticle | None) -> None:
        """Offer these; what was chosen stays chosen."""
        before = (self.currentData(), self.currentText()) if self._offered else None
        self._offered = True
        self.clear()
        self.addItem(self.tr("Chưa xếp chuyên mục"), None)
        for row in rows:
            self.addItem(row.title, row.id)
        if before is not None:
            self.choose(*before)
        elif sheet is not None:
            self.choose(sheet.section_id, sheet.section)

    def choose(self, section_id: int | None, title: str = "") -> None:
        """Choose one; what is not offered any more is added under its title."""
        at = self.findData(section_id)
        if at < 0 and section_id is not None:
            self.addItem(title or self.tr("Chuyên mục đã bỏ"), section_id)
            at = self.count() - 1
        self.setCurrentIndex(max(0, at))
