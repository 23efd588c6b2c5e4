"""Which signs the printed page has: asked of its fonts, and true of what the press makes of them."""

from __future__ import annotations

import unicodedata
from datetime import date

import pytest

from desk.edition.outputs import PLAIN, Output
from desk.errors import PressFailed
from desk.paths import RESOURCES
from desk.press.typeset.booklet import printed
from desk.text import printed_signs
from desk.text.blocks import ArticleText, Mark, Paragraph, Picture, Run, Table
from desk.text.font_files import glyphs
from desk.text.printed_signs import Part, SignPlace, unprintable, unprintable_places
from tests.desk.press import editions

FONTS = RESOURCES / "fonts"
COMMON = "←↑→↓↔⇒➔➢✓✔✗✘☐☑☒①②③⑩❶Ⅰ Ⅱ Ⅳ Ⅻ αβγΩ Жукров • ◆ ❖ ■ □ ★ ☎ ≤ ≥ ≈ ½ ⅔ ⚠️ ₫ №"


@pytest.mark.parametrize(
    ("faces", "of"),
    [
        (("Tinos-Bold", "Tinos-Italic", "Tinos-BoldItalic"), "Tinos-Regular"),
        (("DeskSigns-Bold",), "DeskSigns-Regular"),
    ],
)
def test_every_face_has_the_same_signs(faces: tuple[str, ...], of: str) -> None:
    for face in faces:
        assert glyphs(FONTS / f"{face}.ttf").keys() == glyphs(FONTS / f"{of}.ttf").keys()


def test_common_signs_can_be_printed_and_han_emoji_and_private_ones_cannot() -> None:
    assert unprintable(COMMON) == ()
    assert unprintable("Xong ✔ chúc mừng 😀😀, 胡志明 \ue000, lại 胡志明") == ("😀😀", "胡志明", "\ue000")
    assert unprintable("nhà 👨‍👩‍👧\u200d và ⑪") == ("👨‍👩‍👧", "⑪")
    assert unprintable("a\x00\x1f\tb\n") == ()


def test_the_press_prints_in_every_face_what_is_said_to_be_printable() -> None:
    signs = sorted(sign for sign in printed_signs._signs() if unicodedata.category(sign) not in ("Cc", "Cs"))
    words = " ".join(f"a{sign}" for sign in signs)
    faces: tuple[frozenset[Mark], ...] = (
        frozenset(),
        frozenset({Mark.BOLD}),
        frozenset({Mark.ITALIC}),
        frozenset({Mark.BOLD, Mark.ITALIC}),
    )
    runs = tuple(Run(words, marks) for marks in faces)
    made = printed(editions.with_article(ArticleText("T", "", "A", date(2019, 4, 1), (Paragraph("p", runs),))),
                   Output.PRINT, PLAIN)  # fmt: skip
    assert made.startswith(b"%PDF")


@pytest.mark.parametrize("sign", ["😀", "胡", "\ue000", "⑪", "ع"])
def test_the_press_refuses_the_others_and_names_them(sign: str) -> None:
    assert unprintable(sign) == (sign,)
    text = ArticleText("T", "", "A", date(2019, 4, 1), (Paragraph("p", (Run(f"Chữ {sign} đây"),)),))
    with pytest.raises(PressFailed) as refused:
        printed(editions.with_article(text), Output.PRINT, PLAIN)
    assert refused.value.sign == sign


def test_each_sign_is_named_with_its_part_its_number_and_the_words_before_it() -> None:
    text = ArticleText(
        "Tít 😀",
        "",
        "Lê 胡",
        None,
        (
            Paragraph("a", (Run("Một"),)),
            Paragraph("b"),
            Paragraph("c", (Run("Hai, "), Run("chúc mừng 😀, lại 😀"))),
            Picture("d", "0" * 64),
            Picture("e", "0" * 64, "Ảnh của 胡"),
            Table("f", (((Run("STT"),), (Run("Ô ⑪"),)),)),
        ),
    )
    places = unprintable_places(text)
    assert places == (
        SignPlace("😀", Part.TITLE, 1, "Tít"),
        SignPlace("😀", Part.PARAGRAPH, 2, "Hai, chúc mừng"),
        SignPlace("胡", Part.CAPTION, 2, "Ảnh của"),
        SignPlace("⑪", Part.TABLE, 1, "Ô"),
        SignPlace("胡", Part.BYLINE, 1, "Lê"),
    )
    assert printed_signs.read(printed_signs.stored(places)) == places
