"""Many entries at once: what is new, changed, contradictory is said before; one act takes it in and back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from desk.acts import journal
from desk.acts.journal import JournalQuery
from desk.acts.rules import Act
from desk.database import engine
from desk.errors import Denied
from desk.registers import editing, importing, storage
from desk.registers.contradictions import Clash
from desk.registers.entries import BodyEntry, DocumentEntry, Entry, PersonEntry, Title, WordEntry, WordKind
from desk.registers.importing import Novelty, preview, take
from tests.desk.registers.filled import ENTRIES, MAU
from tests.making import Cast


def _told(entries: list[Entry]) -> list[tuple[Novelty, list[Clash]]]:
    return [(one.novelty, [it.clash for it in one.contradictions]) for one in preview(entries)]


def test_a_preview_says_what_is_new_changed_the_same_and_contradictory(cast: Cast) -> None:
    for entry in ENTRIES:
        editing.add(cast.editor, entry)
    nq = ENTRIES[2]
    assert isinstance(nq, DocumentEntry)
    assert _told(
        [
            MAU,
            PersonEntry("Giàng A Sình", (Title("Phó Bí thư", "Tỉnh ủy"),)),
            replace(MAU, titles=(Title("Phó Bí thư", "Tỉnh ủy", date(2020, 1, 1), date(2025, 7, 1)),)),
            BodyEntry("Ban Tuyên giáo và Dân vận Tỉnh ủy", predecessor="Ban Dân vận Tỉnh ủy"),
            replace(nq, subject="về một việc khác"),
            replace(nq, day=date(2014, 7, 2)),
            WordEntry(WordKind.WORD, "giao ban"),
        ]
    ) == [
        (Novelty.CHANGED, []),
        (Novelty.NEW, []),
        (Novelty.CHANGED, []),
        (Novelty.CHANGED, [Clash.TWO_DAYS]),
        (Novelty.NEW, [Clash.TWO_DAYS]),
        (Novelty.NEW, []),
    ]
    assert storage.people() == (replace(MAU, id=1),)


def test_rows_of_one_person_are_one_person_and_titles_find_each_other(cast: Cast) -> None:
    rows = [replace(MAU, titles=(one,)) for one in MAU.titles]
    take(cast.editor, rows, "Sổ tay.xlsx")
    assert storage.people() == (replace(MAU, id=1),)
    ended = Title("Phó bí thư", "tỉnh ủy", None, date(2025, 7, 1))
    take(cast.editor, [PersonEntry("nguyễn thị mẫu", (ended,))])
    (mau,) = storage.people()
    assert mau.titles[1] == Title("Phó Bí thư", "Tỉnh ủy", date(2020, 1, 1), date(2025, 7, 1))
    assert mau.name == "Nguyễn Thị Mẫu"


def test_it_is_one_act_that_is_journaled_and_taken_back(cast: Cast) -> None:
    editing.add(cast.editor, MAU)
    before = storage.people()
    changed = replace(MAU, titles=(Title("Bí thư", "Tỉnh ủy", date(2026, 1, 1)),))
    done = take(cast.editor, [changed, *ENTRIES[1:]], "Sổ tay.xlsx")
    (entry,) = journal.entries(JournalQuery(act=Act.IMPORT_REGISTER))
    assert (entry.title, entry.detail["register_added"], entry.detail["register_changed"]) == (
        "Sổ tay.xlsx",
        3,
        1,
    )
    assert len(storage.people()[0].titles) == 3
    editing.undo(cast.editor, done.entry)
    assert storage.people() == before
    assert not any((storage.bodies(), storage.documents(), storage.words()))
    assert list(engine.broken_seals()) == []


def test_the_same_again_changes_nothing_and_a_contributor_may_not(cast: Cast) -> None:
    take(cast.editor, ENTRIES, "a.xlsx")
    assert [one.novelty for one in preview(ENTRIES)] == [Novelty.SAME] * 4
    assert not take(cast.editor, ENTRIES, "a.xlsx").undo
    assert len(journal.entries(JournalQuery(act=Act.IMPORT_REGISTER))) == 1
    with pytest.raises(Denied):
        take(cast.writer, ENTRIES)


def test_five_thousand_are_taken_in_one_act(cast: Cast) -> None:
    many = [DocumentEntry("Chỉ thị", str(at), "-CT/TU", date(2019, 1, 1)) for at in range(5000)]
    take(cast.editor, many)
    assert len(storage.documents()) == 5000
    assert len(importing.preview(many[:3])) == 3
