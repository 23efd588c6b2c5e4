"""What an import of a calendar file would do, meeting by meeting and why; nothing is stored before one agrees."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QHeaderView, QTableWidgetItem, QWidget

from desk.ics.import_export import Action, Report
from ui.controls.form_dialog import FormDialog
from ui.controls.framed_table import FramedTable
from ui.controls.labels import label
from ui.look import style
from ui.look.text_size import px
from ui.words import ics as ics_words


class CalendarImportDialog(FormDialog):
    """The report as a table; "Nhập" is offered when there is something to do."""

    def __init__(
        self,
        parent: QWidget | None,
        name: str,
        report: Report,
        on_agreed: Callable[[CalendarImportDialog], None],
    ) -> None:
        super().__init__(parent, "Nhập lịch", name, accept="Nhập")
        self._on_agreed = on_agreed
        self.setMinimumSize(px(920), px(540))
        count = report.count(Action.ADD) + report.count(Action.UPDATE)
        self.ok.setEnabled(count > 0)
        if count:
            self.ok.setText(self.tr("Nhập {n} cuộc").format(n=count))
        self.body.addWidget(label(ics_words.summary(report), "heading"))
        doubts = ics_words.doubts(report)
        if doubts:
            self.body.addWidget(label(doubts, "error", wrap=True))
        heads = (self.tr("Việc"), self.tr("Cuộc họp"), self.tr("Thời gian"), self.tr("Vì sao"))
        self.table = FramedTable(self.tr("Các cuộc họp trong tệp"), heads, (104, 300, 250))
        self.table.setRowCount(len(report.lines))
        for at, line in enumerate(report.lines):
            when = ics_words.times(line.series) if line.series is not None else ""
            facts = (ics_words.action(line.action), line.title or line.uid, when, ics_words.why(line))
            for column, fact in enumerate(facts):
                item = QTableWidgetItem(fact)
                item.setToolTip(fact)
                if column == 0:
                    item.setForeground(style.color(ics_words.ACTIONS[line.action][1]))
                self.table.setItem(at, column, item)
        self.table.setWordWrap(True)
        self.table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.body.addWidget(self.table, 1)

    def agree(self) -> None:
        """Import what stands in the table."""
        self.fault.hide()
        self._on_agreed(self)
