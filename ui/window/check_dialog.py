"""The dialog of what a check-up found: a sentence a place, to be read, copied and sent."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QListWidget, QPushButton, QWidget

from desk.integrity.database import CheckResult
from ui.controls.form_dialog import FormDialog
from ui.look.kept_size import keep_least_height
from ui.look.text_size import px
from ui.words import wording


class CheckDialog(FormDialog):
    """Lists every finding; what to do then stands above."""

    def __init__(self, parent: QWidget | None, faults: Sequence[CheckResult]) -> None:
        super().__init__(parent, self.tr("Kết quả kiểm tra dữ liệu"), accept=self.tr("Đóng"))
        self.intro.setText(
            self.tr(
                "{n} chỗ dưới đây không còn như chương trình đã ghi: tệp bị hỏng, hoặc có người sửa ngoài chương "
                "trình. Bài có dấu này không được in. Hãy giữ nguyên tệp và xem Tệp → Sao lưu trước khi làm tiếp."
            ).format(n=len(faults))
        )
        self.intro.show()
        self.setMinimumWidth(px(620))
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Các chỗ không ổn"))
        self.list.setWordWrap(True)
        self.list.addItems([wording.finding(fault) for fault in faults])
        self.list.setCurrentRow(0)
        keep_least_height(self.list, 240)
        self.body.addWidget(self.list, 1)
        copy = QPushButton(self.tr("Sao chép"))
        copy.clicked.connect(self._copy)
        self.buttons.addButton(copy, self.buttons.ButtonRole.ActionRole)
        self.buttons.button(self.buttons.StandardButton.Cancel).hide()
        self.list.setFocus()

    def _copy(self) -> None:
        lines = (self.list.item(row).text() for row in range(self.list.count()))
        QGuiApplication.clipboard().setText("\n".join(lines))
