"""What every tab of Thiết lập is: a scrolling column, and whether its person may change it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desk.acts.permission import refusal
from desk.acts.rules import Act
from desk.errors import DeskError
from ui.controls.labels import place
from ui.look.kept_size import keep
from ui.look.text_size import px
from ui.session.operation import Op
from ui.session.session import Session

T = TypeVar("T")

_WIDEST = 1040  # px at 100 %: of a line that can be read


class Tab(QScrollArea):
    """One subject; what its person may not change is shown but not offered."""

    def __init__(self, session: Session, may: Act | None) -> None:
        super().__init__()
        self.session = session
        self.may = may is None or refusal(may, session.me.roles) is None
        self._foot: QWidget | None = None
        self.setWidgetResizable(True)
        self.column = QVBoxLayout()
        self.column.setContentsMargins(28, 16, 28, 16)
        self.column.setSpacing(10)
        inside = place("bare", self.column)
        keep(inside, lambda: inside.setMaximumWidth(px(_WIDEST)))
        outside = QHBoxLayout()
        outside.setContentsMargins(0, 0, 0, 0)
        outside.addWidget(inside, 1)
        outside.addStretch(0)
        self.setWidget(place("bare", outside))

    def stand_below(self, button: QWidget) -> None:
        """Keep a button in sight below all that scrolls."""
        row = QHBoxLayout()
        row.setContentsMargins(28, 10, 28, 10)
        row.addWidget(button)
        row.addStretch(1)
        foot = self._foot = place("footer", row)
        foot.setParent(self)
        self.setViewportMargins(0, 0, 0, foot.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the foot along the lower edge."""
        super().resizeEvent(event)
        if self._foot is not None:
            tall = self._foot.sizeHint().height()
            self._foot.setGeometry(0, self.height() - tall, self.width(), tall)

    def shown(self) -> None:
        """Refresh; what was changed here and not yet saved stays."""

    def dirty(self) -> bool:
        """Say whether something was changed here and is not saved."""
        return False

    def keep_changes(self, then: Callable[[], object]) -> None:
        """Save what was changed here, then go on; a refusal is said, and one stays."""
        then()

    def drop_changes(self) -> None:
        """Forget what was changed here and show what is stored."""

    def ask(self, work: Callable[[], T], then: Callable[[T], None]) -> None:
        """Ask the desk a question for this tab."""
        self.session.client.ask(self, work, then, refused=self._regret)

    def run(self, op: Op, then: Callable[[], object] | None = None) -> None:
        """Run an operation; a refusal is said and leaves everything that was filled in as it is."""
        op.run(self.session, self, None if then is None else lambda _: then(), refused=self._regret)

    def _regret(self, error: DeskError) -> None:
        self.session.regret(error)
