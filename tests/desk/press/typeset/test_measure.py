"""Casting off: paragraphs that are poured take as many lines as measuring says, and so does what did not fit."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from desk.edition.design import PageFormat
from desk.edition.edition import Edition
from desk.press.typeset.manuscript import manuscript
from desk.press.typeset.measure import ParagraphMeasure, PartToMeasure
from desk.press.typeset.typst import new_typesetter
from tests import effort
from tests.desk.press import editions


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
