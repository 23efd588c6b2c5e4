"""Pieces of a page: runs cut, stripped, joined; white space as a browser shows it."""

from __future__ import annotations

import pytest

from desk.intake.pieces import collapsed, cut, evened, indent, joined, paragraphs, plain_piece, stripped
from desk.text.blocks import Mark, Run, Runs, plain

BOLD = frozenset({Mark.BOLD})


def test_runs_are_cut_by_their_letters() -> None:
    runs = (Run("abc", BOLD), Run("def"))
    assert cut(runs, 2, 4) == (Run("c", BOLD), Run("d"))
    assert cut(runs, 3, 6) == (Run("def"),)
    assert cut(runs, 0, 3) == (Run("abc", BOLD),)


def test_white_space_at_both_ends_goes() -> None:
    runs = (Run("\xa0 ", BOLD), Run(" a\xa0b"), Run("\n\xa0"))
    assert stripped(runs) == (Run("a\xa0b"),)
    assert indent(runs) == 3
    assert stripped((Run(" "),)) == ()


def test_blanks_that_only_make_room_are_one_space() -> None:
    assert evened((Run("I.\xa0\xa0 \xa0Đặc", BOLD), Run("quý\xa0I"))) == (
        Run("I. Đặc", BOLD),
        Run("quý\xa0I"),
    )
    assert evened((Run("a b"),)) == (Run("a b"),)


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        (("a  b",), "a b"),
        (("a ", " b"), "a b"),
        ((" a",), "a"),
        (("a \n b",), "a\nb"),
        (("a ", "\nb"), "a\nb"),
        (("a\n", " b"), "a\nb"),
        (("a", " ", " b"), "a b"),
        (("a\xa0\xa0b",), "a\xa0\xa0b"),
        (("e\u0302",), "ê"),
    ],
)
def test_white_space_is_as_a_browser_shows_it(given: tuple[str, ...], shown: str) -> None:
    runs = tuple(Run(text, BOLD if at % 2 else frozenset()) for at, text in enumerate(given))
    assert plain(collapsed(runs)) == shown


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("a\nb", ["a\nb"]),
        ("a\n\nb", ["a", "b"]),
        ("a\n \xa0\n\nb", ["a", "b"]),
        ("a\n\xa0\xa0\xa0b", ["a", "\xa0\xa0\xa0b"]),
        ("a\n\xa0\xa0b", ["a\n\xa0\xa0b"]),
        ("\n\na\n\n", ["a"]),
        (" ", []),
    ],
)
def test_a_row_of_breaks_is_a_new_paragraph(text: str, parts: list[str]) -> None:
    assert [plain(one) for one in paragraphs((Run(text),))] == parts


def test_paragraphs_are_joined_by_breaks() -> None:
    empty: Runs = ()
    assert joined([(Run("a"),), empty, (Run("b", BOLD),)]) == (Run("a\n"), Run("b", BOLD))
    assert joined([empty, (Run("a"),)]) == (Run("a"),)
    assert plain(joined([(Run("a"),), (Run("b"),)], "\t")) == "a\tb"


def test_two_blanks_before_a_line_are_an_indent() -> None:
    assert [plain_piece(line).indented for line in ("a", " a", "  a", "\t\ta")] == [False, False, True, True]
    assert plain_piece(" \xa0 a b ").words == "a b"
