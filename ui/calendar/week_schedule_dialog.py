"""Lịch công tác tuần: the sheet as it will print, the office's words beside it, and the ways out."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize, Qt, QTimer, QUrl
from PySide6.QtGui import (
    QDesktopServices,
    QGuiApplication,
    QImage,
    QPixmap,
)
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desk.acts.permission import refusal
from desk.acts.rules import Act
from desk.dates import lunar_calendar
from desk.errors import DeskError
from desk.export.write_files import write_file
from desk.week_schedule import from_calendar, pdf, text
from desk.week_schedule.files import MAKERS, SheetFormat, name
from desk.week_schedule.from_calendar import SheetWords
from desk.week_schedule.sheet import WeekLayout, WeekSheet, missing
from ui.calendar import operations
from ui.controls import printed_pages
from ui.controls.combo import Combo
from ui.controls.file_dialogs import choose_new_file
from ui.controls.labels import button, field_form, label, place, tool_button
from ui.controls.message_bar import MessageBar
from ui.controls.print_preview import PrintPreview
from ui.controls.printed_pages import PrintedPages
from ui.look.page_image import page_image
from ui.look.screen_room import screen_room
from ui.look.text_size import px
from ui.session.session import Session
from ui.words import calendar as calendar_words
from ui.words import review as review_words
from ui.words import wording

_PAUSE = 350  # ms after the last change before the sheet is set anew
_PRINTED_PPI = 300.0
_WIDE, _NARROW = 11.69, 8.27  # inches, A4 across and upright


class WeekScheduleDialog(QDialog):
    """A week's sheet; what is changed here is kept for the next one when it goes out."""

    def __init__(self, parent: QWidget, session: Session, day: date) -> None:
        super().__init__(parent)
        self._session = session
        self.monday = lunar_calendar.monday(day)
        self.sheet: WeekSheet | None = None
        self.pages: list[QLabel] = []
        self.written: tuple[Path, ...] = ()
        self.setWindowTitle(self.tr("Lịch công tác tuần"))
        self.resize(QSize(px(1240), px(720)).boundedTo(screen_room(parent)))
        self._make_fields()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        shown = self._preview()
        row.addWidget(shown, 1)
        row.addWidget(self._side())
        self.notice = MessageBar(self)  # the window's own lies behind this one
        self.notice.lie_over(shown)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._ask)
        session.client.ask(self, from_calendar.words, self._fill, refused=self._regret)

    # -- parts -----------------------------------------------------------------------------------------

    def _make_fields(self) -> None:
        self.layout_box = Combo()
        self.layout_box.addItem(self.tr("Bảng, khổ A4 ngang"), WeekLayout.TABLE)
        self.layout_box.addItem(self.tr("Theo ngày, khổ A4 dọc"), WeekLayout.BLOCKS)
        self.layout_box.setAccessibleName(self.tr("Kiểu trình bày"))
        self.empty = QCheckBox(self.tr("Hiện cả buổi trống"))
        self.invites = QCheckBox(self.tr("Lịch này thay giấy mời"))
        self.superior, self.office, self.town, self.for_whom, self.signer = (QLineEdit() for _ in range(5))
        self.role, self.copies = QPlainTextEdit(), QPlainTextEdit()
        for field in (self.role, self.copies):
            field.setTabChangesFocus(True)
            field.setFixedHeight(px(76))

    def _preview(self) -> QWidget:
        head = QHBoxLayout()
        head.setContentsMargins(18, 10, 18, 10)
        self.title = label("", "title")
        head.addWidget(tool_button(self.tr("Tuần trước"), lambda: self.leaf(-1), "previous"))
        head.addWidget(tool_button(self.tr("Tuần sau"), lambda: self.leaf(1), "next"))
        head.addWidget(self.title)
        head.addStretch(1)
        self._inside = QVBoxLayout()
        self._inside.setContentsMargins(18, 12, 18, 18)
        self._inside.setSpacing(14)
        self._inside.setAlignment(Qt.AlignmentFlag.AlignTop)
        area = self._area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidget(place("bare", self._inside))
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setAccessibleName(self.tr("Bản sẽ in"))
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(place("header", head))
        column.addWidget(area, 1)
        return place("page", column)

    def _side(self) -> QWidget:
        form = field_form()
        for told, field in (
            (self.tr("Kiểu"), self.layout_box),
            ("", self.empty),
            ("", self.invites),
            (self.tr("Cấp trên"), self.superior),
            (self.tr("Cơ quan"), self.office),
            (self.tr("Địa danh"), self.town),
            (self.tr("Lịch của"), self.for_whom),
            (self.tr("Chức vụ ký"), self.role),
            (self.tr("Người ký"), self.signer),
            (self.tr("Nơi nhận"), self.copies),
        ):
            form.addRow(told, field)
            if told:
                field.setAccessibleName(told)
        self.for_whom.setPlaceholderText(self.tr("Ví dụ: của lãnh đạo Ban"))
        fields = QVBoxLayout()
        fields.setContentsMargins(18, 16, 18, 16)
        fields.setSpacing(10)
        fields.addWidget(label(self.tr("Lời trên tờ lịch"), "heading"))
        fields.addLayout(form)
        fields.addStretch(1)
        area = QScrollArea()  # the fields scroll on a small screen, what is done with the sheet stays in view
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(place("bare", fields))
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(area, 1)
        column.addWidget(place("footer", self._make_acts()))
        side = place("panel", column)
        side.setFixedWidth(px(356))
        return side

    def _make_acts(self) -> QVBoxLayout:
        self.pdf = button(self.tr("Ghi PDF…"), partial(self.save, SheetFormat.PDF), "pdf", primary=True)
        self.docx = button(self.tr("Ghi Word…"), partial(self.save, SheetFormat.DOCX), "docx")
        self.paper = button(self.tr("In…"), self.print_out, "print")
        self.message = button(self.tr("Chép thành tin nhắn"), self.copy_text, "copy")
        self.close_button = button(self.tr("Đóng"), self.close)
        self._told = label("", "error", wrap=True)
        column = QVBoxLayout()
        column.setContentsMargins(18, 10, 18, 10)
        column.setSpacing(8)
        column.addWidget(self._told)
        self._told.hide()
        for made in (self.pdf, self.docx, self.paper, self.message, self.close_button):
            made.setAutoDefault(False)
        for pair in ((self.pdf, self.docx, self.close_button), (self.paper, self.message)):
            row = QHBoxLayout()
            for made in pair:
                row.addWidget(made)
            row.addStretch(1)
            column.addLayout(row)
        return column

    # -- what stands on it -----------------------------------------------------------------------------

    def _fill(self, told: SheetWords) -> None:
        self.layout_box.setCurrentIndex(self.layout_box.findData(told.layout))
        self.empty.setChecked(told.empty_halves)
        self.invites.setChecked(told.replaces_invitation)
        for field, value in (
            (self.superior, told.superior),
            (self.office, told.office),
            (self.town, told.town),
            (self.for_whom, told.for_whom),
            (self.signer, told.signer),
        ):
            field.setText(value)
            field.textChanged.connect(lambda: self._pause.start())
        for box, value in ((self.role, told.signer_role), (self.copies, "\n".join(told.copies))):
            box.setPlainText(value)
            box.textChanged.connect(lambda: self._pause.start())
        self.layout_box.currentIndexChanged.connect(lambda: self._pause.start())
        for check in (self.empty, self.invites):
            check.toggled.connect(lambda: self._pause.start())
        self._ask()

    def words(self) -> SheetWords:
        """Return the words as they are filled in."""
        return SheetWords(
            superior=self.superior.text().strip(),
            office=self.office.text().strip(),
            town=self.town.text().strip(),
            for_whom=self.for_whom.text().strip(),
            signer_role=self.role.toPlainText().strip(),
            signer=self.signer.text().strip(),
            copies=tuple(line.strip() for line in self.copies.toPlainText().splitlines() if line.strip()),
            replaces_invitation=self.invites.isChecked(),
            empty_halves=self.empty.isChecked(),
            layout=WeekLayout(self.layout_box.currentData()),
        )

    def leaf(self, weeks: int) -> None:
        """Show another week."""
        self.monday += timedelta(days=7 * weeks)
        self._ask()

    def _ask(self) -> None:
        work = partial(from_calendar.sheet, self.monday, self.words())
        self._session.client.ask(self, work, self._set, key="sheet", refused=self._regret)

    def _set(self, sheet: WeekSheet) -> None:
        self.sheet = sheet
        number = lunar_calendar.week_number(self.monday)[1]
        last = sheet.last
        self.title.setText(
            self.tr("Tuần {n}, {a} – {b}").format(
                n=number, a=calendar_words.day_short(self.monday), b=calendar_words.day_short(last)
            )
        )
        room = self._area.viewport().width() - 60
        across = sheet.layout is WeekLayout.TABLE
        ppi = max(48.0, room / _WIDE if across else min(room, 640) / _NARROW)
        work = partial(_images, sheet, ppi * self.devicePixelRatioF())
        self._session.client.away(self, work, partial(self._show, sheet), refused=self._regret)

    def _show(self, sheet: WeekSheet, images: Sequence[QImage]) -> None:
        if sheet is not self.sheet:
            return
        self._say_faults(sheet)
        for old in self.pages:
            old.hide()
            old.deleteLater()
        self.pages = []
        for image in images:
            page = QLabel()
            shown = QPixmap.fromImage(image)
            shown.setDevicePixelRatio(self.devicePixelRatioF())
            page.setPixmap(shown)
            page.setProperty("place", "sheet")
            page.setFixedSize(shown.deviceIndependentSize().toSize())
            self._inside.addWidget(page, 0, Qt.AlignmentFlag.AlignHCenter)
            self.pages.append(page)

    def _say_faults(self, sheet: WeekSheet) -> None:
        told = (
            review_words.head_missing(missing(sheet)),
            review_words.signs_missing(text.unprintable(sheet)),
        )
        self._tell(" ".join(filter(None, told)))

    def _regret(self, error: DeskError) -> None:
        self._tell(wording.error(error))

    def _tell(self, words: str) -> None:
        self._told.setText(words)
        self._told.setVisible(bool(words))

    # -- out -------------------------------------------------------------------------------------------

    def save(self, kind: SheetFormat) -> None:
        """Ask where to, then write the sheet."""
        if self.sheet is None:
            return
        told = {SheetFormat.PDF: "PDF (*.pdf)", SheetFormat.DOCX: "Word (*.docx)"}[kind]
        proposed = name(self.sheet, kind)
        chosen = choose_new_file(self, self.tr("Ghi lịch tuần"), "sheet/folder", proposed, told)
        if chosen is not None:
            self.write(kind, chosen)

    def write(self, kind: SheetFormat, path: Path) -> None:
        """Write the sheet to a file."""
        if self.sheet is None:
            return
        self._keep_words()
        make = partial(MAKERS[kind], self.sheet)
        run = self._session.client.abroad if kind is SheetFormat.DOCX else self._session.client.away
        run(self, make, partial(self._made, path), refused=self._regret)

    def _made(self, path: Path, data: bytes) -> None:
        self._session.client.away(
            self, partial(write_file, data, path, folders=True), self._done, refused=self._regret
        )

    def _done(self, path: Path) -> None:
        self.written = (*self.written, path)
        words = self.tr("Đã ghi “{name}”.").format(name=path.name)
        self.notice.say(words, "done", self.tr("Mở tệp"), partial(_open, path))
        if self.sheet is not None:
            self._say_faults(self.sheet)

    def copy_text(self) -> None:
        """Put the sheet's text on the clipboard, for a message."""
        if self.sheet is not None:
            QGuiApplication.clipboard().setText(text.text(self.sheet))
            self._keep_words()
            self.notice.say(self.tr("Đã chép lịch tuần; dán vào tin nhắn hoặc thư."))

    def print_out(self) -> None:
        """Set the sheet for the printer and show it once more before it prints."""
        if self.sheet is not None:
            self._keep_words()
            work = partial(printed_pages.seen, partial(pdf.page_images, self.sheet), _PRINTED_PPI)
            self._session.client.away(self, work, self._print, refused=self._regret)

    def _print(self, pages: PrintedPages) -> None:
        preview = PrintPreview(self, self.tr("In lịch công tác tuần"), pages.layout(), pages.paint)
        preview.open()
        self._session.client.away(preview, pages.printed, pages.take, refused=self._regret)

    def _keep_words(self) -> None:
        if refusal(Act.CHANGE_SETTINGS, self._session.me.roles) is None:
            op = operations.keep_sheet_words(self._session, self.words())
            op.run(self._session, self, refused=self._regret)


def _open(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def _images(sheet: WeekSheet, ppi: float) -> list[QImage]:
    return [page_image(data) for data in pdf.page_images(sheet, ppi)]
