"""A paragraph broken in two or two made one: each piece meets its own words."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from desk.compare.match_blocks import Seam, pairs
from desk.compare.split_paragraphs import seamed
from desk.text.blocks import Block, Heading, Mark, Picture, Run, Table, block_text
from tests.desk.compare.shown import paragraph

ONE = "Chiều nay, Ban tổ chức hội nghị giao ban công tác Khoa giáo quý I."
TWO = "Đồng chí Trưởng ban dự và chủ trì hội nghị cùng lãnh đạo các sở, ngành."
THREE = "Kết luận, đồng chí yêu cầu các đơn vị thực hiện tốt chế độ báo cáo tháng."
FIRST, LAST = "Tin trong tỉnh", "Phòng Khoa giáo"
CUT, SEWN = Seam.CUT, Seam.SEWN
Piece = tuple[str | None, str | None, Seam | None, int | None, int | None]


def _paragraphs(*named: tuple[str, str]) -> list[Block]:
    return [paragraph(*one) for one in named]


def _pieces(old: Sequence[Block], new: Sequence[Block]) -> list[Piece]:
    """Return what met what: the words of both sides, the seam, the places of the whole blocks."""
    return [
        (
            None if pair.old is None else block_text(pair.old).strip(),
            None if pair.new is None else block_text(pair.new).strip(),
            pair.seam,
            pair.old_at,
            pair.new_at,
        )
        for pair in seamed(pairs(old, new))
    ]


def _turned(found: Sequence[Piece]) -> list[Piece]:
    """Return the same seen from the other text: what was cut there is sewn here."""
    seams = {CUT: SEWN, None: None}
    return [(new, old, seams[seam], new_at, old_at) for old, new, seam, old_at, new_at in found]


@pytest.mark.parametrize(
    ("whole", "pieces"),
    [
        ([("a", f"{ONE} {TWO}")], [("a", ONE), ("b", TWO)]),
        ([("a", f"{ONE} {TWO}")], [("b", ONE), ("a", TWO)]),
        ([("a", f"{ONE} {TWO}")], [("x", ONE), ("y", TWO)]),
        ([("a", f"{ONE} {TWO} {THREE}")], [("a", ONE), ("b", TWO), ("c", THREE)]),
        ([("a", f"{ONE} {TWO} {THREE}")], [("b", ONE), ("a", TWO), ("c", THREE)]),
        ([("a", f"{ONE} {TWO} {THREE}")], [("b", ONE), ("c", TWO), ("a", THREE)]),
        ([("a", f"{ONE} {TWO} {THREE}")], [("x", ONE), ("y", TWO), ("z", THREE)]),
    ],
    ids=["upper kept", "lower kept", "no ids", "first kept", "middle kept", "last kept", "no ids of three"],
)
def test_the_pieces_of_a_paragraph_meet_their_words(
    whole: list[tuple[str, str]], pieces: list[tuple[str, str]]
) -> None:
    """What stands above and below it stays as it was, whichever piece kept the paragraph's id."""
    old = _paragraphs(("0", FIRST), *whole, ("9", LAST))
    new = _paragraphs(("0", FIRST), *pieces, ("9", LAST))
    words = [words for _, words in pieces]
    seams = [CUT] * (len(words) - 1) + [None]
    wanted: list[Piece] = [
        (FIRST, FIRST, None, 0, 0),
        *((one, one, seam, 1, at) for at, (one, seam) in enumerate(zip(words, seams, strict=True), 1)),
        (LAST, LAST, None, 2, len(new) - 1),
    ]
    assert _pieces(old, new) == wanted
    assert _pieces(new, old) == _turned(wanted)


