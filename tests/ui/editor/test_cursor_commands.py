"""The commands at the cursor: marks and links."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desk.text.blocks import Mark, Paragraph, Run
from tests.ui.editor.hands import CTRL, Hands, p
from ui.editor.link_dialog import LinkDialog, LinkWords


@pytest.fixture
def hands(qtbot: QtBot) -> Hands:
    return Hands(qtbot)


def answer_link(monkeypatch: pytest.MonkeyPatch, answer: LinkWords | None) -> list[tuple[str, str]]:
    asked: list[tuple[str, str]] = []

    def ask(_parent: object, address: str, text: str) -> LinkWords | None:
        asked.append((address, text))
        return answer

    monkeypatch.setattr(LinkDialog, "ask", ask)
    return asked


@pytest.mark.parametrize(
    ("key", "mark"),
    [
        (Qt.Key.Key_B, Mark.BOLD),
        (Qt.Key.Key_I, Mark.ITALIC),
        (Qt.Key.Key_U, Mark.UNDERLINE),
        (Qt.Key.Key_Period, Mark.SUPER),
        (Qt.Key.Key_Comma, Mark.SUB),
    ],
)
def test_marks_by_keys_on_a_selection_and_on_letters_to_come(hands: Hands, key: Qt.Key, mark: Mark) -> None:
    hands.open(p("Một hai", "00000001"))
    hands.put(0, 0, to=3)
    hands.key(key, CTRL)
    marked = frozenset({mark})
    assert hands.blocks == (Paragraph("00000001", (Run("Một", marked), Run(" hai"))),)
    hands.key(key, CTRL)
    assert hands.blocks == (p("Một hai", "00000001"),)
    hands.end()
    hands.key(key, CTRL)
    hands.write("x")
    hands.key(key, CTRL)
    hands.write("y")
    assert hands.blocks == (Paragraph("00000001", (Run("Một hai"), Run("x", marked), Run("y"))),)


def test_sub_and_superscript_exclude_each_other_and_marks_add_up(hands: Hands) -> None:
    hands.open(Paragraph("00000001", (Run("CO"), Run("2", frozenset({Mark.SUB})))))
    hands.editor.selectAll()
    hands.key(Qt.Key.Key_B, CTRL)
    hands.put(0, 2, to=3)
    hands.key(Qt.Key.Key_Period, CTRL)
    bold = frozenset({Mark.BOLD})
    assert hands.blocks == (Paragraph("00000001", (Run("CO", bold), Run("2", bold | {Mark.SUPER}))),)


def test_a_link_is_made_changed_and_does_not_grow(hands: Hands, monkeypatch: pytest.MonkeyPatch) -> None:
    hands.open(p("Xem trang tin nhé", "00000001"))
    hands.put(0, 4, to=13)
    asked = answer_link(monkeypatch, LinkWords("https://a.vn", "trang tin"))
    hands.key(Qt.Key.Key_K, CTRL)
    assert asked == [("", "trang tin")]
    made = (Run("Xem "), Run("trang tin", link="https://a.vn"), Run(" nhé"))
    assert hands.blocks == (Paragraph("00000001", made),)
    hands.put(0, 13)
    hands.write("x")
    assert hands.blocks[0] == Paragraph("00000001", (*made[:2], Run("x nhé")))
    hands.put(0, 6)
    asked = answer_link(monkeypatch, LinkWords("https://b.vn", "báo"))
    hands.key(Qt.Key.Key_K, CTRL)
    assert asked == [("https://a.vn", "trang tin")]
    assert hands.blocks[0] == Paragraph(
        "00000001", (Run("Xem "), Run("báo", link="https://b.vn"), Run("x nhé"))
    )
