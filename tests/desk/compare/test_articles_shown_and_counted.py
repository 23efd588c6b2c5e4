"""What a comparison shows of each change, and how many places it counts."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from datetime import date

import pytest

from desk.compare.articles import BlockChange, Change, Facet, Fate, Op, OpKind, Seam, compare, compare_blocks
from desk.compare.words import word_ops
from desk.text.blocks import ArticleText, Heading, Mark, Paragraph, Picture, Run, Table, block_text
from tests.desk.compare.shown import paragraph, shown

ONE = "Chiều nay, Ban tổ chức hội nghị giao ban công tác Khoa giáo quý I."
TWO = "Đồng chí Trưởng ban dự và chủ trì hội nghị cùng lãnh đạo các sở, ngành."


@pytest.mark.parametrize(
    ("old", "new", "signed"),
    [
        ([f"{ONE} {TWO}"], [ONE, TWO], [f"{ONE}[- ][+¶]", TWO]),
        ([ONE, TWO], [f"{ONE} {TWO}"], [f"{ONE}[-¶][+ ]", TWO]),
        ([ONE, TWO], [ONE, TWO], [ONE, TWO]),
    ],
    ids=["cut", "sewn", "as it was"],
)
def test_the_sign_of_a_paragraphs_end_is_shown_where_one_came_or_went(
    old: list[str], new: list[str], signed: list[str]
) -> None:
    found = compare_blocks(
        [paragraph(f"{at}", words) for at, words in enumerate(old)],
        [paragraph(f"{at}", words) for at, words in enumerate(new)],
    )
    assert [shown(change.shown) for change in found] == signed
    assert [change.places for change in found] == [int(len(old) != len(new)), 0]
    assert [change.changed for change in found] == [len(old) != len(new), False]


WORD = Change((Op(OpKind.INSERT, "x"),))


@pytest.mark.parametrize(
    "change",
    [
        BlockChange(Fate.CHANGED, None, None, text=WORD),
        BlockChange(Fate.CHANGED, None, None, credit=WORD),
        BlockChange(Fate.CHANGED, None, None, looks=frozenset({Facet.BOLD})),
        BlockChange(Fate.CHANGED, None, None, picture=True),
        BlockChange(Fate.CHANGED, None, None, alt=True),
        BlockChange(Fate.CHANGED, None, None, seam=Seam.SEWN),
        BlockChange(Fate.CHANGED, None, None, seam=Seam.CUT),
    ],
    ids=["words", "credit", "looks", "picture", "alt", "sewn", "cut"],
)
def test_any_one_thing_is_a_change_of_one_place(change: BlockChange) -> None:
    assert (change.changed, change.places) == (True, 1)


@pytest.mark.parametrize(
    ("old", "new", "places"),
    [
        ("một hai ba", "một hai ba", 0),
        ("một hai ba", "một 2 ba", 1),
        ("một hai ba", "một ba", 1),
        ("một hai ba bốn năm sáu", "1 hai ba 4 năm sáu bảy", 3),
        ("", "một", 1),
    ],
)
def test_a_word_replaced_is_one_place(old: str, new: str, places: int) -> None:
    change = Change(word_ops(old, new))
    assert change.places == places
    assert bool(change) is (places > 0)


def _table(*rows: tuple[str, ...]) -> Table:
    return Table("t", tuple(tuple((Run(cell),) for cell in row) for row in rows))


def test_of_a_table_every_row_that_came_and_every_cell_that_changed_is_a_place() -> None:
    old = _table(("Đơn vị", "Số"), ("Sở Y tế", "12"), ("Sở Nội vụ", "7"))
    new = _table(("Đơn vị", "Số"), ("Sở Y tế", "15"), ("Báo tỉnh", "3"), ("Sở Nội vụ", "8"))
    (found,) = compare_blocks([old], [replace(new, header=True)])
    assert (found.fate, len(found.rows), found.looks) == (Fate.CHANGED, 4, frozenset({Facet.HEAD}))
    assert found.places == 4  # two figures, a row, the head
    assert (found.text.old, found.text.new) == (block_text(old), block_text(new))


def test_all_that_changed_of_a_picture_is_counted_and_one_that_came_is_one_place() -> None:
    old = Picture("p", "aa", "Quang cảnh hội nghị", "Ảnh: An", "Hội trường")
    new = Picture("p", "bb", "Quang cảnh", "Ảnh: Bình", "Sân", "half")
    (found,) = compare_blocks([old], [new])
    assert (found.places, found.fate, found.marks) == (5, Fate.CHANGED, True)
    (came,) = compare_blocks([], [new])
    assert (came.fate, came.places, came.picture, came.alt) == (Fate.ADDED, 1, False, False)
    assert (shown(came.text), shown(came.credit)) == ("[+Quang cảnh]", "[+Ảnh: Bình]")
    assert (came.old, came.new, came.old_at, came.new_at) == (None, new, None, 0)
    (went,) = compare_blocks([old], [])
    assert (went.fate, went.places, went.old_at, went.new_at) == (Fate.REMOVED, 1, 0, None)
    assert (shown(went.text), shown(went.credit)) == ("[-Quang cảnh hội nghị]", "[-Ảnh: An]")
    nfd = replace(
        old, alt=unicodedata.normalize("NFD", old.alt), caption=unicodedata.normalize("NFD", old.caption)
    )
    assert compare_blocks([old], [nfd])[0].fate is Fate.SAME


def test_where_letters_look_different_is_told_in_the_new_words() -> None:
    (found,) = compare_blocks(
        [paragraph("1", "Bác Hồ")], [Paragraph("1", (Run("Thưa Bác "), Run("Hồ", frozenset({Mark.BOLD}))))]
    )
    assert (found.looks, found.restyled, found.places) == (frozenset({Facet.BOLD}), ((9, 11),), 2)


@pytest.mark.parametrize(
    ("old", "new", "change"),
    [
        (None, None, ""),
        (None, date(2019, 4, 9), "[+09/04/2019]"),
        (date(2019, 4, 9), None, "[-09/04/2019]"),
        (date(2019, 4, 9), date(2019, 4, 9), "09/04/2019"),
        (date(2019, 4, 9), date(2020, 4, 9), "[-09/04/2019][+09/04/2020]"),
    ],
)
def test_a_date_is_one_word(old: date | None, new: date | None, change: str) -> None:
    found = compare(ArticleText(event_date=old), ArticleText(event_date=new))
    assert shown(found.event_date) == change
    assert (bool(found), found.summary.changes) == (old != new, int(old != new))


BODY_OF_TWO = (paragraph("a", "một hai"), paragraph("b", "ba bốn"))


@pytest.mark.parametrize(
    "new",
    [
        ArticleText(title="Khác", blocks=BODY_OF_TWO),
        ArticleText(lead="Khác", blocks=BODY_OF_TWO),
        ArticleText(byline="Khác", blocks=BODY_OF_TWO),
        ArticleText(blocks=BODY_OF_TWO[::-1]),
        ArticleText(blocks=BODY_OF_TWO[:1]),
        ArticleText(blocks=(BODY_OF_TWO[0], Heading("b", BODY_OF_TWO[1].runs))),
    ],
    ids=["title", "lead", "byline", "moved", "removed", "a heading"],
)
def test_whatever_is_different_is_a_difference(new: ArticleText) -> None:
    old = ArticleText(blocks=BODY_OF_TWO)
    assert compare(old, new)
    assert compare(new, old)
    assert not compare(new, new)
