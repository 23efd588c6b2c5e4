"""Found in review: what pages could lose, show wrongly, or do to the article beside the one meant."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desk.acts.rules import Stage
from desk.articles import listing
from desk.articles.listing import ListQuery, Order
from desk.department import sections, settings
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


def test_a_refused_setting_leaves_what_was_filled_in(sit: Sit, cast: Cast) -> None:
    window = sit(cast.admin)
    window.go("settings")
    tab = window.settings.names
    tab.fields["printer"].setText("Nhà in Báo Nghệ An")
    tab.fields["bulletin"].setText("")
    tab.save.click()
    assert "Cần điền tên" in window.notice.words()
    assert tab.fields["printer"].text() == "Nhà in Báo Nghệ An"
    window.settings.sections._save()  # another tab's success refreshes, but not over unsaved words
    assert tab.fields["printer"].text() == "Nhà in Báo Nghệ An"
    tab.fields["bulletin"].setText("Thông báo nội bộ")
    tab.save.click()
    assert settings.imprint().printer == "Nhà in Báo Nghệ An"


def test_refused_sections_stay_as_they_were_typed(sit: Sit, cast: Cast) -> None:
    window = sit(cast.admin)
    window.go("settings")
    tab = window.settings.sections
    before = tab.list.count()
    tab._item(sections.listing()[0].title, None)
    tab._save()
    assert "đã có" in window.notice.words()
    assert tab.list.count() == before + 1
    tab.list.item(before).setText("Chuyên mục thêm")
    tab._save()
    assert [row.title for row in sections.listing()][-1] == "Chuyên mục thêm"
    tab._save()  # the new one has its id now: no twin
    assert len(sections.listing()) == before + 1
    assert len(sections.listing(active_only=False)) == before + 1


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

    for name in ("listing", "open_article", "count"):
        monkeypatch.setattr(listing, name, broken)
    for name in ("listing", "counts"):
        monkeypatch.setattr(queue, name, broken)
    for page in ("articles", "review", "issue", "today"):
        window.go(page)
        assert "hỏng" in window.notice.words()
    assert window.isVisible()


def test_letters_in_a_filter_choose_there_and_decide_nothing(qtbot: QtBot, sit: Sit, cast: Cast) -> None:
    made = article(cast, stage=Stage.FOR_APPROVAL)
    window = sit(cast.chief)
    window.go("articles")
    window.articles.list.choose(made)
    box = window.articles.filters.stage
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_D)
    assert listing.row(cast.chief, made).stage is Stage.FOR_APPROVAL


def test_a_second_press_does_not_decide_on_the_next_article(qtbot: QtBot, sit: Sit, cast: Cast) -> None:
    made = [article(cast, words(title), Stage.FOR_APPROVAL) for title in ("Một", "Hai")]
    window = sit(cast.chief)
    window.go("review")
    for _ in range(2):
        qtbot.keyClick(window.review.list.view, Qt.Key.Key_D)
    assert [listing.row(cast.chief, one).stage for one in made] == [Stage.APPROVED, Stage.FOR_APPROVAL]


def test_ctrl_f_searches_where_the_box_says_so(qtbot: QtBot, sit: Sit, cast: Cast) -> None:
    article(cast)
    window = sit(cast.chief)
    for name, page in (("articles", window.articles), ("review", window.review)):
        window.go(name)
        qtbot.keyClick(page.list.view, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
        assert page.search.hasFocus()


def test_a_refresh_keeps_the_chosen_article_far_down(sit: Sit, cast: Cast) -> None:
    for number in range(120):
        article(cast, words(f"Bài {number:03}"))
    window = sit(cast.editor)
    window.go("articles")
    page = window.articles
    page.filters.orders[Order.TITLE].trigger()
    page._ask_more()
    assert len(page.list.model.rows()) == 120
    far = page.list.model.rows()[110]
    page.list.choose(far.id)
    page.shown()
    current = page.list.current()
    assert current is not None
    assert current.id == far.id
    assert len(page.list.model.rows()) == 120


def test_rows_for_an_older_list_are_not_added_to_a_newer(sit: Sit, cast: Cast) -> None:
    for number in range(3):
        article(cast, words(f"Bài {number}"))
    window = sit(cast.editor)
    window.go("articles")
    page = window.articles
    older = listing.listing(cast.editor, ListQuery(), limit=1)
    page._add(older.rows[0], listing.listing(cast.editor, ListQuery(), older.rows[0]))
    assert len(page.list.model.rows()) == 3


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
    window.go("issue")
    with pytest.raises(MemoryError):  # inline work raises here; in the window the crash dialog tells it
        window.exporter.begin(1, {Output.WORD: Finish()}, tmp_path / "ra")
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
    window.go("issue")
    with monkeypatch.context() as patch:
        late = hold(patch, window.client, "abroad")
        window.exporter.begin(1, {Output.SCREEN: Finish()}, tmp_path / "một")
        window.findChildren(ExportProgress)[-1].stop.click()
        window.exporter.begin(2, {Output.SCREEN: Finish()}, tmp_path / "hai")
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
    window.go("issue")
    window.issue.plan.choose(ids[0])
    with monkeypatch.context() as patch:
        late = hold(patch, window.client, "do")
        for _ in range(2):
            qtbot.keyClick(window.issue.plan, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    for one in late:
        one()
    assert "Hoàng Thư Ký vừa" not in window.notice.words()
    (part,) = [part for part in issue_plan.plan(1).parts if part.placed]
    assert [row.title for row in part.placed] == ["Hai", "Một", "Ba"]
    qtbot.keyClick(window.issue.plan, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    (part,) = [part for part in issue_plan.plan(1).parts if part.placed]
    assert [row.title for row in part.placed] == ["Hai", "Ba", "Một"]
