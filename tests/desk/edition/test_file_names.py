"""File names: of plain letters, never one that Windows keeps for itself."""

from __future__ import annotations

from datetime import date

import pytest

from desk.edition.file_names import folder_name, slug
from tests.desk.press import editions


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Đổi mới công tác Đảng – quý I/2019", "doi-moi-cong-tac-dang-quy-i-2019"),
        ("CON", "bai-con"),
        ("com1", "bai-com1"),
        ("…", "bai"),
        ("một hai ba", "mot-hai"),
    ],
)
def test_a_title_as_a_name(title: str, name: str) -> None:
    assert slug(title, 60 if title != "một hai ba" else 9) == name


def test_a_word_longer_than_the_name_is_cut() -> None:
    assert slug("x" * 100) == "x" * 60


def test_the_dated_folder() -> None:
    assert folder_name(editions.short_issue(), date(2019, 4, 25)) == "ban-tin-so-4-2019_2019-04-25"


def test_a_word_that_ends_at_the_limit_stays_in_a_file_name() -> None:
    assert slug("Hội nghị giao ban quý", len("hoi-nghi-giao")) == "hoi-nghi-giao"
