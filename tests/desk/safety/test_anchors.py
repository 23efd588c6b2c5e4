"""The journal is held against what backups have written down of it."""

from __future__ import annotations

from desk.acts import journal
from desk.acts.rules import Stage
from desk.database import store
from desk.database.journal_tables import Journal, Seal
from desk.integrity.database import Finding
from desk.safety import anchors, backups, restore
from desk.safety.facts import Reason
from tests.engine import unguard
from tests.making import Cast, article


def test_a_journal_that_goes_on_is_borne_out(cast: Cast) -> None:
    article(cast)
    backups.make(cast.path, Reason.HAND)
    article(cast, stage=Stage.APPROVED)
    assert anchors.broken(cast.path) == []


def test_one_that_was_cut_with_its_seals_is_not(cast: Cast) -> None:
    made = article(cast, stage=Stage.APPROVED)
    backups.make(cast.path, Reason.HAND)
    last = journal.head()[0]
    unguard()
    Journal.delete().where(Journal.id > last - 2).execute()
    Seal.delete().where(Seal.entry > last - 2).execute()
    store.close_file()
    store.open_file(cast.path)
    (found,) = anchors.broken(cast.path)
    assert (found.finding, found.where) == (Finding.ANCHOR, str(last))
    assert made


def test_what_was_given_up_with_a_restore_is_excused(cast: Cast) -> None:
    article(cast)
    first = backups.make(cast.path, Reason.HAND).backup
    article(cast, stage=Stage.APPROVED)
    backups.make(cast.path, Reason.HAND)
    store.close_file()
    restore.restore(first.path, cast.path)
    store.open_file(cast.path)
    for _ in range(3):
        article(cast, stage=Stage.APPROVED)
    assert anchors.broken(cast.path) == []
