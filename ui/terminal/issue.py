"""The verbs of the printed issue: every profile into a dated folder, and the check of what was printed."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from typing import Any

from desk import clock
from desk.acts.rules import IssueState
from desk.edition.edition import Edition
from desk.edition.file_names import Format, output_name
from desk.edition.outputs import Finish, Output
from desk.export import packages, write_files
from desk.export.make import MAKERS, Made, make
from desk.export.preflight import faults
from desk.integrity.printed import verify as verified
from desk.issues import manifest, printing, releases
from desk.issues.issues import IssueRow
from ui.words import export as export_words
from ui.words import issue as issue_words

Tell = Callable[[str], None]

_FROZEN_AS = {Format.PDF: Output.SCREEN, Format.DOCX: Output.WORD, Format.HTML: Output.WEB}


def profiles(wish: argparse.Namespace, issue: IssueRow, who: int | None, tell: Tell) -> int:
    """Make the chosen outputs of an issue into a new folder with a manifest; what the page has against it is told."""
    outputs = [Output(name) for name in wish.profile]
    editions = {
        proof: printing.edition(issue.id, proof=proof)
        for proof in sorted({output is Output.PROOF for output in outputs})
    }
    files: dict[str, bytes] = {}
    held: dict[Output, dict[str, bytes]] = {}
    if issue.state is IssueState.RELEASED:  # what went to print goes out as it went
        held = releases.parcels(releases.newest(issue.id).id, frozenset(outputs))
    if held and (wish.bleed or wish.marks or wish.grey):
        tell(export_words.as_released())
    for output in outputs:
        if output in held:
            files |= held[output]
            continue
        printed = output is Output.PRINT
        finish = Finish(
            bleed=printed and (wish.bleed or wish.marks), marks=printed and wish.marks, grey=wish.grey
        )
        edition = editions[output is Output.PROOF]
        files |= packages.parcel(edition, output, make(edition, output, finish))
    edition = next(iter(editions.values()))
    measured = packages.measured(edition)
    by = wish.name or ""
    files[manifest.NAME] = manifest.write(issue.id, edition, files, measured.pages, by=by)
    folder = write_files.write_new_folder(files, wish.out, packages.folder_name(edition, clock.today()))
    if who is not None and False in editions:
        printing.exported(who, issue.id, manifest.fingerprints(files), editions[False])
    titles = {piece.article: piece.text.title for piece in edition.pieces}
    for one in faults(edition, measured.layout):
        tell(f"Lưu ý: {issue_words.fault(one, titles.get(one.article, ''))}")
    tell(f"Đã ghi {folder}")
    return 0


def formats(issue: IssueRow, edition: Edition, kinds: Sequence[Format]) -> dict[Format, Made]:
    """Make an issue in the plain formats; of a released one, return what its release holds."""
    held: dict[Output, dict[str, bytes]] = {}
    if issue.state is IssueState.RELEASED:
        outputs = frozenset(_FROZEN_AS[kind] for kind in kinds)
        held = releases.parcels(releases.newest(issue.id).id, outputs)
    made: dict[Format, Made] = {}
    for kind in kinds:
        output = _FROZEN_AS[kind]
        if output not in held:
            made[kind] = MAKERS[kind](edition)
        elif kind is Format.HTML:
            inside = f"{output_name(edition, output)}/"
            made[kind] = {path.removeprefix(inside): data for path, data in held[output].items()}
        else:
            (made[kind],) = held[output].values()
    return made


def verify(wish: argparse.Namespace, say: Tell, tell: Tell) -> dict[str, Any]:
    """Verify a file or folder; return what was found as JSON has it."""
    found = verified(wish.path)
    if not wish.json:
        for one in found.files:
            say(f"{one.name}: {issue_words.file_state(one.state)}")
        for article in found.articles:
            say(f"{article.title}: {issue_words.article_state(article)}")
    tell(issue_words.verdict(wish.path.name, found))
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
