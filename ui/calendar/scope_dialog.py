"""How much of a series an edit is for; the dates that will change stand there before one agrees."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QFrame, QRadioButton, QScrollArea, QVBoxLayout, QWidget

from desk.calendar.meetings import DateChange, Preview
from desk.dates.series import EditScope
from ui.controls.form_dialog import FormDialog
from ui.controls.labels import empty, label, place
from ui.look.text_size import px
from ui.session.desk_client import DeskClient
from ui.words import calendar as calendar_words

_SHOWN = 60


class ScopeDialog(FormDialog):
    """Three choices and the list of dates of the one chosen; `preview` asks the desk for it."""

    def __init__(
        self,
        parent: QWidget | None,
        client: DeskClient,
        title: str,
        preview: Callable[[EditScope], Preview],
        on_chosen: Callable[[ScopeDialog], None],
        scopes: Sequence[EditScope] = tuple(EditScope),
        accept: str = "",
    ) -> None:
        super().__init__(parent, title, accept=accept)
        self._client, self._preview, self._on_chosen = client, preview, on_chosen
        self.setMinimumSize(px(560), px(480))
        self.choices: dict[EditScope, QRadioButton] = {}
        group = QButtonGroup(self)
        for scope in scopes:
            made = QRadioButton(calendar_words.SCOPES[scope])
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

    def scope(self) -> EditScope:
        """Return the choice."""
        return next(scope for scope, choice in self.choices.items() if choice.isChecked())

    def agree(self) -> None:
        """Hand the choice over."""
        self.fault.hide()
        self._on_chosen(self)

    def _ask(self, scope: EditScope) -> None:
        self._client.ask(self, lambda: self._preview(scope), self._show, key="scope", refused=self.complain)

    def _show(self, told: Preview) -> None:
        empty(self._dates)
        self.fault.hide()
        self._count.setText(self._counted(told))
        shown = told.dates[:_SHOWN]
        for one in shown:
            self._dates.addWidget(label(self._line(one), "error" if one.now is None else "", wrap=True))
        if len(told.dates) > len(shown) and not told.more:
            more = self.tr("và {n} ngày nữa").format(n=len(told.dates) - len(shown))
            self._dates.addWidget(label(more, "muted"))
        self._dates.addStretch(1)

    def _counted(self, told: Preview) -> str:
        if not told.dates:
            return self.tr("Không ngày nào đổi")
        only_words = all(one.was == one.now for one in told.dates)
        if told.more:
            endless = self.tr("Chuỗi không hẹn ngày kết thúc; {n} ngày đầu sẽ đổi:")
            return endless.format(n=min(_SHOWN, len(told.dates)))
        many = self.tr("{n} ngày đổi nội dung, giờ giữ nguyên") if only_words else self.tr("{n} ngày sẽ đổi")
        return many.format(n=len(told.dates))

    def _line(self, one: DateChange) -> str:
        if one.now is None and one.was is not None:
            return self.tr("− {was}: không họp nữa").format(was=calendar_words.when(one.was))
        if one.was is None and one.now is not None:
            return self.tr("+ {now}").format(now=calendar_words.when(one.now))
        if one.was is not None and one.was == one.now:
            return self.tr("{was}: đổi nội dung").format(was=calendar_words.when(one.was))
        if one.was is not None and one.now is not None:
            return f"{calendar_words.when(one.was)}  →  {calendar_words.when(one.now)}"
        return ""
