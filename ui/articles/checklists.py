"""The side panel's checklists: what the program has checked, what a person ticks, what a chief lets pass."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desk.acts.requirements import Auto, Before, ItemState, Level
from desk.acts.rules import Act
from desk.review.checklists import Lists
from ui.controls.labels import fill, label, place
from ui.controls.line_button import LineButton
from ui.look import style
from ui.look.text_size import px
from ui.words import review as review_words
from ui.words import wording

_INDENT = 25  # pixels to the words beside a box
# What a release is stopped by for a picture, however much the list asks for it: only a chief lets it pass.
_STOPS_PRINT = frozenset({Auto.CAPTIONS, Auto.SHARPNESS})
_NEVER_LET_PASS = frozenset({Auto.SUGGESTIONS, Auto.SIGNS})


class Checks(QScrollArea):
    """Three short lists; a tick holds for the text as it stands, and says when the text moved on."""

    ticked = Signal(int, bool)  # item, on or off
    overruled = Signal(int, str)  # item, its words: a reason is asked for
    taken_back = Signal(int)  # an overruling
    findings_wanted = Signal()  # of the proofreader

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(self.tr("Kiểm tra"))
        self._shown: tuple[Lists | None, frozenset[Act]] = (None, frozenset())
        self._suggested = 0
        self._wrong: int | None = None
        self._behind = False  # it shows another number than it knows
        self.boxes: dict[int, QCheckBox] = {}
        self.passes: dict[int, QPushButton] = {}
        self._lines: dict[int, QWidget] = {}
        style.look().changed.connect(self._dress)

    def _dress(self) -> None:
        self.show_lists(*self._shown)

    def show_lists(self, lists: Lists | None, acts: frozenset[Act]) -> None:
        """Show an article's checklists; `acts` is what the reader may do to it."""
        hands = (*self.boxes.items(), *self.passes.items())
        focused = next((item for item, hand in hands if hand.hasFocus()), 0)
        self._shown, self._behind = (lists, acts), False
        self.boxes, self.passes, self._lines = {}, {}, {}
        column = QVBoxLayout()
        column.setContentsMargins(14, 12, 14, 12)
        column.setSpacing(12)
        if lists is not None and self._wrong is not None:
            column.addWidget(self._proofread(self._wrong))
        for before in Before:
            states = lists.of(before) if lists else ()
            if states:
                column.addWidget(self._card(before, states, acts))
        if lists is None:
            column.addWidget(label(self.tr("Chọn một bài để xem các mục kiểm tra."), "empty", wrap=True))
        column.addStretch(1)
        at = self.verticalScrollBar().value()
        fill(self, place("bare", column))
        self.verticalScrollBar().setValue(at)
        hand = self._hand(focused)
        if hand is not None:
            hand.setFocus()
            self._reveal(self._lines[focused])

    def show_wrong(self, number: int | None, suggested: int = 0) -> None:
        """Say above the lists how much the proofreader takes for wrong; None where it has not read.

        `suggested` counts what is wrong still and waits as a suggestion.
        """
        if (number, suggested) != (self._wrong, self._suggested):
            self._wrong, self._suggested = number, suggested
            if self.isVisible():
                self.show_lists(*self._shown)
            else:  # not on the way of a key that leads to another article
                self._behind = True

    def showEvent(self, event: QShowEvent) -> None:
        """Say what was learned behind another tab."""
        super().showEvent(event)
        if self._behind:
            self.show_lists(*self._shown)

    def point_to(self, item: str) -> None:
        """Bring an item before print into view, by its words or the name of what ticks it, ready to be pressed."""
        lists, _ = self._shown
        found = next((one for one in lists.print if _name(one) == item), None) if lists else None
        if found is None:
            return
        hand, line = self._hand(found.item.id), self._lines[found.item.id]
        if hand is not None and hand.isEnabled():
            hand.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        self._reveal(line)

    def _hand(self, item: int) -> QAbstractButton | None:
        """Return what is pressed at an item: its box, else what lets it pass; None for neither."""
        return self.boxes.get(item) or self.passes.get(item)

    def _reveal(self, line: QWidget) -> None:
        """Bring a line into view once it is laid out: a list that was made this moment has no places yet."""
        QTimer.singleShot(0, line, lambda: self.ensureWidgetVisible(line, 0, 24))

    def _proofread(self, wrong: int) -> QWidget:
        words = self.tr("Máy soát thấy {n} chỗ sai").format(n=wrong)
        if not wrong and self._suggested:
            words = self.tr("{n} chỗ sai đã có đề nghị sửa, chưa sửa").format(n=self._suggested)
        elif not wrong:
            words = self.tr("Máy soát không thấy chỗ nào sai")
        open_ = bool(wrong or self._suggested)
        line = LineButton(words, "", "warning" if open_ else "met", "amber" if open_ else "green", wrap=True)
        line.clicked.connect(self.findings_wanted)
        return line

    def _card(self, before: Before, states: Sequence[ItemState], acts: frozenset[Act]) -> QWidget:
        card = QFrame()
        card.setProperty("place", "card")
        column = QVBoxLayout(card)
        column.setContentsMargins(12, 10, 12, 10)
        column.setSpacing(4)
        head = QHBoxLayout()
        head.addWidget(label(review_words.before(before), "heading"))
        head.addStretch(1)
        met = sum(state.met for state in states)
        head.addWidget(label(f"{met}/{len(states)}", "small"))
        column.addLayout(head)
        for state in states:
            column.addWidget(self._line(state, acts))
        return card

    def _line(self, state: ItemState, acts: frozenset[Act]) -> QWidget:
        words = review_words.requirement(state.item.auto.value if state.item.auto else "", state.item.text)
        by_hand = state.item.auto is None and not state.reason
        row = QHBoxLayout()
        row.setContentsMargins(0, 2, 0, 2)
        row.setSpacing(8)
        if not by_hand:
            row.addWidget(self._sign(state), 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(1)
        if by_hand:
            column.addWidget(self._box(state, words, acts))
        else:
            column.addWidget(label(words, wrap=True))
        text = self._told(state)
        if text:
            remark = label(text, "error" if state.missing else "small", wrap=True)
            remark.setContentsMargins(_INDENT if by_hand else 0, 0, 0, 0)
            column.addWidget(remark)
        row.addLayout(column, 1)
        if state.reason and Act.UNTICK in acts and Act.OVERRULE in acts:
            back = self._plain(self.tr("Thôi cho qua"), words)
            back.clicked.connect(lambda: self.taken_back.emit(state.item.id))
            self.passes[state.item.id] = back
            column.addWidget(back, 0, Qt.AlignmentFlag.AlignLeft)
        elif _in_the_way(state) and Act.OVERRULE in acts and state.item.auto not in _NEVER_LET_PASS:
            let = self._plain(self.tr("Cho qua…"), words)
            let.clicked.connect(lambda: self.overruled.emit(state.item.id, words))
            self.passes[state.item.id] = let
            column.addLayout(_indented(let, _INDENT if by_hand else 0))
        widget = self._lines[state.item.id] = place("bare", row)
        return widget

    def _plain(self, text: str, words: str) -> QPushButton:
        button = QPushButton(text)
        button.setProperty("kind", "link")
        button.setAccessibleName(f"{text} {words}")
        return button

    def _box(self, state: ItemState, words: str, acts: frozenset[Act]) -> QCheckBox:
        box = _WrappedBox(words)
        box.setChecked(state.met)
        box.setEnabled((Act.UNTICK if state.met else Act.TICK) in acts)
        box.toggled.connect(lambda on: self.ticked.emit(state.item.id, on))
        self.boxes[state.item.id] = box
        return box

    def _told(self, state: ItemState) -> str:
        if state.reason:
            text = self.tr("{by} cho qua lúc {when}: “{reason}”")
        elif state.by:
            text = self.tr("{by}, {when}")
        elif state.stale:
            return self.tr("Đã đánh dấu cho phiên bản trước; chữ đã đổi, xin xem lại.")
        elif state.missing:
            return review_words.level(Level.REQUIRED)
        else:
            return ""
        when = wording.moment(state.at) if state.at else ""
        return text.format(by=state.by, when=when, reason=state.reason)

    def _sign(self, state: ItemState) -> QLabel:
        name, token = ("met", "green") if state.met else ("unmet", "muted")
        if state.reason:
            name, token = "warning", "amber"
        elif not state.met:
            name, token = ("error", "accent") if state.missing else ("unmet", "amber")
        caption = QLabel()
        caption.setPixmap(style.pixmap(name, token, px(16), self.devicePixelRatioF()))
        caption.setFixedSize(16, 20)
        return caption


def _in_the_way(state: ItemState) -> bool:
    """Say whether something may wait for a chief to let it pass."""
    item = state.item
    return state.missing or (not state.met and item.before is Before.PRINT and item.auto in _STOPS_PRINT)


def _name(state: ItemState) -> str:
    return state.item.auto.value if state.item.auto else state.item.text


def _indented(widget: QWidget, by: int) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setContentsMargins(by, 0, 0, 0)
    row.addWidget(widget)
    row.addStretch(1)
    return row


class _WrappedBox(QCheckBox):
    """A check box whose words break over lines."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self.setAccessibleName(words)
        self._words = label(words, wrap=True)
        self._words.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        row = QHBoxLayout(self)
        row.setContentsMargins(_INDENT, 1, 2, 1)
        row.addWidget(self._words)

    def hitButton(self, pos: QPoint) -> bool:
        """Let the words be pressed as the box is."""
        return True

    def sizeHint(self) -> QSize:
        """Ask for the words' room, not the style's."""
        inside = self.layout()
        return inside.sizeHint() if inside is not None else super().sizeHint()
