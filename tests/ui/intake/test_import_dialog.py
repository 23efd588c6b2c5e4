"""The dialog of Nhập bài, by key and by mouse: roles, undo, doubts, fields, the list."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from desk.department import sections
from desk.intake.document import SourceComment
from desk.intake.recogniser.roles import Role
from desk.paths import SAMPLE
from desk.text.blocks import Picture
from tests.making import Cast
from tests.ui.intake.given import CAPTION, NO_LEAD, PICTURED, REPEATED, carried, dialog, entry, page_entry
from tests.ui.modal import front
from ui.intake.entry import Entry, State
from ui.intake.import_dialog import ImportDialog
from ui.intake.pictures import Pictures
from ui.intake.role_actions import Give
from ui.session.session import Session

SessionOf = Callable[[int], Session]
_KEYS = {
    Qt.Key.Key_1: Role.TITLE,
    Qt.Key.Key_2: Role.LEAD,
    Qt.Key.Key_3: Role.BODY,
    Qt.Key.Key_4: Role.CAPTION,
    Qt.Key.Key_5: Role.BYLINE,
    Qt.Key.Key_6: Role.DATE,
    Qt.Key.Key_0: Role.OUT,
    Qt.Key.Key_Delete: Role.OUT,
}
_CTRL, _SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
_LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def session(session_of: SessionOf, cast: Cast) -> Session:
    return session_of(cast.writer)


@pytest.fixture
def show(qtbot: QtBot, session: Session) -> Callable[..., ImportDialog]:
    """Show the dialog with entries that were read."""

    def shown(*entries: Entry) -> ImportDialog:
        made = ImportDialog(None, Pictures(session.client, session))
        qtbot.addWidget(made)
        made.show_sections(sections.listing())
        made.show()
        made.show_reading(len(entries), len(entries), reading=False)
        made.add(list(entries))
        front(made)
        return made

    return shown


def test_every_role_has_its_key(qtbot: QtBot, show: Callable[..., ImportDialog]) -> None:
    made = show(entry(PICTURED))
    rows = made.preview.source.list
    assert rows.hasFocus()
    for key, role in _KEYS.items():
        rows.go_to(9)
        qtbot.keyClick(rows, key)
        assert made.preview.arrangement().pieces[9].role is role, key  # type: ignore[union-attr]


def test_roles_are_given_by_button_and_by_menu_to_all_that_are_selected(
    qtbot: QtBot, show: Callable[..., ImportDialog]
) -> None:
    made = show(entry(PICTURED))
    source = made.preview.source
    source.list.go_to(9)
    qtbot.keyClick(source.list, Qt.Key.Key_Down, _SHIFT)
    button = next(one for one in source.role_buttons() if one.text() == "Bỏ")
    qtbot.mouseClick(button, _LEFT)
    pieces = made.preview.entry.arrangement.pieces  # type: ignore[union-attr]
    assert [pieces[at].role for at in (9, 10)] == [Role.OUT, Role.OUT]
    menu = source.list.menu_of_roles
    assert menu is not None
    assert source.actions_of_roles[Give.BODY] in menu.actions()
    source.actions_of_roles[Give.BODY].trigger()
    pieces = made.preview.entry.arrangement.pieces  # type: ignore[union-attr]
    assert [pieces[at].role for at in (9, 10)] == [Role.BODY, Role.BODY]


def test_decisions_are_taken_back_by_key_but_letters_by_their_field(
    qtbot: QtBot, show: Callable[..., ImportDialog]
) -> None:
    made = show(entry(PICTURED))
    rows, title = made.preview.source.list, made.preview.result.title
    was = title.toPlainText()
    rows.go_to(1)
    qtbot.keyClick(rows, Qt.Key.Key_1)
    assert title.toPlainText() == f"TIN BÀI CỘNG TÁC {was}"
    qtbot.keyClick(rows, Qt.Key.Key_Z, _CTRL)
    assert title.toPlainText() == was
    qtbot.keyClick(rows, Qt.Key.Key_Z, _CTRL | _SHIFT)
    assert title.toPlainText() == f"TIN BÀI CỘNG TÁC {was}"
    title.setFocus()
    qtbot.keyClick(title, Qt.Key.Key_End, _CTRL)
    qtbot.keyClicks(title, " 2024")
    assert made.preview.entry.arrangement.text().title.endswith("MỚI 2024")  # type: ignore[union-attr]
    qtbot.keyClick(title, Qt.Key.Key_Z, _CTRL)
    assert title.toPlainText() == f"TIN BÀI CỘNG TÁC {was}"
    assert made.preview.entry.arrangement.pieces[1].role is Role.TITLE  # type: ignore[union-attr]


def test_digits_are_letters_in_a_field(qtbot: QtBot, show: Callable[..., ImportDialog]) -> None:
    made = show(entry(PICTURED))
    byline = made.preview.result.byline
    byline.setFocus()
    byline.clear()
    qtbot.keyClicks(byline, "To 13")
    qtbot.keyClick(byline, Qt.Key.Key_Return)  # no order to take in
    assert made.isVisible()
    text = made.preview.entry.arrangement.text()  # type: ignore[union-attr]
    assert text.byline == "To 13"
    made.preview.result.day.setFocus()
    qtbot.keyClicks(made.preview.result.day, "9/4/2019")
    assert made.preview.entry.arrangement.text().event_date == date(2019, 4, 9)  # type: ignore[union-attr]


def test_doubts_lead_to_their_paragraph_or_field(qtbot: QtBot, show: Callable[..., ImportDialog]) -> None:
    made = show(page_entry(NO_LEAD))
    source = made.preview.source
    shown = source.doubts.doubts
    lines = [shown.item(at).text() for at in range(shown.count())]
    assert lines[0] == "Không thấy sapô"
    assert lines[1].startswith("Dòng này có lẽ là chú thích ảnh")
    for at in (0, 1):
        qtbot.mouseClick(shown.viewport(), _LEFT, pos=shown.visualItemRect(shown.item(at)).center())
        if at == 0:
            assert made.preview.result.lead.hasFocus()
    assert source.list.hasFocus()
    assert source.list.current() == 4
    source.list.go_to(0)
    qtbot.keyClick(made, Qt.Key.Key_F8)
    assert source.list.current() == 4
    source.list.go_to(0)
    qtbot.keyClick(made, Qt.Key.Key_F8, _SHIFT)
    assert source.list.current() == 4
    qtbot.keyClick(source.list, Qt.Key.Key_4)
    assert shown.count() == 1


def test_what_was_left_out_is_folded_with_its_count(qtbot: QtBot, show: Callable[..., ImportDialog]) -> None:
    made = show(page_entry(NO_LEAD))
    box = made.preview.source.doubts
    assert box.left_out.isHidden()
    count = len(made.preview.entry.arrangement.taken().dropped)  # type: ignore[union-attr]
    assert box.fold.text() == f"▸ Không đưa vào bài ({count})"
    qtbot.mouseClick(box.fold, _LEFT)
    assert box.left_out.isVisible()
    assert box.left_out.count() == count


def test_the_repeated_lead_is_dropped_until_it_is_kept(
    qtbot: QtBot, show: Callable[..., ImportDialog]
) -> None:
    made = show(page_entry(REPEATED))
    box = made.preview.result.drop_lead
    assert box.isVisible()
    assert box.isChecked()
    before = len(made.preview.entry.arrangement.text().blocks)  # type: ignore[union-attr]
    qtbot.mouseClick(box, _LEFT, pos=QPoint(10, box.height() // 2))
    assert len(made.preview.entry.arrangement.text().blocks) == before + 1  # type: ignore[union-attr]


def test_a_photograph_is_chosen_for_a_caption_and_shown(
    qtbot: QtBot, show: Callable[..., ImportDialog], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(SAMPLE / "anh-1.jpg"), ""))
    one = page_entry(CAPTION)
    made = show(one)
    qtbot.keyClick(made, Qt.Key.Key_F8)
    qtbot.mouseClick(made.preview.source.photo, _LEFT)
    assert one.arrangement.doubts() == []
    text, pictures = made.preview.pictures.shown(one)
    (picture,) = [block for block in text.blocks if isinstance(block, Picture)]
    assert pictures[picture.picture].startswith(b"\xff\xd8")


def test_the_section_is_chosen_and_kept_with_the_entry(
    qtbot: QtBot, show: Callable[..., ImportDialog]
) -> None:
    first, second = page_entry(CAPTION), page_entry(REPEATED)
    made = show(first, second)
    box = made.preview.result.section
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_Down)
    assert first.section_id == sections.listing()[0].id
    made.sources.setCurrentRow(1)
    assert box.currentData() is None
    made.sources.setCurrentRow(0)
    assert box.currentData() == first.section_id


def test_comments_are_told(show: Callable[..., ImportDialog]) -> None:
    one = page_entry(CAPTION)
    assert one.source is not None
    assert one.source.document is not None
    said = tuple(SourceComment("An", f"Ý {at}") for at in range(3))
    one.source = replace(one.source, document=replace(one.source.document, comments=said))
    assert "3 ý kiến trong tệp sẽ thành trao đổi" in show(one).preview.source.facts()


def test_a_source_that_is_skipped_can_still_be_taken_in(
    qtbot: QtBot, show: Callable[..., ImportDialog]
) -> None:
    first, second = page_entry(CAPTION), page_entry(REPEATED)
    made = show(first, second)
    wanted: list[list[Entry]] = []
    made.take_wanted.connect(wanted.append)
    qtbot.keyClick(made, Qt.Key.Key_Delete, _CTRL)
    assert first.state is State.SKIPPED
    assert made.sources.current() is second
    made.sources.setCurrentRow(0)
    qtbot.keyClick(made, Qt.Key.Key_Return, _CTRL)
    assert wanted == [[first]]


def test_nothing_can_be_taken_in_when_nothing_is_left(
    qtbot: QtBot, show: Callable[..., ImportDialog]
) -> None:
    made = show(page_entry(CAPTION))
    wanted: list[object] = []
    made.take_wanted.connect(wanted.append)
    qtbot.keyClick(made.preview.source.list, Qt.Key.Key_A, _CTRL)
    qtbot.keyClick(made.preview.source.list, Qt.Key.Key_0)
    qtbot.keyClick(made, Qt.Key.Key_Return, _CTRL)
    assert wanted == []
    assert not any(one.isEnabled() for one in made.buttons())


def test_its_size_is_remembered(show: Callable[..., ImportDialog]) -> None:
    first = show(page_entry(CAPTION))
    first.resize(990, 600)
    first.close()
    assert show(page_entry(CAPTION)).size() == first.size()


def test_it_stands_with_all_that_may_be_in_it(qtbot: QtBot, session: Session, tmp_path: Path) -> None:
    made = dialog(None, session)
    qtbot.addWidget(made)
    made.show()
    assert made.told() == "Đang đọc 6/12…"
    assert made.preview.banner.words().startswith("Giống 97%")
    wanted: list[bool] = []
    made.stop_wanted.connect(lambda: wanted.append(True))
    qtbot.mouseClick(next(one for one in made.buttons() if one.text() == "Dừng"), _LEFT)
    assert wanted


def test_enter_in_the_title_begins_no_line(qtbot: QtBot, show: Callable[..., ImportDialog]) -> None:
    title = show(entry(PICTURED)).preview.result.title
    was = title.toPlainText()
    title.setFocus()
    qtbot.keyClick(title, Qt.Key.Key_Return)
    assert title.toPlainText() == was


def test_files_are_pasted_into_the_dialog(
    qtbot: QtBot, show: Callable[..., ImportDialog], tmp_path: Path
) -> None:
    made = show(entry(PICTURED))
    wanted: list[list[Path]] = []
    made.files_wanted.connect(wanted.append)
    QGuiApplication.clipboard().setMimeData(carried(tmp_path))
    qtbot.keyClick(made.preview.source.list, Qt.Key.Key_V, _CTRL)
    QGuiApplication.clipboard().clear()
    assert wanted == [[tmp_path]]


def test_a_caption_without_a_picture_says_how_it_prints(
    qtbot: QtBot, show: Callable[..., ImportDialog]
) -> None:
    made = show(page_entry(CAPTION))
    qtbot.keyClick(made, Qt.Key.Key_F8)
    assert made.preview.source.reason().startswith("Chưa có ảnh: sẽ in như một đoạn. Chú thích, vì ")


def test_a_list_that_is_done_says_so(qtbot: QtBot, show: Callable[..., ImportDialog]) -> None:
    entries = [page_entry(CAPTION), entry(PICTURED)]
    made = show(*entries)
    assert not made._head.counted().startswith("Đã xong")
    for _ in entries:
        qtbot.keyClick(made, Qt.Key.Key_Delete, _CTRL)
    assert made._head.counted() == "Đã xong · 2 bài · 2 bỏ qua"
