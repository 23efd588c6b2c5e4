"""The whole main job through the real window: import → picture → submit → return → pass → approve → export."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from docx import Document
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
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
from tests.making import Cast, article, words
from tests.ui.keys import type_in
from tests.ui.modal import drop
from ui.controls.reason_dialog import ReasonDialog
from ui.intake.import_dialog import Do as IntakeDo
from ui.issue.actions import Do
from ui.issue.issue_dialog import IssueDialog
from ui.window.commands import Do as Command
from ui.window.window import Window

Sit = Callable[[int], Window]
REAL = SAMPLE / "01-giao-ban-khoa-giao-quy-1-2019.txt"
TITLE = "Giao ban công tác Khoa giáo quý I năm 2019"


def _bring(qtbot: QtBot, window: Window, monkeypatch: pytest.MonkeyPatch) -> None:
    """Take the real article in, with a photograph over its caption."""
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(REAL)], ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(SAMPLE / "anh-1.jpg"), ""))
    window.commands[Command.IMPORT].trigger()
    dialog = window.pages.importer.dialog
    assert dialog is not None
    qtbot.waitUntil(lambda: dialog.sources.count() == 1, timeout=30_000)
    preview = dialog.preview
    assert preview.result.drop_lead.isChecked()
    assert not preview.result.drop_lead.isHidden()
    dialog.commands[IntakeDo.NEXT_DOUBT].trigger()
    qtbot.mouseClick(preview.source.photo, Qt.MouseButton.LeftButton)
    dialog.commands[IntakeDo.TAKE].trigger()
    qtbot.waitUntil(lambda: not dialog.isVisible())


def test_the_real_article_from_file_to_booklet(
    qtbot: QtBot,
    sit: Sit,
    cast: Cast,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    writer = sit(cast.writer)
    _bring(qtbot, writer, monkeypatch)
    assert writer.pages.page() is writer.pages.editor
    (row,) = listing.listing(cast.writer, listing.ListQuery()).rows
    opened = listing.open_article(cast.writer, row.id)
    assert row.title == TITLE
    assert [type(block) for block in opened.text.blocks].count(Picture) == 1
    assert "Các tin khác" not in writer.pages.editor.form.text().byline
    writer.pages.editor.submit.trigger()
    assert listing.row(cast.writer, row.id).stage is Stage.SUBMITTED

    editor = sit(cast.editor)
    editor.pages.go("review")
    current = editor.pages.review.list.current()
    assert current is not None
    assert current.id == row.id
    qtbot.keyClick(editor.pages.review.list.view, Qt.Key.Key_C)
    assert listing.row(cast.editor, row.id).stage is Stage.FOR_APPROVAL
    assert editor.pages.review.list.current() is None

    chief = sit(cast.chief)
    chief.pages.go("review")
    qtbot.keyClick(chief.pages.review.list.view, Qt.Key.Key_D)
    assert listing.row(cast.chief, row.id).stage is Stage.APPROVED
    assert "duyệt bài" in chief.notice.words()

    secretary = sit(cast.secretary)
    secretary.pages.go("issue")
    words_of_4 = issues.IssueWords("4", 2019, 4, "", "2019-04-20")
    monkeypatch.setattr(IssueDialog, "ask_new", lambda *_: (words_of_4, 0))
    secretary.pages.issue.acts[Do.NEW].trigger()
    secretary.pages.issue.acts[Do.PUT].trigger()
    issue = secretary.pages.issue.issue()
    assert issue is not None
    assert [p.text.title for p in printing.edition(issue.id).pieces] == [TITLE]
    out = tmp_path / "bản in"
    everything = {output: Finish() for output in Output}
    with qtbot.waitSignal(secretary.pages.exporter.finished) as done:
        secretary.pages.exporter.begin(issue.id, everything, out)
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
    writer.commands[Command.NEW].trigger()
    form = writer.pages.editor.form
    type_in(form.title, "Tin đầu")
    form.body.setFocus()
    type_in(form.body, "Chỉ thị 38-CT/TW được tổng kết.")
    qtbot.keyClick(writer.pages.editor, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert writer.pages.editor.status.text().startswith("Đã lưu lúc")
    (row,) = listing.listing(cast.writer, listing.ListQuery()).rows
    writer.pages.editor.submit.trigger()
    assert writer.pages.page() is writer.pages.today

    editor = sit(cast.editor)
    editor.pages.go("review")
    monkeypatch.setattr(ReasonDialog, "ask", lambda *_: "Thiếu chữ “số”.")
    qtbot.keyClick(editor.pages.review.list.view, Qt.Key.Key_T)
    assert listing.row(cast.editor, row.id).stage is Stage.RETURNED

    writer.navigation.edit(row.id)
    assert "Thiếu chữ “số”" in writer.pages.editor.banner.words()
    form.open_replace()
    form.find_bar.words.setText("Chỉ thị 38")
    form.find_bar.other.setText("Chỉ thị số 38")
    form.find_bar.search()
    form.find_bar.all.click()
    writer.pages.editor.submit.trigger()
    assert [r.number for r in revisions.listing(row.id)] == [4, 1]

    editor.pages.go("articles")
    editor.pages.go("review")
    assert "1 chỗ sửa" in editor.pages.review.side.changes.sum.text()
    assert editor.pages.review.diff.count == 1


def test_an_issue_is_ordered_by_keyboard_and_by_drop(qtbot: QtBot, sit: Sit, cast: Cast) -> None:
    for title in ("Một", "Hai", "Ba"):
        article(cast, words(title), Stage.APPROVED)
    issues.make(cast.secretary, issues.IssueWords("4", 2019, 4))
    window = sit(cast.secretary)
    window.pages.go("issue")
    for _ in range(3):
        window.pages.issue.acts[Do.PUT].trigger()

    def order() -> list[list[str]]:
        plan = issue_plan.plan(1)
        return [[row.title for row in part.placed] for part in plan.parts if part.placed]

    assert order() == [["Ba", "Hai", "Một"]]
    view = window.pages.issue.plan
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
