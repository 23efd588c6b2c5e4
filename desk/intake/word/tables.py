"""Word's tables (ECMA-376 part 1, 17.4): cells that spread, deleted rows, tables that only lay out a page."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from desk.intake.html.markup import element
from desk.intake.packages import Element
from desk.intake.word.drawings import SHOWN_PICTURES
from desk.intake.word.names import ALTERNATE, child_value, chosen, has, value, w, whole
from desk.intake.word.styles import Styles, draws_lines
from desk.text.stamp import marked_block

_MOST_ACROSS = 40  # as many as the reader of markup takes
_CAPTION_LETTERS = 300
_COLUMN_LETTERS = 400  # more in one cell, in several paragraphs, is a text and no entry of a table
_COLUMNS = 3
_SENTENCE_LETTERS = 40
_SENTENCE_ENDS = (".", "!", "?", "…", "”", '"')
_CHANGES = tuple(w(name) for name in ("del", "ins", "moveFrom", "moveTo"))
_CELL_CHANGES = (w("cellDel"), w("cellIns"))
_TRPR, _TCPR, _TR, _TC, _T = w("trPr"), w("tcPr"), w("tr"), w("tc"), w("t")
_AROUND = frozenset(w(name) for name in ("sdt", "sdtContent", "customXml", "ins", "moveTo"))


@dataclass(slots=True)
class TableCell:
    """A cell: where it begins and how far it spreads."""

    content: Element | None  # None: a place that no cell fills
    column: int
    across: int = 1
    down: int = 1

    @property
    def letters(self) -> int:
        """Count its letters."""
        return 0 if self.content is None else sum(len(one.text or "") for one in self.content.iter(_T))

    @property
    def pictured(self) -> bool:
        """Say whether it holds a picture."""
        return self.content is not None and next(self.content.iter(*SHOWN_PICTURES), None) is not None

    @property
    def tells(self) -> bool:
        """Say whether it holds a sentence, which no entry of a table and no letterhead is."""
        lines = () if self.content is None else self.content.findall(w("p"))
        texts = ("".join(one.text or "" for one in line.iter(_T)).rstrip() for line in lines)
        return any(len(text) >= _SENTENCE_LETTERS and text.endswith(_SENTENCE_ENDS) for text in texts)

    @property
    def is_column(self) -> bool:
        """Say whether it holds several paragraphs of running text."""
        if self.content is None or self.letters <= _COLUMN_LETTERS:
            return False
        return len(self.content.findall(w("p"))) > 1


@dataclass(frozen=True, slots=True)
class TableShape:
    """A table's rows; `flat` are its cells in reading order where it only lays out pictures or text."""

    rows: list[list[TableCell]]
    head: bool
    flat: list[TableCell]
    hidden: frozenset[int] = frozenset()  # places of the rows that Word does not show


def table_shape(table: Element, changed: Callable[[str], bool], styles: Styles) -> TableShape:
    """Read how a table is built; `changed` says whether a row or cell with this change is there."""
    rows: list[list[TableCell]] = []
    open_cells: dict[int, TableCell] = {}  # column → the cell that the cells below may go on with
    hidden: set[int] = set()
    head = False
    for row in _within(table, _TR):
        properties = row.find(_TRPR)
        if properties is not None:
            if not _stays(properties, _CHANGES, changed):
                continue
            head = head or (not rows and has(properties, "tblHeader"))
        cells = _row(row, properties, open_cells, changed)
        if cells:
            if has(properties, "hidden"):
                hidden.add(len(rows))
            rows.append(cells)
    return TableShape(rows, head, [] if hidden else _flat(rows, table, styles), frozenset(hidden))


