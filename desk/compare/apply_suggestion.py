"""A stretch of a text replaced: what accepting a suggestion does to the words."""

from __future__ import annotations

from dataclasses import replace

from desk.compare.anchors import BYLINE, LEAD, TITLE, Anchor
from desk.text.blocks import ArticleText, Block, Picture, Run, Runs, Table, merged, nfc, plain


def replaced(text: ArticleText, anchor: Anchor, words: str) -> ArticleText:
    """Return a text with an anchor's stretch replaced; the new words look as the first replaced letter did.

    A paragraph of which nothing is left goes.
    """
    start, stop = anchor.start, anchor.stop
    heads = {TITLE: "title", LEAD: "lead", BYLINE: "byline"}
    if anchor.place in heads:
        name = heads[anchor.place]
        old = nfc(getattr(text, name))
        fresh = replace(text, **{name: old[:start] + words + old[stop:]})  # type: ignore[arg-type]  # strings all
        return fresh
    blocks = (
        _with(block, start, stop, words) if block.id == anchor.place else block for block in text.blocks
    )
    return replace(text, blocks=tuple(one for one in blocks if one.id != anchor.place or not _is_empty(one)))


def _is_empty(block: Block) -> bool:
    return not isinstance(block, Picture | Table) and not plain(block.runs).strip()


def _with(block: Block, start: int, stop: int, words: str) -> Block:
    if isinstance(block, Picture):
        return block
    if not isinstance(block, Table):
        return replace(block, runs=_spliced(block.runs, start, stop, words))
    place, table = 0, []
    for row in block.rows:
        cells = []
        for cell in row:
            end = place + len(plain(cell))
            inside = place <= start and stop <= end
            cells.append(_spliced(cell, start - place, stop - place, words) if inside else cell)
            place = end + 1
        table.append(tuple(cells))
    return replace(block, rows=tuple(table))


def _spliced(runs: Runs, start: int, stop: int, words: str) -> Runs:
    out: list[Run] = []
    place, done = 0, False
    for run in runs:
        end = place + len(run.text)
        head, tail = run.text[: max(0, start - place)], run.text[max(0, stop - place) :]
        if end <= start or place >= stop:
            out.append(run)
        else:
            out += [replace(run, text=head)]
            if not done:
                out.append(replace(run, text=words))
                done = True
            out += [replace(run, text=tail)]
        place = end
    return merged(out)
