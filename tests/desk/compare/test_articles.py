"""Comparing two texts: nothing is lost, nothing is invented, and a reader can follow it."""

from __future__ import annotations

import random
import unicodedata
from dataclasses import replace
from datetime import date
from itertools import groupby, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.compare.articles import Change, Facet, Fate, OpKind, compare, compare_blocks
from desk.compare.words import word_ops
from desk.paths import SAMPLE
from desk.text import signs
from desk.text.blocks import (
    ArticleText,
    Block,
    Heading,
    ListItem,
    Mark,
    Paragraph,
    Picture,
    Run,
    Table,
    block_text,
)
from tests.desk.compare.shown import paragraph, shown

SAMPLE_WORDS = (SAMPLE / "01-giao-ban-khoa-giao-quy-1-2019.txt").read_text(encoding="utf-8").split()
WORDS = st.sampled_from(
    ["hội", "nghị", "Đảng", "số", "36-NQ/TW,", "của", "“về", "mạnh”", "–", "quý\xa0I", "\n"]
)
PASSAGE = st.lists(WORDS, max_size=30).map(" ".join) | st.text(max_size=30)
BLOCK = st.builds(
    lambda number, words, bold: Paragraph(
        f"{number:08x}", (Run(words, frozenset({Mark.BOLD} if bold else ())),)
    ),
    st.integers(0, 12),
    PASSAGE,
    st.booleans(),
)
BODY = st.lists(BLOCK, max_size=10, unique_by=lambda block: block.id)


@given(PASSAGE, PASSAGE)
def test_operations_hold_both_passages_exactly(old: str, new: str) -> None:
    change = Change(word_ops(old, new))
    assert (change.old, change.new) == (old, new)
    assert bool(change) == (old != new)


@given(PASSAGE, PASSAGE)
def test_deletions_come_before_insertions_and_neighbours_are_joined(old: str, new: str) -> None:
    kinds = [op.kind for op in word_ops(old, new)]
    for before, after in pairwise(kinds):
        assert before is not after
        assert (before, after) != (OpKind.INSERT, OpKind.DELETE)


@given(st.integers(0, 200), st.integers(0, 10_000))
def test_long_passages_are_held_exactly_too(edits: int, seed: int) -> None:
    rng = random.Random(seed)
    old = [rng.choice(SAMPLE_WORDS) for _ in range(400)]
    new = list(old)
    for _ in range(edits):
        new[rng.randrange(len(new))] = rng.choice(SAMPLE_WORDS)
    change = Change(word_ops(" ".join(old), " ".join(new)))
    assert (change.old, change.new) == (" ".join(old), " ".join(new))


@given(BODY, BODY)
def test_every_block_of_both_bodies_is_there_once_and_whole(old: list[Block], new: list[Block]) -> None:
    changes = compare_blocks(old, new)
    places = [c.new_at for c in changes if c.new_at is not None]
    assert [place for place, _ in groupby(places)] == list(range(len(new)))
    assert {c.old_at for c in changes if c.old_at is not None} == set(range(len(old)))
    for change in changes:
        assert signs.shown(change.text.old) == (signs.shown(block_text(change.old)) if change.old else "")
        assert signs.shown(change.text.new) == (signs.shown(block_text(change.new)) if change.new else "")
    for at, block in enumerate(
        old
    ):  # a paragraph that was cut or sewn comes piece by piece, one perhaps moved
        pieces = "".join(c.text.old for c in changes if c.old_at == at)
        assert sorted(signs.shown(pieces)) == sorted(signs.shown(block_text(block)))
    for at, block in enumerate(new):
        pieces = "".join(c.text.new for c in changes if c.new_at == at)
        assert signs.shown(pieces) == signs.shown(block_text(block))
    steady = [c.old_at for c in changes if c.old_at is not None and c.fate is not Fate.MOVED]
    assert steady == sorted(steady)


@given(BODY)
def test_a_body_is_the_same_as_itself(body: list[Block]) -> None:
    assert all(change.fate is Fate.SAME and not change.changed for change in compare_blocks(body, body))


