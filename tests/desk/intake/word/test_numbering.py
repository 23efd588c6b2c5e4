"""Numbers before paragraphs, as Word counts them."""

from __future__ import annotations

import pytest
from lxml import etree

from desk.intake.word.numbering import Numbering, numbered
from tests.desk.intake.word.making import NAMES


def _level(at: int, kind: str, text: str, extra: str = "", start: int = 1) -> str:
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="{start}"/><w:numFmt w:val="{kind}"/>{extra}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def _numbering(levels: str, *numbers: str, linked: str = "") -> Numbering:
    instances = "".join(
        f'<w:num w:numId="{at}"><w:abstractNumId w:val="0"/>{change}</w:num>'
        for at, change in enumerate(numbers or ("",), 1)
    )
    root = etree.fromstring(
        f'<w:numbering {NAMES}><w:abstractNum w:abstractNumId="0">{levels}</w:abstractNum>{instances}</w:numbering>'
    )
    return Numbering(root, lambda style: linked)


def _drawn(numbering: Numbering, *levels: int, number: str = "1") -> list[str]:
    signs = [numbering.sign(number, level, "") for level in levels]
    return [sign.text if sign else "" for sign in signs]


def test_levels_count_and_begin_anew_below_a_higher_one() -> None:
    numbering = _numbering(
        _level(0, "upperRoman", "%1.") + _level(1, "decimal", "%2.") + _level(2, "lowerLetter", "%3)")
    )
    assert _drawn(numbering, 0, 1, 1, 2, 2, 1, 2, 0, 1) == [
        "I.",
        "1.",
        "2.",
        "a)",
        "b)",
        "3.",
        "a)",
        "II.",
        "1.",
    ]


def test_a_number_of_several_levels_names_those_above() -> None:
    numbering = _numbering(_level(0, "decimal", "%1.") + _level(1, "decimal", "%1.%2."))
    assert _drawn(numbering, 0, 1, 1, 0, 1) == ["1.", "1.1.", "1.2.", "2.", "2.1."]
    assert _drawn(_numbering(_level(0, "decimal", "%1.") + _level(1, "decimal", "%1.%2.")), 1) == ["1.1."]


def test_legal_numbers_are_figures() -> None:
    numbering = _numbering(_level(0, "upperRoman", "%1.") + _level(1, "decimal", "%1.%2", "<w:isLgl/>"))
    assert _drawn(numbering, 0, 1) == ["I.", "1.1"]


def test_a_level_may_never_begin_anew_or_only_after_one() -> None:
    never = _numbering(_level(0, "decimal", "%1.") + _level(1, "decimal", "%2)", '<w:lvlRestart w:val="0"/>'))
    assert _drawn(never, 0, 1, 0, 1) == ["1.", "1)", "2.", "2)"]
    levels = _level(0, "decimal", "%1.") + _level(1, "decimal", "%2.")
    after_first = _numbering(levels + _level(2, "decimal", "%3)", '<w:lvlRestart w:val="1"/>'))
    assert _drawn(after_first, 0, 1, 2, 1, 2, 0, 1, 2) == ["1.", "1.", "1)", "2.", "2)", "2.", "1.", "1)"]


def test_lists_of_one_abstract_numbering_go_on_unless_one_begins_anew() -> None:
    anew = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'
    numbering = _numbering(_level(0, "decimal", "%1."), "", "", anew)
    assert _drawn(numbering, 0, 0) == ["1.", "2."]
    assert _drawn(numbering, 0, number="2") == ["3."]
    assert _drawn(numbering, 0, 0, number="3") == ["5.", "6."]


def test_a_list_may_have_levels_of_its_own() -> None:
    own = f'<w:lvlOverride w:ilvl="0">{_level(0, "lowerLetter", "%1)")}</w:lvlOverride>'
    assert _drawn(_numbering(_level(0, "decimal", "%1."), own), 0) == ["a)"]


def test_bullets_are_one_sign_but_those_that_people_type() -> None:
    signs = ("\uf0b7", "o", "§", "-", "+", "–", "")
    levels = "".join(_level(at, "bullet", sign) for at, sign in enumerate(signs))
    assert _drawn(_numbering(levels), *range(7)) == ["•", "•", "•", "-", "+", "–", ""]
    assert _drawn(_numbering(_level(0, "bullet", "", '<w:lvlPicBulletId w:val="0"/>')), 0) == ["•"]


def test_a_style_knows_its_level() -> None:
    levels = _level(0, "decimal", "%1.") + _level(1, "lowerLetter", "%2)", '<w:pStyle w:val="B"/>')
    sign = _numbering(levels).sign("1", None, "B")
    assert sign is not None
    assert (sign.text, sign.level) == ("a)", 1)


def test_a_numbering_style_leads_to_its_numbering() -> None:
    root = etree.fromstring(
        f'<w:numbering {NAMES}><w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="S"/></w:abstractNum>'
        f'<w:abstractNum w:abstractNumId="1">{_level(0, "decimal", "Điều %1.")}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
        '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num></w:numbering>'
    )
    assert _drawn(Numbering(root, {"S": "2"}.__getitem__), 0, 0) == ["Điều 1.", "Điều 2."]


def test_what_is_not_defined_draws_nothing() -> None:
    assert Numbering(None, str).sign("1", 0, "") is None
    numbering = _numbering(_level(0, "none", ""))
    assert numbering.sign("1", 0, "") is None
    assert numbering.sign("1", 5, "") is None
    assert numbering.sign("9", 0, "") is None


@pytest.mark.parametrize(
    ("kind", "number", "drawn"),
    [
        ("decimal", 12, "12"),
        ("decimalZero", 3, "03"),
        ("upperRoman", 49, "XLIX"),
        ("lowerRoman", 1994, "mcmxciv"),
        ("upperRoman", 5000, "5000"),
        ("lowerLetter", 26, "z"),
        ("lowerLetter", 28, "bb"),
        ("upperLetter", 3, "C"),
        ("lowerLetter", 0, "0"),
        ("vietnameseCounting", 5, "năm"),
        ("vietnameseCounting", 15, "15"),
        ("none", 4, ""),
        ("ganada", 4, "4"),
    ],
)
def test_formats(kind: str, number: int, drawn: str) -> None:
    assert numbered(kind, number) == drawn


def test_a_level_above_that_has_not_come_yet_counts_as_its_own_beginning() -> None:
    levels = _level(0, "decimal", "%1.", start=3) + _level(1, "decimal", "%1.%2.")
    assert _drawn(_numbering(levels), 1, 1) == ["3.1.", "3.2."]
