"""The words of a picture: caption, credit, and what it shows for those who cannot see it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import (
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desk.text import nfc
from ui.style import pixmap

_PREVIEW = QSize(440, 220)


@dataclass(frozen=True, slots=True)
class PictureWords:
    """What a person wrote about a picture."""

    caption: str = ""
    credit: str = ""
    alt: str = ""


class PictureDialog(QDialog):
    """Asks for a picture's words with the picture above them."""

    def __init__(self, parent: QWidget | None, words: PictureWords, image: QImage | None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Ảnh trong bài"))
        self.setMinimumWidth(488)
        self._preview = QLabel()
        self._preview.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._preview.setAccessibleName(self.tr("Xem trước ảnh"))
        self._show(image)
        self.caption = QPlainTextEdit(words.caption)
        self.caption.setTabChangesFocus(True)
        self.caption.setFixedHeight(64)
        self.caption.setPlaceholderText(self.tr("Các đại biểu dự hội nghị"))
        self.credit = QLineEdit(words.credit)
        self.credit.setPlaceholderText(self.tr("Ảnh: tên người chụp"))
        self.alt = QLineEdit(words.alt)
        self.alt.setPlaceholderText(self.tr("Trong ảnh có gì"))
        rows = QFormLayout()
        rows.setVerticalSpacing(8)
        rows.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        rows.addRow(self.tr("&Chú thích"), self.caption)
        rows.addRow(self.tr("&Nguồn ảnh"), self.credit)
        rows.addRow(self.tr("&Mô tả"), self.alt)
        hint = QLabel(self.tr("Mô tả không in ra; người đọc bằng tai nghe mô tả thay cho ảnh."))
        hint.setProperty("role", "small")
        hint.setWordWrap(True)
        rows.addRow("", hint)
        page = QVBoxLayout(self)
        page.setContentsMargins(24, 24, 24, 16)
        page.setSpacing(16)
        page.addWidget(self._preview)
        page.addLayout(rows)
        page.addLayout(self._buttons())
        self.caption.setFocus()

    def _show(self, image: QImage | None) -> None:
        ratio = self.devicePixelRatioF()
        if image is None or image.isNull():
            self._preview.setPixmap(pixmap("picture", "muted", 48, ratio))
            return
        smooth = Qt.TransformationMode.SmoothTransformation
        small = image.scaled(_PREVIEW * ratio, Qt.AspectRatioMode.KeepAspectRatio, smooth)
        small.setDevicePixelRatio(ratio)
        self._preview.setPixmap(QPixmap.fromImage(small))

    def _buttons(self) -> QHBoxLayout:
        self.save = QPushButton(self.tr("Lưu"))
        self.save.setProperty("kind", "primary")
        self.save.setDefault(True)
        self.save.clicked.connect(self.accept)
        cancel = QPushButton(self.tr("Hủy"))
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(cancel)
        row.addWidget(self.save)
        return row

    def words(self) -> PictureWords:
        """Return what stands in the fields, composed and trimmed."""
        caption = " ".join(self.caption.toPlainText().split())
        return PictureWords(nfc(caption), nfc(self.credit.text().strip()), nfc(self.alt.text().strip()))

    @classmethod
    def ask(
        cls, parent: QWidget | None, caption: str, credit: str, alt: str, image: QImage | None = None
    ) -> PictureWords | None:
        """Ask for the words of a picture; None when the person gave up."""
        dialog = cls(parent, PictureWords(caption, credit, alt), image)
        try:
            return dialog.words() if dialog.exec() == QDialog.DialogCode.Accepted.value else None
        finally:
            dialog.deleteLater()
