"""What backups have written down of the journal, held against the journal of the desk that is open.

Whoever cuts the journal short or writes it anew with all its sums right is seen by them while one of them is there.
"""

from __future__ import annotations

from pathlib import Path

from desk.acts import journal
from desk.acts.journal import JournalQuery, Subject
from desk.acts.rules import Act
from desk.integrity.database import CheckResult, Finding
from desk.safety import backups

_MOST = 10_000  # restores of a desk


def broken(desk: Path, second: str = "") -> list[CheckResult]:
    """Return the entries that a backup has written down and the journal no longer has, or has otherwise.

    Excused is what was given up with the restore of an earlier backup, which the journal says; and backups of another
    desk: those in the second place by their sign, those beside this one if they were made before it was founded.
    """
    restored = journal.entries(JournalQuery(act=Act.RESTORE_DESK), limit=_MOST)
    founded = next(iter(journal.of_subjects(Subject.DESK, [0])), None)
    sign = journal.hash_of(1)
    found: dict[str, CheckResult] = {}
    for backup in backups.listed(desk, second):
        if backup.facts is None or not backup.facts.of.entry.number:
            continue
        entry, made = backup.facts.of.entry, backup.facts.made
        if backup.facts.of.desk != sign and (backup.second or founded is None or made < founded.at):
            continue
        given_up = any(one.id <= entry.number and made <= one.at for one in restored)
        if not given_up and journal.hash_of(entry.number) != entry.hash:
            found.setdefault(str(entry.number), CheckResult(Finding.ANCHOR, str(entry.number), backup.name))
    return list(found.values())
