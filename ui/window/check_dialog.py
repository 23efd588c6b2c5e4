"""The dialog of a check-up: what it found, a sentence a place, and the code on a print held against the journal."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QListWidget, QPushButton, QWidget

from desk.acts import journal
from desk.errors import DeskError
from desk.integrity.database import CheckResult
from ui.controls.form_dialog import FormDialog
from ui.controls.labels import label
from ui.look.kept_size import keep_least_height
from ui.look.style import restyle
from ui.look.text_size import px
from ui.words import wording

Compare = Callable[[str, Callable[[bool], None], Callable[[DeskError], None]], None]


class CheckDialog(FormDialog):
    """Lists every finding, with what to do then; None for a check that is still under way.

    `compare` asks the desk whether the journal bears a code out, and says so later.
    """

    def __init__(
        self, parent: QWidget | None, faults: Sequence[CheckResult] | None, compare: Compare | None = None
    ) -> None:
        super().__init__(parent, self.tr("Kiểm tra dữ liệu"), accept=self.tr("Đóng"))
        self._compare = compare
        self.intro.show()
        self.setMinimumWidth(px(620))
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Các chỗ không ổn"))
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        keep_least_height(self.list, 150)
        self.body.addWidget(self.list, 1)
        self._add_code()
        self.copy = QPushButton(self.tr("Sao chép"))
        self.copy.clicked.connect(self._copy)
        self.buttons.addButton(self.copy, self.buttons.ButtonRole.ActionRole)
        self.buttons.button(self.buttons.StandardButton.Cancel).hide()
        self.tell(faults)

    def _add_code(self) -> None:
        self.code, self.press = QLineEdit(), QPushButton(self.tr("Đối chiếu"))
        self.code.setPlaceholderText("214-1a2b-3c4d-5e6f-7a8b")
        self.code.setAccessibleName(self.tr("Mã trên bản in"))
        self.press.clicked.connect(self._ask)
        self.verdict = label("", "", wrap=True)
        self.verdict.hide()
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.code, 1)
        line.addWidget(self.press)
        form = self.form()
        form.addRow(self.tr("Mã trên bản in"), line)
        told = self.tr(
            "Ở trang cuối của số đã phát hành và dưới nhật ký đã in; cho biết nhật ký có bị thay không."
        )
        form.addRow("", label(told, "small", wrap=True))
        form.addRow("", self.verdict)
        self.code.textEdited.connect(self.verdict.hide)

    def tell(self, faults: Sequence[CheckResult] | None) -> None:
        """Show what was found."""
        if faults is None:
            told = self.tr("Đang kiểm tra tệp dữ liệu, nhật ký và mọi phiên bản…")
        elif faults:
            told = self.tr(
                "{n} chỗ dưới đây không còn như chương trình đã ghi: tệp bị hỏng, hoặc có người sửa ngoài chương "
                "trình. Bài có dấu này không được in. Hãy giữ nguyên tệp và xem Tệp → Sao lưu trước khi làm tiếp."
            ).format(n=len(faults))
        else:
            told = self.tr("Tệp dữ liệu, nhật ký và mọi phiên bản đều nguyên vẹn.")
        self.intro.setText(told)
        self.list.clear()
        self.list.addItems([wording.finding(fault) for fault in faults or ()])
        self.list.setCurrentRow(0)
        for part in (self.list, self.copy):
            part.setVisible(bool(faults))
        (self.list if faults else self.code).setFocus()

    def agree(self) -> None:
        """Close; from the field of the code its comparison comes first."""
        if self.focusWidget() is self.code and self.code.text().strip() and not self.verdict.isVisible():
            self._ask()
        else:
            self.accept()

    def _ask(self) -> None:
        written = self.code.text()
        if journal.read_code(written) is None:
            self.complain(
                self.tr(
                    "Mã gồm số của dòng nhật ký rồi các nhóm chữ số và chữ a–f, như 214-1a2b-3c4d-5e6f-7a8b. Nếu chữ "
                    "bị bỏ dấu, hãy tắt bộ gõ tiếng Việt rồi gõ lại."
                )
            )
            self.code.setFocus()
        elif self._compare is not None:
            self._compare(written, self._tell_code, self.complain)

    def _tell_code(self, stands: bool) -> None:
        read = journal.read_code(self.code.text())
        number = read[0] if read else 0
        self.verdict.setText(
            self.tr("Khớp: nhật ký đến dòng {n} vẫn đúng như lúc in.").format(n=number)
            if stands
            else self.tr(
                "Không khớp: nhật ký không còn dòng {n} như lúc in. Hãy so lại từng chữ của mã; nếu mã đúng, nhật ký "
                "đã bị thay: giữ nguyên tệp và xem Tệp → Sao lưu trước khi làm tiếp."
            ).format(n=number)
        )
        self.verdict.setProperty("role", "good" if stands else "error")
        restyle(self.verdict)
        self.verdict.show()

    def _copy(self) -> None:
        lines = (self.list.item(row).text() for row in range(self.list.count()))
        QGuiApplication.clipboard().setText("\n".join(lines))
