"""The first start: three short steps found a desk – the department, its chuyên mục, the first administrator."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import (
    QFormLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desk.department import passwords
from desk.edition.edition import Names
from desk.errors import NotNow, Why
from ui.controls.choice_dialog import ChoiceDialog
from ui.controls.form_dialog import FormDialog
from ui.controls.labels import field_form, label
from ui.look.text_size import px


@dataclass(frozen=True, slots=True)
class Founding:
    """What the steps gathered."""

    names: Names
    sections: tuple[str, ...]
    admin: str
    title: str
    unit: str
    password: str


class FirstStart(FormDialog):
    """Walks the steps; what was filled in stays when one goes back."""

    def __init__(
        self, parent: QWidget | None, sections: Sequence[str], restore: Callable[[], bool] | None = None
    ) -> None:
        super().__init__(parent, "Lập bàn biên tập", "", accept="")
        self.setMinimumSize(px(560), px(480))
        self.result_: Founding | None = None
        self._below: dict[QWidget, QVBoxLayout] = {}
        self.steps = QStackedWidget()
        self.body.addWidget(self.steps)
        self._add_department()
        self._add_sections(sections)
        self._add_admin()
        self.back = QPushButton(self.tr("Quay lại"))
        self.restore = QPushButton(self.tr("Phục hồi từ bản sao lưu…"))
        self.restore.setAutoDefault(False)
        self._restores = restore is not None
        if restore is not None:
            self.buttons.addButton(self.restore, self.buttons.ButtonRole.ResetRole)
            self.restore.clicked.connect(lambda: self.reject() if restore() else None)
        for button in (self.back, self.ok):  # of one role they stand as they were added: back, on, leave
            self.buttons.addButton(button, self.buttons.ButtonRole.ActionRole)
        QWidget.setTabOrder(self.back, self.ok)
        self.ok.clicked.connect(self._press)
        self.back.clicked.connect(lambda: self._show(self.steps.currentIndex() - 1))
        self._show(0)
        self._begun = self._filled_in()

    def leave(self) -> None:
        """Ask before what was filled in is thrown away."""
        title, told = self.tr("Chưa lập xong bàn biên tập"), self.tr("Bỏ những gì vừa điền và thoát?")
        nothing = self._filled_in() == self._begun
        if nothing or ChoiceDialog.ask(self, title, told, (self.tr("Bỏ và thoát"),), cautious=True) == 0:
            self.reject()

    def _filled_in(self) -> tuple[str, ...]:
        lines = tuple(line.text() for line in self.findChildren(QLineEdit))
        return (*lines, self.sections.toPlainText())

    def agree(self) -> None:
        """Go on to the next step, or found the desk after the last."""
        fault = self._fault()
        if fault is not None:
            self._complain_at(*fault)
            return
        if self.steps.currentIndex() < self.steps.count() - 1:
            self._show(self.steps.currentIndex() + 1)
            return
        self.result_ = Founding(
            Names(
                committee=self.committee.text(),
                department=self.department.text(),
                bulletin=self.bulletin.text(),
                purpose=self.purpose.text(),
                place=self.place.text(),
            ),
            tuple(self.sections.toPlainText().splitlines()),
            self.admin.text(),
            self.title.text(),
            self.unit.text(),
            self.password.text(),
        )
        self.accept()

    @classmethod
    def ask(
        cls, parent: QWidget | None, sections: Sequence[str], restore: Callable[[], bool] | None = None
    ) -> Founding | None:
        """Return what is needed to found a desk; None where one leaves, or `restore` has brought one back."""
        dialog = cls(parent, sections, restore)
        return dialog.result_ if dialog.exec() else None

    def _show(self, step: int) -> None:
        self.fault.hide()
        self.steps.setCurrentIndex(step)
        self.back.setEnabled(step > 0)
        self.restore.setVisible(self._restores and step == 0)  # who has begun founds a desk
        last = step == self.steps.count() - 1
        self.ok.setText(self.tr("Lập bàn biên tập") if last else self.tr("Tiếp tục"))
        page = self.steps.currentWidget()
        first = page and (page.findChild(QLineEdit) or page.findChild(QPlainTextEdit))
        if first:
            first.setFocus()

    def _fault(self) -> tuple[QWidget, NotNow | str] | None:
        """Return the field of this step that is not as it must be, and why."""
        step = self.steps.currentIndex()
        if step == 0:
            words = self.tr("Cần điền tên cơ quan và tên bản tin.")
            empty = (field for field in (self.department, self.bulletin) if not field.text().strip())
            return next(((field, words) for field in empty), None)
        if step == 1 and not self.sections.toPlainText().strip():
            return self.sections, self.tr("Cần ít nhất một chuyên mục.")
        if step == 2:
            if not self.admin.text().strip():
                return self.admin, NotNow(Why.NAME_EMPTY)
            names = (self.admin, self.committee, self.department, self.bulletin)
            refused = passwords.refusal(self.password.text(), (field.text() for field in names))
            if refused is not None:
                return self.password, refused
            if self.password.text() != self.again.text():
                return self.again, self.tr("Hai lần gõ mật khẩu khác nhau.")
        return None

    def _complain_at(self, field: QWidget, fault: NotNow | str) -> None:
        """Say what is wrong right below its field."""
        self._below[field].addWidget(self.fault)
        self.complain(fault)
        field.setFocus()

    def _placed(self, field: QWidget) -> QVBoxLayout:
        """Return the place of a field that something may have to be said of."""
        place = self._below[field] = QVBoxLayout()
        place.setContentsMargins(0, 0, 0, 0)
        place.setSpacing(4)
        place.addWidget(field, 1)
        return place

    def _add_row(self, form: QFormLayout, words: str, field: QWidget) -> None:
        place = self._placed(field)
        form.addRow(words, place)
        named = form.labelForField(place)
        if isinstance(named, QLabel):
            named.setBuddy(field)

    def _step(self, heading: str, text: str) -> tuple[QVBoxLayout, QFormLayout]:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(label(heading, "heading"))
        column.addWidget(label(text, "muted", wrap=True))
        form = field_form()
        column.addLayout(form)
        self.steps.addWidget(page)
        return column, form

    def _add_department(self) -> None:
        column, form = self._step(
            self.tr("Bước 1/3. Cơ quan và bản tin"),
            self.tr("Những dòng này in trên bìa. Sau này sửa được trong Thiết lập."),
        )
        self.committee = QLineEdit("ĐẢNG BỘ TỈNH")
        self.department = QLineEdit("BAN TUYÊN GIÁO TỈNH ỦY")
        self.bulletin = QLineEdit("Thông báo nội bộ")
        self.purpose = QLineEdit("Tài liệu phục vụ sinh hoạt chi bộ")
        self.place = QLineEdit()
        self.place.setPlaceholderText(self.tr("Nơi xuất bản, ví dụ: Vinh"))
        form.addRow(self.tr("Đảng bộ"), self.committee)
        self._add_row(form, self.tr("Cơ quan"), self.department)
        self._add_row(form, self.tr("Tên bản tin"), self.bulletin)
        form.addRow(self.tr("Dòng dưới tên"), self.purpose)
        form.addRow(self.tr("Địa danh"), self.place)
        column.addStretch(1)

    def _add_sections(self, sections: Sequence[str]) -> None:
        column, _ = self._step(
            self.tr("Bước 2/3. Chuyên mục"),
            self.tr(
                "Mỗi dòng một chuyên mục, theo thứ tự in. Đây là gợi ý; cứ sửa cho đúng bản tin của mình."
            ),
        )
        self.sections = QPlainTextEdit("\n".join(sections))
        self.sections.setTabChangesFocus(True)
        self.sections.setAccessibleName(self.tr("Chuyên mục"))
        column.addLayout(self._placed(self.sections), 1)

    def _add_admin(self) -> None:
        column, form = self._step(
            self.tr("Bước 3/3. Người quản trị đầu tiên"),
            self.tr(
                "Người này thêm những người khác và giao vai trò. Mật khẩu để biết ai làm việc gì; "
                "tài liệu mật không để trong chương trình này."
            ),
        )
        self.admin, self.title, self.unit = QLineEdit(), QLineEdit(), QLineEdit()
        self.password, self.again = QLineEdit(), QLineEdit()
        for field in (self.password, self.again):
            field.setEchoMode(QLineEdit.EchoMode.Password)
        self._add_row(form, self.tr("Họ tên"), self.admin)
        form.addRow(self.tr("Chức vụ"), self.title)
        form.addRow(self.tr("Đơn vị"), self.unit)
        self._add_row(form, self.tr("Mật khẩu"), self.password)
        self._add_row(form, self.tr("Gõ lại mật khẩu"), self.again)
        column.addStretch(1)
