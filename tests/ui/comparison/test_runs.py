"""Letters of a compared passage, with the marks they had and have."""

from __future__ import annotations

from desk.compare.articles import Change
from desk.compare.words import Op, OpKind
from desk.text.blocks import Mark, Run
from ui.comparison.runs import pieces, plain_pieces, restyled, width

BOLD = frozenset({Mark.BOLD})
OPS = (Op(OpKind.EQUAL, "một "), Op(OpKind.DELETE, "hai"), Op(OpKind.INSERT, "ba"))


def test_old_letters_keep_their_old_marks() -> None:
    laid = pieces(Change(OPS), (Run("một "), Run("hai", BOLD)), (Run("một ", BOLD), Run("ba")))
    assert [(piece.run.text, piece.run.marks, piece.kind) for piece in laid] == [
        ("một ", BOLD, OpKind.EQUAL),
        ("hai", BOLD, OpKind.DELETE),
        ("ba", frozenset(), OpKind.INSERT),
    ]
    assert [piece.run.text for piece in plain_pieces(OPS)] == ["một ", "hai", "ba"]


def test_what_looks_different_is_found_among_the_new_letters() -> None:
    laid = plain_pieces(OPS)
    assert restyled(laid, [(0, 3)]) == [(0, 3)]
    assert restyled(laid, [(3, 5)]) == [(3, 4), (7, 8)]  # the old letters stand between them


def test_positions_are_those_of_qt() -> None:
    assert width("𝐀b") == 3
