"""The chuyên mục: renamed, ordered, added, and put out of use without being lost."""

from __future__ import annotations

import pytest

from desk.acts import journal
from desk.acts.journal import JournalQuery
from desk.acts.rules import Act
from desk.department import sections, settings
from desk.errors import Denied, NotNow, Why
from tests.making import Cast


def test_a_founded_desk_has_those_proposed_in_their_order(cast: Cast) -> None:
    rows = sections.listing()
    assert tuple(row.title for row in rows) == settings.PROPOSED_SECTIONS
    assert [row.position for row in rows] == list(range(len(rows)))
    assert all(row.active for row in rows)


def test_they_are_renamed_ordered_and_added_and_the_rest_put_out_of_use(cast: Cast) -> None:
    first, second, *rest = sections.listing()
    sections.set_sections(cast.secretary, [(second.id, " Tin "), (None, "Thơ"), (first.id, first.title)])
    now = sections.listing()
    assert [(row.title, row.position) for row in now] == [("Tin", 0), ("Thơ", 1), (first.title, 2)]
    assert (now[0].id, now[2].id) == (second.id, first.id)
    out = [row for row in sections.listing(active_only=False) if not row.active]
    assert {row.id for row in out} == {row.id for row in rest}
    (entry,) = journal.entries(JournalQuery(act=Act.SET_SECTIONS))
    assert entry.detail == {"sections": ["Tin", "Thơ", first.title]}


def test_one_put_out_of_use_comes_back(cast: Cast) -> None:
    first, second, *_ = sections.listing()
    sections.set_sections(cast.admin, [(first.id, first.title)])
    sections.set_sections(cast.admin, [(second.id, second.title), (first.id, first.title)])
    assert [row.id for row in sections.listing()] == [second.id, first.id]


def test_each_has_a_name_of_its_own(cast: Cast) -> None:
    before = sections.listing()
    cases: tuple[tuple[list[tuple[int | None, str]], Why], ...] = (
        ([], Why.NAME_EMPTY),
        ([(1, "Tin"), (2, "  ")], Why.NAME_EMPTY),
        ([(1, "Bài"), (2, "Tin"), (None, " Tin")], Why.NAME_TAKEN),
    )
    for wanted, why in cases:
        with pytest.raises(NotNow) as refused:
            sections.set_sections(cast.admin, wanted)
        assert refused.value.why is why
    assert refused.value.subject == "Tin"
    with pytest.raises(Denied):
        sections.set_sections(cast.editor, [(1, "Tin")])
    assert sections.listing() == before
