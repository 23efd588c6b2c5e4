"""Page numbers: on which page Word will put each heading, counted before Word has seen the file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from desk.edition import masthead
from desk.edition.edition import Edition
from desk.edition.page_geometry import MM, Geometry, geometry
from desk.press.typeset.manuscript import run_data
from desk.press.typeset.table_columns import ColumnGrid, whole_rows
from desk.press.typeset.typst import new_typesetter
from desk.press.word.paragraph_styles import BY_ID, HANG, ParagraphLook, cell_look, list_left, paragraph_looks
from desk.press.word.paragraphs import Box, ContentsLine, Item, Para, PicturesAbreast, Shot
from desk.press.word.placement import MeasuredItem, settled
from desk.text.blocks import Run

Data = dict[str, Any]
_SOURCE = "wordlike.typ"
RULE_HEIGHT = 4.75  # points: what a line under a paragraph adds to its height
CELL_TOP = CELL_BOTTOM = 2.0  # points
CELL_SIDE = 3.0
BOX_SIDE, BOX_END = 9.0, 5.0
ABREAST_LOOK = "BTTwin"


def paginated(
    edition: Edition, lines: tuple[ContentsLine, ...], items: list[Item]
) -> tuple[list[Item], Mapping[str, int]]:
    """Return the items in the order in which pictures leave no hole, and the page of every anchor (the cover: 1)."""
    page = geometry(edition.design.format)
    looks = paragraph_looks(edition.design, page)
    made = [_item(item, looks, page) for item in items]
    measuring = any(isinstance(item, Shot) for item in items)
    data = {
        "page": asdict(page),
        "contents": [_words(looks["BTContents"], masthead.CONTENTS)]
        + [_words(looks[f"TOC{line.level}"], line.words) for line in lines],
        "items": made,
        "measuring": measuring,
    }
    with new_typesetter() as typesetter:
        typesetter.put({"data": data})
        if measuring:
            heights: list[float] = typesetter.marks(_SOURCE, "heights")[0]
            measured = [_measured(*one) for one in zip(items, made, heights, strict=True)]
            items = settled(measured, (page.height - 2 * page.top) * MM)
            made = [_item(item, looks, page) for item in items]
            typesetter.put({"data": data | {"items": made, "measuring": False}})
        return items, dict(typesetter.marks(_SOURCE, "anchor"))


def _measured(item: Item, made: Data, height: float) -> MeasuredItem:
    line = made["line"] if made["k"] == "p" else 0.0
    return MeasuredItem(
        item, height, made.get("after", 0.0), line, made.get("keep", False), made.get("page", False)
    )


def _words(look: ParagraphLook, words: str) -> Data:
    return _para(look, Para(look.id, (Run(words),)))


def _item(item: Item, looks: Mapping[str, ParagraphLook], page: Geometry) -> Data:
    if isinstance(item, Para):
        return _para(looks[item.look], item)
    if isinstance(item, Box):
        return {"k": "box", "parts": [_para(looks["BTBox"], Para("BTBox", runs)) for runs in item.paragraphs]}
    if isinstance(item, PicturesAbreast):
        return _abreast(item, looks, page)
    if isinstance(item, Shot):
        look = looks["BTPicture"]
        after = look.after if item.after is None else item.after
        # The picture stands on the line; the letters' depth below it remains.
        return {
            "k": "img",
            "height": item.size.height * MM + 0.216 * look.size,
            "after": after,
            "keep": item.keep,
        }
    return _table(item)


def _abreast(item: PicturesAbreast, looks: Mapping[str, ParagraphLook], page: Geometry) -> Data:
    """Two cells: a picture and its words in each, as wide as desk.press.word.tables makes them."""
    depth = 0.216 * looks["BTPicture"].size
    cells = []
    for shot, words in zip(item.shots, item.captions, strict=True):
        caption = [_words(looks[ABREAST_LOOK], words)] if words else []
        cells.append(
            {"height": shot.size.height * MM + depth, "after": looks["BTPicture"].after, "parts": caption}
        )
    return {"k": "abreast", "cells": cells, "widths": abreast_widths(item, page)}


def abreast_widths(item: PicturesAbreast, page: Geometry) -> tuple[float, float]:
    """Return the widths in millimetres of two cells that stand side by side."""
    left, right = (shot.size.width for shot in item.shots)
    spare = (page.column - left - right) / 2
    return left + spare, right + spare


def _para(look: ParagraphLook, para: Para) -> Data:
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
        "whole": look.keep or para.whole,
        "rule": RULE_HEIGHT if look.rule else 0,
        "page": look.new_page or para.new_page,
        "anchor": para.anchor,
        "runs": _unbroken(run_data(para.runs, 60, glue=False)),
    }


def _unbroken(runs: list[list[str]]) -> list[list[str]]:
    """Forbid a break after a slash, where Word has none and Typst has one: 36-NQ/TW, quý I/2019."""
    return [[words.replace("/", "/\u2060"), *rest] for words, *rest in runs]


def _table(grid: ColumnGrid) -> Data:
    look = BY_ID[cell_look(grid.size)]
    return {
        "k": "table",
        "size": look.size,
        "line": look.line,
        "shares": grid.shares,
        "header": grid.header,
        "whole": whole_rows(grid),
        "top": CELL_TOP,
        "bottom": CELL_BOTTOM,
        "side": CELL_SIDE,
        "rows": [[_unbroken(run_data(cell, 12, glue=False)) for cell in row] for row in grid.rows],
    }
