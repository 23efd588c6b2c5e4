"""A line of words that gives up its end."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from ui.controls.elided_label import ElidedLabel
from ui.controls.hint import Hint
from ui.controls.link_button import LinkButton

LONG = "Hội nghị giao ban báo chí tháng tư và tập huấn nghiệp vụ cho cộng tác viên các huyện"


@pytest.fixture
def line(qtbot: QtBot) -> ElidedLabel:
    made = ElidedLabel("muted")
    qtbot.addWidget(made)
    return made


def test_it_asks_for_all_of_its_words_and_is_content_with_a_few_letters(line: ElidedLabel) -> None:
    line.say(LONG)
    assert line.sizeHint().width() == line.fontMetrics().horizontalAdvance(LONG) + 2
    assert line.minimumSizeHint().width() == 40
    line.say("Ảnh")
    assert line.minimumSizeHint().width() == line.sizeHint().width() < 40
    assert line.property("role") == "muted"


def test_words_come_back_when_there_is_room_again(line: ElidedLabel) -> None:
    line.say(LONG)
    line.show()
    line.resize(100, 20)
    assert line.text().endswith("…")
    assert line.fontMetrics().horizontalAdvance(line.text()) <= 100
    assert line.text()[:-1] in LONG
    line.resize(line.sizeHint())
    assert line.text() == LONG


def test_the_tooltip_has_the_whole_and_more(line: ElidedLabel) -> None:
    line.say("Giao ban", "Phòng họp tầng 2")
    assert (line.toolTip(), line.accessibleName()) == ("Giao ban\nPhòng họp tầng 2", "Giao ban")
    line.say("Giao ban")
    assert line.toolTip() == "Giao ban"


def test_without_words_it_takes_no_room(line: ElidedLabel) -> None:
    line.say("Giao ban")
    assert not line.isHidden()
    line.say("")
    assert line.isHidden()
    assert (line.words(), line.toolTip()) == ("", "")


def test_letters_are_shown_as_they_are(line: ElidedLabel) -> None:
    line.say("<b>chữ</b>")
    line.resize(400, 20)
    assert line.property("textFormat") == line.textFormat() == line.textFormat().PlainText


def test_a_label_keeps_all_its_words_though_it_shows_some(qtbot: QtBot) -> None:
    shown = ElidedLabel()
    qtbot.addWidget(shown)
    shown.resize(120, 20)
    shown.show()
    shown.say(LONG)
    assert shown.words() == LONG
    assert shown.text().endswith("…")


def test_words_without_room_are_cut_and_stand_in_the_tooltip(qtbot: QtBot) -> None:
    words = "Hội nghị tổng kết công tác tuyên giáo năm 2018, triển khai nhiệm vụ năm 2019"
    line, link, hint = ElidedLabel(), LinkButton(words), Hint()
    for widget in (line, link, hint):
        qtbot.addWidget(widget)
    line.say(words, "thêm")
    for widget in (line, link):
        widget.show()
        widget.resize(120, 24)
        assert widget.text().endswith("…")
        assert widget.toolTip().startswith(words)
    assert line.words() == words
    hint.say("Trùng lịch.", warn=True)
    assert (hint.words(), hint.isHidden()) == ("Trùng lịch.", False)
    hint.say("")
    assert hint.isHidden()
