"""Tables over pages: no hole before them, two rows on each side of a break, the head above every part."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from desk.edition.page_geometry import PITCH
from desk.press.typeset.table_breaks import least, stretches, whole
from desk.text.blocks import ArticleText, Block, Table
from tests import effort
from tests.desk.press import editions
from tests.desk.press.booklets import booklet, proof, shape_proof
from tests.desk.press.editions import BODY, BYLINE, LEAD, paragraph, runs
from tests.desk.press.reading import flat, fragments, opened, page_texts
from tests.desk.press.shapes import ROWS

ROW = 17.5  # points, as high as a row of one line


@pytest.mark.parametrize("left", [0, 3, 4, 7, 20, 34])
@pytest.mark.parametrize("head", [True, False])
def test_every_row_stands_once_and_none_alone(left: int, head: bool) -> None:
    for count in range(2, 60):
        _check_rows(count, left, head)


def _check_rows(count: int, left: int, head: bool) -> None:
    heights = [ROW] * count
    parts = stretches(heights, head=head, left=left, then=34, room=34)
    rows = [row for part in parts for row in range(part.first, part.end)]
    assert rows == list(range(count))
    for number, part in enumerate(parts):
        assert part.lines <= (34 if number else left)
        if part.lines:
            body = part.end - max(part.first, int(head))
            assert body >= min(2, count - head)
            assert part.lines * PITCH >= body * ROW


def test_rows_of_different_heights_fill_what_is_left() -> None:
    heights = [29.0, 17.5, 40.5, 17.5, 29.0, 17.5]
    first, second = stretches(heights, head=True, left=8, then=34, room=34)
    assert (first.first, first.end, second.first, second.end) == (0, 4, 4, 6)
    assert first.lines <= 8
    assert whole(heights) == 11
    assert least(heights, head=True) == 7
    assert least(heights[:3], head=True) == whole(heights[:3])


def test_a_last_row_below_one_higher_than_the_column_waits_for_no_other() -> None:
    parts = stretches([600.0, 20.0], head=False, left=34, then=5, room=34)
    assert [(one.first, one.end) for one in parts] == [(0, 1), (1, 2)]


@pytest.mark.parametrize(("head", "rows"), [(True, 3), (False, 3), (True, 4), (False, 4)])
def test_what_cannot_be_parted_in_twos_stands_together(head: bool, rows: int) -> None:
    """Three rows stand as one below their head; of four, two may go on to the next page."""
    heights = [ROW] * (rows + head)
    together = least(heights, head=head)
    assert together == (whole(heights) if rows < 4 else whole(heights[: head + 2]))


def article(before: int, rows: int, after: int) -> ArticleText:
    """Return an article with a table of so many rows below its head, so many lines down its page."""
    cells = [("Huyện", "Số chi bộ", "Đảng viên")] + [
        (f"Huyện thứ {n}", f"{95 + n}", f"{900 + n}") for n in range(rows)
    ]
    table = Table("", tuple(tuple(runs(cell) for cell in row) for row in cells), True)
    above = paragraph("Dòng chữ\n" * (before - 1) + "Dòng chữ")
    blocks: tuple[Block, ...] = (above, table, *(paragraph(BODY[0]),) * after)
    return ArticleText("Bảng", LEAD[:60], BYLINE, None, blocks)


@pytest.mark.parametrize(("rows", "after"), [(4, 4), (4, 0), (9, 0), (9, 3), (40, 1)])
def test_a_table_leaves_no_hole(rows: int, after: int) -> None:
    """Below the lowest letters of a page that goes on are less than six lines, wherever a table began."""
    given = [article(before, rows, after) for before in range(14, 30, 1 if effort.LONG else 2)]
    edition = editions.with_article(given[0])
    pieces = tuple(editions.piece(number, text) for number, text in enumerate(given, 1))
    made = proof(replace(edition, sections=(replace(edition.sections[0], pieces=pieces),)))
    reader = opened(made.pdf)
    goes_on = {number for mark in made.plan.marks for number in range(mark.first, mark.last)}
    for number in goes_on:
        lowest = max(one.down for one in fragments(reader.pages[number - 1])[:-1])
        line = (lowest - 51.02 + 0.216 * 11) / PITCH
        assert line > 34 - 6.5, f"page {number} ends at line {line:.1f}"
    assert len(goes_on) > len(given) / 2
    words = flat("".join(page_texts(made.pdf)))
    assert words.count("HuyệnSốchibộĐảngviên") >= len(given)
    for n in range(rows):
        assert words.count(f"Huyệnthứ{n}{95 + n}{900 + n}") == len(given)


def test_figures_stand_below_each_other() -> None:
    page = opened(booklet(editions.with_article(article(3, 9, 0)))).pages[2]
    ends = {
        one.text: round(one.x + 5 * len(one.text), 1)
        for one in fragments(page)
        if one.text in ("98", "99", "100")
    }
    assert len(ends) == 3
    assert len(set(ends.values())) == 1


def test_a_table_over_pages_repeats_its_head() -> None:
    texts = page_texts(shape_proof("tables").pdf)
    last = max(number for number, text in enumerate(texts) if f"{ROWS - 1}.0" in text)
    first = min(number for number, text in enumerate(texts) if "5.0" in text and "0.0" in text)
    assert last - first >= ROWS // 40
    for text in texts[first : last + 1]:
        assert re.search(r"0\.0\s+0\.1\s+0\.2\s+0\.3", text)
