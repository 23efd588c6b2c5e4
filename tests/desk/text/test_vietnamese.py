"""Vietnamese letters: folded for search, sorted as a dictionary does."""

from __future__ import annotations

from desk.text.vietnamese import bare, fold_d, sort_key


def test_only_d_with_its_stroke_is_folded() -> None:
    assert fold_d("Đồng chí đã đi") == "Dồng chí dã di"


def test_a_bare_text_has_no_marks_and_no_capitals() -> None:
    assert bare("Đồng chí NGUYỄN VĂN Ơn") == "dong chi nguyen van on"
    assert bare("Nghe\u0323\u0302") == "nghe"


def test_a_dictionary_goes_by_letters_first_and_by_tones_then() -> None:
    names = ["Ơn", "Ôn", "On", "Đào", "Da", "Bình", "Ánh", "An", "Ân", "Ăn"]
    assert sorted(names, key=sort_key) == ["An", "Ánh", "Ăn", "Ân", "Bình", "Da", "Đào", "On", "Ôn", "Ơn"]
    assert sorted(["mạ", "má", "mã", "mả", "mà", "ma"], key=sort_key) == ["ma", "mà", "mả", "mã", "má", "mạ"]
