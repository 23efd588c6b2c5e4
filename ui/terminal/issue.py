"""The verbs of the printed issue: its export, and the check of what was printed."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from typing import Any

from desk.edition.outputs import Finish, Output
from desk.export.preflight import faults
from desk.export.work_steps import run_here
from desk.integrity.printed import verify as verified
from desk.issues.export import ExportOrder
from desk.issues.export import export as issue_export
from desk.issues.issues import IssueRow
from ui.words import export as export_words
from ui.words import issue as issue_words

Notify = Callable[[str], None]

_FORMATS = {"pdf": Output.SCREEN, "docx": Output.WORD, "html": Output.WEB}


def export(wish: argparse.Namespace, issue: IssueRow, who: int | None, notify: Notify) -> None:
    """Export an issue: outputs into a new dated folder with a manifest, plain formats into the folder itself.

    What the pages have against it is said.
    """
    outputs = {Output(name): _finish(Output(name), wish) for name in wish.profile}
    if not wish.profile:
        outputs = {_FORMATS[name]: Finish(whole_pictures=True) for name in wish.format}
    order = ExportOrder(issue.id, outputs, wish.out, who=who, by=wish.name or "", in_place=not wish.profile)
    result = run_here(issue_export(order))
    if wish.profile and result.frozen and (wish.bleed or wish.marks or wish.grey):
        notify(export_words.as_released())
    if result.measured is not None:
        titles = {piece.article: piece.text.title for piece in result.edition.pieces}
        for fault in faults(result.edition, result.measured.layout):
            notify(f"Lưu ý: {issue_words.fault(fault, titles.get(fault.article, ''))}")
    for path in result.paths:
        notify(f"Đã ghi {path}")


def _finish(output: Output, wish: argparse.Namespace) -> Finish:
    printed = output is Output.PRINT
    return Finish(bleed=printed and (wish.bleed or wish.marks), marks=printed and wish.marks, grey=wish.grey)


def verify(wish: argparse.Namespace, say: Notify, notify: Notify) -> dict[str, Any]:
    """Verify a file or folder; return what was found as JSON has it."""
    found = verified(wish.path)
    if not wish.json:
        for one in found.files:
            say(f"{one.name}: {issue_words.file_state(one.state)}")
        for article in found.articles:
            say(f"{article.title}: {issue_words.article_state(article)}")
    notify(issue_words.verdict(wish.path.name, found))
    return {
        "sound": found.sound,
        "released": found.released,
        "issue": found.issue,
        "release": found.release,
        "files": [{"name": one.name, "state": one.state.name.lower()} for one in found.files],
        "articles": [
            {"id": one.article_id, "title": one.title, "state": one.state.name.lower(), "words": one.words}
            for one in found.articles
        ],
    }
