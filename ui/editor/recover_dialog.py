"""Two texts of one article side by side, and the choice between them: after a crash, or a colleague's save."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from desk.articles.drafts import DraftRow
from desk.compare.articles import compare
from desk.text.blocks import ArticleText
from ui.comparison.view import ComparisonView
from ui.controls.form_dialog import FormDialog
from ui.controls.labels import label
from ui.look.text_size import px
from ui.paper.paper import Paper
from ui.words import wording


class RecoverDialog(FormDialog):
    """Shows the saved text and the other one with its changes marked; either may be taken."""

    def __init__(
        self,
        parent: QWidget | None,
        title: str,
        told: str,
        saved: tuple[str, ArticleText],
        other: tuple[str, ArticleText],
        pictures: Mapping[str, bytes],
    ) -> None:
        super().__init__(parent, title, told, accept=other[0])
        self.resize(px(1180), px(720))
        self.takes_saved = False
        left, right = Paper(), ComparisonView()
        left.show_text(saved[1], pictures)
        right.show_comparison(compare(saved[1], other[1]), pictures)
        row = QHBoxLayout()
        row.setSpacing(12)
        for words, view in ((saved[0], left), (other[0], right)):
            column = QVBoxLayout()
            column.addWidget(label(words, "heading"))
            view.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
            view.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            column.addWidget(view, 1)
            row.addLayout(column, 1)
        self.body.addLayout(row, 1)
        self.ok.setText(self.tr("Dùng {name}").format(name=other[0].lower()))
        keep = QPushButton(self.tr("Dùng {name}").format(name=saved[0].lower()))
        keep.clicked.connect(self._keep)
        self.buttons.addButton(keep, self.buttons.ButtonRole.ActionRole)
        self.buttons.button(self.buttons.StandardButton.Cancel).setText(self.tr("Để sau"))

    def _keep(self) -> None:
        self.takes_saved = True
        self.accept()

    @classmethod
    def ask(
        cls,
        parent: QWidget | None,
        title: str,
        words: str,
        saved: tuple[str, ArticleText],
        other: tuple[str, ArticleText],
        pictures: Mapping[str, bytes],
    ) -> bool | None:
        """Return True for the other text, False for the saved one, None for neither yet."""
        dialog = cls(parent, title, words, saved, other, pictures)
        if not dialog.exec():
            return None
        return not dialog.takes_saved

    @classmethod
    def ask_draft(
        cls, parent: QWidget, saved: ArticleText, draft: DraftRow, pictures: Mapping[str, bytes]
    ) -> bool | None:
        """Ask about what was being typed when the program ended; True takes it."""
        words = parent.tr(
            "Bên phải là những gì đang gõ lúc {when}; chỗ khác nhau được gạch dưới và gạch ngang."
        )
        return cls.ask(
            parent,
            parent.tr("Bản gõ dở và bản đã lưu"),
            words.format(when=wording.moment(draft.typed_at)),
            (parent.tr("Bản đã lưu"), saved),
            (parent.tr("Bản gõ dở"), draft.text),
            pictures,
        )

    @classmethod
    def ask_colleague(
        cls, parent: QWidget, theirs: ArticleText, mine: ArticleText, pictures: Mapping[str, bytes]
    ) -> bool | None:
        """Ask about a colleague's save that came between; True goes on with one's own text."""
        return cls.ask(
            parent,
            parent.tr("Bản của đồng nghiệp và bản của tôi"),
            parent.tr("Chọn một bản để làm tiếp. Bản của đồng nghiệp vẫn nằm trong các phiên bản của bài."),
            (parent.tr("Bản của đồng nghiệp"), theirs),
            (parent.tr("Bản của tôi"), mine),
            pictures,
        )
