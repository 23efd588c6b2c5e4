"""Whoever salvages a desk reads its meetings without knowing what JSON is."""

from __future__ import annotations

import re

from desk.safety.salvaged_meetings import page

_ONE = {
    "id": 1, "title": "Giao ban <quý>", "start": "2019-04-16T08:00:00", "stop": "2019-04-16T10:00:00", "rule": "",
    "ends": "", "place": "Phòng họp tầng 2", "chairs": '[["Nguyễn An", "Trưởng ban"], ["Trần Bình", ""]]',
    "unit": "Văn phòng", "state": "planned", "reason": "", "binned": 0,
}  # fmt: skip
_SERIES = {
    **_ONE, "id": 2, "title": "Họp tuần", "start": "2019-04-01T08:00:00", "stop": "2019-04-01T09:00:00",
    "rule": "FREQ=WEEKLY;INTERVAL=2", "ends": "2019-06-30T08:00:00", "chairs": "hỏng",
}  # fmt: skip
_MOVED = {
    "meeting_id": 2, "origin": "2019-04-15T08:00:00", "start": "2019-04-16T14:00:00", "stop": "2019-04-16T15:00:00",
    "state": "moved", "reason": "bận họp tỉnh", "fields": '{"place": "Hội trường"}', "gone": 0,
}  # fmt: skip
_ASKED = {"meeting_id": 1, "origin": "", "person_id": 3, "task": "write", "state": "asked"}


def _lines(made: str) -> list[str]:
    body = made.partition("<tbody>")[2]
    return [" | ".join(re.findall(r"<td>(.*?)</td>", line)) for line in body.split("<tr>")[1:]]


def test_each_meeting_is_a_line_with_who_leads_it_and_who_writes_of_it() -> None:
    series, moved, one = _lines(page([_ONE, _SERIES], [_MOVED], [_ASKED], {3: "Lê Viết"}))
    assert one == (
        "16/04/2019 08:00 – 10:00 | Giao ban &lt;quý&gt; | Phòng họp tầng 2 | "
        "Nguyễn An, Trưởng ban, Trần Bình; Văn phòng | Lê Viết (viết tin)"
    )
    assert "lặp lại 2 tuần một lần, đến 30/06/2019" in series
    assert "hỏng" in series  # what cannot be read as names stands as it is
    assert moved.startswith('<span class="muted">riêng lần</span> 16/04/2019 14:00 – 15:00')
    assert "(dời: bận họp tỉnh)" in moved
    assert "Hội trường" in moved


def test_who_declined_is_not_told_and_an_occurrence_of_its_own_has_its_line() -> None:
    asked = [
        {**_ASKED, "state": "declined"},
        {**_ASKED, "meeting_id": 2, "origin": "2019-04-29T08:00:00", "task": "photo"},
    ]
    made = page([_ONE, _SERIES], [], asked, {})
    assert "viết tin" not in made
    assert "riêng lần</span> 29/04/2019 08:00" in made
    assert "3 (chụp ảnh)" in made


def test_whatever_a_damaged_row_holds_it_is_a_page() -> None:
    broken = dict.fromkeys(_ONE) | {"id": "x"}
    one = dict.fromkeys(_MOVED) | {"meeting_id": "x", "fields": "[1"}
    assert _lines(page([broken], [one], [], {}))
    assert "Không có cuộc họp nào." in page([], [], [], {})
