"""Nothing typed is lost: drafts, crashes, failed saves, colleagues."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desk.articles import drafts, listing, writing
from desk.articles.listing import ListQuery
from desk.database import revisions
from desk.errors import FileTrouble, Trouble
from desk.pictures import stored_pictures
from desk.pictures.prepare import RENDITION
from desk.text.blocks import Picture
from tests.desk.press import editions
from tests.engine import full_disk
from tests.making import Cast, article, words
from tests.ui.keys import type_in
from ui.controls.choice_dialog import ChoiceDialog
from ui.editor.recover_dialog import RecoverDialog
from ui.window.commands import Do
from ui.window.window import Window

Sit = Callable[[int], Window]


def _type(window: Window, letters: str) -> None:
    window.pages.editor.form.focus_title()
    type_in(window.pages.editor.form.title, letters)


def test_typing_is_kept_within_two_seconds(qtbot: QtBot, sit: Sit, cast: Cast) -> None:
    made = article(cast)
    window = sit(cast.writer)
    window.navigation.edit(made)
    _type(window, " thêm")
    qtbot.waitUntil(lambda: bool(drafts.waiting(cast.writer)), timeout=2000)
    assert drafts.waiting(cast.writer)[0].text.title.endswith("thêm")
    assert window.pages.editor.status.text().startswith("Đang soạn – giữ tạm lúc")
    assert len(revisions.listing(made)) == 1


def test_a_crash_leaves_the_draft_beside_the_saved_text(
    qtbot: QtBot, sit: Sit, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = article(cast)
    window = sit(cast.writer)
    window.navigation.edit(made)
    _type(window, " đang gõ")
    window.pages.editor.drafts.keep()
    again = sit(cast.writer)  # the first window never closed: that was the crash
    assert "đang gõ dở" in again.notice.words()
    again.notice.press()
    shown: list[str] = []

    def ask(parent: object, title: str, told: str, saved: tuple[str, object], *rest: object) -> bool:
        shown.append(saved[0])
        return True

    monkeypatch.setattr(RecoverDialog, "ask", ask)
    again.pages.editor.banner.buttons()[0].click()
    assert shown == ["Bản đã lưu"]
    assert again.pages.editor.form.text().title.endswith("đang gõ")
    again.pages.editor.save.trigger()
    assert listing.row(cast.writer, made).title.endswith("đang gõ")
    assert drafts.waiting(cast.writer) == []


def test_a_piece_never_saved_comes_back(qtbot: QtBot, sit: Sit, cast: Cast) -> None:
    window = sit(cast.writer)
    window.commands[Do.NEW].trigger()
    _type(window, "Chưa lưu lần nào")
    window.pages.editor.drafts.keep()
    again = sit(cast.writer)
    again.notice.press()
    assert again.pages.editor.form.text().title == "Chưa lưu lần nào"
    again.pages.editor.save.trigger()
    assert [r.title for r in listing.listing(cast.writer, ListQuery()).rows] == ["Chưa lưu lần nào"]


def test_the_window_does_not_close_on_a_failed_save(
    qtbot: QtBot, sit: Sit, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = article(cast)
    window = sit(cast.writer)
    window.navigation.edit(made)
    _type(window, " quan trọng")
    monkeypatch.setattr(ChoiceDialog, "ask", lambda *_: 0)

    def full(*_: object) -> None:
        raise FileTrouble(Trouble.FULL)

    with monkeypatch.context() as broken:
        broken.setattr(writing, "save", full)
        window.close()
        assert window.isVisible()
        assert "đầy" in window.notice.words()
        assert window.pages.editor.form.text().title.endswith("quan trọng")
    window.notice.press()  # "Thử lại"
    assert listing.row(cast.writer, made).title.endswith("quan trọng")
    window.close()
    assert not window.isVisible()


def test_a_full_disk_while_typing_is_said_and_typing_goes_on(qtbot: QtBot, sit: Sit, cast: Cast) -> None:
    window = sit(cast.writer)
    window.commands[Do.NEW].trigger()
    _type(window, "Bài dài " * 30)
    with full_disk():
        window.pages.editor.form.load(words("Bài rất dài", *["chữ nghĩa " * 3000] * 3))
        window.pages.editor.drafts.keep()
        assert "đầy" in window.notice.words()
    window.notice.press()
    assert drafts.waiting(cast.writer)[0].text.title == "Bài rất dài"


def test_leaving_asks_and_staying_is_an_answer(
    qtbot: QtBot, sit: Sit, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = article(cast)
    window = sit(cast.writer)
    window.navigation.edit(made)
    _type(window, " dở")
    monkeypatch.setattr(ChoiceDialog, "ask", lambda *_: -1)
    window.pages.go("journal")
    assert window.pages.page() is window.pages.editor
    monkeypatch.setattr(ChoiceDialog, "ask", lambda *_: 1)
    qtbot.keyClick(window.pages.editor, Qt.Key.Key_Escape)
    assert window.pages.page() is not window.pages.editor
    assert listing.row(cast.writer, made).title == words().title
    assert drafts.waiting(cast.writer) == []


def test_a_colleagues_save_is_shown_beside_mine(
    qtbot: QtBot, sit: Sit, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = article(cast)
    window = sit(cast.writer)
    window.navigation.edit(made)
    _type(window, " của tôi")
    writing.save(cast.editor, made, 1, words("Tít của đồng nghiệp"))
    window.pages.editor.save.trigger()
    assert "Phạm Văn Biên vừa lưu phiên bản mới" in window.pages.editor.banner.words()
    assert listing.row(cast.writer, made).title == "Tít của đồng nghiệp"
    monkeypatch.setattr(RecoverDialog, "ask", lambda *_: True)
    window.pages.editor.banner.buttons()[0].click()
    window.pages.editor.save.trigger()
    assert listing.row(cast.writer, made).title.endswith("của tôi")
    assert [row.number for row in revisions.listing(made)] == [3, 2, 1]


def test_a_photograph_taken_in_is_kept_small_too(sit: Sit, cast: Cast) -> None:
    window = sit(cast.writer)
    window.commands[Do.NEW].trigger()
    _type(window, "Ảnh hội nghị")
    window.pages.editor.form.pictures_offered.emit([("ảnh.jpg", editions.noisy(1400, 900, 3)[1])])
    (picture,) = [block for block in window.pages.editor.form.text().blocks if isinstance(block, Picture)]
    window.pages.editor.save.trigger()
    (small,) = stored_pictures.renditions([picture.picture]).values()
    with Image.open(BytesIO(small)) as image:
        assert image.width == RENDITION


def test_bad_pictures_are_refused_with_a_reason(sit: Sit, cast: Cast) -> None:
    window = sit(cast.writer)
    window.commands[Do.NEW].trigger()
    for data, said in ((b"MZ" + b"\0" * 500, "không phải là ảnh"), (b"", "rỗng")):
        window.pages.editor.form.pictures_offered.emit([("ảnh.jpg", data)])
        assert said in window.notice.words()
    assert not any(isinstance(block, Picture) for block in window.pages.editor.form.text().blocks)
