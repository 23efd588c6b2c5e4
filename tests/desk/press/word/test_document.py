"""The Word file: real styles, lists and fields; LibreOffice finds each heading on the page the contents give."""

from __future__ import annotations

import functools
import multiprocessing
import os
import re
import shutil
import subprocess
from collections.abc import Mapping
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from typing import Any

import pytest
from docx.document import Document
from docx.oxml.ns import qn
from lxml import etree

from desk.edition import masthead
from desk.edition.design import Design, PageFormat
from desk.edition.edition import Edition, Imprint, Names, SectionPart
from desk.edition.outputs import Finish
from desk.edition.palette import palette
from desk.paths import RESOURCES
from desk.press.typeset.picture_output import shown
from desk.press.word.document import word
from desk.press.word.page_numbers import paginated
from desk.press.word.paragraphs import contents, paragraphs_of
from desk.text.blocks import ArticleText, ListItem, Picture, Table
from tests.desk.press import editions
from tests.desk.press.booklets import pages
from tests.desk.press.editions import runs
from tests.desk.press.reading import assert_in_order, bookmarks, flat, font_names, opened, page_texts, placed
from tests.desk.press.shapes import TWELVE
from tests.desk.press.word.opened import body_letters, opened_word

EDITIONS = TWELVE
FONTS = """<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>{fonts}</dir>
<cachedir>{cache}</cachedir><match target="pattern"><test name="family"><string>Times New Roman</string></test>
<edit name="family" mode="assign" binding="strong"><string>Tinos</string></edit></match></fontconfig>"""


@functools.cache
def word_of(name: str) -> bytes:
    """Return the Word file of one of the twelve issues, written once."""
    return word(EDITIONS[name]())


def contents_numbers(document: Document) -> list[tuple[str, int]]:
    found = []
    for para in document.paragraphs:
        if para._p.style == "TOC2":
            title, _, number = para.text.rpartition("\t")
            found.append((title, int(number)))
    return found


@pytest.mark.parametrize("name", EDITIONS)
def test_every_word_is_there_in_order(name: str) -> None:
    edition = EDITIONS[name]()
    letters = body_letters(opened_word(word_of(name)))
    # The contents repeat every title: the articles begin after the last number of theirs.
    first = next(part for part in edition.sections if part.pieces)
    start = letters.rindex(flat(first.title), 0, letters.index(flat(edition.pieces[0].text.lead)))
    assert_in_order(edition, letters[start:], captions=False)


def test_the_same_edition_gives_the_same_bytes_in_a_process_of_its_own() -> None:
    edition = EDITIONS["short"]()
    with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as pool:
        assert pool.submit(word, edition).result() == word_of("short")


def test_the_contents_are_a_field_that_word_can_renew() -> None:
    edition = EDITIONS["special"]()
    document = opened_word(word_of("special"))
    markup = etree.tostring(document.element.body).decode()
    anchors = re.findall(r'w:bookmarkStart [^>]*w:name="(_Toc\d+)"', markup)
    assert anchors == [line.anchor for line in contents(edition)]
    assert r'TOC \o "1-2"' in markup
    assert re.findall(r"PAGEREF (_Toc\d+)", markup) == [
        line.anchor for line in contents(edition) if line.level == 2
    ]
    assert markup.count('fldCharType="begin"') == markup.count('fldCharType="end"')


def test_pictures_links_tables_and_marks() -> None:
    document = opened_word(word_of("short"))
    markup = etree.tostring(document.element.body, encoding="unicode")
    assert 'descr="Hội trường với các đại biểu"' in markup
    assert len(document.inline_shapes) == 2
    assert round(document.inline_shapes[0].width.mm) == 113
    links = [rel.target_ref for rel in document.part.rels.values() if rel.is_external]
    assert links == ["https://example.vn/tin?a=1&b=2"]
    assert "w:tblHeader" in markup
    assert 'w:vertAlign w:val="superscript"' in markup
    assert 'w:vertAlign w:val="subscript"' in markup
    assert "<w:br/>" in markup


