"""What is read beside the plan."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from desk import clock
from desk.issues import plan as issue_plan
from tests.making import Cast, filled
from ui.issue.plan_view import PlanView
from ui.proof.bar import ProofDo
from ui.window.window import Window

Sit = Callable[[int], Window]


@pytest.fixture(autouse=True)
def _in_april() -> None:
    clock.set_clock(lambda: datetime(2019, 4, 20, 3, tzinfo=UTC))


def test_a_refresh_and_a_click_leave_one_where_one_reads(qtbot: QtBot, sit: Sit, cast: Cast) -> None:
    filled(cast, "Bài một", "Bài hai", "Bài ba")
    window = sit(cast.secretary)
    window.pages.go("issue")
    page = window.pages.issue
    plan: PlanView = page.plan
    qtbot.keyClick(plan, Qt.Key.Key_Down)
    plan.choose(issue_plan.plan(1).parts[1].placed[0].article_id)
    bar = page.proof.verticalScrollBar()
    bar.setValue(bar.maximum())
    page.shown()
    assert bar.value() == bar.maximum()


def test_page_and_plan_lead_to_each_other(qtbot: QtBot, sit: Sit, cast: Cast) -> None:
    filled(cast, "Bài một", "Bài hai", "Bài ba")
    window = sit(cast.secretary)
    window.pages.go("issue")
    page = window.pages.issue
    qtbot.waitUntil(lambda: not page.proof.missing())
    last = issue_plan.plan(1).parts[1].placed[2].article_id
    page.plan.choose(last)
    laid = page.proof.layout_shown()
    assert laid is not None
    span = next(one for one in laid.spans if one.article == last)
    rect = page.proof.page_rect(span.first)
    assert rect.intersects(page.proof.viewport().rect())
    first = laid.spans[0]
    page.proof.go_to_article(first.article)
    rect = page.proof.page_rect(first.first)
    scale = rect.height() / laid.size[1]
    place = QPoint(rect.center().x(), round(rect.top() + (first.top + 4) * scale))
    qtbot.mouseClick(page.proof.viewport(), Qt.MouseButton.LeftButton, pos=place)
    chosen = page.plan.current()
    assert chosen is not None
    assert chosen.article_id == first.article
    before = page.proof.sight.factor()
    page.bar[ProofDo.LARGER].trigger()
    assert page.proof.sight.factor() > before
    qtbot.keyClick(page.proof, Qt.Key.Key_0)
    assert page.proof.sight.factor() == pytest.approx(before)
    qtbot.keyClick(page.proof, Qt.Key.Key_PageDown)
    assert page.proof.page() > 1
    page.proof.go_to_article(first.article)
    rect = page.proof.page_rect(first.first)
    place = QPoint(rect.center().x(), round(rect.top() + (first.top + 4) * rect.height() / laid.size[1]))
    qtbot.mouseDClick(page.proof.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert window.pages.page() is window.pages.editor
