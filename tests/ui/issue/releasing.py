"""Releases for tests: an issue ready for print, what blocks it, and the list of that."""

from __future__ import annotations

from collections.abc import Callable

from desk.acts import requirements
from desk.acts.requirements import Before, Level
from desk.acts.rules import Genre
from desk.department import settings
from desk.edition.edition import Imprint
from desk.issues import issues, placing
from desk.review import checklists
from desk.review.checklists import ItemEdit
from tests.making import Cast, dated
from tests.ui.modal import answer
from ui.controls.line_button import LineButton
from ui.issue.actions import Do
from ui.issue.release_dialog import ReleaseDialog
from ui.window.window import Window

IMPRINT = Imprint(
    "Trần Thị Lãnh", licence="12/GP", printer="Nhà in tỉnh", copies=300, periodicity="một tháng"
)


def put_closed_issue(cast: Cast, *made: int, closed: bool = True) -> None:
    settings.change(cast.admin, settings.names(), IMPRINT)
    issues.make(cast.secretary, issues.IssueWords("4", 2019, 4))
    dated()
    placing.place(cast.secretary, 1, 1, list(made))
    if closed:
        issues.close(cast.secretary, 1, issues.row(1).version)


def require(cast: Cast, text: str, level: Level = Level.REQUIRED) -> None:
    kept = [ItemEdit(one.id, one.text, one.levels) for one in requirements.items(Before.PRINT)]
    checklists.set_list(cast.admin, Before.PRINT, [*kept, ItemEdit(None, text, dict.fromkeys(Genre, level))])


def blocking_line(dialog: ReleaseDialog, told: str) -> LineButton:
    return next(line for line in dialog.lines if told in line.accessibleName())


def listed_lines(window: Window, press: Callable[[ReleaseDialog], object]) -> list[str]:
    """Open the list of what blocks, and press in it."""
    lines: list[str] = []

    def read(dialog: ReleaseDialog) -> None:
        lines.extend(line.accessibleName() for line in dialog.lines)
        try:
            press(dialog)
        finally:
            if dialog.isVisible():
                dialog.reject()

    window.pages.go("issue")
    met = answer(ReleaseDialog, read)
    window.pages.issue.acts[Do.RELEASE].trigger()
    assert met
    return lines
