"""What is taken in beside the article of the desk that is like it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from PySide6.QtWidgets import QWidget

from desk.articles import listing
from desk.articles.duplicates import SimilarRow
from desk.compare.articles import Comparison, compare
from desk.text.blocks import ArticleText
from ui.comparison.view import ComparisonView
from ui.controls.form_dialog import FormDialog
from ui.controls.labels import label
from ui.look.text_size import px
from ui.session.session import Session


@dataclass(frozen=True, slots=True)
class _Beside:
    """An article of the desk compared with another text."""

    comparison: Comparison
    pictures: Mapping[str, bytes]


class ComparisonDialog(FormDialog):
    """Shows what the text that comes in has more, less or otherwise."""

    def __init__(
        self,
        parent: QWidget | None,
        session: Session,
        like: SimilarRow,
        text: ArticleText,
        pictures: Mapping[str, bytes] = MappingProxyType({}),  # of the text, by SHA-256
    ) -> None:
        super().__init__(parent, "So với bài đã có", like.title, accept="Đóng")
        self.resize(px(780), px(700))
        self.buttons.button(self.buttons.StandardButton.Cancel).hide()
        self.view = ComparisonView()
        self.body.addWidget(label(self.tr("Những gì bài đang nhập khác với bài đã có"), "small"))
        self.body.addWidget(self.view, 1)
        who, article_id = session.who, like.article_id
        session.client.ask(
            self, lambda: _beside(who, article_id, text, pictures), self._show, refused=self.complain
        )

    def _show(self, beside: _Beside) -> None:
        self.view.show_comparison(beside.comparison, beside.pictures)


def _beside(who: int, article_id: int, text: ArticleText, pictures: Mapping[str, bytes]) -> _Beside:
    opened = listing.open_article(who, article_id)
    return _Beside(compare(opened.text, text), {**pictures, **opened.pictures})
