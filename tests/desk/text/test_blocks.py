"""An article's text: its blocks, the canonical JSON they are stored as, and what is refused of it."""

from __future__ import annotations

import json
import unicodedata
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from desk.errors import NotNow, Why
from desk.text import blocks
from desk.text.blocks import (
    ArticleText,
    Heading,
    ListItem,
    Mark,
    Paragraph,
    Picture,
    Quote,
    Run,
    Table,
    block_text,
    body_text,
    from_data,
    from_json,
    merged,
    normal,
    pictures_of,
    to_data,
    to_json,
    word_count,
)

BOLD = frozenset({Mark.BOLD})
KEY, OTHER = "ab" * 32, "cd" * 32
TABLE = Table("t", (((Run("a"),), (Run("b "), Run("c", BOLD))), ((), (Run("d"),))), header=True)
EVERYTHING = ArticleText(
    "Tít", "Sapô", "Tác giả", date(2019, 4, 9),
    (
        Paragraph("p1", (Run("Một "), Run("hai", frozenset({Mark.ITALIC, Mark.BOLD})), Run("ba", link="https://a.vn"))),
        Heading("h1", (Run("Đầu mục"),), 2),
        ListItem("l1", (Run("Ý"),), ordered=True, level=1, start=3),
        Quote("q1", (Run("Trích"),)),
        Picture("i1", KEY, "Chú thích", "Ảnh: An", "Mô tả", "page"),
        TABLE,
    ),
)  # fmt: skip


def test_letters_are_composed() -> None:
    assert blocks.nfc(unicodedata.normalize("NFD", "Tuyên giáo Đảng")) == "Tuyên giáo Đảng"
    assert blocks.nfc("Đảng") == "Đảng"


def test_a_block_id_is_eight_hexadecimal_digits_and_another_each_time() -> None:
    ids = {blocks.new_id() for _ in range(50)}
    assert len(ids) == 50
    assert all(len(one) == 8 and int(one, 16) >= 0 for one in ids)


def test_the_words_of_each_block() -> None:
    assert [block_text(block) for block in EVERYTHING.blocks] == [
        "Một haiba",
        "Đầu mục",
        "Ý",
        "Trích",
        "Chú thích\nẢnh: An",
        "a\tb c\n\td",
    ]
    assert block_text(Picture("i", KEY, "", "Ảnh: An")) == "Ảnh: An"
    assert body_text(EVERYTHING).splitlines()[:3] == ["Một haiba", "Đầu mục", "Ý"]


def test_words_are_counted_in_title_lead_and_body_not_in_the_byline() -> None:
    text = ArticleText("một hai", " ba ", "không đếm", blocks=(Paragraph("p", (Run("bốn\nnăm  sáu"),)),))
    assert word_count(text) == 6
    assert word_count(ArticleText()) == 0


def test_a_picture_that_stands_twice_is_named_once_in_reading_order() -> None:
    pictures = [Picture(f"i{number}", key) for number, key in enumerate((OTHER, KEY, OTHER))]
    assert pictures_of(ArticleText(blocks=(Paragraph("p"), *pictures))) == (OTHER, KEY)


def test_neighbours_with_the_same_look_become_one_run() -> None:
    runs = (Run("a"), Run(""), Run("b"), Run("c", BOLD), Run("d", BOLD), Run("e", BOLD, "x"), Run("f"))
    assert merged(runs) == (Run("ab"), Run("cd", BOLD), Run("e", BOLD, "x"), Run("f"))


