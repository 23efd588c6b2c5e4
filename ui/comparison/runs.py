"""Operations on a passage laid over the runs that it was made of: letters, their marks, what became of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from desk.compare.articles import Change, Op, OpKind
from desk.compare.formatting import Span
from desk.compare.tables import CellChange
from desk.text.blocks import Run, Runs, nfc


@dataclass(frozen=True, slots=True)
class ShownRun:
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


def pieces(change: Change, old: Runs, new: Runs) -> list[ShownRun]:
    """Return the passage's letters in reading order, the old ones with their old marks."""
    before, after = _Letters(old), _Letters(new)
    out: list[ShownRun] = []
    for op in change.ops:
        if op.kind is not OpKind.INSERT:
            gone = list(before.take(len(op.text)))
        if op.kind is OpKind.DELETE:
            out += [ShownRun(run, op.kind) for run in gone]
        else:
            out += [ShownRun(run, op.kind) for run in after.take(len(op.text))]
    return out


def plain_pieces(ops: Sequence[Op]) -> list[ShownRun]:
    """Return a passage's letters without marks."""
    return [ShownRun(Run(op.text), op.kind) for op in ops]


def cell_pieces(cell: CellChange) -> list[ShownRun]:
    """Return the letters of a table's cell, the old ones with their old marks."""
    return pieces(Change(cell.ops), cell.old or (), cell.new or ())


def restyled(laid: Sequence[ShownRun], spans: Sequence[Span]) -> list[tuple[int, int]]:
    """Return where, in positions from the passage's start, new letters look different from the old ones."""
    out: list[tuple[int, int]] = []
    waiting = list(spans)
    letter = place = 0
    for piece in laid:
        size = 0 if piece.kind is OpKind.DELETE else len(piece.run.text)
        for start, stop in waiting:
            first, last = max(start, letter) - letter, min(stop, letter + size) - letter
            if first < last:
                ahead = place + width(piece.run.text[:first])
                out.append((ahead, ahead + width(piece.run.text[first:last])))
        letter += size
        place += width(piece.run.text)
    return out
