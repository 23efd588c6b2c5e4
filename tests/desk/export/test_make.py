"""Outputs: each PDF for its purpose, sheets that fold into a booklet, and the same bytes twice."""

from __future__ import annotations

import functools
import io
import pickle
from dataclasses import replace
from pathlib import Path
from typing import Any, cast

import pytest
from PIL import Image

from desk.edition import masthead
from desk.edition.design import Design, PageFormat
from desk.edition.edition import Edition
from desk.edition.file_names import output_name
from desk.edition.outputs import DPI, WANTS_PROCESS, Finish, Output
from desk.edition.page_geometry import MM
from desk.export.make import forget_pictures, make, make_with_kept, picture_tasks, without_pictures
from desk.pictures.prepare import prepare
from desk.press.typeset.imposition import sides
from desk.press.typeset.layout import VIEW, view_inputs
from desk.press.typeset.typst import new_typesetter
from desk.text.blocks import ArticleText, Picture
from tests import effort
from tests.desk.press import editions
from tests.desk.press.reading import bookmarks, flat, font_names, fragments, opened, page_texts, placed
from tests.desk.press.shapes import EMBLEM, TWELVE, key_of

PDFS = (Output.PRINT, Output.OFFICE, Output.SCREEN, Output.PROOF)


def pdf(edition: Edition, output: Output, finish: Finish | None = None) -> bytes:
    made = make(edition, output, finish or Finish())
    assert isinstance(made, bytes)
    return made


def test_every_output_has_its_name() -> None:
    edition = editions.short_issue()
    assert [output_name(edition, output) for output in Output] == [
        "ban-tin-so-4-2019-in.pdf",
        "ban-tin-so-4-2019-in-tai-co-quan.pdf",
        "ban-tin-so-4-2019-man-hinh.pdf",
        "ban-tin-so-4-2019.docx",
        "ban-tin-so-4-2019-html",
        "ban-tin-so-4-2019-in-thu.pdf",
    ]


@functools.cache
def made_of(name: str, output: Output) -> bytes:
    """Return a PDF of one of the twelve issues, made once."""
    return pdf(TWELVE[name](), output)


@pytest.mark.parametrize("output", list(Output))
def test_the_same_issue_gives_the_same_bytes(output: Output) -> None:
    edition = TWELVE["furnished"]() if effort.LONG else TWELVE["short"]()
    finish = Finish(bleed=True, marks=True)
    assert make(edition, output, finish) == make(edition, output, finish)


def test_an_output_without_a_maker_is_none_of_the_others() -> None:
    with pytest.raises(AssertionError):
        make(editions.short_issue(), cast(Output, "epub"))


def test_print_is_archival_with_fine_pictures_and_our_fonts() -> None:
    edition = TWELVE["furnished"]()
    reader = opened(made_of("furnished", Output.PRINT))
    root: Any = reader.trailer["/Root"]
    claims = root["/Metadata"].get_data().decode()
    assert "<pdfaid:part>2</pdfaid:part>" in claims
    assert "<pdfaid:conformance>B</pdfaid:conformance>" in claims
    assert "/OutputIntents" in root
    assert all(name.startswith("Tinos-") for name in font_names(reader))
    assert reader.metadata is not None
    assert (reader.metadata.title, reader.metadata.author) == (
        masthead.document_title(edition),
        edition.names.department,
    )


@pytest.mark.parametrize("output", [Output.PRINT, Output.SCREEN])
def test_pictures_are_no_finer_than_the_paper_shows(output: Output) -> None:
    reader = opened(made_of("furnished", output))
    dots: dict[tuple[int, int], float] = {}
    for page in reader.pages:
        for image in placed(page):  # one that is printed twice is as fine as its larger print wants
            fine = image.pixels[0] / (abs(image.right - image.left) / 72)
            dots[image.pixels] = min(fine, dots.get(image.pixels, fine))
    assert len(dots) == 3
    # A picture may be set a little smaller to fit its page.
    assert all(one <= DPI[output] * 1.21 / 0.8 for one in dots.values())


