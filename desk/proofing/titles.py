"""Titles beside names: one person with two titles that contradict each other, or another than the register has."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from desk.proofing.finding import Finding, Severity
from desk.proofing.patterns import Lazy
from desk.proofing.people import Name
from desk.proofing.reading import Paragraph
from desk.proofing.register import Register

_HEADS = (
    "Phó Bí thư Thường trực|Phó Bí thư|Bí thư|Phó Chủ tịch Thường trực|Phó Chủ tịch|Chủ tịch|Phó Trưởng ban|"
    "Phó trưởng ban|Trưởng ban|Phó Trưởng phòng|Phó trưởng phòng|Trưởng phòng|Phó Giám đốc|Giám đốc|"
    "Phó Hiệu trưởng|Phó hiệu trưởng|Hiệu trưởng|Phó Chánh Văn phòng|Phó Chánh văn phòng|Chánh Văn phòng|"
    "Chánh văn phòng|Phó Chủ nhiệm|Chủ nhiệm|Phó Tổng Biên tập|Tổng Biên tập|Phó Trưởng đoàn|Trưởng đoàn|"
    "Phó Trưởng Công an|Trưởng Công an|Phó Viện trưởng|Viện trưởng|Phó Chánh án|Chánh án"
)
_END = (
    r"(?=\s*(?:[,.;:()”\n]|$|[-–] |"
    r"(?:dự|chủ trì|phát biểu|trình bày|cho biết|cùng|và|đã|nhấn mạnh|đề nghị|yêu cầu|"
    r"khẳng định|nói|kết luận|được|đến|tham dự|làm|trao|thay mặt|là|chúc|báo cáo|thông báo|tặng|thăm|kiểm tra|"
    r"ghi nhận|biểu dương|đánh giá|chỉ đạo|giao|ký|trả lời|tiếp|có|sẽ|cũng|đọc|quán triệt|truyền đạt)\b))"
)
_TITLE = rf"({_HEADS})((?: (?:[^\W\d_]+)){{0,10}}?){_END}"
_AFTER = Lazy(rf"(?:,|\s[-–]|\s?[-–]\s)\s*(?:là )?{_TITLE}")
_MEMBER = Lazy(
    r"(?:, (?:Tỉnh ủy viên|Huyện ủy viên|Đảng ủy viên|Ủy viên [^,.;]{3,60}))+(?=,)", needs=("viên",)
)
_BEFORE = Lazy(rf"({_HEADS})((?: [^\W\d_]+){{0,8}}?) $")


class Titled(NamedTuple):
    """A person with a title: its head, such as Phó Bí thư, and the body."""

    name: str
    head: str
    body: str
    start: int  # of the title
    end: int
    text: str

    def moved(self, by: int) -> Titled:
        """Return the title that many letters further on."""
        return Titled(self.name, self.head, self.body, self.start + by, self.end + by, self.text)


def titled(one: Paragraph, names: Sequence[Name]) -> list[Titled]:
    """Return the titles of a paragraph that stand after a name of two words or more, or right before it."""
    found: list[Titled] = []
    for name in names:
        if " " not in name.text:
            continue
        at = name.end - one.start
        member = _MEMBER.match(one.text, at)
        at = member.end() if member else at
        while hit := _AFTER.match(one.text, at):
            found.append(_titled(one, name.text, hit))
            at = hit.end()
        if not found or found[-1].name != name.text:
            low = max(0, name.start - one.start - 70)
            hit = _BEFORE.search(one.text[low : name.start - one.start].removesuffix("đồng chí "))
            if hit:
                found.append(_titled(one, name.text, hit, low))
    return found


def _titled(one: Paragraph, name: str, hit: re.Match[str], low: int = 0) -> Titled:
    start, end = low + hit.start(1), low + hit.end(2)
    text = one.text[start:end].rstrip()
    head = hit.group(1).replace(" Thường trực", "")
    start += one.start
    return Titled(name, _plain(head), _plain(hit.group(2)), start, start + len(text), text)


def _plain(text: str) -> str:
    return text.strip().lower().replace("uỷ", "ủy").replace("ubnd", "ủy ban nhân dân")


def contradicts(first: Titled, second: Titled) -> bool:
    """Return whether two titles of one person cannot both be right on one day: vice and head of one body."""
    if first.head == second.head or first.name != second.name:
        return False
    one, other = first.head.removeprefix("phó "), second.head.removeprefix("phó ")
    if one != other:
        return False
    bodies = {_body(first), _body(second)}
    return len(bodies) == 1 or "" in bodies


def _body(held: Titled) -> str:
    """Return what a title is of, without what a head may say twice: "Trưởng ban (Ban) Tuyên giáo"."""
    words = held.body.removeprefix("thường trực ").strip()
    kind = held.head.split(" ")[-1]
    return words.removeprefix(f"{kind} ").strip()


def find(held: Sequence[Titled]) -> Iterator[Finding]:
    """Yield the titles of a text that an earlier one of the same person contradicts."""
    for at, one in enumerate(held):
        other = next((it for it in held[:at] if contradicts(it, one)), None)
        if other:
            message = f"Ở trên viết {other.name} là “{other.text}”."
            head, was = one.text[: len(one.head)], other.text[: len(other.head)]
            yield Finding(
                "people.title", Severity.LOOK, one.start, one.start + len(head), head, message, (was,)
            )


def misnamed(held: Sequence[Titled], names: Sequence[Name]) -> Iterator[Finding]:
    """Yield the name of three words that is a letter off from that of the same title above."""
    for at, one in enumerate(held):
        for it in held[:at]:
            mine, theirs = one.name.split(" "), it.name.split(" ")
            bodies_agree = it.body == one.body or not it.body or not one.body
            if len(mine) < 3 or it.head != one.head or not bodies_agree or mine[:-1] != theirs[:-1]:
                continue
            here, there = mine[-1], theirs[-1]
            if len(here) != len(there) or sum(a != b for a, b in zip(here, there, strict=True)) != 1:
                continue
            name = min(
                (name for name in names if name.text == one.name),
                key=lambda name: abs(name.start - one.start),
            )
            start = name.end - len(here)
            message = f"Ở trên {it.text} là {it.name}."
            yield Finding("people.spelling", Severity.LOOK, start, name.end, here, message, (there,))
            break


def against(held: Sequence[Titled], register: Register, date: dt.date | None) -> Iterator[Finding]:
    """Yield the titles that the register does not have of that person on the text's day."""
    if date is None or not register.held:
        return
    for one in held:
        known = [it for it in register.held if it.name == one.name]
        if not known:
            continue
        valid = [
            it for it in known if (not it.since or it.since <= date) and (not it.until or date <= it.until)
        ]
        said = _plain(one.text)
        if any(_plain(it.title).startswith(said) or said.startswith(_plain(it.title)) for it in valid):
            continue
        right = tuple(it.title for it in valid[:3])
        then = f"{date:%d/%m/%Y}"
        message = (
            f"Sổ tay: ngày {then} {one.name} là {right[0]}."
            if right
            else f"Sổ tay không có chức danh này của {one.name} vào ngày {then}."
        )
        yield Finding("people.title", Severity.LOOK, one.start, one.end, one.text, message, right, "Sổ tay")
