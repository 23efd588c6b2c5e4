"""Palette: grey by luminance, black letters on a press."""

from __future__ import annotations

from desk.edition.palette import COLOURS, palette


def test_a_grey_issue_has_no_colour_left() -> None:
    for value in palette(grey=True).values():
        assert value[:2] == value[2:4] == value[4:]
    assert palette(grey=False) == COLOURS


def test_letters_on_a_press_are_of_one_ink() -> None:
    assert palette(grey=False, printing=True) == COLOURS | {"ink": "000000"}
    assert palette(grey=True)["white"] == "FFFFFF"


def test_in_grey_a_section_is_no_paler_than_a_title() -> None:
    """By the luminance of red its letters were 4F4F4F beside titles of 222222."""
    for printing in (False, True):
        made = palette(grey=True, printing=printing)
        assert made["heading"] == made["ink"]
    assert palette(grey=False)["heading"] == COLOURS["red"]
