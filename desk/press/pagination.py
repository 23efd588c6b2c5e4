"""Pagination: on which page Word will put each heading, counted before Word has seen the file."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from desk.press import masthead
from desk.press.columns import Grid
from desk.press.edition import Edition
from desk.press.galley import ContentsLine, Item, Para, Shot
from desk.press.looks import BY_ID, HANG, MM, Look, cell_look, list_left
from desk.press.manuscript import run_data
from desk.press.typesetter import typesetting
from desk.text import Run

Data = dict[str, Any]
RULE_HEIGHT = 4.75  # points: what a line under a paragraph adds to its height
CELL_TOP = CELL_BOTTOM = 2.0  # points
CELL_SIDE = 3.0


def word_pages(edition: Edition, lines: tuple[ContentsLine, ...], items: list[Item]) -> Mapping[str, int]:
    """Return the page of every anchor, the cover being page 1."""
    data = {
        "contents": [_words(BY_ID["BTContents"], masthead.CONTENTS)]
        + [_words(BY_ID[f"TOC{line.level}"], line.words) for line in lines],
        "items": [_item(item) for item in items],
    }
    with typesetting("wordlike.typ", data, {}, masthead.day_of(edition)) as setting:
        return dict(setting.marks("anchor"))


def _words(look: Look, words: str) -> Data:
    return _para(look, Para(look.id, (Run(words),)))


def _item(item: Item) -> Data:
    if isinstance(item, Para):
        return _para(BY_ID[item.look], item)
    if isinstance(item, Shot):
        look = BY_ID["BTPicture"]
        after = look.after if item.after is None else item.after
        # The picture stands on the line; the letters' depth below it remains.
        return {
            "k": "img",
            "height": item.plate.height * MM + 0.216 * look.size,
            "after": after,
            "keep": item.keep,
        }
    return _table(item)


def _para(look: Look, para: Para) -> Data:
    place = para.numbering
    return {
        "k": "p",
        "size": look.size,
        "line": look.line,
        "after": look.after if para.after is None else para.after,
        "justify": look.align == "both",
        "first": look.first,
        "left": list_left(place.depth) if place else look.left,
        "right": look.right,
        "hang": HANG if place else 0,
        "label": place.label if place else "",
        "bold": look.bold,
        "italic": look.italic,
        "caps": look.caps,
        "keep": look.keep or para.keep,
        "whole": look.keep,
        "rule": RULE_HEIGHT if look.rule else 0,
        "page": look.new_page or para.new_page,
        "anchor": para.anchor,
        "runs": _unbroken(run_data(para.runs, 60)),
    }


def _unbroken(runs: list[list[str]]) -> list[list[str]]:
    """Forbid a break after a slash, where Word has none and Typst has one: 36-NQ/TW, quý I/2019."""
    return [[words.replace("/", "/\u2060"), *rest] for words, *rest in runs]


def _table(grid: Grid) -> Data:
    look = BY_ID[cell_look(grid.size)]
    return {
        "k": "table",
        "size": look.size,
        "line": look.line,
        "shares": grid.shares,
        "header": grid.header,
        "top": CELL_TOP,
        "bottom": CELL_BOTTOM,
        "side": CELL_SIDE,
        "rows": [[_unbroken(run_data(cell, 12)) for cell in row] for row in grid.rows],
    }
