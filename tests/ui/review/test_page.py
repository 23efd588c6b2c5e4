"""Found in review: what pages could lose, show wrongly, or do to the article beside the one meant."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desk.acts.rules import Stage
from desk.articles import listing
from desk.edition.outputs import Finish, Output
from desk.errors import FileTrouble, Trouble
from desk.issues import issues, placing
from desk.issues import plan as issue_plan
from desk.review import queue
from tests.making import Cast, article, words
from tests.ui.held import hold
from ui.issue import step_runner
from ui.issue.export_dialog import ExportProgress
from ui.window.window import Window

Sit = Callable[[int], Window]


def test_a_broken_file_is_said_once_and_the_window_lives(
    sit: Sit, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    article(cast)
    window = sit(cast.chief)
    asked: list[int] = []

    def broken(*_: object) -> None:
        asked.append(1)
        assert len(asked) < 20, "asked again and again"
        raise FileTrouble(Trouble.CORRUPT)

    for name in ("listing", "open_article", "kept"):
        monkeypatch.setattr(listing, name, broken)
    for name in ("listing", "counts", "tally"):
        monkeypatch.setattr(queue, name, broken)
    for page in ("articles", "review", "issue", "today"):
        window.pages.go(page)
        assert "hỏng" in window.notice.words()
    assert window.isVisible()


def test_a_maker_that_fails_lets_the_progress_go(
    sit: Sit, cast: Cast, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    made = article(cast, stage=Stage.APPROVED)
    issues.make(cast.secretary, issues.IssueWords("4", 2019, 4))
    placing.place(cast.secretary, 1, 1, [made])

    def broken(*_: object) -> bytes:
        raise MemoryError("hết bộ nhớ")

    monkeypatch.setattr(step_runner, "make_with_kept", broken)
    window = sit(cast.secretary)
    window.pages.go("issue")
    with pytest.raises(MemoryError):  # inline work raises here; in the window the crash dialog tells it
        window.pages.exporter.begin(1, {Output.WORD: Finish()}, tmp_path / "ra")
    assert not any(one.isVisible() for one in window.findChildren(ExportProgress))
    assert "Chưa xuất được" in window.notice.words()


def test_what_an_earlier_export_made_does_not_get_into_the_next(
    sit: Sit, cast: Cast, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for number, title in (("4", "Một"), ("5", "Hai")):
        made = article(cast, words(title), Stage.APPROVED)
        issues.make(cast.secretary, issues.IssueWords(number, 2019, 4))
        placing.place(cast.secretary, int(number) - 3, 1, [made])
    window = sit(cast.secretary)
    window.pages.go("issue")
    with monkeypatch.context() as patch:
        late = hold(patch, window.session.client, "abroad")
        window.pages.exporter.begin(1, {Output.SCREEN: Finish()}, tmp_path / "một")
        window.findChildren(ExportProgress)[-1].stop.click()
        window.pages.exporter.begin(2, {Output.SCREEN: Finish()}, tmp_path / "hai")
        late.pop(0)()  # the first booklet is finished only now
        (standing,) = (one for one in window.findChildren(ExportProgress) if one.isVisible())
        assert standing.bar.value() == 1  # the measuring alone
    for one in late:
        one()
    assert not (tmp_path / "một").exists()
    (folder,) = (tmp_path / "hai").iterdir()
    assert {path.name for path in folder.iterdir()} == {"ban-tin-so-5-2019-man-hinh.pdf", "manifest.json"}


def test_keys_faster_than_the_desk_order_without_a_quarrel(
    qtbot: QtBot, sit: Sit, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    ids = [article(cast, words(title), Stage.APPROVED) for title in ("Một", "Hai", "Ba")]
    issues.make(cast.secretary, issues.IssueWords("4", 2019, 4))
    placing.place(cast.secretary, 1, 1, ids)
    window = sit(cast.secretary)
    window.pages.go("issue")
    window.pages.issue.plan.choose(ids[0])
    with monkeypatch.context() as patch:
        late = hold(patch, window.session.client, "do")
        for _ in range(2):
            qtbot.keyClick(window.pages.issue.plan, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    for one in late:
        one()
    assert "Hoàng Thư Ký vừa" not in window.notice.words()
    (part,) = [part for part in issue_plan.plan(1).parts if part.placed]
    assert [row.title for row in part.placed] == ["Hai", "Một", "Ba"]
    qtbot.keyClick(window.pages.issue.plan, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    (part,) = [part for part in issue_plan.plan(1).parts if part.placed]
    assert [row.title for row in part.placed] == ["Hai", "Ba", "Một"]


def test_an_act_is_followed_by_one_question_of_the_page(
    qtbot: QtBot, sit: Sit, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    ids = [article(cast, words(title), Stage.FOR_APPROVAL) for title in ("Một", "Hai")]
    window = sit(cast.chief)
    page = window.pages
    page.go("review")
    asked: list[str] = []
    real = window.session.client.ask

    def ask(*given: Any, **named: Any) -> None:
        asked.append(named.get("key", ""))
        real(*given, **named)

    monkeypatch.setattr(window.session.client, "ask", ask)
    qtbot.keyClick(page.review.list.view, Qt.Key.Key_D)
    assert listing.row(cast.chief, ids[0]).stage is Stage.APPROVED
    assert asked == ["queue"]  # it brings the numbers of the side bar too
    assert "Hai" in page.review.paper.toPlainText()


def test_an_answer_for_another_article_is_not_laid(
    qtbot: QtBot, sit: Sit, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    for title in ("Một", "Hai"):
        article(cast, words(title), Stage.FOR_APPROVAL)
    window = sit(cast.chief)
    page = window.pages
    page.go("review")
    with monkeypatch.context() as patch:
        late = hold(patch, window.session.client, "ask")
        page.review.list.step(1)
        page.review.list.step(-1)
    assert len(late) == 2
    for answer in reversed(late):
        answer()
    assert "Một" in page.review.paper.toPlainText()


def test_f6_goes_round_the_panes_and_alt_numbers_show_the_tabs(qtbot: QtBot, sit: Sit, cast: Cast) -> None:
    article(cast, stage=Stage.FOR_APPROVAL)
    window = sit(cast.chief)
    page = window.pages
    page.go("review")
    review = page.review
    review.list.view.setFocus()
    for expected in (review.paper, review.side.tabs.currentWidget(), review.list.view):
        qtbot.keyClick(window.focusWidget(), Qt.Key.Key_F6)
        focus = window.focusWidget()
        assert focus is expected or (expected is not None and expected.isAncestorOf(focus))
    for number, tab in enumerate(
        (review.side.changes, review.side.discussion, review.side.checks, review.side.history)
    ):
        qtbot.keyClick(review.list.view, Qt.Key(Qt.Key.Key_1 + number), Qt.KeyboardModifier.AltModifier)
        assert review.side.tabs.currentWidget() is tab
        review.list.view.setFocus()


def test_a_writer_is_told_how_many_came_back_not_that_none_waits(sit: Sit, cast: Cast) -> None:
    article(cast, stage=Stage.RETURNED)
    window = sit(cast.writer)
    window.pages.go("review")
    assert window.pages.review._count.text().startswith("1 bài bị trả lại")
    window.pages.review.show_queue(queue.Queue.WAITING)
    assert window.pages.review._count.text().startswith("0 bài chờ")
