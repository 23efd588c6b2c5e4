"""The checklists of an article, through the window."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desk.acts import journal, requirements
from desk.acts.requirements import Before, Level
from desk.acts.rules import Act, Genre, Stage
from desk.articles import listing
from desk.review import checklists
from desk.review.checklists import ItemEdit
from tests.making import Cast, article
from ui.controls.reason_dialog import ReasonDialog
from ui.window.window import Window

Sit = Callable[[int], Window]


def test_a_required_item_is_ticked_by_hand_or_let_pass(
    qtbot: QtBot, sit: Sit, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    wishes = [ItemEdit(i.id, i.text, i.levels, i.auto) for i in requirements.items(Before.APPROVE)]
    must = dict.fromkeys(Genre, Level.REQUIRED)
    checklists.set_list(
        cast.admin,
        Before.APPROVE,
        [*wishes, ItemEdit(None, "Đã xin ý kiến", must), ItemEdit(None, "Đã ký nháy", must)],
    )
    ids = {item.text: item.id for item in requirements.items(Before.APPROVE)}
    made = article(cast, stage=Stage.FOR_APPROVAL)
    window = sit(cast.chief)
    window.pages.go("review")
    qtbot.keyClick(window.pages.review.list.view, Qt.Key.Key_D)
    assert "Chưa đạt mục bắt buộc: Đã xin ý kiến; Đã ký nháy." in window.notice.words()
    checks = window.pages.review.side.checks
    window.pages.review.side.tabs.setCurrentWidget(checks)
    qtbot.mouseClick(checks.boxes[ids["Đã xin ý kiến"]], Qt.MouseButton.LeftButton)
    assert checks.boxes[ids["Đã xin ý kiến"]].isChecked()
    monkeypatch.setattr(ReasonDialog, "ask", lambda *_: "Tin gấp")
    checks.passes[ids["Đã ký nháy"]].click()
    QTest.qWait(450)
    qtbot.keyClick(window.pages.review.list.view, Qt.Key.Key_D)
    assert listing.row(cast.chief, made).stage is Stage.APPROVED
    assert journal.entries(journal.JournalQuery(act=Act.OVERRULE))[0].note == "Tin gấp"


def test_an_item_removed_meanwhile_is_said(qtbot: QtBot, sit: Sit, cast: Cast) -> None:
    article(cast, stage=Stage.FOR_APPROVAL)
    window = sit(cast.chief)
    window.pages.go("review")
    checks = window.pages.review.side.checks
    qtbot.waitUntil(lambda: bool(checks.boxes))
    item = next(iter(checks.boxes))
    rest = [one for one in requirements.items(Before.APPROVE) if one.id != item]
    checklists.set_list(cast.admin, Before.APPROVE, [ItemEdit(i.id, i.text, i.levels, i.auto) for i in rest])
    checks.boxes[item].click()
    assert "Quản trị vừa bỏ" in window.notice.words()
    qtbot.waitUntil(lambda: item not in checks.boxes)
