"""A table of an OpenDocument text to markup; the words of its cells are read by who asks (ODF 1.3 part 3, 9)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from desk.intake.html.markup import element
from desk.intake.odf.lists import number
from desk.intake.odf.names import q, short

_GROUPS = ("table:table-rows", "table:table-row-group", "table:table-header-rows")
_REPEATED = 100  # rows or cells that one stands for; more is an empty sheet


def table_markup(table: Any, read: Callable[[Any], str]) -> str:
    """Return a table; `read` returns the markup of a cell."""
    head: list[str] = []
    body: list[str] = []
    for row, is_head in _rows(table, False):
        times = min(number(row.get(q("table:number-rows-repeated"), ""), 1), _REPEATED)
        (head if is_head and not body else body).extend([_row(row, read)] * max(1, times))
    return element("table", (element("thead", "".join(head)) if head else "") + "".join(body))


def _rows(around: Any, head: bool) -> Iterator[tuple[Any, bool]]:
    for child in around:
        tag = short(child.tag)
        if tag == "table:table-row":
            yield child, head
        elif tag in _GROUPS:
            yield from _rows(child, head or tag == "table:table-header-rows")


def _row(row: Any, read: Callable[[Any], str]) -> str:
    cells = []
    for cell in row:
        if short(cell.tag) != "table:table-cell":  # covered cells are behind a cell that spreads
            continue
        across, down = (
            number(cell.get(q(f"table:number-{side}-spanned"), ""), 1) for side in ("columns", "rows")
        )
        times = min(number(cell.get(q("table:number-columns-repeated"), ""), 1), _REPEATED)
        made = element(
            "td",
            read(cell),
            colspan=str(across) if across > 1 else "",
            rowspan=str(down) if down > 1 else "",
        )
        cells.extend([made] * max(1, times))
    return element("tr", "".join(cells))
