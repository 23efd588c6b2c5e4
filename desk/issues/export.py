"""The export and the release of an issue, each as one piece of work for a window and the command line alike.

Here is said what an export may contain, that a released issue goes out as it went, that everything is checked before
something is made, and that an export of which the journal does not know leaves no files. It stands here and not in
`desk.export`, which makes and writes files of whatever it is given: every rule of it asks for an issue's plan, its
releases, its manifest or its journal.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

from desk import clock
from desk.acts.gate import Changes
from desk.acts.rules import IssueState
from desk.cancel import never
from desk.database import connection
from desk.department.export_profiles import Profiles
from desk.edition.edition import Edition
from desk.edition.file_names import folder_name, output_name, plain_name
from desk.edition.outputs import WANTS_PROCESS, Finish, Output
from desk.errors import Cancelled
from desk.export import packages, preflight, write_files
from desk.export.make import make
from desk.export.packages import MeasuredEdition
from desk.export.preflight import LimitFault
from desk.export.work_steps import Making, Phase, Step, Steps, Where, one
from desk.export.write_files import Written
from desk.issues import issues, manifest, printing, releases
from desk.issues.issues import IssueRow
from desk.issues.releases import ReleaseContent

Stop = Callable[[], bool]
Describe = Callable[[LimitFault, str], str]  # a fault and the title of its article, in words
_Packages = dict[Output, dict[str, bytes]]  # an output's files by path


@dataclass(frozen=True, slots=True)
class ExportOrder:
    """What is exported, by whom and where to.

    Without `who` it is nobody's act: it is not journaled, and only the command line does so. The files stand in a new
    dated folder with their manifest; `in_place` ones in the folder itself, instead of older ones of their names.
    """

    issue_id: int
    outputs: Profiles
    folder: Path
    who: int | None = None
    by: str = ""
    in_place: bool = False


@dataclass(frozen=True, slots=True)
class Exported:
    """What came of an export; `frozen` outputs went out as they were released."""

    paths: tuple[Path, ...]
    edition: Edition
    measured: MeasuredEdition | None
    frozen: frozenset[Output]
    journaled: bool


@dataclass(frozen=True, slots=True)
class _Content:
    """What the files are made of; a Bản in thử (`proof`) shows the articles as they are now."""

    approved: Edition | None
    proof: Edition | None
    release_id: int = 0  # the release that holds some of the outputs
    frozen: frozenset[Output] = frozenset()

    @property
    def main(self) -> Edition:
        """Return the edition by which the whole is named and measured."""
        edition = self.approved or self.proof
        assert edition is not None  # an order has an output
        return edition

    def of(self, output: Output) -> Edition:
        """Return what an output is made of."""
        edition = self.proof if output is Output.PROOF else self.approved
        assert edition is not None
        return edition


def export(order: ExportOrder, stop: Stop = never) -> Steps[Exported]:
    """Export an issue: look at the folder, gather, make, write, journal; refused or stopped, it leaves nothing.

    A mere Bản in thử is nobody's business but the maker's and is not journaled. The errors are those of
    `printing.edition`, `printing.may_export` and `write_files`; Cancelled once `stop` says so.
    """
    yield from one(Step(Where.THREAD, Phase.LOOK, partial(write_files.look, order.folder)))
    content = yield from one(Step(Where.DESK, Phase.GATHER, partial(_gathered, order)))
    made, measured = yield from _make(order.outputs, content, measure=not order.in_place)
    files = {name: data for package in made.values() for name, data in package.items()}
    if order.in_place:
        files = _plainly_named(content.main, made)
    elif measured is not None:
        listed = partial(manifest.write, order.issue_id, content.main, files, measured.pages, by=order.by)
        files = {**files, manifest.NAME: (yield from one(Step(Where.DESK, Phase.LIST, listed)))}
    write = partial(_written, files, order.folder, content.main, stop, in_place=order.in_place)
    written = yield from one(Step(Where.THREAD, Phase.WRITE, write))
    journaled = False
    try:
        if stop():  # in the moment in which it was done
            raise Cancelled
        if order.who is not None and content.approved is not None:
            work = partial(_journaled, order.who, order.issue_id, files, content.approved)
            yield from one(Step(Where.ACT, Phase.JOURNAL, work, stoppable=False))
            journaled = True
    except (Exception, KeyboardInterrupt):
        yield from one(Step(Where.THREAD, Phase.TIDY, written.undo, stoppable=False))
        raise
    if order.in_place:
        yield from one(Step(Where.THREAD, Phase.TIDY, written.keep, stoppable=False))
    return Exported(written.paths, content.main, measured, content.frozen, journaled)


def release(
    who: int, issue: IssueRow, outputs: Profiles, folder: Path | None, describe: Describe
) -> Steps[Path | None]:
    """Make the files of an issue and release it with them; write them into a new folder if one is named.

    Once it is released it stays so, whatever becomes of what is written out; nothing can be stopped any more then.
    """
    if folder is not None:  # before the work, not after it
        yield from one(Step(Where.THREAD, Phase.LOOK, partial(write_files.look, folder)))
    gather = partial(printing.coded, issue.id)
    content = _Content((yield from one(Step(Where.DESK, Phase.GATHER, gather))), None)
    made, measured = yield from _make(outputs, content)
    assert measured is not None  # asked for
    check = partial(preflight.faults, content.main, measured.layout)
    faults = yield from one(Step(Where.THREAD, Phase.LIST, check))
    pressed = ReleaseContent(content.main, made, measured.pages, measured.layout.total, measured.cover)
    work = partial(_released, who, issue, pressed, faults, describe)
    yield from one(Step(Where.ACT, Phase.RELEASE, work, stoppable=False))
    if folder is None:
        return None
    files = yield from one(Step(Where.DESK, Phase.LIST, partial(_frozen, issue.id), stoppable=False))
    write = partial(_written, files, folder, content.main, never)
    written = yield from one(Step(Where.THREAD, Phase.WRITE, write, stoppable=False))
    return written.paths[0]


def _gathered(order: ExportOrder) -> _Content:
    """Read what is printed, and which outputs the release of the issue holds: what went to print goes out as it went.

    Refuses who may not export, and what an approval or a checklist stops.
    """
    with connection.reading():
        if order.who is not None:
            printing.may_export(order.who)
        edition = partial(printing.edition, order.issue_id)
        proof = edition(proof=True) if Output.PROOF in order.outputs else None
        approved = edition() if order.outputs.keys() - {Output.PROOF} else None
        if issues.row(order.issue_id).state is not IssueState.RELEASED:
            return _Content(approved, proof)
        release_id = releases.newest(order.issue_id).id
        frozen = frozenset(releases.outputs(release_id)) & order.outputs.keys()
        return _Content(approved, proof, release_id, frozen)


def _make(
    outputs: Profiles, content: _Content, *, measure: bool = True
) -> Steps[tuple[_Packages, MeasuredEdition | None]]:
    """Make or take every output, in their order, and measure the edition beside it."""
    making = [_making(content, output, finish) for output, finish in outputs.items()]
    measuring = [Step(Where.THREAD, Phase.MEASURE, partial(packages.measured, content.main))]
    answers = yield (*making, *(measuring if measure else ()))
    made: _Packages = {}
    for output, answer in zip(outputs, answers, strict=False):
        taken = output in content.frozen
        made[output] = answer if taken else packages.package(content.of(output), output, answer)
    return made, answers[-1] if measure else None


def _making(content: _Content, output: Output, finish: Finish) -> Step[Any]:
    if output in content.frozen:
        take = partial(releases.package, content.release_id, output)
        return Step(Where.DESK, Phase.TAKE, take, output)
    where = Where.PROCESS if output in WANTS_PROCESS else Where.THREAD
    wanted = Making(content.of(output), output, finish)
    return Step(where, Phase.MAKE, partial(make, wanted.edition, output, finish), output, wanted)


def _plainly_named(edition: Edition, made: _Packages) -> dict[str, bytes]:
    """Return the files under the names of their formats alone, "ban-tin-so-4-2019.pdf"."""
    return {
        plain_name(edition, output) + path.removeprefix(output_name(edition, output)): data
        for output, package in made.items()
        for path, data in package.items()
    }


def _written(
    files: Mapping[str, bytes], folder: Path, edition: Edition, stop: Stop, *, in_place: bool = False
) -> Written:
    if in_place:
        return write_files.write_over(files, folder, stop=stop)
    name = folder_name(edition, clock.today())
    made = write_files.write_new_folder(files, folder, name, stop=stop)
    return Written((made,), undo=partial(write_files.take_away, made))


def _journaled(who: int, issue_id: int, files: Mapping[str, bytes], edition: Edition) -> Changes:
    return printing.exported(who, issue_id, manifest.fingerprints(files), edition)


def _released(
    who: int, issue: IssueRow, pressed: ReleaseContent, found: tuple[LimitFault, ...], describe: Describe
) -> Changes:
    """Release an issue unless its pages have something against it: the faults that stand, in words."""
    titles = {piece.article: piece.text.title for piece in pressed.edition.pieces}
    faults = tuple(
        describe(fault, titles.get(fault.article, ""))
        for fault in printing.standing(found, issue, pressed.total)
        if fault.stops
    )
    return releases.release(who, issue.id, issue.version, replace(pressed, faults=faults))


def _frozen(issue_id: int) -> dict[str, bytes]:
    return releases.files(releases.newest(issue_id).id)