def test_a_text_is_made_fit_to_be_stored() -> None:
    nfd = unicodedata.normalize("NFD", "Đồng chí Tỉnh ủy")
    given = ArticleText(
        f"  {nfd}  một ", f" {nfd}\n", f" {nfd} ", date(2019, 4, 9),
        (
            Paragraph("x", (Run(nfd), Run(" một"))),
            Paragraph("x"),
            Paragraph(""),
            Picture("i", KEY, nfd, nfd, nfd, "half"),
            Table("t", (((Run(nfd), Run("!")),),), header=True),
        ),
    )  # fmt: skip
    made = normal(given)
    nfc = "Đồng chí Tỉnh ủy"
    assert (made.title, made.lead, made.byline, made.event_date) == (f"{nfc} một", nfc, nfc, date(2019, 4, 9))
    first, second, third, picture, table = made.blocks
    assert first == Paragraph("x", (Run(f"{nfc} một"),))
    assert len({first.id, second.id, third.id, ""}) == 4
    assert picture == Picture("i", KEY, nfc, nfc, nfc, "half")
    assert table == Table("t", (((Run(f"{nfc}!"),),),), header=True)
    assert normal(made) == made


def test_everything_comes_back_as_it_was() -> None:
    assert from_json(to_json(EVERYTHING)) == EVERYTHING
    assert from_data(to_data(ArticleText())) == ArticleText()


def test_the_stored_form_is_the_same_for_good() -> None:
    text = ArticleText(
        "Tít", blocks=(Paragraph("p", (Run("ả", BOLD | {Mark.ITALIC}, "u"),)), Heading("h", level=2))
    )
    assert to_json(text) == (
        '{"blocks":[{"id":"p","runs":[["ả","b i","u"]],"t":"p"},{"id":"h","level":2,"runs":[],"t":"h"}],'
        '"byline":"","event_date":null,"lead":"","title":"Tít","v":1}'
    )
    assert blocks.sha256("ả") == "1171d9501f34bad66cda2698cbfc179c48b69c3e95bbb70aa8a6a206f95628c0"


def _spoiled(**changes: Any) -> str:
    return json.dumps({**to_data(ArticleText("Tít")), **changes})


def _with(block: dict[str, Any]) -> str:
    return _spoiled(blocks=[block])


@pytest.mark.parametrize(
    "stored",
    [
        "{",
        "[]",
        "{}",
        _spoiled(v=2),
        _spoiled(title=3),
        _spoiled(lead=None),
        _spoiled(event_date="9/4/2019"),
        _with({"t": "video", "id": "x"}),
        _with({"t": "p", "runs": []}),
        _with({"t": "p", "id": 3, "runs": []}),
        _with({"t": "p", "id": "x", "runs": [["a", "blink"]]}),
        _with({"t": "p", "id": "x", "runs": [[3, ""]]}),
        _with({"t": "p", "id": "x", "color": "red"}),
        _with({"t": "h", "id": "x", "level": "2"}),
        _with({"t": "h", "id": "x", "level": True}),
        _with({"t": "li", "id": "x", "ordered": 1}),
        _with({"t": "img", "id": "x", "picture": "../x"}),
        _with({"t": "img", "id": "x", "picture": 3}),
        _with({"t": "img", "id": "x", "picture": KEY, "width": "wide"}),
        _with({"t": "img", "id": "x"}),
    ],
)
def test_what_does_not_follow_the_schema_is_refused(stored: str) -> None:
    with pytest.raises(NotNow) as refused:
        from_json(stored)
    assert refused.value.why is Why.BAD_TEXT
    assert refused.value.subject


def test_every_width_is_taken() -> None:
    for width in blocks.WIDTHS:
        text = ArticleText(blocks=(Picture("i", KEY, width=width),))
        assert from_json(to_json(text)) == text
    assert replace(EVERYTHING, blocks=(Picture("i", KEY),)).blocks[0] == Picture("i", KEY, width="column")


@pytest.mark.parametrize(
    "text",
    [
        EVERYTHING,
        ArticleText(),
        replace(
            EVERYTHING, blocks=(Picture("p", KEY), Picture("q", KEY, caption="Chú thích", credit="An"), TABLE)
        ),
    ],
)
def test_the_words_of_a_stored_text_are_those_of_the_text(text: ArticleText) -> None:
    assert blocks.stored_words(to_json(text)) == (text.title, text.lead, text.byline, body_text(text))
