"""What an editor does to its document: blocks of another kind, lists, blocks put in."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from desk.text.blocks import Heading, ListItem, Paragraph, Picture, Quote
from tests.ui.editor.hands import SHA, Hands, p
from ui.editor import document_commands
from ui.paper.formats import Style


@pytest.fixture
def hands(qtbot: QtBot) -> Hands:
    made = Hands(qtbot)
    made.open(p("một", "00000001"), p("hai", "00000002"), p("ba", "00000003"))
    return made


@pytest.mark.parametrize(
    ("style", "kind"), [(Style.HEADING1, Heading), (Style.QUOTE, Quote), (Style.PARAGRAPH, Paragraph)]
)
def test_chosen_blocks_change_their_kind_and_keep_their_ids(hands: Hands, style: Style, kind: type) -> None:
    hands.put(0, 1)
    document_commands.set_style(hands.editor.textCursor(), style)
    assert hands.kinds == [kind, Paragraph, Paragraph]
    assert hands.ids == ["00000001", "00000002", "00000003"]


def test_a_list_is_made_and_taken_back_by_the_same_command(hands: Hands) -> None:
    hands.editor.selectAll()
    for kinds in ([ListItem] * 3, [Paragraph] * 3):
        document_commands.toggle_list(hands.editor.textCursor(), ordered=True)
        assert hands.kinds == kinds
        hands.editor.selectAll()


def test_levels_end_at_the_deepest_and_lead_out_of_the_list(hands: Hands) -> None:
    hands.put(1, 0)
    cursor = hands.editor.textCursor()
    document_commands.toggle_list(cursor, ordered=False)
    for _ in range(document_commands.MOST_LEVELS + 2):
        document_commands.shift_level(cursor, 1)
    assert document_commands.level_of(cursor.block()) == document_commands.MOST_LEVELS - 1
    for _ in range(document_commands.MOST_LEVELS):
        document_commands.shift_level(cursor, -1)
    assert hands.kinds == [Paragraph] * 3


def test_blocks_put_in_join_the_letters_and_get_ids_of_their_own(hands: Hands) -> None:
    hands.put(1, 3)
    document_commands.insert_blocks(hands.editor.textCursor(), [p(" rưỡi", "00000001"), Picture("", SHA)])
    assert hands.words[1] == "hai rưỡi"
    assert hands.kinds == [Paragraph, Paragraph, Picture, Paragraph]
    assert len(set(hands.ids)) == 4
    hands.editor.undo()
    assert hands.words == ["một", "hai", "ba"]


def test_a_picture_is_found_by_its_block_and_changed(hands: Hands) -> None:
    hands.open(Picture("0000000a", "", "Chú thích"), p("chữ", "00000001"))
    assert document_commands.picture_block(hands.editor.page, "00000001") is None
    waiting = document_commands.waiting_block(hands.editor.page, "0000000a")
    assert waiting is not None
    document_commands.give_picture(waiting, SHA, join=False)
    assert hands.blocks[0] == Picture("0000000a", SHA, "Chú thích")
    assert document_commands.waiting_block(hands.editor.page, "0000000a") is None
