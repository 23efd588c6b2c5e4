"""Calendars in and out of the window: .ics files chosen, read in a process, looked at, imported; and written."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from desk import clock
from desk.errors import BadIntake, DeskError, IntakeFault
from desk.export.write_files import write_file
from desk.ics import import_export
from desk.ics.import_export import Report
from desk.ics.read import MOST_BYTES, Calendar, read_calendar
from desk.ics.write import calendar_bytes
from desk.os_errors import file_size, file_trouble
from ui.calendar import operations
from ui.calendar.import_dialog import CalendarImportDialog
from ui.controls.file_dialogs import choose_files, choose_new_file
from ui.session.session import Session
from ui.words import calendar as calendar_words
from ui.words import ics as ics_words
from ui.words import wording


def kind_words() -> dict[str, str]:
    """Return the words of the kinds of meetings, as CATEGORIES have them."""
    return {kind.value: word for kind, (word, _, _) in calendar_words.KINDS.items()}


class CalendarFiles(QObject):
    """One import or export at a time; several files are looked at one after the other."""

    def __init__(self, session: Session, page: QWidget) -> None:
        super().__init__(page)
        self._session, self._page = session, page
        self.dialog: CalendarImportDialog | None = None
        self._waiting: list[Path] = []
        self._count = 0  # of the files that came together
        self._regretted: list[str] = []

    # -- in --------------------------------------------------------------------------------------------

    def choose(self) -> None:
        """Choose files to import."""
        self.take(choose_files(self._page, self.tr("Nhập lịch"), "ics/folder", self.tr("Lịch (*.ics *.vcs)")))

    def take(self, paths: Sequence[Path]) -> None:
        """Look at files, one after the other; what comes meanwhile waits behind them."""
        busy = bool(self._count)
        self._waiting += paths
        self._count += len(paths)
        if not busy:
            self._next()

    def _next(self) -> None:
        if self._waiting:
            self._read(self._waiting.pop(0))
            return
        if self._regretted:
            self._session.say(" ".join(self._regretted), "error", about="ics")
        self._count, self._regretted = 0, []

    def _read(self, path: Path) -> None:
        """Read a file in a process of its own: a foreign file may be large."""
        self._session.say(self.tr("Đang đọc “{name}”…").format(name=path.name))
        read = partial(read_file, path, kind_words())  # a process of its own takes no lambda
        client = self._session.client
        client.abroad(self, read, lambda calendar: self._plan(path, calendar), refused=self._not_read)

    def _plan(self, path: Path, calendar: Calendar) -> None:
        self._session.over.emit("ics")
        self._session.client.ask(
            self,
            lambda: import_export.plan_import(calendar),
            lambda report: self._show(path, calendar, report),
            refused=self._not_read,
        )

    def _show(self, path: Path, calendar: Calendar, report: Report) -> None:
        window = self._page.window()
        self.dialog = CalendarImportDialog(
            window, self._named(path), report, lambda dialog: self._import(calendar, dialog)
        )
        self.dialog.finished.connect(lambda _: self._next())
        self.dialog.open()

    def _named(self, path: Path) -> str:
        at = self._count - len(self._waiting)
        more = self.tr("{name} (tệp {at} trong {count})")
        return more.format(name=path.name, at=at, count=self._count) if self._count > 1 else path.name

    def _not_read(self, error: DeskError) -> None:
        self._regretted.append(wording.error(error))
        self._next()

    def _import(self, calendar: Calendar, dialog: CalendarImportDialog) -> None:
        reports: list[Report] = []

        def done(_: object) -> None:
            (report,) = reports
            back = operations.undo_import(self._session, report.entries)
            told = self.tr("Đã nhập lịch: {told}.").format(told=ics_words.summary(report))
            self._session.say_done(told, (lambda: back.run(self._session, self)) if report.entries else None)
            dialog.accept()  # last: the next file comes then

        op = operations.import_calendar(self._session, calendar, reports)
        op.run(self._session, self, done, refused=dialog.complain)

    # -- out -------------------------------------------------------------------------------------------

    def save(self, name: str, meeting_ids: Iterable[int] | None, span: tuple[date, date] | None) -> None:
        """Ask where to, then write meetings: those named, those of some days, or all."""
        kinds = self.tr("Lịch iCalendar (*.ics)")
        path = choose_new_file(self._page, self.tr("Xuất lịch"), "ics/folder", f"{name}.ics", kinds)
        if path is not None:
            self.write(path, meeting_ids, span)

    def write(self, path: Path, meeting_ids: Iterable[int] | None, span: tuple[date, date] | None) -> None:
        """Write meetings to a file."""
        name = f"{self._session.names.department} – {path.stem}"
        chosen = list(meeting_ids) if meeting_ids is not None else None
        self._session.client.ask(
            self, lambda: _written(path, name, chosen, span), self._done, refused=self._regret
        )

    def _done(self, path: Path) -> None:
        words = self.tr("Đã xuất lịch ra “{name}”.").format(name=path.name)
        self._session.say(words, "done", self.tr("Mở thư mục"), lambda: _open(path.parent), "ics")

    def _regret(self, error: DeskError) -> None:
        self._session.say(wording.error(error), "error", about="ics")


def read_file(path: Path, kinds: dict[str, str]) -> Calendar:
    """Read a calendar file; BadIntake when it is none or too much, FileTrouble when it cannot be read."""
    try:
        if file_size(path) > MOST_BYTES:
            raise BadIntake(IntakeFault.CALENDAR_TOO_HEAVY, path.name)
        data = path.read_bytes()
    except OSError as error:
        raise file_trouble(error, path) from error
    return read_calendar(data, path.name, kinds)


def _open(folder: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))


def _written(path: Path, name: str, meeting_ids: list[int] | None, span: tuple[date, date] | None) -> Path:
    meetings = import_export.outgoing(meeting_ids, span=span)
    return write_file(calendar_bytes(meetings, name, kind_words(), clock.today()), path, folders=True)
