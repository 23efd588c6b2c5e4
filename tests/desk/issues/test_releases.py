"""Releases: frozen with their files, whole or not at all, reopened by a chief alone."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from desk import clock
from desk.acts import journal
from desk.acts.gate import Changes
from desk.acts.issue_details import Released, ReleaseExported, ReleaseReopened
from desk.acts.journal import JournalQuery, Subject
from desk.acts.rules import Act, IssueState, Stage
from desk.articles import listing, writing
from desk.database import connection, store
from desk.database.issue_tables import Issue, ReleaseFile
from desk.edition.design import Design, Fitting, PageFormat
from desk.edition.outputs import Output
from desk.errors import Denied, Missing, NotNow, Why
from desk.export import packages
from desk.integrity import database
from desk.issues import issues, manifest, placing, printing, releases
from desk.issues.issues import DesignWish, IssueWords
from desk.issues.releases import ReleaseContent
from desk.paths import ROOT
from tests.desk.issues.made_issues import made_issue, pressed_issue, released_issue, seen, shelved
from tests.making import Cast, article, later, version, words

pytestmark = pytest.mark.usefixtures("in_april")


def test_a_release_freezes_the_issue_with_its_files(cast: Cast) -> None:
    issue_id = made_issue(cast, "Giao ban quý I", "Sơ kết Chỉ thị 05")
    pressed = pressed_issue(issue_id)
    with pytest.raises(NotNow) as refused:
        releases.release(cast.secretary, issue_id, 2, pressed)
    assert refused.value.why is Why.ISSUE_OPEN
    issues.close(cast.secretary, issue_id, 2)
    with pytest.raises(Denied):
        releases.release(cast.editor, issue_id, 3, pressed)
    changes = releases.release(cast.secretary, issue_id, 3, pressed)
    assert changes.articles == {piece.article for piece in pressed.edition.pieces}
    assert issues.row(issue_id).state is IssueState.RELEASED
    assert all(listing.row(cast.chief, one).stage is Stage.RELEASED for one in changes.articles)
    (row,) = releases.listing()
    assert (row.issue, row.number, row.articles, row.standing) == ("4/2019", 1, 2, True)
    assert row.pages % 4 == 0
    assert releases.cover(row.id).startswith(b"\x89PNG")
    entry = journal.entries(JournalQuery(act=Act.RELEASE, subject=Subject.ISSUE))[0]
    assert entry.sha256 == row.sha256
    told = {mark.name: mark.sha256 for mark in manifest.read(releases.files(row.id)[manifest.NAME]).files}
    assert told == entry.detail["files"]
    again = releases.files(row.id)
    assert {n: d for n, d in again.items() if n != manifest.NAME} == {
        name: data for made in pressed.files.values() for name, data in made.items()
    }
    assert set(releases.outputs(row.id)) == set(releases.FROZEN)
    tried: tuple[Callable[[], object], ...] = (
        lambda: placing.unplace(cast.secretary, issue_id, 4, list(changes.articles)),
        lambda: issues.edit(cast.secretary, issue_id, 4, IssueWords("5", 2019, 4)),
        lambda: issues.set_design(cast.secretary, issue_id, 4, DesignWish(Design())),
    )
    for act in tried:
        with pytest.raises(NotNow) as refused:
            act()
        assert refused.value.why is Why.ISSUE_RELEASED
    one = next(iter(changes.articles))
    with pytest.raises(NotNow):
        writing.save(cast.editor, one, version(cast, one), words("Sửa sau khi in"))
    with pytest.raises(Exception, match="never changes"):
        ReleaseFile.update(data=b"\0").execute()
    assert database.check() == []


def test_a_fitted_issue_is_released_as_it_is_set_and_made_again_with_the_same_bytes(cast: Cast) -> None:
    issue_id = made_issue(cast, "Giao ban quý I")
    usual = pressed_issue(issue_id, Output.PRINT).files[Output.PRINT]
    issues.fit(cast.secretary, issue_id, 2, Fitting(lines=1))
    issues.close(cast.secretary, issue_id, 3)
    pressed = pressed_issue(issue_id)
    releases.release(cast.secretary, issue_id, 4, pressed)
    kept = releases.package(releases.newest(issue_id).id, Output.PRINT)
    assert kept == pressed_issue(issue_id, Output.PRINT).files[Output.PRINT]
    assert kept != usual


def test_what_changed_meanwhile_or_is_missing_is_not_released(cast: Cast) -> None:
    issue_id = made_issue(cast, "Một", "Hai")
    pressed = pressed_issue(issue_id)
    first = pressed.edition.pieces[1].article
    placing.arrange(cast.secretary, issue_id, 2, first, 2, 0)
    issues.close(cast.secretary, issue_id, 3)
    with pytest.raises(NotNow) as refused:
        releases.release(cast.chief, issue_id, 4, pressed)
    assert refused.value.why is Why.PRINTED_CHANGED
    with pytest.raises(NotNow) as refused:
        releases.release(cast.chief, issue_id, 4, pressed_issue(issue_id, Output.PRINT))
    assert refused.value.why is Why.FILES_MISSING
    good = pressed_issue(issue_id)
    blocked = ReleaseContent(
        good.edition, good.files, good.pages, good.total, good.cover, ("80 trang, quá 64",)
    )
    with pytest.raises(NotNow) as refused:
        releases.release(cast.chief, issue_id, 4, blocked)
    assert refused.value == NotNow(Why.ISSUE_BLOCKED, "80 trang, quá 64")
    foreign = replace(good, edition=replace(good.edition, code="1-0000-0000-0000-0000"))
    with pytest.raises(NotNow) as refused:
        releases.release(cast.chief, issue_id, 4, foreign)
    assert refused.value.why is Why.PRINTED_CHANGED
    assert issues.row(issue_id).state is IssueState.CLOSED
    assert releases.listing() == []


def test_a_power_cut_while_releasing_leaves_it_released_or_not(cast: Cast) -> None:
    issue_id = made_issue(cast, "Một", "Hai")
    issues.close(cast.secretary, issue_id, seen(issue_id))
    store.close_file()
    child = (
        "import os, sys\n"
        "from pathlib import Path\n"
        "from desk.database import store\n"
        "from desk.issues import issues, printing, releases\n"
        "from desk.edition.outputs import Output\n"
        "from desk.database.issue_tables import ReleaseFile\n"
        "store.open_file(Path(sys.argv[1]))\n"
        "real, turns = ReleaseFile.insert, []\n"
        "def cut(**values):\n"
        "    turns.append(1)\n"
        "    if len(turns) == 3:\n"
        "        os._exit(9)\n"
        "    return real(**values)\n"
        "ReleaseFile.insert = cut\n"
        "files = {one: {one.value: b'x' * 4_000_000} for one in releases.FROZEN}\n"
        f"pressed = releases.ReleaseContent(printing.edition({issue_id}), files, {{}}, 8, b'')\n"
        f"releases.release({cast.secretary}, {issue_id}, issues.row({issue_id}).version, pressed)\n"
    )
    done = subprocess.run([sys.executable, "-c", child, str(cast.path)], cwd=ROOT, check=False)
    assert done.returncode == 9
    store.open_file(cast.path)
    assert releases.listing() == []
    assert issues.row(issue_id).state is IssueState.CLOSED
    assert database.check() == []
    releases.release(cast.secretary, issue_id, seen(issue_id), pressed_issue(issue_id))
    assert [row.number for row in releases.listing()] == [1]
    assert database.check() == []


def test_reopening_is_the_chiefs_and_keeps_the_first_release(cast: Cast) -> None:
    issue_id = released_issue(cast)
    with pytest.raises(Denied):
        releases.reopen(cast.secretary, issue_id, seen(issue_id), "Sai bìa")
    with pytest.raises(NotNow) as refused:
        releases.reopen(cast.chief, issue_id, seen(issue_id), " ")
    assert refused.value.why is Why.NOTE
    changes = releases.reopen(cast.chief, issue_id, seen(issue_id), "Sai ảnh bìa")
    assert issues.row(issue_id).state is IssueState.CLOSED
    assert all(listing.row(cast.chief, one).stage is Stage.APPROVED for one in changes.articles)
    assert [row.standing for row in releases.listing()] == [False]
    releases.release(cast.chief, issue_id, seen(issue_id), pressed_issue(issue_id))
    assert [(row.number, row.standing) for row in releases.listing()] == [(2, True), (1, False)]
    noted = journal.entries(JournalQuery(act=Act.REOPEN_ISSUE, subject=Subject.ISSUE))[0]
    assert noted.note == "Sai ảnh bìa"
    assert database.check() == []


def test_the_last_release_of_an_issue_is_told_with_its_moment(released: Cast) -> None:
    at = datetime(2019, 4, 15, 3, tzinfo=UTC)
    row = releases.newest(1)
    assert row == releases.row(row.id)
    told = manifest.read(releases.files(row.id)[manifest.NAME])
    assert (row.issue_id, row.month, row.year, row.theme) == (1, 4, 2019, "")
    assert (row.at, row.by, told.made_at) == (at, "Hoàng Thư Ký", clock.stamp(at))
    assert row.pages == packages.measured(printing.edition(1)).layout.total
    assert releases.last(1) == (1, at)
    assert releases.size(row.id) == PageFormat.A5.size


def test_what_is_not_on_the_shelf_is_missing(released: Cast) -> None:
    issues.make(released.secretary, IssueWords("5", 2019, 5))
    assert releases.last(2) is None
    assert releases.cover(99) == b""
    for ask in (releases.row, releases.files, releases.size):
        with pytest.raises(Missing) as missing:
            ask(99)
        assert missing.value == Missing("release")
    with pytest.raises(Missing):
        releases.newest(2)


def test_the_shelf_shows_the_newest_issue_first_and_which_release_stands(cast: Cast) -> None:
    for number, year, month in (("4", 2019, 4), ("12", 2018, 12), ("5", 2019, 5)):
        issues.make(cast.secretary, IssueWords(number, year, month, f"Chủ đề số {number}"))
    article(cast)
    for issue_id, release in ((3, 1), (1, 1), (2, 1), (1, 2)):
        told = {
            "v": 1,
            "issue": f"số {issue_id}",
            "release": release,
            "made_at": "",
            "files": [],
            "articles": [],
        }
        later(24 * 60)
        shelved(cast, issue_id, release, json.dumps(told).encode())
    with connection.writing():
        Issue.update(state=IssueState.RELEASED.value).where(Issue.id != 3).execute()
    assert [(row.issue_id, row.number, row.standing) for row in releases.listing()] == [
        (3, 1, False),
        (1, 2, True),
        (1, 1, False),
        (2, 1, True),
    ]
    first = releases.listing()[1]
    assert (first.issue, first.theme, first.articles, first.at.day) == ("số 1", "Chủ đề số 4", 0, 24)
    assert [releases.newest(one).number for one in (1, 2, 3)] == [2, 1, 1]
    assert releases.last(1) == (2, first.at)
    assert releases.last(3) is not None


def test_the_files_of_a_release_are_given_by_output(released: Cast) -> None:
    issue = releases.newest(1).id
    every = releases.files(issue)
    assert releases.outputs(issue) == releases.FROZEN
    assert Output.PROOF not in releases.FROZEN
    by_output = {one: releases.package(issue, one) for one in releases.FROZEN}
    merged = {name: data for files in by_output.values() for name, data in files.items()}
    assert {**merged, manifest.NAME: every[manifest.NAME]} == every
    for one, files in by_output.items():
        assert files
        assert releases.files(issue, frozenset({one})) == {**files, manifest.NAME: every[manifest.NAME]}
    assert list(releases.files(issue, frozenset())) == [manifest.NAME]
    with connection.writing():
        copy = shelved(released, 1, 2, every[manifest.NAME])  # beside it another, without files
    assert list(releases.files(copy)) == [manifest.NAME]
    assert releases.outputs(copy) == ()
    assert releases.package(copy, Output.PRINT) == {}


def test_the_journal_tells_that_a_release_was_written_out_again(released: Cast) -> None:
    row = releases.newest(1)
    with pytest.raises(Denied):
        releases.written(released.writer, row.id, "/ra")
    assert releases.written(released.secretary, row.id, "/ra").act is Act.EXPORT
    entry = journal.entries(JournalQuery(), limit=1)[0]
    assert (entry.act, entry.subject, entry.subject_id) == (Act.EXPORT, Subject.ISSUE, 1)
    assert (entry.title, entry.sha256) == ("4/2019", row.sha256)
    assert entry.read(ReleaseExported) == ReleaseExported(1, "/ra")


def test_the_journal_tells_a_release_and_its_reopening(released: Cast) -> None:
    stood = {row.id: row.stage for row in listing.listing(released.chief, listing.ListQuery()).rows}
    other = article(released, words("Bài khác"), Stage.APPROVED)
    changes = releases.reopen(released.chief, 1, seen(1), "Sai ảnh bìa")
    assert changes == Changes(frozenset(stood), frozenset({1}), act=Act.REOPEN_ISSUE, version=seen(1))
    assert set(stood.values()) == {Stage.RELEASED}
    assert listing.row(released.chief, other).stage is Stage.APPROVED
    reopened = journal.entries(JournalQuery(act=Act.REOPEN_ISSUE, subject=Subject.ISSUE))[0]
    assert reopened.read(ReleaseReopened) == ReleaseReopened(1)
    (entry,) = journal.entries(JournalQuery(act=Act.RELEASE, subject=Subject.ISSUE))
    files = {mark.name: mark.sha256 for mark in manifest.read(releases.files(1)[manifest.NAME]).files}
    assert entry.read(Released) == Released(1, files)
    assert releases.listing()[0].standing is False
