"""Letters to lines."""

from __future__ import annotations

import random

from desk.intake.pdf.glyphs import Glyph
from desk.intake.pdf.lines import lines
from tests.desk.intake.pdf.making import glyphs, line


def test_letters_in_any_order_make_lines_with_blanks() -> None:
    found = glyphs("Sáng nay họp") + glyphs("bàn việc", base=684.0)
    random.Random(1).shuffle(found)
    assert [one.text for one in lines(found)] == ["Sáng nay họp", "bàn việc"]


def test_a_wide_gap_parts_a_line() -> None:
    found = lines(glyphs("TỈNH ỦY") + glyphs("ĐẢNG", left=300.0))
    assert [(one.text, one.left) for one in found] == [("TỈNH ỦY", 72.0), ("ĐẢNG", 300.0)]


def test_what_is_raised_stands_on_its_line_and_a_letter_drawn_twice_is_one() -> None:
    raised = glyphs("2", left=84.0, base=704.0, size=7.0)
    twice = [Glyph("m", 72.3, 78.3, 700.0, 12.0, raised[0].font)]
    (one,) = lines(glyphs("mm") + raised + twice)
    assert (one.text, one.size, one.base) == ("mm2", 12.0, 700.0)


def test_a_line_knows_its_first_word_and_whether_it_is_bold() -> None:
    assert line("Sáng nay", bold=True).first_word == 24.0
    assert line("Sáng", bold=True).bold
    assert line("Sáng").first_word == 24.0
