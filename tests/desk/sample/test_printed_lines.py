"""The sample issue as it prints: its lines are read from the PDF and none is torn open."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace

import pypdf
import pytest

from desk.edition.design import PageFormat
from desk.edition.edition import Edition, SectionPart
from desk.sample import articles
from tests.desk.press import editions
from tests.desk.press.booklets import booklet
from tests.desk.press.word_spaces import SetLine, set_lines

BORNE = 2.2  # times the natural width of a space


@pytest.fixture(scope="module")
def sample() -> Edition:
    """The sample's texts in print order, without their photographs."""
    taken = articles.read()
    parts = tuple(
        SectionPart(
            section,
            tuple(
                editions.piece(number, one.text)
                for number, one in enumerate(taken.articles, 1)
                if one.section == section
            ),
        )
        for section in taken.sections
    )
    return replace(editions.short_issue(), sections=parts, names=taken.names, pictures={})


def _lines(sample: Edition, form: PageFormat) -> Iterator[SetLine]:
    pdf = booklet(replace(sample, design=replace(sample.design, format=form, emblem="", photo="")))
    return set_lines(pypdf.PdfReader(io.BytesIO(pdf)))


@pytest.mark.parametrize("form", PageFormat)
def test_no_line_of_the_sample_is_torn_open(sample: Edition, form: PageFormat) -> None:
    lines = list(_lines(sample, form))
    assert len(lines) > 500
    assert [line for line in lines if line.widest > BORNE] == []
    assert sum(line.widest > 1.8 for line in lines) < len(lines) / 100


@pytest.mark.parametrize("form", PageFormat)
def test_no_title_of_the_sample_ends_a_line_before_what_it_leads_to(
    sample: Edition, form: PageFormat
) -> None:
    titles = [line.words.strip() for line in _lines(sample, form) if line.size == 13]
    assert len(titles) >= len(sample.pieces)
    leading = ("của", "trong", "về", "và", "với", "cho", "các", "ở")
    assert [line for line in titles if line.rpartition(" ")[2] in leading] == []
