"""The journal as a table."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from PySide6.QtCore import QModelIndex, Qt
from pytestqt.modeltest import ModelTester

from desk import clock
from desk.acts import journal
from desk.acts.entry_details import FromTerminal
from desk.acts.journal import JournalQuery, Subject
from desk.acts.requirements import Before
from desk.acts.rules import Act, Stage
from desk.articles import workflow
from desk.department import settings
from desk.registers import editing
from desk.registers.entries import PersonEntry
from desk.review import checklists
from tests.making import Cast, article, version, words
from ui.journal.export import printed
from ui.journal.model import JournalModel, columns
from ui.words import wording


def test_an_undone_act_names_what_it_undid(cast: Cast, qtmodeltester: ModelTester) -> None:
    made = article(cast, words("Giao ban"), Stage.SUBMITTED)
    workflow.undo(cast.writer, made, version(cast, made))
    entries = journal.of_article(made)
    shown = {head: text_of(entries[0]) for head, text_of in columns()}
    assert entries[0].act is Act.UNDO
    assert shown["Ai"] == "Lê Thị Viết"
    assert shown["Việc"] == "hoàn tác việc gửi biên tập"
    assert shown["Về"] == "Giao ban"
    model = JournalModel()
    model.replace(entries[:1], True)
    asked: list[int] = []
    model.more_wanted.connect(lambda: asked.append(1))
    qtmodeltester.check(model, force_py=True)
    model.fetchMore(QModelIndex())
    model.fetchMore(QModelIndex())
    assert len(asked) == 1
    model.append(entries[1:], False)
    assert model.rowCount() == len(entries)
    last = model.index(0, model.columnCount() - 1)
    assert model.data(last, Qt.ItemDataRole.ToolTipRole).endswith(entries[0].sha256)
    assert len(journal.entries(JournalQuery())) > 0


def test_a_clock_that_went_back_and_the_command_line_are_said_behind_the_deed(cast: Cast) -> None:
    at = datetime(2019, 4, 9, 3, tzinfo=UTC)
    clock.set_clock(lambda: at)
    made = article(cast, words("Giao ban"))
    at -= timedelta(hours=2)
    with journal.noting(FromTerminal(True)):
        workflow.move(cast.writer, Act.SUBMIT, made, version(cast, made))
    entry = journal.of_article(made)[0]
    shown = {head: text_of(entry) for head, text_of in columns()}
    assert shown["Việc"] == "gửi biên tập (đồng hồ máy chạy lùi, bằng dòng lệnh)"
    model = JournalModel()
    model.replace([entry], False)
    told = model.data(model.index(0, 3), Qt.ItemDataRole.ToolTipRole)
    assert "Đồng hồ máy chạy lùi, mục trước ghi lúc: 09/04/2019 10:00" in told
    assert "chạy lùi" in printed([entry], "7-ab12").toPlainText()


def test_what_was_done_again_says_so(cast: Cast) -> None:
    made = editing.add(cast.editor, PersonEntry("Giàng A Sử")).entry
    back = editing.undo(cast.editor, made).entry
    editing.undo(cast.editor, back)
    again, undone, _ = journal.entries(JournalQuery(subject=Subject.REGISTER))
    assert wording.done(undone).startswith("hoàn tác việc ")
    assert wording.done(again) == "làm lại việc vừa hoàn tác"


def test_what_was_changed_of_the_settings_is_said_with_what_stood_before(cast: Cast) -> None:
    names = settings.names()
    settings.change(cast.secretary, replace(names, department="Ban Tổ chức"), settings.imprint())
    checklists.set_list(cast.admin, Before.SUBMIT, [])
    lists, names_changed = journal.entries(JournalQuery(), limit=2)
    shown = [{head: text_of(one) for head, text_of in columns()}["Về"] for one in (names_changed, lists)]
    assert shown == ["Cơ quan", "Trước khi gửi"]
    model = JournalModel()
    model.replace([names_changed], False)
    told = model.data(model.index(0, 3), Qt.ItemDataRole.ToolTipRole)
    assert "Đã đổi: Cơ quan: “Ban Tổ chức”" in told
    assert f"Trước đó: Cơ quan: “{names.department}”" in told
