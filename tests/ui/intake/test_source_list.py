"""The list of what is taken in."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from desk.errors import BadIntake, IntakeFault
from tests.ui.intake.given import CAPTION, CLEAN, page_entry
from tests.ui.painted import Painted
from ui.intake.entry import Entry, State, refused_entry
from ui.intake.source_list import SIGNS, SourceList, second_line, title_of
from ui.words import intake as intake_words


@pytest.fixture
def rows(qtbot: QtBot) -> SourceList:
    made = SourceList()
    qtbot.addWidget(made)
    made.resize(260, 300)
    made.add(
        [
            page_entry(CLEAN),
            page_entry(CAPTION),
            refused_entry("a.docx", BadIntake(IntakeFault.EMPTY, "a.docx")),
        ]
    )
    made.show()
    return made


def test_every_state_has_its_sign_and_words() -> None:
    assert set(SIGNS) == set(State)
    assert all(intake_words.state(state.name) for state in State)


def test_a_row_says_title_and_what_is_to_be_looked_at(rows: SourceList) -> None:
    first, second, refused = rows.entries()
    assert title_of(first) == first.arrangement.text().title
    assert (second_line(first), second_line(second)) == (
        f"Chưa xem · {first.name}",
        f"1 chỗ phải xem · {second.name}",
    )
    assert (title_of(refused), second_line(refused)) == ("a.docx", "Không đọc được")
    assert rows.item(2).toolTip() == "a.docx\n“a.docx” là tệp rỗng."
    painted = [one.words for one in Painted(lambda painter: rows.render(painter, QPoint()), 260, 300).lines()]
    assert f"1 chỗ phải xem · {second.name}" in painted
    assert "Không đọc được" in painted


def test_the_next_that_is_open_is_found_round_the_end(qtbot: QtBot, rows: SourceList) -> None:
    chosen: list[Entry] = []
    rows.chosen.connect(chosen.append)
    first, second, _ = rows.entries()
    assert rows.current() is first
    assert rows.next_open() is second
    qtbot.keyClick(rows, Qt.Key.Key_Down)
    assert chosen == [second]
    assert rows.next_open() is first
    first.state = State.TAKEN
    assert rows.next_open() is second
    second.state = State.SKIPPED
    assert rows.next_open() is None
    rows.choose(first)
    assert rows.current() is first
