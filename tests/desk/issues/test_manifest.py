"""The manifest: every file and article with its SHA-256, read back as it was written; others are none."""

from __future__ import annotations

import json
from dataclasses import replace
from hashlib import sha256

import pytest

from desk import clock
from desk.articles import workflow, writing
from desk.database import connection
from desk.database.article_tables import Article
from desk.edition.design import Fitting
from desk.issues import issues, manifest, printing
from desk.issues.issues import IssueWords
from tests.desk.issues.made_issues import shelved
from tests.making import Cast, filled, version, words

pytestmark = pytest.mark.usefixtures("in_april")


def test_what_is_written_is_read_back(cast: Cast) -> None:
    filled(cast, "Giao ban quý I")
    edition = printing.edition(1)
    written = manifest.write(
        1, edition, {"b.pdf": b"2", "a.pdf": b"1"}, {1: (2, 3)}, release=1, by="Hoàng Thư Ký"
    )
    read = manifest.read(written)
    assert (read.issue, read.release) == ("4/2019", 1)
    assert [(mark.name, mark.sha256, mark.size) for mark in read.files] == [
        (name, sha256(data).hexdigest(), 1) for name, data in (("a.pdf", b"1"), ("b.pdf", b"2"))
    ]
    (mark,) = read.articles
    assert (mark.title, mark.revision, mark.pages) == ("Giao ban quý I", 1, (2, 3))
    assert (mark.sha256, mark.approved_by) == (edition.pieces[0].sha256, "Trần Thị Lãnh")


def test_how_an_issue_was_fitted_to_its_sheets_is_told_and_nothing_of_one_that_was_not(cast: Cast) -> None:
    filled(cast, "Giao ban quý I")
    assert "fitting" not in json.loads(manifest.write(1, printing.edition(1), {}, {}))
    issues.fit(cast.secretary, 1, issues.row(1).version, Fitting(lines=1, pictures=8))
    written = manifest.write(1, printing.edition(1), {}, {})
    assert json.loads(written)["fitting"] == {"lines": 1, "air": 0, "pictures": 8}
    assert manifest.read(written).issue == "4/2019"


def test_the_journal_keeps_the_sums_of_every_file(cast: Cast) -> None:
    filled(cast, "Giao ban quý I")
    files = {"a.pdf": b"1"}
    files[manifest.NAME] = manifest.write(1, printing.edition(1), files, {})
    assert manifest.fingerprints(files) == {name: sha256(data).hexdigest() for name, data in files.items()}


@pytest.mark.parametrize("stored", [b"", b"{}", b'{"v": 2}', b"\xff"])
def test_what_is_no_manifest_of_ours_is_refused(stored: bytes) -> None:
    with pytest.raises(ValueError, match=r"char 0|v|utf-8"):
        manifest.read(stored)


def test_an_article_is_told_with_its_chuyen_muc_and_who_approved_it_for_whom(cast: Cast) -> None:
    filled(cast, "Một", "Hai")
    edition = printing.edition(1)
    with connection.writing():
        Article.update(approved_for=cast.editor).where(Article.id == 2).execute()
    told = json.loads(manifest.write(1, edition, {}, {2: (3, 4)}, by="Hoàng Thư Ký"))
    assert (told["by"], told["release"], told["made_at"]) == ("Hoàng Thư Ký", 0, clock.stamp(clock.now()))
    first, second = told["articles"]
    assert (first["title"], first["pages"], first["approved_for"]) == ("Một", None, "")
    stored = Article.get_by_id(2)
    assert second == {
        "id": 2,
        "uid": stored.uid,
        "revision": 1,
        "sha256": edition.pieces[1].sha256,
        "title": "Hai",
        "section": edition.sections[0].title,
        "pages": [3, 4],
        "approved_by": "Trần Thị Lãnh",
        "approved_for": "Phạm Văn Biên",
        "approved_at": stored.approved_at,
        "edited_by": [],
    }


def test_files_that_no_manifest_names_are_reckoned(cast: Cast) -> None:
    filled(cast, "Một")
    assert manifest.fingerprints({"a.pdf": b"1"}) == {"a.pdf": sha256(b"1").hexdigest()}
    named = {"a.pdf": b"1"}
    named[manifest.NAME] = manifest.write(1, printing.edition(1), named, {})
    assert manifest.fingerprints({**named, "b.pdf": b"2"})["b.pdf"] == sha256(b"2").hexdigest()


def test_the_newest_release_of_an_issue_says_where_an_article_stands(cast: Cast) -> None:
    """In which revision, and on which page; another issue's release says nothing of it."""
    filled(cast, "Một", "Hai", "Ba")
    issues.make(cast.secretary, IssueWords("5", 2019, 5))
    edition = printing.edition(1)
    first, second, _ = edition.pieces
    older = replace(
        edition, sections=(replace(edition.sections[0], pieces=(replace(first, revision=7), second)),)
    )
    for issue_id, number, made_of, pages in (
        (1, 1, older, {1: (8, 9), 2: (9, 9)}),
        (1, 2, edition, {1: (2, 3), 2: (3, 5)}),
        (2, 1, older, {1: (6, 6), 2: (7, 7)}),
    ):
        told = manifest.write(1, made_of, {}, pages, release=number)
        shelved(cast, issue_id, number, told)
    assert [manifest.page_of(one, 1) for one in (1, 2, 3, 99)] == [2, 3, 0, 0]
    assert [manifest.revision_of(one, 1) for one in (1, 2, 99)] == [1, 1, 0]
    assert manifest.revision_of(1, 2) == 7
    assert (manifest.page_of(1, 99), manifest.revision_of(1, 99)) == (0, 0)


def test_an_article_that_nobody_approved_says_so(cast: Cast) -> None:
    filled(cast, "Một")
    workflow.reopen(cast.chief, 1, version(cast, 1), "Xem lại số liệu")
    writing.save(cast.editor, 1, version(cast, 1), words("Một, sửa"), 2)
    (told,) = json.loads(manifest.write(1, printing.edition(1, proof=True), {}, {}))["articles"]
    assert [told[name] for name in ("approved_by", "approved_for", "approved_at")] == ["", "", ""]
