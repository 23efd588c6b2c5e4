"""An entry while it is read."""

from __future__ import annotations

from desk.announcements.entry_reading import Reading, bracketed, first_stop, free, inside
from desk.announcements.letters import Letters
from desk.announcements.meeting_found import Field

TEXT = " - Họp A (ở TP. Bắc) tại P. họp 2. Xong\nhết"


def reading() -> Reading:
    return Reading(Letters.of(TEXT), 0, len(TEXT))


def test_words_are_put_without_the_signs_about_them() -> None:
    one = reading()
    assert one.put(Field.TITLE, 0, 9) == "Họp A"
    assert (one.spans[0].start, one.spans[0].stop) == (3, 8)


def test_a_stop_ends_a_sentence_but_no_abbreviation() -> None:
    low = TEXT.lower()
    assert first_stop(low, 0, len(low)) == TEXT.index(". Xong")
    assert first_stop("a\nb", 0, 3) == 1


def test_brackets_and_what_is_spoken_for() -> None:
    one = reading()
    at = TEXT.index("Bắc")
    assert bracketed(one, at, 0)
    assert not bracketed(one, TEXT.index("tại"), 0)
    one.taken.append((0, 5))
    assert inside(one, 4, 0)
    assert free(one, 0, 8) == (5, 8)
