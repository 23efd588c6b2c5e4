"""The letters of a block as they were drawn."""

from __future__ import annotations

from desk.intake.html.context import Context
from desk.intake.html.letters import Letters
from desk.text.blocks import Mark, Run
from desk.text.legacy_fonts import Legacy

HERE = Context()
OLD = Context(legacy=Legacy.TCVN3)


def test_one_space_where_one_was_seen() -> None:
    letters = Letters()
    for data in ("Một \n", "\t hai", "\u200b"):
        letters.add(data, HERE)
    letters.break_line()
    letters.add("   ba", Context(gap=True))
    assert letters.taken() == (Run("Một hai\nba"),)
    assert not letters


def test_blanks_of_a_tab_are_one_space() -> None:
    letters = Letters()
    letters.add("Số:", HERE)
    letters.add("\xa0\xa0 \xa0", Context(gap=True))
    letters.add("15", HERE)
    assert letters.taken() == (Run("Số: 15"),)


def test_old_letters_are_converted_unless_one_of_them_is_unicode() -> None:
    letters = Letters()
    letters.add("gi¸o", OLD)
    assert (letters.taken(), letters.converted) == ((Run("giáo"),), 1)
    letters.add("các ", OLD)
    letters.add("đồng chí", OLD)
    assert (letters.taken(), letters.converted) == ((Run("các đồng chí"),), 1)
    letters.add("gi¸", Context(legacy=Legacy.TCVN3, transform="uppercase"))
    assert letters.taken() == (Run("GIÁ"),)


def test_a_link_loses_the_line_that_programs_draw_below_it() -> None:
    letters = Letters()
    letters.add("đây", Context(marks=frozenset({Mark.UNDERLINE}), link="https://x.vn"))
    assert letters.taken() == (Run("đây", frozenset(), "https://x.vn"),)


def test_a_drop_cap_waits_for_its_word() -> None:
    letters = Letters()
    letters.add("®", Context(drop_cap=True, legacy=Legacy.TCVN3, marks=frozenset({Mark.SUB})))
    assert letters.taken() == ()
    letters.add("ảng bộ", HERE)
    assert letters.taken() == (Run("đảng bộ"),)
    letters.add("Đ", Context(drop_cap=True))
    letters.release()
    assert letters.taken() == (Run("Đ"),)


def test_a_short_beginning_may_be_a_sign() -> None:
    letters = Letters()
    assert not letters.make_sign()
    letters.add("1.2.", HERE)
    assert letters.make_sign()
    assert (letters.sign, letters.taken()) == ("1.2.", ())
    letters.sign = ""
    letters.add("Hội nghị giao ban", HERE)
    assert not letters.make_sign()
