"""The ways of an export with real threads and a real process: stopped, refused, full, out of the shelf."""

from __future__ import annotations

import errno
import os
import subprocess
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from desk import clock
from desk.acts.rules import IssueState, Stage
from desk.articles import workflow
from desk.database import store
from desk.department import export_profiles, people, settings
from desk.edition.design import CoverDesign
from desk.edition.edition import Edition
from desk.edition.outputs import PLAIN, Finish, Output
from desk.export.make import picture_tasks
from desk.export.work_steps import Phase
from desk.issues import issues, placing
from desk.issues import plan as issue_plan
from tests.desk.press.editions import BODY
from tests.making import Cast, article, dated, pictured, version, words
from tests.ui.issue.releasing import IMPRINT
from tests.ui.modal import answer
from ui.issue import step_runner
from ui.issue.actions import Do
from ui.issue.export_dialog import ExportDialog, ExportProgress
from ui.issue.release_dialog import ReleaseDialog
from ui.issue.step_runner import StepRunner
from ui.session.desk_client import DeskClient
from ui.session.session import Session
from ui.window.window import Window

Sit = Callable[[int], Window]
EVERYTHING = dict.fromkeys((Output.PRINT, Output.SCREEN, Output.OFFICE, Output.WORD, Output.WEB), PLAIN)
PRINTED = {Output.PRINT: PLAIN}


@pytest.fixture(autouse=True)
def _in_april() -> None:
    clock.set_clock(lambda: datetime(2019, 4, 20, 3, tzinfo=UTC))


@pytest.fixture
def issue_id(cast: Cast) -> int:
    """An issue of some twenty pages: its files are a second's work and more."""
    settings.change(cast.admin, settings.names(), IMPRINT)
    issues.make(cast.secretary, issues.IssueWords("4", 2019, 4))
    dated()
    made = [article(cast, words(f"Bài {n}", *BODY * 4), Stage.APPROVED) for n in range(5)]
    placing.place(cast.secretary, 1, 1, made)
    return 1


@pytest.fixture
def standing(qtbot: QtBot, cast: Cast, issue_id: int, desk_file: Path) -> Iterator[Window]:
    """A window with an office of real threads and processes."""
    assert issue_id
    store.close_file()
    client = DeskClient()
    client.open_file(desk_file)
    me = client.wait(lambda: people.person(cast.secretary))
    window = Window(Session(client, me, client.wait(settings.names)))

    def leave(_: object) -> None:
        qtbot.waitUntil(client.idle, timeout=30_000)
        window.part()

    qtbot.addWidget(window, before_close_func=leave)
    window.show()
    yield window
    client.close()
    store.open_file(desk_file)


def _counted(monkeypatch: pytest.MonkeyPatch, client: DeskClient) -> list[object]:
    """Count what is handed to the process."""
    sent: list[object] = []
    real = client.abroad

    def note(owner: Any, work: Any, *given: Any, **named: Any) -> None:
        sent.append(work)
        real(owner, work, *given, **named)

    monkeypatch.setattr(client, "abroad", note)
    return sent


def _progress(qtbot: QtBot, window: Window) -> ExportProgress:
    """Wait until the progress of an export stands, and return it."""
    qtbot.waitUntil(lambda: any(one.isVisible() for one in window.findChildren(ExportProgress)))
    return next(one for one in window.findChildren(ExportProgress) if one.isVisible())


# -- stopping --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("files", [0, 1, 2])
def test_a_stop_is_felt_at_once(
    qtbot: QtBot,
    standing: Window,
    issue_id: int,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    files: int,
) -> None:
    sent = _counted(monkeypatch, standing.session.client)
    ended: list[object] = []
    standing.pages.exporter.finished.connect(ended.append)
    standing.pages.exporter.begin(issue_id, EVERYTHING, tmp_path / "ra" / "số 4")
    progress = _progress(qtbot, standing)
    qtbot.waitUntil(lambda: len(sent) > files, timeout=30_000)
    begun = len(sent)
    progress.stop.click()  # and without waiting for anything:
    assert ended == [None]
    assert not progress.isVisible()
    assert "Đã dừng" in standing.notice.words()
    with qtbot.waitSignal(standing.pages.exporter.finished, timeout=60_000) as done:
        standing.pages.exporter.begin(issue_id, PRINTED, tmp_path / "lại")
    assert done.args is not None
    assert {path.name for path in done.args[0].iterdir()} == {"ban-tin-so-4-2019-in.pdf", "manifest.json"}
    qtbot.waitUntil(standing.session.client.idle, timeout=30_000)
    assert len(sent) == begun + 1  # what had not begun was not begun
    assert not (tmp_path / "ra").exists()


