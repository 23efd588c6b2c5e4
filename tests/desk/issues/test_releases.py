"""Releases: frozen with their files, whole or not at all, reopened by a chief alone."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable

import pytest

from desk.acts import journal
from desk.acts.journal import JournalQuery, Subject
from desk.acts.rules import Act, IssueState, Stage
from desk.articles import listing, writing
from desk.database import store
from desk.database.issue_tables import ReleaseFile
from desk.edition.design import Design
from desk.edition.outputs import Output
from desk.errors import Denied, NotNow, Why
from desk.integrity import database
from desk.issues import issues, manifest, placing, releases
from desk.issues.issues import DesignWish, IssueWords
from desk.issues.releases import ReleaseContent
from desk.paths import ROOT
from tests.desk.issues.made_issues import made_issue, pressed_issue, released_issue, seen
from tests.making import Cast, version, words

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
