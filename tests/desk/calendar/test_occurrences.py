"""The calendar as it is read: what stands on a day, what is remembered of it, and of which desk."""

from __future__ import annotations

import shutil
from datetime import datetime, timedelta

from desk.calendar import meetings, occurrences
from desk.calendar.storage import Fields
from desk.database import store
from desk.dates.series import When
from tests.making import Cast

START = datetime(2019, 4, 8, 8)
HOUR = timedelta(hours=1)


def test_a_meeting_of_another_desk_is_not_taken_for_the_one_of_its_number(cast: Cast) -> None:
    other = cast.path.with_name("khác.sqlite")
    store.close_file()
    shutil.copy(cast.path, other)
    for path, name, start in ((cast.path, "Họp khác", START + 3 * HOUR), (other, "Giao ban tuần", START)):
        store.open_file(path)
        (number,) = meetings.make(cast.secretary, Fields(name), When(start, start + HOUR)).meetings
        row, series = occurrences.one(number, start), occurrences.series(number)
        assert row is not None
        assert (row.title, series and series.when.start) == (name, start)
        store.close_file()
    store.open_file(cast.path)
