"""Words that give up their end where there is no room."""

from __future__ import annotations

from PySide6.QtGui import QFont
from pytestqt.qtbot import QtBot

from desk.articles.search import HIT_END, HIT_START
from ui.controls.elided_label import ElidedLabel
from ui.controls.elided_lines import from_first_hit, two_lines

_LONG = "Hội nghị giao ban báo chí tháng tư và tập huấn nghiệp vụ cho cộng tác viên các huyện"


def test_a_title_takes_two_lines_and_no_third(qtbot: QtBot) -> None:
    assert two_lines("Giao ban", QFont(), 400) == ["Giao ban"]
    lines = two_lines(_LONG, QFont(), 160)
    assert len(lines) == 2
    assert lines[1].endswith("…")


def test_a_snippet_begins_near_its_first_hit() -> None:
    text = f"{'chữ ' * 60}{HIT_START}giao ban{HIT_END} sau"
    shown = from_first_hit(text)
    assert HIT_START in shown
    assert shown.index(HIT_START) < text.index(HIT_START)
    assert from_first_hit("không có gì") == "không có gì"


def test_a_label_keeps_all_its_words_though_it_shows_some(qtbot: QtBot) -> None:
    shown = ElidedLabel()
    qtbot.addWidget(shown)
    shown.resize(120, 20)
    shown.show()
    shown.say(_LONG)
    assert shown.words() == _LONG
    assert shown.text().endswith("…")