def test_paragraphs_are_held_and_marked_as_they_want_it() -> None:
    text = ArticleText(
        "Tựa", "Sapô", "An", None, (editions.paragraph("Chữ"), ListItem("", runs("Mục"), True))
    )
    base = editions.with_article(text)
    boxed = SectionPart("Tin", (editions.piece(1, text), editions.piece(2, text)), boxed=True)
    document = opened_word(word(replace(base, sections=(boxed, *base.sections))))
    body: Any = document.element.body
    held: dict[str, list[tuple[bool, ...]]] = {}
    for para in body.iterchildren(qn("w:p")):
        look = para.xpath("string(./w:pPr/w:pStyle/@w:val)")
        told = ("keepNext", "keepLines", "pageBreakBefore", "shd", "numPr")
        held.setdefault(look, []).append(
            tuple(bool(para.xpath(f"./w:pPr/w:{name}[not(@w:val) or @w:fill]")) for name in told)
        )
    assert held["Heading1"] == [(False, False, True, False, False), (False,) * 5]
    for look, kept in (
        ("Heading2", (False, False, False)), ("BTLead", (True, True, False)), ("BTBody", (False, False, False)),
        ("BTByline", (False, False, False)),
    ):  # fmt: skip
        assert held[look] == [(*kept, shaded, False) for shaded in (True, True, False)], look
    assert held["BTList"] == [(True, False, False, shaded, True) for shaded in (True, True, False)]
    marks = body.xpath(".//w:bookmarkStart/@w:id")
    assert marks == [str(number) for number in range(5)]
    bylines = body.xpath("./w:p[w:pPr/w:pStyle/@w:val='BTByline']/w:pPr/w:spacing/@w:after")
    assert bylines == [str(20 * points) for points in (20, 28, 20)]


def test_the_columns_of_the_text_are_those_of_its_format() -> None:
    def columns(edition: Edition) -> list[str | None]:
        return [part._sectPr.xpath("string(./w:cols/@w:num)") for part in opened_word(word(edition)).sections]

    text = ArticleText("Tựa", blocks=(editions.paragraph("Chữ"),))
    edition = editions.with_article(text)
    assert columns(edition) == [""]
    wide = replace(edition, design=Design(PageFormat.A4))
    assert columns(wide) == ["", "2", "1"]  # cover and contents, the text, the imprint
    assert columns(replace(wide, sections=())) == ["", "1"]


@pytest.mark.parametrize(
    ("design", "finish", "grey"), [(False, False, False), (True, False, True), (False, True, True)]
)
def test_a_grey_file_is_grey_in_its_letters(design: bool, finish: bool, grey: bool) -> None:
    edition = replace(editions.with_article(ArticleText("Tựa")), design=Design(grey=design))
    styles: Any = opened_word(word(edition, Finish(grey=finish))).styles.element
    (heading,) = styles.xpath("./w:style[@w:styleId='Heading1']")
    assert heading.xpath("string(./w:rPr/w:color/@w:val)") == palette(grey=grey)["heading"]


def test_boxes_pictures_and_the_imprint_are_written() -> None:
    key, data = editions.picture(300, 200)
    box = Table("", ((runs("Kết luận\nHai"),),))
    text = ArticleText("Tựa", blocks=(box, Picture("", key, "Chú thích"), Picture("", key)))
    document = opened_word(word(editions.with_article(text, **{key: data})))
    boxed, imprint = (table.rows[0].cells[0] for table in document.tables[-2:])
    assert [para.text for para in boxed.paragraphs] == ["Kết luận", "Hai"]
    assert "nộp lưu chiểu" in imprint.text
    shots = [para for para in document.paragraphs if str(para._p.style) == "BTPicture"]
    assert [para.paragraph_format.keep_with_next for para in shots] == [True, None]


def test_contents_name_sections_without_a_number_and_articles_with_one() -> None:
    text = ArticleText("Tựa", blocks=(editions.paragraph("Chữ"),))
    document = opened_word(word(editions.with_article(text)))
    lines = [para for para in document.paragraphs if str(para._p.style).startswith("TOC")]
    assert [(str(para._p.style), para.text) for para in lines] == [("TOC1", "Tin tức"), ("TOC2", "Tựa\t3")]
    assert [len(para._p.xpath(".//w:fldChar")) for para in lines] == [2, 4]
    empty = opened_word(word(replace(editions.with_article(text), sections=())))
    assert not [para for para in empty.paragraphs if str(para._p.style).startswith("TOC")]
    assert "MỤC LỤC" in [para.text.upper() for para in empty.paragraphs]


def test_extremes_are_written() -> None:
    key, data = editions.picture(1, 4000, "PNG")
    text = ArticleText(
        "Tựa " * 60,
        "x" * 500,
        "",
        None,
        (
            Picture("", key),
            Table("", ((runs("nghiêng"),) * 12,) * 40, True),
            Table("", ()),
            *(ListItem("", runs("mục"), n % 2 == 0, n, -n) for n in range(14)),
        ),
    )
    opened_word(word(editions.with_article(text, **{key: data})))


