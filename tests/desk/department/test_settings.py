"""What belongs to the desk: names, imprint, the way of reviewing; and its founding."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from desk.acts import journal
from desk.acts.journal import JournalQuery
from desk.acts.review_settings import ReviewSettings, practice
from desk.acts.rules import Act, Role
from desk.database import store
from desk.department import people, sections, settings
from desk.edition.edition import Imprint, Names
from desk.errors import Denied, NotNow, Why
from tests.making import PASSWORD, Cast


def _last_change() -> journal.JournalEntry:
    return journal.entries(JournalQuery(act=Act.CHANGE_SETTINGS))[0]


def test_a_fresh_file_is_not_founded_and_a_founded_one_says_by_whom(tmp_path: Path) -> None:
    path = tmp_path / "mới.sqlite"
    store.create(path)
    store.open_file(path)
    try:
        assert not settings.founded()
        names = Names(committee="A", department="B", bulletin="Nội bộ")
        who = settings.found(names, ["", "Tin", "Bài"], "An", "Chánh văn phòng", "Văn phòng", PASSWORD)
        assert settings.founded()
        assert people.person(who).roles == {Role.ADMIN, Role.SECRETARY}
        assert [(row.title, row.position) for row in sections.listing()] == [("Tin", 0), ("Bài", 1)]
        (entry,) = journal.entries(JournalQuery())
        assert (entry.act, entry.title, entry.person_id) == (Act.FOUND, "Nội bộ", who)
        assert (settings.names(), settings.imprint()) == (names, Imprint())
    finally:
        store.close_file()


def test_only_what_was_changed_is_journaled_trimmed(cast: Cast) -> None:
    names, imprint = settings.names(), settings.imprint()
    settings.change(cast.secretary, replace(names, department="  Ban Tổ chức "), imprint)
    assert settings.names() == replace(names, department="Ban Tổ chức")
    assert _last_change().detail == {
        "changed": {"department": "Ban Tổ chức"},
        "changed_from": {"department": names.department},
    }
    assert _last_change().title == names.bulletin


def test_a_bulletin_has_a_name_and_not_everybody_gives_it(cast: Cast) -> None:
    names = settings.names()
    with pytest.raises(NotNow) as refused:
        settings.change(cast.admin, replace(names, bulletin=" "), Imprint())
    assert refused.value.why is Why.NAME_EMPTY
    for who in (cast.writer, cast.chief):
        with pytest.raises(Denied):
            settings.change(who, names, Imprint())
        with pytest.raises(Denied):
            settings.change_practice(who, ReviewSettings())
    assert settings.names() == names


def test_a_way_of_reviewing_is_kept_within_sense(cast: Cast) -> None:
    settings.change_practice(
        cast.admin, ReviewSettings(3, 0, -1, (" Sửa  tít. ", "Sửa tít.", " ", "Thêm ảnh."))
    )
    assert practice() == ReviewSettings(2, 1, 0, ("Sửa tít.", "Thêm ảnh."))
    settings.change_practice(cast.admin, replace(practice(), levels=1, waiting_days=9))
    assert practice() == ReviewSettings(1, 9, 0, ("Sửa tít.", "Thêm ảnh."))
    assert _last_change().detail == {
        "changed": {"levels": 1, "waiting_days": 9},
        "changed_from": {"levels": 2, "waiting_days": 1},
    }


def test_a_section_named_twice_is_founded_once(cast: Cast) -> None:
    store.close_file()
    other = cast.path.with_name("khác.sqlite")
    store.create(other)
    store.open_file(other)
    settings.found(
        Names(committee="A", department="B"), ["Tin", " Tin ", "Bài"], " An  Văn ", "", "", PASSWORD
    )
    assert [row.title for row in sections.listing()] == ["Tin", "Bài"]
    assert journal.entries(JournalQuery())[0].person == "An Văn"


@pytest.mark.parametrize(
    ("wanted", "kept"), [(-3, 0), (0, 0), (1, 5), (5, 5), (30, 30), (120, 120), (999, 120)]
)
def test_an_idle_window_is_locked_after_five_minutes_to_two_hours_or_never(
    cast: Cast, wanted: int, kept: int
) -> None:
    settings.change_practice(cast.admin, replace(practice(), idle_minutes=wanted))
    assert practice().idle_minutes == kept