@pytest.mark.parametrize(
    ("old", "new", "wanted"),
    [
        ("kết quả", "kết quả tốt", "kết quả[+ tốt]"),
        (
            "Hội nghị, số 36-NQ/TW nêu",
            "Hội nghị số 37-NQ/TW nêu rõ",
            "Hội nghị[-,] số [-36-NQ/TW][+37-NQ/TW] nêu[+ rõ]",
        ),
        ("họp hội nghị.", "họp hội nghị", "họp hội nghị[-.]"),
        ("khoa giáo", "khoa giảo", "khoa [-giáo][+giảo]"),
        ("báo cáo tháng", "tháng", "[-báo cáo ]tháng"),
        ("", "mới", "[+mới]"),
        ("Thuần- Trưởng", "Thuần – Trưởng", "Thuần[--][+ –] Trưởng"),
    ],
)
def test_words_stay_whole(old: str, new: str, wanted: str) -> None:
    assert shown(Change(word_ops(old, new))) == wanted


def test_nfd_against_nfc_is_no_change() -> None:
    words = "Ban Tuyên giáo Tỉnh ủy đề nghị"
    nfd = unicodedata.normalize("NFD", words)
    old = ArticleText(words, words, words, date(2019, 4, 9), (paragraph("1", words),))
    new = ArticleText(nfd, nfd, nfd, date(2019, 4, 9), (paragraph("1", nfd),))
    assert not compare(old, new)
    assert compare(old, new).summary.changes == 0


def test_title_lead_byline_and_date_are_compared() -> None:
    old = ArticleText("Giao ban quý I", "Chiều 8/4", "Phòng Khoa giáo", date(2019, 4, 9))
    new = ArticleText("Giao ban quý II", "Chiều 8/4", "", date(2019, 4, 10))
    found = compare(old, new)
    assert shown(found.title) == "Giao ban quý [-I][+II]"
    assert not found.lead
    assert shown(found.byline) == "[-Phòng Khoa giáo]"
    assert shown(found.event_date) == "[-09/04/2019][+10/04/2019]"
    assert found.summary.changes == 3


def test_blocks_are_aligned_by_id_and_removed_ones_stay_where_they_stood() -> None:
    old = [paragraph("a", "một hai"), paragraph("b", "ba bốn"), paragraph("c", "năm sáu")]
    new = [paragraph("a", "một hai"), paragraph("c", "năm bảy"), paragraph("d", "mới")]
    found = compare_blocks(old, new)
    assert [(c.fate, block.id) for c in found if (block := c.new or c.old)] == [
        (Fate.SAME, "a"),
        (Fate.REMOVED, "b"),
        (Fate.CHANGED, "c"),
        (Fate.ADDED, "d"),
    ]


def test_a_removed_first_block_comes_first() -> None:
    found = compare_blocks([paragraph("a", "bỏ đi"), paragraph("b", "ở lại")], [paragraph("b", "ở lại")])
    assert [change.fate for change in found] == [Fate.REMOVED, Fate.SAME]


def test_blocks_with_new_ids_are_aligned_by_likeness() -> None:
    old = [paragraph("a", "một hai ba bốn năm sáu"), paragraph("b", "bảy tám chín mười")]
    new = [paragraph("x", "bảy tám chín mười"), paragraph("y", "một hai ba bốn năm bảy")]
    found = compare_blocks(old, new)
    assert [(c.old.id if c.old else "", c.new.id if c.new else "") for c in found] == [("b", "x"), ("a", "y")]
    assert sum(change.fate is Fate.MOVED for change in found) == 1


def test_one_block_dragged_to_the_top_is_the_one_that_moved() -> None:
    blocks = [paragraph(name, f"đoạn {name}") for name in "abcde"]
    found = compare_blocks(blocks, [blocks[4], *blocks[:4]])
    assert [(c.fate, c.new.id if c.new else "") for c in found if c.fate is not Fate.SAME] == [
        (Fate.MOVED, "e")
    ]
    assert (
        compare(ArticleText(blocks=tuple(blocks)), ArticleText(blocks=(blocks[4], *blocks[:4]))).summary.moved
        == 1
    )


def test_a_moved_block_shows_its_changed_words() -> None:
    old = [paragraph("a", "một"), paragraph("b", "hai ba"), paragraph("c", "bốn")]
    new = [paragraph("b", "hai năm"), paragraph("a", "một"), paragraph("c", "bốn")]
    found = compare_blocks(old, new)[0]
    assert found.fate is Fate.MOVED
    assert found.changed
    assert shown(found.text) == "hai [-ba][+năm]"


