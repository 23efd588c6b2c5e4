"""How many pages an issue has of those it may have, and the days that it works towards."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QSizePolicy, QVBoxLayout, QWidget

from desk.articles.listing import ArticleRow
from desk.edition.design import Design
from desk.press.typeset.blank_pages import BlankPages, would_fill
from ui.controls.labels import label
from ui.controls.link_button import LinkButton
from ui.words import fitting as fitting_words
from ui.words import issue as issue_words


class BudgetBar(QWidget):
    """A bar, the number of pages beside it, the dates below."""

    def __init__(self) -> None:
        super().__init__()
        self._blank = False
        self._doing: dict[LinkButton, QAction] = {}
        self.pages = label("", "small")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Số trang đã dùng"))
        row = QHBoxLayout()
        row.setContentsMargins(16, 10, 16, 8)
        row.setSpacing(10)
        row.addWidget(self.bar, 1)
        row.addWidget(self.pages)
        self.dates = label("", "small", wrap=True)
        self.dates.setContentsMargins(16, 0, 16, 6)
        self.blank = label("", "small", wrap=True)
        self.blank.setContentsMargins(16, 0, 16, 6)
        self.blank.hide()
        self._make_fitting()
        self.late = label("", "late", wrap=True)
        self.late.setContentsMargins(16, 0, 16, 6)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(self.blank)
        column.addWidget(self._offer)
        column.addWidget(self._set)
        column.addWidget(self.late)
        column.addWidget(self.dates)
        self.lacking = LinkButton(self.tr("Chưa có kỳ họp báo cáo viên trong lịch"))
        self.lacking.setProperty("kind", "fact")
        foot = QHBoxLayout()
        foot.setContentsMargins(16, 0, 16, 0)
        foot.addWidget(self.lacking)
        column.addLayout(foot)
        self.lacking.hide()

    def _make_fitting(self) -> None:
        """Make the line that offers to fit the issue to its sheets, and the one that says how it is set."""
        self.fit, self.unfit = LinkButton(self.tr("Dàn vừa tờ")), LinkButton(self.tr("Bỏ"))
        self.unfit.setAccessibleName(self.tr("Thôi dàn vừa tờ"))
        self.trying, self.set_as = label("", "small"), label("", "small", wrap=True)
        self.unfit.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._offer, self._set = _line(self.trying, self.fit), _line(self.set_as, self.unfit)
        self.trying.hide()
        self._offer.hide()
        self._set.hide()

    def follow_fitting(self, fit: QAction, unfit: QAction) -> None:
        """Let the links do these actions; they are there while the actions are."""
        self._doing = {self.fit: fit, self.unfit: unfit}
        for link, action in self._doing.items():
            link.clicked.connect(action.trigger)
            action.changed.connect(self._show_offer)

    def show_pages(self, total: int, limit: int) -> None:
        """Show how many pages there are (0: not known), and how many there may be (0: any number)."""
        words = self.tr("{n} trang").format(n=total) if total else ""
        if total and limit:
            words = self.tr("{n} / {most} trang").format(n=total, most=limit)
            if total > limit:
                words += self.tr(" – quá {m} trang").format(m=total - limit)
        self.pages.setText(words)
        self.pages.setProperty("role", "error" if limit and total > limit else "small")
        self.pages.style().unpolish(self.pages)
        self.pages.style().polish(self.pages)
        self.bar.setRange(0, max(limit or total, 1))
        self.bar.setValue(min(total, limit or total))
        self.bar.setAccessibleDescription(words)

    def show_blank(self, blank: BlankPages | None, waiting: Sequence[ArticleRow] = ()) -> None:
        """Say which pages stay blank, and what would do away with them: of what is `waiting`, too."""
        words = ""
        if blank is not None:
            chosen = would_fill(blank, [row.words for row in waiting])
            titles = [waiting[at].title for at in chosen]
            words = f"{issue_words.blank_pages(blank)} {fitting_words.fillers(blank, titles)}"
        self.blank.setText(words)
        self.blank.setVisible(blank is not None)
        self._blank = blank is not None
        self._show_offer()

    def show_fitting(self, design: Design | None) -> None:
        """Say how the issue is set where it is closer or looser than usual."""
        fitted = design is not None and not design.fitting.usual
        words = self.tr("Dàn: {how}")
        self.set_as.setText(words.format(how=fitting_words.set_as(design)) if design and fitted else "")
        self._set.setVisible(fitted)

    def show_fitting_work(self, words: str) -> None:
        """Say how far the search for a setting is, "" when it has ended."""
        self.trying.setText(words)
        self.trying.setVisible(bool(words))
        self._show_offer()

    def _show_offer(self) -> None:
        """Offer to fit the issue where a page is blank, not while that is being done."""
        busy = bool(self.trying.text())
        for link, action in self._doing.items():
            link.setEnabled(action.isEnabled())
            link.setToolTip(action.toolTip())
            link.setVisible(action.isVisible() and not busy)
        self._offer.setVisible(busy or (self._blank and not self.fit.isHidden()))

    def show_dates(self, told: list[str], late: str = "", *, lacking: bool = False) -> None:
        """Show the dates that matter, and the one that has passed.

        `lacking` says that no kỳ họp báo cáo viên is in the calendar.
        """
        self.late.setText(late)
        self.late.setVisible(bool(late))
        words = " · ".join(told)
        self.dates.setText(words[:1].upper() + words[1:])
        self.dates.setVisible(bool(told))
        self.lacking.setVisible(lacking)


def _line(told: QLabel, link: LinkButton) -> QWidget:
    """Return a line of words and the link behind them."""
    made, row = QWidget(), QHBoxLayout()
    row.setContentsMargins(16, 0, 16, 6)
    row.setSpacing(8)
    row.addWidget(told, int(told.wordWrap()))
    row.addWidget(link, int(not told.wordWrap()))
    made.setLayout(row)
    return made