def _row(
    row: Element,
    properties: Element | None,
    open_cells: dict[int, TableCell],
    changed: Callable[[str], bool],
) -> list[TableCell]:
    column = min(whole(child_value(properties, "gridBefore")), _MOST_ACROSS)
    cells = [TableCell(None, 0, column)] if column > 0 else []
    went_on: set[int] = set()
    for one in _within(row, _TC):
        said = one.find(_TCPR)
        across, goes_on, restarts = 1, False, False
        if said is not None:
            if not _stays(said, _CELL_CHANGES, changed):
                continue
            across = min(max(whole(child_value(said, "gridSpan"), 1), 1), _MOST_ACROSS)
            merge = said.find(w("vMerge"))
            restarts = merge is not None and value(merge) == "restart"
            goes_on = merge is not None and not restarts
            sideways = said.find(w("hMerge"))
            if cells and sideways is not None and value(sideways) != "restart":
                cells[-1].across = min(cells[-1].across + across, _MOST_ACROSS)
                column += across
                continue
        above = open_cells.get(column)
        if goes_on and above is not None and above.across == across and above.down < _MOST_ACROSS:
            above.down += 1
            went_on.add(column)
        else:
            cell = TableCell(None if goes_on else one, column, across)
            cells.append(cell)
            if restarts or goes_on:
                open_cells[column] = cell
                went_on.add(column)
        column += across
    for gone in open_cells.keys() - went_on:
        del open_cells[gone]
    return cells


def _stays(properties: Element, signs: Iterable[str], changed: Callable[[str], bool]) -> bool:
    return all(changed(tag) for tag in signs if properties.find(tag) is not None)


def _within(node: Iterable[Element], tag: str) -> Iterator[Element]:
    """Yield rows or cells, those in content controls and customs too."""
    for one in node:
        if one.tag == tag:
            yield one
        elif one.tag in _AROUND:
            yield from _within(one, tag)
        elif one.tag == ALTERNATE:
            yield from _within(chosen(one), tag)


def table_markup(shape: TableShape, cell: Callable[[Element], str], source: str) -> str:
    """Write a table, a cell's content by `cell`."""
    out = []
    for at, row in enumerate(shape.rows):
        tag = "th" if shape.head and at == 0 else "td"
        line = []
        for one in row:
            content = "" if one.content is None else cell(one.content)
            across = f' colspan="{one.across}"' if one.across > 1 else ""
            down = f' rowspan="{one.down}"' if one.down > 1 else ""
            line.append(f"<{tag}{across}{down}>{content}</{tag}>")
        out.append(element("tr", "".join(line), style="display:none" if at in shape.hidden else ""))
    return element("table", "".join(out), id=source)


# -- tables that lay out a page --------------------------------------------------------------------------


def _is_ours(table: Element) -> bool:
    """Say whether the desk wrote it as a block of an article."""
    first = next(table.iter(_TC), None)
    marks = () if first is None else first.iter(w("bookmarkStart"))
    return (
        any(marked_block(value(one, w("name"))) for one in marks)
        and next(table.iter(*SHOWN_PICTURES), None) is None
    )


def _flat(rows: list[list[TableCell]], table: Element, styles: Styles) -> list[TableCell]:
    if _is_ours(table):
        return []
    if all(len(row) == 1 for row in rows):
        return [row[0] for row in rows]
    pictured = next(table.iter(*SHOWN_PICTURES), None) is not None
    if pictured and (cells := _gallery(rows)):
        return cells
    if (pictured or len(rows) == 1) and max(map(len, rows)) <= _COLUMNS and not _has_lines(table, styles):
        cells = [cell for row in rows for cell in row]
        if any(cell.tells if pictured else cell.is_column for cell in cells):
            return cells
    return []


def _gallery(rows: list[list[TableCell]]) -> list[TableCell]:
    """Return pictures, each before its caption in the same cell or below, where a table has nothing else."""
    out: list[TableCell] = []
    below: dict[int, int] = {}  # column → place behind the picture above, whose caption may come
    for row in rows:
        places: dict[int, int] = {}
        for cell in row:
            if cell.letters > _CAPTION_LETTERS:
                return []
            if cell.pictured:
                out.append(cell)
                if not cell.letters:
                    places[cell.column] = len(out)
            elif cell.letters:
                if cell.column not in below:
                    return []
                out.insert(below[cell.column], cell)
                below = {at: place + (place > below[cell.column]) for at, place in below.items()}
                places = {at: place + 1 for at, place in places.items()}
        below = places
    return out


def _has_lines(table: Element, styles: Styles) -> bool:
    properties = table.find(w("tblPr"))
    if properties is not None and properties.find(w("tblBorders")) is not None:
        lines = draws_lines(properties, "tblBorders")
    else:
        lines = styles.is_bordered(child_value(properties, "tblStyle"))
    return lines or any(draws_lines(one, "tcBorders") for one in table.iter(_TCPR))
