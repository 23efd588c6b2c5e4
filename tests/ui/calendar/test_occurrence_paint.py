"""What is said of a meeting beside its title."""

from __future__ import annotations

from datetime import datetime

from desk.dates.series import MeetingState
from tests.ui.calendar.calendars import occurrence
from ui.calendar.occurrence_paint import elided, fits_a_line, status, tip

NOW = datetime(2019, 4, 16, 10)


def test_what_was_held_without_news_is_said() -> None:
    held, ahead = occurrence(datetime(2019, 4, 15, 8)), occurrence(datetime(2019, 4, 17, 8))
    said = status(held, NOW)
    assert said is not None
    assert "tin" in said[0]
    assert status(ahead, NOW) != said
    assert status(occurrence(datetime(2019, 4, 15, 8), news=False), NOW) != said


def test_the_tip_tells_all_of_it() -> None:
    row = occurrence(
        datetime(2019, 4, 17, 8), title="Giao ban", place="Tầng 2", state=MeetingState.POSTPONED, reason="Bão"
    )
    told = tip(row, NOW)
    assert all(word in told for word in ("Giao ban", "Tầng 2", "Bão"))


def test_long_words_are_cut_to_their_room() -> None:
    assert elided("Họp", 12, 500) == "Họp"
    assert elided("Hội nghị tổng kết công tác tuyên giáo", 12, 60).endswith("…")


def test_in_a_narrow_cell_the_words_take_the_place_of_the_sign() -> None:
    row = occurrence(datetime(2019, 4, 17, 8), title="Họp chi bộ")
    narrow = next(width for width in range(40, 200) if fits_a_line(row, width))
    assert narrow < 100
    assert not fits_a_line(row, 100)
    assert fits_a_line(row, 130)
