"""Dạy bằng số cũ: what the proofreader has learned of the office's own old issues."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desk import clock
from desk.acts.permission import refusal
from desk.acts.rules import Act
from desk.registers.taught import TaughtRow
from ui.controls.choice_dialog import ChoiceDialog
from ui.controls.labels import button, label
from ui.look.kept_size import keep
from ui.look.text_size import px
from ui.registers import operations
from ui.session.session import Session
from ui.words import wording

_WIDEST = 720  # px at 100 %: of a line that can be read


class TaughtTab(QWidget):
    """What it is good for, what was taught, and that it can be forgotten; `ways` takes the buttons that teach."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self._row: TaughtRow | None = None
        refused = refusal(Act.UNTEACH, session.me.roles)
        self._refused = wording.error(refused) if refused is not None else ""
        told = self.tr(
            "Máy soát lỗi biết tiếng Việt nói chung. Dạy thêm bằng các số bản tin cũ của cơ quan, nó quen với tên "
            "đất, tên người và cách viết của địa phương nên ít báo nhầm hơn. Chỉ số lần gặp của từng chữ được giữ; "
            "không bài nào được chép vào đây."
        )
        self.state = label("", "heading", wrap=True)
        self.more = label("", "muted", wrap=True)
        self.ways = QVBoxLayout()  # one below the other: three in a row have no room where words are large
        self.ways.setContentsMargins(0, 0, 0, 0)
        self.ways.setAlignment(Qt.AlignmentFlag.AlignLeft)
        self.drop = button(self.tr("Bỏ những gì đã dạy"), self._forget, "bin")
        self.ways.addWidget(self.drop)
        inside = QWidget()
        inside.setProperty("place", "bare")
        keep(inside, lambda: inside.setMaximumWidth(px(_WIDEST)))
        column = QVBoxLayout(inside)
        column.setContentsMargins(28, 20, 28, 16)
        column.setSpacing(10)
        for part in (label(told, "", wrap=True), self.state, self.more):
            column.addWidget(part)
        column.addLayout(self.ways)
        column.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(inside, 1)
        row.addStretch(0)
        row.setAlignment(Qt.AlignmentFlag.AlignLeft)
        self.show_taught(None)

    def show_taught(self, row: TaughtRow | None) -> None:
        """Show by how many articles it was taught."""
        self._row = row
        if row is None:
            self.state.setText(self.tr("Chưa dạy bằng số cũ nào."))
            self.more.setText("")
        else:
            self.state.setText(self.tr("Đã dạy bằng {n} bài.").format(n=wording.number(row.articles)))
            when = wording.short_date(clock.local(row.at).date())
            self.more.setText(self.tr("{by} dạy ngày {when}.").format(by=row.by, when=when))
        self.drop.setVisible(row is not None)
        self.drop.setEnabled(not self._refused)
        self.drop.setToolTip(self._refused)

    def seek(self, words: str) -> None:
        """There is nothing to be found here."""

    def take_focus(self) -> None:
        """Begin at the first button: what teaches, not what forgets."""
        items = (self.ways.itemAt(at) for at in range(self.ways.count()))
        hands = [hand for item in items if item is not None and (hand := item.widget()) is not None]
        next((hand for hand in hands if hand.isEnabled()), self.drop).setFocus()

    def _forget(self) -> None:
        told = self.tr("Máy soát lỗi sẽ báo như trước khi được dạy. Muốn có lại phải dạy lại từ đầu.")
        if ChoiceDialog.ask(self, self.tr("Bỏ những gì đã dạy"), told, (self.tr("Bỏ"),), cautious=True) == 0:
            operations.forget(self.session).run(self.session, self, refused=self.session.regret)
