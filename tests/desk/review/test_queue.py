"""Found in review: order in an issue, retries that bring other words, one bad draft, what the journal tells."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from desk.acts import journal
from desk.acts.journal import JournalQuery
from desk.acts.rules import Act, Stage
from desk.articles import drafts, listing, writing
from desk.database import connection, revisions, store
from desk.database.article_tables import Draft
from desk.department import sections, settings
from desk.edition.edition import Imprint, Names
from desk.issues import issues, placing
from desk.issues import plan as issue_plan
from tests.making import PASSWORD, Cast, article, words


def test_what_is_placed_last_stands_last(cast: Cast) -> None:
    first, *others = [article(cast, words(t), Stage.APPROVED) for t in ("Một", "Hai", "Ba", "Bốn")]
    issues.make(cast.secretary, issues.IssueWords("4", 2019, 4))
    placing.place(cast.secretary, 1, 1, others)
    placing.unplace(cast.secretary, 1, 2, [others[1]])
    placing.place(cast.secretary, 1, 3, [first])
    (part,) = [part for part in issue_plan.plan(1).parts if part.placed]
    assert [row.title for row in part.placed] == ["Hai", "Bốn", "Một"]


def test_a_second_creation_with_other_words_keeps_them(cast: Cast) -> None:
    writing.create(cast.writer, "một", words("Tin"))
    again = writing.create(cast.writer, "một", words("Tin mới"))
    (article_id,) = again.articles
    assert again.version == 2
    assert listing.row(cast.writer, article_id).title == "Tin mới"
    assert [row.number for row in revisions.listing(article_id)] == [2, 1]


def test_one_unreadable_draft_does_not_bar_the_other_articles(cast: Cast) -> None:
    good, bad = article(cast, words("Một")), article(cast, words("Hai"))
    for made in (good, bad):
        uid = listing.open_article(cast.writer, made).uid
        drafts.keep(cast.writer, uid, made, 1, None, words("gõ dở"))
    with connection.writing():
        Draft.update(text="{}").where(Draft.article == bad).execute()
    opened = listing.open_article(cast.writer, good)
    assert opened.draft is not None
    assert opened.draft.text.title == "gõ dở"


def test_the_journal_tells_what_was_changed(cast: Cast) -> None:
    issues.make(cast.secretary, issues.IssueWords("4", 2019, 4))
    issues.edit(cast.secretary, 1, 1, issues.IssueWords("4+5", 2019, 5, "Chủ đề", ""))
    entry = journal.entries(JournalQuery(act=Act.EDIT_ISSUE))[0]
    assert entry.title == "4+5/2019"
    assert entry.detail["was"] == "4/2019"
    names = settings.names()
    settings.change(cast.admin, names, Imprint(printer="Nhà in Báo Nghệ An"))
    assert journal.entries(JournalQuery(act=Act.CHANGE_SETTINGS))[0].detail == {
        "changed": {"printer": "Nhà in Báo Nghệ An"}
    }
    assert journal.check() == []


def test_a_section_named_twice_is_founded_once(cast: Cast) -> None:
    store.close_file()
    other = cast.path.with_name("khác.sqlite")
    store.create(other)
    store.open_file(other)
    settings.found(
        Names(committee="A", department="B"), ["Tin", " Tin ", "Bài"], " An  Văn ", "", "", PASSWORD
    )
    assert [row.title for row in sections.listing()] == ["Tin", "Bài"]
    assert journal.entries(JournalQuery())[0].person == "An Văn"


def test_a_desk_in_a_folder_that_cannot_be_written_can_be_read(
    desk_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "access", lambda *_: False)
    store.open_file(desk_file, readonly=True)
    try:
        assert settings.names().department == "BAN TUYÊN GIÁO TỈNH ỦY"
    finally:
        store.close_file()
    assert [path.name for path in desk_file.parent.iterdir()] == [desk_file.name]
