"""How many pages an issue has of those it may have, and the days that it works towards."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from desk.press.typeset.blank_pages import BlankPages
from ui.controls.labels import label
from ui.controls.link_button import LinkButton
from ui.words import issue as issue_words


class BudgetBar(QWidget):
    """A bar, the number of pages beside it, the dates below."""

    def __init__(self) -> None:
        super().__init__()
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
        self.late = label("", "late", wrap=True)
        self.late.setContentsMargins(16, 0, 16, 6)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(self.blank)
        column.addWidget(self.late)
        column.addWidget(self.dates)
        self.lacking = LinkButton(self.tr("Chưa có kỳ họp báo cáo viên trong lịch"))
        self.lacking.setProperty("kind", "fact")
        foot = QHBoxLayout()
        foot.setContentsMargins(16, 0, 16, 0)
        foot.addWidget(self.lacking)
        column.addLayout(foot)
        self.lacking.hide()

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

    def show_blank(self, blank: BlankPages | None) -> None:
        """Say which pages stay blank, and what would do away with them."""
        self.blank.setText(issue_words.blank_pages(blank) if blank else "")
        self.blank.setVisible(blank is not None)

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
