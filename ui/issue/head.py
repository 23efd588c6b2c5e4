"""The head of Bản tin: which issue, its state, what is said of it, and what is done next."""

from __future__ import annotations

from PySide6.QtGui import QKeySequence, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QVBoxLayout, QWidget

from desk.acts.rules import IssueState
from ui.articles.actions_footer import show_with
from ui.controls.elided_combo import ElidedCombo
from ui.controls.elided_label import ElidedLabel
from ui.controls.labels import action_button, header, place, tool_button
from ui.issue.actions import IssueActions
from ui.issue.state_chip import StateChip

_NARROW = 900  # pixels of the page


class IssueHead(QWidget):
    """Gives up its words for the issue and the buttons where there is little room."""

    def __init__(self, acts: IssueActions, issues: ElidedCombo) -> None:
        super().__init__()
        self._issues = issues
        self.chip, self.theme, self.told = StateChip(), ElidedLabel(), ElidedLabel("small")
        menu = QMenu(self)
        menu.setToolTipsVisible(True)  # what may not be done says why
        for action in (acts.new, acts.edit, acts.design, acts.sections, acts.want, acts.write, None,
                       acts.unclose, acts.reopen):  # fmt: skip
            if action is None:
                menu.addSeparator()
            else:
                menu.addAction(action)
        more = tool_button(self.tr("Việc khác của số (Alt+V)"), lambda: None, "more")
        more.setMenu(menu)
        more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        more.setShortcut(QKeySequence("Alt+V"))
        close = self.close_button = action_button(acts.close, key=False)
        acts.close.changed.connect(lambda: close.setVisible(acts.close.isEnabled()))
        release = action_button(acts.release, primary=True, key=False)
        acts.release.changed.connect(lambda: release.setVisible(acts.release.isEnabled()))
        gather = action_button(acts.gather, key=False)
        show_with(gather, acts.gather)
        bar, self._name, plain = header(
            self.tr("Bản tin"), gather, close, action_button(acts.export, key=False), release, more
        )
        plain.hide()
        self._aside = place("bare", said := QHBoxLayout())
        said.setContentsMargins(0, 0, 0, 0)
        said.setSpacing(10)
        said.addWidget(self.theme)
        said.addWidget(self.told)
        said.addStretch(1)
        row = bar.layout()
        if isinstance(row, QHBoxLayout):
            row.insertWidget(1, issues)
            row.insertWidget(2, self.chip)
            row.insertWidget(3, self._aside, 100)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(bar)

    def say(self, told: str, theme: str, state: IssueState | None, *, again: str = "") -> None:
        """Say what the issue is; that it is made `again` is more than all else."""
        self.told.say(again or told, told if again else "")
        self.theme.say("" if again else theme)
        self.chip.show_state(state)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the room to the issue and its buttons on a narrow screen."""
        super().resizeEvent(event)
        self.share()

    def share(self) -> None:
        """Share the room anew: the issues, or the width, are others."""
        narrow = self.width() < _NARROW
        self._name.setVisible(not narrow)
        self._aside.setVisible(not narrow)
        self._issues.setMinimumWidth(min(self._issues.sizeHint().width(), 150 if narrow else 300))
