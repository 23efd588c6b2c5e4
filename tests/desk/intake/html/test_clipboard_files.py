"""What clipboards of Word, Excel, Calc, Google Docs, Zalo and browsers gave, against answers written first."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from desk.intake.html.clean_html import html_blocks
from desk.intake.result import Dropped
from desk.text.blocks import Block, Picture, Table, block_text, plain
from tests.desk.intake.answers import FILES, flat

CLIPS = sorted((FILES / "clip").glob("*.clip.html"))


def shown(block: Block) -> Any:
    if isinstance(block, Table):
        return {"table": [[flat(plain(cell)) for cell in row] for row in block.rows]}
    return flat(block.caption if isinstance(block, Picture) else block_text(block))


@pytest.mark.parametrize("path", CLIPS, ids=lambda path: path.name)
def test_what_was_copied_comes_and_nothing_else(path: Path) -> None:
    answer = json.loads(path.with_name(f"{path.name.partition('.')[0]}.json").read_text(encoding="utf-8"))
    pasted = html_blocks(path.read_text(encoding="utf-8"))
    said_so = [
        shown(block) for block in pasted.blocks if shown(block)
    ]  # a picture without a caption says nothing
    assert said_so == answer["blocks"]
    assert len(pasted.pictures) == answer["pictures"]
    words = "\n".join(map(str, map(shown, pasted.blocks)))
    assert not any(part in words for part in answer["not_in_text"])
    said = re.findall(r"\d+", " ".join(answer.get("must_say", [])))
    assert not said or pasted.dropped[Dropped.PICTURES] == int(said[0])
