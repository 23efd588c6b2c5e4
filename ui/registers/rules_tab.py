"""Quy tắc soát lỗi: what the proofreader looks for, each rule on or off and how grave it is."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QTableWidgetItem, QVBoxLayout, QWidget

from desk.acts.permission import refusal
from desk.acts.rules import Act
from desk.errors import DeskError
from desk.proofing.finding import Severity
from desk.registers.reading import OFF
from desk.text.vietnamese import bare
from ui.controls.combo import Combo
from ui.controls.framed_table import FramedTable
from ui.controls.labels import label, place
from ui.registers import operations
from ui.session.session import Session
from ui.words import proofing as words
from ui.words import wording


class RulesTab(QWidget):
    """A table of the rules: the tick turns one on or off, the box below sets how grave the chosen one is."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        refused = refusal(Act.SET_PROOF_RULE, session.me.roles)
        self.refused = wording.error(refused) if refused is not None else ""
        self._states: Mapping[str, str] = {}
        self._filling = False
        self._rules: list[str] = []
        self._sought = ""
        self.table = FramedTable(
            self.tr("Quy tắc soát lỗi"),
            (self.tr("Quy tắc"), self.tr("Nhóm"), self.tr("Mức")),
            (200, 160),
            stretch=0,
        )
        self.table.setProperty("framed", False)
        self.table.itemChanged.connect(self._ticked)
        self.table.currentCellChanged.connect(lambda *_: self._follow())
        self.level = Combo()
        self.level.setAccessibleName(self.tr("Mức của quy tắc đang chọn"))
        self.level.addItem(self.tr("Theo chương trình"), "")
        for severity in Severity:
            self.level.addItem(words.severity(severity), severity.value)
        self.level.addItem(self.tr("Tắt"), OFF)
        self.level.activated.connect(lambda _: self._set(self.chosen(), str(self.level.currentData())))
        self.told = label(self.tr("Mức của quy tắc đang chọn"), "muted")
        self.told.setBuddy(self.level)
        self.level.setToolTip(self.refused)
        row = QHBoxLayout()
        row.setContentsMargins(18, 8, 18, 8)
        row.addWidget(self.told)
        row.addWidget(self.level)
        row.addStretch(1)
        self.counted = label("", "muted")
        row.addWidget(self.counted)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.table, 1)
        column.addWidget(place("footer", row))
        self._fill()

    def show_states(self, states: Mapping[str, str]) -> None:
        """Show how the office has set the rules."""
        self._states = states
        self._fill()

    def seek(self, sought: str) -> None:
        """Show the rules that have these words."""
        self._sought = sought
        self._fill()

    def chosen(self) -> str:
        """Return the chosen rule; "" for none."""
        at = self.table.currentRow()
        return self._rules[at] if 0 <= at < len(self._rules) else ""

    def take_focus(self) -> None:
        """Begin in the table."""
        self.table.setFocus()

    def _fill(self) -> None:
        wanted = bare(self._sought).split()
        self._filling = True
        self._rules = [
            rule
            for rule in words.RULES
            if all(word in bare(f"{words.rule(rule)} {words.family(rule)}") for word in wanted)
        ]
        self.table.setRowCount(len(self._rules))
        for at, rule in enumerate(self._rules):
            state = self._states.get(rule, "")
            for column, text in enumerate((words.rule(rule), words.family(rule), _level(state))):
                item = QTableWidgetItem(text)
                item.setToolTip(text)
                item.setFlags(self._flags(item, ticked=column == 0))
                if column == 0:
                    item.setCheckState(Qt.CheckState.Unchecked if state == OFF else Qt.CheckState.Checked)
                self.table.setItem(at, column, item)
        self.table.choose_again(self._rules)
        self._filling = False
        off = sum(state == OFF for state in self._states.values())
        self.counted.setText(self.tr("Đang tắt {n} quy tắc").format(n=off) if off else "")
        self._follow()

    def _flags(self, item: QTableWidgetItem, *, ticked: bool) -> Qt.ItemFlag:
        flags = item.flags() & ~(Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsEditable)
        return flags | Qt.ItemFlag.ItemIsUserCheckable if ticked and not self.refused else flags

    def _follow(self) -> None:
        rule = self.chosen()
        self.level.setEnabled(bool(rule) and not self.refused)
        self.level.setCurrentIndex(max(0, self.level.findData(self._states.get(rule, ""))))

    def _ticked(self, item: QTableWidgetItem) -> None:
        if self._filling or item.column() != 0:
            return
        on = item.checkState() is Qt.CheckState.Checked
        self._set(self._rules[item.row()], "" if on else OFF)

    def _set(self, rule: str, state: str) -> None:
        if rule and state != self._states.get(rule, ""):
            operations.set_rule(self.session, rule, state).run(self.session, self, refused=self._regret)

    def _regret(self, error: DeskError) -> None:
        self.session.regret(error)
        self._fill()


def _level(state: str) -> str:
    if state == OFF:
        return wording.tr("Tắt")
    return words.severity(Severity(state)) if state else wording.tr("Theo chương trình")
