"""Who presides: names and titles in the ways that offices write them."""

from __future__ import annotations

import pytest

from desk.announcements.people import chairs


@pytest.mark.parametrize(
    ("words", "people"),
    [
        ("Đồng chí Trần An - Trưởng ban", [("Trần An", "Trưởng ban")]),
        ("đ/c Trần An, Trưởng ban", [("Trần An", "Trưởng ban")]),
        ("Trần An – Phó Trưởng ban – Thường trực", [("Trần An", "Phó Trưởng ban – Thường trực")]),
        ("Giám đốc Sở Đinh Thị Hương", [("Đinh Thị Hương", "Giám đốc Sở")]),
        ("Giám đốc Sở đinh thị hương", [("Giám đốc Sở đinh thị hương", "")]),
        ("Trưởng ban", [("Trưởng ban", "")]),
        ("Trường An", [("Trường An", "")]),
        ("Phó Chủ tịch, phụ trách văn xã", [("Phó Chủ tịch, phụ trách văn xã", "")]),
        ("ông Y Blơk, Chủ tịch", [("Y Blơk", "Chủ tịch")]),
        ("đ/c An - Trưởng ban; đ/c Bình", [("An", "Trưởng ban"), ("Bình", "")]),
        ("đồng chí Trần An và đồng chí Lê Bình", [("Trần An", ""), ("Lê Bình", "")]),
        ("đồng chí Trần An, đồng chí Lê Bình.", [("Trần An", ""), ("Lê Bình", "")]),
        ("các đồng chí: Trần   An", [("Trần An", "")]),
        (" ; - ", []),
    ],
)
def test_names_and_titles(words: str, people: list[tuple[str, str]]) -> None:
    assert chairs(words) == people


@pytest.mark.parametrize("name", ["Vũ Đình Khôi", "Trương Thị Mai Anh", "Tống Văn Lực"])
def test_family_names_that_are_titles_but_for_their_marks(name: str) -> None:
    assert chairs(f"Đồng chí {name}") == [(name, "")]
    assert chairs(f"Đồng chí {name} - Vụ trưởng") == [(name, "Vụ trưởng")]


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Chỉ huy", "Chỉ huy"),
        ("Ông Ích Tường", "Ông Ích Tường"),
        ("Đ/c Ông Ích Tường", "Ông Ích Tường"),
        ("ông Lê Văn Ba", "Lê Văn Ba"),
        ("Đại tá Lò Văn Pó - PGĐ Công an tỉnh", "Lò Văn Pó"),
        ("BS.CKII Phạm Thị Nương - Giám đốc Sở Y tế tỉnh", "Phạm Thị Nương"),
    ],
)
def test_honours_surnames_and_ranks(words: str, name: str) -> None:
    assert [one for one, _ in chairs(words)] == [name]


def test_a_post_of_two_words_is_no_family() -> None:
    assert chairs("đ/c Phó Trưởng Đoàn") == [("Phó Trưởng Đoàn", "")]
