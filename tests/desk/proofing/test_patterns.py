"""Patterns that are compiled when a text has what they need."""

from __future__ import annotations

from desk.proofing.patterns import Lazy


def test_what_a_text_lacks_is_not_compiled() -> None:
    one = Lazy(r"(\d+) ?%", needs=("%",))
    assert one.search("Không có gì.") is None
    assert list(one.finditer("Không có gì.")) == []
    assert one._made is None
    assert [hit.group(1) for hit in one.finditer("Đạt 45% và 60 %.")] == ["45", "60"]
    assert one._made is not None


def test_it_is_as_the_pattern() -> None:
    one = Lazy(r"a+")
    assert one.sub("b", "caat") == "cbt"
    assert one.split("xay") == ["x", "y"]
    assert one.findall("a aa") == ["a", "aa"]
    assert one.match("xa", 1) is not None
    assert one.fullmatch("aaa") is not None
    assert one.fullmatch("aab") is None
