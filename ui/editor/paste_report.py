"""Pasting in the window: heavy pages are read in a thread, and what did not come along is said at its foot."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject

from desk.intake.result import Dropped, lost_parts
from ui.editor.form import ArticleForm
from ui.editor.paste import Brought
from ui.session.session import Session
from ui.words import wording


class PasteReport(QObject):
    """Serves the pasting of one form."""

    def __init__(self, session: Session, form: ArticleForm) -> None:
        super().__init__(form)
        self._session = session
        form.body.pasting.aside = self._read
        form.paste_dropped.connect(self._say_dropped)
        form.body.paste_empty.connect(self._say_nothing)

    def _read(self, work: Callable[[], Brought], then: Callable[[Brought], None]) -> None:
        self._session.client.away(self, work, then)

    def _say_dropped(self, dropped: Mapping[Dropped, int]) -> None:
        words = wording.dropped(dropped)
        if words:
            kind = "warning" if lost_parts(dropped) else "done"
            self._session.say(self.tr("Đã dán. Bỏ lại: {what}.").format(what=words), kind)

    def _say_nothing(self, dropped: Mapping[Dropped, int]) -> None:
        words = wording.dropped(dropped)
        said = self.tr("Không có gì để dán.")
        if words:
            said = self.tr("Không dán được gì. Trong đó chỉ có: {what}.").format(what=words)
        self._session.say(said, "warning")
