"""The whole issue proofread: each article with its page, contradictions between two, the list before a release."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desk import clock
from desk.acts.rules import Stage
from desk.issues import issues, placing
from desk.issues.issues import IssueWords
from desk.text.blocks import ArticleText, Paragraph, Run
from tests.making import Cast, article
from tests.ui.issue.releasing import listed_lines
from tests.ui.keys import focused
from tests.ui.modal import answer
from tests.ui.proofing.faulty import faulty
from ui.issue.proofing_dialog import ProofDialog
from ui.window.window import Window

Sit = Callable[[int], Window]


@pytest.fixture(autouse=True)
def _in_april() -> None:
    clock.set_clock(lambda: datetime(2019, 4, 20, 3, tzinfo=UTC))


def _about(name: str, title: str) -> ArticleText:
    said = f"Đồng chí {name} chủ trì hội nghị và phát biểu kết luận. Đồng chí {name} đánh giá cao kết quả."
    return replace(faulty(), title=title, blocks=(Paragraph("", (Run(said),)),))


@pytest.fixture
def window(qtbot: QtBot, sit: Sit, cast: Cast) -> Window:
    issues.make(cast.secretary, IssueWords("4", 2019, 4))
    made = [
        article(cast, text, Stage.APPROVED)
        for text in (
            faulty(),
            _about("Nguyễn Thị Thu Hằng", "Bài về hội nghị thứ nhất"),
            _about("Nguyễn Thị Thu Hẳng", "Bài về hội nghị thứ hai"),
        )
    ]
    placing.place(cast.secretary, 1, 1, made)
    shown = sit(cast.secretary)
    shown.pages.go("issue")
    qtbot.waitUntil(lambda: shown.pages.issue.pages_pane._laid is not None, timeout=20_000)
    return shown


def test_f7_lists_what_is_found_with_pages_and_enter_opens_the_article(window: Window, qtbot: QtBot) -> None:
    seen: list[tuple[str, str]] = []

    def look(dialog: ProofDialog) -> None:
        dialog.family.setCurrentIndex(dialog.family.findData("issue"))
        seen.extend((one.one.words, dialog._where(one.article_id)) for one in dialog._shown)
        assert "trang" in dialog.why.text()
        dialog.family.setCurrentIndex(0)
        rows = [one.one.finding.rule for one in dialog._shown]
        dialog.list.choose(rows.index("citation.so"))
        QTest.keyClick(dialog.list, Qt.Key.Key_Return)

    met = answer(ProofDialog, look)
    QTest.keyClick(focused(), Qt.Key.Key_F7)
    qtbot.waitUntil(lambda: bool(met), timeout=20_000)
    qtbot.waitUntil(lambda: window.pages.page() is window.pages.editor, timeout=20_000)
    assert {words for words, _ in seen} & {"Nguyễn Thị Thu Hằng", "Nguyễn Thị Thu Hẳng"}
    assert all(where.startswith("trang ") for _, where in seen)
    assert window.pages.editor.form.title.text() == faulty().title


def test_what_is_wrong_is_listed_before_a_release_and_stands_in_nobodys_way(window: Window) -> None:
    stops: list[tuple[str, bool]] = []
    lines = listed_lines(window, lambda dialog: stops.append((dialog.ok.text(), dialog.ok.isEnabled())))
    assert any(line.startswith("Máy soát thấy 5 chỗ sai") for line in lines), lines


def test_f7_proofreads_the_issue_after_the_editor_and_the_review_were_seen(
    qtbot: QtBot, window: Window
) -> None:
    window.pages.go("review")
    window.navigation.new_article()
    window.pages.editor.drafts.forget()
    window.pages.go("issue")
    qtbot.waitUntil(lambda: window.pages.name() == "issue")
    window.pages.issue.plan.setFocus()
    met = answer(ProofDialog, lambda dialog: dialog.reject())
    QTest.keyClick(focused(), Qt.Key.Key_F7)
    qtbot.waitUntil(lambda: bool(met), timeout=20_000)
