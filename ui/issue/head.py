"""The head of Bản tin: which issue, its state, what is said of it, and what is done next."""

from __future__ import annotations

from PySide6.QtGui import QKeySequence, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QVBoxLayout, QWidget

from desk.acts.rules import IssueState
from ui.articles.actions_footer import show_with
from ui.controls.elided_combo import ElidedCombo
from ui.controls.elided_label import ElidedLabel
from ui.controls.labels import action_button, place, tool_button
from ui.controls.page_head import header
from ui.controls.pane_room import PaneRoom
from ui.issue.actions import Do, IssueActions
from ui.issue.state_chip import StateChip
from ui.look.text_size import px

_NARROW = 1000  # px at 100 %, of the page
_MORE = (Do.NEW, Do.EDIT, Do.DESIGN, Do.FIT, Do.UNFIT, Do.SECTIONS, Do.WANT, Do.WRITE)


class IssueHead(QWidget):
    """Gives up its words for the issue and the buttons where there is little room."""

    def __init__(self, acts: IssueActions, issues: ElidedCombo, room: PaneRoom) -> None:
        super().__init__()
        self._issues = issues
        self.chip, self.theme, self.told = StateChip(), ElidedLabel(), ElidedLabel("small")
        menu = QMenu(self)
        menu.setToolTipsVisible(True)  # what may not be done says why
        menu.addActions([acts[which] for which in _MORE])
        menu.addSeparator()
        menu.addActions([acts[Do.UNCLOSE], acts[Do.REOPEN]])
        more = tool_button(self.tr("Việc khác của số (Alt+V)"), lambda: None, "more")
        more.setMenu(menu)
        more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        more.setShortcut(QKeySequence("Alt+V"))
        close = self.close_button = action_button(acts[Do.CLOSE], key=False)
        acts[Do.CLOSE].changed.connect(lambda: close.setVisible(acts[Do.CLOSE].isEnabled()))
        release = action_button(acts[Do.RELEASE], primary=True, key=False)
        acts[Do.RELEASE].changed.connect(lambda: release.setVisible(acts[Do.RELEASE].isEnabled()))
        gather = action_button(acts[Do.GATHER], key=False)
        bar, self._name, plain = header(
            self.tr("Bản tin"),
            room.button,
            gather,
            close,
            action_button(acts[Do.EXPORT], key=False),
            release,
            more,
        )
        show_with(gather, acts[Do.GATHER])
        plain.hide()
        self._aside = place("bare", said := QHBoxLayout())
        said.setContentsMargins(0, 0, 0, 0)
        said.setSpacing(10)
        said.addWidget(self.theme)
        said.addWidget(self.told)
        said.addStretch(1)
        row = bar.row
        row.insertWidget(1, issues)
        row.insertWidget(2, self.chip)
        row.insertWidget(3, self._aside, 100)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(bar)

    def say(self, words: str, theme: str, state: IssueState | None, *, again: str = "") -> None:
        """Say what the issue is; that it is made `again` is more than all else."""
        self.told.say(again or words, words if again else "")
        self.theme.say("" if again else theme)
        self.chip.show_state(state)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the room to the issue and its buttons on a narrow screen."""
        super().resizeEvent(event)
        self.share()

    def share(self) -> None:
        """Share the room anew: the issues, or the width, are others."""
        narrow = self.width() < px(_NARROW)
        self._name.setVisible(not narrow)
        self._aside.setVisible(not narrow)
        self.chip.shorten(narrow)
        self._issues.setMinimumWidth(min(self._issues.sizeHint().width(), px(120 if narrow else 300)))
