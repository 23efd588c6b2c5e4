"""The chuyên mục of an issue: ordered, renamed, added, dropped."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from desk import clock
from desk.acts.rules import Stage
from desk.database.issue_tables import IssueSection
from desk.issues import placing, sections
from desk.issues import plan as issue_plan
from desk.issues.sections import SectionWish
from tests.making import Cast, article, filled, words
from tests.ui.issue.planned import at_issue, put_issue, version_seen
from tests.ui.modal import answer, front
from ui.issue.actions import Do
from ui.issue.sections_dialog import IssueSectionsDialog
from ui.window.window import Window

Sit = Callable[[int], Window]


@pytest.fixture(autouse=True)
def _in_april() -> None:
    clock.set_clock(lambda: datetime(2019, 4, 20, 3, tzinfo=UTC))


def _sections(window: Window, hand: Callable[[IssueSectionsDialog], None]) -> None:
    met = answer(IssueSectionsDialog, hand)
    window.pages.issue.acts[Do.SECTIONS].trigger()
    assert met


def _choose(dialog: IssueSectionsDialog, title: str) -> None:
    (item,) = dialog.list.findItems(title, Qt.MatchFlag.MatchExactly)
    dialog.list.setCurrentItem(item)


def test_a_section_of_one_issue_is_renamed_and_dropped(sit: Sit, cast: Cast) -> None:
    put_issue(cast)
    sections.arrange_sections(cast.secretary, 1, 1, [SectionWish(0, "Chào mừng"), SectionWish(0, "Tạm")])
    window = at_issue(sit, cast)

    def change(dialog: IssueSectionsDialog) -> None:
        _choose(dialog, issue_plan.plan(1).parts[2].title)
        assert not dialog.rename.isEnabled()
        assert not dialog.drop.isEnabled()
        _choose(dialog, "Chào mừng")
        assert dialog.rename.isEnabled()
        dialog.rename.click()
        field = dialog.list.viewport().findChild(QLineEdit)
        assert field is not None
        field.setText("Chào mừng Đại hội")
        dialog.list.setFocus()
        _choose(dialog, "Tạm")
        dialog.drop.click()
        dialog.agree()

    _sections(window, change)
    titles = [part.title for part in issue_plan.plan(1).parts]
    assert titles[0] == "Chào mừng Đại hội"
    assert "Tạm" not in titles
    assert "Chào mừng" not in titles


def test_a_section_in_which_something_stands_is_not_dropped(sit: Sit, cast: Cast) -> None:
    put_issue(cast)
    sections.arrange_sections(cast.secretary, 1, 1, [SectionWish(0, "Chào mừng")])
    own = issue_plan.plan(1).parts[0]
    made = article(cast, words("Bài"), Stage.APPROVED)
    placing.place(cast.secretary, 1, version_seen(), [made], own.section_id)
    window = at_issue(sit, cast)

    def drop_it(dialog: IssueSectionsDialog) -> None:
        _choose(dialog, "Chào mừng")
        dialog.drop.click()
        assert "đang có bài nên không bỏ được" in dialog.fault.text()
        dialog.reject()

    _sections(window, drop_it)


def test_a_rename_touches_this_issue_alone(sit: Sit, cast: Cast) -> None:
    put_issue(cast)
    sections.arrange_sections(cast.secretary, 1, 1, [SectionWish(0, "Chào mừng")])
    own = issue_plan.plan(1).parts[0].section_id
    other = put_issue(cast, number="5", month=5)
    IssueSection.insert(
        issue=other, section=own, position=0, hidden=False
    ).execute()  # as models once left it
    made = article(cast, words("Bài"), Stage.APPROVED)
    placing.place(cast.secretary, 1, version_seen(), [made], own)
    sections.arrange_sections(cast.secretary, 1, version_seen(), [SectionWish(own, "Kỷ niệm")])
    here = issue_plan.plan(1).parts[0]
    assert (here.title, [row.title for row in here.placed]) == ("Kỷ niệm", ["Bài"])
    assert issue_plan.plan(other).parts[0].title == "Chào mừng"
    assert len([part for part in issue_plan.plan(1).parts if part.own]) == 1


def test_chuyen_muc_of_the_issue_by_keyboard(qtbot: QtBot, sit: Sit, cast: Cast) -> None:
    filled(cast, "Bài một")
    window = sit(cast.secretary)
    window.pages.go("issue")

    def order(dialog: IssueSectionsDialog) -> None:
        front(dialog)
        qtbot.keyClick(dialog.list, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
        dialog.list.item(0).setCheckState(Qt.CheckState.Unchecked)
        dialog.agree()
        assert "đang có bài" in dialog.fault.text()
        dialog.list.item(0).setCheckState(Qt.CheckState.Checked)
        dialog.list.item(2).setCheckState(Qt.CheckState.Unchecked)
        dialog.add.click()
        dialog.list.currentItem().setText("Chào mừng Đại hội")
        dialog.agree()

    answer(IssueSectionsDialog, order)
    window.pages.issue.acts[Do.SECTIONS].trigger()
    parts = issue_plan.plan(1).parts
    assert parts[0].title == "Tin tức – Sự kiện"
    assert parts[2].hidden
    assert any(part.title == "Chào mừng Đại hội" and part.own for part in parts)
    tree = window.pages.issue.plan
    lines = [tree.topLevelItem(place) for place in range(tree.topLevelItemCount())]
    shown = [line.text(0) for line in lines if line is not None]
    assert parts[2].title not in shown