def test_a_stop_in_the_moment_of_writing_takes_the_folder_away(
    qtbot: QtBot, standing: Window, issue_id: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The folder is there already when the stop is pressed; its news is still on the way to the window."""
    real = StepRunner._answered
    there: list[str] = []

    def late(runner: StepRunner[Any], answers: Any, at: int, answer: Any) -> None:
        if answers.batch[at].phase is Phase.WRITE:
            there.extend(path.name for path in (tmp_path / "ra").iterdir())
            standing.findChildren(ExportProgress)[-1].stop.click()
        real(runner, answers, at, answer)

    monkeypatch.setattr(StepRunner, "_answered", late)
    standing.pages.exporter.begin(issue_id, {Output.WEB: PLAIN}, tmp_path / "ra")
    qtbot.waitUntil(lambda: "Đã dừng" in standing.notice.words(), timeout=30_000)
    qtbot.waitUntil(standing.session.client.idle, timeout=30_000)
    assert there == ["ban-tin-so-4-2019_2019-04-20"]
    assert not list((tmp_path / "ra").iterdir())


def test_the_bar_goes_with_the_work(
    qtbot: QtBot, standing: Window, issue_id: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[tuple[int, int]] = []
    end = ExportProgress.end

    def ended(self: ExportProgress) -> None:
        seen.append((self.bar.value(), self.bar.maximum()))
        end(self)

    monkeypatch.setattr(ExportProgress, "end", ended)
    with qtbot.waitSignal(standing.pages.exporter.finished, timeout=60_000):
        standing.pages.exporter.begin(issue_id, {Output.PRINT: PLAIN, Output.WEB: PLAIN}, tmp_path / "ra")
        progress = _progress(qtbot, standing)
        values = [progress.bar.value()]
        progress.bar.valueChanged.connect(values.append)
    assert values == [0, 1, 2, 3, 4]
    assert seen == [(4, 4)]


# -- folders ---------------------------------------------------------------------------------------------


Mount = Callable[[Path, str], None]


@pytest.fixture
def mount() -> Iterator[Mount]:
    """Put a small disk of its own upon a folder: only the master of a Linux machine can."""
    over: list[Path] = []

    def put(folder: Path, how: str) -> None:
        folder.mkdir(exist_ok=True)
        command = ["mount", "-t", "tmpfs", "-o", how, "tmpfs", str(folder)]
        try:
            subprocess.run(command, check=True, capture_output=True)
        except (OSError, subprocess.CalledProcessError):
            pytest.skip("whoever runs this writes everywhere and may put no disk anywhere")
        over.append(folder)

    yield put
    for folder in over:
        subprocess.run(["umount", str(folder)], check=True)


@pytest.mark.parametrize("where", ["tệp", "/proc/bản tin", "chỉ đọc"])
def test_a_folder_that_takes_nothing_is_named_before_the_work(
    qtbot: QtBot,
    standing: Window,
    issue_id: int,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    where: str,
    mount: Mount,
) -> None:
    sent = _counted(monkeypatch, standing.session.client)
    (tmp_path / "tệp").touch()
    (tmp_path / "chỉ đọc").mkdir(mode=0o555)
    if where == "chỉ đọc" and os.access(tmp_path / "chỉ đọc", os.W_OK):
        mount(tmp_path / where, "ro")
    if where.startswith("/") and not Path("/proc").is_dir():
        pytest.skip("no /proc here")
    with qtbot.waitSignal(standing.pages.exporter.finished, timeout=10_000):
        standing.pages.exporter.begin(issue_id, EVERYTHING, tmp_path / where / "con")
    assert f"“{tmp_path / where}" in standing.notice.words()
    assert sent == []
    assert sorted(path.name for path in tmp_path.iterdir()) == ["Bản tin nội bộ", "chỉ đọc", "tệp"]


def test_a_disk_that_is_full_leaves_nothing_and_the_folder_is_named(
    qtbot: QtBot, standing: Window, issue_id: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    with qtbot.waitSignal(standing.pages.exporter.finished, timeout=60_000):
        standing.pages.exporter.begin(issue_id, {Output.WEB: PLAIN}, tmp_path / "ra")
    assert "đầy" in standing.notice.words()
    assert f"“{tmp_path / 'ra'}" in standing.notice.words()
    assert not (tmp_path / "ra").exists()
    monkeypatch.undo()
    with qtbot.waitSignal(standing.pages.exporter.finished, timeout=60_000) as done:
        standing.pages.exporter.begin(issue_id, {Output.WEB: PLAIN}, tmp_path / "ra")
    assert done.args is not None
    assert (done.args[0] / "manifest.json").is_file()


@pytest.mark.parametrize("size", ["64k", "400k"], ids=["no room for the first file", "not for all"])
def test_a_disk_that_is_truly_full_leaves_nothing(
    qtbot: QtBot, standing: Window, issue_id: int, tmp_path: Path, mount: Mount, size: str
) -> None:
    disk = tmp_path / "đĩa nhỏ"
    mount(disk, f"size={size}")
    with qtbot.waitSignal(standing.pages.exporter.finished, timeout=60_000) as done:
        standing.pages.exporter.begin(issue_id, EVERYTHING, disk / "ra")
    assert done.args == [None]
    assert "đầy" in standing.notice.words()
    assert f"“{disk / 'ra'}" in standing.notice.words()
    assert list(disk.iterdir()) == []
    with qtbot.waitSignal(standing.pages.exporter.finished, timeout=60_000) as done:
        standing.pages.exporter.begin(issue_id, EVERYTHING, tmp_path / "ra")
    assert done.args is not None
    assert (done.args[0] / "manifest.json").is_file()


def test_a_release_is_not_begun_for_a_folder_that_takes_nothing(
    sit: Sit, cast: Cast, issue_id: int, tmp_path: Path
) -> None:
    issues.close(cast.secretary, issue_id, issues.row(issue_id).version)
    (tmp_path / "tệp").touch()
    window = sit(cast.secretary)
    window.pages.exporter.release(issues.row(issue_id), EVERYTHING, tmp_path / "tệp")
    assert f"“{tmp_path / 'tệp'}” không phải là thư mục" in window.notice.words()
    assert issues.row(issue_id).state is IssueState.CLOSED


# -- the process -----------------------------------------------------------------------------------------


def test_a_process_stands_by_while_one_chooses(qtbot: QtBot, standing: Window) -> None:
    """What makes the files is loaded before they are wanted, in a process and not here."""
    client = standing.session.client
    standing.pages.go("issue")
    qtbot.waitUntil(lambda: standing.pages.issue.issue() is not None)
    loaded = "{'typst', 'docx', 'desk.press.typeset.booklet'} <= set(__import__('sys').modules)"

    def look(dialog: ExportDialog) -> None:
        qtbot.waitUntil(lambda: client.processes().submit(eval, loaded).result(), timeout=20_000)
        dialog.reject()

    met = answer(ExportDialog, look)
    standing.pages.issue.acts[Do.EXPORT].trigger()
    qtbot.waitUntil(lambda: bool(met))


def test_what_holds_the_interpreter_is_made_in_a_process_of_its_own(
    qtbot: QtBot, standing: Window, issue_id: int, tmp_path: Path
) -> None:
    with qtbot.waitSignal(standing.pages.exporter.finished, timeout=60_000) as done:
        standing.pages.exporter.begin(
            issue_id, {Output.WORD: PLAIN, Output.PRINT: PLAIN, Output.WEB: PLAIN}, tmp_path / "ra"
        )
    assert done.args is not None
    assert {path.name for path in done.args[0].iterdir()} == {
        "ban-tin-so-4-2019.docx",
        "ban-tin-so-4-2019-in.pdf",
        "ban-tin-so-4-2019-html",
        "manifest.json",
    }


def test_a_process_that_has_lost_the_pictures_is_given_them_again(
    qtbot: QtBot, standing: Window, cast: Cast, issue_id: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def put() -> None:
        made = article(cast, pictured(cast, "Bài có ảnh", "Quang cảnh"), Stage.APPROVED)
        placing.place(cast.secretary, issue_id, issues.row(issue_id).version, [made])

    standing.session.client.wait(put)
    given: list[int] = []

    def lost(edition: Edition) -> list[Callable[[], None]]:
        given.append(len(edition.pictures))
        return [] if len(given) == 1 else picture_tasks(edition)

    monkeypatch.setattr(step_runner, "picture_tasks", lost)
    with qtbot.waitSignal(standing.pages.exporter.finished, timeout=60_000) as done:
        standing.pages.exporter.begin(issue_id, {Output.WORD: PLAIN, Output.SCREEN: PLAIN}, tmp_path / "ra")
    assert done.args is not None
    assert given == [1, 1]
    word = next(done.args[0].glob("*.docx"))
    with zipfile.ZipFile(word) as parts:
        assert any(name.startswith("word/media/") for name in parts.namelist())


# -- what was chosen -------------------------------------------------------------------------------------


def _export(window: Window, folder: Path, *wanted: Output) -> dict[Output, bool]:
    """Tick these outputs in the dialog and export; return what was ticked before."""
    before: dict[Output, bool] = {}

    def fill(dialog: ExportDialog) -> None:
        before.update({output: box.isChecked() for output, box in dialog.outputs.boxes.items()})
        for output, box in dialog.outputs.boxes.items():
            box.setChecked(output in wanted)
        dialog.folder.path.setText(str(folder))
        dialog.agree()

    window.pages.go("issue")
    answer(ExportDialog, fill)
    window.pages.issue.acts[Do.EXPORT].trigger()
    return before


def test_a_morat_is_exported_and_forgotten(
    qtbot: QtBot, sit: Sit, cast: Cast, issue_id: int, tmp_path: Path
) -> None:
    assert issue_id
    made = next(part for part in issue_plan.plan(1).parts if part.placed).placed[0].article_id
    workflow.reopen(
        cast.chief, made, version(cast, made), "Xem lại số liệu"
    )  # a proof shows it none the less
    window = sit(cast.secretary)
    _export(window, tmp_path / "ra", Output.PROOF)
    qtbot.waitUntil(lambda: "Đã xuất bản in thử vào" in window.notice.words())
    (folder,) = (tmp_path / "ra").iterdir()
    assert [path.name for path in folder.glob("*.pdf")] == ["ban-tin-so-4-2019-in-thu.pdf"]
    ticked = _export(window, tmp_path / "ra", Output.PROOF)
    assert {output for output, on in ticked.items() if on} == set(export_profiles.profiles())
    assert Output.PRINT in export_profiles.profiles()


def test_an_editors_choice_is_kept_for_the_editor_alone(
    qtbot: QtBot, sit: Sit, cast: Cast, issue_id: int, tmp_path: Path
) -> None:
    assert issue_id
    window = sit(cast.editor)
    _export(window, tmp_path / "ra", Output.WEB, Output.PROOF)
    qtbot.waitUntil(lambda: "Đã xuất số 4/2019" in window.notice.words())
    ticked = _export(window, tmp_path / "ra", Output.WEB)
    assert {output for output, on in ticked.items() if on} == {Output.WEB, Output.PROOF}
    ticked = _export(sit(cast.secretary), tmp_path / "ra", Output.WORD)
    assert {output for output, on in ticked.items() if on} == {Output.PRINT, Output.SCREEN, Output.WORD}
    assert set(export_profiles.profiles()) == {Output.WORD}
    ticked = _export(window, tmp_path / "ra", Output.WEB)
    assert {output for output, on in ticked.items() if on} == {Output.WEB}


def test_a_cover_to_the_edge_wants_bleed(qtbot: QtBot, cast: Cast, issue_id: int) -> None:
    assert export_profiles.profiles()[Output.PRINT] == Finish(bleed=True)
    row = issues.row(issue_id)
    for dialog in (
        ExportDialog(None, row, export_profiles.profiles()),
        ReleaseDialog(None, row, (), {Output.WORD: PLAIN}),
    ):
        qtbot.addWidget(dialog)
        choice = dialog.outputs
        assert choice.bleed.isChecked()
        assert choice.told.words() == ""
        choice.bleed.setChecked(False)
        assert "tràn đến mép giấy" in choice.told.words()
        assert dialog.outputs.profiles()[Output.PRINT] == PLAIN  # said, and not forbidden
    framed = replace(row, design=replace(row.design, cover=CoverDesign.FRAME))
    dialog = ExportDialog(None, framed, {Output.PRINT: PLAIN})
    qtbot.addWidget(dialog)
    assert dialog.outputs.told.words() == ""


def test_that_an_issue_is_empty_leaves_with_the_next_act(sit: Sit, cast: Cast) -> None:
    made = article(cast, stage=Stage.APPROVED)
    issues.make(cast.secretary, issues.IssueWords("4", 2019, 4))
    window = sit(cast.secretary)
    window.pages.go("issue")
    window.pages.exporter.begin(1, {Output.WORD: Finish()}, cast.path.parent / "ra")
    assert "chưa có bài nào" in window.notice.words()
    assert window.notice.isVisible()
    window.session.client.do(window, lambda: placing.place(cast.secretary, 1, 1, [made]))
    while window.notice.words():  # what was done is read away: nothing stands behind it
        assert "chưa có bài nào" not in window.notice.words()
        window.notice._give_way()
