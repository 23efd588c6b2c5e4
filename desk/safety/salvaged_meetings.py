"""The meetings of a salvage as a page that anybody can read: when, what, where, who leads, who was asked for news."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from html import escape
from typing import Any

from desk.database.damaged_file import Row
from desk.safety.pages import document, table

NAME = "lich-hop.html"
_OFTEN = {"DAILY": "ngày", "WEEKLY": "tuần", "MONTHLY": "tháng", "YEARLY": "năm"}
_STATES = {"postponed": "hoãn", "cancelled": "hủy", "moved": "dời"}
_TASKS = {"write": "viết tin", "photo": "chụp ảnh"}
_HEADS = ("Lúc", "Nội dung", "Địa điểm", "Chủ trì", "Phân công")


def page(
    meetings: Iterable[Row], occurrences: Iterable[Row], coverage: Iterable[Row], names: Mapping[Any, str]
) -> str:
    """Return the page: a row for each meeting, below a series what differs of it; `names` are people by number."""
    changed: dict[Any, list[Row]] = defaultdict(list)
    asked: dict[tuple[Any, str], list[str]] = defaultdict(list)
    for row in occurrences:
        changed[row["meeting_id"]].append(row)
    for row in coverage:
        if row["state"] != "declined":
            task = _TASKS.get(_said(row["task"]), _said(row["task"]))
            asked[row["meeting_id"], _said(row["origin"])].append(
                f"{names.get(row['person_id'], row['person_id'])} ({task})"
            )
    lines: list[tuple[str, ...]] = []
    for row in sorted(meetings, key=lambda one: (_said(one["start"]), str(one["id"]))):
        lines.append(_line(row, asked.pop((row["id"], ""), [])))
        of_one = sorted(changed.pop(row["id"], []), key=lambda one: _said(one["origin"]))
        lines += [_line_of_one(at, asked.pop((row["id"], _said(at["origin"])), [])) for at in of_one]
        others = sorted(origin for meeting, origin in asked if meeting == row["id"])
        lines += [(_indented(_when(one)), "", "", "", _people(asked.pop((row["id"], one)))) for one in others]
    told = table(_HEADS, lines) if lines else "<p>Không có cuộc họp nào.</p>"
    top = '<p class="muted"><a href="danh-sach.html">Danh sách</a></p>'
    return document("Lịch họp", f"{top}\n<h1>Lịch họp</h1>\n{told}")


def _line(row: Row, asked: list[str]) -> tuple[str, ...]:
    often = _often(_said(row["rule"]), _said(row["ends"]))
    when = _span(_said(row["start"]), _said(row["stop"]))
    return (
        escape(when) + (f'<br><span class="muted">{escape(often)}</span>' if often else ""),
        escape(_said(row["title"])) + _state(row) + (" (đã xóa)" if row["binned"] else ""),
        escape(_said(row["place"])),
        escape("; ".join(filter(None, (_chairs(_said(row["chairs"])), _said(row["unit"]))))),
        _people(asked),
    )


def _line_of_one(row: Row, asked: list[str]) -> tuple[str, ...]:
    """Return the line of an occurrence that differs: the words that are its own."""
    own = _loaded(_said(row["fields"]))
    start = _said(row["start"]) or _said(row["origin"])
    when = f"{_when(_said(row['origin']))}" if not row["start"] else _span(start, _said(row["stop"]))
    gone = " (bỏ)" if row["gone"] else ""
    return (
        _indented(when),
        escape(str(own.get("title", ""))) + _state(row) + gone,
        escape(str(own.get("place", ""))),
        escape(str(own.get("unit", ""))),
        _people(asked),
    )


def _indented(when: str) -> str:
    return f'<span class="muted">riêng lần</span> {escape(when)}'


def _state(row: Row) -> str:
    state, reason = _STATES.get(_said(row["state"]), ""), _said(row["reason"])
    if not state:
        return ""
    return f" <strong>({escape(state + (': ' + reason if reason else ''))})</strong>"


def _often(rule: str, ends: str) -> str:
    freq = re.search(r"FREQ=(\w+)", rule)
    if freq is None:
        return "lặp lại" if rule else ""
    times = re.search(r"INTERVAL=(\d+)", rule)
    unit = _OFTEN.get(freq[1], "")
    often = f"{times[1]} {unit} một lần" if times and times[1] != "1" else f"hằng {unit}"
    return f"lặp lại {often}" + (f", đến {_day(ends)}" if ends else "")


def _span(start: str, stop: str) -> str:
    told = _when(start)
    if stop[:10] == start[:10]:
        return f"{told} – {stop[11:16]}" if stop[11:16] else told
    return f"{told} – {_when(stop)}" if stop else told


def _when(stored: str) -> str:
    return f"{_day(stored)} {stored[11:16]}".strip()


def _day(stored: str) -> str:
    return "/".join(reversed(stored[:10].split("-")))


def _chairs(stored: str) -> str:
    told = _read(stored)
    return ", ".join(_names_of(told)) if isinstance(told, list) else stored


def _names_of(chairs: list[Any]) -> Iterator[str]:
    for one in chairs:
        parts = [str(part) for part in one if part] if isinstance(one, list) else [str(one)]
        yield ", ".join(parts)


def _people(asked: list[str]) -> str:
    return "<br>".join(escape(one) for one in asked)


def _loaded(stored: str) -> Mapping[str, Any]:
    told = _read(stored)
    return told if isinstance(told, dict) else {}


def _read(stored: str) -> Any:
    try:
        return json.loads(stored)
    except (ValueError, RecursionError):
        return None


def _said(value: Any) -> str:
    """Return a cell as words, whatever a damaged row has in it."""
    return value if isinstance(value, str) else "" if value is None else str(value)