def test_an_office_may_leave_its_names_empty_or_write_a_lot() -> None:
    for words in ("", "Ban Tuyên giáo và Dân vận\x0b " * 30):
        names = Names(words, words, words, words, words)
        edition = replace(
            editions.short_issue(), names=names, imprint=Imprint(words, words, words, words), sections=()
        )
        opened_word(word(edition))
        assert pages(edition).total % 4 == 0


# -- LibreOffice as the judge ------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def converted(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, bytes]:
    """Let LibreOffice lay out every edition, with our fonts standing in for Times New Roman."""
    folder = tmp_path_factory.mktemp("soffice")
    (folder / "fonts.conf").write_text(
        FONTS.format(fonts=RESOURCES / "fonts", cache=folder / "cache"), encoding="utf-8"
    )
    files = []
    for name in EDITIONS:
        files.append(folder / f"{name.replace(' ', '-')}.docx")
        files[-1].write_bytes(word_of(name))
    program = shutil.which("soffice")
    assert program is not None
    subprocess.run(
        [program, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--convert-to", "pdf",
         "--outdir", str(folder), *map(str, files)],
        env={**os.environ, "FONTCONFIG_FILE": str(folder / "fonts.conf")},
        check=True, capture_output=True, timeout=300,
    )  # fmt: skip
    return {name: file.with_suffix(".pdf").read_bytes() for name, file in zip(EDITIONS, files, strict=True)}


needs_soffice = pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")


@pytest.fixture(scope="module", params=EDITIONS)
def laid_out(request: pytest.FixtureRequest, converted: Mapping[str, bytes]) -> tuple[str, Edition, bytes]:
    """One of the twelve issues: its name, itself, and what LibreOffice has made of its Word file."""
    return request.param, EDITIONS[request.param](), converted[request.param]


@needs_soffice
def test_the_contents_give_the_pages_on_which_the_headings_are(laid_out: tuple[str, Edition, bytes]) -> None:
    name, edition, pdf = laid_out
    lines = contents(edition)
    _, counted = paginated(edition, lines, paragraphs_of(edition))
    real = [page for _, _, page in bookmarks(opened(pdf))]
    assert [counted[line.anchor] for line in lines] == real
    printed = contents_numbers(opened_word(word_of(name)))
    assert printed == [(line.words, page) for line, page in zip(lines, real, strict=True) if line.level == 2]
    texts = page_texts(pdf)
    for title, page in printed:
        assert flat(title) in flat(texts[page - 1])


@needs_soffice
def test_the_cover_is_one_page_and_every_picture_is_drawn(laid_out: tuple[str, Edition, bytes]) -> None:
    _, edition, pdf = laid_out
    texts = page_texts(pdf)
    assert "LƯUHÀNHNỘIBỘ" in flat(texts[0]).upper()
    assert flat(masthead.cover(edition).issue).upper() in flat(texts[0]).upper()
    assert "MỤCLỤC" in flat(texts[1]).upper()
    drawn = sum(len(placed(page)) for page in opened(pdf).pages[1:])
    assert drawn == len(list(shown(edition)))


@needs_soffice
def test_libreoffice_shows_the_numbers_and_the_cover_is_one_page(converted: Mapping[str, bytes]) -> None:
    texts = page_texts(converted["short"])
    assert "BẢNTIN" in flat(texts[0]).upper()
    assert "LƯU HÀNH NỘI BỘ" in texts[0].upper()
    assert "Bản tin Thông báo nội bộ" not in texts[0]
    assert re.search(r"quýInăm2019\.+3", flat(texts[1]))
    assert texts[2].rstrip().endswith("3")
    assert "nộp lưu chiểu" in texts[-1]
    assert {name.partition("-")[0] for name in font_names(opened(converted["short"]))} == {"Tinos"}


def test_word_pictures_stand_in_the_order_of_their_captions() -> None:
    edition = EDITIONS["furnished"]()
    document = opened_word(word_of("furnished"))
    markup: Any = document.element.body
    said = [node.get("descr") for node in markup.iter(qn("wp:docPr"))][1:]  # after the emblem
    assert said == [one.alt or one.caption for _, one, _ in shown(edition)]
    twins = next(table for table in document.tables if len(table.columns) == 2 and len(table.rows) == 1)
    assert [len(cell.paragraphs) for cell in twins.rows[0].cells] == [2, 2]
