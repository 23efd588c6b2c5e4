"""Lines to paragraphs."""

from __future__ import annotations

from desk.intake.pdf.columns import Column, Placed
from desk.intake.pdf.lines import Line
from desk.intake.pdf.paragraphs import paragraphs
from tests.desk.intake.pdf.making import line

FULL = "a" * 19 + " " + "b" * 40  # a line from margin to margin
RIGHT = 72 + 6.0 * 60


def _joined(*lines: Line) -> list[str]:
    return [
        " ".join(one.text[:6] for one in made.lines) for made in paragraphs([Column(72, RIGHT, list(lines))])
    ]


def test_a_set_in_first_line_and_a_short_last_one_part_paragraphs() -> None:
    found = _joined(
        *(line("Một " + "c" * 50, left=96, base=700), line(FULL, base=684), line("hết.", base=668)),
        *(line("Hai " + "c" * 50, left=96, base=652), line("hết.", base=636)),
        line("Ba không thụt", base=620),
    )
    assert found == ["Một cc aaaaaa hết.", "Hai cc hết.", "Ba khô"]


def test_room_size_and_bold_part_paragraphs() -> None:
    found = _joined(line(FULL, base=700), line(FULL, base=684), line(FULL, base=668), line(FULL, base=640))
    assert len(found) == 2
    assert len(_joined(line(FULL, base=700, size=15), line(FULL, base=684))) == 2
    assert len(_joined(line(FULL, base=700, bold=True), line(FULL, base=684))) == 2


def test_items_of_a_list_stand_for_themselves() -> None:
    found = _joined(line("- " + "a" * 57 + ".", base=700), line("- " + "b" * 58, base=684))
    assert len(found) == 2


def test_the_middle_and_the_right_margin_are_seen() -> None:
    column = Column(
        72, RIGHT, [line("g" * 20, left=192, base=700), line("p" * 10, left=RIGHT - 60, base=680)]
    )
    assert [made.align for made in paragraphs([column])] == ["center", "right"]


def test_a_paragraph_goes_on_over_a_column_and_stops_at_a_picture() -> None:
    first = Column(72, RIGHT, [line(FULL, base=700)])
    second = Column(72, RIGHT, [line("c" * 30 + ".", base=700)])
    (one,) = paragraphs([first, second])
    assert len(one.lines) == 2
    picture = Column(72, RIGHT, [Placed(72, 200, 720, 3), line("c", base=700)])
    made = paragraphs([first, picture])
    assert [one.placed.number if one.placed else None for one in made] == [None, 3, None]
