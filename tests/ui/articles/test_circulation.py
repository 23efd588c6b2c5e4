"""One article out and back through the window: by menu, key and drop."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QMenu
from pytestqt.qtbot import QtBot

from desk.acts import journal
from desk.acts.rules import Act, Stage
from desk.articles import listing
from desk.database import revisions
from desk.text.blocks import plain
from tests.making import Cast, article, words
from tests.ui.articles.given_back import NAME, file_back, given_out
from tests.ui.modal import answer, front
from tests.ui.previewed import print_and_close
from ui.articles.circulation import Out
from ui.articles.returned_dialog import ReturnedDialog
from ui.controls.print_preview import PrintPreview
from ui.intake.import_dialog import ImportDialog
from ui.window.window import Window

Sit = Callable[[int], Window]
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


def chosen(sit: Sit, who: int, made: int) -> Window:
    window = sit(who)
    window.pages.go("articles")
    assert window.pages.articles.list.choose(made)
    return window


def previews(window: Window) -> list[PrintPreview]:
    return [one for one in window.findChildren(PrintPreview) if one.isVisible()]


def _received(dialog: ReturnedDialog) -> None:
    if not dialog.person.currentData():
        dialog.person.setCurrentIndex(1)
    dialog.ok.click()


@pytest.mark.usefixtures("april")
def test_the_key_shows_the_article_as_it_prints(qtbot: QtBot, sit: Sit, cast: Cast, tmp_path: Path) -> None:
    made = given_out(cast)
    window = chosen(sit, cast.editor, made)
    qtbot.keyClick(window.pages.articles.list.view, Qt.Key.Key_P, CTRL)
    printed = print_and_close(qtbot, window, tmp_path / "bài.pdf")
    assert len(printed.pages) == 1
    assert journal.of_article(made)[0].act is not Act.CIRCULATE  # a preview that was only looked at


@pytest.mark.usefixtures("april")
def test_a_slip_that_was_printed_stands_in_the_journal(qtbot: QtBot, sit: Sit, cast: Cast) -> None:
    made = given_out(cast)
    window = sit(cast.editor)
    window.pages.go("review")
    window.pages.review.list.choose(made)
    front(window)
    qtbot.keyClick(window.pages.review.list.view, Qt.Key.Key_P, CTRL | ALT)
    qtbot.waitUntil(lambda: bool(previews(window)), timeout=10_000)
    (preview,) = previews(window)
    preview.accept()
    entry = journal.of_article(made)[0]
    assert entry.act is Act.CIRCULATE


@pytest.mark.usefixtures("april")
def test_several_articles_go_out_together(
    qtbot: QtBot, sit: Sit, cast: Cast, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = [given_out(cast, title) for title in ("Bài một", "Bài hai", "Bài ba")]
    window = chosen(sit, cast.editor, made[-1])
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    window.pages.articles.list.view.setFocus()
    qtbot.keyClick(window.pages.articles.list.view, Qt.Key.Key_A, CTRL)
    acts = window.pages.acts.circulation
    assert set(acts.articles()) == set(made)
    assert not acts.actions[Out.BACK].isEnabled()
    acts.actions[Out.WORD].trigger()
    assert len(list(tmp_path.glob("*.docx"))) == 3
    assert all(journal.of_article(one)[0].act is Act.CIRCULATE for one in made)


@pytest.mark.usefixtures("april")
def test_a_file_that_is_dropped_is_known_again(qtbot: QtBot, sit: Sit, cast: Cast, tmp_path: Path) -> None:
    made = given_out(cast)
    path = file_back(tmp_path, cast, made)
    window = sit(cast.editor)
    met = answer(ReturnedDialog, _received)
    window.door.take([path])
    qtbot.waitUntil(lambda: bool(met), timeout=20_000)
    assert window.pages.name() == "articles"
    current = window.pages.articles.list.current()
    assert current is not None
    assert current.id == made
    assert journal.of_article(made)[0].act is Act.RECEIVE


@pytest.mark.usefixtures("april")
def test_corrections_are_accepted_one_by_one_by_keyboard(
    qtbot: QtBot, sit: Sit, cast: Cast, tmp_path: Path
) -> None:
    made = given_out(cast)
    path = file_back(tmp_path, cast, made, "Trần Thị Lãnh")
    window = sit(cast.editor)
    met = answer(ReturnedDialog, _received)
    window.pages.acts.circulation.take_back(path, made)
    qtbot.waitUntil(lambda: bool(met), timeout=20_000)
    window.pages.go("review")
    window.pages.review.list.choose(made)
    front(window)
    panel = window.pages.review.side
    assert panel.tabs.currentWidget() is panel.discussion
    for _ in range(3):
        qtbot.keyClick(window.pages.review.list.view, Qt.Key.Key_N)
        qtbot.keyClick(window.pages.review.list.view, Qt.Key.Key_A)
    now = revisions.text_of(made, listing.row(cast.editor, made).revision)
    said = [plain(one.runs) for one in now.blocks]  # type: ignore[union-attr]
    assert "bàn bạc" in said[0]
    assert said[2] == "Hội nghị kết thúc lúc 17 giờ cùng ngày."


def test_other_word_files_are_new_articles(qtbot: QtBot, sit: Sit, cast: Cast, tmp_path: Path) -> None:
    import docx

    path = tmp_path / "tin mới.docx"
    document = docx.Document()
    document.add_paragraph("Một tin mới gửi đến bàn biên tập.")
    document.save(str(path))
    window = sit(cast.editor)
    window.door.take([path])
    qtbot.waitUntil(lambda: window.pages.importer.dialog is not None, timeout=5_000)
    dialog = window.pages.importer.dialog
    assert isinstance(dialog, ImportDialog)
    qtbot.waitUntil(lambda: dialog.sources.count() == 1, timeout=30_000)
    dialog.reject()


def test_what_cannot_be_taken_back_is_said(qtbot: QtBot, sit: Sit, cast: Cast, tmp_path: Path) -> None:
    made = given_out(cast)
    path = file_back(tmp_path, cast, made)
    window = sit(cast.editor)
    broken = tmp_path / "hỏng.docx"
    broken.write_bytes(b"PK\x03\x04" + path.read_bytes()[4:3000])
    window.pages.acts.circulation.take_back(broken, made)
    assert window.pages.acts.circulation.articles() == ()
    window.pages.acts.circulation.take_back(tmp_path / "không có.docx", made)
    assert not [one for one in window.findChildren(ReturnedDialog) if one.isVisible()]
    assert journal.of_article(made)[0].act is not Act.RECEIVE


def test_the_file_is_asked_for_from_the_article(
    qtbot: QtBot, sit: Sit, cast: Cast, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = given_out(cast)
    path = file_back(tmp_path, cast, made)
    window = chosen(sit, cast.editor, made)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    said: list[str] = []

    def read(dialog: ReturnedDialog) -> None:
        said.append(dialog.told.text())
        dialog.reject()

    answer(ReturnedDialog, read)
    window.pages.acts.circulation.actions[Out.BACK].trigger()
    qtbot.waitUntil(lambda: bool(said), timeout=20_000)
    assert NAME in said[0]


def test_an_article_in_the_editor_goes_out_as_it_was_saved(sit: Sit, cast: Cast) -> None:
    made = article(cast, words("Bài đang soạn"))
    window = sit(cast.writer)
    window.pages.show("editor")
    window.pages.editor.open(made)
    acts = window.pages.acts.circulation
    assert acts.articles() == (made,)
    assert acts.actions[Out.PRINT].isEnabled()
    menu = QMenu()
    window.pages.editor.form.body.menu_asked.emit(menu, 0)
    (offered,) = (one.menu() for one in menu.actions())
    assert isinstance(offered, QMenu)
    assert acts.actions[Out.WORD] in offered.actions()
    window.pages.editor.form.title.setPlainText("Bài chưa lưu")
    assert acts.unsaved()
    window.pages.editor.form.title.setPlainText("Bài đang soạn")
    window.pages.show("journal")
    assert acts.articles() == ()
    assert acts.actions[Out.PRINT].whatsThis()


def test_what_lies_in_the_bin_does_not_go_out(sit: Sit, cast: Cast) -> None:
    made = article(cast, stage=Stage.BINNED)
    window = sit(cast.writer)
    window.pages.acts.circulation.follow([listing.row(cast.writer, made)])
    for which in Out:
        assert not window.pages.acts.circulation.actions[which].isEnabled()


def test_a_file_of_another_desk_is_a_new_article_and_is_said_to_be_one(
    qtbot: QtBot, sit: Sit, cast: Cast, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = file_back(tmp_path, cast, given_out(cast))
    monkeypatch.setattr("desk.circulation.outgoing.desk", lambda: "0" * 64)  # as if it were opened at another
    window = sit(cast.editor)
    window.door.take([path])
    qtbot.waitUntil(lambda: window.pages.importer.dialog is not None, timeout=10_000)
    assert "bàn biên tập khác" in window.notice.words()
    dialog = window.pages.importer.dialog
    assert isinstance(dialog, ImportDialog)
    dialog.reject()
