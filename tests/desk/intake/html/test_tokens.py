"""Tags and letters of cleaned HTML."""

from __future__ import annotations

from desk.intake.html.tokens import attributes, tokens, unescaped, without_id


def test_tags_and_letters_come_one_after_the_other() -> None:
    assert tokens('<p class="a">Tin &amp; <b>ảnh</b></p>') == [
        ("", "p", ' class="a"', ""),
        ("", "", "", "Tin &amp; "),
        ("", "b", "", ""),
        ("", "", "", "ảnh"),
        ("/", "b", "", ""),
        ("/", "p", "", ""),
    ]


def test_an_entity_is_read_once() -> None:
    assert unescaped("&amp;lt; &lt;b&gt; &quot;x&quot;&nbsp;") == '&lt; <b> "x"\xa0'
    assert unescaped("không có gì") == "không có gì"


def test_attributes_are_unescaped() -> None:
    assert attributes(' style="color:red" data-x="a &amp; b"') == {"style": "color:red", "data-x": "a & b"}


def test_an_id_is_taken_from_a_tags_attributes() -> None:
    assert without_id(' class="a" id="p&amp;1" style="b"') == (' class="a" style="b"', "p&1")
    assert without_id(' class="a"') == (' class="a"', "")
    assert without_id("") == ("", "")
