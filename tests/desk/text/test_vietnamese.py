"""Vietnamese letters: folded for search, sorted as a dictionary does."""

from __future__ import annotations

import pytest

from desk.text.vietnamese import bare, fold_d, in_the_case_of, name_key, sort_key


def test_only_d_with_its_stroke_is_folded() -> None:
    assert fold_d("Đồng chí đã đi") == "Dồng chí dã di"


def test_a_bare_text_has_no_marks_and_no_capitals() -> None:
    assert bare("Đồng chí NGUYỄN VĂN Ơn") == "dong chi nguyen van on"
    assert bare("Nghe\u0323\u0302") == "nghe"


def test_a_dictionary_goes_by_letters_first_and_by_tones_then() -> None:
    names = ["Ơn", "Ôn", "On", "Đào", "Da", "Bình", "Ánh", "An", "Ân", "Ăn"]
    assert sorted(names, key=sort_key) == ["An", "Ánh", "Ăn", "Ân", "Bình", "Da", "Đào", "On", "Ôn", "Ơn"]
    assert sorted(["mạ", "má", "mã", "mả", "mà", "ma"], key=sort_key) == ["ma", "mà", "mả", "mã", "má", "mạ"]


def test_people_go_by_their_given_names_then_by_the_rest() -> None:
    names = ["Trần Văn Đức", "Nguyễn Thị An", "Lê Đức", "Bùi Thị Ân", "Đỗ Văn Bình", "Phạm Thị An", "An"]
    ordered = ["An", "Nguyễn Thị An", "Phạm Thị An", "Bùi Thị Ân", "Đỗ Văn Bình", "Lê Đức", "Trần Văn Đức"]
    assert sorted(names, key=name_key) == ordered
    assert name_key("") < name_key("An")


@pytest.mark.parametrize(
    ("found", "looked_for", "words", "after"),
    [
        ("HOÀ BÌNH", "hoà bình", "hòa bình", "HÒA BÌNH"),
        ("Hoà bình", "hoà bình", "hòa bình", "Hòa bình"),
        ("Hoà Bình", "hoà bình", "hòa bình", "Hòa Bình"),
        ("nghệ an", "Nghệ An", "Hà Tĩnh", "hà tĩnh"),
        ("NGHỆ AN", "Nghệ An", "Hà Tĩnh", "HÀ TĨNH"),
        ("BTG", "btg", "Ban Tuyên giáo", "Ban Tuyên giáo"),
        ("Uỷ", "uỷ", "ủy", "Ủy"),
        ("2019", "2019", "2020", "2020"),
        ("Số 5", "số 5", "số 6", "Số 6"),
        ("Hội nghị", "hội nghị", "", ""),
        ("hOà", "hoà", "hòa", "hòa"),
    ],
)
def test_words_take_the_capitals_of_what_they_replace(
    found: str, looked_for: str, words: str, after: str
) -> None:
    assert in_the_case_of(found, looked_for, words) == after
