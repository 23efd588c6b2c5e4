"""Nhập bài, the one door: files chosen, dropped or pasted are read, looked at, and become drafts."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from desk.acts.gate import Changes
from desk.articles.duplicates import SimilarRow
from desk.department import sections
from desk.errors import Cancelled, DeskError
from desk.intake.sources import Source, read_original
from ui.intake import operations
from ui.intake.arrangement import Arrangement
from ui.intake.chosen_files import choose_source_folder, choose_sources, is_calendar
from ui.intake.comparison_dialog import ComparisonDialog
from ui.intake.entry import Entry, State
from ui.intake.import_dialog import ImportDialog
from ui.intake.pictures import Pictures
from ui.intake.reading import Reading
from ui.intake.taking_in import TakingIn
from ui.intake.twins import Twins
from ui.session.operation import Op
from ui.session.session import Session
from ui.words import intake as intake_words
from ui.words import wording

_AHEAD = ("desk.pictures.prepare", "desk.compare.articles")  # loaded beside the dialog, while files are read


@dataclass(frozen=True, slots=True)
class _CameIn:
    """An entry that became a draft, and why pictures of it did not come."""

    entry: Entry
    op: Op | None  # takes it back
    faults: list[DeskError]


class Importer(QObject):
    """Opens the dialog, reads into it, and does what a person presses there."""

    calendars_given = Signal(list)  # list[Path], nothing else: the calendar takes them in
    taken = Signal(int)  # the new article of a single file, which is opened

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._window = session, window
        self.dialog: ImportDialog | None = None
        self.reading = Reading(session.client, self)
        self.reading.came.connect(self.came)
        self.reading.progressed.connect(self._progressed)
        self.pictures = Pictures(session.client, self)
        self.reading.completed.connect(self._completed)
        self.taking = TakingIn(session, self.pictures, self)
        self.taking.changed.connect(self._follow)
        self.taking.taken.connect(self._done)
        self.taking.refused.connect(self._refused)
        self._article = 0
        self._twins = Twins()
        self._to_compare: Entry | None = None  # as soon as its pictures are ready
        self.pictures.came.connect(self._picture_came)
        self._came_in: list[_CameIn] = []  # one after the other, told together
        app = QCoreApplication.instance()
        if app is not None:
            app.aboutToQuit.connect(self.reading.end)  # a program that ends waits for no file

    # -- the doors -------------------------------------------------------------------------------------

    def stand_by(self) -> None:
        """Get ready to read: files are being chosen, or dragged here."""
        self.reading.stand_by()

    def stand_down(self) -> None:
        """Nothing was let go."""
        self.reading.stand_down()

    def choose(self) -> None:
        """Ask for files and take them in."""
        self.stand_by()
        self.take(choose_sources(self._window))

    def choose_folder(self) -> None:
        """Ask for a folder and take it in whole."""
        self.stand_by()
        self.take(choose_source_folder(self._window))

    def take(self, paths: list[Path]) -> None:
        """Read these files and folders into the dialog: into the one that stands, or into a new one."""
        calendars = [path for path in paths if is_calendar(path)]
        paths = [path for path in paths if path not in calendars]
        stands = self.dialog is not None and self.dialog.isVisible()
        if calendars and not paths and not stands:
            self.calendars_given.emit(calendars)
        if not paths and not stands:
            self.stand_down()
            return
        dialog = self.dialog if stands and self.dialog is not None else self._new_dialog()
        if paths:
            self.reading.add(paths)
        if not stands:
            dialog.open()
        if calendars:
            words = self.tr(
                "Tệp lịch “{name}” không phải là bài nên chưa được nhập. Hãy đóng cửa sổ này rồi nhập riêng tệp "
                "ấy: lịch được nhập vào trang Lịch họp."
            )
            dialog.notice.say(words.format(name=calendars[0].name), "warning")

    def _new_dialog(self) -> ImportDialog:
        if self.dialog is not None:
            self.dialog.deleteLater()
        self.reading.forget()  # but let the process stand that was begun while the file was dragged here
        self._article, self._twins = 0, Twins()
        dialog = self.dialog = ImportDialog(self._window, self.pictures)
        dialog.take_wanted.connect(self.taking.take)
        dialog.original_wanted.connect(self._turn)
        dialog.comparison_wanted.connect(self._compare)
        dialog.files_wanted.connect(self.take)
        dialog.stop_wanted.connect(self.reading.stop)
        dialog.go_on_wanted.connect(self.reading.go_on)
        dialog.left.connect(self._left)
        self._session.client.load_ahead(_AHEAD)
        self._session.client.ask(dialog, sections.listing, dialog.show_sections, refused=self._regret)
        return dialog

    # -- read ------------------------------------------------------------------------------------------

    def came(self, entries: list[Entry]) -> None:
        """Add what was read to the list."""
        if self.dialog is None:
            return
        for entry in entries:
            self._twins.add(entry)
        self.dialog.add(entries)
        for entry in entries:
            if entry.now is not None:
                self._ask_similar(entry)

    def _completed(self, entry: Entry) -> None:
        self.pictures.complete(entry)
        if entry.state is State.REFUSED:
            self._follow(entry)
            if self.dialog is not None and self.dialog.sources.current() is entry:
                self.dialog.preview.show_entry(entry)

    def _progressed(self, read: int, number: int) -> None:
        if self.dialog is not None:
            self.dialog.show_reading(read, number, reading=self.reading.is_reading())

    def _ask_similar(self, entry: Entry) -> None:
        text, known = entry.arrangement.text(), entry.numbers()

        def answered(similar: list[SimilarRow]) -> None:
            entry.similar, entry.compared = similar, True
            self._follow(entry)

        self._session.client.ask(
            self, lambda: operations.similar_to(text, known), answered, refused=lambda _: answered([])
        )

    def _turn(self, entry: Entry) -> None:
        """Show the text before its tracked changes, or after them again."""
        if entry.other is not None:
            entry.turn()
            self._show_again(entry)
        elif entry.source is not None and entry.is_whole:
            read = partial(read_original, entry.source.data, entry.name)
            self._session.client.abroad(
                self, read, lambda source: self._turned(entry, source), refused=self._regret
            )

    def _turned(self, entry: Entry, source: Source) -> None:
        if source.document is not None and source.found is not None and entry.other is None:
            entry.turn(Arrangement(source.document, source.found, source.name))
            self._show_again(entry)

    def _show_again(self, entry: Entry) -> None:
        if self.dialog is not None and self.dialog.sources.current() is entry:
            self.dialog.preview.show_entry(entry)
        self._follow(entry)

    def _compare(self, entry: Entry) -> None:
        """Show an entry beside the article that it is like, once its pictures can be told apart from others."""
        if not entry.similar:
            return
        if not self.pictures.is_ready(entry):
            self._to_compare = entry
            self.pictures.want(entry)
            return
        ComparisonDialog(self.dialog, self._session, entry.similar[0], *self.pictures.as_stored(entry)).exec()

    def _picture_came(self, entry: Entry) -> None:
        if entry is self._to_compare and self.pictures.is_ready(entry):
            self._to_compare = None
            if self.dialog is not None and self.dialog.sources.current() is entry:
                QTimer.singleShot(
                    0, self, lambda: self._compare(entry)
                )  # the next picture does not wait for it

    # -- taken in --------------------------------------------------------------------------------------

    def _follow(self, entry: Entry) -> None:
        if self.dialog is not None:
            self.dialog.follow(entry)

    def _done(self, entry: Entry, changes: Changes) -> None:
        came = _CameIn(entry, operations.undo(self._session, changes), self.pictures.faults(entry))
        dialog = self.dialog
        if dialog is None or entry not in dialog.sources.entries():  # of a list that was left
            return
        if dialog.isVisible() and dialog.sources.count() == 1 and not self.reading.is_reading():
            self._article = entry.article_id
            dialog.close()
            back = None if came.op is None else partial(came.op.run, self._session, self)
            self._session.say_done(self._told([came]), back)
            self.taken.emit(entry.article_id)
            return
        self._came_in.append(came)
        if not self.taking.is_busy():
            self._say_in_list()

    def _told(self, came: list[_CameIn]) -> str:
        """Return what is said of entries that became drafts; of several the first fault of a picture alone."""
        words = self.tr("Đã nhập {count} bài thành bản thảo.").format(count=len(came))
        if len(came) == 1:
            title = came[0].entry.arrangement.text().title
            words = self.tr("Đã nhập “{title}” thành bản thảo.").format(title=title)
        faults = [wording.error(fault) for one in came for fault in one.faults]
        return " ".join((words, *(faults if len(came) == 1 else faults[:1])))

    def _say_in_list(self) -> None:
        """Say in the dialog what was taken in since it was said last; taken back, all of it stands open again."""
        came, self._came_in = self._came_in, []

        def stands_open(entry: Entry, _: Changes) -> None:
            entry.state, entry.article_id = State.NEW, 0
            self._follow(entry)
            self._ask_again()

        def back() -> None:
            for one in came:
                if one.op is not None:
                    refused = partial(self._refused, one.entry)
                    one.op.run(self._session, self, partial(stands_open, one.entry), refused=refused)
            if self.dialog is not None:
                self.dialog.take_focus()

        if self.dialog is not None and came:
            action = self.tr("Hoàn tác") if all(one.op is not None for one in came) else ""
            self.dialog.notice.say(self._told(came), "done", action, back)
            self._ask_again()

    def _ask_again(self) -> None:
        """Ask the desk about what is still open: it has other articles now."""
        for entry in self.dialog.sources.entries() if self.dialog is not None else ():
            if entry.is_open():
                self._ask_similar(entry)

    def _refused(self, entry: Entry, error: DeskError) -> None:
        if self._came_in and not self.taking.is_busy():
            self._say_in_list()
        if self.dialog is not None and self.dialog.isVisible():
            self.dialog.notice.say(wording.error(error), "error")
        else:
            self._regret(error)

    def _regret(self, error: DeskError) -> None:
        if not isinstance(error, Cancelled):
            self._session.say(wording.error(error), "error")

    # -- left ------------------------------------------------------------------------------------------

    def _left(self) -> None:
        """Say what came of several files; the list stays, and is shown again by “Xem”; what waits is forgotten."""
        unread = self.reading.unread()
        self.reading.close()
        self.pictures.leave()
        dialog = self.dialog
        entries = dialog.sources.entries() if dialog is not None else []
        taken = sum(entry.state in (State.TAKEN, State.WAITING) for entry in entries)
        refused = sum(entry.state is State.REFUSED for entry in entries)
        several = len(entries) > 1 or bool(unread)
        left = sum(entry.state is State.NEW and (several or entry.was_changed()) for entry in entries)
        if not self._article and (taken or refused or left or unread):
            words = intake_words.summary(taken, refused, left, unread)
            kind = "warning" if refused or left or unread else "done"
            self._session.say(words, kind, self.tr("Xem"), self._show_list)

    def _show_list(self) -> None:
        if self.dialog is not None:
            self.dialog.open()
