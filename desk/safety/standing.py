"""How it stands with the backups of the open desk: what is due, and what somebody should know."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from desk import clock
from desk.database import copies
from desk.integrity import database
from desk.safety import backups, keeping, trial
from desk.safety.facts import Backup


@dataclass(frozen=True, slots=True)
class Standing:
    """The newest backup that can be relied on, whether something was done since, when a restore was tried last."""

    desk: Path
    newest: Backup | None
    changed: bool
    tried: datetime | None
    faulty: bool = False  # the last one that was made had faults in it

    @property
    def due(self) -> bool:
        """Say whether a backup is due by the clock."""
        last = self.newest.made if self.newest is not None else None
        return keeping.due(clock.now(), last, changed=self.changed)

    @property
    def stale(self) -> bool:
        """Say whether the work of more than a day lies in no backup."""
        last = self.newest.made if self.newest is not None else None
        return keeping.stale(clock.now(), last, changed=self.changed)

    @property
    def trial_due(self) -> bool:
        """Say whether a restore should be tried now."""
        return self.newest is not None and keeping.trial_due(clock.now(), self.tried)


def standing() -> Standing:
    """Return how it stands with the backups of the open desk."""
    desk = database.place()
    found = backups.listed(desk)
    newest = next((one for one in found if one.good), None)
    faulty = bool(found and found[0].facts is not None and found[0].facts.faults)
    changed = backups.changed_since(newest, copies.open_facts())
    return Standing(desk, newest, changed, trial.last_tried(), faulty)
