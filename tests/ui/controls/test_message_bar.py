"""The quiet bar, and the banner that waits for a decision."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QListWidget, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.controls.message_bar import Banner, MessageBar


def test_a_sentence_has_a_button_only_where_there_is_something_to_do(qtbot: QtBot) -> None:
    bar = MessageBar()
    qtbot.addWidget(bar)
    assert bar.words() == ""
    bar.say("Đã lưu.")
    assert bar.words() == "Đã lưu."
    assert bar._action.isHidden()
    pressed: list[int] = []
    bar.say("Đã gửi.", "done", "Hoàn tác", lambda: pressed.append(1))
    bar.press()
    assert pressed == [1]
    assert bar.words() == ""
    bar.say("Hỏng rồi.", "error")
    assert not bar._timer.isActive()  # an error stays until it is read
    assert bar.property("kind") == "error"


def test_a_banner_goes_with_its_answer(qtbot: QtBot) -> None:
    banner = Banner()
    qtbot.addWidget(banner)
    answers: list[str] = []
    banner.ask("Giữ bản nào?", ("Cũ", lambda: answers.append("cũ")), ("Mới", lambda: answers.append("mới")))
    banner.ask("Giữ bản nào?", ("Cũ", lambda: answers.append("cũ")), ("Mới", lambda: answers.append("mới")))
    assert banner.words() == "Giữ bản nào?"
    assert len(banner.buttons()) == 2
    QApplication.processEvents()
    assert [one for one in banner.findChildren(QPushButton) if one.isVisible()] == banner.buttons()
    banner.buttons()[1].click()
    assert answers == ["mới"]
    assert banner.words() == ""


def test_a_sentence_stands_with_its_way_back_and_goes_with_it(qtbot: QtBot) -> None:
    host, pressed = QWidget(), list[str]()
    qtbot.addWidget(host)
    bar = MessageBar(host)
    host.show()
    assert bar.words() == ""
    bar.say("Đã đổi chỗ bài.", "done", "Hoàn tác", lambda: pressed.append("hoàn tác"))
    assert bar.words() == "Đã đổi chỗ bài."
    bar.press()
    assert pressed == ["hoàn tác"]
    assert bar.words() == ""
    bar.say("Đĩa đầy.", "error")
    assert bar.words() == "Đĩa đầy."


def test_a_banner_waits_for_an_answer(qtbot: QtBot) -> None:
    host, answers = QWidget(), list[str]()
    qtbot.addWidget(host)
    banner = Banner(host)
    host.show()
    banner.ask("Bài gõ dở.", ("Xem", lambda: answers.append("xem")), ("Bỏ", lambda: answers.append("bỏ")))
    assert banner.words() == "Bài gõ dở."
    banner.buttons()[1].click()
    assert answers == ["bỏ"]
    assert banner.words() == ""
    banner.ask("Đã duyệt.", ("Đã rõ", lambda: None))
    assert [button.text() for button in banner.buttons()] == ["Đã rõ"]


def test_enter_in_a_dialog_presses_no_button_of_a_bar_or_a_banner(qtbot: QtBot) -> None:
    dialog = QDialog()
    qtbot.addWidget(dialog)
    bar, banner, rows = MessageBar(), Banner(), QListWidget()
    column = QVBoxLayout(dialog)
    for widget in (rows, banner, bar):
        column.addWidget(widget)
    pressed: list[str] = []
    bar.say("Đã nhập.", "done", "Hoàn tác", lambda: pressed.append("hoàn tác"))
    banner.ask("Giữ bản nào?", ("Cũ", lambda: pressed.append("cũ")))
    dialog.show()
    rows.setFocus()
    qtbot.keyClick(rows, Qt.Key.Key_Return)
    assert pressed == []


def test_what_only_explains_goes_by_itself(qtbot: QtBot) -> None:
    bar = MessageBar()
    qtbot.addWidget(bar)
    bar.say("Chỉ người viết bài làm được việc này.", "info")
    assert bar._timer.isActive()


def test_a_refusal_is_what_was_not_done_and_leaves_nothing_to_do(qtbot: QtBot) -> None:
    bar = MessageBar()
    qtbot.addWidget(bar)
    assert not bar.refuses()
    for kind in ("info", "warning", "error"):
        bar.say("Bài còn trống.", kind)
        assert bar.refuses()
        bar.close_refusal()
        assert bar.words() == ""
    for said in (
        ("Đã lưu.",),
        ("Còn bài gõ dở.", "warning", "Mở"),
        ("Không lưu được.", "error", "", None, "lưu"),
    ):
        bar.say(*said)
        assert not bar.refuses()
        bar.close_refusal()
        assert bar.words() == said[0]
