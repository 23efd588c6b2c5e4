"""Inline style: bold, slant and list levels mean something, fonts and colours are looks."""

from __future__ import annotations

import pytest

from desk.intake.html import inline_styles
from desk.intake.html.clean_html import html_blocks
from desk.intake.html.inline_styles import (
    centred,
    font,
    indented,
    is_marker,
    list_level,
    sets_colour,
    sets_font,
    unseen,
)
from desk.intake.html.style_sheet import parsed
from desk.intake.result import Dropped
from desk.text.blocks import Mark, Paragraph

BOLD, SLANT, LINE = Mark.BOLD, Mark.ITALIC, Mark.UNDERLINE


def test_marks_come_from_styles_too() -> None:
    html = (
        '<b style="font-weight:normal"><p><span style="font-weight:700">đậm</span> '
        '<span style="font-style:italic;text-decoration:underline">nghiêng</span> thường</p></b>'
    )
    (paragraph,) = html_blocks(html).blocks
    assert isinstance(paragraph, Paragraph)
    assert [(run.text, run.marks) for run in paragraph.runs] == [
        ("đậm", {Mark.BOLD}),
        (" ", frozenset()),
        ("nghiêng", {Mark.ITALIC, Mark.UNDERLINE}),
        (" thường", frozenset()),
    ]


@pytest.mark.parametrize(
    ("tag", "style", "before", "after"),
    [
        ("strong", "", set(), {BOLD}),
        ("em", "", {BOLD}, {BOLD, SLANT}),
        ("span", "font-weight:600", set(), {BOLD}),
        ("span", "font-weight:500", {BOLD}, set()),
        ("span", "font-weight:inherit", {BOLD}, {BOLD}),
        ("b", "font-weight:normal", {SLANT}, {SLANT}),
        ("span", "font-style:oblique", set(), {SLANT}),
        ("i", "font-style:normal", set(), set()),
        ("span", "font-style:inherit", {SLANT}, {SLANT}),
        ("span", "text-decoration-line:underline", set(), {LINE}),
        ("u", "text-decoration:none", set(), set()),
        ("span", "text-decoration:none", {LINE}, {LINE}),
        ("span", "vertical-align:super", set(), {Mark.SUPER}),
        ("span", "vertical-align:sub", set(), {Mark.SUB}),
        ("sub", "", set(), {Mark.SUB}),
    ],
)
def test_marks_of_an_element(tag: str, style: str, before: set[Mark], after: set[Mark]) -> None:
    assert inline_styles.marks(tag, parsed(style), frozenset(before)) == after


def test_what_is_only_looks_is_told() -> None:
    assert sets_font("span", parsed("font-size:12pt"), {})
    assert sets_font("font", {}, {"face": "Arial"})
    assert not sets_font("span", {}, {"face": "Arial"})
    assert not sets_font("font", {}, {"color": "red"})


@pytest.mark.parametrize(
    ("tag", "style", "attrs", "colours"),
    [
        ("span", "color:red", {}, True),
        ("span", "color:#000000", {}, False),
        ("span", "color:white", {}, True),
        ("span", "background:white", {}, False),
        ("span", "background-color:yellow", {}, True),
        ("td", "", {"bgcolor": "YELLOW"}, True),
        ("font", "", {"color": "red"}, True),
        ("span", "", {"color": "red"}, False),
        ("span", "", {}, False),
    ],
)
def test_a_colour_counts_when_one_sees_it(tag: str, style: str, attrs: dict[str, str], colours: bool) -> None:
    assert sets_colour(tag, parsed(style), attrs) is colours


def test_words_lists_count_their_levels_from_one() -> None:
    assert list_level(parsed("mso-list:l0 level2 lfo1")) == 1
    assert list_level(parsed("mso-list:Ignore")) is None
    assert is_marker(parsed("mso-list:Ignore"))
    assert not is_marker(parsed("mso-list:l0 level2 lfo1"))


def test_a_hanging_indent_is_none() -> None:
    assert indented(parsed("text-indent:.5in"))
    assert not indented(parsed("text-indent:-18pt"))
    assert not indented(parsed("text-indent:0cm"))
    assert not indented({})


def test_the_middle_is_said_by_style_or_attribute() -> None:
    assert centred(parsed("text-align:center"), {})
    assert centred({}, {"align": "CENTER"})
    assert not centred(parsed("text-align:justify"), {"align": "left"})


@pytest.mark.parametrize(
    ("style", "hidden"),
    [
        ("font-size:1px", True),
        ("font-size:0", True),
        ("font-size:.5pt", True),
        ("font-size:0.6em", False),
        ("font-size:60%", False),
        ("font-size:x-small", False),
        ("font-size:2pt", False),
        ("height:0;overflow:hidden", True),
        ("max-height:0px;overflow:hidden", True),
        ("height:0", False),
        ("height:20px;overflow:hidden", False),
        ("color:transparent", True),
        ("clip-path:inset(50%)", True),
    ],
)
def test_words_that_only_machines_should_read_are_hidden(style: str, hidden: bool) -> None:
    assert (unseen("p", parsed(style), {}) is Dropped.HIDDEN) is hidden


def test_words_for_screen_readers_are_hidden() -> None:
    assert unseen("span", {}, {"class": "x sr-only"}) is Dropped.HIDDEN


def test_the_font_of_letters_with_marks_counts() -> None:
    apart = 'font-family:"Times New Roman";mso-ascii-font-family:.VnTime;mso-hansi-font-family:.VnTime'
    assert font(parsed(apart), {}) == ".vntime"
    assert font(parsed("font-family:.VnTime;mso-hansi-font-family:Arial"), {}) == ".vntime"
    assert font({}, {"face": "VNI-Times"}) == "VNI-Times"
    assert font({}, {}) == ""
