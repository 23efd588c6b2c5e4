"""Thiết lập: the department's names and imprint, chuyên mục, people, the look."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QRadioButton,
    QTabWidget,
)

from desk.acts.gate import Changes
from desk.today.first_steps import Step
from ui.controls.action_table import Entry, make_action
from ui.controls.choice_dialog import ChoiceDialog
from ui.controls.labels import label
from ui.controls.page_head import header
from ui.look import local_settings, style, text_size
from ui.look.style import Scheme
from ui.session import system_tray
from ui.session.page import Page
from ui.session.session import Session
from ui.settings.checklists import ChecklistsTab
from ui.settings.delegation import DelegationTab
from ui.settings.holidays import HolidaysTab
from ui.settings.legal import LegalTab
from ui.settings.names import NamesTab
from ui.settings.people import PeopleTab
from ui.settings.review import ReviewTab
from ui.settings.sections import SectionsTab
from ui.settings.tab import Tab


class SettingsPage(Page):
    """Tabs, one a subject; what a person may not change is shown but not offered."""

    types = True

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        head, _, _ = header(self.tr("Thiết lập"))
        self.column.addWidget(head)
        self.tabs = QTabWidget()
        self.names = NamesTab(session)
        self.sections = SectionsTab(session)
        self.people = PeopleTab(session)
        self.practice = ReviewTab(session)
        self.checklists = ChecklistsTab(session)
        self.delegation = DelegationTab(session)
        self.days = HolidaysTab(session)
        self.legal = LegalTab(session)
        self.look = LookTab(session)
        for tab, words in (
            (self.names, self.tr("Cơ quan, măng-sét")),
            (self.sections, self.tr("Chuyên mục")),
            (self.people, self.tr("Người và vai trò")),
            (self.practice, self.tr("Cách duyệt")),
            (self.checklists, self.tr("Mục kiểm tra")),
            (self.delegation, self.tr("Ký thay")),
            (self.days, self.tr("Ngày nghỉ, kỷ niệm")),
            (self.legal, self.tr("Khung pháp lý")),
            (self.look, self.tr("Giao diện")),
        ):
            self.tabs.addTab(tab, words)
        self._stored = (
            self.names,
            self.sections,
            self.people,
            self.practice,
            self.checklists,
            self.delegation,
            self.days,
            self.legal,
        )
        self._stale = set[Tab]()  # not asked since the desk may have changed
        self.tabs.currentChanged.connect(self._ask_the_one_in_view)
        self.column.addWidget(self.tabs, 1)
        make_action(self, Entry("", key="Ctrl+S"), self._save)

    def _save(self) -> None:
        tab = self.tabs.currentWidget()
        if isinstance(tab, Tab) and tab.dirty():
            tab.keep_changes(lambda: None)

    def shown(self) -> None:
        """Refresh the tab in view, each other one when it is turned to."""
        self._refresh(self._stored)

    def _refresh(self, tabs: Iterable[Tab]) -> None:
        self._stale.update(tabs)
        self._ask_the_one_in_view()

    def _ask_the_one_in_view(self) -> None:
        tab = self.tabs.currentWidget()
        if isinstance(tab, Tab) and tab in self._stale:
            self._stale.remove(tab)
            tab.shown()

    def dirty(self) -> bool:
        """Say whether a tab has changes that are not saved."""
        return any(tab.dirty() for tab in self._stored)

    def leave(self, then: Callable[[], None]) -> None:
        """Make sure of what was changed on any tab, then go on; staying is one of the answers."""
        changed: list[Tab] = [tab for tab in self._stored if tab.dirty()]
        if not changed:
            then()
            return
        self.tabs.setCurrentWidget(changed[0])
        names = ", ".join(f"“{self.tabs.tabText(self.tabs.indexOf(tab))}”" for tab in changed)
        answer = ChoiceDialog.ask(
            self,
            self.tr("Thiết lập chưa lưu"),
            self.tr("Lưu thay đổi ở {tabs} trước khi rời chương trình?").format(tabs=names),
            (self.tr("Lưu"), self.tr("Bỏ thay đổi")),
        )
        if answer == 0:
            changed[0].keep_changes(lambda: self._keep_rest(changed[1:], then))
        elif answer == 1:
            for tab in changed:
                tab.drop_changes()
            then()

    def _keep_rest(self, changed: list[Tab], then: Callable[[], None]) -> None:
        if not changed:
            then()
            return
        self.tabs.setCurrentWidget(changed[0])  # where a refusal is to be mended
        changed[0].keep_changes(lambda: self._keep_rest(changed[1:], then))

    def show_step(self, step: Step) -> None:
        """Show where a new desk's people, chuyên mục, imprint or recovery code are kept."""
        tabs = {
            Step.PEOPLE: self.people,
            Step.SECTIONS: self.sections,
            Step.DESIGN: self.names,
            Step.RECOVERY: self.people,
        }
        self.tabs.setCurrentWidget(tabs[step])

    def show_imprint(self, field: str) -> None:
        """Show a line of the imprint."""
        self.tabs.setCurrentWidget(self.names)
        self.names.point_to(field)

    def heed(self, changes: Changes) -> None:
        """Refresh when people or settings changed."""
        if self.isVisible() and changes.people:
            self._refresh((self.people, self.delegation))
        if self.isVisible() and changes.settings:
            self._refresh((self.names, self.sections, self.practice, self.checklists, self.days, self.legal))


