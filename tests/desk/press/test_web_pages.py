"""The web pages: complete, self-contained, escaped, with names that any server takes."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser

import pytest

from desk.edition.edition import Imprint, SectionPart
from desk.edition.file_names import slug
from desk.press.typeset.printable_text import printable
from desk.press.web_pages import web_pages
from desk.text.blocks import ArticleText, Heading, ListItem, Mark, Picture, Quote, Run, Table
from tests.desk.press import editions
from tests.desk.press.editions import paragraph, piece, runs
from tests.desk.press.reading import flat, strands
from tests.desk.press.shapes import TWELVE

VOID = {"meta", "link", "img", "br"}


def loose(page: bytes) -> str:
    """Return a page without what holds words together."""
    return re.sub(r'<span class="k">(.*?)</span>', r"\1", page.decode("utf-8"))


class Page(HTMLParser):
    """Reads a page: letters of its article, links, sources; complains of tags that do not close."""

    def __init__(self, page: bytes) -> None:
        super().__init__()
        self.open: list[str] = []
        self.letters = ""
        self.links: list[str] = []
        self.sources: list[str] = []
        self.tags: list[str] = []
        self.feed(page.decode("utf-8"))
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        if tag not in VOID:
            self.open.append(tag)
        for name, value in attrs:
            assert not name.startswith("on")
            if name == "href":
                self.links.append(value or "")
            elif name == "src":
                self.sources.append(value or "")

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "article" in self.open:
            self.letters += flat(data)


@pytest.mark.parametrize("name", TWELVE)
def test_every_word_of_every_article_in_order(name: str) -> None:
    edition = TWELVE[name]()
    files = web_pages(edition)
    names = [name for name in Page(files["index.html"]).links if name.endswith(".html")]
    assert len(names) == len(edition.pieces)
    for name, item in zip(names, edition.pieces, strict=True):
        found, at = Page(files[name]).letters, 0
        for strand in strands(item.text):
            wanted = flat(printable(strand))
            place = found.find(wanted, at)
            assert place >= 0, strand
            at = place + len(wanted)
        assert ("Cáctinkhác" in found[at:]) == (len(names) > 1)


def test_pictures_boxes_and_notes_keep_their_width() -> None:
    files = web_pages(TWELVE["furnished"]())
    page = loose(files["anh-khung-va-bang-cua-moi-co.html"])
    assert page.count('<div class="pair"><figure class="half">') == 1
    assert page.count('<figure class="half">') == 3
    assert page.count('<figure class="page">') == 1
    assert '<div class="box"><p>Kết luận số 01-KL/TW</p><p>- Tại hội nghị' in page
    assert '<article class="notes">' in files["ban-tin-so-2-2019.html"].decode("utf-8")
    shown = [name for name in files if name.startswith("anh-") and not name.endswith(".html")]
    assert len(shown) == 3


def test_pages_refer_only_to_each_other() -> None:
    files = web_pages(TWELVE["mixed"]())
    for name, data in files.items():
        assert name.isascii()
        assert re.fullmatch(r"[a-z0-9.-]{1,80}", name)
        if name.endswith(".html"):
            page = Page(data)
            assert set(page.sources) <= files.keys()
            assert {link for link in page.links if "://" not in link} <= files.keys()
            assert "script" not in page.tags
    assert b"url(" not in files["ban-tin.css"]
    assert b"@import" not in files["ban-tin.css"]


def test_an_article_looks_as_on_the_site() -> None:
    files = web_pages(editions.short_issue())
    page = loose(files["giao-ban-cong-tac-khoa-giao-quy-i-nam-2019.html"])
    order = [
        page.index(words)
        for words in (
            "Thứ 3 Ngày 09/04/2019",
            "<h1>Giao ban công tác Khoa giáo quý I năm 2019</h1>",
            '<p class="lead">Chiều ngày 8/4/2019',
            "<figcaption>Các đại biểu dự Hội nghị giao ban. Ảnh: Trần An</figcaption>",
            '<p class="byline">Phòng Khoa giáo',
            "Các tin khác",
        )
    ]
    assert order == sorted(order)
    assert 'name="viewport"' in page
    assert '<html lang="vi">' in page


def test_everything_is_escaped_and_links_are_safe() -> None:
    bad = '<script>alert("x")</script> & \' "'
    key, data = editions.picture()
    text = ArticleText(
        bad,
        bad,
        bad,
        None,
        (
            paragraph(bad, Run("a", link="javascript:alert(1)"), Run("b", link=' https://x.vn/?a="><b>&c=1')),
            paragraph(
                Run("c", link="data:text/html,x"), Run("d", link="//x.vn"), Run("e", link="MAILTO:a@b.vn")
            ),
            paragraph(Run("g", link="https://x.vn/?a=1&b=2")),
            Table("", ((runs(bad),),), True),
            Picture("", key, bad, bad, bad),
        ),
    )
    edition = editions.with_article(text, **{key: data})
    edition = replace(edition, sections=(SectionPart(bad, (piece(1, text), piece(2, text))),))
    files = web_pages(edition)
    page = Page(files["script-alert-x-script.html"])
    assert not {"script", "b"} & set(page.tags)
    assert [link for link in page.links if ":" in link or "//" in link] == [
        'https://x.vn/?a="><b>&c=1',  # read back from an escaped attribute: it opened no tag
        "MAILTO:a@b.vn",
        "https://x.vn/?a=1&b=2",
    ]
    assert "script" not in Page(files["index.html"]).tags


def test_lists_keep_their_numbers_and_nesting() -> None:
    text = ArticleText(
        "T",
        blocks=(
            ListItem("", runs("a"), True, 0, 7),
            ListItem("", runs("b"), False, 1),
            ListItem("", runs("c"), True, 0),
        ),
    )
    page = web_pages(editions.with_article(text))["t.html"].decode("utf-8")
    assert '<ol start="7"><li>a<ul><li>b</li></ul></li><li>c</li></ol>' in page


def between(page: bytes, first: str, last: str) -> list[str]:
    """Return the lines of a page from one to another, these two left out."""
    lines = page.decode("utf-8").splitlines()
    return lines[lines.index(first) + 1 : lines.index(last)]


def test_every_block_and_every_mark_has_its_tag() -> None:
    (key, data), (other, more) = editions.picture(40, 30, "PNG"), editions.picture(50, 30)
    letters = (Run(mark.value, frozenset({mark})) for mark in (Mark.SUB, Mark.SUPER, Mark.UNDERLINE))
    text = ArticleText(
        "Tít & bài", " \n", " ", None,
        (
            paragraph("một\nhai\n", Run("ba", frozenset({Mark.BOLD, Mark.ITALIC})), *letters), paragraph(" \n"),
            *(Heading("", runs(f"cấp {level}"), level) for level in range(4)), Quote("", runs("lời")),
            ListItem("", runs("x"), True, 0, 1), ListItem("", runs("y"), True),
            Table("", ((runs("A"), runs("B")), (runs("1"),)), True),
            Table("", ((runs("A"),), (runs("1"), runs("2")))), Table("", ()),
            Picture("", other, "Chú\nthích"), Picture("", key, "", "", "Khác"), Picture("", key),
            Picture("", other, "Đoàn chủ tịch", "", "Ba người ngồi bàn trên"),
        ),
    )  # fmt: skip
    files = web_pages(editions.with_article(text, **{key: data, other: more}))
    assert list(files) == ["index.html", "ban-tin.css", "tit-bai.html", "anh-1.jpg", "anh-2.png"]
    assert (files["anh-1.jpg"], files["anh-2.png"]) == (more, data)
    assert between(files["tit-bai.html"], "<article>", "</article>") == [
        "<h1>Tít &amp; bài</h1>",
        "<p>một<br>hai<br><strong><em>ba</em></strong><sub>sub</sub><sup>sup</sup><u>u</u></p>",
        "<h2>cấp 0</h2>",
        "<h2>cấp 1</h2>",
        "<h3>cấp 2</h3>",
        "<h3>cấp 3</h3>",
        "<blockquote><p>lời</p></blockquote>",
        "<ol><li>x</li><li>y</li></ol>",
        '<div class="table"><table><thead><tr><th>A</th><th>B</th></tr></thead>'
        "<tbody><tr><td>1</td><td></td></tr></tbody></table></div>",
        '<div class="table"><table><tbody><tr><td>A</td><td></td></tr>'
        "<tr><td>1</td><td>2</td></tr></tbody></table></div>",
        '<figure><img src="anh-1.jpg" alt="Chú thích"><figcaption>Chú<br>thích</figcaption></figure>',
        '<figure><img src="anh-2.png" alt="Khác"></figure>',
        '<figure><img src="anh-2.png" alt=""></figure>',
        '<figure><img src="anh-1.jpg" alt="Ba người ngồi bàn trên">'
        "<figcaption>Đoàn chủ tịch</figcaption></figure>",
    ]


def test_the_index_names_every_article_below_its_section() -> None:
    text = ArticleText("Một", "L", "An", date(2019, 4, 9))
    sections = (
        SectionPart("Rỗng", ()), SectionPart("A", (piece(1, text), piece(2, ArticleText("Một")))),
        SectionPart("Trống", ()), SectionPart("B", (piece(3, ArticleText("Ba")),), boxed=True),
    )  # fmt: skip
    edition = replace(
        editions.short_issue(),
        sections=sections,
        special=True,
        theme="Chủ đề",
        imprint=Imprint(board="Trần An"),
    )
    files = web_pages(edition)
    assert list(files) == ["index.html", "ban-tin.css", "mot.html", "mot-2.html", "ba.html"]
    assert between(files["index.html"], "<main>", "</main>") == [
        "<header><p>Đảng bộ tỉnh Lai Châu</p><p>Ban Tuyên giáo Tỉnh ủy</p><h1>Bản tin Thông báo nội bộ</h1>"
        '<p class="issue">Số 4 – tháng 4 năm 2019</p><p class="theme">Số đặc biệt</p>'
        '<p class="theme">Chủ đề</p></header>',
        '<h2>A</h2><ul><li><a href="mot.html">Một</a></li><li><a href="mot-2.html">Một</a></li></ul>',
        '<h2>B</h2><ul><li><a href="ba.html">Ba</a></li></ul>',
        "<footer><p>Lưu hành nội bộ</p><p><strong>Ban Biên tập:</strong> Trần An</p></footer>",
    ]
    assert between(files["mot-2.html"], "<main>", "</main>") == [
        '<p class="crumb"><a href="index.html">Bản tin Thông báo nội bộ – Số 4/2019</a></p>',
        "<article>",
        "<h1>Một</h1>",
        '<nav aria-labelledby="khac"><h2 id="khac">Các tin khác</h2><ul><li><a href="mot.html">Một</a></li>'
        '<li><a href="ba.html">Ba</a></li></ul></nav>',
        "</article>",
    ]
    assert "<title>Một</title>" in files["mot-2.html"].decode("utf-8").splitlines()
    assert '<article class="notes">' in files["ba.html"].decode("utf-8")
    plain = web_pages(replace(edition, special=False, theme="", names=replace(edition.names, committee="")))
    head = between(plain["index.html"], "<main>", "</main>")[0]
    assert head.startswith("<header><p>Ban Tuyên giáo Tỉnh ủy</p><h1>")
    assert head.endswith('<p class="issue">Số 4 – tháng 4 năm 2019</p></header>')


def test_a_third_of_the_same_title_counts_on() -> None:
    sections = (SectionPart("A", tuple(piece(n, ArticleText("Một")) for n in range(3))),)
    names = list(web_pages(replace(editions.short_issue(), sections=sections, pictures={})))
    assert names == ["index.html", "ban-tin.css", "mot.html", "mot-2.html", "mot-3.html"]


def test_pages_of_the_same_title_do_not_overwrite_each_other() -> None:
    text = ArticleText("Một tựa rất dài " * 12)
    edition = replace(
        editions.short_issue(), sections=(SectionPart("A", tuple(piece(n, text) for n in range(12))),)
    )
    pages = [name for name in web_pages(edition) if name.endswith(".html")]
    assert len(pages) == 13
    assert max(map(len, pages)) <= 80


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Đổi mới ở Đà Nẵng: ĐẢNG – dân", "doi-moi-o-da-nang-dang-dan"),
        ("Chỉ thị 38-CT/TW", "chi-thi-38-ct-tw"),
        ("!!!", "bai"),
        ("CON", "bai-con"),
        ("中文", "bai"),
        ("a" * 90, "a" * 60),
    ],
)
def test_slug(title: str, name: str) -> None:
    assert slug(title) == name


def test_an_article_called_index_leaves_the_index_alone() -> None:
    article = ArticleText("Index", blocks=(paragraph("Lời bài."),))
    files = web_pages(editions.with_article(article))
    assert "Lời bài." in files["index-2.html"].decode("utf-8")
    assert b"<footer>" in files["index.html"]


def test_what_print_holds_together_no_line_end_of_a_page_parts() -> None:
    words = "Chỉ thị số 28-CT/TW của Chủ tịch Hồ Chí Minh <b>; ông A – Trưởng ban, 36-NQ/TW"
    text = ArticleText("TƯ TƯỞNG, ĐẠO ĐỨC", "Lúc 17 giờ", "", None, (paragraph(words),))
    page = web_pages(editions.with_article(text))["tu-tuong-dao-duc.html"].decode("utf-8")
    for held in ("số 28-CT/TW", "Hồ Chí Minh", "A –", "36-NQ/TW", "TƯ TƯỞNG,", "ĐẠO ĐỨC", "17 giờ"):
        assert f'<span class="k">{held}</span>' in page
    assert "&lt;b&gt;" in page
    assert "\u00a0" not in page
    assert "<title>TƯ TƯỞNG, ĐẠO ĐỨC</title>" in page
    assert ".k { white-space: nowrap; }" in web_pages(editions.with_article(text))["ban-tin.css"].decode(
        "utf-8"
    )


def test_what_is_longer_than_a_small_screen_may_break() -> None:
    words = "số 1 – 2 – 3 – 4 – 5 – 6 – 7 – 8 – 9 – 10 – 11 – 12 – 13"
    text = ArticleText("T", "", "", None, (paragraph(words),))
    page = web_pages(editions.with_article(text))["t.html"].decode("utf-8")
    assert f"<p>{words}</p>" in page


def test_the_code_of_the_journal_stands_below_the_imprint_of_a_released_issue() -> None:
    edition = editions.short_issue()
    assert "<small>" not in web_pages(edition)["index.html"].decode("utf-8")
    told = loose(web_pages(replace(edition, code="214-1a2b"))["index.html"])
    assert re.search(r"<p><small>Mã trên bản in.*: 214-1a2b</small></p></footer>", told)
