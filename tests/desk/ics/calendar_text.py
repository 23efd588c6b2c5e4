"""Calendar files written by hand, for the tests of their reader."""

from __future__ import annotations

from datetime import UTC, datetime

STAMP = datetime(2019, 4, 1, 1, 2, 3, tzinfo=UTC)
BASE = ("UID:a@x", "DTSTAMP:20190401T000000Z", "SUMMARY:Giao ban")


def event(*lines: str) -> str:
    return "\r\n".join(("BEGIN:VEVENT", *lines, "END:VEVENT"))


def file(*events: str, head: str = "") -> bytes:
    parts = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//x//y//EN", *([head] if head else []), *events]
    return "\r\n".join([*parts, "END:VCALENDAR", ""]).encode("utf-8")
