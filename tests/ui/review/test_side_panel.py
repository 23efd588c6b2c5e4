"""The review desk's side panel and Hôm nay, through the window: compare, discussion, checklists, history, inbox."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import openpyxl
import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter, QPrintPreviewDialog
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desk import clock
from desk.acts import journal, notifications, requirements
from desk.acts.requirements import Before, Level
from desk.acts.review_settings import practice
from desk.acts.rules import Act, Genre, Role, Stage
from desk.articles import listing, writing
from desk.department import delegations, people
from desk.review import checklists, comments, discussion, queue
from desk.review.checklists import ItemEdit
from desk.review.numbers import numbers
from desk.review.queue import Queue
from desk.text.blocks import Paragraph, Run, new_id
from tests.making import PASSWORD, Cast, article, version, words
from tests.ui.keys import type_in
from ui.articles.old_revision_dialog import OldRevisionDialog
from ui.articles.reassign_dialog import ReassignDialog
from ui.controls.reason_dialog import ReasonDialog
from ui.journal.export import lay_out, printed, set_page
from ui.session import tray
from ui.settings.delegation_dialog import DelegationDialog
from ui.window.window import Window

Sit = Callable[[int], Window]


def _edit(cast: Cast, made: int, title: str) -> int:
    opened = listing.open_article(cast.editor, made)
    return writing.save(cast.editor, made, opened.row.version, replace(opened.text, title=title), 2).version


# -- what changed ------------------------------------------------------------------------------------------


def test_the_comparison_begins_from_what_i_last_read(qtbot: QtBot, sit: Sit, cast: Cast) -> None:
    made = article(cast, words("Một"), Stage.FOR_APPROVAL)
    window = sit(cast.chief)
    window.pages.go("review")
    qtbot.waitUntil(lambda: queue.last_read(cast.chief, made) is not None, timeout=4000)
    window.pages.go("articles")
    _edit(cast, made, "Một hai")
    _edit(cast, made, "Một hai ba")
    window.pages.go("review")
    changes = window.pages.review.side.changes
    assert changes.sum.text() == "1 chỗ sửa"
    assert changes.earlier.currentData() == 1
    assert window.pages.review.papers.currentWidget() is window.pages.review.diff
    changes.earlier.setCurrentIndex(0)
    changes.earlier.activated.emit(0)
    assert changes.earlier.currentData() == listing.row(cast.chief, made).revision - 1
    qtbot.keyClick(window.pages.review.list.view, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert window.pages.review.papers.currentWidget() is window.pages.review.paper


def test_an_article_once_read_and_unchanged_says_so(qtbot: QtBot, sit: Sit, cast: Cast) -> None:
    made = article(cast, words("Một"), Stage.FOR_APPROVAL)
    last = _edit(cast, made, "Một hai")
    queue.mark_read(cast.chief, made, last)
    window = sit(cast.chief)
    window.pages.go("review")
    assert "đã đọc bản này" in window.pages.review.side.changes._last_read.text()


# -- discussion --------------------------------------------------------------------------------------------


def _compose(window: Window, body: str, instead: str | None = None) -> None:
    talk = window.pages.review.side.discussion
    talk.new.trigger()
    type_in(talk.compose.body, body)
    if instead is not None:
        talk.compose.suggests.setChecked(True)
        talk.compose.instead.setPlainText(instead)
    talk.compose.send.click()


def test_a_thread_from_first_word_to_last_by_mouse(qtbot: QtBot, sit: Sit, cast: Cast) -> None:
    made = article(cast, stage=Stage.FOR_APPROVAL)
    window = sit(cast.chief)
    window.pages.go("review")
    talk = window.pages.review.side.discussion
    _compose(window, "Nên có ảnh")
    (card,) = talk.threads.cards.values()
    assert window.pages.review.side.tabs.tabText(1) == "Trao đổi 1"
    assert "1 trao đổi chưa khép" in window.pages.review.side.warning.text()
    card.buttons[Act.COMMENT].click()
    type_in(talk.compose.body, "Đã có rồi")
    talk.compose.send.click()
    (card,) = talk.threads.cards.values()
    assert [said.body for said in card.about.said] == ["Nên có ảnh", "Đã có rồi"]
    card.buttons[Act.SETTLE].click()
    assert talk.threads.cards == {}
    talk.threads._unfold()
    (card,) = talk.threads.cards.values()
    card.buttons[Act.UNSETTLE].click()
    assert discussion.open_counts([made]) == {made: (1, 0)}


def test_what_is_half_written_is_kept_for_its_article(qtbot: QtBot, sit: Sit, cast: Cast) -> None:
    made = [article(cast, words(title), Stage.FOR_APPROVAL) for title in ("Một", "Hai")]
    window = sit(cast.chief)
    window.pages.go("review")
    talk = window.pages.review.side.discussion
    talk.new.trigger()
    type_in(talk.compose.body, "Đang viết dở")
    window.pages.review.list.choose(made[1])
    assert talk.compose.isHidden()
    window.pages.review.list.choose(made[0])
    assert talk.compose.isVisible()
    assert talk.compose.body.toPlainText() == "Đang viết dở"
    qtbot.keyClick(talk.compose.body, Qt.Key.Key_Escape)
    talk.new.trigger()
    assert talk.compose.body.toPlainText() == "Đang viết dở"


def test_a_blank_comment_is_refused_in_words(qtbot: QtBot, sit: Sit, cast: Cast) -> None:
    article(cast, stage=Stage.FOR_APPROVAL)
    window = sit(cast.chief)
    window.pages.go("review")
    window.pages.review.side.discussion.new.trigger()
    window.pages.review.side.discussion.compose.send.click()
    assert "Chưa có nội dung" in window.notice.words()
    assert window.pages.review.side.discussion.compose.isVisible()


def test_an_orphan_shows_its_words_and_marks_follow_the_paper(qtbot: QtBot, sit: Sit, cast: Cast) -> None:
    extra = Paragraph(new_id(), (Run("Đoạn sẽ bị xóa hẳn."),))
    text = words("Một")
    made = article(cast, replace(text, blocks=(*text.blocks, extra)), Stage.FOR_APPROVAL)
    comments.comment(cast.editor, made, comments.Stretch(extra.id, 0, 8), "Bỏ đi")
    comments.comment(cast.editor, made, comments.Stretch(text.blocks[0].id, 0, 11), "Rõ hơn", "Ở hội nghị")
    window = sit(cast.chief)
    window.pages.go("review")
    assert len(window.pages.review.paper.extraSelections()) == 2
    opened = listing.open_article(cast.editor, made)
    writing.save(cast.editor, made, opened.row.version, replace(opened.text, blocks=text.blocks), 2)
    window.pages.go("articles")
    window.pages.go("review")
    orphan = next(
        card for card in window.pages.review.side.discussion.threads.cards.values() if card.about.anchor.lost
    )
    from PySide6.QtWidgets import QLabel

    told = [label.text() for label in orphan.findChildren(QLabel)]
    assert "đoạn gốc đã bị xóa" in told
    assert "Đoạn sẽ " in told
    assert len(window.pages.review.paper.extraSelections()) == 1


def test_names_are_offered_after_at(qtbot: QtBot, sit: Sit, cast: Cast) -> None:
    made = article(cast, stage=Stage.FOR_APPROVAL)
    window = sit(cast.chief)
    window.pages.go("review")
    talk = window.pages.review.side.discussion
    talk.new.trigger()
    type_in(talk.compose.body, "@Lê")
    completer = talk.compose.body._completer
    assert completer.currentCompletion() == "Lê Thị Viết"
    talk.compose.body._complete(completer.currentCompletion())
    assert talk.compose.body.toPlainText() == "@Lê Thị Viết "
    popup = completer.popup()
    assert popup is not None
    popup.hide()
    talk.compose.send.click()
    assert notifications.inbox(cast.writer)[0].article_id == made


def test_the_list_of_articles_carries_the_discussion_too(qtbot: QtBot, sit: Sit, cast: Cast) -> None:
    made = article(cast)
    comments.comment(cast.editor, made, comments.Stretch("@title", 0, 4), "Tít gọn hơn")
    window = sit(cast.writer)
    window.pages.go("articles")
    window.pages.articles.list.choose(made)
    qtbot.waitUntil(lambda: "reading" in window.pages.articles.__dict__)
    reading = window.pages.articles.reading
    qtbot.waitUntil(lambda: reading.tabs.tabText(1) == "Trao đổi 1")
    assert len(reading.paper.extraSelections()) == 1


# -- checklists and the law --------------------------------------------------------------------------------


def test_a_required_item_is_ticked_by_hand_or_let_pass(
    qtbot: QtBot, sit: Sit, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    wishes = [ItemEdit(i.id, i.text, i.levels, i.auto) for i in requirements.items(Before.APPROVE)]
    must = dict.fromkeys(Genre, Level.REQUIRED)
    checklists.set_list(
        cast.admin,
        Before.APPROVE,
        [*wishes, ItemEdit(None, "Đã xin ý kiến", must), ItemEdit(None, "Đã ký nháy", must)],
    )
    ids = {item.text: item.id for item in requirements.items(Before.APPROVE)}
    made = article(cast, stage=Stage.FOR_APPROVAL)
    window = sit(cast.chief)
    window.pages.go("review")
    qtbot.keyClick(window.pages.review.list.view, Qt.Key.Key_D)
    assert "Chưa đạt mục bắt buộc: Đã xin ý kiến; Đã ký nháy." in window.notice.words()
    checks = window.pages.review.side.checks
    window.pages.review.side.tabs.setCurrentWidget(checks)
    qtbot.mouseClick(checks.boxes[ids["Đã xin ý kiến"]], Qt.MouseButton.LeftButton)
    assert checks.boxes[ids["Đã xin ý kiến"]].isChecked()
    monkeypatch.setattr(ReasonDialog, "ask", lambda *_: "Tin gấp")
    checks.passes[ids["Đã ký nháy"]].click()
    QTest.qWait(450)
    qtbot.keyClick(window.pages.review.list.view, Qt.Key.Key_D)
    assert listing.row(cast.chief, made).stage is Stage.APPROVED
    assert journal.entries(journal.JournalQuery(act=Act.OVERRULE))[0].note == "Tin gấp"


def test_an_item_removed_meanwhile_is_said(qtbot: QtBot, sit: Sit, cast: Cast) -> None:
    article(cast, stage=Stage.FOR_APPROVAL)
    window = sit(cast.chief)
    window.pages.go("review")
    checks = window.pages.review.side.checks
    item = next(iter(checks.boxes))
    rest = [one for one in requirements.items(Before.APPROVE) if one.id != item]
    checklists.set_list(cast.admin, Before.APPROVE, [ItemEdit(i.id, i.text, i.levels, i.auto) for i in rest])
    checks.boxes[item].click()
    assert "Quản trị vừa bỏ" in window.notice.words()
    assert item not in window.pages.review.side.checks.boxes


def test_a_role_taken_away_while_the_button_is_on_screen(qtbot: QtBot, sit: Sit, cast: Cast) -> None:
    made = article(cast, stage=Stage.FOR_APPROVAL)
    window = sit(cast.chief)
    window.pages.go("review")
    chief = people.person(cast.chief)
    people.change(
        cast.admin, chief.id, chief.version, people.PersonEdit(chief.name, "", "", frozenset({Role.WRITER}))
    )
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


# -- history, journal --------------------------------------------------------------------------------------


def test_history_shows_the_text_as_it_stood(
    qtbot: QtBot, sit: Sit, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = article(cast, words("Tít thuở đầu"), Stage.FOR_APPROVAL)
    _edit(cast, made, "Tít về sau")
    window = sit(cast.chief)
    window.pages.go("review")
    shown: list[OldRevisionDialog] = []
    monkeypatch.setattr(OldRevisionDialog, "open", lambda self: shown.append(self))
    window.pages.review.side.history.revision_wanted.emit(journal.of_article(made)[-1])
    (dialog,) = shown
    assert "Tít thuở đầu" in dialog.paper.toPlainText()
    assert "Phiên bản 1" in dialog.about.text()


def test_the_journal_goes_into_a_workbook_of_plain_words(
    qtbot: QtBot, sit: Sit, cast: Cast, tmp_path: Path
) -> None:
    article(cast, words("=HYPERLINK(1) Tít lạ"), Stage.APPROVED)
    window = sit(cast.admin)
    window.pages.go("journal")
    path = tmp_path / "nhật ký tháng 4.xlsx"
    window.pages.journal.out.write(journal.JournalQuery(), path)
    assert "Đã xuất" in window.notice.words()
    sheet = openpyxl.load_workbook(path).active
    assert sheet is not None
    rows = list(sheet.iter_rows(values_only=True))
    assert rows[0][:4] == ("Số", "Lúc", "Ai", "Việc")
    assert len(rows) == 1 + len(journal.everything(journal.JournalQuery()))
    about = [row[4] for row in rows]
    assert "=HYPERLINK(1) Tít lạ" in about
    inside = zipfile.ZipFile(path).read("xl/worksheets/sheet1.xml")
    assert b"<f>" not in inside, "no cell is a formula"
    window.pages.journal.out.write(journal.JournalQuery(), tmp_path / "không có" / "a.xlsx")
    assert f"Không thấy “{tmp_path / 'không có' / 'a.xlsx'}”" in window.notice.words()


def test_the_journal_prints(
    qtbot: QtBot, sit: Sit, cast: Cast, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(12):
        article(cast, words(f"Tin {number}"), Stage.APPROVED)
    window = sit(cast.admin)
    window.pages.go("journal")
    opened: list[QPrintPreviewDialog] = []
    monkeypatch.setattr(QPrintPreviewDialog, "open", lambda self: opened.append(self))
    window.pages.journal.paper.click()
    assert len(opened) == 1
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    set_page(printer)
    path = tmp_path / "nhật ký.pdf"
    printer.setOutputFileName(str(path))
    lay_out(printed(journal.entries(journal.JournalQuery())), printer)
    pages = PdfReader(path).pages
    assert len(pages) > 1
    assert pages[0].mediabox.width > pages[0].mediabox.height
    assert all("Việc" in page.extract_text() for page in pages), "the head stands on every page"


# -- Hôm nay -----------------------------------------------------------------------------------------------


def test_every_line_of_today_leads_there(qtbot: QtBot, sit: Sit, cast: Cast) -> None:
    waits = article(cast, words("Chờ duyệt"), Stage.FOR_APPROVAL)
    window = sit(cast.chief)
    assert window.pages.page() is window.pages.today
    line = next(one for one in window.pages.today.lines if one.text() == "Chờ duyệt")
    qtbot.mouseClick(line, Qt.MouseButton.LeftButton)
    assert window.pages.page() is window.pages.review
    current = window.pages.review.list.current()
    assert current is not None
    assert current.id == waits
    assert window.pages.review.queues.queue() is Queue.TO_APPROVE
    window.pages.go("today")
    notice = window.pages.today.inbox.lines[0]
    notice.setFocus()
    qtbot.keyClick(notice, Qt.Key.Key_Space)
    assert window.pages.page() is window.pages.articles
    assert numbers(cast.chief).unread == 0


def test_what_the_issue_lacks_leads_to_it(qtbot: QtBot, sit: Sit, cast: Cast) -> None:
    from desk.issues import issues

    today = clock.today()
    article(cast, stage=Stage.APPROVED)
    window = sit(cast.secretary)
    assert any("Chưa có số nào" in one.text() for one in window.pages.today.lines)
    closing = (today + timedelta(days=2)).isoformat()
    issues.make(cast.secretary, issues.IssueWords("4", today.year, today.month, "", closing))
    window.pages.go("articles")
    window.pages.go("today")
    told = [one.text() for one in window.pages.today.lines]
    assert "1 bài đã duyệt chưa xếp vào số" in told
    qtbot.mouseClick(
        window.pages.today.lines[told.index("1 bài đã duyệt chưa xếp vào số")], Qt.MouseButton.LeftButton
    )
    assert window.pages.page() is window.pages.issue


def test_notices_are_marked_and_the_bell_rings_only_when_wanted(
    qtbot: QtBot, sit: Sit, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    article(cast, stage=Stage.SUBMITTED)
    window = sit(cast.editor)
    rung: list[str] = []
    monkeypatch.setattr(window.tray, "ring", lambda row, unread: rung.append(row.title))
    monkeypatch.setattr(window, "isActiveWindow", lambda: False)
    article(cast, words("Mới hơn"), Stage.SUBMITTED)
    window.news.count()
    assert rung == []
    window.pages.settings.look.notices.setChecked(True)
    assert tray.wanted()
    article(cast, words("Mới nhất"), Stage.SUBMITTED)
    window.news.count()
    window.news.count()
    assert rung == ["Mới nhất"]
    window.pages.go("today")
    window.pages.today.inbox.mark_all.click()
    assert numbers(cast.editor).unread == 0


# -- settings ----------------------------------------------------------------------------------------------


def test_the_office_sets_its_ways(qtbot: QtBot, sit: Sit, cast: Cast) -> None:
    window = sit(cast.admin)
    window.pages.go("settings")
    tab = window.pages.settings.practice
    window.pages.settings.tabs.setCurrentWidget(tab)
    tab.levels.button(1).click()
    tab.waiting.setValue(5)
    tab.phrases.setPlainText("Viết lại sapô.\n\n  Thiếu   ảnh. ")
    tab.save.click()
    assert (practice().levels, practice().waiting_days) == (1, 5)
    assert practice().phrases == ("Viết lại sapô.", "Thiếu ảnh.")


def test_an_administrator_sets_a_checklist_others_only_see_it(qtbot: QtBot, sit: Sit, cast: Cast) -> None:
    window = sit(cast.admin)
    window.pages.go("settings")
    tab = window.pages.settings.checklists
    tab.before.setCurrentIndex(1)
    assert tab.list_() is Before.APPROVE
    tab._add()
    last = tab.table.rowCount() - 1
    item = tab.table.item(last, 0)
    assert item is not None
    item.setText("Đã hỏi ý kiến Sở")
    tab.set_level(last, Genre.NEWS, Level.REQUIRED)
    tab._save()
    made = next(one for one in requirements.items(Before.APPROVE) if one.text == "Đã hỏi ý kiến Sở")
    assert (made.level(Genre.NEWS), made.level(Genre.PHOTOS)) == (Level.REQUIRED, Level.RECOMMENDED)
    tab.table.setCurrentCell(tab.table.rowCount() - 1, 0)
    other = sit(cast.secretary)
    other.pages.go("settings")
    assert not other.pages.settings.checklists.tools.isEnabled()


def test_a_chief_delegates_and_ends_it(
    qtbot: QtBot, sit: Sit, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = sit(cast.chief)
    window.pages.go("settings")
    tab = window.pages.settings.delegation
    now = clock.now()
    monkeypatch.setattr(
        DelegationDialog, "ask", lambda *_: (cast.editor, now, now + timedelta(days=1), "Họp")
    )
    tab.add.click()
    (row,) = delegations.listing()
    assert (row.delegate, row.open) == ("Phạm Văn Biên", True)
    assert tab.end.isEnabled()
    tab.end.click()
    assert not delegations.listing()[0].open
    assert version(cast, article(cast)) == 1
