"""Lists of phrases, as they are read, become patterns."""

from __future__ import annotations

import re

import pytest

from desk.intake.recogniser.phrases import one_of, words_of


@pytest.mark.parametrize(
    ("phrases", "line", "wanted"),
    [
        ("tin khác, đọc thêm", "tin khác", True),
        ("tin khác, đọc thêm", "tin  khác", True),  # any white space stands between words
        ("tin khác, đọc thêm", "tin\u00a0khác", True),
        ("tin khác, đọc thêm", "tin khác, đọc thêm", False),
        ("tin khác,, ", "", False),  # a comma too many adds no phrase
        ("google+, 0.5x", "google+", True),  # signs stand for themselves
        ("google+, 0.5x", "googlee", False),
        ("google+, 0.5x", "0a5x", False),
        ("xem…tại đây", "xem bản đầy đủ tại đây", True),
        ("xem…tại đây", "xem " + "rất " * 30 + "tại đây", False),
    ],
)
def test_a_list_is_a_choice_of_whole_phrases(phrases: str, line: str, wanted: bool) -> None:
    assert bool(re.fullmatch(one_of(phrases), line)) is wanted


def test_the_longest_phrase_comes_first() -> None:
    found = re.match(one_of("tin, tin khác, tin khác nữa"), "tin khác nữa")
    assert found
    assert found[0] == "tin khác nữa"


def test_words_are_found_whole() -> None:
    found = words_of("dự, chủ trì")
    assert found.search("đồng chí bình chủ trì hội nghị")
    assert found.search("các đại biểu dự.")
    assert not found.search("dựng nhà")
    assert not found.search("chủ trìu")
