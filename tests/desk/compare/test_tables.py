"""Two tables laid on each other: a row that came, a column that went, a figure that changed in its cell."""

from __future__ import annotations

import unicodedata

import pytest

from desk.compare.tables import CellChange, flat, grid
from desk.compare.words import OpKind
from desk.text.blocks import Run, Table, block_text, plain


def _table(*rows: tuple[str, ...]) -> Table:
    return Table("t", tuple(tuple((Run(cell),) for cell in row) for row in rows))


def _changed(cell: CellChange) -> bool:
    return any(op.kind is not OpKind.EQUAL for op in cell.ops)


OLD = _table(("Đơn vị", "Số"), ("Sở Y tế", "12"), ("Sở Nội vụ", "7"))


def test_a_row_that_came_changes_no_other() -> None:
    new = _table(("Đơn vị", "Số"), ("Sở Y tế", "12"), ("Báo tỉnh", "3"), ("Sở Nội vụ", "7"))
    rows = grid(OLD, new)
    assert [row.kind for row in rows] == [OpKind.EQUAL, OpKind.EQUAL, OpKind.INSERT, OpKind.EQUAL]
    assert not any(_changed(cell) for row in (rows[0], rows[1], rows[3]) for cell in row.cells)


def test_a_figure_changes_in_its_own_cell() -> None:
    new = _table(("Đơn vị", "Số"), ("Sở Y tế", "15"), ("Sở Nội vụ", "7"))
    (cell,) = (cell for row in grid(OLD, new) for cell in row.cells if _changed(cell))
    assert [(op.kind, op.text) for op in cell.ops] == [(OpKind.DELETE, "12"), (OpKind.INSERT, "15")]


def test_rows_without_a_number_are_told_apart_by_their_words() -> None:
    """Below a merged cell the first ones are empty: that they are so makes no row another's."""
    old = _table(("", "Sở Y tế", "12"), ("", "Báo tỉnh", "3"))
    gone, stayed = grid(old, _table(("", "Báo tỉnh", "4")))
    assert (gone.kind, stayed.kind) == (OpKind.DELETE, OpKind.EQUAL)
    assert [_changed(cell) for cell in stayed.cells] == [False, False, True]


def test_a_column_that_went_is_gone_from_every_row() -> None:
    new = _table(("Đơn vị",), ("Sở Y tế",), ("Sở Nội vụ",))
    assert [[cell.new is None for cell in row.cells] for row in grid(OLD, new)] == [[False, True]] * 3


def test_the_words_of_both_sides_are_whole() -> None:
    new = _table(("Đơn vị", "Số", "Ghi chú"), ("Sở Nội vụ", "8", "mới"))
    ops = flat(grid(OLD, new))
    assert "".join(op.text for op in ops if op.kind is not OpKind.INSERT) == block_text(OLD)
    assert "".join(op.text for op in ops if op.kind is not OpKind.DELETE) == block_text(new)


def _laid(old: Table, new: Table) -> list[str]:
    """Return the rows with their sign; of a cell its words, "old > new" where they differ, none as "∅"."""

    def _cell(cell: CellChange) -> str:
        sides = ["∅" if side is None else plain(side) for side in (cell.old, cell.new)]
        return sides[0] if sides[0] == sides[1] else " > ".join(sides)

    return [" ".join((row.kind.value, " | ".join(map(_cell, row.cells)))) for row in grid(old, new)]


def _signed(old: Table, new: Table) -> str:
    """Return the words of both tables as one passage."""
    signs = {OpKind.EQUAL: "{}", OpKind.DELETE: "[-{}]", OpKind.INSERT: "[+{}]"}
    return "".join(signs[op.kind].format(op.text) for op in flat(grid(old, new)))


HEAD, HEALTH, HOME, PAPER = ("Đơn vị", "Số"), ("Sở Y tế", "12"), ("Sở Nội vụ", "7"), ("Báo tỉnh", "3")


