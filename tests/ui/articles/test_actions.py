"""The acts on an article, by button, key and the quiet bar."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desk.acts import journal
from desk.acts.rules import Act, Genre, Role, Stage
from desk.articles import listing, writing
from desk.department import people
from desk.edition.outputs import Finish, Output
from desk.issues import issues, placing
from tests.making import PASSWORD, Cast, article, version, words
from ui.articles.reassign_dialog import ReassignDialog
from ui.articles.section_dialog import SectionDialog
from ui.controls.reason_dialog import ReasonDialog
from ui.window.window import Window

Sit = Callable[[int], Window]


def test_a_role_taken_away_while_the_button_is_on_screen(qtbot: QtBot, sit: Sit, cast: Cast) -> None:
    made = article(cast, stage=Stage.FOR_APPROVAL)
    window = sit(cast.chief)
    window.pages.go("review")
    chief = people.person(cast.chief)
    edit = people.PersonEdit(chief.name, "", "", frozenset({Role.WRITER}), active=True)
    people.change(cast.admin, chief.id, chief.version, edit)
    qtbot.keyClick(window.pages.review.list.view, Qt.Key.Key_D)
    assert "thuộc vai trò khác" in window.notice.words()
    assert listing.row(cast.editor, made).stage is Stage.FOR_APPROVAL


def test_a_deputy_recommends_and_an_editor_gives_the_article_to_another(
    qtbot: QtBot, sit: Sit, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    people.add(cast.admin, "Đỗ Phó", "", "", frozenset({Role.DEPUTY}), PASSWORD)
    deputy = people.by_name("Đỗ Phó").id
    made = article(cast, stage=Stage.FOR_APPROVAL)
    window = sit(deputy)
    window.pages.go("review")
    qtbot.keyClick(window.pages.review.list.view, Qt.Key.Key_P)
    assert listing.row(cast.chief, made).recommended_by == "Đỗ Phó"
    chief = sit(cast.chief)
    chief.pages.go("review")
    assert "Đỗ Phó đề nghị duyệt" in chief.pages.review.side.warning.text()
    monkeypatch.setattr(ReassignDialog, "ask", lambda *_: (cast.secretary, "Nghỉ phép"))
    chief.pages.acts.perform(Act.REASSIGN)
    assert listing.row(cast.chief, made).author == "Hoàng Thư Ký"


def test_a_second_press_does_not_decide_on_the_next_article(qtbot: QtBot, sit: Sit, cast: Cast) -> None:
    made = [article(cast, words(title), Stage.FOR_APPROVAL) for title in ("Một", "Hai")]
    window = sit(cast.chief)
    window.pages.go("review")
    for _ in range(2):
        qtbot.keyClick(window.pages.review.list.view, Qt.Key.Key_D)
    assert [listing.row(cast.chief, one).stage for one in made] == [Stage.APPROVED, Stage.FOR_APPROVAL]


def test_a_secretary_files_an_approved_article(
    qtbot: QtBot, sit: Sit, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = article(cast, stage=Stage.APPROVED)
    window = sit(cast.secretary)
    window.pages.go("articles")
    window.pages.articles.list.choose(made)
    monkeypatch.setattr(SectionDialog, "ask", lambda *_: (4, Genre.FEATURE))
    qtbot.keyClick(window.pages.articles.list.view, Qt.Key.Key_M)
    row = listing.row(cast.secretary, made)
    assert (row.section_id, row.stage) == (4, Stage.APPROVED)
    assert listing.open_article(cast.secretary, made).approved_revision == 1


def test_a_refused_reason_need_not_be_typed_again(
    sit: Sit, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = article(cast, stage=Stage.FOR_APPROVAL)
    window = sit(cast.chief)
    window.pages.go("review")
    offered: list[str] = []

    def ask(parent: object, title: str, told: str, accept: str, words: str = "", phrases: object = ()) -> str:
        offered.append(words)
        return "Thiếu số liệu"

    monkeypatch.setattr(ReasonDialog, "ask", ask)
    writing.save(cast.editor, made, version(cast, made), words("Sửa trong lúc đó"))
    window.pages.acts.perform(Act.RETURN)
    assert "vừa lưu phiên bản mới" in window.notice.words()
    window.pages.acts.perform(Act.RETURN)
    assert offered == ["", "Thiếu số liệu"]
    assert listing.row(cast.chief, made).stage is Stage.RETURNED


def test_the_second_is_told_and_nothing_happens_twice(sit: Sit, cast: Cast) -> None:
    made = article(cast, stage=Stage.FOR_APPROVAL)
    first, second = sit(cast.chief), sit(cast.chief)
    first.pages.go("review")
    second.pages.go("review")
    stale = second.pages.acts.row()
    first.pages.acts.perform(Act.APPROVE)
    second.pages.acts.follow(stale)
    second.pages.acts.perform(Act.APPROVE)
    assert "Trần Thị Lãnh vừa duyệt bài" in second.notice.words()
    assert len([e for e in journal.of_article(made) if e.act is Act.APPROVE]) == 1


def test_a_submission_is_undone_from_the_quiet_bar(sit: Sit, cast: Cast) -> None:
    made = article(cast)
    window = sit(cast.writer)
    window.pages.go("articles")
    window.pages.articles.list.choose(made)
    window.pages.acts.perform(Act.SUBMIT)
    assert listing.row(cast.writer, made).stage is Stage.SUBMITTED
    window.notice.press()
    assert listing.row(cast.writer, made).stage is Stage.DRAFT


def test_buttons_follow_what_may_be_done(sit: Sit, cast: Cast) -> None:
    made = article(cast, stage=Stage.FOR_APPROVAL)
    writer, chief = sit(cast.writer), sit(cast.chief)
    for window in (writer, chief):
        window.pages.go("articles")
        window.pages.articles.list.choose(made)
    assert not any(action.isEnabled() for action in writer.pages.acts.actions.all())
    actions = chief.pages.acts.actions
    enabled = {act for act in actions if actions[act].isEnabled()}
    assert enabled == {Act.EDIT, Act.FILE, Act.RETURN, Act.APPROVE, Act.REASSIGN}


def test_a_stale_approval_is_refused_by_name(sit: Sit, cast: Cast, tmp_path: Path) -> None:
    from desk.articles import writing

    made = article(cast, words("Bài sẽ bị sửa"), Stage.APPROVED)
    issues.make(cast.secretary, issues.IssueWords("4", 2019, 4))
    placing.place(cast.secretary, 1, 1, [made])
    writing.save(cast.editor, made, version(cast, made), words("Bài sẽ bị sửa", "Chữ khác."))
    window = sit(cast.secretary)
    window.pages.go("issue")
    window.pages.exporter.begin(1, {Output.SCREEN: Finish()}, tmp_path / "ra")
    assert "Bài sẽ bị sửa" in window.notice.words()
    assert not (tmp_path / "ra").exists()
    issues.make(cast.secretary, issues.IssueWords("5", 2019, 5))
    window.pages.exporter.begin(2, {Output.SCREEN: Finish()}, tmp_path / "ra")
    assert "chưa có bài nào" in window.notice.words()