BOLD = frozenset({Mark.BOLD})


@pytest.mark.parametrize(
    ("old", "new", "marks"),
    [
        (Paragraph("1", (Run("Bác Hồ"),)), Paragraph("1", (Run("Bác "), Run("Hồ", BOLD))), True),
        (Paragraph("1", (Run("Bác Hồ", BOLD),)), Paragraph("1", (Run("Bác ", BOLD), Run("Hồ", BOLD))), False),
        (Paragraph("1", (Run("tin", link="https://a.vn"),)), Paragraph("1", (Run("tin"),)), True),
        (Paragraph("1", (Run("Mục một"),)), Heading("1", (Run("Mục một"),)), True),
        (ListItem("1", (Run("mục"),)), ListItem("1", (Run("mục"),), level=1), True),
        (ListItem("1", (Run("mục"),), True, 0, 1), ListItem("1", (Run("mục"),), True, 0, 3), True),
        # The new word is bold, the old words are not touched: that is a change of words alone.
        (Paragraph("1", (Run("Bác Hồ"),)), Paragraph("1", (Run("Bác Hồ "), Run("kính yêu", BOLD))), False),
        (Paragraph("1", (Run("Bác Hồ"),)), Paragraph("1", (Run("Bác", BOLD), Run(" Hồ kính yêu"))), True),
        (Table("1", (((Run("a"),),),)), Table("1", (((Run("a"),),),), header=True), True),
        (
            Table("1", (((Run("a"),), (Run("b", BOLD),)),)),
            Table("1", (((Run("a mới"),), (Run("b", BOLD),)),)),
            False,
        ),
    ],
)
def test_looks_are_told_from_words(old: Block, new: Block, marks: bool) -> None:
    (found,) = compare_blocks([old], [new])
    assert found.marks is marks


def test_only_looks_changed_is_a_change_of_one_place() -> None:
    (found,) = compare_blocks([paragraph("1", "Bác")], [Paragraph("1", (Run("Bác", BOLD),))])
    assert (found.fate, found.places, bool(found.text)) == (Fate.CHANGED, 1, False)


def test_pictures_tell_caption_credit_and_picture_apart() -> None:
    old = Picture("1", "aa", "Quang cảnh hội nghị", "Ảnh: An")
    found = {
        name: compare_blocks([old], [replace(old, **{name: value})])[0]
        for name, value in {
            "picture": "bb",
            "caption": "Quang cảnh",
            "credit": "Ảnh: Bình",
            "alt": "Hội trường",
        }.items()
    }
    assert all(change.fate is Fate.CHANGED and change.places == 1 for change in found.values())
    assert found["picture"].picture
    assert shown(found["caption"].text) == "Quang cảnh[- hội nghị]"
    assert shown(found["credit"].credit) == "Ảnh: [-An][+Bình]"
    assert found["alt"].alt


def test_a_caption_that_became_a_picture_keeps_its_words() -> None:
    (found,) = compare_blocks([paragraph("1", "Quang cảnh")], [Picture("1", "aa", "Quang cảnh", "Ảnh: An")])
    assert found.picture
    assert not found.text
    assert shown(found.credit) == "[+Ảnh: An]"


def test_summary_counts_places_and_fates() -> None:
    old = ArticleText(
        "Tên", blocks=(paragraph("a", "một hai ba bốn năm"), paragraph("b", "bỏ"), paragraph("c", "giữ"))
    )
    new = ArticleText(
        "Tên mới", blocks=(paragraph("a", "một 2 ba 4 năm"), paragraph("c", "giữ"), paragraph("d", "thêm"))
    )
    summary = compare(old, new).summary
    assert (summary.changes, summary.changed, summary.added, summary.removed, summary.moved) == (
        5,
        1,
        1,
        1,
        0,
    )


def test_the_width_of_a_picture_is_a_change_of_look() -> None:
    old = Picture("p", "a" * 64, "Các đại biểu")
    (change,) = compare_blocks([old], [replace(old, width="half")])
    assert change.fate is Fate.CHANGED
    assert change.looks == {Facet.WIDTH}
