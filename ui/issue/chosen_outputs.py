"""The outputs that a person last chose: the desk's for who sets those, else this person's on this machine."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject

from desk.acts.permission import refusal
from desk.acts.rules import Act
from desk.department import export_profiles
from desk.department.export_profiles import Profiles
from desk.edition.outputs import Finish, Output
from ui.look import local_settings
from ui.session.session import Session

_CHOSEN = "export/outputs-{who}"


class ChosenOutputs:
    """Proposes what was chosen last, and keeps what is chosen now."""

    def __init__(self, session: Session, owner: QObject) -> None:
        self._session, self._owner = session, owner

    def last(self, desks: dict[Output, Finish]) -> dict[Output, Finish]:
        """Return what this person last chose on this machine; the desk's outputs for who sets those."""
        if self._sets_the_desks():
            return desks
        try:
            return export_profiles.from_json(local_settings.read(self._key())) or desks
        except ValueError:  # nothing was chosen yet, or the file is damaged
            return desks

    def remember(self, chosen: Profiles) -> None:
        """Keep a choice: as the desk's of who may set it, a mere Bản in thử excepted; else on this machine."""
        if not self._sets_the_desks():
            local_settings.write(self._key(), export_profiles.to_json(chosen))
        elif set(chosen) != {Output.PROOF}:
            save = partial(export_profiles.save, self._session.who, chosen)
            self._session.client.do(self._owner, save, quiet=True)

    def _sets_the_desks(self) -> bool:
        return refusal(Act.CHANGE_SETTINGS, self._session.me.roles) is None

    def _key(self) -> str:
        return _CHOSEN.format(who=self._session.who)
