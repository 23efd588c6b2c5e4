"""Từ thông báo: a pasted notice or schedule, what was found in it coloured in place, then into the calendar."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from desk import clock
from desk.announcements import in_calendar
from desk.announcements.meeting_found import Field, FieldSpan, MeetingFound
from desk.announcements.reader import read_notice, source
from desk.announcements.to_meeting import when_of
from desk.calendar.occurrences import OccurrenceRow
from desk.errors import DeskError
from ui.controls.choice_dialog import ChoiceDialog
from ui.controls.flow_layout import FlowLayout
from ui.controls.form_dialog import FormDialog
from ui.controls.labels import empty, label, place
from ui.look import style
from ui.look.text_size import px
from ui.session.desk_client import DeskClient
from ui.words import announcements as announcements_words
from ui.words import calendar as calendar_words
from ui.words import wording

_PAUSE = 250  # ms after the last key before the text is read


class AnnouncementDialog(FormDialog):
    """The text at the left, what was found at the right; nothing is stored before the person agrees."""

    def __init__(
        self,
        parent: QWidget | None,
        client: DeskClient,
        on_edit: Callable[[AnnouncementDialog, int], None],
        on_store: Callable[[AnnouncementDialog], None],
        on_change: Callable[[AnnouncementDialog, int], None],
    ) -> None:
        super().__init__(parent, "Từ thông báo", accept="Ghi vào lịch")
        self._client, self._on_edit, self._on_store, self._on_change = client, on_edit, on_store, on_change
        self.found: tuple[MeetingFound, ...] = ()
        self.known: tuple[OccurrenceRow | None, ...] = ()  # of the calendar, for each that was found
        self.changes: dict[int, QPushButton] = {}
        self.stored: set[int] = set()
        self.boxes: list[QCheckBox] = []
        self.edits: list[QPushButton] = []
        self._read = ""
        self._same = False  # the meetings are those of the cards that stand there
        self.setMinimumSize(px(1080), px(640))
        words = self.tr(
            "Dán giấy mời, thông báo hoặc lịch tuần vào bên trái. Chỗ tìm thấy được tô màu để đối chiếu."
        )
        self.body.addWidget(label(words, "muted", wrap=True))
        self.text = QPlainTextEdit()
        self.text.setAccessibleName(self.tr("Nội dung thông báo"))
        self.text.setPlaceholderText(
            self.tr("Ví dụ: ½ ngày, từ 7 giờ 30 phút, ngày 21 tháng 7 năm 2022 (thứ Năm), tại Hội trường C…")
        )
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self.read)
        self.text.textChanged.connect(lambda: self._pause.start())
        self._cards = QVBoxLayout()
        self._cards.setContentsMargins(0, 0, 10, 0)
        self._cards.setSpacing(10)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(place("bare", self._cards))
        area.setMinimumWidth(px(440))
        area.setAccessibleName(self.tr("Các cuộc họp tìm thấy"))
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addWidget(self.text, 1)
        self._legend = QVBoxLayout()
        left.addLayout(self._legend)
        row = QHBoxLayout()
        row.setSpacing(20)
        row.addLayout(left, 1)
        row.addWidget(area, 1)
        self.body.addLayout(row, 1)
        style.look().changed.connect(self._dress)
        self._dress()
        self.text.setFocus()

    def _dress(self) -> None:
        """Take the colours in force."""
        empty(self._legend)
        self._legend.addWidget(_legend())
        self._show()

    def read(self) -> None:
        """Read the text that stands there now."""
        text = self.text.toPlainText()
        if not text.strip():
            self.found, self.known, self._same = (), (), False
            self._show()
            return
        today = clock.today()
        self._client.away(
            self,
            lambda: read_notice(text, today),
            lambda found: self._take(text, found),
            refused=self._regret,
        )

    def _take(self, text: str, found: Sequence[MeetingFound]) -> None:
        if text != self.text.toPlainText():
            return
        self.fault.hide()
        self._read = source(text)
        self.found, self.known = tuple(found), (None,) * len(found)
        self.stored = set()
        self._same = False
        self._show()
        self._client.ask(self, lambda: in_calendar.known(found), lambda rows: self._know(self.found, rows))

    def _know(self, of: tuple[MeetingFound, ...], rows: tuple[OccurrenceRow | None, ...]) -> None:
        if of is self.found and any(rows):
            self.known, self._same = rows, False
            self._show()

    def _regret(self, error: DeskError) -> None:
        self.complain(wording.error(error))

    def chosen(self) -> list[int]:
        """Return which of the found meetings are to be entered."""
        return [at for at, box in enumerate(self.boxes) if box.isChecked() and at not in self.stored]

    def changes_left(self) -> list[int]:
        """Return which of what was found puts off, calls off or moves a meeting, and was not brought to it yet."""
        return [at for at in self.changes if at not in self.stored]

    def agree(self) -> None:
        """Enter the chosen meetings."""
        self.fault.hide()
        if not self.chosen():
            self.complain(self.tr("Hãy đánh dấu ít nhất một cuộc họp, hoặc mở biểu mẫu để sửa rồi lưu."))
            return
        self._on_store(self)

    def leave(self) -> None:
        """Ask what becomes of meetings that were found and not entered."""
        answer = 1
        if self.chosen():
            answer = ChoiceDialog.ask(
                self,
                self.tr("Chưa ghi vào lịch"),
                self.tr("Ghi các cuộc họp đã đánh dấu vào lịch trước khi đóng?"),
                (self.tr("Ghi vào lịch"), self.tr("Bỏ")),
            )
        if answer == 0:
            self.ok.click()
        elif answer == 1:
            self.reject()

    def mark_stored(self, at: int) -> None:
        """Show that a meeting has been entered."""
        self.stored.add(at)
        self._show()

    # -- what was found --------------------------------------------------------------------------------

    def _show(self) -> None:
        empty(self._cards)
        checked = {at for at, box in enumerate(self.boxes) if box.isChecked()} if self._same else None
        self._same = True
        self.boxes, self.edits, self.changes = [], [], {}
        for at, one in enumerate(self.found):
            self._cards.addWidget(self._card(at, one, checked))
        if not self.found:
            words = self.tr("Không thấy cuộc họp nào.") if self.text.toPlainText().strip() else ""
            self._cards.addWidget(label(words, "empty", wrap=True))
        self._cards.addStretch(1)
        self.ok.setEnabled(bool(self.found))
        self._colour(None)

    def _card(self, at: int, one: MeetingFound, checked: set[int] | None) -> QWidget:
        card = QFrame()
        card.setProperty("place", "card")
        column = QVBoxLayout(card)
        column.setContentsMargins(12, 10, 12, 10)
        column.setSpacing(4)
        when = when_of(one)
        box = QCheckBox((one.title or self.tr("(không rõ tên)")).replace("&", "&&"))
        row = self.known[at]
        sure = when is not None and not one.doubts and row is None
        box.setChecked(at in checked if checked is not None else sure)
        box.setEnabled(when is not None and at not in self.stored)
        box.setToolTip(one.title)
        self.boxes.append(box)
        column.addWidget(box)
        facts = (
            (Field.DATE, calendar_words.when(when) if when is not None else ""),
            (Field.PLACE, one.place),
            (Field.CHAIR, "; ".join(" – ".join(part for part in pair if part) for pair in one.chairs)),
            (Field.ATTENDEES, one.attendees),
            (Field.UNIT, one.unit),
        )
        for field, told in facts:
            if told:
                column.addWidget(_fact(field, told))
        for doubt, detail in one.doubts:
            column.addWidget(
                label(f"⚠ {announcements_words.doubt(doubt, detail, one.date)}", "error", wrap=True)
            )
        if row is not None:
            column.addWidget(label(self._told_of(one, row), "muted", wrap=True))
        column.addLayout(self._buttons(at, one, row))
        return card

    def _told_of(self, one: MeetingFound, row: OccurrenceRow) -> str:
        words = self.tr("Đã có trong lịch") if one.change is None else self.tr("Cuộc họp trong lịch")
        return f"{words}: {row.title} ({calendar_words.when(row)})"

    def _buttons(self, at: int, one: MeetingFound, known: OccurrenceRow | None) -> QHBoxLayout:
        row = QHBoxLayout()
        show = QPushButton(self.tr("Xem trong văn bản"))
        show.setProperty("kind", "small")
        show.setAutoDefault(False)
        show.clicked.connect(partial(self._colour, at))
        edit = QPushButton(self.tr("Đã ghi vào lịch") if at in self.stored else self.tr("Mở biểu mẫu…"))
        edit.setProperty("kind", "small")
        edit.setAutoDefault(False)
        edit.setEnabled(at not in self.stored)
        edit.clicked.connect(lambda: self._on_edit(self, at))
        self.edits.append(edit)
        if one.change is not None and known is not None:
            change = QPushButton(announcements_words.change(one.change.kind))
            change.setProperty("kind", "small")
            change.setAutoDefault(False)
            change.setEnabled(at not in self.stored)
            change.clicked.connect(lambda: self._on_change(self, at))
            self.changes[at] = change
            row.addWidget(change)
        row.addWidget(show)
        row.addWidget(edit)
        row.addStretch(1)
        return row

    def _colour(self, only: int | None) -> None:
        """Colour what was found, of all meetings or of one, which is brought into view."""
        wanted = self.found if only is None else (self.found[only],)
        spans = [span for one in wanted for span in one.spans]
        self.text.setExtraSelections([self._selection(span) for span in spans])
        if only is not None and spans:
            cursor = QTextCursor(self.text.document())
            cursor.setPosition(self._place(min(span.start for span in spans)))
            self.text.setTextCursor(cursor)
            self.text.centerCursor()

    def _selection(self, span: FieldSpan) -> QTextEdit.ExtraSelection:
        made = QTextEdit.ExtraSelection()
        cursor = QTextCursor(self.text.document())
        cursor.setPosition(self._place(span.start))
        cursor.setPosition(self._place(span.stop), QTextCursor.MoveMode.KeepAnchor)
        look = QTextCharFormat()
        look.setBackground(_ground(span.field))
        look.setForeground(style.color("ink"))
        look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
        look.setUnderlineColor(_line(span.field))
        made.cursor, made.format = cursor, look
        return made

    def _place(self, at: int) -> int:
        """Return where a code point of the text that was read stands in the field, which counts UTF-16."""
        shown = self.text.toPlainText()
        if shown == self._read:
            return len(shown[:at].encode("utf-16-le")) // 2
        # The field may hold the letters apart (NFD): count them by what they become.
        read = 0
        for place_, letter in enumerate(_joined(shown)):
            if read >= at:
                return sum(len(one.encode("utf-16-le")) // 2 for one in _joined(shown)[:place_])
            read += len(source(letter)) or 1
        return len(shown.encode("utf-16-le")) // 2


def _joined(text: str) -> list[str]:
    """Return letters with the marks that belong to them."""
    import unicodedata

    out: list[str] = []
    for sign in text:
        if out and unicodedata.combining(sign):
            out[-1] += sign
        else:
            out.append(sign)
    return out


def _ground(field: Field) -> QColor:
    token = announcements_words.FIELDS[field][1]
    return style.color(f"{token}_soft" if token in ("accent", "blue", "green", "gold") else "hover")


def _line(field: Field) -> QColor:
    return style.color(announcements_words.FIELDS[field][1])


def _fact(field: Field, words: str) -> QWidget:
    row = QHBoxLayout()
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    row.addWidget(_swatch(field), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(label(words, wrap=True), 1)
    return place("bare", row)


def _swatch(field: Field) -> QLabel:
    made = QLabel(announcements_words.field(field))
    made.setProperty("role", "key")
    made.setStyleSheet(
        f"color: {style.color('ink').name()}; background: {_ground(field).name()};"
        f"border-bottom: 2px solid {_line(field).name()};"
    )
    made.setFixedHeight(px(20))
    return made


def _legend() -> QWidget:
    flow = FlowLayout(0)
    for field in (
        Field.TITLE,
        Field.DATE,
        Field.START,
        Field.PLACE,
        Field.CHAIR,
        Field.ATTENDEES,
        Field.UNIT,
    ):
        flow.addWidget(_swatch(field))
    made = QWidget()
    made.setLayout(flow)
    return made
