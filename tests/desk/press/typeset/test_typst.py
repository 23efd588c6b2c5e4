"""The page: lines on one grid, no line alone, no hole beside a picture, captions below their own pictures."""

from __future__ import annotations

import functools
import io
import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

import pypdf
import pytest
from PIL import Image

from desk.edition import masthead
from desk.edition.design import CoverDesign, Design, InnerDesign, PageFormat
from desk.edition.edition import Edition
from desk.edition.page_geometry import MM, PITCH, Geometry, geometry
from desk.edition.palette import palette
from desk.press.typeset.picture_output import shown
from desk.press.typeset.picture_sizes import header
from desk.press.typeset.printable_text import printable
from desk.text.blocks import (
    ArticleText,
    Heading,
    Mark,
    Paragraph,
    Picture,
    Run,
    nfc,
    plain,
)
from tests.desk.press import editions
from tests.desk.press.booklets import Proof, booklet, page_images, shape_proof
from tests.desk.press.editions import paragraph, runs
from tests.desk.press.reading import (
    Fragment,
    assert_in_order,
    flat,
    fragments,
    opened,
    page_text,
    page_texts,
    placed,
    running_text,
)
from tests.desk.press.shapes import TWELVE, furnished

DRESSED = ("short", "long", "pictures", "furnished", "small and clear", "two columns", "special")


@functools.cache
def made_of(name: str) -> tuple[Edition, Proof, pypdf.PdfReader]:
    made = shape_proof(name)
    return TWELVE[name](), made, opened(made.pdf)


def body_lines(name: str) -> Iterator[tuple[int, Geometry, list[Fragment]]]:
    """Yield the letters of 11 points on every page of the text, running heads and tables being smaller."""
    edition, made, reader = made_of(name)
    page = geometry(edition.design.format)
    for number in range(made.plan.marks[0].first, made.plan.used + 1):
        found = [one for one in fragments(reader.pages[number - 1]) if abs(one.size - 11) < 0.01]
        yield number, page, found


@pytest.mark.parametrize("name", DRESSED)
def test_every_line_of_the_body_stands_on_the_grid(name: str) -> None:
    count = 0
    for number, page, found in body_lines(name):
        for one in found:
            line = (one.down - page.top * MM + 0.216 * 11) / PITCH
            assert abs(line - round(line)) < 0.01, f"page {number}: {one.text!r} stands at line {line:.3f}"
            assert 1 <= round(line) <= page.lines
            count += 1
    assert count > 50


@pytest.mark.parametrize("name", ["long", "pictures", "special"])
def test_no_line_of_a_paragraph_stands_alone_and_no_heading_at_a_foot(name: str) -> None:
    edition, made, reader = made_of(name)
    paragraphs = [
        flat(plain(block.runs))
        for piece in edition.pieces
        for block in piece.text.blocks
        if isinstance(block, Paragraph)
    ]
    bylines = {flat(piece.text.byline) for piece in edition.pieces}
    for number in range(made.plan.marks[0].first, made.plan.used + 1):
        rows: dict[float, list[Fragment]] = {}
        for one in fragments(reader.pages[number - 1])[2:-1]:  # without the running head and the number
            rows.setdefault(round(one.down, 1), []).append(one)
        body = [rows[down] for down in sorted(rows)]
        lines = ["".join(flat(one.text) for one in row) for row in body]
        # A byline is the last line of its paragraph.
        top = lines[0] if lines[1] not in bylines else lines[0] + lines[1]
        assert top in paragraphs or not any(words.endswith(top) for words in paragraphs), (
            f"page {number}: {top}"
        )
        foot = lines[-1]
        assert foot in paragraphs or not any(words.startswith(foot) for words in paragraphs), (
            f"page {number}: {foot}"
        )
        assert max(one.size for one in body[-1]) <= 11.01, f"page {number} ends with {lines[-1]!r}"


@pytest.mark.parametrize("name", ["long", "pictures", "special", "words only"])
def test_a_byline_takes_two_lines_of_its_text_along(name: str) -> None:
    edition, made, reader = made_of(name)
    bylines = {flat(piece.text.byline) for piece in edition.pieces} - {""}
    seen = 0
    for number in range(made.plan.marks[0].first, made.plan.used + 1):
        rows: dict[float, str] = {}
        for one in fragments(reader.pages[number - 1])[2:-1]:
            rows[round(one.down, 1)] = rows.get(round(one.down, 1), "") + flat(one.text)
        lines = [rows[down] for down in sorted(rows)]
        assert not bylines & set(lines[:2]), f"page {number}: {lines[:3]}"
        seen += len(bylines & set(lines))
    assert seen


