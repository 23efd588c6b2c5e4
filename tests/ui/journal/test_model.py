"""The journal as a table."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt
from pytestqt.modeltest import ModelTester

from desk.acts import journal
from desk.acts.journal import JournalQuery
from desk.acts.rules import Act, Stage
from desk.articles import workflow
from tests.making import Cast, article, version, words
from ui.journal.model import JournalModel, columns


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