class LookTab(Tab):
    """Light, dark, or as the system says; how large words are; what is told at the corner of the screen."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, None)
        self.column.addWidget(label(self.tr("Màu nền"), "heading"))
        self.group = QButtonGroup(self)
        for scheme, words in (
            (Scheme.SYSTEM, self.tr("Theo máy")),
            (Scheme.LIGHT, self.tr("Sáng")),
            (Scheme.DARK, self.tr("Tối")),
        ):
            box = QRadioButton(words)
            box.setProperty("scheme", scheme.value)
            box.setChecked(style.look().scheme is scheme)
            box.toggled.connect(lambda on, s=scheme: self._wear(s) if on else None)
            self.group.addButton(box)
            self.column.addWidget(box)
        self.column.addSpacing(8)
        self.column.addWidget(label(self.tr("Cỡ chữ"), "heading"))
        self.sizes = QButtonGroup(self)
        for percent in text_size.CHOICES:
            box = QRadioButton(self.tr("{n} %").format(n=percent))
            box.setChecked(text_size.chosen() == percent)
            box.toggled.connect(lambda on, n=percent: self._enlarge(n) if on else None)
            self.sizes.addButton(box, percent)
            self.column.addWidget(box)
        self.column.addSpacing(8)
        self.column.addWidget(label(self.tr("Thông báo"), "heading"))
        self.notices = QCheckBox(self.tr("Báo ở góc màn hình khi có việc mới chờ tôi"))
        self.notices.setChecked(system_tray.shows())
        self.notices.toggled.connect(system_tray.set_shown)
        self.column.addWidget(self.notices)
        self.column.addStretch(1)
        style.look().changed.connect(self._follow)

    def _follow(self) -> None:
        """Mark what is in force, which the menu may have changed."""
        self.sizes.button(text_size.chosen()).setChecked(True)
        for box in self.group.buttons():
            if box.property("scheme") == style.look().scheme.value:
                box.setChecked(True)

    def _enlarge(self, percent: int) -> None:
        if text_size.chosen() != percent:
            style.look().wear(style.look().scheme, percent)
            local_settings.write("look/text", str(percent))

    def _wear(self, scheme: Scheme) -> None:
        if style.look().scheme is not scheme:
            style.look().wear(scheme)
            local_settings.write("look/scheme", scheme.value)
