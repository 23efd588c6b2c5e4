"""Every setting of the desk is declared once, and what earlier versions stored is read."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from desk.acts import journal
from desk.acts.review_settings import PHRASES, ReviewSettings, practice
from desk.acts.rules import Act
from desk.acts.stored_setting import StoredSetting, known
from desk.calendar import holidays
from desk.database import connection, engine
from desk.database.department_tables import Setting
from desk.department import export_profiles, legal_profiles, settings
from desk.edition.edition import Imprint, Names
from desk.edition.outputs import Finish, Output
from desk.issues import corrections
from desk.week_schedule import from_calendar
from desk.week_schedule.from_calendar import SheetWords
from tests.making import Cast

DESK = Path(__file__).parents[3] / "desk"


def test_each_key_is_declared_once_and_one_module_reads_the_table() -> None:
    sources = {
        path.relative_to(DESK).as_posix(): path.read_text(encoding="utf-8") for path in DESK.rglob("*.py")
    }
    keys = re.findall(r'StoredSetting\(\s*"(\w+)"', "\n".join(sources.values()))
    assert sorted(keys) == [
        "days",
        "errata",
        "imprint",
        "legal",
        "names",
        "outputs",
        "practice",
        "recovery",
        "sheet",
    ]
    users = {
        name
        for name, source in sources.items()
        if re.search(r"\bSetting\.(select|insert|get)|put\(Setting", source)
    }
    assert users == {
        "acts/stored_setting.py",
        "safety/archive_scope.py",
    }  # the archive takes rows as they are


def _stored(key: str, value: str) -> None:
    with connection.writing():
        engine.put(Setting, key=key, value=value)


@pytest.mark.parametrize(
    ("key", "value", "read", "expected"),
    [
        ("practice", '{"levels": 1}', practice, ReviewSettings(levels=1, phrases=PHRASES)),
        ("practice", '{"phrases": ["Gọn."], "gone": 1}', practice, ReviewSettings(phrases=("Gọn.",))),
        ("names", '{"bulletin": "Bản tin"}', settings.names, Names("", "", "Bản tin")),
        ("imprint", '{"copies": 40, "later": ""}', settings.imprint, Imprint(copies=40)),
        (
            "outputs",
            '{"word": {}, "print": {"bleed": 1, "later": true}}',
            export_profiles.profiles,
            {Output.PRINT: Finish(bleed=True), Output.WORD: Finish()},
        ),
        ("errata", '{"section": 12}', corrections.section, 12),
        (
            "sheet",
            '{"superior": "A", "office": "B", "town": "C", "layout": "table", "copies": ["Lưu"]}',
            from_calendar.words,
            SheetWords("A", "B", "C", copies=("Lưu",)),
        ),
        ("days", "[]", holidays.entries, ()),
        ("legal", "[]", legal_profiles.profiles, ()),
    ],
)
def test_what_was_stored_is_read(
    cast: Cast, key: str, value: str, read: Callable[[], object], expected: object
) -> None:
    _stored(key, value)
    assert read() == expected


ONE: StoredSetting[tuple[str, ...]] = StoredSetting("một", lambda: ("chưa",), tuple, list)


def test_a_setting_has_its_default_until_it_is_set_and_then_what_was_set_last(cast: Cast) -> None:
    """Within a question, where all are read at once, as outside of one."""
    for stored in (None, ("a",), ("Tiếng Việt", "b"), ()):
        if stored is not None:
            with connection.writing():
                ONE.store(stored)
                assert ONE.value() == stored
        expected = ("chưa",) if stored is None else stored
        assert (ONE.value(), ONE.is_set()) == (expected, stored is not None)
        with connection.reading():
            assert (ONE.value(), ONE.is_set()) == (expected, stored is not None)


def test_a_setting_is_stored_as_json_that_a_person_can_read(cast: Cast) -> None:
    with connection.writing():
        ONE.store(("Tỉnh ủy",))
    assert Setting.get_by_id("một").value == ONE.to_json(("Tỉnh ủy",)) == '["Tỉnh ủy"]'
    assert ONE.from_json('["Tỉnh ủy"]') == ("Tỉnh ủy",)
    with pytest.raises(ValueError, match="Expecting"):
        ONE.from_json("[")
    plain: StoredSetting[int] = StoredSetting("hai", lambda: 0)
    assert (plain.to_json(3), plain.from_json("3"), plain.value()) == ("3", 3, 0)


def test_of_stored_values_those_that_are_known_are_taken() -> None:
    assert known(ReviewSettings, {"levels": 1, "color": "red"}) == {"levels": 1}
    assert known(ReviewSettings, {}) == {}


def test_a_changed_way_of_reviewing_is_journaled_with_what_changed(cast: Cast) -> None:

    settings.change_practice(cast.admin, ReviewSettings(levels=1, phrases=(" Viết  gọn. ", "")))
    assert practice() == ReviewSettings(levels=1, phrases=("Viết gọn.",))
    entry = journal.entries(journal.JournalQuery(act=Act.CHANGE_SETTINGS), limit=1)[0]
    assert entry.detail["changed"] == {"levels": 1, "phrases": ["Viết gọn."]}
    assert entry.detail["changed_from"]["levels"] == 2


def test_profiles_given_out_are_ones_own(cast: Cast) -> None:
    export_profiles.profiles().clear()
    assert export_profiles.profiles()
    export_profiles.save(cast.secretary, {Output.WORD: Finish()})
    export_profiles.profiles().clear()
    assert export_profiles.profiles() == {Output.WORD: Finish()}
