"""Put a meeting off, call it off, or move it to another time: with the reason, which stays in the calendar."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QButtonGroup, QLineEdit, QRadioButton, QWidget

from desk.calendar.meetings import StateWish
from desk.calendar.occurrences import OccurrenceRow
from desk.dates.series import MeetingState, When
from desk.errors import NotNow, Why
from ui.calendar.time_field import TimeField
from ui.controls.form_dialog import FormDialog
from ui.look.text_size import px
from ui.words import calendar as calendar_words

_REASONS = {
    MeetingState.CONFIRMED: "",
    MeetingState.POSTPONED: "Chưa có ngày mới; cuộc họp ở lại trên lịch, ghi rõ hoãn.",
    MeetingState.CANCELLED: "Không họp nữa; cuộc họp ở lại trên lịch, gạch ngang.",
    MeetingState.MOVED: "Họp lúc khác; ngày cũ vẫn ghi là đã dời.",
}


class StateDialog(FormDialog):
    """Chốt, hoãn, hủy or dời; a new time for the last. `wish` is what a notice proposes."""

    def __init__(
        self,
        parent: QWidget | None,
        row: OccurrenceRow,
        on_chosen: Callable[[StateDialog], None],
        wish: StateWish | None = None,
    ) -> None:
        super().__init__(
            parent, "Chốt, hoãn, hủy, dời", f"{row.title}\n{calendar_words.when(row)}", accept="Ghi vào lịch"
        )
        self._on_chosen = on_chosen
        cancel = self.buttons.button(self.buttons.StandardButton.Cancel)
        cancel.setText(self.tr("Đóng"))  # “Hủy” is one of the choices here
        self.setMinimumWidth(px(620))
        self.choices: dict[MeetingState, QRadioButton] = {}
        group = QButtonGroup(self)
        for state, told in _REASONS.items():
            made = QRadioButton(f"{calendar_words.state(state)}{'. ' + told if told else ''}")
            group.addButton(made)
            made.toggled.connect(lambda _: self._follow())
            self.choices[state] = made
            self.body.addWidget(made)
        self.when = TimeField()
        self.when.set_when(
            wish.when if wish is not None and wish.when is not None else When(row.start, row.end, row.part)
        )
        self.body.addWidget(self.when)
        self.reason = QLineEdit(wish.reason if wish is not None else row.reason)
        self.reason.setPlaceholderText(self.tr("Lý do, ví dụ: theo Thông báo của Thường trực Tỉnh ủy"))
        self.reason.setAccessibleName(self.tr("Lý do"))
        self.body.addWidget(self.reason)
        first = wish.state if wish is not None else MeetingState.POSTPONED
        self.choices[first].setChecked(True)
        self.choices[first].setFocus()
        self._follow()

    def chosen(self) -> MeetingState:
        """Return the state that was chosen."""
        return next(state for state, choice in self.choices.items() if choice.isChecked())

    def new_time(self) -> When | None:
        """Return the new time of one that is moved."""
        return self.when.when() if self.chosen() is MeetingState.MOVED else None

    def agree(self) -> None:
        """Refuse in place what lacks its reason."""
        if self.chosen() is not MeetingState.CONFIRMED and not self.reason.text().strip():
            self.complain(NotNow(Why.NOTE))
            self.reason.setFocus()
            return
        self.fault.hide()
        self._on_chosen(self)

    def _follow(self) -> None:
        if not hasattr(self, "when"):  # toggled while the choices are made
            return
        state = self.chosen()
        self.when.setVisible(state is MeetingState.MOVED)
        self.reason.setVisible(state is not MeetingState.CONFIRMED)
