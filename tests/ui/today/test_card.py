"""A card of Hôm nay: the head says how much of it stands there, the rest is a press away."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from ui.today.card import Card, LineWords


@pytest.mark.parametrize(
    ("lines", "count", "whole", "beside", "last"),
    [
        (6, 6, False, "6", "Dòng 5"),
        (8, 8, False, "6 trong 8", "Xem thêm 2 mục"),
        (8, 8, True, "8", "Dòng 7"),
        (8, 90, False, "6 trong 90", "Xem thêm 2 mục"),
        (8, 90, True, "8 trong 90", "Xem cả 90 mục"),
    ],
)
def test_the_head_counts_what_stands_there(
    qtbot: QtBot, lines: int, count: int, whole: bool, beside: str, last: str
) -> None:
    card, asked = Card("Việc"), list[str]()
    qtbot.addWidget(card)
    words = [
        LineWords(f"Dòng {at}", "", "edit", "muted", lambda: asked.append("dòng")) for at in range(lines)
    ]
    card.show_lines(words, count, whole=whole, more=lambda: asked.append("thêm"))
    assert card.beside.text() == beside
    assert card.lines[-1].text() == last
    card.lines[-1].click()
    assert asked == ["thêm" if last.startswith("Xem") else "dòng"]
