"""What stands in an entry's brackets: where, who presides, who comes, who prepares."""

from __future__ import annotations

import itertools
import re

from desk.announcements.bodies import is_person, is_place
from desk.announcements.entry_reading import AT, STOP, Reading
from desk.announcements.meeting_found import Field
from desk.announcements.people import chairs

_CHAIRS_HERE = re.compile(r"\s+(?:ct|chủ\s+trì)\s*$")
_BRACKET = re.compile(r"\(([^()\n]*)\)")
_ASIDE = re.compile(
    r"\b(?:không\s+(?:họp|tổ\s+chức|phải)|cùng\s+địa\s+điểm|có\s+lịch\s+riêng|\d{1,2}\s+ngày|chuẩn\s+bị"
    r"|thay\s+(?:thư|giấy)\s+mời|giấy\s+mời|lđvp|giao\s(?!ban)|theo\s|phục\s+vụ|hoãn|hủy|huỷ"
    r"|bổ\s+sung|chuyển\s+sang|dời|điều\s+chỉnh|dự\s*:|ctct|mời\s|cùng\s+dự|xuất\s+phát|đi\s+từ"
    r"|bắt\s+đầu|báo\s+cáo|đến\s+hết|tổ\s+chức|có\s+mặt)"
)
_SHORT_POST = re.compile(r"(?:p?bt|p?ct|p?gđ|p?ht|p?tb|p?tp|p?cvp)(?:\s+tt)?")
_TWO = 2
_PREPARES = re.compile(r"\b(?:chuẩn\s+bị|phục\s+vụ)\b")


def read_brackets(one: Reading, start: int, stop: int) -> tuple[int, int]:
    """Read what stands in brackets: a place, who comes, who prepares; the name keeps what is its own."""
    low = one.letters.low
    found = list(_BRACKET.finditer(low, start, stop))
    for match in found:
        inside = match[1].strip()
        begins = match.start(1) + len(match[1]) - len(match[1].lstrip())
        spoken = next((end for begin, end in one.taken if begin <= begins < end < match.end()), begins)
        if spoken > begins:
            one.taken.append(match.span())
            begins = (
                spoken + len(low[spoken : match.end(1)]) - len(low[spoken : match.end(1)].lstrip(" ,;:–-"))
            )
            inside = low[begins : match.end(1)].strip()
            if not inside:
                continue
        if _read_parts(one, begins, match.end(1)):
            one.taken.append(match.span())
            continue
        presides = _CHAIRS_HERE.search(inside)
        if _ASIDE.search(inside):
            one.taken.append(match.span())
            unit = re.search(r"(?:giao\s+)?(?P<u>[^,;()]{2,60}?)\s+chuẩn\s+bị", inside)
            if unit and not one.unit:
                one.unit = one.put(Field.UNIT, begins + unit.start("u"), begins + unit.end("u"))
        elif presides is not None and not one.people:
            one.people += chairs(one.put(Field.CHAIR, begins, begins + presides.start()))
            one.taken.append(match.span())
        elif is_place(inside) and _is_address(low, start, match.start()):
            continue
        elif (is_place(inside) or inside.startswith("tại ")) and not one.place and not one.placed:
            lead = 4 if inside.startswith("tại ") else 0
            base = begins + lead
            comma = inside.find(",") if re.search(r",\s*(?:đ/c|trực tuyến)", inside) else -1
            one.place = one.put(Field.PLACE, base, match.end(1) if comma < 0 else begins + comma)
            one.taken.append(match.span())
        elif is_person(inside) or re.fullmatch(r"\W*", inside):
            one.attendees.append(one.put(Field.ATTENDEES, begins, match.end(1)))
            one.taken.append(match.span())
    return start, stop


def _is_address(low: str, start: int, at: int) -> bool:
    """Say whether brackets follow a place that "tại" names: "tại Nhà hát 3/2 (đường 30/4)"."""
    named = AT.search(low, start, at)
    return named is not None and re.search(rf"{STOP}|[;\n(]", low[named.end() : at]) is None


def _read_parts(one: Reading, start: int, stop: int) -> bool:
    """Read brackets that name a place and who presides, in either order; say whether they are so."""
    low = one.letters.low
    parts: list[tuple[int, int]] = []
    at = start
    for cut in (*(m.end() for m in re.finditer(r"[,;]\s+|\s+[-–]\s+", low[start:stop])), stop - start):
        parts.append((at, start + cut))
        at = start + cut
    if not one.placed and _read_clauses(one, start, stop):
        return True
    short = [part for part in parts if _SHORT_POST.fullmatch(low[slice(*part)].strip(" -–,;"))]
    if short and len(parts) == _TWO and is_place(low[slice(*parts[1])]) and not one.placed:  # "BT - PH.01"
        one.place = one.place or one.put(Field.PLACE, *parts[1])
        one.people = one.people or chairs(one.put(Field.CHAIR, *short[0]))
        return True
    places = [part for part in parts if is_place(low[slice(*part)])]
    heads = [part for part in parts if _CHAIRS_HERE.search(low[slice(*part)].rstrip(" ,;"))]
    if not (places and heads) or one.placed:
        return False
    one.place = one.place or one.put(Field.PLACE, *places[0])
    begin, end = heads[0]
    presides = _CHAIRS_HERE.search(low[begin:end].rstrip(" ,;"))
    if presides is not None and not one.people:
        one.people += chairs(one.put(Field.CHAIR, begin, begin + presides.start()))
    for part in parts:
        if part not in places and part not in heads and is_person(low[slice(*part)]):
            one.attendees.append(one.put(Field.ATTENDEES, *part))
    return True


def _read_clauses(one: Reading, start: int, stop: int) -> bool:
    """Read "(đ/c Nhàn - PGĐ chủ trì; Phòng A chuẩn bị; PH tầng 2)", where each clause says what it is."""
    low = one.letters.low
    told: list[tuple[Field, int, int]] = []
    at = start
    for cut in (*(m.end() for m in re.finditer(r"[,;]\s+", low[start:stop])), stop - start):
        kind = _kind(low[at : start + cut].strip(" ,;"))
        if kind is None:
            return False
        told.append((kind, at, start + cut))
        at = start + cut
    kinds = [kind for kind, _, _ in told]
    if (Field.PLACE, Field.UNIT) in itertools.pairwise(kinds):  # "(P.TCKT, P.KHTH chuẩn bị)"
        return False
    if len(told) < _TWO or not {kind for kind, _, _ in told} & {Field.PLACE, Field.CHAIR}:
        return False
    for kind, begin, end in told:
        presides = _CHAIRS_HERE.search(low[begin:end].rstrip(" ,;"))
        if kind is Field.CHAIR and presides is not None:
            one.people = one.people or chairs(one.put(Field.CHAIR, begin, begin + presides.start()))
        elif kind is Field.PLACE:
            lead = re.compile(r"\s*(?:tại|ở)\s+").match(low, begin, end)
            one.place = one.place or one.put(Field.PLACE, lead.end() if lead else begin, end)
        elif kind is Field.UNIT:
            one.unit = one.unit or one.put(Field.UNIT, begin, end)
        else:
            one.attendees.append(one.put(Field.ATTENDEES, begin, end))
    return True


def _kind(clause: str) -> Field | None:
    if _CHAIRS_HERE.search(clause):
        return Field.CHAIR
    if _PREPARES.search(clause):
        return Field.UNIT
    if is_place(clause) or clause.startswith(("tại ", "ở ")):
        return Field.PLACE
    return Field.ATTENDEES if is_person(clause) else None