def test_what_the_desk_keeps_small_goes_to_the_screen_as_it_is_and_never_to_the_printer() -> None:
    key, data = editions.noisy(1800, 1200, 5)
    made = prepare(data, "ảnh.jpg")
    text = ArticleText("Tít", "", "", None, (Picture("", key, "Ảnh", width="column"),))
    whole = replace(editions.with_article(text), pictures={key: made.data})
    edition = replace(whole, renditions={key: made.rendition})
    assert made.rendition in pdf(edition, Output.SCREEN)
    assert made.rendition not in pdf(whole, Output.SCREEN)
    assert pdf(edition, Output.PRINT) == pdf(whole, Output.PRINT)
    half = replace(text, blocks=(Picture("", key, "Ảnh", width="half"),))
    (image,) = [
        image
        for page in opened(
            pdf(replace(edition, sections=editions.with_article(half).sections), Output.SCREEN)
        ).pages
        for image in placed(page)
    ]
    assert image.pixels == (300, 200)


def test_pictures_are_given_to_a_process_once_and_one_by_one() -> None:
    pictures = dict(editions.picture(width, 700) for width in (900, 1600))
    text = ArticleText("Tít", blocks=tuple(Picture("", key, "Ảnh") for key in pictures))
    edition = replace(
        editions.with_article(text, **pictures, **{key_of(EMBLEM): EMBLEM}),
        design=Design(emblem=key_of(EMBLEM)),
    )
    photos = {key: data for key, data in edition.pictures.items() if data != EMBLEM}
    small = {key: prepare(data, "anh.jpg").rendition or data for key, data in photos.items()}
    edition = replace(edition, renditions=small)
    forget_pictures()
    assert make_with_kept(without_pictures(edition), Output.SCREEN) is None
    parts = picture_tasks(edition)
    largest = max(map(len, (*edition.pictures.values(), *edition.renditions.values())))
    assert max(len(pickle.dumps(part)) for part in parts) < largest + 1000
    assert len(pickle.dumps(without_pictures(edition))) < largest
    for part in parts:
        part()
    for output in (Output.SCREEN, Output.WORD):
        assert make_with_kept(without_pictures(edition), output) == make(edition, output)
    forget_pictures()
    assert make_with_kept(without_pictures(edition), Output.SCREEN) is None


def test_a_process_keeps_the_pictures_of_one_edition_at_a_time() -> None:
    made = []
    for width in (300, 301):
        key, data = editions.picture(width, 200)
        text = ArticleText("Tít", "", "", None, (Picture("", key, "Ảnh"),))
        made.append(replace(editions.with_article(text, **{key: data}), renditions={key: data}))
    first, second = made
    for edition in made:
        for task in picture_tasks(edition):
            task()
    assert make_with_kept(without_pictures(first), Output.WEB) is None
    assert make_with_kept(without_pictures(second), Output.WEB) == make(second, Output.WEB)
    grey = Finish(grey=True)
    assert make_with_kept(without_pictures(second), Output.WORD, grey) == make(second, Output.WORD, grey)
    for task in picture_tasks(replace(second, renditions={})):
        task()
    assert make_with_kept(without_pictures(second), Output.WEB) is None  # the small ones are wanted too


def test_an_edition_without_pictures_still_knows_which_it_has() -> None:
    edition = replace(editions.short_issue(), pictures={"a": b"1"}, renditions={"b": b"2"})
    bare = without_pictures(edition)
    assert (bare.pictures, bare.renditions) == ({"a": b""}, {"b": b""})
    assert replace(bare, pictures=edition.pictures, renditions=edition.renditions) == edition


def test_screen_is_small_and_linked() -> None:
    edition = editions.long_issue(3, 1)
    small, fine = pdf(edition, Output.SCREEN), pdf(edition, Output.PRINT)
    assert len(small) < len(fine)
    reader = opened(small)
    links: list[Any] = [
        note for page in reader.pages[1:3] for note in page.get("/Annots", []) if note["/Subtype"] == "/Link"
    ]
    assert len(links) >= len(edition.pieces)
    assert len([mark for mark in bookmarks(reader) if mark[0] == 2]) == len(edition.pieces)


def test_bleed_and_marks_enlarge_the_paper_round_the_page() -> None:
    edition = replace(editions.short_issue(), sections=())
    plain = opened(pdf(edition, Output.PRINT)).pages[0]
    for finish, beyond in ((Finish(bleed=True), 3.0), (Finish(bleed=True, marks=True), 10.0)):
        made = pdf(edition, Output.PRINT, finish)
        assert made.startswith(b"%PDF-1.7")
        page = opened(made).pages[0]
        assert float(page.mediabox.width) == pytest.approx(
            float(plain.mediabox.width) + 2 * beyond * MM, abs=0.02
        )
        trim = [float(side) / MM for side in page.trimbox]
        assert trim == pytest.approx([beyond, beyond, beyond + 148, beyond + 210], abs=0.02)
        assert float(page.bleedbox.width) / MM == pytest.approx(154, abs=0.02)
        assert flat(page.extract_text()) == flat(plain.extract_text())
    assert opened(pdf(edition, Output.SCREEN, Finish(True, True))).pages[0].mediabox == plain.mediabox


