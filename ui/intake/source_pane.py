"""The middle of the preview: what a file holds, the roles of its paragraphs, what is doubtful, what was left out."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from desk.intake.recogniser.roles import Role
from desk.intake.result import Doubt
from ui.controls.action_table import ActionTable
from ui.controls.elided_label import ElidedLabel
from ui.controls.flow_layout import FlowLayout
from ui.controls.labels import action_button, label
from ui.intake.chosen_files import choose_photo
from ui.intake.doubts_box import DoubtsBox
from ui.intake.entry import Entry, State
from ui.intake.paragraph_list import ParagraphList
from ui.intake.role_actions import ROLES, TABLE, Give, Selected
from ui.look.kept_size import keep_least_width
from ui.look.text_size import px
from ui.words import intake as intake_words
from ui.words import wording

_LEAST, _LOW = 220, 420  # px at 100 %: its width, and the height below which it is low
_ROWS = 3  # doubts in sight


def _flow(*widgets: QWidget) -> QWidget:
    """Set widgets in rows, as many a row as fit."""
    made = QWidget()
    flow = FlowLayout(0)
    made.setLayout(flow)
    for widget in widgets:
        flow.addWidget(widget)
    return made


class SourcePane(QWidget):
    """Shows one entry's source and changes its arrangement."""

    changed = Signal()  # another article comes of the source
    field_wanted = Signal(object)  # a Doubt that no paragraph is about
    original_wanted = Signal()  # the text before its tracked changes, or after them again

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("place", "page")
        keep_least_width(self, _LEAST)
        self._entry: Entry | None = None
        self._name, self._kind = ElidedLabel("heading"), label("", "small")
        self._facts = ElidedLabel("small")
        self.original = QPushButton()
        self.original.setProperty("kind", "plain")
        self.original.setAutoDefault(False)
        self.original.clicked.connect(lambda: self.original_wanted.emit())
        self.list = ParagraphList()
        self.list.role_given.connect(self.give)
        self.list.chosen.connect(lambda _: self._follow())
        self.list.selectionModel().selectionChanged.connect(lambda *_: self._follow())
        self.actions_of_roles = ActionTable(
            self, TABLE, {**{give: self._giver(give) for give in ROLES}, Give.PHOTO: self.choose_photo}
        )
        self.list.menu_of_roles = QMenu(self)
        self.list.menu_of_roles.addActions(self.actions_of_roles.all())
        self._status = ElidedLabel("small")
        self.doubts = DoubtsBox()
        self.doubts.wanted.connect(self.show_doubt)
        self._build()
        self._follow()

    def _build(self) -> None:
        head, facts = QHBoxLayout(), QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._name)
        head.addWidget(self._kind)
        head.addStretch(1)
        facts.addWidget(_flow(self._facts, self.original))  # one below the other where both find no room
        for row in (head, facts):
            row.setContentsMargins(12, 0, 12, 0)
        buttons = {give: action_button(self.actions_of_roles[give]) for give in Give}
        for button in buttons.values():
            button.setProperty("kind", "small")
            button.setAutoDefault(False)
        self.photo = buttons[Give.PHOTO]
        self._roles = _flow(*buttons.values())
        roles = QHBoxLayout()
        roles.setContentsMargins(12, 2, 12, 2)
        roles.addWidget(self._roles)
        status = QHBoxLayout()
        status.setContentsMargins(12, 2, 12, 0)
        status.addWidget(self._status)
        status.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 8)
        column.setSpacing(4)
        column.addLayout(head)
        column.addLayout(facts)
        column.addLayout(roles)
        column.addWidget(self.list, 1)
        column.addLayout(status)
        column.addWidget(self.doubts)

    # -- shown -----------------------------------------------------------------------------------------

    def show_entry(self, entry: Entry) -> None:
        """Show an entry that was read, or its state after something was decided."""
        other = entry is not self._entry
        self._entry = entry
        arrangement = entry.arrangement
        self._name.say(entry.name)
        self._kind.setText(intake_words.kind(entry.kind) if entry.kind else "")
        facts = []
        if entry.comments:
            facts.append(intake_words.comments(entry.comments))
        if entry.tracked:
            facts.append(intake_words.tracked(entry.tracked, original=entry.shows_original))
        self._facts.say(" · ".join(facts))
        back, forth = self.tr("Xem bản sau sửa"), self.tr("Xem bản gốc")
        self.original.setText(back if entry.shows_original else forth)
        self.original.setVisible(bool(entry.tracked))
        # On one line with the button, their words are too.
        self._facts.setMinimumHeight(self.original.sizeHint().height() if entry.tracked else 0)
        taken = arrangement.taken()
        self.list.show_pieces(arrangement.pieces, arrangement.doubtful())
        if other and arrangement.pieces:
            self.list.go_to(0)
            self.list.scrollToTop()
        left_out = [*taken.dropped, *([wording.dropped(taken.left_out)] if taken.left_out else [])]
        self.doubts.show_doubts(arrangement.doubts(), left_out)
        self._follow()

    def facts(self) -> str:
        """Return what is said of comments and changes."""
        return self._facts.words()

    def reason(self) -> str:
        """Return what is said of the current paragraph."""
        return self._status.words()

    def role_buttons(self) -> list[QPushButton]:
        """Return the buttons that give roles."""
        return [one for one in self._roles.findChildren(QPushButton) if one is not self.photo]

    def show_doubt(self, doubt: Doubt) -> None:
        """Go to the paragraph that a doubt is about, or ask for its field."""
        place = self._entry.arrangement.place_of(doubt) if self._entry is not None else None
        if place is None:
            self.field_wanted.emit(doubt)
        else:
            self.list.go_to(place)
            self.list.setFocus()

    def step_doubt(self, by: int) -> None:
        """Go to the next (1) or the last (-1) doubtful paragraph, round the end."""
        places = self._entry.arrangement.doubtful() if self._entry is not None and self._entry.now else []
        if places:
            now = self.list.current()
            ahead = (
                [at for at in places if at > now] if by > 0 else [at for at in reversed(places) if at < now]
            )
            self.list.go_to((ahead or (places if by > 0 else places[::-1]))[0])
            self.list.setFocus()
        else:
            self._status.say(self.tr("Bài này không còn chỗ nào phải xem."))

    def _follow(self) -> None:
        entry, place = self._entry, self.list.current()
        if entry is None or entry.now is None or place < 0:
            self.actions_of_roles.follow(Selected())
            self._status.say("")
            self.photo.hide()
            return
        may = entry.state in (State.NEW, State.SKIPPED)
        lacks = may and entry.arrangement.lacks_picture(place)
        self.actions_of_roles.follow(Selected(may and bool(self.list.selected()), lacks))
        self.photo.setVisible(lacks)
        reason = self.list.pieces.reason(place)
        self._status.say(f"{intake_words.without_picture()} {reason}" if lacks else reason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the paragraphs their room where there is little."""
        super().resizeEvent(event)
        self.doubts.keep_rows(_ROWS if self.height() > px(_LOW) else 1)

    # -- decided ---------------------------------------------------------------------------------------

    def give(self, role: Role) -> None:
        """Give the selected paragraphs a role."""
        entry = self._entry
        if entry is not None and entry.is_open() and entry.arrangement.give(self.list.selected(), role):
            self.changed.emit()

    def choose_photo(self) -> None:
        """Ask for the photograph of the current caption."""
        photo = choose_photo(self)
        if photo is not None:
            self.attach(photo)

    def attach(self, photo: Path) -> None:
        """Put a photograph over the current caption."""
        entry, place = self._entry, self.list.current()
        if entry is not None and entry.is_open() and entry.arrangement.lacks_picture(place):
            entry.arrangement.attach(entry.arrangement.pieces[place].piece.block.id, photo)
            self.changed.emit()

    def _giver(self, give: Give) -> Callable[[], object]:
        role = give.value
        return lambda: self.give(role) if isinstance(role, Role) else None
