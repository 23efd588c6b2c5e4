"""Nhập bài: the list of what was read, source and result side by side, and the buttons that take in."""

from __future__ import annotations

from enum import Enum, auto

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from desk.department.sections import SectionRow
from ui.controls.action_table import ActionTable, Reach, Table, mark
from ui.controls.action_table import Entry as ActionEntry
from ui.controls.choice_dialog import ChoiceDialog
from ui.controls.labels import action_button, place
from ui.controls.message_bar import MessageBar
from ui.intake.chosen_files import files_of
from ui.intake.entry import Entry, State
from ui.intake.kept_place import KeptPlace
from ui.intake.pictures import Pictures
from ui.intake.preview import Preview
from ui.intake.reading_bar import HowFar, ReadingBar
from ui.intake.source_list import SourceList, title_of
from ui.look.kept_size import keep_between
from ui.words import intake as intake_words


class Do(Enum):
    """What is done in the dialog."""

    TAKE = auto()
    SKIP = auto()
    TAKE_ALL = auto()
    CLOSE = auto()
    UNDO = auto()
    REDO = auto()
    NEXT_DOUBT = auto()
    LAST_DOUBT = auto()


def _entry(words: str, key: str = "") -> ActionEntry[None]:
    return ActionEntry(words, key=key, reach=Reach.WINDOW)


TABLE: Table[Do, None] = {
    Do.TAKE: _entry(mark("Nhập thành bản thảo"), "Ctrl+Return"),
    Do.SKIP: _entry(mark("Bỏ qua"), "Ctrl+Del"),
    Do.TAKE_ALL: _entry(mark("Nhập tất cả bài không có gì phải xem")),
    Do.CLOSE: _entry(mark("Đóng")),
    Do.UNDO: _entry(mark("Hoàn tác"), "Ctrl+Z"),
    Do.REDO: _entry(mark("Làm lại"), "Ctrl+Shift+Z"),
    Do.NEXT_DOUBT: _entry(mark("Chỗ phải xem tiếp theo"), "F8"),
    Do.LAST_DOUBT: _entry(mark("Chỗ phải xem trước đó"), "Shift+F8"),
}
_LIST = (140, 300)  # px at 100 %
_LATER = 60  # milliseconds: of many that come at once list, head and foot are told once


def _pastes(event: QKeyEvent) -> bool:
    return event.matches(QKeySequence.StandardKey.Paste)


def _start(timer: QTimer) -> None:
    """Let a timer begin, but not begin anew: what comes all the time would never be told."""
    if not timer.isActive():
        timer.start()