@pytest.mark.parametrize(
    ("old", "new", "laid", "signed"),
    [
        pytest.param(
            [HEALTH, HOME],
            [HEALTH, PAPER, HOME],
            ["= Sở Y tế | 12", "+ ∅ > Báo tỉnh | ∅ > 3", "= Sở Nội vụ | 7"],
            "Sở Y tế\t12[+\nBáo tỉnh\t3]\nSở Nội vụ\t7",
            id="a row between two",
        ),
        pytest.param(
            [HEALTH],
            [PAPER, HEALTH],
            ["+ ∅ > Báo tỉnh | ∅ > 3", "= Sở Y tế | 12"],
            "[+Báo tỉnh\t3\n]Sở Y tế\t12",
            id="a row before the first",
        ),
        pytest.param(
            [PAPER, HEALTH],
            [HEALTH],
            ["- Báo tỉnh > ∅ | 3 > ∅", "= Sở Y tế | 12"],
            "[-Báo tỉnh\t3\n]Sở Y tế\t12",
            id="the first row gone",
        ),
        pytest.param(
            [HEAD, HEALTH],
            [("Đơn vị", "Ghi chú", "Số"), ("Sở Y tế", "", "12")],
            ["= Đơn vị | ∅ > Ghi chú | Số", "= Sở Y tế | ∅ >  | 12"],
            "Đơn vị[+\tGhi chú]\tSố\nSở Y tế[+\t]\t12",
            id="a column between two",
        ),
        pytest.param(
            [("Ghi chú", "Số"), ("mới", "12")],
            [("Số",), ("12",)],
            ["= Ghi chú > ∅ | Số", "= mới > ∅ | 12"],
            "[-Ghi chú\t]Số\n[-mới\t]12",
            id="the first column gone",
        ),
        pytest.param(
            [HEAD, HEALTH],
            [HEAD, ("Sở Y tế",)],
            ["= Đơn vị | Số", "= Sở Y tế | 12 > ∅"],
            "Đơn vị\tSố\nSở Y tế[-\t12]",
            id="a row shorter than the others",
        ),
        pytest.param(
            [HEAD, ("Sở Y tế",), HOME],
            [("Đơn vị",), ("Sở Y tế",), ("Sở Nội vụ",)],
            ["= Đơn vị | Số > ∅", "= Sở Y tế | ∅", "= Sở Nội vụ | 7 > ∅"],
            "Đơn vị[-\tSố]\nSở Y tế\nSở Nội vụ[-\t7]",
            id="a column gone that a short row never had",
        ),
        pytest.param(
            [("Sở Y tế tỉnh", "12"), ("Sở Nội vụ tỉnh", "7")],
            [("Sở Y tế mới", "12"), ("Báo", "4"), ("Sở Nội vụ mới", "8")],
            [
                "= Sở Y tế tỉnh > Sở Y tế mới | 12",
                "+ ∅ > Báo | ∅ > 4",
                "= Sở Nội vụ tỉnh > Sở Nội vụ mới | 7 > 8",
            ],
            "Sở Y tế [-tỉnh][+mới]\t12[+\nBáo\t4]\nSở Nội vụ [-tỉnh][+mới]\t[-7][+8]",
            id="like rows round a new one",
        ),
        pytest.param(
            [HEAD, PAPER, ("Sở Y tế tỉnh", "12")],
            [HEAD, ("Sở Y tế mới", "12")],
            ["= Đơn vị | Số", "- Báo tỉnh > ∅ | 3 > ∅", "= Sở Y tế tỉnh > Sở Y tế mới | 12"],
            "Đơn vị\tSố[-\nBáo tỉnh\t3]\nSở Y tế [-tỉnh][+mới]\t12",
            id="what went stands before the row that it stood before",
        ),
        pytest.param(
            [("Sở Y tế tỉnh", "12"), PAPER, HOME],
            [("Sở Y tế mới", "12"), ("Đài", "9")],
            [
                "= Sở Y tế tỉnh > Sở Y tế mới | 12",
                "+ ∅ > Đài | ∅ > 9",
                "- Báo tỉnh > ∅ | 3 > ∅",
                "- Sở Nội vụ > ∅ | 7 > ∅",
            ],
            "Sở Y tế [-tỉnh][+mới]\t12[-\nBáo tỉnh\t3\nSở Nội vụ\t7][+\nĐài\t9]",
            id="what went without a successor",
        ),
        pytest.param(
            [("a b c d", "")],
            [("x", "y"), ("a b y z", "")],
            ["+ ∅ > x | ∅ > y", "= a b c d > a b y z | "],
            "[+x\ty\n]a b [-c d][+y z]\t",
            id="half of the words in common are enough",
        ),
        pytest.param(
            [("a b c d e", "")],
            [("x", "y"), ("a b y z t", "")],
            ["+ ∅ > x | ∅ > y", "+ ∅ > a b y z t | ∅ > ", "- a b c d e > ∅ |  > ∅"],
            "[-a b c d e\t][+x\ty\na b y z t\t]",
            id="less than half are not",
        ),
        pytest.param(
            [("Sở Y tế", "giao ban quý I tại tỉnh")],
            [("Đài", "không"), ("Sở Y tế", "chưa họp lần nào")],
            ["+ ∅ > Đài | ∅ > không", "= Sở Y tế | giao ban quý I tại tỉnh > chưa họp lần nào"],
            "[+Đài\tkhông\n]Sở Y tế\t[-giao ban quý I tại tỉnh][+chưa họp lần nào]",
            id="a row that begins alike is the same with other figures",
        ),
    ],
)
def test_two_tables_are_laid_on_each_other(
    old: list[tuple[str, ...]], new: list[tuple[str, ...]], laid: list[str], signed: str
) -> None:
    assert _laid(_table(*old), _table(*new)) == laid
    assert _signed(_table(*old), _table(*new)) == signed


