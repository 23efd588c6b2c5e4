"""How the office reviews: what holds until somebody sets it, and what earlier and later versions stored."""

from __future__ import annotations

import json

from desk.acts.review_settings import PHRASES, REVIEW, ReviewSettings, practice
from desk.database import connection
from desk.database.department_tables import Setting
from tests.making import Cast


def test_an_office_that_set_nothing_has_two_levels_three_days_and_five(cast: Cast) -> None:
    assert not REVIEW.is_set()
    assert practice() == ReviewSettings(levels=2, waiting_days=3, due_days=5, phrases=PHRASES)


def test_what_is_stored_comes_back(cast: Cast) -> None:
    wanted = ReviewSettings(levels=1, waiting_days=7, due_days=0, phrases=("Sửa tít.", "Thêm ảnh."))
    with connection.writing():
        REVIEW.store(wanted)
    assert practice() == wanted
    assert json.loads(Setting.get_by_id("practice").value) == {
        "levels": 1,
        "waiting_days": 7,
        "due_days": 0,
        "phrases": ["Sửa tít.", "Thêm ảnh."],
        "own_words": "not_pass",
        "wrong_stops": False,
        "idle_minutes": 0,
    }


def test_another_versions_form_is_read() -> None:
    assert REVIEW.from_json('{"waiting_days": 4}') == ReviewSettings(waiting_days=4)
    assert REVIEW.from_json('{"phrases": [], "color": "red"}') == ReviewSettings(phrases=())
