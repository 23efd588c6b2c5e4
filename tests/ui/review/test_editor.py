"""Found in review: what the editor could lose, or do to the wrong article."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desk.acts.rules import Stage
from desk.articles import drafts, listing, writing
from desk.database import revisions
from desk.department import sections
from desk.errors import FileTrouble, Trouble
from desk.pictures.prepared_picture import Prepared
from desk.text.blocks import Picture
from tests.making import Cast, article, version, words
from tests.ui.held import hold
from tests.ui.keys import type_in
from ui.controls.choice_dialog import ChoiceDialog
from ui.editor.recover_dialog import RecoverDialog
from ui.window.commands import Do
from ui.window.window import Window

Sit = Callable[[int], Window]


def _type(window: Window, letters: str) -> None:
    window.pages.editor.form.focus_title()
    type_in(window.pages.editor.form.title, letters)


def test_another_article_does_not_push_unsaved_words_out(
    sit: Sit, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = article(cast, words("Một")), article(cast, words("Hai"))
    window = sit(cast.writer)
    window.navigation.edit(first)
    _type(window, " đang gõ")
    asked: list[str] = []

    def ask(*given: object) -> int:
        asked.append(str(given[1]))
        return -1

    monkeypatch.setattr(ChoiceDialog, "ask", ask)
    window.pages.importer.taken.emit(second)
    assert asked
    assert window.pages.editor.form.text().title == "Một đang gõ"
    monkeypatch.setattr(ChoiceDialog, "ask", lambda *_: 0)
    window.navigation.edit(second)
    assert window.pages.editor.form.text().title == "Hai"
    assert listing.row(cast.writer, first).title == "Một đang gõ"


def test_an_article_that_cannot_be_opened_leaves_no_dead_page(
    sit: Sit, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = article(cast, words("Một")), article(cast, words("Hai"))
    window = sit(cast.writer)
    window.navigation.edit(first)

    def broken(*_: object) -> None:
        raise FileTrouble(Trouble.IO)

    with monkeypatch.context() as patch:
        patch.setattr(listing, "open_article", broken)
        window.pages.editor.open(second)
        assert window.pages.page() is not window.pages.editor
        assert "lỗi" in window.notice.words()


def test_an_article_of_a_retired_section_opens_as_saved_and_keeps_it(sit: Sit, cast: Cast) -> None:
    made = article(cast, section=3)
    sections.set_sections(cast.admin, [(row.id, row.title) for row in sections.listing() if row.id != 3])
    window = sit(cast.writer)
    window.navigation.edit(made)
    assert not window.pages.editor.dirty()
    _type(window, " thêm")
    window.pages.editor.save.trigger()
    assert listing.row(cast.writer, made).section_id == 3


def test_a_refusal_does_not_reset_the_chosen_section(sit: Sit, cast: Cast) -> None:
    window = sit(cast.writer)
    window.commands[Do.NEW].trigger()
    _type(window, "Chỉ có tít")
    window.pages.editor.form.body.set_blocks(())
    window.pages.editor.section.setCurrentIndex(window.pages.editor.section.findData(4))
    window.pages.editor.shown()
    assert window.pages.editor.section.currentData() == 4


def test_typing_waits_until_the_crash_text_was_looked_at(
    sit: Sit, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = article(cast)
    drafts.keep(cast.writer, _uid(cast, made), made, 1, 4, words("Bản gõ dở trước khi sập"))
    window = sit(cast.writer)
    window.navigation.edit(made)
    _type(window, " gõ đè")
    window.pages.editor.drafts.keep()
    assert drafts.waiting(cast.writer)[0].title == "Bản gõ dở trước khi sập"
    monkeypatch.setattr(RecoverDialog, "ask", lambda *_: True)
    window.pages.editor.banner.buttons()[0].click()
    assert window.pages.editor.form.text().title == "Bản gõ dở trước khi sập"
    assert window.pages.editor.section.currentData() == 4
    _type(window, " nữa")
    assert window.pages.editor.form.text().title.endswith("nữa")


def test_words_taken_back_leave_no_draft_behind(sit: Sit, cast: Cast) -> None:
    made = article(cast)
    window = sit(cast.writer)
    window.navigation.edit(made)
    _type(window, "x")
    window.pages.editor.drafts.keep()
    assert drafts.waiting(cast.writer)
    window.pages.editor.form.title.undo()
    window.pages.editor.drafts.keep()
    assert drafts.waiting(cast.writer) == []


def test_a_picture_that_comes_late_does_not_land_in_another_article(
    sit: Sit, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = article(cast, words("Một")), article(cast, words("Hai"))
    window = sit(cast.writer)
    window.navigation.edit(first)
    late: list[Callable[[Prepared], None]] = []

    def abroad(owner: object, work: object, then: Callable[[Prepared], None], **_: object) -> None:
        late.append(then)

    monkeypatch.setattr(window.session.client, "abroad", abroad)
    window.pages.editor.form.pictures_offered.emit([("anh.png", b"")])
    monkeypatch.setattr(ChoiceDialog, "ask", lambda *_: 1)
    window.navigation.edit(second)
    late[0](Prepared(b"x", "ab" * 32, "image/png", 1, 1, "anh.png"))
    assert not any(isinstance(block, Picture) for block in window.pages.editor.form.text().blocks)
    assert "anh.png" in window.notice.words()


def test_escape_on_another_page_is_not_the_editors(qtbot: QtBot, sit: Sit, cast: Cast) -> None:
    window = sit(cast.admin)
    window.pages.go("settings")
    field = window.pages.settings.names.fields["place"]
    field.setFocus()
    field.setText("Vinh")
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == "Vinh"
    assert not window.pages.editor.save.isEnabled()


def test_ctrl_enter_places_after_the_editor_was_used(qtbot: QtBot, sit: Sit, cast: Cast) -> None:
    from desk.issues import issues

    article(cast, stage=Stage.APPROVED)
    own = writing.create(cast.secretary, "của thư ký", words("Của thư ký"))
    issues.make(cast.secretary, issues.IssueWords("4", 2019, 4))
    window = sit(cast.secretary)
    window.navigation.edit(*own.articles)
    assert window.pages.editor.submit.isEnabled()
    window.pages.go("issue")
    window.pages.issue.waiting.view.setFocus()
    qtbot.keyClick(window.pages.issue.waiting.view, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert issues.row(1).articles == 1


def test_two_saves_at_once_are_one_after_the_other(
    sit: Sit, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = sit(cast.writer)
    window.commands[Do.NEW].trigger()
    _type(window, "Tin")
    held = hold(monkeypatch, window.session.client, "do")
    window.pages.editor.save.trigger()
    _type(window, " mới")
    window.pages.editor.save.trigger()
    while held:
        held.pop(0)()
    (row,) = listing.listing(cast.writer, listing.ListQuery()).rows
    assert row.title == "Tin mới"
    assert [r.number for r in revisions.listing(row.id)] == [2, 1]
    assert not window.pages.editor.dirty()


def test_submit_speaks_of_the_article_it_was_pressed_on(
    sit: Sit, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = article(cast, words("Một")), article(cast, words("Hai"))
    window = sit(cast.writer)
    window.navigation.edit(first)
    _type(window, " x")
    held = hold(monkeypatch, window.session.client, "do")
    window.pages.editor.submit.trigger()
    monkeypatch.setattr(ChoiceDialog, "ask", lambda *_: 1)
    window.navigation.edit(second)
    while held:
        held.pop(0)()
    assert listing.row(cast.writer, second).stage is Stage.DRAFT
    assert version(cast, second) == 1


def _uid(cast: Cast, article_id: int) -> str:
    return listing.open_article(cast.writer, article_id).uid


def test_a_sheet_that_may_not_be_submitted_does_not_hide_the_button_for_ever(sit: Sit, cast: Cast) -> None:
    approved, draft = article(cast, stage=Stage.APPROVED), article(cast)
    window = sit(cast.writer)
    window.navigation.edit(approved)
    assert not window.pages.editor.submit.isVisible()
    window.navigation.edit(draft)
    assert window.pages.editor.submit.isVisible()
    assert window.pages.editor.submit.isEnabled()
