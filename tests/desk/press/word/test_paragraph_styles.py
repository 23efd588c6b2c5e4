"""The paragraph styles: real ones in the file, and those of each design."""

from __future__ import annotations

import re

import pytest
from lxml import etree

from desk.edition.design import CoverDesign, Design, InnerDesign, PageFormat
from desk.edition.page_geometry import MM, geometry
from desk.press.word.document import word
from desk.press.word.paragraph_styles import (
    BY_ID,
    CELL_SIZES,
    LEVELS,
    LOOKS,
    ParagraphLook,
    cell_look,
    list_left,
    paragraph_looks,
)
from tests.desk.press import editions
from tests.desk.press.word.opened import opened_word


def test_styles_are_real_and_name_times_new_roman() -> None:
    document = opened_word(word(editions.mixed_issue(2)))
    used = {str(para._p.style) for para in document.paragraphs}
    assert used >= {
        "Heading1",
        "Heading2",
        "BTLead",
        "BTBody",
        "BTCaption",
        "BTByline",
        "BTList",
        "BTQuote",
        "TOC2",
    }
    known = {style.style_id: style.name for style in document.styles}
    assert used <= known.keys()
    assert all(identity.isascii() for identity in known)
    assert known["BTLead"] == "BT Sapô"
    markup = etree.tostring(document.styles.element).decode()
    assert "Theme=" not in markup
    assert set(re.findall(r'w:ascii="([^"]+)"', markup)) == {"Times New Roman"}


def looks(**design: object) -> dict[str, ParagraphLook]:
    made = Design(**design)  # type: ignore[arg-type]  # by name
    return paragraph_looks(made, geometry(made.format))


def test_no_two_styles_are_called_the_same() -> None:
    assert len(BY_ID) == len(LOOKS) == len({look.name for look in LOOKS})


def test_table_cells_have_a_style_of_each_size() -> None:
    assert cell_look(5.5) == "BTCell55"
    for size in CELL_SIZES:
        assert BY_ID[cell_look(size)].size == size


def test_every_line_holds_its_letters() -> None:
    for look in LOOKS:
        assert look.line == 0 or 1.2 <= look.line / look.size <= 1.8, look.id


@pytest.mark.parametrize(("form", "text"), [(PageFormat.A5, 113), (PageFormat.A4, 170)])
def test_numbers_of_the_contents_stand_at_the_edge_of_the_text(form: PageFormat, text: float) -> None:
    made = looks(format=form)
    assert [made[name].tab for name in ("TOC2", "BTHead")] == [pytest.approx(text * MM)] * 2


def test_the_clear_design_has_bars_and_leans_its_leads() -> None:
    clear, plain = looks(inner=InnerDesign.CLEAR), looks(inner=InnerDesign.CLASSIC)
    assert (clear["Heading1"].bar, clear["Heading1"].rule, clear["Heading1"].align) == (True, False, "left")
    assert (plain["Heading1"].bar, plain["Heading1"].rule, plain["Heading1"].align) == (False, True, "center")
    assert [(one["BTLead"].bold, one["BTLead"].italic) for one in (clear, plain)] == [
        (False, True),
        (True, False),
    ]
    assert [one["Heading2"].align for one in (clear, plain)] == ["left", "center"]
    assert [one["BTFootOdd"].colour for one in (clear, plain)] == ["red", "ink"]


def test_words_of_a_cover_are_seen_on_its_ground() -> None:
    colours = {
        design: [looks(cover=design)[name].colour for name in ("BTCoverName", "BTCoverBody", "BTCoverIssue")]
        for design in CoverDesign
    }
    assert colours[CoverDesign.FIELD] == ["white", "white", "red"]
    assert colours[CoverDesign.FRAME] == ["red", "ink", "red"]
    assert colours[CoverDesign.PHOTO] == ["red", "ink", "white"]


def test_lists_go_in_by_six_millimetres_as_deep_as_word_counts() -> None:
    assert list_left(0) == pytest.approx(8 * MM)
    assert list_left(1) - list_left(0) == pytest.approx(6 * MM)
    assert list_left(LEVELS) == list_left(LEVELS - 1) > list_left(LEVELS - 2)
