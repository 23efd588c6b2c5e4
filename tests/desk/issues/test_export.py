"""The export of an issue as one piece of work: what it contains, what it refuses, what it leaves behind."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

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
from desk.export.work_steps import run_here
from desk.issues import issues, manifest, placing, printing, releases
from desk.issues.export import ExportOrder, export, release
from tests.desk.press.booklets import booklet
from tests.making import Cast, article, filled, pictured, version

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


@pytest.mark.released
def test_a_released_issue_goes_out_as_it_went(cast: Cast, tmp_path: Path) -> None:
    kept = releases.files(releases.newest(1).id)
    outputs = {Output.PRINT: Finish(marks=True), Output.PROOF: PLAIN}
    result = run_here(export(ExportOrder(1, outputs, tmp_path, who=cast.secretary)))
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
    issues.close(cast.secretary, 1, issues.row(1).version)
    outputs = dict.fromkeys(releases.FROZEN, PLAIN)

    def describe(*_: object) -> str:
        return "thiếu giấy phép"

    with pytest.raises(NotNow) as refused:
        run_here(release(cast.secretary, issues.row(1), outputs, tmp_path / "ra", describe))
    assert refused.value == NotNow(Why.ISSUE_BLOCKED, "thiếu giấy phép")
    assert issues.row(1).state is IssueState.CLOSED
    assert not (tmp_path / "ra").exists()
    monkeypatch.setattr(printing, "standing", lambda *_: ())
    folder = run_here(release(cast.secretary, issues.row(1), outputs, tmp_path / "ra", describe))
    assert issues.row(1).state is IssueState.RELEASED
    assert folder is not None
    assert _tree(folder) == releases.files(1)
