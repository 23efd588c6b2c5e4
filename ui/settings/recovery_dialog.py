"""A recovery code, shown once: to be printed or copied, and put away."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QMarginsF, Qt
from PySide6.QtGui import QFont, QGuiApplication, QPageLayout, QPageSize, QTextDocument
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication, QCheckBox, QDialogButtonBox, QHBoxLayout, QWidget

from desk import clock
from ui.controls.choice_dialog import ChoiceDialog
from ui.controls.form_dialog import FormDialog
from ui.controls.labels import button, label
from ui.controls.print_preview import PrintPreview
from ui.words import wording

PAGE = QPageLayout(
    QPageSize(QPageSize.PageSizeId.A5),
    QPageLayout.Orientation.Portrait,
    QMarginsF(15, 15, 15, 15),
    QPageLayout.Unit.Millimeter,
)


class RecoveryCodeDialog(FormDialog):
    """Goes on when its person says that the code was put away; who leaves it without is asked."""

    def __init__(self, parent: QWidget | None, code: str, department: str) -> None:
        super().__init__(
            parent,
            self.tr("Mã khôi phục"),
            self.tr(
                "Khi không còn ai nhớ mật khẩu quản trị, chỉ có mã này mở lại được bàn biên tập. Mã chỉ hiện "
                "một lần: hãy in hoặc chép ra, cất nơi an toàn như tủ có khóa, không để trong máy này."
            ),
            accept=self.tr("Tiếp tục"),
        )
        self._code, self._department = code, department
        self.code = label(code, "code")
        self.code.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.code.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.code.setAccessibleName(self.tr("Mã khôi phục"))
        self.body.addWidget(self.code)
        row = QHBoxLayout()
        self.print = button(self.tr("In…"), self._print, "print")
        self.copy = button(self.tr("Sao chép"), self._copy, "copy")
        row.addWidget(self.print)
        row.addWidget(self.copy)
        self.copied = label("", "small")
        row.addWidget(self.copied, 1)
        self.body.addLayout(row)
        self.kept = QCheckBox(self.tr("Tôi đã cất mã này vào nơi an toàn"))
        self.kept.toggled.connect(self.ok.setEnabled)
        self.body.addWidget(self.kept)
        self.ok.setEnabled(False)
        self.buttons.button(QDialogButtonBox.StandardButton.Cancel).hide()

    def agree(self) -> None:
        """Go on once the code was put away."""
        if self.kept.isChecked():
            self.accept()

    def leave(self) -> None:
        """Ask before a code that nobody has kept is gone."""
        if self.kept.isChecked():
            self.accept()
            return
        title, told = (
            self.tr("Chưa cất mã khôi phục"),
            self.tr(
                "Mã này sẽ không hiện lại. Nếu bỏ qua, quản trị có thể tạo mã mới ở Thiết lập → Người và vai trò."
            ),
        )
        if ChoiceDialog.ask(self, title, told, (self.tr("Bỏ qua mã này"),), cautious=True) == 0:
            self.reject()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._code)
        self.copied.setText(self.tr("Đã chép. Hãy dán ra nơi khác rồi in."))

    def _print(self) -> None:
        sheet = printed(self._code, self._department)
        PrintPreview(self, self.tr("In mã khôi phục"), PAGE, lambda to: lay_out(sheet, to)).open()


def printed(code: str, department: str) -> QTextDocument:
    """Return the sheet to be put away: the code, whose it is, what it is for."""
    document = QTextDocument()
    document.setDefaultFont(QFont(QApplication.font().family(), 11))
    document.setDefaultStyleSheet("* { color: black }")  # on paper, whatever the screen wears
    document.setHtml(
        f"<h2>Mã khôi phục bàn biên tập</h2><p>{escape(department)}</p>"
        f"<p style='font-size: 17pt' align='center'><b>{escape(code)}</b></p>"
        "<p>Dùng khi không còn ai nhớ mật khẩu quản trị: ở cửa sổ đăng nhập, bấm “Quên mật khẩu quản trị?”, gõ mã "
        "này rồi đặt mật khẩu mới. Mã dùng được một lần; dùng xong chương trình cho mã khác.</p>"
        "<p>Cất nơi có khóa. Ai có mã này đều vào được bàn biên tập với quyền quản trị.</p>"
        f"<p>Tạo ngày {wording.short_date(clock.today())}</p>"
    )
    return document


def lay_out(document: QTextDocument, printer: QPrinter) -> None:
    """Set the sheet on the printer's page."""
    document.documentLayout().setPaintDevice(printer)
    document.setPageSize(printer.pageRect(QPrinter.Unit.DevicePixel).size())
    document.print_(printer)
