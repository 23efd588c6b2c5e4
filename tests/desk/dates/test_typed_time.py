"""Times of day as clerks type them."""

from __future__ import annotations

from datetime import time

import pytest

from desk.dates.typed_time import parse_time


@pytest.mark.parametrize(
    ("typed", "at"),
    [
        ("14:30", time(14, 30)),
        ("14h30", time(14, 30)),
        ("14H30", time(14, 30)),
        ("14g30", time(14, 30)),
        ("14.30", time(14, 30)),
        ("14 giờ 30", time(14, 30)),
        ("14 giờ 30 phút", time(14, 30)),
        ("14h30'", time(14, 30)),
        ("1430", time(14, 30)),
        ("0930", time(9, 30)),
        ("930", time(9, 30)),
        ("14h", time(14)),
        ("8", time(8)),
        (" 7h00 ", time(7)),
        ("8h rưỡi", time(8, 30)),
        ("2 giờ rưỡi chiều", time(14, 30)),
        ("2h chiều", time(14)),
        ("12h trưa", time(12)),
        ("1h trưa", time(13)),
        ("11h trưa", time(11)),
        ("12h đêm", time(0)),
        ("7h tối", time(19)),
        ("14h chiều", time(14)),
        ("8h sáng", time(8)),
        ("00:00", time(0)),
        ("23:59", time(23, 59)),
        ("24:00", None),
        ("14:60", None),
        ("164", None),
        ("1:5", None),
        ("chiều", None),
        ("", None),
        ("14:30:00", None),
        ("16451", None),
    ],
)
def test_times_are_read_as_clerks_write_them(typed: str, at: time | None) -> None:
    assert parse_time(typed) == at