def test_the_sides_of_a_sheet_follow_each_other_when_folded() -> None:
    assert list(sides(8)) == [(8, 1), (2, 7), (6, 3), (4, 5)]
    with pytest.raises(ValueError, match="fold"):
        list(sides(6))
    for count in range(4, 80, 4):
        assert sorted(page for side in sides(count) for page in side) == list(range(1, count + 1))


@pytest.mark.parametrize("form", [PageFormat.A5, PageFormat.SMALL])
def test_office_sheets_are_a4_across_with_every_page_in_its_place(form: PageFormat) -> None:
    edition = replace(editions.short_issue(), design=Design(form))
    whole = page_texts(pdf(edition, Output.SCREEN))
    reader = opened(pdf(edition, Output.OFFICE))
    assert len(reader.pages) == len(whole) // 2
    for page, (left, right) in zip(reader.pages, sides(len(whole)), strict=True):
        assert (round(float(page.mediabox.width) / MM), round(float(page.mediabox.height) / MM)) == (297, 210)
        found = flat(page.extract_text())
        for number in (left, right):
            assert flat(whole[number - 1])[:60] in found


def test_an_a4_issue_is_printed_as_it_is_in_the_office() -> None:
    edition = replace(editions.short_issue(), design=Design(PageFormat.A4), sections=())
    reader = opened(pdf(edition, Output.OFFICE))
    assert len(reader.pages) % 2 == 0
    assert {round(float(page.mediabox.width) / MM) for page in reader.pages} == {210}


def test_backs_of_sheets_stand_on_their_head_for_the_long_edge(tmp_path: Path) -> None:
    with new_typesetter() as typesetter:
        typesetter.lay("sheet.pdf", made_of("short", Output.OFFICE))
        compiler = typesetter.compiler(VIEW)
        inputs = view_inputs("sheet.pdf", 2, (297, 210), 40)
        made = compiler.compile(format="png", ppi=40, sys_inputs=inputs)
        assert isinstance(made, bytes)
    with Image.open(io.BytesIO(made)) as image:
        ink = image.convert("L").point(lambda value: 255 * (value < 160))
        # The contents, on page 2, fill the head of the left page: head down it is the foot of the right one.
        right = ink.crop((image.width // 2, 0, image.width, image.height)).getbbox()
    assert right is not None
    assert image.height - right[3] < 30


def test_a_proof_copy_says_so_on_every_page_and_numbers_its_lines() -> None:
    texts = page_texts(pdf(editions.short_issue(), Output.PROOF))
    assert all(flat(masthead.PROOF) in flat(text) for text in texts)
    assert "1234567891011" in flat(texts[2])


def test_a_grey_finish_makes_everything_grey() -> None:
    edition = editions.short_issue()
    for output in (Output.SCREEN, Output.WORD):
        assert pdf(edition, output, Finish(grey=True)) == pdf(
            replace(edition, design=replace(edition.design, grey=True)), output
        )


def test_what_holds_the_interpreter_is_named() -> None:
    assert {Output.PRINT, Output.OFFICE, Output.SCREEN, Output.WORD} == WANTS_PROCESS


@pytest.mark.parametrize("name", ["pictures", "long"] if effort.LONG else ["pictures"])
def test_a_proof_copy_counts_lines_of_text(name: str) -> None:
    """Every line that says something has its number, from 1 on each page; pictures and air have none."""
    counted = 0
    for page in opened(made_of(name, Output.PROOF)).pages[2:]:
        found = fragments(page)
        numbers = [int(one.text) for one in found if abs(one.size - 6) < 0.01]
        assert numbers == list(range(1, len(numbers) + 1))
        said = [one for one in found if abs(one.size - 6) >= 0.01 and one.text != masthead.PROOF]
        body = {round(one.down, 1) for one in said if 60 < one.down < 550}
        assert body == {round(one.down, 1) for one in found if abs(one.size - 6) < 0.01}
        counted += len(numbers)
    assert counted > 300