@pytest.mark.parametrize("name", ["long", "pictures", "special"])
def test_no_picture_leaves_a_third_of_a_page_empty(name: str) -> None:
    """A title that goes over with its lead and the text below leaves less than half."""
    edition, made, reader = made_of(name)
    begun = {mark.first for mark in made.plan.marks}
    page = geometry(edition.design.format)
    for number in range(made.plan.marks[0].first, made.plan.used):
        drawn = reader.pages[number - 1]
        feet = [one.down for one in fragments(drawn)[:-1]] + [one.bottom for one in placed(drawn)]
        empty = (page.top + page.room - max(feet) / MM) / page.room
        assert empty < (1 / 2 if number + 1 in begun else 1 / 3), f"page {number}: {empty:.0%} empty"


@pytest.mark.parametrize("name", ["mixed", *DRESSED])
def test_every_picture_is_there_with_its_own_caption_below(name: str) -> None:
    edition, _, reader = made_of(name)
    wanted = [
        (header(edition.pictures, one.picture)[1:], flat(printable(masthead.caption(one))))
        for _, one, _ in shown(edition)
    ]
    found = []
    for page in reader.pages[1:]:
        letters = [one for one in fragments(page) if abs(one.size - 9.5) < 0.01]
        for image in placed(page):
            below = [
                one
                for one in letters
                if one.down > image.bottom and image.left - 60 < one.x < image.right
                and not any(
                    other is not image and other.left < one.x < other.right and image.bottom < other.bottom < one.down
                    for other in placed(page)
                )
            ]  # fmt: skip
            nearest = min((one.down for one in below), default=0.0)
            assert nearest - image.bottom < 22
            words = "".join(flat(one.text) for one in below if one.down - nearest < 40)
            found.append((image.pixels, words))
    assert len(found) == len(wanted)
    for pixels, caption in wanted:
        match = next(
            (one for one in found if one[0] == pixels and (caption[:18] in one[1])), None
        )  # a narrow caption takes several lines
        assert match, f"{caption!r} is not below its picture"
        found.remove(match)


def test_a_float_never_leaves_its_article() -> None:
    for name in ("long", "pictures"):
        edition, made, reader = made_of(name)
        for piece, mark in zip(edition.pieces, made.plan.marks, strict=True):
            for block in piece.text.blocks:
                if isinstance(block, Picture):
                    words = flat(masthead.caption(block))
                    pages = [n for n, page in enumerate(reader.pages, 1) if words in flat(page_text(page))]
                    assert any(mark.first <= page <= mark.last for page in pages), words
        assert len(reader.pages) == made.plan.total


# -- Marks above letters ---------------------------------------------------------------------------------

STACKED = " ".join(
    nfc(base + tone)
    for base in "aăâeêioôơuưyAĂÂEÊIOÔƠUƯY"
    for tone in ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
)


def test_every_stacked_vowel_is_found_again_in_every_cut() -> None:
    bold, italic = frozenset({Mark.BOLD}), frozenset({Mark.ITALIC})
    blocks = tuple(paragraph(Run(STACKED, marks)) for marks in (frozenset(), bold, italic, bold | italic))
    edition = editions.with_article(ArticleText("Đ đ", "Dấu", "", None, blocks))
    texts = page_texts(booklet(edition))
    assert_in_order(edition, running_text(edition, texts, 3))


@pytest.mark.parametrize("inner", list(InnerDesign))
def test_marks_of_headings_keep_off_the_line_above(inner: InnerDesign) -> None:
    """ẪỘỂ over ẪỘỂ in titles and section titles: between two lines there is always a row without ink."""
    words = "ẪỘỂ qgyộợ " * 14
    text = ArticleText(words.strip(), "", "", None, (Heading("", runs("ẪỘỂ qgyộợ " * 9), 1),))
    edition = editions.with_article(text)
    part = replace(edition.sections[0], title=("ẪỘỂ " * 22).strip())
    edition = replace(edition, sections=(part,), design=Design(inner=inner))
    with Image.open(io.BytesIO(page_images(edition, 200)[2])) as image:
        # Right of the bar, left of the running head's end, below its rule.
        body = image.convert("L").crop((267, 160, image.width - 173, 1267)).point(lambda v: 255 * (v < 140))
    rows = [bool(body.crop((0, y, body.width, y + 1)).getbbox()) for y in range(body.height)]
    starts = [y for y, (above, row) in enumerate(pairwise(rows)) if row and not above]
    assert len([1 for above, below in pairwise(starts) if below - above < 60]) >= 4
    assert len(starts) >= 7


