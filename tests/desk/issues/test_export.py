"""The export of an issue as one piece of work: what it contains, what it refuses, what it leaves behind."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import TypeVar

import pytest

from desk import clock
from desk.acts import journal
from desk.acts.journal import JournalQuery
from desk.acts.rules import Act, IssueState, Stage
from desk.articles import workflow
from desk.edition.file_names import output_name
from desk.edition.outputs import PLAIN, Finish, Output
from desk.errors import Cancelled, Denied, FileTrouble, NotNow, Trouble, Why
from desk.export.make import make
from desk.export.preflight import Limit, LimitFault
from desk.export.work_steps import Phase, Steps, Where, run_here
from desk.issues import issues, manifest, placing, printing, releases
from desk.issues.export import ExportOrder, export, release
from tests.desk.press.booklets import booklet
from tests.making import Cast, article, filled, pictured, version

T = TypeVar("T")
WEB = {Output.WEB: PLAIN}


@pytest.fixture(autouse=True)
def _in_april() -> None:
    clock.set_clock(lambda: datetime(2019, 4, 20, 3, tzinfo=UTC))


def _tree(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def _order(cast: Cast, folder: Path, outputs: Iterable[Output] = (Output.WEB,)) -> ExportOrder:
    return ExportOrder(1, dict.fromkeys(outputs, PLAIN), folder, who=cast.secretary, by="Hoàng Thư Ký")


def test_everything_stands_in_a_dated_folder_and_in_the_journal(cast: Cast, tmp_path: Path) -> None:
    filled(cast, "Giao ban quý I")
    result = run_here(export(_order(cast, tmp_path / "ra", (Output.SCREEN, Output.WEB))))
    (folder,) = result.paths
    assert folder == tmp_path / "ra" / "ban-tin-so-4-2019_2019-04-20"
    edition = printing.edition(1)
    assert (folder / "ban-tin-so-4-2019-man-hinh.pdf").read_bytes() == make(edition, Output.SCREEN)
    entry = journal.entries(JournalQuery(), limit=1)[0]
    assert (entry.act, entry.person) == (Act.EXPORT, "Hoàng Thư Ký")
    assert entry.detail["files"] == {name: sha256(data).hexdigest() for name, data in _tree(folder).items()}
    told = json.loads((folder / manifest.NAME).read_text("utf-8"))
    assert (told["by"], told["release"]) == ("Hoàng Thư Ký", 0)


@pytest.mark.parametrize("in_place", [False, True])
def test_what_is_not_journaled_leaves_nothing(
    cast: Cast, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, in_place: bool
) -> None:
    filled(cast, "Giao ban quý I")
    folder = tmp_path / "ra"
    old = folder / "ban-tin-so-4-2019-html" / "index.html"
    old.parent.mkdir(parents=True)
    old.write_bytes(b"old")

    def full(*_: object) -> None:
        raise FileTrouble(Trouble.FULL)

    monkeypatch.setattr(printing, "exported", full)
    with pytest.raises(FileTrouble):
        run_here(export(replace(_order(cast, folder), in_place=in_place)))
    assert _tree(folder) == {"ban-tin-so-4-2019-html/index.html": b"old"}


def test_a_stop_in_the_moment_of_writing_leaves_nothing(cast: Cast, tmp_path: Path) -> None:
    filled(cast, "Giao ban quý I")
    there = tmp_path / "ra"

    def stop() -> bool:  # pressed when the folder is in its place, before it is journaled
        return any(there.glob("ban-tin-so-*"))

    with pytest.raises(Cancelled):
        run_here(export(_order(cast, there), stop))
    assert list(there.iterdir()) == []
    assert journal.entries(JournalQuery(), limit=1)[0].act is not Act.EXPORT


def test_who_may_not_export_writes_nothing(cast: Cast, tmp_path: Path) -> None:
    filled(cast, "Giao ban quý I")
    order = ExportOrder(1, WEB, tmp_path / "ra", who=cast.writer)
    with pytest.raises(Denied):
        run_here(export(order))
    assert not (tmp_path / "ra").exists()


def test_a_proof_shows_what_is_not_approved_and_is_not_journaled(cast: Cast, tmp_path: Path) -> None:
    filled(cast, "Giao ban quý I")
    workflow.reopen(cast.chief, 1, version(cast, 1), "Xem lại số liệu")
    before = journal.entries(JournalQuery(), limit=1)[0].id
    with pytest.raises(NotNow) as refused:
        run_here(export(_order(cast, tmp_path / "ra", (Output.WEB, Output.PROOF))))
    assert refused.value.why is Why.STALE_APPROVAL
    result = run_here(export(_order(cast, tmp_path / "ra", (Output.PROOF,))))
    assert {path.suffix for path in result.paths[0].iterdir()} == {".pdf", ".json"}
    assert not result.journaled
    assert journal.entries(JournalQuery(), limit=1)[0].id == before


def test_a_released_issue_goes_out_as_it_went(released: Cast, tmp_path: Path) -> None:
    kept = releases.files(releases.newest(1).id)
    outputs = {Output.PRINT: Finish(marks=True), Output.PROOF: PLAIN}
    result = run_here(export(ExportOrder(1, outputs, tmp_path, who=released.secretary)))
    assert result.frozen == {Output.PRINT}
    name = output_name(result.edition, Output.PRINT)
    assert (result.paths[0] / name).read_bytes() == kept[name]
    plain = ExportOrder(1, {Output.SCREEN: PLAIN}, tmp_path, in_place=True)
    (path,) = run_here(export(plain)).paths
    assert path == tmp_path / "ban-tin-so-4-2019.pdf"
    assert path.read_bytes() == kept[output_name(result.edition, Output.SCREEN)]


def test_a_plain_pdf_keeps_every_dot_of_the_photographs(cast: Cast, tmp_path: Path) -> None:
    filled(cast, "Giao ban quý I")
    made = article(cast, pictured(cast, "Bài có ảnh", "Quang cảnh"), Stage.APPROVED)
    placing.place(cast.secretary, 1, issues.row(1).version, [made])
    order = ExportOrder(1, {Output.SCREEN: Finish(whole_pictures=True)}, tmp_path, in_place=True)
    (path,) = run_here(export(order)).paths
    assert path.read_bytes() == booklet(printing.edition(1))


def test_a_release_is_one_whatever_becomes_of_its_files(
    cast: Cast, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    filled(cast, "Giao ban quý I")
    made = article(cast, pictured(cast, "Bài có ảnh", ""), Stage.APPROVED)
    placing.place(cast.secretary, 1, issues.row(1).version, [made])
    issues.close(cast.secretary, 1, issues.row(1).version)
    outputs = dict.fromkeys(releases.FROZEN, PLAIN)
    told: list[tuple[Limit, str]] = []

    def describe(fault: LimitFault, title: str) -> str:
        told.append((fault.kind, title))
        return "thiếu giấy phép"

    with pytest.raises(NotNow) as refused:
        run_here(release(cast.secretary, issues.row(1), outputs, tmp_path / "ra", describe))
    assert refused.value == NotNow(Why.ISSUE_BLOCKED, "thiếu giấy phép")
    assert (told[0], told[-1]) == ((Limit.IMPRINT, ""), (Limit.NO_CAPTION, "Bài có ảnh"))
    assert issues.row(1).state is IssueState.CLOSED
    assert not (tmp_path / "ra").exists()
    monkeypatch.setattr(printing, "standing", lambda *_: ())
    folder = run_here(release(cast.secretary, issues.row(1), outputs, tmp_path / "ra", describe))
    assert issues.row(1).state is IssueState.RELEASED
    assert folder is not None
    assert _tree(folder) == releases.files(1)
    assert folder.parent == tmp_path / "ra"


def _phases(steps: Steps[T]) -> tuple[list[list[tuple[Phase, Where, bool]]], T]:
    """Do the steps here; return of each batch what, where and whether it may be stopped, and what came of all."""
    seen: list[list[tuple[Phase, Where, bool]]] = []
    batch = next(steps)
    while True:
        seen.append([(step.phase, step.where, step.stoppable) for step in batch])
        try:
            batch = steps.send([step.work() for step in batch])
        except StopIteration as end:
            return seen, end.value


def test_a_release_bears_the_code_of_the_journal_and_a_proof_does_not(
    cast: Cast, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(printing, "standing", lambda *_: ())
    filled(cast, "Giao ban quý I")
    issues.close(cast.secretary, 1, issues.row(1).version)
    outputs = dict.fromkeys(releases.FROZEN, PLAIN)
    code = journal.code(journal.head())
    run_here(export(_order(cast, tmp_path / "thu")))
    code = journal.code(journal.head())
    run_here(release(cast.secretary, issues.row(1), outputs, None, lambda *_: ""))
    index = releases.package(releases.newest(1).id, Output.WEB)["ban-tin-so-4-2019-html/index.html"]
    assert f": {code}</small>" in index.decode("utf-8")
    (proof,) = (tmp_path / "thu").rglob("index.html")
    assert "<small>" not in proof.read_text("utf-8")
    assert journal.bears_out(code)


LOOK = [(Phase.LOOK, Where.THREAD, True)]
GATHER = [(Phase.GATHER, Where.DESK, True)]
WRITE = [(Phase.WRITE, Where.THREAD, True)]
JOURNAL = [(Phase.JOURNAL, Where.ACT, False)]


def test_an_export_in_place_leaves_its_files_alone_under_plain_names(cast: Cast, tmp_path: Path) -> None:
    filled(cast, "Giao ban quý I")
    folder = tmp_path / "ra"
    place = folder / "ban-tin-so-4-2019-html"
    place.mkdir(parents=True)
    (place / "gone.html").write_bytes(b"old")
    phases, result = _phases(export(replace(_order(cast, folder), in_place=True)))
    made = [(Phase.MAKE, Where.THREAD, True)]
    assert phases == [LOOK, GATHER, made, WRITE, JOURNAL, [(Phase.TIDY, Where.THREAD, False)]]
    assert (result.paths, result.measured, result.journaled) == ((place,), None, True)
    pages = make(printing.edition(1), Output.WEB)
    assert not isinstance(pages, bytes)
    assert _tree(folder) == {f"{place.name}/{name}": data for name, data in pages.items()}
    entry = journal.entries(JournalQuery(), limit=1)[0]
    assert entry.detail["files"] == {name: sha256(data).hexdigest() for name, data in _tree(folder).items()}


def test_what_nobody_exports_is_not_journaled(cast: Cast, tmp_path: Path) -> None:
    filled(cast, "Giao ban quý I")
    before = journal.entries(JournalQuery(), limit=1)[0].id
    phases, result = _phases(export(ExportOrder(1, WEB, tmp_path)))
    making = [(Phase.MAKE, Where.THREAD, True), (Phase.MEASURE, Where.THREAD, True)]
    assert phases == [LOOK, GATHER, making, [(Phase.LIST, Where.DESK, True)], WRITE]
    assert not result.journaled
    assert result.measured is not None
    told = manifest.read((result.paths[0] / manifest.NAME).read_bytes())
    assert [mark.pages for mark in told.articles] == list(result.measured.pages.values())
    assert journal.entries(JournalQuery(), limit=1)[0].id == before


def test_each_output_of_a_release_is_taken_and_the_others_are_made_where_they_may_be(
    released: Cast, tmp_path: Path
) -> None:
    finish = Finish(grey=True)
    order = ExportOrder(1, {Output.WORD: finish, Output.PROOF: finish}, tmp_path, in_place=True)
    steps = export(order)
    next(steps)
    (gather,) = steps.send([None])
    taken, made = steps.send([gather.work()])
    assert (taken.phase, taken.where, taken.output, taken.making) == (
        Phase.TAKE,
        Where.DESK,
        Output.WORD,
        None,
    )
    assert taken.work() == releases.package(releases.newest(1).id, Output.WORD)
    assert (made.phase, made.where, made.output) == (Phase.MAKE, Where.THREAD, Output.PROOF)
    assert made.making is not None
    assert (made.making.output, made.making.finish) == (Output.PROOF, finish)
    assert made.making.edition == printing.edition(1, proof=True)


@pytest.mark.parametrize("output", [one for one in Output if one is not Output.PROOF])
def test_what_holds_the_interpreter_is_made_in_another_process(
    cast: Cast, tmp_path: Path, output: Output
) -> None:
    filled(cast, "Giao ban quý I")
    steps = export(replace(_order(cast, tmp_path, [output]), in_place=True))
    next(steps)
    (gather,) = steps.send([None])
    (made,) = steps.send([gather.work()])
    assert made.where is (Where.THREAD if output is Output.WEB else Where.PROCESS)


def test_a_release_into_no_folder_looks_at_none(cast: Cast, tmp_path: Path) -> None:
    filled(cast, "Giao ban quý I")
    phases = [
        [step.phase for step in next(release(cast.secretary, issues.row(1), WEB, folder, lambda *_: ""))]
        for folder in (None, tmp_path)
    ]
    assert phases == [[Phase.GATHER], [Phase.LOOK]]


@pytest.mark.parametrize("who", [True, False])
def test_what_was_replaced_is_let_go_of(cast: Cast, tmp_path: Path, who: bool) -> None:
    filled(cast, "Giao ban quý I")
    order = replace(_order(cast, tmp_path / "ra"), in_place=True)
    for _ in range(2):
        run_here(export(order if who else replace(order, who=None)))
    assert [one.name for one in (tmp_path / "ra").iterdir()] == ["ban-tin-so-4-2019-html"]