@pytest.mark.parametrize("turned", [False, True], ids=["broken", "joined"])
def test_pieces_too_small_to_be_like_the_whole_are_its_pieces_together(turned: bool) -> None:
    """None of the three is like it: each has six of its twenty words."""
    words = [f"{n}a {n}b {n}c {n}d {n}e {n}f" for n in range(3)]
    last = f"{words[2]} như trên"
    one = _paragraphs(("0", FIRST), ("a", " ".join([*words[:2], last])), ("9", LAST))
    three = _paragraphs(("0", FIRST), *((f"x{n}", words[n]) for n in range(3)), ("9", LAST))
    wanted: list[Piece] = [
        (FIRST, FIRST, None, 0, 0),
        (words[0], words[0], CUT, 1, 1),
        (words[1], words[1], CUT, 1, 2),
        (last, words[2], None, 1, 3),
        (LAST, LAST, None, 2, 4),
    ]
    assert _pieces(three, one) == _turned(wanted) if turned else _pieces(one, three) == wanted


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (f"{ONE} Sau đó", TWO),
        (ONE, f"Tiếp theo, {TWO}"),
        (ONE.replace("quý I", "6 tháng"), TWO.replace("các sở, ngành", "các huyện")),
    ],
    ids=["more at the end of the first", "more before the second", "words of both replaced"],
)
def test_pieces_whose_words_changed_are_pieces_still(first: str, second: str) -> None:
    old, new = _paragraphs(("a", f"{ONE} {TWO}")), _paragraphs(("a", first), ("b", second))
    wanted: list[Piece] = [(ONE, first, CUT, 0, 0), (TWO, second, None, 0, 1)]
    assert _pieces(old, new) == wanted
    assert _pieces(new, old) == _turned(wanted)


@pytest.mark.parametrize(
    ("first", "beside"),
    [
        (paragraph("a", ONE), paragraph("b", THREE)),
        (paragraph("a", ONE), paragraph("b", "  ")),
        (paragraph("a", ONE), Picture("b", "a" * 64, TWO)),
        (paragraph("a", ONE), Table("b", (((Run(TWO),),),))),
        (paragraph("a", "Sáng mai sẽ họp tiếp tại Lạng Sơn, Cao Bằng"), paragraph("b", TWO)),
    ],
    ids=["other words", "an empty one", "a caption", "a cell", "the first written anew"],
)
def test_what_is_no_piece_of_it_came_beside_it(first: Block, beside: Block) -> None:
    old = _paragraphs(("a", f"{ONE} {TWO}"))
    for pair in [*seamed(pairs(old, [first, beside])), *seamed(pairs([first, beside], old))]:
        assert pair.seam is None
        assert (pair.old, pair.new) in ((old[0], first), (None, beside), (first, old[0]), (beside, None))


@pytest.mark.parametrize(
    ("whole", "pieces"),
    [
        (Picture("p", "a" * 64, f"{ONE} {TWO}"), [paragraph("x", ONE), paragraph("y", TWO)]),
        (Table("t", (((Run(f"{ONE} {TWO}"),),),)), [paragraph("x", ONE), paragraph("y", TWO)]),
        (paragraph("a", f"{ONE} {TWO}"), [Picture("x", "a" * 64, ONE), Table("y", (((Run(TWO),),),))]),
        (paragraph("a", f"{ONE} {TWO}"), [Table("x", (((Run(ONE),),),)), Table("y", (((Run(TWO),),),))]),
    ],
    ids=["a caption", "a cell", "into a caption and a cell", "into cells"],
)
def test_captions_and_cells_are_neither_broken_nor_joined(whole: Block, pieces: list[Block]) -> None:
    for pair in [*seamed(pairs([whole], pieces)), *seamed(pairs(pieces, [whole]))]:
        assert pair.seam is None
        assert not isinstance(pair.old, Table) or pair.new is None
        assert not isinstance(pair.new, Table) or pair.old is None
        assert not isinstance(pair.old, Picture) or pair.new is None