class ImportDialog(QDialog):
    """The window of Nhập bài; it decides nothing and writes nothing: who opened it does what its signals say."""

    take_wanted = Signal(object)  # list[Entry]
    original_wanted = Signal(object)  # Entry
    comparison_wanted = Signal(object)  # Entry
    files_wanted = Signal(object)  # list[Path] that were dropped here
    stop_wanted = Signal()
    go_on_wanted = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None, pictures: Pictures) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Nhập bài"))
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self.setAcceptDrops(True)
        self._splitter, within = QSplitter(self), QSplitter()
        self.sources = SourceList(self._splitter)
        self._splitter.setObjectName("intake")
        within.setObjectName("intake-sides")
        for splitter in (self._splitter, within):
            splitter.setHandleWidth(1)
        self.preview = Preview(pictures, within, self._splitter)
        self.commands = ActionTable(
            self,
            TABLE,
            {
                Do.TAKE: self._take,
                Do.SKIP: self._skip,
                Do.TAKE_ALL: self._take_all,
                Do.CLOSE: self.reject,
                Do.UNDO: self.preview.undo,
                Do.REDO: self.preview.redo,
                Do.NEXT_DOUBT: lambda: self.preview.source.step_doubt(1),
                Do.LAST_DOUBT: lambda: self.preview.source.step_doubt(-1),
            },
        )
        self._head = ReadingBar(self)
        self._all = action_button(self.commands[Do.TAKE_ALL])
        self._build()
        self._reading = HowFar()
        self._coming: list[Entry] = []  # read, and not in the list yet
        self._later = QTimer(self, singleShot=True, interval=_LATER)
        self._later.timeout.connect(self._follow)
        self.notice = MessageBar(self)
        self.notice.lie_over(self._splitter)
        self._kept = KeptPlace(self)
        self._wire()
        self._kept.restore()
        self._follow()
        self._making = QTimer(self, singleShot=True, interval=0)  # the panes come in turns of their own
        self._making.timeout.connect(self._make_next)
        self._making.start()

    # -- given -----------------------------------------------------------------------------------------

    def show_sections(self, rows: list[SectionRow]) -> None:
        """Offer these chuyên mục."""
        self.preview.show_sections(rows)

    def add(self, entries: list[Entry]) -> None:
        """Add what was read."""
        first = not self.sources.count()
        self._coming += entries
        if first:
            self._follow()
            self.preview.take_focus()
        elif self._reading.under_way:
            _start(self._later)
        else:
            self._follow()

    def show_reading(self, read: int, number: int, *, reading: bool) -> None:
        """Say how many of the files were read."""
        was, self._reading = self._reading, HowFar(read, number, reading)
        if self._reading.under_way and was.number > 1:
            _start(self._later)
        else:
            self._follow()

    def follow(self, entry: Entry) -> None:
        """Show that an entry has come further."""
        self.sources.follow(entry)
        self.preview.follow(entry)
        _start(self._later)

    def go_on(self, entry: Entry) -> None:
        """Go on to the next one that is not decided, if this one is still in view; the keyboard goes there."""
        if self.sources.current() is entry:
            following = self.sources.next_open()
            if following is not None:
                self.sources.choose(following)
            self.take_focus()

    def take_focus(self) -> None:
        """Put the keyboard into the paragraphs in view, else into the list: no button that was pressed keeps it."""
        if self.preview.shown_message():
            self.sources.setFocus()
        else:
            self.preview.take_focus()

    def told(self) -> str:
        """Return what is said of the reading, "" when all is read."""
        return self._head.told()

    def buttons(self) -> list[QPushButton]:
        """Return the buttons of head and foot that are shown."""
        return [one for one in (*self._feet, self._head.button) if not one.isHidden()]

    # -- pressed ---------------------------------------------------------------------------------------

    def _take(self) -> None:
        entry = self.sources.current()
        if entry is not None and entry.is_open() and not self._lacks(entry):
            self.take_wanted.emit([entry])
            self.go_on(entry)

    def _lacks(self, entry: Entry) -> str:
        """Return why an entry cannot be taken in as it stands."""
        text = entry.arrangement.text()
        if not (text.title or text.lead or text.blocks):
            return self.tr("Chưa có đoạn nào được đưa vào bài.")
        return self.preview.result.day.fault() if entry is self.preview.entry else ""

    def _skip(self) -> None:
        entry = self.sources.current()
        if entry is not None and entry.state is State.NEW:
            entry.state = State.SKIPPED
            self.follow(entry)
            self.go_on(entry)
            self._follow()
            words = self.tr("Đã bỏ qua “{title}”.").format(title=title_of(entry))
            self.notice.say(words, "done", self.tr("Hoàn tác"), lambda: self._take_up(entry))

    def _take_up(self, entry: Entry) -> None:
        """Let an entry that was skipped stand open again."""
        if entry.state is State.SKIPPED:
            entry.state = State.NEW
            self.sources.choose(entry)
            self.follow(entry)
            self.take_focus()

    def _take_all(self) -> None:
        clean = [entry for entry in self.sources.entries() if entry.is_clean()]
        now = self.sources.current()
        self.take_focus()  # before the button is disabled: its focus would go to the next one
        self.take_wanted.emit(clean)
        if now is not None and now.state is not State.NEW:
            self.go_on(now)

    def _follow(self) -> None:
        """Enable what may be done."""
        self._later.stop()
        coming, self._coming = self._coming, []
        self.sources.add(coming)
        now = self._reading
        self._head.show_reading(now)
        if not now.under_way and not self.sources.count():
            words = self.tr("Đang đọc…") if now.reading else self.tr("Chưa đọc được tệp nào.")
            self.preview.show_message(words)
        entry, several = self.sources.current(), max(self.sources.count(), now.number) > 1
        self.sources.setVisible(several)
        self._head.show_count(intake_words.count([one.state.name for one in self.sources.entries()]))
        may_take = entry is not None and entry.is_open() and not self._lacks(entry)
        arrangement = self.preview.arrangement()
        clean = sum(one.is_clean() for one in self.sources.entries()) if several else 0
        self.commands[Do.TAKE].setEnabled(may_take)
        self.commands[Do.SKIP].setEnabled(entry is not None and entry.state is State.NEW)
        self._skip_button.setVisible(several)
        self._all.setVisible(several)
        self.commands[Do.TAKE_ALL].setEnabled(bool(clean))
        words = self.tr("Nhập tất cả bài không có gì phải xem")
        self.commands[Do.TAKE_ALL].setText(f"{words} ({clean})" if clean else words)
        self.commands[Do.UNDO].setEnabled(arrangement is not None and arrangement.can_undo())
        self.commands[Do.REDO].setEnabled(arrangement is not None and arrangement.can_redo())
        for step in (Do.NEXT_DOUBT, Do.LAST_DOUBT):
            self.commands[step].setEnabled(arrangement is not None)

    def _make_next(self) -> None:
        if self.preview.make_next():
            self._making.start()

    # -- the window ------------------------------------------------------------------------------------

    def _build(self) -> None:
        keep_between(self.sources, *_LIST)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setStretchFactor(1, 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(16, 8, 16, 8)
        foot.setSpacing(8)
        foot.addWidget(action_button(self.commands[Do.CLOSE]))
        foot.addStretch(1)
        self._skip_button = action_button(self.commands[Do.SKIP])
        take = action_button(self.commands[Do.TAKE], primary=True)
        self._feet = (self._all, self._skip_button, take)
        for button in self._feet:
            foot.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addWidget(self._splitter, 1)
        column.addWidget(place("footer", foot))
        for pressed in self.findChildren(QPushButton):
            pressed.setAutoDefault(False)  # Enter in a field is no order to take in

    def _wire(self) -> None:
        for said, shown in (
            (self.sources.chosen, self.preview.show_entry),
            (self.preview.decided, self.sources.follow),
        ):
            said.connect(shown)
            said.connect(lambda _: self._follow())
        self.preview.original_wanted.connect(self.original_wanted)
        self.preview.comparison_wanted.connect(self.comparison_wanted)
        self.preview.twin_wanted.connect(self.sources.choose)
        self.preview.made.connect(self._kept.restore_panes)
        self._head.stop_wanted.connect(self.stop_wanted)
        self._head.go_on_wanted.connect(self.go_on_wanted)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin in the paragraphs."""
        super().showEvent(event)
        self.preview.take_focus()

    def reject(self) -> None:
        """Close; asked first where somebody has worked on what is not taken in."""
        left = [one for one in self.sources.entries() if one.state is State.NEW]
        if any(one.was_changed() for one in left):
            told, close = intake_words.leaving(len(left)), self.tr("Đóng và bỏ")
            if ChoiceDialog.ask(self, self.tr("Đóng Nhập bài?"), told, (close,), cautious=True) != 0:
                return
        super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask as for Esc where a person closes the window, not where the program does."""
        if event.spontaneous():
            super().closeEvent(event)
        else:
            self.done(QDialog.DialogCode.Rejected)

    def done(self, result: int) -> None:
        """Close, and remember size and panes."""
        self._kept.remember()
        super().done(result)
        self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Read further files that were copied, where no field takes what is pasted."""
        files = files_of(QGuiApplication.clipboard().mimeData()) if _pastes(event) else []
        if files:
            self.files_wanted.emit(files)
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take further files."""
        if files_of(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Read further files."""
        files = files_of(event.mimeData())
        if files:
            event.setDropAction(Qt.DropAction.CopyAction)  # Explorer proposes to move them
            event.accept()
            self.files_wanted.emit(files)
