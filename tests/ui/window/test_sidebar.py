"""The side bar."""

from __future__ import annotations

from PySide6.QtWidgets import QMenu, QPushButton
from pytestqt.qtbot import QtBot

from ui.window.sidebar import Sidebar


def test_it_marks_the_page_counts_and_shows_who_sits_here(qtbot: QtBot) -> None:
    side = Sidebar("Bàn biên tập", "Bản tin")
    qtbot.addWidget(side)
    side.add_page("today", "Hôm nay", "today", "Ctrl+1", urgent=True)
    side.add_page("articles", "Tin bài", "articles", "Ctrl+2")
    side.show()
    chosen: list[str] = []
    side.chosen.connect(chosen.append)
    today, articles = (
        button for button in side.findChildren(QPushButton) if button.property("kind") == "page"
    )
    articles.click()
    assert chosen == ["articles"]
    side.show_page("today")
    assert today.isChecked()
    assert not articles.isChecked()
    side.show_page("editor")  # has no button: what is marked stays
    assert today.isChecked()
    side.show_count("articles", 3)
    assert side._badges["articles"].text() == "3"
    assert side._badges["articles"].isVisible()
    side.show_count("articles", 0)
    assert side._badges["articles"].isHidden()
    side.show_person("Trần Thị Lãnh", "Lãnh đạo duyệt", QMenu(side))
    assert side.me.accessibleName() == "Trần Thị Lãnh"
    assert side._avatar.text() == "TL"


def test_it_shows_icons_alone_in_a_narrow_window_and_turns_back_at_will(qtbot: QtBot) -> None:
    side = Sidebar("Bàn biên tập", "Bản tin")
    qtbot.addWidget(side)
    side.add_page("today", "Hôm nay", "today", "Ctrl+1", urgent=True)
    side.add_page("articles", "Tin bài", "articles", "Ctrl+2")
    side.show()
    for name in ("today", "articles"):
        side.show_count(name, 4)
    side.fit(1366)
    wide = side.width()
    side.fit(1024)
    assert side.is_narrow()
    assert side.width() < wide / 2
    assert (side._pages["today"].text(), side._pages["today"].accessibleName()) == ("", "Hôm nay")
    assert "Hôm nay" in side._pages["today"].toolTip()
    assert (side._badges["today"].isVisible(), side._badges["articles"].isVisible()) == (True, False)
    side.turn()
    assert (side.is_narrow(), side.width(), side._pages["today"].text()) == (False, wide, "Hôm nay")
    side.fit(1100)  # still a narrow window: what one wished stays
    assert not side.is_narrow()
    side.fit(1366)
    assert not side.is_narrow()
