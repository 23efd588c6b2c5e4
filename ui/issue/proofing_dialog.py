"""Soát lỗi cả số: what was found in all articles, each with its page; a line leads to its article."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from desk.proofing.article import PlacedFinding
from ui.controls.combo import Combo
from ui.controls.dialog_frame import DialogFrame
from ui.controls.labels import label
from ui.look.text_size import px
from ui.proofing.finding_list import FindingView
from ui.words import proofing as words

Pages = tuple[int, int]  # the first and the last on which an article stands, 0 where it is not laid out


@dataclass(frozen=True, slots=True)
class Found:
    """A finding in an article of the issue."""

    article_id: int
    title: str
    pages: Pages
    one: PlacedFinding


class ProofDialog(DialogFrame):
    """Filters by family; Enter or a double click opens the article."""

    def __init__(
        self,
        parent: QWidget | None,
        found: Sequence[Found],
        titles: Mapping[int, str],
        pages: Mapping[int, Pages],
    ) -> None:
        super().__init__(parent, self.tr("Soát lỗi cả số"), "", accept=self.tr("Mở bài"))
        self.setMinimumWidth(px(680))
        self._found, self._titles, self._pages = tuple(found), titles, pages
        self._shown: tuple[Found, ...] = ()
        self.body.addWidget(
            label(words.counted(Counter(one.one.finding.severity for one in found)), "heading")
        )
        self.family = Combo()
        self.family.setAccessibleName(self.tr("Loại lỗi"))
        counts = Counter(one.one.finding.family for one in found)
        self.family.addItem(self.tr("Tất cả ({n})").format(n=len(found)), "")
        for name in sorted(counts, key=lambda it: -counts[it]):
            self.family.addItem(f"{words.family(name)} ({counts[name]})", name)
        self.family.setVisible(len(counts) > 1)
        self.list = FindingView()
        self.list.setAccessibleName(self.tr("Soát lỗi cả số"))
        self.list.setMinimumHeight(px(280))
        self.list.setProperty("place", "framed")
        self.why = label("", wrap=True)
        self.why.setMinimumHeight(px(44))
        for widget in (self.family, self.list, self.why):
            self.body.addWidget(widget)
        self.family.currentIndexChanged.connect(lambda _: self._fill())
        self.list.chosen.connect(lambda _: self._say())
        self.list.taken.connect(lambda _: self.ok.click())
        self._fill()
        self.list.setFocus()

    def begin_at(self, article_id: int) -> None:
        """Look at the first finding of an article; 0 for the first of all."""
        at = next((row for row, one in enumerate(self._shown) if one.article_id == article_id), 0)
        if self._shown:
            self.list.choose(at)

    def chosen(self) -> int:
        """Return the article whose finding is looked at."""
        row = self.list.currentIndex().row()
        return self._shown[row].article_id if 0 <= row < len(self._shown) else 0

    def _fill(self) -> None:
        family = self.family.currentData()
        self._shown = tuple(one for one in self._found if not family or one.one.finding.family == family)
        self.list.found.show(
            [one.one for one in self._shown], [self._where(one.article_id) for one in self._shown]
        )
        if self._shown:
            self.list.choose(0)
        self.ok.setEnabled(bool(self._shown))
        self._say()

    def _where(self, article_id: int) -> str:
        first, last = self._pages.get(article_id, (0, 0))
        if not first:
            return self._titles.get(article_id, "")
        said = self.tr("trang {n}").format(n=first if first == last else f"{first}–{last}")
        return f"{said}, {self._titles.get(article_id, '')}"

    def _say(self) -> None:
        row = self.list.currentIndex().row()
        if not 0 <= row < len(self._shown):
            self.why.setText("")
            return
        finding = self._shown[row].one.finding
        parts = [finding.message, finding.source]
        if finding.other is not None and isinstance(finding.other[0], int):
            parts.insert(1, self.tr("Bài kia: {where}.").format(where=self._where(finding.other[0])))
        self.why.setText(" ".join(part for part in parts if part))
