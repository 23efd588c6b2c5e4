"""How much of a series an edit is for; the dates that will change stand there before one agrees."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QFrame, QRadioButton, QScrollArea, QVBoxLayout, QWidget

from desk.meetings import PREVIEWED, DateChange
from desk.series import Scope
from ui import wording_calendar as words
from ui.dialogs.shell import Shell
from ui.office import Office
from ui.widgets.labels import empty, label, place

_SHOWN = 60


class ScopeDialog(Shell):
    """Three choices and the list of dates of the one chosen; `preview` asks the desk for it."""

    def __init__(
        self,
        parent: QWidget | None,
        office: Office,
        title: str,
        preview: Callable[[Scope], Sequence[DateChange]],
        on_chosen: Callable[[ScopeDialog], None],
        scopes: Sequence[Scope] = tuple(Scope),
        accept: str = "",
    ) -> None:
        super().__init__(parent, title, accept=accept)
        self._office, self._preview, self._on_chosen = office, preview, on_chosen
        self.setMinimumSize(560, 480)
        self.choices: dict[Scope, QRadioButton] = {}
        group = QButtonGroup(self)
        for scope in scopes:
            made = QRadioButton(words.SCOPES[scope])
            group.addButton(made)
            self.choices[scope] = made
            made.toggled.connect(lambda on, scope=scope: self._ask(scope) if on else None)
            self.body.addWidget(made)
        self._count = label("", "heading")
        self.body.addWidget(self._count)
        self._dates = QVBoxLayout()
        self._dates.setContentsMargins(12, 8, 12, 8)
        self._dates.setSpacing(4)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setAccessibleName(self.tr("Những ngày sẽ đổi"))
        area.setWidget(place("bare", self._dates))
        self.body.addWidget(area, 1)
        first = next(iter(self.choices.values()))
        first.setChecked(True)
        first.setFocus()

    def scope(self) -> Scope:
        """Return the choice."""
        return next(scope for scope, choice in self.choices.items() if choice.isChecked())

    def agree(self) -> None:
        """Hand the choice over."""
        self.fault.hide()
        self._on_chosen(self)

    def _ask(self, scope: Scope) -> None:
        self._office.ask(self, partial(self._preview, scope), self._show, key="scope", refused=self.complain)

    def _show(self, changes: Sequence[DateChange]) -> None:
        empty(self._dates)
        self.fault.hide()
        nothing = self.tr("Không ngày nào đổi, chỉ đổi nội dung")
        many = (
            self.tr("Hơn {n} ngày sẽ đổi") if len(changes) >= PREVIEWED - 60 else self.tr("{n} ngày sẽ đổi")
        )
        told = many.format(n=len(changes)) if changes else nothing
        self._count.setText(told)
        for one in changes[:_SHOWN]:
            self._dates.addWidget(label(self._line(one), "error" if one.now is None else "", wrap=True))
        if len(changes) > _SHOWN:
            more = self.tr("và {n} ngày nữa").format(n=len(changes) - _SHOWN)
            self._dates.addWidget(label(more, "muted"))
        self._dates.addStretch(1)

    def _line(self, one: DateChange) -> str:
        if one.now is None and one.was is not None:
            return self.tr("− {was}: không họp nữa").format(was=words.when(one.was))
        if one.was is None and one.now is not None:
            return self.tr("+ {now}").format(now=words.when(one.now))
        if one.was is not None and one.now is not None:
            return f"{words.when(one.was)}  →  {words.when(one.now)}"
        return ""
