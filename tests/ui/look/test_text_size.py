"""How large words are: the system's size times what was chosen; what is painted grows with it."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPointF, QRect
from PySide6.QtGui import QFont, QImage, QPainter
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from ui.look import style, text_size
from ui.look.style import LIGHT, Scheme

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture(autouse=True)
def _system_size_back() -> Iterator[None]:
    yield
    text_size.follow_system(QFont("Tinos", 9))


def test_the_size_is_the_systems_times_the_chosen_one() -> None:
    font = QFont("Tinos")
    for points, percent, factor in ((9, 100, 1.0), (9, 150, 1.5), (13.5, 100, 1.5), (13.5, 110, 1.65)):
        font.setPointSizeF(points)
        text_size.follow_system(font)
        text_size.choose(percent)
        assert text_size.factor() == pytest.approx(factor)
        assert text_size.px(20) == round(20 * factor)


def test_a_system_of_small_words_and_a_size_unknown_leave_the_design() -> None:
    text_size.follow_system(QFont("Tinos", 7))
    text_size.choose(117)
    assert (text_size.factor(), text_size.chosen()) == (1.0, 100)
    text_size.follow_system(QFont("Tinos", 40))
    assert text_size.factor() == 2.0


def test_fonts_and_sheet_follow_at_once(qtbot: QtBot) -> None:
    words = QLabel("Bản tin")
    words.setProperty("role", "title")
    qtbot.addWidget(words)
    words.ensurePolished()
    before = words.fontMetrics().height()
    style.look().wear(Scheme.LIGHT, 150)
    assert QApplication.font().pixelSize() == 20
    assert words.fontMetrics().height() == pytest.approx(1.5 * before, abs=1.5)
    assert not re.search(r"\dtx", style.style_sheet(LIGHT))
    style.look().wear(Scheme.LIGHT, 100)
    assert (QApplication.font().pixelSize(), words.fontMetrics().height()) == (13, before)


def test_what_is_painted_in_lengths_of_the_design_is_enlarged() -> None:
    image = QImage(60, 60, QImage.Format.Format_ARGB32)
    image.fill(0)
    text_size.choose(150)
    painter = QPainter(image)
    with text_size.enlarged(painter, QRect(30, 30, 30, 30)) as rect:
        assert (rect, text_size.density(painter)) == (QRect(30, 30, 20, 20), 1.5)
        painter.fillRect(rect.adjusted(10, 10, 0, 0), "black")
    assert text_size.density(painter) == 1.0
    painter.end()
    assert [image.pixelColor(at, at).alpha() for at in (43, 46, 58)] == [0, 255, 255]
    assert text_size.design_place(QPointF(30, 15)) == QPointF(20, 10)
    assert text_size.design_size(30, 15).toTuple() == (20.0, 10.0)
