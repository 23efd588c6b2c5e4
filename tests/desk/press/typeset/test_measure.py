"""Casting off: paragraphs that are poured take as many lines as measuring says, and so does what did not fit."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from desk.edition.design import PageFormat
from desk.edition.edition import Edition
from desk.press.typeset.manuscript import manuscript
from desk.press.typeset.measure import Data, ParagraphMeasure, PartToMeasure, _all, _sheets, key, parts
from desk.press.typeset.typst import new_typesetter
from tests import effort
from tests.desk.press import editions


def text(words: str, kind: str = "p", **more: Any) -> Data:
    return {"k": kind, "runs": [[words, "", ""]], **more}


@pytest.mark.parametrize(
    ("item", "most"),
    [
        (text("x" * 83), 5),
        (text("x" * 84), 6),
        (text("a\n" * 20), 24),
        ({"k": "lead", "words": "x" * 42}, 5),
        ({"k": "p", "runs": [["x" * 30, "", ""], ["x" * 30 + "\n", "b", ""]]}, 6),
    ],
)
def test_so_many_lines_a_part_surely_does_not_exceed(item: Data, most: int) -> None:
    assert PartToMeasure(item, narrow=False).most == most


def test_paragraphs_share_pages_that_surely_hold_them() -> None:
    def shared(*most: int) -> list[list[int]]:
        parts = [PartToMeasure(text("\n" * (lines - 4)), narrow=False) for lines in most]
        return [[part.most for part in sheet] for sheet in _sheets(parts, 20)]

    assert shared(10, 10, 5, 16, 4, 4) == [[10, 10], [5], [16, 4], [4]]
    assert shared(30, 5) == [[30], [5]]  # one that none holds has its own
    assert shared() == []


def test_a_part_is_known_by_what_changes_its_measure() -> None:
    item = text("Một")
    placed = item | {"index": 3, "place": "float", "scale": 0.5, "at": 7, "tall": 4, "lines": 4}
    assert key("A5", placed, False) == key("A5", item, False)
    others = {key("A5", item, True), key("A4", item, False), key("A5", text("Hai"), False)}
    assert len(others | {key("A5", item, False)}) == 4


def test_a_paragraph_knows_what_stands_before_it_and_what_signs_it() -> None:
    blocks = [text("a"), text("b"), text("c", "q"), text("d")]
    piece = {"title": "T", "lead": "L", "blocks": blocks, "byline": "An", "joined": True}
    section = {"title": "S", "pieces": [piece], "boxed": False}
    found = list(_all({"contents": {"k": "contents"}, "imprint": {"k": "imprint"}, "sections": [section]}))
    told = [(part.item["k"], part.follows, part.signed) for part in found]
    assert told == [
        ("contents", False, False), ("imprint", False, False), ("section", False, False), ("title", False, False),
        ("lead", False, False), ("p", False, False), ("p", True, False), ("q", True, False), ("p", False, True),
        ("byline", True, False),
    ]  # fmt: skip
    assert not any(part.narrow for part in found)
    boxed = section | {"boxed": True, "pieces": [piece | {"joined": False, "lead": "", "byline": ""}]}
    parts_found = list(parts(boxed))
    assert [(item["k"], narrow) for item, narrow in parts_found] == [
        ("section", False), ("title", True), ("p", True), ("p", True), ("q", True), ("p", True),
    ]  # fmt: skip
    again = list(_all({"contents": {}, "imprint": {}, "sections": [boxed]}))
    assert not any(part.signed for part in again)


def _lines(edition: Edition) -> dict[str, Any]:
    made = manuscript(edition)
    with new_typesetter() as typesetter:
        typesetter.put(
            {"style": made.style, "document": made.data["document"], "drawn": False, "known": False}
        )
        return dict(ParagraphMeasure().measured(typesetter, made.style, made.data))


def _measured(monkeypatch: pytest.MonkeyPatch, edition: Edition) -> dict[str, Any]:
    with monkeypatch.context() as patch:
        patch.setattr(PartToMeasure, "most", property(lambda want: 10_000))
        return _lines(edition)


@pytest.mark.parametrize("form", PageFormat)
def test_poured_as_measured(monkeypatch: pytest.MonkeyPatch, form: PageFormat) -> None:
    edition = editions.mixed_issue(12 if effort.LONG else 4)
    edition = replace(edition, design=replace(edition.design, format=form))
    poured = _lines(edition)
    assert poured == _measured(monkeypatch, edition)
    assert any(cast["lines"] > 5 for cast in poured.values() if "lines" in cast)


@pytest.mark.parametrize("form", PageFormat)
def test_a_paragraph_that_runs_over_its_page_is_measured(
    monkeypatch: pytest.MonkeyPatch, form: PageFormat
) -> None:
    """A guess that is far too low: pages run over, and nothing that crosses their end is counted wrongly."""
    edition = editions.full_issue(2) if effort.LONG else editions.long_issue(5, 2, 2)
    edition = replace(edition, design=replace(edition.design, format=form))
    with monkeypatch.context() as patch:
        patch.setattr(PartToMeasure, "most", property(lambda want: 3))
        poured = _lines(edition)
    assert poured == _measured(monkeypatch, edition)


def test_lines_that_an_author_breaks_count(monkeypatch: pytest.MonkeyPatch) -> None:
    base = editions.short_issue()
    broken = editions.paragraph("\n".join(["Một dòng"] * 20))
    text = replace(base.pieces[0].text, blocks=(broken, broken, editions.paragraph("Hết."), broken))
    part = replace(base.sections[0], pieces=(editions.piece(1, text),))
    edition = replace(base, sections=(part,))
    poured = _lines(edition)
    assert poured == _measured(monkeypatch, edition)
    assert 20 in [cast.get("lines") for cast in poured.values()]
