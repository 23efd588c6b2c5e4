"""Fitting in words: how an issue is set, what a search did, what would fill its blank pages."""

from __future__ import annotations

import pytest

from desk.edition.design import USUAL, Design, Fitting, PageFormat
from desk.press.typeset.blank_pages import BlankPages
from desk.press.typeset.fitting import Fitted
from desk.press.typeset.layout import Layout
from ui.words import fitting, journal


def laid(blank: int, total: int = 28, lines: int = 0) -> Layout:
    found = BlankPages(tuple(range(total - blank, total)), 400, lines, 0, 38, 71) if blank else None
    return Layout((), total - blank, total, (148, 210), blank=found)


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ((0, 0, 0), "như thường"),
        ((3, 0, 0), "giãn dòng 3%"),
        ((-6, -1, 8), "thu dòng 6%, cách bài bớt 1 dòng, ảnh nhỏ hơn 8%"),
        ((0, 1, 0), "cách bài thêm 1 dòng"),
    ],
)
def test_a_setting_is_said_as_a_designer_says_it(given: tuple[int, int, int], words: str) -> None:
    assert fitting.setting(*given) == words
    assert journal.detail({"fitting": list(given)}) == f"Dàn: {words}"


def test_a_line_of_a_format_is_so_many_percent() -> None:
    said = [
        fitting.set_as(Design(form, fitting=Fitting(lines=lines)))
        for form in (PageFormat.A5, PageFormat.A4)
        for lines in (-1, 2)
    ]
    assert said == ["giãn dòng 3%", "thu dòng 6%", "giãn dòng 2%", "thu dòng 4%"]


@pytest.mark.parametrize(
    ("usual", "found", "words"),
    [
        (laid(2), laid(0), "giãn dòng 3%: 28 trang, hết 2 trang trắng"),
        (laid(3), laid(1), "giãn dòng 3%: 28 trang, còn 1 trang trắng (trước là 3)"),
        (laid(3), laid(0, 24), "giãn dòng 3%: 24 trang (bớt 4), hết 3 trang trắng"),
        (laid(0), laid(0), "giãn dòng 3%: 28 trang, trang cuối đầy hơn"),
    ],
)
def test_what_a_search_did(usual: Layout, found: Layout, words: str) -> None:
    looser = Fitting(lines=-1)
    assert fitting.did(Fitted(looser, found, usual, 1), Design(fitting=looser)) == words


def test_the_way_back_to_the_usual_setting() -> None:
    assert fitting.did(Fitted(USUAL, laid(0), laid(0), 1), Design()) == "dàn như thường: 28 trang"
    assert fitting.did(Fitted(USUAL, laid(1), laid(1), 6), Design()).endswith("28 trang, còn 1 trang trắng")


def test_where_the_issue_stays_as_it_is() -> None:
    def said(found: Layout, setting: Fitting = USUAL) -> str:
        return fitting.nothing_better(Fitted(setting, found, found, 5))

    start = "Không cách dàn nào hết trang trắng: cần thêm khoảng 38 dòng hoặc một ảnh"
    assert said(laid(2, lines=11)) == f"{start}, hoặc bớt 11 dòng."
    assert said(laid(2)) == f"{start}."
    assert said(laid(0)) == "Số này đã vừa tờ, không có trang trắng."
    assert said(laid(1), Fitting(lines=1)) == "Cách dàn đang dùng là vừa nhất: còn 1 trang trắng."


def test_what_would_fill_the_blank_pages() -> None:
    blank = laid(2).blank
    assert blank is not None
    start = "Thêm từ 38 đến 71 dòng thì hết trang trắng"
    assert fitting.fillers(blank, []) == f"{start}."
    assert fitting.fillers(blank, ["Một"]) == f"{start}: bài chờ “Một” vừa chỗ."
    assert fitting.fillers(blank, ["Một", "Hai"]) == f"{start}: bài chờ “Một”, “Hai” cùng vừa chỗ."
