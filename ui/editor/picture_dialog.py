"""The words of a picture: caption, credit, what it shows for those who cannot see it; and how wide it prints."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QPlainTextEdit, QWidget

from desk.text.blocks import WIDTHS
from desk.text.signs import shown
from ui.controls.combo import Combo
from ui.controls.form_dialog import FormDialog
from ui.controls.labels import label
from ui.look.style import pixmap
from ui.look.text_size import px

_PREVIEW = QSize(440, 220)


@dataclass(frozen=True, slots=True)
class PictureWords:
    """What a person wrote about a picture."""

    caption: str = ""
    credit: str = ""
    alt: str = ""
    width: str = WIDTHS[0]


class PictureDialog(FormDialog):
    """Asks for a picture's words with the picture above them."""

    def __init__(self, parent: QWidget | None, words: PictureWords, image: QImage | None) -> None:
        super().__init__(parent, self.tr("Ảnh trong bài"))
        self.setMinimumWidth(px(488))
        self._show(image)
        self.caption = QPlainTextEdit(words.caption)
        self.caption.setTabChangesFocus(True)
        self.caption.setFixedHeight(px(64))
        self.caption.setPlaceholderText(self.tr("Các đại biểu dự hội nghị"))
        self.credit = QLineEdit(words.credit)
        self.credit.setPlaceholderText(self.tr("Ảnh: tên người chụp"))
        self.alt = QLineEdit(words.alt)
        self.alt.setPlaceholderText(self.tr("Trong ảnh có gì"))
        rows = self.form()
        rows.addRow(self.tr("&Chú thích"), self.caption)
        rows.addRow(self.tr("&Nguồn ảnh"), self.credit)
        rows.addRow(self.tr("&Mô tả"), self.alt)
        hint = self.tr("Mô tả không in ra; người đọc bằng tai nghe mô tả thay cho ảnh.")
        rows.addRow("", label(hint, "small", wrap=True))
        self.width_kind = Combo()
        for kind, told in (
            ("column", self.tr("Hết cột")),
            ("half", self.tr("Nửa cột – hai ảnh liền nhau đứng cạnh nhau")),
            ("page", self.tr("Hết trang")),
        ):
            self.width_kind.addItem(told, kind)
        self.width_kind.setCurrentIndex(self.width_kind.findData(words.width))
        rows.addRow(self.tr("&Khổ in"), self.width_kind)
        self.caption.setFocus()

    def _show(self, image: QImage | None) -> None:
        preview = QLabel()
        preview.setAlignment(Qt.AlignmentFlag.AlignCenter)
        preview.setAccessibleName(self.tr("Xem trước ảnh"))
        ratio = self.devicePixelRatioF()
        if image is None or image.isNull():
            preview.setPixmap(pixmap("picture", "muted", 48, ratio))
        else:
            smooth = Qt.TransformationMode.SmoothTransformation
            small = image.scaled(_PREVIEW * ratio, Qt.AspectRatioMode.KeepAspectRatio, smooth)
            small.setDevicePixelRatio(ratio)
            preview.setPixmap(QPixmap.fromImage(small))
        self.body.addWidget(preview)

    def words(self) -> PictureWords:
        """Return what stands in the fields, composed and trimmed."""
        caption = " ".join(self.caption.toPlainText().split())
        credit, alt = (shown(field.text()).strip() for field in (self.credit, self.alt))
        return PictureWords(shown(caption), credit, alt, self.width_kind.currentData())

    @classmethod
    def ask(
        cls, parent: QWidget | None, words: PictureWords, image: QImage | None = None
    ) -> PictureWords | None:
        """Ask for the words of a picture; None when the person gave up."""
        dialog = cls(parent, words, image)
        try:
            return dialog.words() if dialog.exec() == QDialog.DialogCode.Accepted.value else None
        finally:
            dialog.deleteLater()