@pytest.mark.parametrize(
    "both", [(ONE, f"{ONE} {TWO}"), (f"{ONE} {TWO}", TWO)], ids=["into the second", "into the first"]
)
def test_words_copied_into_the_neighbour_join_nothing(both: tuple[str, str]) -> None:
    """Both paragraphs are there before and after: neither is a piece of the other."""
    old, new = _paragraphs(("a", ONE), ("b", TWO)), _paragraphs(("a", both[0]), ("b", both[1]))
    assert _pieces(old, new) == [(ONE, both[0], None, 0, 0), (TWO, both[1], None, 1, 1)]
    assert _pieces(new, old) == [(both[0], ONE, None, 0, 0), (both[1], TWO, None, 1, 1)]


@pytest.mark.parametrize(("kept", "seam"), [(6, CUT), (5, None)], ids=["six of ten", "five of ten"])
def test_of_the_words_of_all_pieces_three_in_five_must_be_the_paragraphs(
    kept: int, seam: Seam | None
) -> None:
    old = [f"a{n}" for n in range(10)], [f"b{n}" for n in range(10)]
    new = [" ".join([*words[:kept], *(f"{words[0]}{n}" for n in range(10 - kept))]) for words in old]
    whole = _paragraphs(("a", " ".join([*old[0], *old[1]])))
    assert [piece[2] for piece in _pieces(whole, _paragraphs(("a", new[0]), ("b", new[1])))] == [seam, None]


def test_a_paragraph_that_came_beside_another_is_no_break() -> None:
    old, new = _paragraphs(("a", ONE)), _paragraphs(("a", ONE), ("b", TWO))
    assert _pieces(old, new) == [(ONE, ONE, None, 0, 0), (None, TWO, None, None, 1)]


def test_every_piece_keeps_its_bold_letters_links_and_kind() -> None:
    bold = frozenset({Mark.BOLD})
    whole = Heading(
        "a", (Run(f"{ONE} Đồng "), Run("chí Trưởng", bold, "https://a.vn"), Run(TWO[15:])), level=3
    )
    upper, lower = seamed(pairs([whole], _paragraphs(("a", ONE), ("b", TWO))))
    assert upper.old == Heading("a", (Run(f"{ONE} "),), level=3)
    assert lower.old == Heading(
        "a", (Run("Đồng "), Run("chí Trưởng", bold, "https://a.vn"), Run(TWO[15:])), level=3
    )


def test_the_pieces_of_a_paragraph_that_moved_have_moved() -> None:
    others = [("0", FIRST), ("1", "Giữa hai tin là lời dẫn"), ("2", LAST)]
    old = _paragraphs(*others, ("a", f"{ONE} {TWO}"))
    new = _paragraphs(("a", ONE), ("b", TWO), *others)
    assert [pair.moved for pair in seamed(pairs(old, new))] == [True, True, False, False, False]


@pytest.mark.parametrize("moved", [0, 1, 3])
@pytest.mark.parametrize(("stays", "goes"), [(ONE, TWO), (TWO, ONE)])
def test_a_piece_that_was_cut_off_and_moved_meets_its_own_words(stays: str, goes: str, moved: int) -> None:
    others = [("0", FIRST), ("1", "Giữa hai tin là lời dẫn"), ("2", LAST)]
    old = _paragraphs(*others[:2], ("a", f"{ONE} {TWO}"), others[2])
    rest = [*others[:2], ("a", stays), others[2]]
    new = _paragraphs(*rest[:moved], ("b", goes), *rest[moved:])
    found = seamed(pairs(old, new))
    if moved in (0, 1):
        (piece,) = (pair for pair in found if pair.moved)
        assert piece.old is not None
        assert piece.new is not None
        assert (block_text(piece.old).strip(), block_text(piece.new)) == (goes, goes)
    assert all(pair.old is not None and pair.new is not None for pair in found)


def test_what_only_shares_a_few_words_with_a_shortened_paragraph_is_new() -> None:
    old = _paragraphs(("a", f"{ONE} {TWO}"), ("2", LAST))
    new = _paragraphs(("a", ONE), ("2", LAST), ("b", "Đồng chí Trưởng ban đã thăm hai gia đình chính sách."))
    assert [pair.old is None for pair in seamed(pairs(old, new))] == [False, False, True]
