"""Figures of a list, a table or a paragraph against those of another paragraph: sums by lines, what is left."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from desk.proofing.finding import Finding, Severity
from desk.proofing.numbers import figures, near, shown, value
from desk.proofing.patterns import Lazy
from desk.proofing.reading import Paragraph

_OPENS = Lazy(r"(?:[Cc]ụ thể|[Tt]rong đó|gồm|bao gồm|như sau|sau đây|dưới đây)[^.:]{0,20}:\s*$", needs=(":",))
_ITEM = Lazy(r"^\s*(?:[-–•+*]|\d{1,2}[.)]|[a-zđ]\))\s")
_OF_ITEM = Lazy(r": (\d[\d.]*(?:,\d+)?) ([^\W\d_]+(?: đồng)?)[^\d]*$")
_CELL = Lazy(r"\d[\d.]*(?:,\d+)?")
_TOTAL = Lazy(r"^\s*(?:[Cc]ộng|CỘNG|[Tt]ổng|TỔNG)\b", needs=("ộng", "ỘNG", "ổng", "ỔNG"))
_LEFT = Lazy(
    r"\b[Cc]òn(?: lại)? (\d[\d.]*) ([^\W\d_]+)(?: [^\W\d_]+)? chưa (?:được )?([^\W\d_]+ [^\W\d_]+|[^\W\d_]+)",
    needs=(" chưa ",),
)
_REACH = 3  # paragraphs that a remainder looks back
_FEWEST = 2
_MARKS = ("\t", " | ", "; ")  # between the cells of a table's row


def find(every: Sequence[Paragraph]) -> list[Finding]:
    """Return what contradicts between the paragraphs of a text."""
    return [*_lists(every), *_tables(every), *_left(every)]


def _finding(one: Paragraph, span: tuple[int, int], message: str, *right: str) -> Finding:
    start, end = one.start + span[0], one.start + span[1]
    text = one.text[span[0] : span[1]]
    return Finding("number.sum", Severity.LOOK, start, end, text, message, right)


def _lists(every: Sequence[Paragraph]) -> Iterator[Finding]:
    """Yield a line of a list whose figures do not make the total that its opening tells."""
    for at, head in enumerate(every):
        if not _OPENS.search(head.text):
            continue
        items = []
        for one in every[at + 1 :]:
            if not _ITEM.match(one.text):
                break
            items.append((one, _OF_ITEM.search(one.text.rstrip(" .;,"))))
        if len(items) < _FEWEST or any(hit is None for _, hit in items):
            continue
        parts = [(one, hit) for one, hit in items if hit]
        units = {hit.group(2) for _, hit in parts}
        unit = units.pop()
        told = [it.value for it in figures(head.text) if it.unit == unit]
        total = sum((value(hit.group(1)) for _, hit in parts), Fraction(0))
        if units or not told or total in told:
            continue
        for whole in told:
            for one, hit in parts:
                rest = whole - (total - value(hit.group(1)))
                if rest > 0 and near(value(hit.group(1)), rest):
                    message = f"Các dòng cộng lại là {shown(total)}, tổng là {shown(whole)}."
                    yield _finding(one, hit.span(1), message)
                    break
            else:
                continue
            break


def _tables(every: Sequence[Paragraph]) -> Iterator[Finding]:
    """Yield the figures of a table that its columns or its rows do not make."""
    rows: list[Paragraph] = []
    mark = ""
    for one in [*every, None]:
        now = next((sign for sign in _MARKS if sign in one.text), "") if one is not None else ""
        if one is not None and now and now == (mark or now):
            rows.append(one)
            mark = now
            continue
        yield from _whole(rows, mark)
        rows, mark = ([one], now) if one is not None and now else ([], "")


def _whole(rows: list[Paragraph], mark: str) -> Iterator[Finding]:
    for at in range(_FEWEST, len(rows)):
        if _TOTAL.match(rows[at].text):
            yield from _table([row.text.split(mark) for row in rows[:at]], rows[at], mark)
    if len(rows) <= _FEWEST:
        return
    heads = [cell.strip().lower() for cell in rows[0].text.split(mark)]
    for row in rows[1:]:
        cells = row.text.split(mark)
        if len(cells) == len(heads) > _FEWEST and not _TOTAL.match(row.text):
            yield from _row(heads, cells, row, mark)


def _row(heads: list[str], cells: list[str], row: Paragraph, mark: str) -> Iterator[Finding]:
    """Yield the sum at a row's end, or the product of how many and how much each, that its cells do not make."""
    every = [value(cell.strip()) if _CELL.fullmatch(cell.strip()) else None for cell in cells]
    last = every[-1]
    before = [
        it for head, it in zip(heads[:-1], every[:-1], strict=True) if head not in ("stt", "tt", "số tt")
    ]
    numbers = [it for it in before if it is not None]
    if last is None or len(numbers) < _FEWEST or None in before[1:]:
        return
    if heads[-1] in ("cộng", "tổng", "tổng số", "tổng cộng"):
        right = sum(numbers, Fraction(0))
    elif heads[-1] == "thành tiền" and len(numbers) == _FEWEST:
        right = numbers[0] * numbers[1]
    else:
        return
    if right != last:
        low = len(row.text) - len(cells[-1].lstrip())
        yield _finding(row, (low, low + len(cells[-1].strip())), f"Tính ra {shown(right)}.", shown(right))


def _table(rows: list[list[str]], last: Paragraph, mark: str) -> Iterator[Finding]:
    at = 0
    for column, cell in enumerate(last.text.split(mark)):
        start, at = at, at + len(cell) + len(mark)
        cells = [row[column].strip() if column < len(row) else "" for row in rows]
        if not _CELL.fullmatch(cell.strip()):
            continue
        while cells and not _CELL.fullmatch(cells[0]):
            del cells[0]  # its heads
        if len(cells) < _FEWEST or not all(map(_CELL.fullmatch, cells)):
            continue
        total = sum(map(value, cells), Fraction(0))
        if total != value(cell.strip()) and (
            near(total, value(cell.strip())) or sum(cell_value != 0 for cell_value in map(value, cells)) > 1
        ):
            low = start + len(cell) - len(cell.lstrip())
            message = f"Cộng các dòng được {shown(total)}."
            yield _finding(last, (low, low + len(cell.strip())), message, shown(total))


def _left(every: Sequence[Paragraph]) -> Iterator[Finding]:
    """Yield "Còn 238 nhà chưa hoàn thành" where a thousand were begun and 862 are done."""
    for at, one in enumerate(every):
        for hit in _LEFT.finditer(one.text):
            before = (
                "\n".join(it.text for it in every[max(0, at - _REACH) : at]) + "\n" + one.text[: hit.start()]
            )
            unit, verb = hit.group(2), hit.group(3).split(" ")[0]
            whole = [it.value for it in figures(before) if it.unit == unit]
            done = [value(it) for it in re.findall(rf"\b{verb}[^.;\d]{{0,12}}? (\d[\d.]*) {unit}\b", before)]
            told = value(hit.group(1))
            if len(done) != 1:
                continue
            rests = [it - done[0] for it in whole if it > done[0]]
            if rests and told not in rests and any(near(told, rest) for rest in rests):
                right = next(rest for rest in rests if near(told, rest))
                message = f"Còn lại phải là {shown(right)} {unit}."
                yield _finding(one, hit.span(1), message, shown(right))
