"""Operations on a passage laid over the runs that it was made of: letters, their marks, what became of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from desk.compare import Change, Op, OpKind
from desk.text import Run, Runs, Table, nfc, plain


@dataclass(frozen=True, slots=True)
class Piece:
    """Letters with their marks that stayed, came or went."""

    run: Run
    kind: OpKind


def width(text: str) -> int:
    """Return how many positions Qt counts for a text."""
    return len(text.encode("utf-16-le")) // 2


class _Letters:
    """Hands out runs letter by letter."""

    def __init__(self, runs: Runs) -> None:
        self._runs = [replace(run, text=nfc(run.text)) for run in runs]

    def take(self, number: int) -> Iterator[Run]:
        while number > 0 and self._runs:
            run = self._runs[0]
            yield replace(run, text=run.text[:number])
            rest = run.text[number:]
            number -= len(run.text)
            self._runs[:1] = [replace(run, text=rest)] if rest else []


def pieces(change: Change, old: Runs, new: Runs) -> list[Piece]:
    """Return the passage's letters in reading order, the old ones with their old marks."""
    before, after = _Letters(old), _Letters(new)
    out: list[Piece] = []
    for op in change.ops:
        if op.kind is not OpKind.INSERT:
            gone = list(before.take(len(op.text)))
        if op.kind is OpKind.DELETE:
            out += [Piece(run, op.kind) for run in gone]
        else:
            out += [Piece(run, op.kind) for run in after.take(len(op.text))]
    return out


def plain_pieces(ops: Sequence[Op]) -> list[Piece]:
    """Return a passage's letters without marks."""
    return [Piece(Run(op.text), op.kind) for op in ops]


def cell_pieces(change: Change, table: Table) -> list[list[list[Piece]]]:
    """Share a table's operations out to the cells of the new table; what went stays where it was cut out."""
    ops = list(change.ops)
    rows: list[list[list[Piece]]] = []
    for row in table.rows:
        cells: list[list[Piece]] = []
        for cell in row:
            cells.append([])
            _take(ops, len(nfc(plain(cell))), cells[-1])
            # The tab or line end behind the cell; a deletion there belongs to the cell.
            _take(ops, 1, cells[-1], seen=False)
        rows.append(cells)
    if ops and rows and rows[-1]:
        rows[-1][-1] += [Piece(Run(_flat(op.text)), op.kind) for op in ops]
    return rows


def _take(ops: list[Op], number: int, into: list[Piece], *, seen: bool = True) -> None:
    """Move operations that hold so many letters of the new text; deletions on the way come along."""
    while ops and (number > 0 or (ops[0].kind is OpKind.DELETE and seen)):
        op = ops.pop(0)
        if op.kind is OpKind.DELETE:
            into.append(Piece(Run(_flat(op.text)), op.kind))
            continue
        if len(op.text) > number:
            ops.insert(0, replace(op, text=op.text[number:]))
        if seen:
            into.append(Piece(Run(op.text[:number]), op.kind))
        number -= min(number, len(op.text))


def _flat(text: str) -> str:
    return text.replace("\t", " ").replace("\n", " ")
