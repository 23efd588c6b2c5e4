"""The middle of the preview: paragraphs, their roles, what is doubtful."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desk.intake.recogniser.roles import Role
from desk.intake.result import Doubt, DoubtKind
from tests.ui.intake.given import CAPTION, NO_LEAD, PICTURED, TRACKED, entry, page_entry
from ui.intake.role_actions import ROLES, Give
from ui.intake.source_pane import SourcePane
from ui.look import style


@pytest.fixture
def pane(qtbot: QtBot) -> SourcePane:
    made = SourcePane()
    qtbot.addWidget(made)
    made.resize(480, 600)
    made.show()
    return made


def test_every_role_is_an_action_and_a_button_with_its_key(pane: SourcePane) -> None:
    assert {give.value for give in ROLES} == set(Role)
    pane.show_entry(entry(PICTURED))
    assert len(pane.role_buttons()) == len(Role)
    assert all(one.isEnabled() for one in pane.role_buttons())
    assert "(1)" in pane.role_buttons()[0].toolTip()


def test_it_says_what_was_found_in_the_file(pane: SourcePane) -> None:
    pane.show_entry(entry(TRACKED))
    assert pane.facts() == "7 chỗ sửa: lấy bản sau sửa"
    assert pane.original.text() == "Xem bản gốc"
    pane.show_entry(entry(PICTURED))
    assert pane.facts() == ""
    assert pane.original.isHidden()


def test_what_finds_no_room_beside_the_facts_stands_below_them(pane: SourcePane) -> None:
    style.look().wear(style.Scheme.LIGHT, 150)
    pane.show_entry(entry(TRACKED))
    places = []
    for width in (600, 330):
        pane.resize(width, 600)
        QApplication.processEvents()
        label = pane._facts
        assert label.width() >= label.sizeHint().width()  # nothing of it is cut off
        places.append(pane.original.y() - label.y())
    assert places[0] == 0
    assert places[1] > 20


def test_a_photograph_is_offered_for_a_caption_without_picture_alone(pane: SourcePane) -> None:
    one = page_entry(CAPTION)
    pane.show_entry(one)
    assert pane.photo.isHidden()
    (place,) = one.arrangement.doubtful()
    pane.list.go_to(place)
    assert pane.photo.isVisible()
    assert pane.actions_of_roles[Give.PHOTO].isVisible()
    pane.attach(Path("ảnh.jpg"))
    assert len(one.arrangement.photos) == 1
    pictured = entry(PICTURED)
    pane.show_entry(pictured)
    pane.list.go_to(8)  # its picture stands over it
    assert pane.photo.isHidden()
    pane.attach(Path("ảnh.jpg"))
    assert pictured.arrangement.photos == ()


def test_a_doubt_without_paragraph_asks_for_its_field(pane: SourcePane) -> None:
    pane.show_entry(page_entry(NO_LEAD))
    wanted: list[Doubt] = []
    pane.field_wanted.connect(wanted.append)
    pane.show_doubt(Doubt(DoubtKind.NO_LEAD))
    assert wanted == [Doubt(DoubtKind.NO_LEAD)]


def test_a_low_pane_leaves_the_paragraphs_their_room(pane: SourcePane) -> None:
    pane.show_entry(page_entry(NO_LEAD))
    high = pane.doubts.doubts.height()
    pane.resize(480, 330)
    assert pane.doubts.doubts.height() < high
