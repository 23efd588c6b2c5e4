"""Sections of counted lines, for the tests of what is placed before it is set."""

from __future__ import annotations

from typing import Any

from desk.press.typeset.measure import Data, PartMeasure, key, parts

STYLE = "style"


def text(lines: int, kind: str = "p", words: str = "x", **more: Any) -> Data:
    return {"k": kind, "runs": [[words, "", ""]], "n": lines, **more}


def image(index: int, lines: int, height: float = 0.0, *, wide: str = "column", **more: Any) -> Data:
    return {"k": "img", "index": index, "n": lines, "height": height, "wide": wide, "long": False, **more}


def table(index: int, heights: list[float], *, header: bool = False, wide: str = "column") -> Data:
    return {"k": "table", "index": index, "rows": heights, "header": header, "wide": wide}


def piece(
    *blocks: Data, title: int = 2, lead: int = 0, byline: int = 0, joined: bool = False, above: int = 0
) -> Data:
    """Return an article; title, lead and byline are so many lines."""
    return {
        "title": f"title {title}", "lead": f"lead {lead}" if lead else "", "blocks": list(blocks),
        "byline": f"byline {byline}" if byline else "", "joined": joined, "above": above, "kept": False,
    }  # fmt: skip


def section(*pieces: Data, title: int = 2, above: int = 3, boxed: bool = False) -> Data:
    return {"title": f"section {title}", "pieces": list(pieces), "above": above, "boxed": boxed}


def measures(*sections: Data) -> dict[str, PartMeasure]:
    """Measure every part as its own words say."""
    return {key(STYLE, item, narrow): _measure(item) for given in sections for item, narrow in parts(given)}


def _measure(item: Data) -> PartMeasure:
    if item["k"] == "table":
        return {"heights": item["rows"], "figures": []}
    over = {"over": {"lines": 2, "share": 0.25}} if "over" in item else {}
    lines = item["n"] if "n" in item else int(item["words"].rpartition(" ")[2])
    return {"lines": lines, "share": 0.5} | over | ({"essay": item["essay"]} if "essay" in item else {})
