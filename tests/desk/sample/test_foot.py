"""Nothing of the body is set below the foot of its page: no text, no table, no picture."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest

from desk.edition.design import USUAL, Design, Fitting, PageFormat
from desk.edition.edition import Edition, SectionPart
from desk.edition.page_geometry import MM, geometry
from desk.press.typeset import typst
from desk.sample import articles
from tests.desk.press import editions
from tests.desk.press.booklets import booklet
from tests.desk.press.reading import fragments, opened, placed, rules

HAIR = 0.6  # points: half a rule, and the hair by which a column is higher than its lines


def sample() -> Edition:
    """Return the sample's texts in print order, without their photographs."""
    taken = articles.read()
    given = list(enumerate(taken.articles, 1))
    parts = tuple(
        SectionPart(name, tuple(editions.piece(n, one.text) for n, one in given if one.section == name))
        for name in taken.sections
    )
    return replace(editions.short_issue(), sections=parts, names=taken.names, pictures={})


def below_the_foot(edition: Edition) -> Iterator[tuple[int, str, float]]:
    """Yield the page of what lies below its foot, what it is, and by how many points; page numbers do not count."""
    page = geometry(edition.design.format, edition.design.fitting)
    foot = (page.top + page.room) * MM + HAIR
    for number, sheet in enumerate(opened(booklet(edition)).pages, 1):
        if number == 1:
            continue  # the cover has no foot
        found = [(one.text, one.down) for one in fragments(sheet) if one.text != str(number)]
        found += [("picture", one.bottom) for one in placed(sheet)]
        found += [("rule", bottom) for *_, bottom in rules(sheet)]
        yield from ((number, what, round(down - foot, 1)) for what, down in found if down > foot)


@pytest.mark.parametrize("fitting", [USUAL, Fitting(lines=2, air=-1, pictures=8)])
@pytest.mark.parametrize("form", [PageFormat.A5, PageFormat.A4])
@pytest.mark.parametrize("made", [sample, editions.full_issue, editions.mixed_issue])
def test_nothing_is_set_below_the_foot(
    made: Callable[[], Edition], form: PageFormat, fitting: Fitting
) -> None:
    typst.forget()  # of the issue before: each is remembered with some 100 MB, and its pages know each other
    gc.collect()
    assert list(below_the_foot(replace(made(), design=Design(form, fitting=fitting)))) == []


@pytest.mark.parametrize("seed", [0, 28, 53, 175])
def test_a_table_over_all_columns_pushes_none_of_a_column_past_the_foot(seed: int) -> None:
    """The short table found its place before the wide one came to stand over it."""
    assert list(below_the_foot(editions.tables_issue(seed))) == []
