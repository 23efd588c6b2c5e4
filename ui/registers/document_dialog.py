"""A document that articles cite; how it will be cited is shown while it is filled in."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QLineEdit, QWidget

from desk.errors import NotNow
from desk.registers.citing import cited
from desk.registers.entries import DocumentEntry, cleaned, split_number
from ui.controls.labels import label
from ui.controls.optional_day_field import OptionalDayField
from ui.look.text_size import px
from ui.registers.entry_dialog import EntryDialog, Keep, line_field

TYPES = (
    "Nghị quyết", "Chỉ thị", "Kết luận", "Quyết định", "Quy định", "Quy chế", "Hướng dẫn", "Thông báo", "Thông tri",
    "Báo cáo", "Kế hoạch", "Chương trình", "Đề án", "Tờ trình", "Công văn", "Luật", "Nghị định", "Thông tư",
    "Công điện", "Pháp lệnh",
)  # fmt: skip


class DocumentEntryDialog(EntryDialog):
    """The fields of one document; `bodies` are the names of those that issue them."""

    def __init__(
        self, parent: QWidget | None, seen: DocumentEntry | None, bodies: Sequence[str], keep: Keep
    ) -> None:
        title = "Văn bản" if seen is not None else "Thêm văn bản"
        super().__init__(parent, title, keep)
        document = seen or DocumentEntry(TYPES[0], "", "")
        self._id = document.id
        self.type = line_field(document.type, self.tr("Loại văn bản"), TYPES)
        self.number = line_field(document.written, self.tr("Số, ký hiệu"))
        self.number.setPlaceholderText(self.tr("36-NQ/TW, 30/2020/NĐ-CP"))
        self.day = OptionalDayField(self.tr("Ngày ban hành"))
        self.day.set_value(document.day)
        self.issuer = line_field(document.body, self.tr("Cơ quan ban hành"), bodies)
        self.subject = line_field(document.subject, self.tr("Trích yếu"))
        self.subject.setPlaceholderText(self.tr("về …"))
        self.shown = label("", "muted", wrap=True)
        self.shown.setMinimumHeight(self.shown.fontMetrics().lineSpacing() * 3)
        self.shown.setProperty("alignment", "AlignTop|AlignLeft")
        self.setMinimumWidth(px(560))
        form = self.form()
        form.addRow(self.tr("Loại văn bản"), self.type)
        form.addRow(self.tr("Số, ký hiệu"), self.number)
        form.addRow(self.tr("Ngày ban hành"), self.day)
        form.addRow(self.tr("Cơ quan ban hành"), self.issuer)
        form.addRow(self.tr("Trích yếu"), self.subject)
        self.body.addWidget(self.shown)
        for field in (self.type, self.number, self.issuer, self.subject):
            field.textChanged.connect(self._show)
        self.day.changed.connect(self._show)
        self._show()
        self.number.setFocus()

    def _show(self) -> None:
        try:
            entry = cleaned(self.entry())
        except NotNow:
            self.shown.setText("")
            return
        assert isinstance(entry, DocumentEntry)
        self.shown.setText(self.tr("Trong bài sẽ ghi: {text}").format(text=cited(entry)))

    def entry(self) -> DocumentEntry:
        """Return what was filled in."""
        number, symbol = split_number(self.number.text())
        return DocumentEntry(
            self.type.text(),
            number,
            symbol,
            self.day.value(),
            self.issuer.text(),
            self.subject.text(),
            self._id,
        )

    def wanting(self) -> QLineEdit | None:
        """Want a number, and a type."""
        return next((one for one in (self.type, self.number) if not one.text().strip()), None)
