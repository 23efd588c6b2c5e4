"""The journal taken out: as an Excel workbook, or on paper."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial  # what is sent to a process must be picklable
from html import escape
from pathlib import Path

from PySide6.QtCore import QMarginsF, QObject, QUrl
from PySide6.QtGui import QDesktopServices, QFont, QPageLayout, QPageSize, QTextDocument
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication, QWidget

from desk import clock
from desk.acts import journal
from desk.acts.journal import JournalEntry, JournalQuery
from desk.errors import DeskError
from desk.export.workbook import write_sheet
from ui.controls.file_dialogs import choose_new_file
from ui.controls.print_preview import PrintPreview
from ui.journal.model import columns
from ui.session.session import Session
from ui.words import wording

_WIDTHS = (7, 17, 28, 30, 52, 10, 44, 13)  # characters
PAGE = QPageLayout(
    QPageSize(QPageSize.PageSizeId.A4),
    QPageLayout.Orientation.Landscape,
    QMarginsF(12, 12, 12, 12),
    QPageLayout.Unit.Millimeter,
)
_PRINTED_MOST = 3000  # entries: a hundred pages; more are read in the workbook


class JournalExport(QObject):
    """Asks for all entries that the filters let through and takes them out."""

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._window = session, window

    def workbook(self, query: JournalQuery) -> None:
        """Ask where to, then write the workbook."""
        name = f"nhat-ky-{clock.today():%Y-%m-%d}.xlsx"
        kinds = self.tr("Excel (*.xlsx)")
        path = choose_new_file(self._window, self.tr("Xuất nhật ký"), "journal/folder", name, kinds)
        if path is not None:
            self.write(query, path)

    def write(self, query: JournalQuery, path: Path) -> None:
        """Write the entries of a query into a workbook."""
        path = path if path.suffix.lower() == ".xlsx" else path.with_name(path.name + ".xlsx")
        self._session.say(self.tr("Đang xuất nhật ký…"))
        self._session.client.ask(
            self,
            lambda: journal.everything(query),
            lambda entries: self._send(path, entries),
            refused=self._regret,
        )

    def _send(self, path: Path, entries: Sequence[JournalEntry]) -> None:
        shown = columns()
        rows = [[text_of(entry) for _, text_of in shown] for entry in entries]
        work = partial(_write, path, self.tr("Nhật ký"), [head for head, _ in shown], rows)
        self._session.client.abroad(
            self, work, lambda written: self._written(len(rows), written), refused=self._regret
        )

    def _written(self, count: int, path: Path) -> None:
        text = self.tr("Đã xuất {n} mục nhật ký ra “{name}”.").format(n=wording.number(count), name=path.name)
        self._session.say(text, "done", self.tr("Mở tệp"), lambda: _open(path), "journal file")

    def paper(self, query: JournalQuery) -> None:
        """Show the pages as they will print; the preview prints them."""
        self._session.client.ask(
            self,
            lambda: (journal.entries(query, 0, _PRINTED_MOST + 1), journal.code(journal.head())),
            lambda told: self._preview(*told),
            refused=self._regret,
        )

    def _preview(self, entries: Sequence[JournalEntry], code: str) -> None:
        if len(entries) > _PRINTED_MOST:
            text = self.tr("Chỉ in {n} mục mới nhất. Hãy lọc bớt, hoặc xuất ra Excel để có đủ.")
            self._session.say(text.format(n=wording.number(_PRINTED_MOST)), "warning")
        document = printed(entries[:_PRINTED_MOST], code)
        PrintPreview(self._window, self.tr("In nhật ký"), PAGE, lambda to: lay_out(document, to)).open()

    def _regret(self, error: DeskError) -> None:
        self._session.say(wording.error(error), "error", about="journal file")


def printed(entries: Sequence[JournalEntry], code: str) -> QTextDocument:
    """Return the entries as a document: a heading, a table whose head is on every page, the journal's code.

    Who keeps the sheet can hold the journal against its code later.
    """
    shown = columns()
    head = "".join(f"<th align='left'>{escape(name)}</th>" for name, _ in shown)
    body = "".join(
        "<tr>" + "".join(f"<td>{escape(text_of(entry))}</td>" for _, text_of in shown) + "</tr>"
        for entry in entries
    )
    document = QTextDocument()
    document.setDefaultFont(QFont(QApplication.font().family(), 8))
    document.setDefaultStyleSheet("* { color: black }")  # on paper, whatever the screen wears
    document.setHtml(
        f"<h2>Nhật ký</h2><p>In ngày {wording.short_date(clock.today())}, {len(entries)} mục</p>"
        "<table width='100%' cellpadding='3' cellspacing='0' border='1'"
        f" style='border-collapse: collapse'><thead><tr>{head}</tr></thead>{body}</table>"
        f"<p>Mã của nhật ký lúc in: <b>{code}</b></p>"
    )
    return document


def lay_out(document: QTextDocument, printer: QPrinter) -> None:
    """Set the document on the printer's pages."""
    document.documentLayout().setPaintDevice(printer)
    document.setPageSize(printer.pageRect(QPrinter.Unit.DevicePixel).size())
    document.print_(printer)


def _open(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def _write(path: Path, title: str, heads: Sequence[str], rows: Sequence[Sequence[str]]) -> Path:
    return write_sheet(path, title, heads, _WIDTHS, rows)
