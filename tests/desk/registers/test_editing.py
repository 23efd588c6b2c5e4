"""The registers by hand: added, changed, removed, journaled, taken back."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from desk import clock
from desk.acts import journal
from desk.acts.journal import JournalQuery, Subject
from desk.acts.rules import Act
from desk.database import engine
from desk.errors import Denied, Missing, NotNow, Stale, Why
from desk.registers import editing, storage
from desk.registers.entries import BodyEntry, DocumentEntry, Entry, PersonEntry, Title, WordEntry, WordKind
from tests.desk.registers.filled import ENTRIES, MAU
from tests.making import Cast


def _all() -> tuple[Entry, ...]:
    return (*storage.people(), *storage.bodies(), *storage.documents(), *storage.words())


def _bare(entry: Entry) -> Entry:
    return replace(entry, id=0)


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda one: type(one).__name__)
def test_an_entry_is_added_changed_removed_and_each_taken_back(cast: Cast, entry: Entry) -> None:
    def step(done: int) -> int:
        return editing.undo(cast.editor, done).entry

    added = editing.add(cast.editor, entry).entry
    (first,) = _all()
    assert _bare(first) == entry
    step(step(added))
    assert _all() == (first,)
    other = MAU if isinstance(entry, PersonEntry) else entry
    wanted: Entry
    if isinstance(other, PersonEntry):
        wanted = replace(other, name="Nguyễn Thị Mẫn", titles=other.titles[:1], id=first.id)
    elif isinstance(other, BodyEntry):
        wanted = replace(other, short="TGDV", id=first.id)
    elif isinstance(other, DocumentEntry):
        wanted = replace(other, day=date(2014, 7, 2), id=first.id)
    else:
        wanted = replace(other, meaning="Ban Tuyên giáo Tỉnh ủy", id=first.id)
    changed = editing.change(cast.editor, first, wanted).entry
    assert _all() == (wanted,)
    step(changed)
    assert _all() == (first,)
    removed = editing.remove(cast.editor, first).entry
    assert _all() == ()
    step(removed)
    assert _all() == (first,)
    assert list(engine.broken_seals()) == []


def test_the_journal_says_what_it_said_before_and_now(cast: Cast) -> None:
    editing.add(cast.editor, MAU)
    (mau,) = storage.people()
    editing.change(cast.editor, mau, replace(mau, titles=()))
    now, before = journal.entries(JournalQuery(subject=Subject.REGISTER))
    lines = [
        "Nguyễn Thị Mẫu",
        "Trưởng ban · Ban Tuyên giáo Tỉnh ủy · 01/01/2016 – 31/12/2019",
        "Phó Bí thư · Tỉnh ủy · 01/01/2020 –",
    ]
    assert before.title == now.title == "Nguyễn Thị Mẫu"
    assert (before.detail["register"], before.detail["register_now"]) == ("people", lines)
    assert (now.detail["register_before"], now.detail["register_now"]) == (lines, lines[:1])


def test_what_cannot_be_is_refused(cast: Cast) -> None:
    editing.add(cast.editor, MAU)
    cases: tuple[tuple[Entry, Why], ...] = (
        (PersonEntry(" "), Why.NAME_EMPTY),
        (PersonEntry("nguyễn thị mẫu"), Why.NAME_TAKEN),
        (PersonEntry("An", (Title("Bí thư", "", date(2020, 1, 1), date(2019, 1, 1)),)), Why.DATES_TURNED),
        (BodyEntry("Ban", "", date(2020, 1, 1), date(2019, 1, 1)), Why.DATES_TURNED),
        (DocumentEntry("Chỉ thị", "", " "), Why.NUMBER_EMPTY),
        (WordEntry(WordKind.WORD, "x" * 501), Why.TITLE_TOO_LONG),
    )
    for entry, why in cases:
        with pytest.raises(NotNow) as refused:
            editing.add(cast.editor, entry)
        assert refused.value.why is why
    with pytest.raises(Denied):
        editing.add(cast.writer, PersonEntry("An"))


def test_two_people_of_one_name_are_told_apart_by_their_titles(cast: Cast) -> None:
    for title in ("Giám đốc Sở Y tế", "Bí thư Huyện ủy"):
        editing.add(cast.editor, PersonEntry("Trần Văn Thử", (Title(title),)))
    assert [one.titles[0].title for one in storage.people()] == ["Giám đốc Sở Y tế", "Bí thư Huyện ủy"]
    with pytest.raises(NotNow):
        editing.add(cast.editor, PersonEntry("Trần Văn Thử", (Title("Bí thư Huyện ủy"),)))


def test_who_did_not_see_it_so_is_told_who_changed_it(cast: Cast) -> None:
    editing.add(cast.editor, MAU)
    (seen,) = storage.people()
    editing.change(cast.chief, seen, replace(seen, name="Nguyễn Thị Mẫn"))
    with pytest.raises(Stale) as stale:
        editing.remove(cast.editor, seen)
    assert stale.value.by == "Trần Thị Lãnh"
    (now,) = storage.people()
    editing.remove(cast.editor, now)
    with pytest.raises(Missing):
        editing.change(cast.editor, now, seen)


def test_a_rule_is_set_and_as_the_program_has_it_again(cast: Cast) -> None:
    entry = editing.set_rule(cast.editor, "typography.dash", "gợi ý").entry
    assert storage.rule_states() == {"typography.dash": "gợi ý"}
    editing.undo(cast.editor, entry)
    assert storage.rule_states() == {}
    editing.set_rule(cast.editor, "typography.dash", "off")
    editing.set_rule(cast.editor, "typography.dash", "sai")
    editing.set_rule(cast.editor, "typography.dash", "sai")
    editing.set_rule(cast.editor, "typography.dash", "")
    assert storage.rule_states() == {}
    (last, *_) = entries = journal.entries(JournalQuery(act=Act.SET_PROOF_RULE))
    assert len(entries) == 4
    assert last.detail == {
        "proof_rule": "typography.dash", "rule_before": "sai", "register_rows": last.detail["register_rows"]
    }  # fmt: skip
    with pytest.raises(NotNow):
        editing.set_rule(cast.editor, "typography.dash", "loud")


def test_another_s_act_or_an_old_one_is_not_taken_back(cast: Cast) -> None:
    clock.set_clock(lambda: datetime(2019, 4, 9, 1, tzinfo=UTC))
    first = editing.add(cast.editor, PersonEntry("An")).entry
    second = editing.add(cast.chief, PersonEntry("Bình")).entry
    for who, entry in ((cast.editor, first), (cast.editor, second), (cast.chief, 9999)):
        with pytest.raises(NotNow) as refused:
            editing.undo(who, entry)
        assert refused.value.why is Why.UNDONE
    clock.set_clock(lambda: datetime(2019, 4, 9, 1, 11, tzinfo=UTC))
    with pytest.raises(NotNow) as refused:
        editing.undo(cast.chief, second)
    assert refused.value.why is Why.TOO_LATE
