"""Source and result side by side: what is changed on one side is shown on the other."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QPushButton, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from desk.department.sections import SectionRow
from desk.intake.result import Doubt
from ui.controls.labels import label
from ui.controls.message_bar import Banner
from ui.intake.arrangement import ANSWERED, Arrangement, Field
from ui.intake.entry import Entry
from ui.intake.pictures import Pictures
from ui.intake.result_pane import ResultPane
from ui.intake.source_pane import SourcePane
from ui.words import intake as intake_words
from ui.words import wording

_SHARE = 480  # thousandths of the width, for the source


class Preview(QWidget):
    """Shows one entry: the two panes, or the sentence that says why it cannot be read."""

    decided = Signal(object)  # an Entry about which something was decided
    comparison_wanted = Signal(object)  # an Entry, beside the article of the desk that is like it
    twin_wanted = Signal(object)  # the Entry of the list that the one in view repeats
    original_wanted = Signal(object)  # an Entry, before the changes tracked in it
    made = Signal()  # both panes stand

    def __init__(self, pictures: Pictures, splitter: QSplitter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pictures, self._splitter = pictures, splitter
        self.entry: Entry | None = None
        # From the outside in: what is put into a window with all that is in it is dressed anew each time.
        self._stack = QStackedWidget()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.banner = Banner()
        column.addWidget(self.banner)
        column.addWidget(self._stack, 1)
        self._stack.addWidget(self._splitter)
        self._source: SourcePane | None = None  # each is made in a turn of its own, or when it is asked for
        self._result: ResultPane | None = None
        self._sections: list[SectionRow] | None = None
        self._focus_wanted = False
        self._message: QLabel = label("", "empty", wrap=True)
        self._message.setProperty("alignment", "AlignCenter")
        self._message.setContentsMargins(48, 24, 48, 24)
        self._splitter.setChildrenCollapsible(False)
        self._stack.addWidget(self._message)
        pictures.came.connect(self._picture_came)

    # -- the panes -------------------------------------------------------------------------------------

    @property
    def source(self) -> SourcePane:
        """The source's pane."""
        if self._source is None:
            self._source = pane = SourcePane()
            self._splitter.insertWidget(0, pane)
            pane.changed.connect(self._source_changed)
            pane.field_wanted.connect(self._go_to_field)
            pane.original_wanted.connect(lambda: self.original_wanted.emit(self.entry))
            self._made_one(pane)
            if self._focus_wanted:
                pane.list.setFocus()
        return self._source

    @property
    def result(self) -> ResultPane:
        """The result's pane."""
        if self._result is None:
            self._result = pane = ResultPane()
            self._splitter.addWidget(pane)
            pane.changed.connect(self._result_changed)
            if self._sections is not None:
                pane.show_sections(self._sections)
            self._made_one(pane)
        return self._result

    def make_next(self) -> bool:
        """Make a pane that is not made yet; say whether another one is left to make."""
        if self._source is None:
            return self.source is not None and self._result is None
        return self.result is None

    def _made_one(self, pane: QWidget) -> None:
        for pressed in pane.findChildren(QPushButton):
            pressed.setAutoDefault(False)  # Enter in a field is no order to take in
        if self._source is not None and self._result is not None:
            self._splitter.setSizes([_SHARE, 1000 - _SHARE])
            for at in (0, 1):
                self._splitter.setStretchFactor(at, 1)
            self.made.emit()

    def show_sections(self, rows: list[SectionRow]) -> None:
        """Offer these chuyên mục."""
        self._sections = rows
        if self._result is not None:
            self._result.show_sections(rows)

    def show_message(self, words: str) -> None:
        """Say a sentence in place of an entry."""
        self.entry = None
        self.banner.hide()
        self._message.setText(words)
        self._stack.setCurrentWidget(self._message)

    def show_entry(self, entry: Entry) -> None:
        """Show another entry from its top."""
        if entry.now is None:
            self.show_message(wording.error(entry.error) if entry.error is not None else entry.name)
            self.entry = entry
            return
        self.entry = entry
        self.pictures.want(entry)
        self._stack.setCurrentWidget(self._splitter)
        self._fill(entry)
        self.result.show_page(*self.pictures.shown(entry))

    def follow(self, entry: Entry) -> None:
        """Show what has come of an entry, if it is the one in view."""
        if entry is self.entry and entry.now is not None:
            self._fill(entry)

    def shown_message(self) -> str:
        """Return the sentence that stands in place of an entry, "" when one is shown."""
        return self._message.text() if self._stack.currentWidget() is self._message else ""

    def take_focus(self) -> None:
        """Put the keyboard into the paragraphs, as soon as they stand."""
        self._focus_wanted = self._source is None
        if self._source is not None:
            self._source.list.setFocus()

    def arrangement(self) -> Arrangement | None:
        """Return what is decided about the entry in view, while something may be."""
        entry = self.entry
        return entry.arrangement if entry is not None and entry.is_open() else None

    def undo(self) -> None:
        """Take back the last decision about a paragraph."""
        arrangement = self.arrangement()
        if arrangement is not None and arrangement.undo():
            self._source_changed()

    def redo(self) -> None:
        """Decide again what was taken back."""
        arrangement = self.arrangement()
        if arrangement is not None and arrangement.redo():
            self._source_changed()

    def _fill(self, entry: Entry) -> None:
        self.source.show_entry(entry)
        self.result.show_entry(entry)
        self._show_similar(entry)

    def _show_similar(self, entry: Entry) -> None:
        twin = entry.twin()
        if not entry.is_open() or not (entry.similar or twin):
            self.banner.hide()
            return
        if twin is not None and not entry.similar:
            words = intake_words.twin(twin.arrangement.text().title or twin.name, twin.name)
            self.banner.ask(words, (self.tr("Mở bài ấy"), lambda: self.twin_wanted.emit(twin)))
            return
        like = entry.similar[0]
        words = intake_words.similar(
            like.share, like.title, wording.stage(like.stage), f"{like.date:%d/%m/%Y}"
        )
        self.banner.ask(words, (self.tr("Xem cạnh nhau"), lambda: self._compare(entry)))

    def _compare(self, entry: Entry) -> None:
        self.comparison_wanted.emit(entry)
        self.follow(entry)  # the banner went with its answer

    def _source_changed(self) -> None:
        entry = self.entry
        if entry is not None:
            self.pictures.want(entry)
            self._fill(entry)
            self.result.show_page(*self.pictures.shown(entry), soon=True)
            self.decided.emit(entry)

    def _result_changed(self) -> None:
        self._source_changed()

    def _picture_came(self, entry: Entry) -> None:
        if entry is self.entry and entry.now is not None:
            self.result.show_pictures(*self.pictures.shown(entry))

    def _go_to_field(self, doubt: Doubt) -> None:
        self.result.focus_field(ANSWERED.get(doubt.kind, Field.TITLE))