# -- Dress -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("design", list(CoverDesign))
def test_the_cover_says_what_the_law_wants_in_its_order(design: CoverDesign) -> None:
    edition = replace(TWELVE["special"](), design=Design(cover=design))
    words = flat(page_texts(booklet(replace(edition, sections=())))[0]).upper()
    order = [
        words.index(flat(part).upper())
        for part in (
            "Bản tin", "Thông báo nội bộ", edition.names.department, "ngày 05 tháng 02 năm 2019", "Số đặc biệt",
            "Số 1+2 – tháng 1, 2 năm 2019", edition.theme, "Lưu hành nội bộ",
        )
    ]  # fmt: skip
    assert order == sorted(order)


@pytest.mark.parametrize("design", list(CoverDesign))
def test_covers_hold_endless_names_and_none(design: CoverDesign) -> None:
    for words in ("", "Ban Tuyên giáo và Dân vận " * 30):
        names = replace(
            editions.NAMES, committee=words, department=words, bulletin=words, purpose=words, place=words
        )
        edition = replace(
            editions.short_issue(), names=names, theme=words, design=Design(cover=design), sections=()
        )
        assert len(opened(booklet(edition)).pages) == 4  # cover, contents, imprint


def test_a_grey_issue_has_no_colour() -> None:
    edition = furnished(Design(grey=True, cover=CoverDesign.PHOTO))
    for data in page_images(edition, 30):
        with Image.open(io.BytesIO(data)) as image:
            red, green, blue = image.convert("RGB").split()
            assert red.tobytes() == green.tobytes() == blue.tobytes()
    assert len(set(palette(grey=True).values()) & set(palette(grey=False).values())) <= 1


@pytest.mark.parametrize("form", list(PageFormat))
def test_pages_have_the_size_of_their_format(form: PageFormat) -> None:
    reader = opened(booklet(replace(editions.short_issue(), design=Design(form), sections=())))
    for page in reader.pages:
        size = (float(page.mediabox.width) / MM, float(page.mediabox.height) / MM)
        assert size == pytest.approx(form.size, abs=0.01)


@pytest.mark.parametrize("name", ["long", "furnished", "two columns"])
def test_no_line_ends_before_the_number_of_a_document_or_a_day(name: str) -> None:
    _, made, reader = made_of(name)
    wrong = re.compile(r"\b(?:số|ngày|tháng|năm|quý|Quý) *\n *(?:\d|[IVX]+\b)")
    for number in range(made.plan.marks[0].first, made.plan.used + 1):
        assert not wrong.findall(page_text(reader.pages[number - 1])), f"page {number}"


@pytest.mark.parametrize("design", [Design(), Design(inner=InnerDesign.CLEAR), Design(PageFormat.A4)])
def test_headings_end_their_lines_between_words_and_spaces_are_copied_out_as_spaces(design: Design) -> None:
    base = editions.short_issue()
    part = base.sections[0]
    text = replace(
        part.pieces[0].text, title="Hội nghị sơ kết học tập và làm theo tư tưởng, đạo đức, phong cách Bác Hồ"
    )
    edition = replace(
        base, design=design, names=replace(base.names, committee="", place=""), theme=text.title,
        sections=(replace(part, title=editions.SECTIONS[2], pieces=(editions.piece(1, text),)),),
    )  # fmt: skip
    pages = page_texts(booklet(edition))
    assert "\u00a0" not in "".join(pages)
    whole = ("hội nghị", "sơ kết", "học tập", "làm theo", "tư tưởng", "đạo đức", "phong cách", "bác hồ")
    for page in pages[:3]:
        for word in whole:
            assert word in page.casefold()
            assert not re.search(word.replace(" ", r" *\n *"), page.casefold())
