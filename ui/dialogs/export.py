"""What to export and where to; and the progress of it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desk.issues import IssueRow
from desk.press.naming import Format
from ui import look_settings, wording
from ui.dialogs.shell import Shell
from ui.widgets.labels import label


class ExportDialog(Shell):
    """Formats and folder; the last folder is remembered."""

    def __init__(self, parent: QWidget | None, issue: IssueRow) -> None:
        super().__init__(parent, "Xuất bản tin", "", accept="Xuất")
        self.setMinimumWidth(560)
        told = self.tr("Số {number}, tháng {month} năm {year}. Chỉ những phiên bản đã duyệt được in.")
        self.body.addWidget(
            label(told.format(number=issue.number, month=issue.month, year=issue.year), "muted", wrap=True)
        )
        self.formats = {kind: QCheckBox(wording.file_kind_long(kind)) for kind in Format}
        for box in self.formats.values():
            box.setChecked(True)
            self.body.addWidget(box)
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        self.folder = QLineEdit(look_settings.read("export/folder", documents))
        self.folder.setAccessibleName(self.tr("Thư mục"))
        choose = QPushButton(self.tr("Chọn…"))
        choose.clicked.connect(self._choose)
        row = QHBoxLayout()
        row.addWidget(self.folder, 1)
        row.addWidget(choose)
        self.body.addWidget(label(self.tr("Ghi vào thư mục"), "small"))
        self.body.addLayout(row)

    def agree(self) -> None:
        """Want at least one format and a folder."""
        if not any(box.isChecked() for box in self.formats.values()):
            self.complain(self.tr("Hãy chọn ít nhất một loại tệp."))
        elif not self.folder.text().strip():
            self.complain(self.tr("Hãy chọn thư mục."))
        else:
            look_settings.write("export/folder", self.folder.text())
            super().agree()

    @classmethod
    def ask(cls, parent: QWidget | None, issue: IssueRow) -> tuple[tuple[Format, ...], Path] | None:
        """Return the formats and the folder, or None."""
        dialog = cls(parent, issue)
        if not dialog.exec():
            return None
        formats = tuple(kind for kind, box in dialog.formats.items() if box.isChecked())
        return formats, Path(dialog.folder.text().strip())

    def _choose(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, self.tr("Ghi vào thư mục"), self.folder.text())
        if chosen:
            self.folder.setText(chosen)


class ExportProgress(QDialog):
    """A bar, a sentence and a way to stop; the window behind stays alive."""

    cancelled = Signal()

    def __init__(self, parent: QWidget, steps: int) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Đang xuất bản tin"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setMinimumWidth(420)
        self.bar = QProgressBar()
        self.bar.setRange(0, steps)
        self.bar.setTextVisible(False)
        self.words = label(self.tr("Đang dàn trang…"), "muted")
        self.stop = QPushButton(self.tr("Dừng"))
        self.stop.clicked.connect(self._cancel)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(label(self.tr("Đang xuất bản tin"), "title"))
        column.addWidget(self.bar)
        column.addWidget(self.words)
        column.addWidget(self.stop, 0, Qt.AlignmentFlag.AlignRight)
        self._over = False

    def step(self, words: str) -> None:
        """Say that one more step is done."""
        self.bar.setValue(self.bar.value() + 1)
        self.words.setText(words)

    def end(self) -> None:
        """Go away, the work being over."""
        self._over = True
        self.close()
        self.deleteLater()

    def reject(self) -> None:
        """Take Esc for the stop button."""
        self._cancel()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close only when the work is over; closing before that means stopping it."""
        if self._over:
            event.accept()
        else:
            event.ignore()
            self._cancel()

    def _cancel(self) -> None:
        if not self._over:
            self.stop.setEnabled(False)
            self.words.setText(self.tr("Đang dừng…"))
            self.cancelled.emit()
