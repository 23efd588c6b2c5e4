"""Drafts: what is being typed, each person's own, until it is saved or thrown away."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from desk import clock
from desk.articles import drafts, listing, writing
from desk.database import connection
from desk.database.article_tables import Draft
from desk.errors import Denied
from tests.making import Cast, article, words

NOW = datetime(2019, 4, 9, 3, tzinfo=UTC)


def _at(moment: datetime) -> None:
    clock.set_clock(lambda: moment)


def test_a_draft_says_of_what_it_is_and_when_it_was_typed(cast: Cast) -> None:
    made = article(cast)
    clock.set_clock(lambda: NOW)
    assert drafts.keep(cast.writer, "u1", made, 4, 3, words("  Đang   gõ ")) == NOW
    draft = drafts.of_article(cast.writer, "u1")
    assert draft is not None
    assert (draft.uid, draft.article_id, draft.base, draft.section_id) == ("u1", made, 4, 3)
    assert (draft.title, draft.text.title, draft.typed_at) == ("Đang gõ", "Đang gõ", NOW)


def test_what_is_typed_later_takes_its_place(cast: Cast) -> None:
    drafts.keep(cast.writer, "u1", None, 0, None, words("Một"))
    drafts.keep(cast.writer, "u1", None, 0, 2, words("Hai"))
    assert [(draft.title, draft.section_id) for draft in drafts.waiting(cast.writer)] == [("Hai", 2)]


def test_drafts_wait_newest_first_for_their_own_writer(cast: Cast) -> None:
    for hour, title in enumerate(("Một", "Hai", "Ba")):
        _at(NOW + timedelta(hours=hour))
        drafts.keep(cast.writer, title, None, 0, None, words(title))
    drafts.keep(cast.editor, "Một", None, 0, None, words("Của Biên"))
    assert [draft.title for draft in drafts.waiting(cast.writer)] == ["Ba", "Hai", "Một"]
    assert [draft.title for draft in drafts.waiting(cast.editor)] == ["Của Biên"]
    assert drafts.of_article(cast.chief, "Một") is None


def test_one_is_thrown_away_and_the_others_stay(cast: Cast) -> None:
    for who in (cast.writer, cast.editor):
        for uid in ("u1", "u2"):
            drafts.keep(who, uid, None, 0, None, words(uid))
    drafts.forget(cast.writer, "u1")
    assert [draft.uid for draft in drafts.waiting(cast.writer)] == ["u2"]
    assert len(drafts.waiting(cast.editor)) == 2


def test_a_damaged_draft_is_passed_over(cast: Cast, caplog: pytest.LogCaptureFixture) -> None:
    for uid in ("tốt", "hỏng"):
        drafts.keep(cast.writer, uid, None, 0, None, words(uid))
    with connection.writing():
        Draft.update(text='{"v": 9}').where(Draft.uid == "hỏng").execute()
    assert [draft.uid for draft in drafts.waiting(cast.writer)] == ["tốt"]
    assert drafts.of_article(cast.writer, "hỏng") is None
    assert "hỏng" in caplog.text


def test_who_left_keeps_no_draft(cast: Cast) -> None:
    with pytest.raises(Denied):
        drafts.keep(99, "u1", None, 0, None, words())
    assert not Draft.select().exists()


def test_drafts_survive_and_leave_with_the_save(cast: Cast) -> None:
    made = article(cast)
    opened = listing.open_article(cast.writer, made)
    drafts.keep(cast.writer, opened.uid, made, 1, 2, words("Đang gõ"))
    again = listing.open_article(cast.writer, made).draft
    assert again is not None
    assert again.text.title == "Đang gõ"
    assert listing.open_article(cast.editor, made).draft is None
    writing.save(cast.writer, made, 1, again.text)
    assert listing.open_article(cast.writer, made).draft is None


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
