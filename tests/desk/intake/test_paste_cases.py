"""What clipboards really hold, each with what a secretary saw in the program where she copied it.

The answers are in `tests/files/paste/NAME.expected.txt`; those of the 47 pages that came first were written before
the reader was run on them. A line a block:
`p:` paragraph, `h1:` heading, `q:` quote, `ul0:` `ol1:` items of lists and their level (`ol0=3:` a list from 3 on),
`img:` a picture and its alt text, `table:` (`table head:`) with a row a line; at last what the report must name.
`{b i|…}` letters with marks, `{=ADDRESS|…}` a link, ⏎ a line break, ⇥ a tab, ⍽ a no-break space.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from desk.intake.html.clean_html import Pasted, html_blocks
from desk.intake.result import Dropped
from desk.text.blocks import Block, Heading, ListItem, Picture, Quote, Runs, Table

CASES = sorted((Path(__file__).parents[2] / "files" / "paste").glob("*.html"))
_UNCOUNTED = {Dropped.FONTS, Dropped.COLOURS, Dropped.LEGACY_LETTERS}


def told(pasted: Pasted) -> str:
    """Write what came out in the form of the answers."""
    lines = [line for block in pasted.blocks for line in _block(block)]
    left = [
        kind.name.lower().replace("_", " ") + ("" if kind in _UNCOUNTED else f" {number}")
        for kind, number in pasted.dropped.items()
    ]
    if left:
        lines.append(f"left out: {', '.join(left)}")
    return "\n".join(line.rstrip() for line in lines)


def _block(block: Block) -> Iterator[str]:
    if isinstance(block, Table):
        yield "table head:" if block.header else "table:"
        for row in block.rows:
            yield "  " + " | ".join(_runs(cell) for cell in row)
    elif isinstance(block, Picture):
        yield f"img: {block.alt}"
    else:
        yield f"{_kind(block)}: {_runs(block.runs)}"


def _kind(block: Block) -> str:
    if isinstance(block, ListItem):
        start = f"={block.start}" if block.start != 1 else ""
        return f"{'ol' if block.ordered else 'ul'}{block.level}{start}"
    if isinstance(block, Heading):
        return f"h{block.level}"
    return "q" if isinstance(block, Quote) else "p"


def _runs(runs: Runs) -> str:
    out = ""
    for run in runs:
        text = run.text.replace("\n", "⏎").replace("\t", "⇥").replace("\xa0", "⍽")
        carried = sorted(mark.value for mark in run.marks) + ([f"={run.link}"] if run.link else [])
        out += f"{{{' '.join(carried)}|{text}}}" if carried else text
    return out


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_what_was_seen_is_what_is_pasted(case: Path) -> None:
    wanted = case.with_suffix(".expected.txt").read_text(encoding="utf-8")
    pasted = html_blocks(case.read_text(encoding="utf-8"))
    assert told(pasted) == "\n".join(line.rstrip() for line in wanted.splitlines())
