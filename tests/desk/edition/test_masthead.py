"""The words round the articles: cover, imprint, captions, labels of lists."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from desk.edition import masthead
from desk.edition.edition import Imprint
from desk.edition.masthead import caption
from desk.press.typeset.nested_lists import Listing, gathered, label, nested
from desk.press.typeset.picture_sizes import fitted
from desk.press.typeset.printable_text import breakable, safe_link
from desk.text.blocks import ListItem, Picture
from tests.desk.press import editions
from tests.desk.press.editions import paragraph, runs


def test_the_cover_says_number_place_and_day() -> None:
    edition = editions.short_issue()
    assert masthead.cover(edition).issue == "Số 4 – tháng 4 năm 2019"
    assert masthead.cover(edition).place == "Lai Châu, tháng 4 năm 2019"
    nowhere = replace(edition, names=replace(edition.names, place=""))
    assert masthead.cover(nowhere).place == "Tháng 4 năm 2019"


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (date(2019, 2, 28), "ngày 28 tháng 02 năm 2019"),
        (date(2019, 3, 9), "ngày 09 tháng 3 năm 2019"),
        (date(2019, 12, 10), "ngày 10 tháng 12 năm 2019"),
    ],
)
def test_a_day_below_ten_and_the_months_before_march_have_a_zero(day: date, said: str) -> None:
    assert masthead.cover(replace(editions.short_issue(), published=day)).place == f"Lai Châu, {said}"


@pytest.mark.parametrize(
    ("last", "said"),
    [(0, "tháng 4"), (4, "tháng 4"), (5, "tháng 4, 5"), (6, "tháng 4, 5, 6"), (7, "tháng 4 – 7")],
)
def test_up_to_three_months_are_told_each_and_more_by_their_ends(last: int, said: str) -> None:
    assert masthead.months(replace(editions.short_issue(), month=4, last_month=last)) == said


@pytest.mark.parametrize("name", ["Thông báo nội bộ", "Bản tin Thông báo nội bộ"])
def test_the_word_ban_tin_stands_once(name: str) -> None:
    edition = editions.short_issue()
    edition = replace(edition, names=replace(edition.names, bulletin=name))
    assert masthead.name(edition) == "Bản tin Thông báo nội bộ"
    assert masthead.cover(edition).bulletin == "Thông báo nội bộ"


def test_the_imprint_prints_what_is_filled() -> None:
    lines = masthead.imprint(editions.short_issue())
    assert [line.words for line in lines if not line.label] == [
        "In 2.800 cuốn, khổ 14,8 × 21 cm, tại Công ty cổ phần In Lai Châu.",
        "GPXB số 12/GP-STTTT, ngày 04/01/2019 của Sở Thông tin và Truyền thông.",
        "In xong và nộp lưu chiểu tháng 4 năm 2019.",
    ]
    assert lines[0].label == "Chịu trách nhiệm xuất bản:"
    assert masthead.imprint(replace(editions.short_issue(), imprint=Imprint())) == ()


@pytest.mark.parametrize(
    ("copies", "said"),
    [
        (0, "In tại Nhà in A."),
        (1, "In 1 cuốn, khổ 14,8 × 21 cm, tại Nhà in A."),
        (999, "In 999 cuốn, khổ 14,8 × 21 cm, tại Nhà in A."),
        (1000, "In 1.000 cuốn, khổ 14,8 × 21 cm, tại Nhà in A."),
    ],
)
def test_the_imprint_tells_how_many_copies_were_printed_where(copies: int, said: str) -> None:
    given = Imprint(printer="Nhà in A", copies=copies)
    (line,) = masthead.imprint(replace(editions.short_issue(), imprint=given))
    assert line.words == said


@pytest.mark.parametrize(
    ("designer", "proofreader", "label"),
    [
        ("", " ", "Biên tập, trình bày, sửa bản in:"),
        ("A", "", "Biên tập, sửa bản in:"),
        ("", "B", "Biên tập, trình bày:"),
        ("A", "B", "Biên tập:"),
    ],
)
def test_who_has_a_line_of_their_own_is_not_named_with_the_editors(
    designer: str, proofreader: str, label: str
) -> None:
    given = Imprint(editors="C", designer=designer, proofreader=proofreader)
    lines = masthead.imprint(replace(editions.short_issue(), imprint=given))
    assert (lines[0].label, lines[0].words) == (label, "C")


def test_the_imprint_does_not_repeat_words_that_were_typed() -> None:
    given = Imprint(
        licence="GPXB số 5/GP-X.",
        printer="tại Nhà in A",
        copies=300,
        deposit="In xong và nộp lưu chiểu quý I",
    )
    lines = masthead.imprint(replace(editions.short_issue(), imprint=given))
    assert [line.words for line in lines] == [
        "In 300 cuốn, khổ 14,8 × 21 cm, tại Nhà in A.",
        "GPXB số 5/GP-X.",
        "In xong và nộp lưu chiểu quý I.",
    ]


@pytest.mark.parametrize(
    ("caption", "credit", "shown"),
    [
        ("Hội nghị", "An", "Hội nghị. Ảnh: An"),
        ("Hội nghị.", "Ảnh: An", "Hội nghị. Ảnh: An"),
        ("", "An", "Ảnh: An"),
        ("Hội nghị", "Nguồn: BTG", "Hội nghị. Nguồn: BTG"),
        ("Hội nghị", "nguồn BTG", "Hội nghị. nguồn BTG"),
        ("Hội nghị", "Theo TTXVN", "Hội nghị. Theo TTXVN"),
        ("", "Người chụp: Trần An", "Người chụp: Trần An"),
        ("", "Tư liệu", "Ảnh: Tư liệu"),
        ("", "Ánh Tuyết", "Ảnh: Ánh Tuyết"),
        ("", "Theodor Hình", "Ảnh: Theodor Hình"),
        ("Hội nghị", "", "Hội nghị"),
        ("", "", ""),
    ],
)
def test_captions(caption: str, credit: str, shown: str) -> None:
    assert masthead.caption(Picture("", "", caption, credit)) == shown


def test_labels_of_lists() -> None:
    ordered, points = Listing(True, 3), Listing(False, 1)
    assert [label(ordered, 0, rank) for rank in range(4)] == ["3.", "c)", "iii.", "3."]
    assert label(Listing(True, 28), 0, 1) == "ab)"
    assert [label(points, 5, rank) for rank in range(4)] == ["–", "+", "•", "–"]


def test_lists_nest_and_restart() -> None:
    def item(words: str, ordered: bool, level: int, start: int = 1) -> ListItem:
        return ListItem("", runs(words), ordered, level, start)

    lists = nested(
        [
            item("a", True, 2),
            item("b", True, 1),
            item("c", False, 5),
            item("d", True, 0),
            item("e", True, 0, 9),
        ]
    )
    assert [(made.ordered, made.start, len(made.entries)) for made in lists] == [(True, 1, 2), (True, 9, 1)]
    below = lists[0].entries[0].below[0]
    assert (below.ordered, below.entries[0].below[0].ordered) == (True, False)
    parts = list(gathered((item("a", True, 0), paragraph("x"), item("b", True, 0))))
    assert [isinstance(part, Listing) for part in parts] == [True, False, True]


@pytest.mark.parametrize("size", [(1, 4000), (4000, 1), (1, 1), (1600, 1200), (900, 1600), (200, 100)])
def test_pictures_fit_the_page(size: tuple[int, int]) -> None:
    width, height = fitted(*size, 113.0, 118.0)
    assert 0 < width <= 113
    assert 0 < height <= 118


def test_photographs_fill_the_column() -> None:
    assert fitted(1600, 1200, 113.0, 118.0)[0] == 113


def test_monster_words_may_break_and_others_do_not() -> None:
    assert breakable("nghiêng ngả", 10) == "nghiêng ngả"
    assert breakable("x" * 50, 40).replace("\u200b", "") == "x" * 50
    assert "\u200b" in breakable("x" * 50, 40)


@pytest.mark.parametrize(
    "link", ["javascript:x", "ftp://a", "file:///a", "", "https:", "http://a b", "x", "https://[", "\x01"]
)
def test_unsafe_links(link: str) -> None:
    assert safe_link(link) == ""


def test_the_code_of_the_journal_is_told_of_a_released_issue_alone() -> None:
    edition = editions.short_issue()
    assert masthead.code(edition) == ""
    told = masthead.code(replace(edition, code="214-1a2b-3c4d-5e6f-7a8b"))
    assert told == "Mã trên bản in, để kiểm tra nhật ký biên tập: 214-1a2b-3c4d-5e6f-7a8b"


def test_a_caption_that_ends_in_three_dots_gets_no_stop_before_its_credit() -> None:
    assert caption(Picture("p", "", "Rồi mùa xuân đến…", "Minh Đức")) == "Rồi mùa xuân đến… Ảnh: Minh Đức"
