"""OpenDocument's lists."""

from __future__ import annotations

from desk.intake.odf.lists import Lists, number
from desk.intake.packages import parsed
from tests.desk.intake.odf.making import element, flat

STYLE = (
    '<text:list-style style:name="L1">'
    '<text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/>'
    '<text:list-level-style-number text:level="2" style:num-format="a" style:num-suffix=")"/>'
    '<text:list-level-style-bullet text:level="3" text:bullet-char="–"/></text:list-style>'
    '<text:outline-style style:name="O"><text:outline-level-style text:level="1" style:num-format="I" '
    'style:num-suffix="."/><text:outline-level-style text:level="2" style:num-format=""/></text:outline-style>'
)


def _lists() -> Lists:
    return Lists([parsed(flat("", STYLE), "a")])


def test_items_are_counted_by_level_and_a_list_may_go_on() -> None:
    lists = _lists()
    key = lists.key(element("<text:list/>"), "L1")
    signs = [lists.sign(key, "L1", level, None) for level in (0, 1, 1, 2, 0)]
    assert signs == ["1.", "a)", "b)", "–", "2."]
    on = lists.key(element('<text:list text:continue-numbering="true"/>'), "L1")
    assert lists.sign(on, "L1", 0, None) == "3."
    new = lists.key(element("<text:list/>"), "L1")
    assert lists.sign(new, "L1", 0, 5) == "5."
    assert lists.sign(new, "unknown", 0, None) == "•"


def test_headings_are_numbered_where_the_text_says_so() -> None:
    lists = _lists()
    assert [lists.heading(1), lists.heading(2), lists.heading(1)] == ["I.", "", "II."]


def test_a_number_is_read_from_few_digits_only() -> None:
    assert (number("12", 1), number("", 1), number("-3", 1), number("9" * 50, 1)) == (12, 1, 1, 1)
