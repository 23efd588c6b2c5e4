"""A legal profile: which law, in force when, and what it wants of a printed issue."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QLineEdit, QPlainTextEdit, QWidget

from desk.department.legal_profiles import IMPRINT_FIELDS
from desk.edition.design import Legal
from desk.errors import NotNow, Why
from ui.controls.form_dialog import FormDialog
from ui.controls.labels import label, number_field
from ui.look.text_size import px
from ui.words import issue as issue_words
from ui.words import wording

_FIRST_YEAR = 1945


class LegalDialog(FormDialog):
    """Adds or changes a profile; dates are written DD/MM/YYYY, an empty one is open."""

    def __init__(self, parent: QWidget | None, profile: Legal | None) -> None:
        super().__init__(
            parent,
            "Khung pháp lý" if profile else "Thêm khung pháp lý",
            "Giới hạn và măng-sét mà chương trình kiểm trước khi phát hành. 0 là không giới hạn.",
        )
        self.setMinimumWidth(px(560))
        known = profile or Legal("", "")
        self._key = known.key
        self.name, self.source = QLineEdit(known.name), QLineEdit(known.source)
        self.since, self.until = QLineEdit(_shown(known.since)), QLineEdit(_shown(known.until))
        self.since.setPlaceholderText("01/7/2026")
        self.until.setPlaceholderText(self.tr("còn hiệu lực"))
        self.pages = number_field(0, 1000)
        self.width_mm, self.height_mm = number_field(0, 1000), number_field(0, 1000)
        self.pages.setValue(known.pages)
        self.width_mm.setValue(round(known.width))
        self.height_mm.setValue(round(known.height))
        self.advertising = QCheckBox(self.tr("Được quảng cáo"))
        self.advertising.setChecked(known.advertising)
        self.note = QPlainTextEdit(known.note)
        self.note.setFixedHeight(px(62))
        self.note.setTabChangesFocus(True)
        self.since.setAccessibleName(self.tr("Hiệu lực từ"))
        self.until.setAccessibleName(self.tr("Hiệu lực đến"))
        self.width_mm.setAccessibleName(self.tr("Chiều rộng tối đa (mm)"))
        self.height_mm.setAccessibleName(self.tr("Chiều cao tối đa (mm)"))
        form = self.form()
        form.addRow(self.tr("Tên"), self.name)
        form.addRow(self.tr("Căn cứ"), self.source)
        form.addRow(self.tr("Hiệu lực"), _row(self.since, label(self.tr("đến")), self.until))
        form.addRow(self.tr("Số trang tối đa"), self.pages)
        form.addRow(self.tr("Khổ tối đa (mm)"), _row(self.width_mm, label("×"), self.height_mm))
        form.addRow("", self.advertising)
        form.addRow(self.tr("Ghi chú"), self.note)
        self.body.addWidget(label(self.tr("Măng-sét bắt buộc có"), "small"))
        grid = QGridLayout()
        grid.setVerticalSpacing(2)
        self.needs: dict[str, QCheckBox] = {}
        for at, field in enumerate(IMPRINT_FIELDS):
            box = QCheckBox(wording.tr(issue_words.IMPRINT[field]))
            box.setChecked(field in known.needs)
            self.needs[field] = box
            grid.addWidget(box, at // 2, at % 2)
        self.body.addLayout(grid)

    def agree(self) -> None:
        """Refuse in place what is no profile."""
        try:
            profile = self.profile()
        except ValueError:
            self.complain(
                self.tr(
                    "Ngày hiệu lực ghi đủ ngày, tháng và bốn chữ số của năm, như 01/7/2026, hoặc để trống."
                )
            )
            return
        if not profile.name:
            self.complain(NotNow(Why.NAME_EMPTY))
        elif profile.since and profile.until and profile.until < profile.since:
            self.complain(self.tr("Ngày hết hiệu lực phải sau ngày bắt đầu."))
        else:
            super().agree()

    def profile(self) -> Legal:
        """Return what was filled in; ValueError when a date is none."""
        return Legal(
            key=self._key,
            name=" ".join(self.name.text().split()),
            source=self.source.text().strip(),
            since=_stored(self.since.text()),
            until=_stored(self.until.text()),
            note=self.note.toPlainText().strip(),
            pages=self.pages.value(),
            width=float(self.width_mm.value()),
            height=float(self.height_mm.value()),
            advertising=self.advertising.isChecked(),
            needs=tuple(field for field, box in self.needs.items() if box.isChecked()),
        )

    @classmethod
    def ask(cls, parent: QWidget | None, profile: Legal | None) -> Legal | None:
        """Return the profile, or None."""
        dialog = cls(parent, profile)
        return dialog.profile() if dialog.exec() else None


def _shown(stored: str) -> str:
    return wording.short_date(date.fromisoformat(stored)) if stored else ""


def _stored(words: str) -> str:
    if not words.strip():
        return ""
    day, month, year = (int(part) for part in words.strip().split("/"))
    if year < _FIRST_YEAR:  # "01/7/26" is no year of ours
        raise ValueError(words)
    return date(year, month, day).isoformat()


def _row(*widgets: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    for widget in widgets:
        row.addWidget(widget, 1 if widget is not widgets[1] else 0)
    return row
