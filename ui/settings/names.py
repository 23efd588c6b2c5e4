"""The names on the cover and the lines of the imprint."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import (
    QFormLayout,
    QLineEdit,
)

from desk.acts.rules import Act
from desk.acts.workflow_rules import RULES
from desk.department import settings
from desk.edition.edition import Imprint, Names
from ui.controls.labels import button, field_form, label, number_field
from ui.session.session import Session
from ui.settings import operations
from ui.settings.tab import Tab
from ui.words import wording


class NamesTab(Tab):
    """The names on the cover and the imprint's lines."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, Act.CHANGE_SETTINGS)
        self.fields: dict[str, QLineEdit] = {}
        self._as_stored: dict[str, str] | None = None
        self.copies = number_field(0, 1_000_000)
        self.copies.setSpecialValueText(" ")
        self.save = button(self.tr("Lưu"), self._save, "save", primary=True)
        self.column.addWidget(label(self.tr("Tên in trên bìa"), "heading"))
        above = self._form(
            ("committee", self.tr("Đảng bộ")),
            ("department", self.tr("Cơ quan")),
            ("bulletin", self.tr("Tên bản tin")),
            ("purpose", self.tr("Dòng dưới tên")),
            ("place", self.tr("Địa danh")),
        )
        self.column.addWidget(label(self.tr("Măng-sét cuối bản tin"), "heading"))
        text = self.tr(
            "Theo Luật Xuất bản 2012, Điều 27; cần xác nhận theo Luật Báo chí 2025. Dòng nào để trống thì không in."
        )
        self.column.addWidget(label(text, "muted", wrap=True))
        form = self._form(
            ("responsible", self.tr("Chịu trách nhiệm xuất bản")),
            ("board", self.tr("Ban Biên tập")),
            ("editors", self.tr("Biên tập")),
            ("designer", self.tr("Trình bày")),
            ("proofreader", self.tr("Sửa bản in")),
            ("licence", self.tr("Giấy phép xuất bản")),
            ("printer", self.tr("Nơi in, địa chỉ")),
            ("format", self.tr("Khổ in, nếu ghi khác")),
            ("periodicity", self.tr("Định kỳ")),
            ("deposit", self.tr("Nộp lưu chiểu")),
        )
        form.insertRow(6, self.tr("Số lượng in (cuốn)"), self.copies)
        self.column.addStretch(1)
        self._line_up(above, form)
        self.stand_below(self.save)
        for field in (*self.fields.values(), self.copies):
            field.setEnabled(self.may)
        for line in self.fields.values():
            line.textChanged.connect(self._follow)
            line.returnPressed.connect(self.save.click)
        self.copies.valueChanged.connect(self._follow)
        self._follow()

    def shown(self) -> None:
        """Read the stored words."""
        self.ask(lambda: (settings.names(), settings.imprint()), self._show)

    def point_to(self, field: str) -> None:
        """Put the cursor into a line; who may not change it is told who may."""
        line = self.fields.get(field, self.copies)
        line.setFocus()
        self.ensureWidgetVisible(line)
        if not self.may:
            may = frozenset(grant.role for grant in RULES[Act.CHANGE_SETTINGS].grants)
            text = self.tr("Măng-sét chung không sửa được ở vai trò của đồng chí. Vai trò sửa được: {roles}.")
            self.session.say(text.format(roles=wording.roles(may)), "warning")

    def _show(self, stored: tuple[Names, Imprint]) -> None:
        if self._as_stored is not None and self._words() != self._as_stored:
            return
        for name, field in self.fields.items():
            holder = stored[0] if hasattr(stored[0], name) else stored[1]
            field.setText(getattr(holder, name))
        self.copies.setValue(stored[1].copies)
        self._as_stored = self._words()
        self._follow()

    def dirty(self) -> bool:
        """Say whether a line differs from what is stored."""
        return self.may and self._as_stored not in (None, self._words())

    def drop_changes(self) -> None:
        """Show the stored lines again."""
        self._as_stored = None
        self.shown()

    def _follow(self) -> None:
        """Offer to save what was changed."""
        self.save.setEnabled(self.dirty())

    def _words(self) -> dict[str, str]:
        words = {name: field.text() for name, field in self.fields.items()}
        return {**words, "copies": str(self.copies.value())}

    def _save(self) -> None:
        self.keep_changes(lambda: None)

    def keep_changes(self, then: Callable[[], object]) -> None:
        """Save the lines, then go on."""
        words = self._words()
        of_names = {name: words[name] for name in Names.__slots__}
        of_imprint = {name: words[name] for name in Imprint.__slots__ if name != "copies"}
        imprint = Imprint(copies=self.copies.value(), **of_imprint)
        op = operations.change_names(self.session, Names(**of_names), imprint)
        self.run(op, lambda: self._keep(words, then))

    def _keep(self, words: dict[str, str], then: Callable[[], object]) -> None:
        self._as_stored = words
        self._follow()
        then()

    def _line_up(self, *forms: QFormLayout) -> None:
        """Let the fields of all forms begin below each other."""
        fields = (*self.fields.values(), self.copies)
        found = [form.labelForField(field) for form in forms for field in fields]
        named = [one for one in found if one is not None]
        widest = max(one.sizeHint().width() for one in named)
        for one in named:
            one.setMinimumWidth(widest)

    def _form(self, *rows: tuple[str, str]) -> QFormLayout:
        form = field_form()
        for name, words in rows:
            self.fields[name] = QLineEdit()
            form.addRow(words, self.fields[name])
        self.column.addLayout(form)
        return form
