"""The one maker of actions: a page lists its actions in a table, a line for each, and follows its state.

class Do(Enum):
    MAKE = auto()
    REMOVE = auto()

TABLE: Table[Do, Chosen] = {
    Do.MAKE: Entry(mark("Cuộc họp mới…"), "meeting-add", "N"),
    Do.REMOVE: Entry(mark("Xóa…"), "bin", "Del", when=lambda chosen: chosen.why_not(Act.REMOVE_MEETING)),
}
self.actions = ActionTable(page, TABLE, {Do.MAKE: self.make, Do.REMOVE: self.ask_removal})
self.actions.follow(chosen)
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Generic, TypeAlias, TypeVar

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QEvent, QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from ui.controls.labels import keep_icon

E = TypeVar("E", bound=Enum)
S = TypeVar("S")


def mark(words: str) -> str:
    """Mark words of an entry for translation."""
    return str(QT_TRANSLATE_NOOP("actions", words))


class Reach(Enum):
    """Where an action's key acts: the names of Qt's contexts, for the first page is made without `Qt`."""

    PAGE = "WidgetWithChildrenShortcut"  # while the focus is on its page
    WINDOW = "WindowShortcut"
    READ = "WidgetShortcut"  # its widget reads the key itself; menus and tooltips only name it


@dataclass(frozen=True, slots=True)
class Entry(Generic[S]):
    """An action: its words, its icon, its key ("" leaves it to button and menu), and when it may be done.

    `when` is asked with the state that the table follows: "" lets it be done, a sentence says why not, and is shown
    on the action. `may` is asked where there is nothing to show; `why` says it to who presses the key all the same.
    `shown` says whether button and menu have it at all, `on` whether it is checked.
    """

    words: str
    icon: str = ""
    key: str = ""
    when: Callable[[S], str] | None = None
    shown: Callable[[S], bool] | None = None
    reach: Reach = Reach.PAGE
    repeats: bool = True  # whether it acts again while its key is held
    checkable: bool = False
    may: Callable[[S], bool] | None = None
    why: Callable[[S], str] | None = None
    on: Callable[[S], bool] | None = None  # an action that has it is checkable
    names_key: bool = False  # its tooltip names its key
    token: str = "ink"  # the colour of its icon


Table: TypeAlias = Mapping[E, Entry[S]]


class ActionTable(QObject, Generic[E, S]):
    """The actions of a table, made for one page."""

    def __init__(self, owner: QWidget, table: Table[E, S], on: Mapping[E, Callable[[], object]]) -> None:
        super().__init__(owner)
        self._table = table
        self._made = {which: make_action(owner, entry, on[which]) for which, entry in table.items()}

    def __getitem__(self, which: E) -> QAction:
        return self._made[which]

    def __iter__(self) -> Iterator[E]:
        return iter(self._made)

    def all(self) -> list[QAction]:
        """Return the actions in the order of the table."""
        return list(self._made.values())

    def follow(self, state: S) -> None:
        """Enable, explain and show each action as the state has it."""
        for which, entry in self._table.items():
            action = self._made[which]
            if entry.shown is not None:  # first: an action that is not visible cannot be enabled
                action.setVisible(entry.shown(state))
            if entry.when is not None:
                allow(action, entry.when(state))
            if entry.may is not None:
                action.setEnabled(entry.may(state))
            if entry.why is not None:
                action.setWhatsThis("" if action.isEnabled() else entry.why(state))
            if entry.on is not None:
                action.setChecked(entry.on(state))

    def live_with(self, page: QWidget) -> None:
        """Let the keys act while a page is in view, and else not: another page may have the same.

        The actions stay in the menus with their keys; only where these act is another.
        """
        page.installEventFilter(self)
        self._reach(page.isVisible())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the page that comes into view, or goes."""
        if event.type() in (QEvent.Type.Show, QEvent.Type.Hide):
            self._reach(event.type() == QEvent.Type.Show)
        return super().eventFilter(watched, event)

    def _reach(self, live: bool) -> None:
        for which, entry in self._table.items():
            if entry.key:
                reach = entry.reach if live else Reach.READ
                self._made[which].setProperty("shortcutContext", reach.value)

    def set_live(self, live: bool) -> None:
        """Let the keys act, or rest while one types; buttons and menus stay."""
        for which, entry in self._table.items():
            self._made[which].setProperty("shortcut", entry.key if live else "")


def allow(action: QAction, why_not: str) -> None:
    """Let an action be done, or say why it may not."""
    tip = str(action.property("tip") or "")
    action.setWhatsThis(why_not)
    if tip:  # of a button without words: it must not lose its name
        action.setToolTip(f"{tip}\n{why_not}" if why_not else tip)
    else:
        action.setToolTip(why_not or action.text())
    action.setEnabled(not why_not)


def make_action(owner: QWidget, entry: Entry[S], on: Callable[[], object]) -> QAction:
    """Make one action and add it to its owner."""
    action = QAction(QCoreApplication.translate("actions", entry.words), owner)
    if entry.icon:
        action.setProperty("icon_name", entry.icon)
        keep_icon(action, entry.icon, entry.token)
    if entry.key:
        action.setProperty("shortcut", entry.key)
        action.setProperty("shortcutContext", entry.reach.value)
    action.setAutoRepeat(entry.repeats)
    action.setCheckable(entry.checkable or entry.on is not None)
    if entry.names_key:
        action.setProperty("tip", _tip(action))
        action.setToolTip(_tip(action))
    action.triggered.connect(lambda: on())
    if entry.reach is not Reach.READ:
        owner.addAction(action)
    return action


def _tip(action: QAction) -> str:
    words = action.text().removesuffix("…")
    key = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    return f"{words} ({key})" if key else words
