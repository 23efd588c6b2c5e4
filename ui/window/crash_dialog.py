"""The dialog of a bug or of a hard crash: what happened, and a report to copy."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QPushButton, QWidget

from ui.controls.form_dialog import FormDialog
from ui.look.text_size import px

_shown: set[QWidget] = set()


class CrashDialog(FormDialog):
    """Says in plain words what happened and what to do; the report stands behind a button."""

    def __init__(self, parent: QWidget | None, text: str, *, earlier: bool = False) -> None:
        title = "Lần trước chương trình tắt đột ngột" if earlier else "Chương trình gặp lỗi"
        words = (
            "Chương trình đang kiểm tra tệp dữ liệu. Bài đang gõ dở được giữ tạm thì sẽ được hỏi khi đăng nhập."
            if earlier
            else "Việc vừa làm chưa được ghi. Có thể làm tiếp, hoặc mở lại chương trình. "
            "Tệp → Kiểm tra dữ liệu cho biết tệp có nguyên vẹn không."
        )
        super().__init__(parent, title, words, accept="Đóng")
        self.setMinimumWidth(px(560))
        self.report = QPlainTextEdit(text)
        self.report.setReadOnly(True)
        self.report.setAccessibleName(self.tr("Chi tiết lỗi"))
        self.report.setMinimumHeight(px(220))
        self.report.hide()
        self.details = QPushButton(self.tr("Xem chi tiết"))
        self.details.setCheckable(True)
        self.details.setAutoDefault(False)
        self.details.toggled.connect(self.report.setVisible)
        self.body.addWidget(self.report, 1)
        copy = QPushButton(self.tr("Chép chi tiết"))
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(text))
        self.buttons.addButton(self.details, self.buttons.ButtonRole.ActionRole)
        self.buttons.addButton(copy, self.buttons.ButtonRole.ActionRole)
        self.buttons.button(self.buttons.StandardButton.Cancel).hide()
        # Opened without waiting, often without a window behind it: somebody has to hold on to it.
        _shown.add(self)
        self.finished.connect(lambda: _shown.discard(self))
