"""Every setting of the desk is declared once, and what earlier versions stored is read."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from desk.acts import journal
from desk.acts.review_settings import PHRASES, ReviewSettings, practice
from desk.acts.rules import Act
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
    assert sorted(keys) == ["days", "errata", "imprint", "legal", "names", "outputs", "practice", "sheet"]
    users = {
        name
        for name, source in sources.items()
        if re.search(r"\bSetting\.(select|insert|get)|put\(Setting", source)
    }
    assert users == {"acts/stored_setting.py"}


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


def test_a_changed_way_of_reviewing_is_journaled_with_what_changed(cast: Cast) -> None:

    settings.change_practice(cast.admin, ReviewSettings(levels=1, phrases=(" Viết  gọn. ", "")))
    assert practice() == ReviewSettings(levels=1, phrases=("Viết gọn.",))
    entry = journal.entries(journal.JournalQuery(act=Act.CHANGE_SETTINGS), limit=1)[0]
    assert entry.detail == {"changed": {"levels": 1, "phrases": ["Viết gọn."]}}


def test_profiles_given_out_are_ones_own(cast: Cast) -> None:
    export_profiles.profiles().clear()
    assert export_profiles.profiles()
    export_profiles.save(cast.secretary, {Output.WORD: Finish()})
    export_profiles.profiles().clear()
    assert export_profiles.profiles() == {Output.WORD: Finish()}
