"""A calendar file's bytes to lines: folds, letters of any encoding, components, and what is too much."""

from __future__ import annotations

import pytest

from desk.errors import BadIntake, IntakeFault
from desk.ics import lines
from desk.ics.lines import IcsBlock, parts, take_apart, text
from desk.ics.result import IcsDoubt, IcsFault, Unfit
from tests.desk.ics.calendar_text import event, file


def test_folds_are_undone_even_within_a_letter() -> None:
    data = file(event("UID:a", "SUMMARY:Giao ban")).replace(b"Giao ban", b"Giao \r\n \xc4\r\n\t\x91")
    (block,) = take_apart(data).blocks
    assert block.lines == [b"UID:a", "SUMMARY:Giao đ".encode()]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_a_file_in_any_unicode_is_the_same_file(encoding: str) -> None:
    data = file(event("SUMMARY:Đại hội")).decode().encode(encoding)
    found = take_apart(data)
    assert [block.lines for block in found.blocks] == [["SUMMARY:Đại hội".encode()]]
    assert (found.whole, found.doubts) == (True, set())


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        (b" \r\n", IntakeFault.EMPTY),
        (b"Th\x00u", IntakeFault.NOT_TEXT),
        (b"A letter", IntakeFault.NO_CALENDAR),
        (b"BEGIN:VEVENT\r\nUID:a\r\nEND:VEVENT\r\n", IntakeFault.BARE_EVENT),
        (b"BEGIN:VTODO\r\nUID:a\r\nEND:VTODO\r\n", IntakeFault.NO_CALENDAR),
        (b"BEGIN:VCALENDAR\r\nVERSION:1.0\r\nBEGIN:VEVENT\r\nEND:VEVENT\r\n", IntakeFault.OLD_CALENDAR),
    ],
)
def test_what_is_no_calendar_is_refused_with_its_reason(data: bytes, fault: IntakeFault) -> None:
    with pytest.raises(BadIntake) as refused:
        take_apart(data)
    assert refused.value.fault is fault


def test_an_icalendar_that_calls_itself_old_is_read_all_the_same() -> None:
    data = file(event("UID:a", "DTSTAMP:20190401T000000Z")).replace(b"VERSION:2.0", b"VERSION:1.0")
    assert len(take_apart(data).blocks) == 1


def test_no_more_events_and_bytes_than_can_be_read(monkeypatch: pytest.MonkeyPatch) -> None:
    data = file(*[event("UID:a")] * 3)
    monkeypatch.setattr(lines, "MOST_EVENTS", 3)
    monkeypatch.setattr(lines, "MOST_BYTES", len(data))
    assert len(take_apart(data).blocks) == 3
    monkeypatch.setattr(lines, "MOST_EVENTS", 2)
    with pytest.raises(BadIntake) as refused:
        take_apart(data)
    assert refused.value.fault is IntakeFault.CALENDAR_TOO_HEAVY
    monkeypatch.setattr(lines, "MOST_EVENTS", 3)
    monkeypatch.setattr(lines, "MOST_BYTES", len(data) - 1)
    with pytest.raises(BadIntake):
        take_apart(data)


def test_an_event_keeps_what_is_read_and_the_triggers_of_its_alarms() -> None:
    block = IcsBlock()
    for line in (
        b"UID:a", b"ATTACH:x", b"X-BBT-KIND:other", b"BEGIN:VALARM", b"TRIGGER:-PT5M", b"SUMMARY:no",
        b"BEGIN:X-IN", b"ACTION:NONE", b"END:X-IN", b"END:VALARM", b"SUMMARY:yes",
    ):  # fmt: skip
        block.take(line)
    assert block.lines == [b"UID:a", b"X-BBT-KIND:other", b"SUMMARY:yes"]
    assert block.alarms == [[b"TRIGGER:-PT5M"]]


def test_alarms_and_long_lines_have_a_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lines, "LONGEST_LINE", 10)
    for line, cut in ((b"SUMMARY:12", False), (b"SUMMARY:123", True)):
        block = IcsBlock()
        block.take(line)
        assert (block.lines, block.cut_short) == ([b"SUMMARY:12"], cut)
    block = IcsBlock()
    for _ in range(lines.MOST_ALARMS + 1):
        block.take(b"BEGIN:VALARM")
        block.take(b"END:VALARM")
    assert len(block.alarms) == 20


def test_an_event_that_another_begins_in_was_cut_off() -> None:
    found = take_apart(file("BEGIN:VEVENT\r\nUID:cut", event("UID:whole")))
    assert [one.lines for one in found.cut] == [[b"UID:cut"]]
    assert [one.lines for one in found.blocks] == [[b"UID:whole"]]


def test_zones_methods_and_what_is_ignored() -> None:
    head = "METHOD:request\r\nBEGIN:VTIMEZONE\r\nTZID:Nhà\r\nEND:VTIMEZONE"
    found = take_apart(file(event("UID:a"), "BEGIN:VTODO\r\nMETHOD:REPLY\r\nEND:VTODO", head=head))
    assert found.zones == [[b"BEGIN:VTIMEZONE", "TZID:Nhà".encode()]]
    assert found.blocks[0].head.method == "REQUEST"
    assert dict(found.ignored) == {"VTODO": 1}


def test_letters_that_are_not_utf8_are_read_with_a_doubt(monkeypatch: pytest.MonkeyPatch) -> None:
    doubts: set[IcsDoubt] = set()
    assert text("SUMMARY:đ".encode(), doubts) == "SUMMARY:đ"
    assert not doubts
    assert text(b"SUMMARY:\xe9", doubts) == "SUMMARY:é"
    assert doubts == {IcsDoubt.LETTERS}
    doubts.clear()
    monkeypatch.setattr(lines, "LONGEST_LINE", 9)
    assert text("SUMMARY:đ".encode()[:9], doubts) == "SUMMARY:"  # cut by us within a letter
    assert not doubts


def test_a_line_has_a_name_parameters_and_a_value() -> None:
    assert parts("dtstart;tzid=X;VALUE=DATE:2019:1") == ("DTSTART", {"TZID": "X", "VALUE": "DATE"}, "2019:1")
    assert parts('ATTENDEE;CN="Lê: Anh";ROLE=CHAIR:mailto:a@x') == (
        "ATTENDEE",
        {"CN": "Lê: Anh", "ROLE": "CHAIR"},
        "mailto:a@x",
    )
    assert parts("DTSTART;TZID=tzone://Microsoft/Utc:20190410T080000") == (
        "DTSTART",
        {"TZID": "tzone://Microsoft/Utc"},
        "20190410T080000",
    )
    assert parts("EXDATE;VALUE=DATE;TZID=(UTC+07:00) Bangkok, Hanoi:20190410,20190411") == (
        "EXDATE",
        {"VALUE": "DATE", "TZID": "(UTC+07:00) Bangkok, Hanoi"},
        "20190410,20190411",
    )
    with pytest.raises(Unfit) as refused:
        parts("no line at all")
    assert refused.value.fault is IcsFault.UNREADABLE
