"""The PDF: every word, the right numbers, folded in fours, the same bytes twice, and nothing that breaks it."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from itertools import pairwise
from threading import Event
from typing import Any

import pytest
from PIL import Image

from desk.edition import masthead
from desk.edition.design import Design, InnerDesign, PageFormat
from desk.edition.edition import Edition, Imprint
from desk.edition.outputs import PLAIN, Output
from desk.paths import RESOURCES
from desk.press.typeset import picture_output
from desk.press.typeset.booklet import printed
from desk.press.typeset.typst import Typesetter
from desk.text.blocks import ArticleText, Block, Heading, ListItem, Quote, Table
from tests import effort
from tests.desk.press import editions
from tests.desk.press.booklets import Proof, booklet, page_images, pages, proof, shape_proof
from tests.desk.press.editions import paragraph, runs
from tests.desk.press.reading import (
    assert_in_order,
    bookmarks,
    flat,
    font_names,
    fragments,
    opened,
    page_texts,
    placed,
    running_text,
)
from tests.desk.press.shapes import TWELVE


@pytest.fixture(scope="module", params=TWELVE)
def issue(request: pytest.FixtureRequest) -> tuple[Edition, Proof]:
    """One of the twelve issues and its proof."""
    return TWELVE[request.param](), shape_proof(request.param)


def test_every_word_is_on_paper_in_order(issue: tuple[Edition, Proof]) -> None:
    edition, made = issue
    found = running_text(edition, page_texts(made.pdf), made.plan.marks[0].first)
    assert_in_order(edition, found, captions=False)


def test_contents_bookmarks_and_pages_agree(issue: tuple[Edition, Proof]) -> None:
    edition, made = issue
    reader, texts = opened(made.pdf), page_texts(made.pdf)
    first = made.plan.marks[0].first
    contents = running_text(edition, texts[: first - 1], 2)
    marked = [mark for mark in bookmarks(reader) if mark[0] == 2]
    assert [page for _, _, page in marked] == [mark.first for mark in made.plan.marks]
    assert [title for _, title, _ in marked] == [piece.text.title for piece in edition.pieces]
    at = 0
    for _, title, page in marked:
        assert flat(title) in flat(texts[page - 1])
        found = re.compile(rf"{re.escape(flat(title))}\.*{page}(?!\d)").search(contents, at)
        assert found, f"{title!r} is not given page {page}"
        at = found.end()


def test_sections_are_bookmarks_of_the_first_level(issue: tuple[Edition, Proof]) -> None:
    edition, made = issue
    titles = [title for level, title, _ in bookmarks(opened(made.pdf)) if level == 1]
    assert titles == [part.title for part in edition.sections if part.pieces]


def test_every_piece_ends_where_it_says(issue: tuple[Edition, Proof]) -> None:
    edition, made = issue
    texts = page_texts(made.pdf)
    for piece, mark in zip(edition.pieces, made.plan.marks, strict=True):
        if piece.text.byline:  # a picture may still follow it at the head of the next page
            assert flat(piece.text.byline) in flat("".join(texts[max(mark.last - 2, 0) : mark.last]))


def test_sheets_are_whole_and_the_imprint_is_last(issue: tuple[Edition, Proof]) -> None:
    edition, made = issue
    texts = page_texts(made.pdf)
    assert len(texts) == made.plan.total
    assert len(texts) % (2 if edition.design.format is PageFormat.A4 else 4) == 0
    assert "nộp lưu chiểu" in texts[-1]
    for text in texts[made.plan.used : -1]:
        assert text.strip() == ""
    assert "Bản tin" not in texts[-1] or made.plan.used == made.plan.total
    assert flat(masthead.cover(edition).issue) in flat(texts[0])
    assert not texts[0].rstrip().endswith("\n1")


def test_only_our_fonts_are_embedded(issue: tuple[Edition, Proof]) -> None:
    assert font_names(opened(issue[1].pdf)) <= {
        "Tinos-Regular",
        "Tinos-Bold",
        "Tinos-Italic",
        "Tinos-BoldItalic",
    }


@pytest.mark.parametrize("name", TWELVE if effort.LONG else ["signs", "two columns"])
def test_the_same_edition_gives_the_same_bytes(name: str) -> None:
    assert booklet(TWELVE[name]()) == shape_proof(name).pdf


def test_pictures_that_are_waited_for_change_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Boxes stand for pictures until all are made; the first file and one whose pictures are there are the same."""
    read: list[Typesetter] = []
    ahead = Typesetter.read_ahead
    begin = Event()  # no picture is made before the text is being set, however slow this machine is

    def noted(typesetter: Typesetter, *given: Any) -> None:
        read.append(typesetter)
        begin.set()
        ahead(typesetter, *given)

    monkeypatch.setattr(Typesetter, "read_ahead", noted)
    edition = editions.long_issue(6, 2)
    picture_output.forget()
    for _ in range(picture_output.THREADS):
        picture_output.picture_threads().submit(begin.wait, 60)
    made = [printed(edition, Output.SCREEN, PLAIN) for _ in range(2)]
    assert len(read) == 1
    assert made[0] == made[1]
    assert [len(placed(page)) for page in opened(made[0]).pages].count(1) == 2


