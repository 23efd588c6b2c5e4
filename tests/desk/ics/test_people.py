"""Who presides and who is asked to come, as other programs tell it."""

from __future__ import annotations

from desk.calendar.storage import Chair
from desk.ics.people import asked, stored_chairs


def test_organizers_and_chairs_preside_the_others_are_asked() -> None:
    told = asked(
        {
            "ORGANIZER": [({"CN": "Trần An"}, "mailto:a@x"), ({"CN": "x@y"}, "mailto:x@y")],
            "ATTENDEE": [
                ({"CN": "'Lê Bình'", "ROLE": "CHAIR"}, "mailto:b@x"),
                ({"CN": "Vũ\\, Chi"}, "mailto:c@x"),
                ({"CN": "Trần An"}, "mailto:a@x"),
                ({"CN": "Phòng 1", "CUTYPE": "ROOM"}, "mailto:r@x"),
                ({}, "mailto:nobody@x"),
            ],
        }
    )
    assert told == {"chairs": (Chair("Trần An"), Chair("Lê Bình")), "attendees": "Vũ, Chi"}
    assert asked({}) == {}


def test_our_own_list_of_chairs() -> None:
    assert stored_chairs('[["An", "Trưởng ban"], ["Bình", ""]]') == (
        Chair("An", "Trưởng ban"),
        Chair("Bình", ""),
    )
    assert stored_chairs("") == stored_chairs("{hỏng") == stored_chairs("[1]") == ()
