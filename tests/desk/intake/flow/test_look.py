"""Looks as markup."""

from __future__ import annotations

from desk.intake.flow.look import Look, ParagraphLook, paragraph_markup, run_markup
from desk.intake.flow.style_names import Named
from desk.intake.html.markup import read_markup
from desk.intake.pieces import Hint
from desk.intake.result import Dropped
from desk.text.blocks import Heading, ListItem, Mark, Paragraph


def test_marks_links_and_sizes_are_those_of_the_run() -> None:
    look = Look(bold=True, italic=True, raised=1, size=13, link="https://a.vn")
    piece = read_markup(paragraph_markup(run_markup("a < b", look), ParagraphLook(), "p1")).pieces[0]
    assert isinstance(piece.block, Paragraph)
    (run,) = piece.block.runs
    assert (run.text, run.link, piece.size) == ("a < b", "https://a.vn", 13.0)
    assert run.marks == {Mark.BOLD, Mark.ITALIC, Mark.SUPER}


def test_only_a_font_that_keeps_letters_otherwise_is_named() -> None:
    assert "font-family" not in run_markup("a", Look(font="Times New Roman"))
    old = read_markup(
        paragraph_markup(run_markup("H\xb5 N\xe9i", Look(font=".VnTime")), ParagraphLook(), "p")
    )
    assert old.pieces[0].words == "Hà Nội"


def test_hidden_and_struck_words_are_counted_and_go() -> None:
    words = run_markup("a", Look(hidden=True)) + run_markup("b", Look(struck=True)) + run_markup("c", Look())
    read = read_markup(paragraph_markup(words, ParagraphLook(), "p1"))
    assert read.pieces[0].words == "c"
    assert read.left_out == {Dropped.HIDDEN: 1, Dropped.STRUCK: 1}


def test_a_paragraph_keeps_its_place_its_name_and_its_sign() -> None:

    title = read_markup(paragraph_markup("a", ParagraphLook(named=Named(css="MsoTitle")), "p1")).pieces[0]
    assert (title.hint, title.source) == (Hint.TITLE, "p1")
    heading = read_markup(paragraph_markup("a", ParagraphLook(named=Named(2)), "p1")).pieces[0]
    assert isinstance(heading.block, Heading)
    assert heading.rank == 2
    item = read_markup(paragraph_markup("a", ParagraphLook(level=0), "p1", "3.")).pieces[0]
    assert isinstance(item.block, ListItem)
    assert (item.block.ordered, item.block.start) == (True, 3)
    set_in = read_markup(paragraph_markup("a", ParagraphLook(first=28, align="right"), "p1")).pieces[0]
    assert (set_in.indented, set_in.right) == (True, True)
