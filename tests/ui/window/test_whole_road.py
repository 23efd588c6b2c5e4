"""The whole main job through the real window: import → picture → submit → return → pass → approve → export."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from docx import Document
from pypdf import PdfReader
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desk.acts import journal
from desk.acts.rules import Act, Stage
from desk.articles import listing
from desk.database import revisions
from desk.edition.outputs import Finish, Output
from desk.integrity import database
from desk.issues import issues, printing
from desk.issues import plan as issue_plan
from desk.paths import SAMPLE
from desk.text.blocks import Picture
from tests.making import Cast, article, version, words
from tests.ui.keys import type_in
from tests.ui.modal import drop
from ui.articles.import_dialog import ImportDialog, ImportWish
from ui.controls.reason_dialog import ReasonDialog
from ui.issue.actions import Do
from ui.issue.issue_dialog import IssueDialog
from ui.window.window import Window

Sit = Callable[[int], Window]
REAL = SAMPLE / "01-giao-ban-khoa-giao-quy-1-2019.txt"
TITLE = "Giao ban công tác Khoa giáo quý I năm 2019"


@pytest.fixture
def import_with_photo(monkeypatch: pytest.MonkeyPatch) -> None:
    def ask(parent: object, name: str, taken: object, sections: object) -> ImportWish:
        dialog = ImportDialog(None, name, taken, sections)  # type: ignore[arg-type]
        assert dialog.drop_lead.isChecked()
        (block_id,) = dialog.choosers
        dialog.attach(block_id, SAMPLE / "anh-1.jpg")
        wish = dialog.wish()
        dialog.deleteLater()
        return wish

    monkeypatch.setattr(ImportDialog, "ask", ask)
    monkeypatch.setattr(ImportDialog, "choose_files", staticmethod(lambda parent: [str(REAL)]))


def test_the_real_article_from_file_to_booklet(
    qtbot: QtBot,
    sit: Sit,
    cast: Cast,
    import_with_photo: None,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    writer = sit(cast.writer)
    writer.bring.trigger()
    assert writer.page() is writer.editor
    (row,) = listing.listing(cast.writer, listing.ListQuery()).rows
    opened = listing.open_article(cast.writer, row.id)
    assert row.title == TITLE
    assert [type(block) for block in opened.text.blocks].count(Picture) == 1
    assert "Các tin khác" not in writer.editor.form.text().byline
    writer.editor.submit.trigger()
    assert listing.row(cast.writer, row.id).stage is Stage.SUBMITTED

    editor = sit(cast.editor)
    editor.go("review")
    current = editor.review.list.current()
    assert current is not None
    assert current.id == row.id
    qtbot.keyClick(editor.review.list.view, Qt.Key.Key_C)
    assert listing.row(cast.editor, row.id).stage is Stage.FOR_APPROVAL
    assert editor.review.list.current() is None

    chief = sit(cast.chief)
    chief.go("review")
    qtbot.keyClick(chief.review.list.view, Qt.Key.Key_D)
    assert listing.row(cast.chief, row.id).stage is Stage.APPROVED
    assert "duyệt bài" in chief.notice.words()

    secretary = sit(cast.secretary)
    secretary.go("issue")
    words_of_4 = issues.IssueWords("4", 2019, 4, "", "2019-04-20")
    monkeypatch.setattr(IssueDialog, "ask_new", lambda *_: (words_of_4, 0))
    secretary.issue.acts[Do.NEW].trigger()
    secretary.issue.acts[Do.PUT].trigger()
    issue = secretary.issue.issue()
    assert issue is not None
    assert [p.text.title for p in printing.edition(issue.id).pieces] == [TITLE]
    out = tmp_path / "bản in"
    everything = {output: Finish() for output in Output}
    with qtbot.waitSignal(secretary.exporter.finished) as done:
        secretary.exporter.begin(issue.id, everything, out)
    assert done.args is not None
    out = done.args[0]
    pdf = PdfReader(out / "ban-tin-so-4-2019-man-hinh.pdf")
    assert len(pdf.pages) % 4 == 0
    assert TITLE in " ".join("".join(page.extract_text() for page in pdf.pages).split())
    assert any(p.text == TITLE for p in Document(str(out / "ban-tin-so-4-2019.docx")).paragraphs)
    assert (out / "ban-tin-so-4-2019-html" / "index.html").exists()
    assert journal.entries(journal.JournalQuery(act=Act.EXPORT))[0].detail["articles"][0][0] == row.id
    assert database.check() == []


def test_written_returned_corrected_and_seen_as_changed(
    qtbot: QtBot, sit: Sit, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    writer = sit(cast.writer)
    writer.new.trigger()
    form = writer.editor.form
    type_in(form.title, "Tin đầu")
    form.body.setFocus()
    type_in(form.body, "Chỉ thị 38-CT/TW được tổng kết.")
    qtbot.keyClick(writer.editor, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert writer.editor.status.text().startswith("Đã lưu lúc")
    (row,) = listing.listing(cast.writer, listing.ListQuery()).rows
    writer.editor.submit.trigger()
    assert writer.page() is writer.today

    editor = sit(cast.editor)
    editor.go("review")
    monkeypatch.setattr(ReasonDialog, "ask", lambda *_: "Thiếu chữ “số”.")
    qtbot.keyClick(editor.review.list.view, Qt.Key.Key_T)
    assert listing.row(cast.editor, row.id).stage is Stage.RETURNED

    writer.edit(row.id)
    assert "Thiếu chữ “số”" in writer.editor.banner.words()
    form.open_replace()
    form.find_bar.words.setText("Chỉ thị 38")
    form.find_bar.other.setText("Chỉ thị số 38")
    form.find_bar.search()
    form.find_bar.all.click()
    writer.editor.submit.trigger()
    assert [r.number for r in revisions.listing(row.id)] == [4, 1]

    editor.go("articles")
    editor.go("review")
    assert "1 chỗ sửa" in editor.review.changes.sum.text()
    assert editor.review.diff.count == 1


def test_the_second_is_told_and_nothing_happens_twice(sit: Sit, cast: Cast) -> None:
    made = article(cast, stage=Stage.FOR_APPROVAL)
    first, second = sit(cast.chief), sit(cast.chief)
    first.go("review")
    second.go("review")
    stale = second.acts.row()
    first.acts.perform(Act.APPROVE)
    second.acts.follow(stale)
    second.acts.perform(Act.APPROVE)
    assert "Trần Thị Lãnh vừa duyệt bài" in second.notice.words()
    assert len([e for e in journal.of_article(made) if e.act is Act.APPROVE]) == 1


def test_a_submission_is_undone_from_the_quiet_bar(sit: Sit, cast: Cast) -> None:
    made = article(cast)
    window = sit(cast.writer)
    window.go("articles")
    window.articles.list.choose(made)
    window.acts.perform(Act.SUBMIT)
    assert listing.row(cast.writer, made).stage is Stage.SUBMITTED
    window.notice.press()
    assert listing.row(cast.writer, made).stage is Stage.DRAFT


def test_buttons_follow_what_may_be_done(sit: Sit, cast: Cast) -> None:
    made = article(cast, stage=Stage.FOR_APPROVAL)
    writer, chief = sit(cast.writer), sit(cast.chief)
    for window in (writer, chief):
        window.go("articles")
        window.articles.list.choose(made)
    assert not any(action.isEnabled() for action in writer.acts.actions.values())
    enabled = {act for act, action in chief.acts.actions.items() if action.isEnabled()}
    assert enabled == {Act.EDIT, Act.FILE, Act.RETURN, Act.APPROVE, Act.REASSIGN}


def test_the_filter_box_finds_without_diacritics(qtbot: QtBot, sit: Sit, cast: Cast) -> None:
    wanted = article(cast, words("Đổi mới công tác dân vận"))
    article(cast, words("Tin khác hẳn"))
    window = sit(cast.writer)
    window.go("articles")
    window.seek.trigger()
    type_in(window.articles.search, "doi moi")
    qtbot.waitUntil(lambda: len(window.articles.list.model.rows()) == 1)
    row = window.articles.list.current()
    assert row is not None
    assert row.id == wanted
    for typed in ('"', "*", "NEAR", "😀"):
        window.articles.search.setText(typed)
        qtbot.wait(200)
        assert window.notice.words() == ""


def test_an_issue_is_ordered_by_keyboard_and_by_drop(qtbot: QtBot, sit: Sit, cast: Cast) -> None:
    for title in ("Một", "Hai", "Ba"):
        article(cast, words(title), Stage.APPROVED)
    issues.make(cast.secretary, issues.IssueWords("4", 2019, 4))
    window = sit(cast.secretary)
    window.go("issue")
    for _ in range(3):
        window.issue.acts[Do.PUT].trigger()

    def order() -> list[list[str]]:
        plan = issue_plan.plan(1)
        return [[row.title for row in part.placed] for part in plan.parts if part.placed]

    assert order() == [["Ba", "Hai", "Một"]]
    view = window.issue.plan
    view.choose_first()
    qtbot.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert order() == [["Hai", "Ba", "Một"]]
    assert view.current() is not None
    qtbot.keyClick(view, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    qtbot.keyClick(view, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert order() == [["Ba"], ["Hai", "Một"]]
    heads = [view.topLevelItem(n) for n in range(view.topLevelItemCount())]
    last = heads[1].child(1) if heads[1] is not None else None
    assert last is not None
    drop(view, view.visualItemRect(last).bottomLeft())
    assert order() == [["Hai", "Một", "Ba"]]
    qtbot.keyClick(view, Qt.Key.Key_Delete)
    assert order() == [["Hai", "Một"]]


def test_a_stale_approval_is_refused_by_name(sit: Sit, cast: Cast, tmp_path: Path) -> None:
    from desk.articles import writing

    made = article(cast, words("Bài sẽ bị sửa"), Stage.APPROVED)
    issues.make(cast.secretary, issues.IssueWords("4", 2019, 4))
    issue_plan.place(cast.secretary, 1, 1, [made])
    writing.save(cast.editor, made, version(cast, made), words("Bài sẽ bị sửa", "Chữ khác."))
    window = sit(cast.secretary)
    window.go("issue")
    window.exporter.begin(1, {Output.SCREEN: Finish()}, tmp_path / "ra")
    assert "Bài sẽ bị sửa" in window.notice.words()
    assert not (tmp_path / "ra").exists()
    issues.make(cast.secretary, issues.IssueWords("5", 2019, 5))
    window.exporter.begin(2, {Output.SCREEN: Finish()}, tmp_path / "ra")
    assert "chưa có bài nào" in window.notice.words()
