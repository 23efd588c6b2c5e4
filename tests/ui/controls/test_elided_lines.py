"""Words cut to the room there is."""

from __future__ import annotations

from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desk.articles.search import HIT_END, HIT_START
from ui.controls.elided_lines import from_first_hit, two_lines
from ui.controls.labels import cut

LONG = "Hội nghị tổng kết công tác tuyên giáo năm 2018, triển khai nhiệm vụ năm 2019 của Đảng bộ tỉnh"


def test_a_title_takes_two_lines_at_most(qapp: QApplication) -> None:
    font = QFont()
    assert two_lines("Họp", font, 200) == ["Họp"]
    first, second = two_lines(LONG, font, 200)
    assert LONG.startswith(first)
    assert second.endswith("…")
    assert " ".join(two_lines(LONG, font, 400)).replace("…", "")[:60] == LONG[:60]


def test_a_snippet_begins_before_its_first_found_word() -> None:
    near, far = f"giao ban {HIT_START}khoa giáo", f"{'lời ' * 20}{HIT_START}khoa giáo"
    assert from_first_hit(near) == near
    shown = from_first_hit(far)
    assert shown.startswith("…")
    assert shown.index(HIT_START) < 20


def test_words_give_up_their_end(qapp: QApplication) -> None:
    metrics = QFontMetrics(QFont())
    assert cut("Họp", metrics, 500) == "Họp"
    shown = cut(LONG, metrics, 120)
    assert shown.endswith("…")
    assert metrics.horizontalAdvance(shown) <= 120


def test_a_title_takes_two_lines_and_no_third(qtbot: QtBot) -> None:
    assert two_lines("Giao ban", QFont(), 400) == ["Giao ban"]
    lines = two_lines(LONG, QFont(), 160)
    assert len(lines) == 2
    assert lines[1].endswith("…")


def test_a_snippet_begins_near_its_first_hit() -> None:
    text = f"{'chữ ' * 60}{HIT_START}giao ban{HIT_END} sau"
    shown = from_first_hit(text)
    assert HIT_START in shown
    assert shown.index(HIT_START) < text.index(HIT_START)
    assert from_first_hit("không có gì") == "không có gì"