def test_a_table_without_cells_is_compared_too() -> None:
    empty = Table("t", ((),))
    assert _laid(empty, _table(("a",))) == ["= ∅ > a"]
    assert _laid(Table("t", ()), Table("t", ())) == []
    two = _table(("a", "b"), ("c", "d"))
    assert _laid(empty, two) == ["+ ∅ > a | ∅ > b", "+ ∅ > c | ∅ > d", "- ∅ | ∅"]
    assert _laid(two, empty) == ["+ ∅ | ∅", "- a > ∅ | b > ∅", "- c > ∅ | d > ∅"]


def test_the_same_letters_composed_otherwise_are_the_same_cell() -> None:
    assert _signed(_table(("Sở Y tế",)), _table((unicodedata.normalize("NFD", "Sở Y tế"),))) == "Sở Y tế"


def test_a_row_put_into_a_numbered_table_is_one_row_added() -> None:
    """The ordinals behind it shift; each row is known by its other cells."""
    old = [("STT", "Đơn vị", "Số"), ("1", "Sở Y tế", "12"), ("2", "Sở Nội vụ", "7"), ("3", "Báo tỉnh", "3")]
    new = [*old[:2], ("2", "Đài tỉnh", "9"), ("3", "Sở Nội vụ", "7"), ("4", "Báo tỉnh", "4")]
    assert _laid(_table(*old), _table(*new)) == [
        "= STT | Đơn vị | Số",
        "= 1 | Sở Y tế | 12",
        "+ ∅ > 2 | ∅ > Đài tỉnh | ∅ > 9",
        "= 2 > 3 | Sở Nội vụ | 7",
        "= 3 > 4 | Báo tỉnh | 3 > 4",
    ]
    assert [line[0] for line in _laid(_table(*new), _table(*old))] == ["=", "=", "-", "=", "="]


def test_rows_that_are_empty_but_for_their_number_are_known_by_it() -> None:
    assert _laid(_table(("1", ""), ("2", "")), _table(("2", ""))) == ["- 1 > ∅ |  > ∅", "= 2 | "]


def test_a_numbered_row_put_in_is_not_the_one_that_had_its_number() -> None:
    def numbered(*rows: tuple[str, ...]) -> Table:
        return Table("t", tuple(tuple((Run(cell),) for cell in row) for row in rows))

    old = numbered(("1", "Sở Y tế", "12"), ("2", "Báo tỉnh", "7"))
    new = numbered(("1", "Sở Y tế", "12"), ("2", "Đài tỉnh nhà", "9"), ("3", "Báo tỉnh", "8"))
    assert [row.kind for row in grid(old, new)] == [OpKind.EQUAL, OpKind.INSERT, OpKind.EQUAL]
