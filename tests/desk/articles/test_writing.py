"""Writing: a text becomes a revision, filed and indexed; an approval holds for one text alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import peewee as pw
import pytest

from desk import clock
from desk.acts import journal
from desk.acts.changes import Changes
from desk.acts.rules import Act, Genre, Role, Stage
from desk.acts.workflow_state import WorkflowState
from desk.articles import drafts, listing, writing
from desk.articles.listing import ListQuery
from desk.database import revisions
from desk.database.article_tables import Article, Authorship
from desk.database.review_tables import Comment
from desk.errors import Denied, Missing, NotNow, Why
from desk.review import comments
from desk.text.vietnamese import sort_key
from tests.making import Cast, article, person, version, words

EVENING = datetime(2019, 4, 30, 18, tzinfo=UTC)  # the first of May on the office's wall


def _found(cast: Cast, typed: str) -> list[int]:
    return [row.id for row in listing.listing(cast.writer, ListQuery(words=typed)).rows]


def test_a_new_article_is_a_draft_of_its_writer(cast: Cast) -> None:
    clock.set_clock(lambda: EVENING)
    made = writing.create(cast.writer, "u1", words("Đầu tiên"), 3)
    (number,) = made.articles
    row = Article.get_by_id(number)
    assert (made.act, made.version) == (Act.CREATE, 1)
    assert (row.uid, row.stage, row.version, row.revision) == ("u1", "draft", 1, 1)
    assert (row.author_id, row.section_id, row.stage_since) == (cast.writer, 3, clock.stamp(EVENING))
    assert [one.person_id for one in Authorship.select().where(Authorship.article == number)] == [cast.writer]
    (entry,) = journal.of_article(number)
    assert (row.touched, entry.title, entry.version) == (entry.id, "Đầu tiên", 1)
    assert entry.sha256 == revisions.listing(number)[0].sha256


def test_who_may_not_write_makes_nothing(cast: Cast) -> None:
    only_admin = person(cast, "Vũ Máy", Role.ADMIN)
    with pytest.raises(Denied) as refused:
        writing.create(only_admin, "u1", words())
    assert refused.value.why is Why.ROLE
    assert not Article.select().exists()


def test_the_same_window_of_another_person_makes_another_article(cast: Cast) -> None:
    one = writing.create(cast.writer, "u1", words())
    with pytest.raises(pw.IntegrityError):  # two people never share a window
        writing.create(cast.editor, "u1", words())
    assert writing.create(cast.writer, "u2", words()).articles != one.articles


def test_a_text_without_a_date_belongs_to_the_month_on_the_wall(cast: Cast) -> None:
    clock.set_clock(lambda: EVENING)
    undated = article(cast, replace(words(), event_date=None))
    dated = article(cast, replace(words(), event_date=date(2018, 12, 31)))
    assert (Article.get_by_id(undated).event_date, Article.get_by_id(undated).month) == ("", "2019-05")
    assert (Article.get_by_id(dated).event_date, Article.get_by_id(dated).month) == ("2018-12-31", "2018-12")


def test_a_saved_text_is_described_and_found_anew(cast: Cast) -> None:
    made = article(cast, words("Chuyện cũ"))
    text = replace(words("Đổi mới", "Một hai."), byline="Minh Tâm", lead="Ba bốn năm.")
    done = writing.save(cast.writer, made, 1, text, 4)
    row = Article.get_by_id(made)
    assert (done.act, done.version, row.version, row.revision) == (Act.EDIT, 2, 2, 2)
    assert (row.title, row.title_key, row.byline) == ("Đổi mới", sort_key("Đổi mới"), "Minh Tâm")
    assert (row.words, row.section_id) == (7, 4)
    assert (_found(cast, "doi moi"), _found(cast, "chuyen cu")) == ([made], [])


def test_another_section_with_the_same_words_is_no_new_revision(cast: Cast) -> None:
    text = words()
    made = article(cast, text, Stage.APPROVED)
    writing.save(cast.editor, made, version(cast, made), text, 5)
    opened = listing.open_article(cast.chief, made)
    assert (opened.row.section_id, opened.row.revision, opened.row.stage) == (5, 1, Stage.APPROVED)
    assert opened.approved_revision == 1


def test_saving_forgets_ones_own_draft_alone(cast: Cast) -> None:
    made = article(cast)
    uid = listing.open_article(cast.writer, made).uid
    for who in (cast.writer, cast.editor):
        drafts.keep(who, uid, made, 1, 2, words("Đang gõ"))
    writing.save(cast.writer, made, 1, words("Xong"), 2)
    assert drafts.of_article(cast.writer, uid) is None
    assert drafts.of_article(cast.editor, uid) is not None


def test_a_restored_text_says_which_one_and_keeps_its_section(cast: Cast) -> None:
    made = article(cast, words("Bản một"))
    writing.save(cast.writer, made, 1, words("Bản hai"), 4)
    writing.restore_revision(cast.writer, made, 2, 1)
    row, entry = Article.get_by_id(made), journal.of_article(made)[0]
    assert (row.title, row.section_id, row.revision, row.version) == ("Bản một", 4, 3, 3)
    assert entry.detail == {"restored": 1}
    assert (_found(cast, "ban mot"), _found(cast, "ban hai")) == ([made], [])


def test_filing_touches_neither_text_nor_approval(cast: Cast) -> None:
    made = article(cast, stage=Stage.APPROVED)
    writing.file_under(cast.editor, made, version(cast, made), 6, Genre.FEATURE)
    row = Article.get_by_id(made)
    assert (row.section_id, row.genre, row.revision, row.approved_revision) == (6, "feature", 1, 1)
    assert journal.of_article(made)[0].detail == {"section": 6, "genre": "feature"}
    writing.file_under(cast.editor, made, version(cast, made), None, Genre.FEATURE)
    assert journal.of_article(made)[0].detail == {"section": None}
    writing.file_under(cast.editor, made, version(cast, made), 2)
    assert Article.get_by_id(made).genre == "feature"


def test_a_title_of_300_characters_is_the_longest(cast: Cast) -> None:
    assert listing.row(cast.writer, article(cast, words("x" * 300))).title == "x" * 300
    with pytest.raises(NotNow) as refused:
        article(cast, words("x" * 301))
    assert refused.value.subject == "300"


def test_nothing_of_an_approval_is_left_when_it_is_void(cast: Cast) -> None:
    row = Article.get_by_id(article(cast, stage=Stage.APPROVED))
    assert None not in (row.approved_revision, row.approved_sha256, row.approved_by_id, row.approved_at)
    row.approved_for_id = cast.chief
    writing.void_approval(row)
    assert [getattr(row, name) for name in WorkflowState.APPROVAL] == [None] * 5


def test_an_edit_voids_the_approval(cast: Cast) -> None:
    made = article(cast, stage=Stage.APPROVED)
    writing.save(cast.editor, made, version(cast, made), words("Tít khác"))
    opened = listing.open_article(cast.chief, made)
    assert opened.row.stage is Stage.DRAFT
    assert opened.approved_revision is None
    assert journal.of_article(made)[0].detail["approval_void"] == 1


def test_an_edit_takes_the_article_back_now_and_says_which_approval_it_took(cast: Cast) -> None:
    made = article(cast, stage=Stage.APPROVED)
    clock.set_clock(lambda: EVENING)
    done = writing.save(cast.editor, made, 4, words("Tít khác"), 2)
    row, entry = Article.get_by_id(made), journal.of_article(made)[0]
    assert (done.version, row.stage, row.stage_since) == (5, Stage.DRAFT.value, clock.stamp(EVENING))
    assert [getattr(row, name) for name in WorkflowState.APPROVAL] == [None] * 5
    assert (row.revision, entry.detail["approval_void"]) == (5, 1)
    assert entry.sha256 == revisions.listing(made)[0].sha256


def test_an_edit_of_what_waits_leaves_it_where_it_waits(cast: Cast) -> None:
    made = article(cast, stage=Stage.FOR_APPROVAL)
    since = Article.get_by_id(made).stage_since
    clock.set_clock(lambda: EVENING)
    writing.save(cast.editor, made, 3, words("Tít khác"), 2)
    row = Article.get_by_id(made)
    assert (row.stage, row.stage_since, row.revision) == (Stage.FOR_APPROVAL.value, since, 4)
    assert journal.of_article(made)[0].detail.keys() <= {"clock_back"}


def test_what_is_made_is_found_by_every_part_and_its_draft_is_gone(cast: Cast) -> None:
    for who in (cast.writer, cast.editor):
        for uid in ("u1", "u2"):
            drafts.keep(who, uid, None, 0, None, words("Đang gõ"))
    text = replace(words("Đầu đề", "Thân bài."), lead="Lời dẫn", byline="Minh Đức")
    (made,) = writing.create(cast.writer, "u1", text).articles
    for typed in ("dau de", "than bai", "loi dan", "minh duc"):
        assert _found(cast, typed) == [made]
    assert [draft.uid for draft in drafts.waiting(cast.writer)] == ["u2"]
    assert len(drafts.waiting(cast.editor)) == 2
    text = replace(words("Khác", "Ruột."), lead="Mở", byline="Tâm")
    writing.save(cast.writer, made, 1, text)
    for typed, found in (
        ("than bai", []),
        ("loi dan", []),
        ("minh duc", []),
        ("ruot", [made]),
        ("mo", [made]),
    ):
        assert _found(cast, typed) == found, typed


def test_a_retry_is_saved_as_what_it_brings_and_where(cast: Cast) -> None:
    text = words()
    first = writing.create(cast.writer, "u1", text, 2)
    assert writing.create(cast.writer, "u1", text, 2) == Changes(first.articles, act=Act.EDIT, version=1)
    moved = writing.create(cast.writer, "u1", text, 3)
    (made,) = first.articles
    assert (moved.version, Article.get_by_id(made).section_id, Article.get_by_id(made).revision) == (2, 3, 1)


def test_comments_go_with_the_words_that_are_saved_and_restored(cast: Cast) -> None:
    made = article(cast, words("Họp giao ban công tác Khoa giáo"))
    comments.comment(cast.editor, made, comments.Stretch("@title", 4, 31), "Ở đâu?")

    def stands() -> tuple[int, int, bool]:
        comment = Comment.get(Comment.article == made)
        return comment.start, comment.stop, bool(comment.lost)

    writing.save(cast.writer, made, 1, words("Cuộc họp giao ban công tác Khoa giáo"), 2)
    assert stands() == (9, 36, False)
    writing.save(cast.writer, made, 2, words("Tin"), 2)
    assert stands()[2] is True
    writing.restore_revision(cast.writer, made, 3, 1)
    assert stands() == (4, 31, False)


def test_a_suggestion_that_is_accepted_is_a_text_like_any_other(cast: Cast) -> None:
    made = article(cast, words("Họp giao ban"), Stage.APPROVED)
    comments.comment(cast.editor, made, comments.Stretch("@title", 0, 3), "", "Hội nghị")
    comments.accept(cast.editor, Comment.get(Comment.article == made).id, 4)
    row = Article.get_by_id(made)
    assert (row.title, row.section_id, row.revision, row.stage) == ("Hội nghị giao ban", 2, 5, "draft")
    assert revisions.text_of(made, 5).title == "Hội nghị giao ban"
    assert (_found(cast, "hoi nghi giao ban"), _found(cast, "hop giao ban")) == ([made], [])


def test_an_old_text_is_restored_by_who_may_edit_and_only_where_there_is_one(cast: Cast) -> None:
    made = article(cast)
    with pytest.raises(Missing):
        writing.restore_revision(cast.writer, made, 1, 9)
    with pytest.raises(Denied):
        writing.restore_revision(cast.secretary, made, 1, 1)
    approved = article(cast, stage=Stage.APPROVED)
    writing.restore_revision(cast.editor, approved, 4, 1)
    assert Article.get_by_id(approved).stage == Stage.DRAFT.value
    assert journal.of_article(approved)[0].detail == {"restored": 1, "approval_void": 1}


def test_saving_the_same_words_makes_no_revision(cast: Cast) -> None:
    text = words()
    made = article(cast, text, Stage.APPROVED)
    before = version(cast, made)
    writing.save(cast.editor, made, before, text, 2)
    assert version(cast, made) == before
    assert listing.row(cast.chief, made).stage is Stage.APPROVED


def test_titles_of_200_and_of_too_many_characters(cast: Cast) -> None:
    made = article(cast, words("Hội nghị " * 22 + "12"))
    assert len(listing.row(cast.writer, made).title) == 200
    with pytest.raises(NotNow) as refused:
        article(cast, words("x" * 301))
    assert refused.value.why is Why.TITLE_TOO_LONG


def test_nfd_is_stored_as_nfc(cast: Cast) -> None:
    import unicodedata

    made = article(cast, words(unicodedata.normalize("NFD", "Đồng chí Tỉnh ủy")))
    assert listing.row(cast.writer, made).title == "Đồng chí Tỉnh ủy"


def test_a_retried_creation_makes_no_twin(cast: Cast) -> None:
    first = writing.create(cast.writer, "same", words())
    second = writing.create(cast.writer, "same", words())
    assert first.articles == second.articles


def test_restoring_an_old_text_is_a_new_revision(cast: Cast) -> None:
    made = article(cast)
    writing.save(cast.writer, made, 1, words("Tít mới"))
    writing.restore_revision(cast.writer, made, 2, 1)
    assert [row.number for row in revisions.listing(made)] == [3, 2, 1]
    assert listing.row(cast.writer, made).title == words().title


def test_a_second_creation_with_other_words_keeps_them(cast: Cast) -> None:
    writing.create(cast.writer, "một", words("Tin"))
    again = writing.create(cast.writer, "một", words("Tin mới"))
    (article_id,) = again.articles
    assert again.version == 2
    assert listing.row(cast.writer, article_id).title == "Tin mới"
    assert [row.number for row in revisions.listing(article_id)] == [2, 1]
