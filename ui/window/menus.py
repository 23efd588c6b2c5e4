"""The window's menus: every action with its key, gathered when a menu is opened.

A menu fits the smallest screen at the largest size of words: what is done less often stands in a menu of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow, QMenu

from desk.acts.rules import Act
from ui.window.commands import SHOWN, SIZES, Commands, Do
from ui.window.pages import Pages


@dataclass(frozen=True, slots=True)
class Group:
    """Actions that stand in a menu of their own within a menu."""

    title: str
    actions: list[QAction]


_SELDOM = (Act.FILE, Act.REOPEN, Act.BIN, Act.RESTORE, Act.REASSIGN, Act.CORRECT)  # acts on an article

Actions: TypeAlias = "Sequence[QAction | Group | None]"  # None stands for a rule


class Menus(QObject):
    """Fills the menu bar; an action of a page that was not made yet makes its page."""

    def __init__(self, window: QMainWindow, commands: Commands, pages: Pages) -> None:
        super().__init__(window)
        self._window, self._commands, self._pages = window, commands, pages
        self._groups: dict[str, Callable[[], Actions]] = {
            self.tr("&Tệp"): self._file,
            self.tr("&Bài"): self._article,
            self.tr("&Duyệt"): self._review,
            self.tr("&Lịch"): self._calendar,
            self.tr("&Số bản tin"): self._issue,
            self.tr("T&ra cứu"): self._look_up,
            self.tr("&Xem"): self._view,
            self.tr("Trợ &giúp"): self._help,
        }
        for title, actions in self._groups.items():
            _add_menu(window, title, actions)

    def mine(self) -> QMenu:
        """Make the menu of the person who sits here."""
        menu = QMenu(self._window)
        _fill(menu, [*self._all(Do.PASSWORD, Do.LIGHT, Do.DARK), None, self._commands[Do.SIGN_OUT]])
        return menu

    def show_keys(self) -> None:
        """Show the sheet of keys, a group a menu."""
        from ui.window.keys_dialog import KeysDialog
        from ui.words import calendar as calendar_words
        from ui.words import intake as intake_words

        groups = [(title, list(_flat(actions()))) for title, actions in self._groups.items()]
        groups.insert(2, (self.tr("Soạn bài"), self._pages.editor.form.actions()))
        more = {self.tr("&Tệp"): intake_words.keys(), self.tr("&Lịch"): calendar_words.keys()}
        dialog = KeysDialog(self._window, groups, more)
        dialog.finished.connect(
            dialog.deleteLater
        )  # its lines would be dressed with every change of the look
        dialog.open()

    def _all(self, *which: Do) -> list[QAction]:
        return [self._commands[do] for do in which]

    def _file(self) -> Actions:
        pages = self._pages
        return [
            *self._all(Do.NEW, Do.IMPORT, Do.IMPORT_FOLDER, Do.PASTE_FILES),
            None,
            pages.editor.save,
            pages.issue.acts.export,
            *self._all(Do.ARCHIVE, Do.SALVAGE),
            None,
            Group(self.tr("Sao lưu"), self._all(Do.BACKUP, Do.BACKUPS)),
            *self._all(Do.CHECK, Do.PASSWORD, Do.SIGN_OUT, Do.QUIT),
        ]

    def _article(self) -> Actions:
        pages = self._pages
        acts = pages.acts.actions
        rest = [acts[act] for act in _SELDOM]
        often = [action for action in acts.all() if action not in rest]
        return [
            *often,
            Group(self.tr("Việc khác với bài"), rest),
            None,
            *self._all(Do.UNDO, Do.REVISIONS, Do.MEETING),
            Group(
                self.tr("In, gửi bài"), [*pages.acts.circulation.actions.all(), self._commands[Do.BY_CODE]]
            ),
            Group(self.tr("Tệp gốc"), pages.acts.originals.actions.all()),
            None,
            Group(
                self.tr("Đang soạn"),
                [
                    self._commands[Do.DRAFTS],
                    pages.editor.submit,
                    pages.editor.back,
                    *pages.editor.discussion.actions(),
                    *pages.editor.proofing.actions(),
                ],
            ),
            self._commands[Do.SEEK],
        ]

    def _review(self) -> Actions:
        ways, changes, discussion, proofing, tabs = _parts(self._pages.review.actions_of_menu())
        groups = [Group(self.tr("Trao đổi"), discussion), Group(self.tr("Soát lỗi"), proofing)]
        return [*ways, None, *changes, *groups, Group(self.tr("Thẻ bên cạnh"), tabs)]

    def _calendar(self) -> Actions:
        page = self._pages.calendar
        steps, sheet = page.steps()[:-1], page.steps()[-1]
        notice, *files = page.in_and_out.all()
        return [
            *page.meeting_actions(),
            None,
            notice,
            Group(self.tr("Nhập, xuất lịch (.ics)"), files),
            None,
            Group(self.tr("Cách xem và ngày"), steps),
            sheet,
        ]

    def _issue(self) -> Actions:
        issue, articles, closing, out, pages = _parts(self._pages.issue.actions_of_menu())
        released = [action for part in _parts(self._pages.shelf.actions_of_menu()) for action in part]
        return [
            *issue,
            Group(self.tr("Bài trong số"), articles),
            None,
            *closing,
            None,
            *out,
            Group(self.tr("Xem trang in"), pages),
            Group(self.tr("Số đã phát hành"), released),
        ]

    def _look_up(self) -> Actions:
        of_entry, of_all = self._pages.registers.actions_of_menu()
        return [
            self._commands[Do.REGISTERS],
            None,
            *of_entry,
            None,
            *of_all,
            None,
            *self._all(Do.SEEK, Do.BY_CODE),
        ]

    def _view(self) -> Actions:
        return [
            *self._all(*(do for do in SHOWN if do is not Do.REGISTERS)),
            None,
            *self._all(Do.SIDEBAR),
            None,
            *self._all(Do.LIGHT, Do.DARK),
            None,
            Group(self.tr("Cỡ chữ"), self._all(*SIZES)),
        ]

    def _help(self) -> Actions:
        return self._all(Do.KEYS, Do.ABOUT)


def _add_menu(window: QMainWindow, title: str, actions: Callable[[], Actions]) -> None:
    menu = window.menuBar().addMenu(title)
    menu.setToolTipsVisible(True)  # what may not be done says why
    menu.aboutToShow.connect(lambda: _fill(menu, actions()))


def _fill(menu: QMenu, actions: Actions) -> None:
    menu.clear()
    for old in menu.findChildren(QMenu):
        old.deleteLater()
    for action in actions:
        if action is None:
            menu.addSeparator()
        elif isinstance(action, Group):
            inner = menu.addMenu(action.title)
            inner.setToolTipsVisible(True)
            inner.addActions(action.actions)
            inner.menuAction().setVisible(any(one.isVisible() for one in action.actions))
        else:
            menu.addAction(action)


def _flat(actions: Actions) -> Iterator[QAction]:
    for action in actions:
        if isinstance(action, Group):
            yield from action.actions
        elif action is not None:
            yield action


def _parts(actions: Iterable[QAction | None]) -> list[list[QAction]]:
    """Return what stands between the rules of a page's list."""
    parts: list[list[QAction]] = [[]]
    for action in actions:
        if action is None:
            parts.append([])
        else:
            parts[-1].append(action)
    return parts
