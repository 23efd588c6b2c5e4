"""An operation: an act on the desk as a value, which a button, a key or a menu holds and runs.

Pages make operations with the functions of their room's `operations.py`, such as `approve(session, row) -> Op`, and
run them; what is refused, said in the quiet bar and taken back again is done here, in one way for all of them.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QObject

from desk.acts.gate import Changes
from desk.errors import DeskError
from ui.session.session import Session


@dataclass(frozen=True, slots=True)
class Op:
    """What is done to the desk, and how the screen speaks of it.

    Without `did` the window says what the act was and offers its undo where the desk has one. With `did` ("đổi chỗ
    bài") the quiet bar says that and offers `back`, the operation that takes it back. `quiet` says nothing.
    """

    work: Callable[[], Changes]
    did: str = ""
    back: Op | None = None
    quiet: bool = False

    def run(
        self,
        session: Session,
        owner: QObject,
        then: Callable[[Changes], object] | None = None,
        *,
        refused: Callable[[DeskError], None] | None = None,
    ) -> None:
        """Send it to the desk on behalf of `owner`.

        `then` is called with the changes while the owner lives; `refused` shows why it was not done, in place of the
        quiet bar.
        """

        def done(changes: Changes) -> None:
            if self.quiet:
                session.forget_undo()  # before `then`, which may offer its own
            if then is not None:
                then(changes)
            if self.did:
                self._say(session, owner)

        session.client.do(owner, self.work, done, refused=refused, quiet=self.quiet or bool(self.did))

    def _say(self, session: Session, owner: QObject) -> None:
        said = QCoreApplication.translate("Op", "Đã {did}.").format(did=self.did)
        back = self.back
        session.say_done(said, None if back is None else lambda: back.run(session, owner))
