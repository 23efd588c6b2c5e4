"""How far the reading has come."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from ui.intake.reading_bar import HowFar, ReadingBar


def test_it_says_how_far_it_is_and_stops_and_goes_on(qtbot: QtBot) -> None:
    bar = ReadingBar()
    qtbot.addWidget(bar)
    pressed: list[str] = []
    bar.stop_wanted.connect(lambda: pressed.append("stop"))
    bar.go_on_wanted.connect(lambda: pressed.append("go on"))
    bar.show_reading(HowFar(0, 1))
    assert bar.isHidden()  # one file: the window says that it is read
    bar.show_reading(HowFar(4, 12))
    assert (bar.told(), bar.button.text()) == ("Đang đọc 5/12…", "Dừng")
    bar.button.click()
    bar.show_reading(HowFar(4, 12, reading=False))
    assert (bar.told(), bar.button.text()) == ("Đã dừng, còn 8 tệp chưa đọc", "Đọc tiếp")
    bar.button.click()
    assert pressed == ["stop", "go on"]
    bar.show_reading(HowFar(12, 12, reading=False))
    assert bar.told() == ""
    assert bar.button.isHidden()
    assert not bar.isHidden()  # nothing below it moves