def test_the_file_says_what_it_is() -> None:
    reader = opened(shape_proof("short").pdf)
    assert reader.metadata is not None
    assert reader.metadata.title == "Bản tin Thông báo nội bộ – Số 4/2019"
    assert reader.metadata.author == "Ban Tuyên giáo Tỉnh ủy"
    box = reader.pages[0].mediabox
    assert (round(float(box.width) / 72 * 25.4), round(float(box.height) / 72 * 25.4)) == (148, 210)


def test_the_margins_are_mirrored_and_the_number_is_outside() -> None:
    data = page_images(TWELVE["short"](), 72)
    assert len(data) == shape_proof("short").plan.total
    with Image.open(io.BytesIO(data[0])).convert("RGB") as cover:
        assert cover.getpixel((cover.width // 2, 5)) == (0xA3, 0x20, 0x1D)
    images = [Image.open(io.BytesIO(image)).convert("L") for image in data[2:4]]
    for image, inner_left in zip(images, (True, False), strict=True):  # pages 3 and 4
        ink = image.point(lambda value: 255 if value < 200 else 0).getbbox()
        assert ink is not None
        inner = ink[0] if inner_left else image.width - ink[2]
        outer = image.width - ink[2] if inner_left else ink[0]
        assert (round(inner / 72 * 25.4), round(outer / 72 * 25.4)) == (20, 15)


def test_signs_of_the_typesetter_are_only_letters() -> None:
    odd = '# $x$ @a <b> { } \\ * _ [c] `d` ~ // /* */ " #let x = 1; #pagebreak() = - + 1. \\u{41} &amp; %'
    text = ArticleText(odd, odd, odd, None, (paragraph(odd), Heading("", runs(odd)), Quote("", runs(odd))))
    table = Table("", ((runs(odd), runs(odd)),), True)
    text = replace(text, blocks=(*text.blocks, table, ListItem("", runs(odd), True)))
    edition = editions.with_article(text)
    edition = replace(edition, names=replace(edition.names, department=odd, bulletin="#a $b"), number="4")
    made = proof(edition)
    assert_in_order(edition, running_text(edition, page_texts(made.pdf), 3))
    assert [title for _, title, _ in bookmarks(opened(made.pdf))] == ["Tin tức", odd]


MANY = 10 if effort.LONG else 1
EXTREMES: dict[str, tuple[Block, ...]] = {
    "one long word": (paragraph("x" * 3000),),
    "long link": (paragraph("https://vi.example/" + "a" * 400),),
    "thousands of words": (paragraph("Một hai ba bốn " * 750 * MANY),),
    "12 columns": (Table("", tuple((runs("nghiêng ngả quá trình"),) * 12 for _ in range(20 * MANY)), True),),
    "40 columns": (Table("", ((runs("nghiêng"),) * 40,) * 3),),
    "a cell over pages": (Table("", ((runs("trường " * 500 * MANY), runs("x")),) * 2, True),),
    "ragged table": (Table("", ((runs("a"),), (), (runs("b"), runs("c"), runs("d"))), True),),
    "empty table": (Table("", ()), Table("", ((), ()), True)),
    "deep list": tuple(ListItem("", runs(f"mục {n} " * 9), n % 3 > 0, n % 14, n) for n in range(40)),
    "numbers below one": (ListItem("", runs("a"), True, 0, -3), ListItem("", runs("b"), True, 0, 0)),
    "only pictures of nothing": (paragraph("\n \n"), Heading("", ()), Quote("", runs(" "))),
}


@pytest.mark.parametrize("blocks", EXTREMES.values(), ids=EXTREMES.keys())
def test_extremes_are_laid_out(blocks: tuple[Block, ...]) -> None:
    text = ArticleText("Tựa đề " * 28, "Sapô " * 40, "Bút danh " * 12, None, blocks)
    edition = editions.with_article(text)
    edition = replace(edition, sections=(replace(edition.sections[0], title="Chuyên mục dài " * 10),))
    made = proof(edition)
    assert made.plan.total % 4 == 0
    found = running_text(edition, page_texts(made.pdf), 3)
    if not any(isinstance(block, Table | ListItem) for block in blocks):
        assert_in_order(edition, found)
    else:
        assert flat(edition.pieces[0].text.title) in found


def test_nothing_runs_off_the_page() -> None:
    blocks = (
        paragraph("W" * 400),
        Table("", ((runs("nghiêngngảnghiêngngả" * 3),) * 12,) * 3),
        Quote("", runs("đ" * 300)),
    )
    edition = editions.with_article(ArticleText("Đ" * 200, "Ư" * 200, "N" * 90, None, blocks))
    for number, data in enumerate(page_images(edition, 72)[1:], 2):
        with Image.open(io.BytesIO(data)) as image:
            ink = image.convert("L").point(lambda value: 255 if value < 200 else 0).getbbox()
        if ink:
            left, right = (20, 15) if number % 2 else (15, 20)
            assert ink[0] / 72 * 25.4 > left - 1
            assert ink[2] / 72 * 25.4 < 148 - right + 1


@pytest.mark.parametrize(("titles", "lead"), [("", ""), ("T", "sapô " * 1000)])
def test_an_article_may_be_almost_nothing_or_all_lead(titles: str, lead: str) -> None:
    assert pages(editions.with_article(ArticleText(titles, lead))).total % 4 == 0


def test_an_issue_without_articles_still_has_a_cover() -> None:
    edition = replace(editions.short_issue(), sections=())
    made = proof(edition)
    assert (made.plan.marks, made.plan.total) == ((), 4)
    assert "nộp lưu chiểu" in page_texts(made.pdf)[-1]


def test_an_empty_imprint_prints_nothing() -> None:
    edition = replace(editions.short_issue(), imprint=Imprint(), sections=())
    texts = page_texts(booklet(edition))
    assert len(texts) == 4
    assert texts[-1].strip() == ""


def test_the_imprint_shares_the_last_page_when_it_fits() -> None:
    """An article that ends high on a page 4, 8, …: no sheet is spent on the imprint alone."""
    text = ArticleText("T", "", "", None, (paragraph("Một dòng\n" * 34 + "và nữa"),))
    made = proof(editions.with_article(text))
    assert (made.plan.used, made.plan.total) == (4, 4)
    assert flat("và nữa") in flat(page_texts(made.pdf)[3])
    assert "nộp lưu chiểu" in page_texts(made.pdf)[3]


CODE = "214-1a2b-3c4d-5e6f-7a8b"


@pytest.mark.parametrize("lines", [34, 90])  # the imprint on the text's last page, and on a page of its own
def test_the_code_of_the_journal_closes_the_last_page_and_moves_nothing(lines: int) -> None:
    edition = editions.with_article(
        ArticleText("T", "", "", None, (paragraph("Một dòng\n" * lines + "và nữa"),))
    )
    plain, coded = proof(edition), proof(replace(edition, code=CODE))
    assert coded.plan == plain.plan
    assert flat(CODE) in flat(page_texts(coded.pdf)[-1])
    assert flat(CODE) not in flat("".join(page_texts(coded.pdf)[:-1]))
    assert "kiểm tra nhật ký" not in page_texts(plain.pdf)[-1]


def test_without_an_imprint_the_code_stands_alone() -> None:
    edition = replace(editions.short_issue(), imprint=Imprint(), sections=(), code=CODE)
    assert flat(CODE) in flat(page_texts(booklet(edition))[-1])


def test_stacked_marks_keep_off_the_line_above() -> None:
    """Ẫ over ộ: between two lines of capitals there is always a row of dots without ink."""
    text = ArticleText("", "", "", None, (paragraph("\n".join(["ẪỄỘẨỖỂ qgyộợ"] * 8)),))
    data = page_images(editions.with_article(text), 200)[2]
    with Image.open(io.BytesIO(data)) as image:
        body = image.convert("L").crop((0, 220, image.width, 1467))
    inked = [
        bool(body.crop((0, y, body.width, y + 1)).point(lambda v: 255 * (v < 128)).getbbox())
        for y in range(body.height)
    ]
    lines = sum(1 for above, row in pairwise(inked) if row and not above)
    assert lines == 8


def test_the_sources_carry_no_words_of_an_issue() -> None:
    for source in (RESOURCES / "press").glob("*.typ"):
        words = source.read_text(encoding="utf-8")
        code = "\n".join(line.split("//")[0] for line in words.splitlines())
        assert not re.search("[ăâđêôơưĂÂĐÊÔƠƯ]", code), source.name


@pytest.mark.parametrize("inner", InnerDesign)
def test_sections_begin_at_one_height_at_the_head_of_a_page(inner: InnerDesign) -> None:
    """A name of one line began 1.7 mm lower than one of two, one of three 3.5 mm lower."""
    begins = set()
    for name in ("Tin tức", "Học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh " * 2):
        edition = editions.with_article(ArticleText("Tít", "", "", None, (paragraph("Thân bài."),)))
        (part,) = edition.sections
        edition = replace(edition, sections=(replace(part, title=name.strip()),), design=Design(inner=inner))
        (head, *_) = [one for one in fragments(opened(booklet(edition)).pages[2]) if one.size > 13]
        begins.add(round(head.down, 1))
    assert len(begins) == 1
