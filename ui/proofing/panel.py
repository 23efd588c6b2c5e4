"""The panel Soát lỗi: what was found, by family, why, and what may be done with it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QMenu, QPushButton, QVBoxLayout

from desk.acts.permission import refusal
from desk.acts.rules import Act
from desk.proofing.article import PlacedFinding
from desk.proofing.finding import Severity
from ui.controls.action_table import ActionTable
from ui.controls.combo import Combo
from ui.controls.flow_layout import FlowLayout
from ui.controls.labels import action_button, label, place
from ui.controls.letter_keys import rest_letters
from ui.look.text_size import px
from ui.proofing import operations
from ui.proofing.actions import Fault, FaultState, faults, why_not_once
from ui.proofing.detail_area import DetailArea
from ui.proofing.finding_list import FindingView, shown
from ui.session.session import Session
from ui.words import proofing as words
from ui.words import wording

_KEYS = (Fault.TAKE_ALL, Fault.ONCE, Fault.HERE, Fault.EVERYWHERE, Fault.KEEP)
_SUGGESTED = 3  # suggestions that have a button


@dataclass(frozen=True, slots=True)
class Text:
    """What the panel works on: a text that is written, or one that is read and suggested to.

    `take` mends findings, each as its suggestion has it; `show` brings a finding into sight, None lets go of it.
    """

    take: Callable[[Sequence[tuple[PlacedFinding, str]]], None]
    show: Callable[[PlacedFinding | None], None]
    leave: Callable[[], None]  # back to where one writes or reads
    undo: Callable[[], None] | None = None  # of what was mended last; None leaves Ctrl+Z to the page


class ProofPanel(QFrame):
    """Walks through findings by keyboard: arrows look, Enter mends, Del passes over, Esc goes back to the text."""

    counted = Signal(int)  # findings that are left
    passed_over = Signal()  # once: its mark goes

    def __init__(self, session: Session, text: Text, take: str) -> None:
        super().__init__()
        self._session, self._text = session, text
        self._all: tuple[PlacedFinding, ...] = ()
        self._left: tuple[PlacedFinding, ...] = ()
        self._once: set[tuple[str, str, tuple[str, str]]] = set()
        self._article, self._may, self._stops = 0, False, False
        self.list = FindingView()
        self.list.setAccessibleName(self.tr("Soát lỗi"))
        self.acts = ActionTable(
            self,
            faults(take),
            {
                Fault.TAKE: lambda: self._take(0),
                Fault.TAKE_ALL: self._take_all,
                Fault.ONCE: self._pass_over_once,
                Fault.HERE: self._pass_over_here,
                Fault.EVERYWHERE: self._pass_over_everywhere,
                Fault.KEEP: self._keep,
            },
        )
        self.family = Combo()
        self.family.setAccessibleName(self.tr("Loại lỗi"))
        self.family.setSizeAdjustPolicy(Combo.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        rest_letters(self.family)
        self.sum = label("", "heading", wrap=True)
        self._kind, self._why, self._source = (
            label("", "small"),
            label("", wrap=True),
            label("", "small", wrap=True),
        )
        self._suggested = FlowLayout(margin=0)
        self._lay()
        self.family.currentIndexChanged.connect(lambda _: self._fill())
        self.list.chosen.connect(self._look_at)
        self.list.taken.connect(self._take)
        self.show_found((), 0, may=False)

    def _lay(self) -> None:
        head = QVBoxLayout()
        head.setContentsMargins(14, 12, 14, 10)
        head.setSpacing(8)
        head.addWidget(self.sum)
        head.addWidget(self.family)
        inside = QVBoxLayout()
        inside.setContentsMargins(14, 10, 14, 12)
        inside.setSpacing(6)
        inside.addWidget(self._kind)
        inside.addWidget(self._why)
        inside.addWidget(self._source)
        inside.addLayout(self._suggested)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        self._pass = QPushButton(self.tr("Bỏ qua"))
        menu = QMenu(self._pass)
        menu.addActions(
            [self.acts[which] for which in (Fault.ONCE, Fault.HERE, Fault.EVERYWHERE, Fault.KEEP)]
        )
        self._pass.setMenu(menu)
        buttons.addWidget(self._pass)
        buttons.addWidget(action_button(self.acts[Fault.TAKE_ALL], key=False), 1)
        inside.addLayout(buttons)
        self._detail = DetailArea(place("bare", inside))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.list, 1)
        column.addWidget(self._detail)
        self.setFocusProxy(self.list)

    # -- what is shown -----------------------------------------------------------------------------------

    def show_found(
        self, found: Sequence[PlacedFinding], article_id: int, *, may: bool, stops: bool = False
    ) -> None:
        """Show what was found in an article (0: one that is not stored).

        `may`: it can be mended; `stops`: with something wrong the article is not sent on, so that nothing wrong is
        passed over but for good.
        """
        if article_id != self._article:
            self._once.clear()
        self._all, self._article, self._may, self._stops = tuple(found), article_id, may, stops
        if stops:
            self._once -= {_key(one) for one in found if one.finding.severity is Severity.WRONG}
        self._fill()

    def left(self) -> tuple[PlacedFinding, ...]:
        """Return what was found and not passed over, in reading order."""
        return self._left

    def step(self, by: int, after: Callable[[PlacedFinding], bool] | None = None) -> None:
        """Look at the next finding, or the one before; with `after` at the first for which it is true."""
        rows = self.list.found.found
        if not rows:
            self.list.setFocus()
            return
        here = self.list.currentIndex().row()
        if after is not None and not self.list.hasFocus():
            here = next((at for at, one in enumerate(rows) if after(one)), 0 if by > 0 else len(rows))
            at = here if by > 0 else here - 1
        else:
            at = here + by
        self.list.setFocus()
        self.list.choose(at % len(rows))
        self._look_at(self.list.current())

    def choose(self, one: PlacedFinding) -> None:
        """Look at a finding that was pressed on the page."""
        if one not in self.list.found.found:
            self.family.setCurrentIndex(0)
        if one in self.list.found.found:
            self.list.choose(self.list.found.found.index(one))

    def _fill(self) -> None:
        """Show what is left of the chosen family; the place in the list stays."""
        row, family = self.list.currentIndex().row(), self.family.currentData()
        self._left = tuple(one for one in self._all if _key(one) not in self._once)
        self.sum.setText(words.counted(Counter(one.finding.severity for one in self._left)))
        self._offer_families(family)
        family = self.family.currentData()
        rows = [one for one in self._left if not family or one.finding.family == family]
        self.list.blockSignals(True)
        self.list.found.show(rows)
        self.list.blockSignals(False)
        if rows and self.list.hasFocus():
            self.list.choose(min(max(row, 0), len(rows) - 1))
        self._look_at(self.list.current())
        self.counted.emit(len(self._left))

    def _offer_families(self, chosen: str | None) -> None:
        counts = Counter(one.finding.family for one in self._left)
        self.family.blockSignals(True)
        self.family.clear()
        self.family.addItem(self.tr("Tất cả ({n})").format(n=len(self._left)), "")
        for name in (
            *(one for one in words.FAMILIES if one in counts),
            *(counts.keys() - words.FAMILIES.keys()),
        ):
            self.family.addItem(f"{words.family(name)} ({counts[name]})", name)
        self.family.setCurrentIndex(max(0, self.family.findData(chosen)))
        self.family.setVisible(len(counts) > 1)
        self.family.blockSignals(False)

    def _look_at(self, one: PlacedFinding | None) -> None:
        focus = QApplication.focusWidget()
        if focus is not None and self._detail.isAncestorOf(focus):
            self.list.setFocus()  # what was pressed goes: the next key must not fall into the text
        self._detail.setVisible(one is not None)
        self.acts.follow(
            FaultState(
                one is not None,
                one is not None and bool(one.finding.suggestions),
                self._may,
                self._why_not_kept(one),
                bool(self._article),
                self._must_settle(one),
            )
        )
        while (item := self._suggested.takeAt(0)) is not None:
            gone = item.widget()
            if gone is not None:
                gone.hide()
                gone.deleteLater()
        if one is not None:
            kind = f"{words.family(one.finding.family)} · {words.severity(one.finding.severity).lower()}"
            self._kind.setText(kind)
            self._why.setText(one.finding.message)
            self._source.setText(one.finding.source)
            self._source.setVisible(bool(one.finding.source))
            for at, suggestion in enumerate(one.finding.suggestions[:_SUGGESTED]):
                self._suggested.addWidget(self._button(one, at, suggestion))
        self._detail.fit()
        self._text.show(one if self.list.hasFocus() else None)

    def _button(self, one: PlacedFinding, at: int, suggestion: str) -> QPushButton:
        said = shown(one.instead(suggestion)) or self.tr("bỏ đoạn này")
        take = self.acts[Fault.TAKE]
        face = f"{take.text()}: {said}" if at == 0 else said
        made = QPushButton(
            self.fontMetrics().elidedText(face, Qt.TextElideMode.ElideMiddle, px(200)).replace("&", "&&")
        )
        if at == 0:
            made.setProperty("kind", "primary")
        key = self.tr("Enter") if at == 0 else str(at + 1)
        made.setToolTip(take.whatsThis() or f"{take.text()}: {said} ({key})")
        made.setAccessibleName(f"{take.text()}: {said}")
        made.setEnabled(self._may)
        made.clicked.connect(lambda: self._take(at))
        return made

    # -- what is done ------------------------------------------------------------------------------------

    def _take(self, at: int) -> None:
        one = self.list.current()
        if one is None or not self._may or at >= len(one.finding.suggestions):
            self._say_why(self.acts[Fault.TAKE])
            return
        self._drop([one])
        self._text.take([(one, one.finding.suggestions[at])])

    def _take_all(self) -> None:
        from ui.proofing.take_all_dialog import TakeAllDialog

        one = self.list.current()
        if one is None:
            return
        alike = [
            each for each in self._left if each.finding.rule == one.finding.rule and each.finding.suggestions
        ]
        chosen = TakeAllDialog.ask(self.window(), alike, self.acts[Fault.TAKE].text())
        if chosen:
            self._drop(chosen)
            self._text.take([(each, each.finding.suggestions[0]) for each in chosen])

    def _drop(self, gone: Sequence[PlacedFinding]) -> None:
        """Let findings go that are being mended: the list does not wait for the next reading."""
        row = self.list.currentIndex().row()
        self._all = tuple(one for one in self._all if all(one is not each for each in gone))
        self._fill()
        rows = self.list.found.found
        if rows:
            self.list.choose(min(row, len(rows) - 1))

    def pass_over(self, one: PlacedFinding) -> None:
        """Say no more of a finding, as long as the article is open."""
        if self._must_settle(one):
            self._session.say(why_not_once(), "info")
            return
        self._once.add(_key(one))
        self._fill()
        self.passed_over.emit()

    def _must_settle(self, one: PlacedFinding | None) -> bool:
        return self._stops and one is not None and one.finding.severity is Severity.WRONG

    def _pass_over_once(self) -> None:
        one = self.list.current()
        if one is not None:
            self.pass_over(one)

    def _pass_over_here(self) -> None:
        one = self.list.current()
        if one is not None and self._article:
            operations.ignore_here(self._session, one, self._article).run(self._session, self)

    def _pass_over_everywhere(self) -> None:
        from ui.controls.reason_dialog import ReasonDialog

        one = self.list.current()
        if one is None:
            return
        told = self.tr(
            "Máy sẽ không nói đến “{words}” trong bài nào nữa. Lý do được ghi vào nhật ký; lấy lại ở Sổ tay."
        )
        reason = ReasonDialog.ask(
            self.window(),
            self.tr("Cả cơ quan bỏ qua"),
            told.format(words=one.words),
            self.tr("Bỏ qua"),
            example=self.tr("Ví dụ: Tên riêng của địa phương; quy ước của cơ quan."),
        )
        if reason is not None:
            operations.ignore_everywhere(self._session, one, reason).run(self._session, self)

    def event(self, event: QEvent) -> bool:
        """Keep its own keys from the page around it: Esc, those of its acts, Ctrl+Z where it takes a mending back."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            own = event.key() == Qt.Key.Key_Escape or self._undoes(event) or self._act_of(event) is not None
            event.setAccepted(own)
            if own:
                return True
        return super().event(event)

    def _keep(self) -> None:
        """Put the word into the register, or the document, which is then known in every article."""
        one = self.list.current()
        entry = operations.entry_of(one) if one is not None else None
        if entry is not None:
            operations.keep(self._session, entry).run(self._session, self)

    def _why_not_kept(self, one: PlacedFinding | None) -> str:
        if one is None:
            return self.tr("Chọn một chỗ trong danh sách.")
        refused = refusal(Act.ADD_TO_REGISTER, self._session.me.roles)
        if refused is not None:
            return wording.error(refused)
        return "" if operations.entry_of(one) else self.tr("Chỗ này không phải một từ hay một văn bản.")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back to the text by Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self._text.leave()
        elif self._undoes(event) and self._text.undo is not None:
            self._text.undo()
        elif (act := self._act_of(event)) is not None:
            if act.isEnabled():
                act.trigger()
            else:
                self._say_why(act)
        else:
            super().keyPressEvent(event)

    def _say_why(self, act: QAction) -> None:
        """Say why a key does nothing."""
        if act.whatsThis():
            self._session.say(act.whatsThis(), "info")

    def _act_of(self, event: QKeyEvent) -> QAction | None:
        """Return the act of a key; Enter is the list's alone."""
        pressed = QKeySequence(event.keyCombination())
        return next((self.acts[one] for one in _KEYS if self.acts[one].shortcut() == pressed), None)

    def _undoes(self, event: QKeyEvent) -> bool:
        return self._text.undo is not None and event.matches(QKeySequence.StandardKey.Undo)


def _key(one: PlacedFinding) -> tuple[str, str, tuple[str, str]]:
    """Return what tells a finding from others, wherever its paragraph stands by now."""
    return one.finding.rule, one.words, one.context
