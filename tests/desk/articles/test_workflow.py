"""The road of an article through the gate, on a real file."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from desk import clock
from desk.acts import journal
from desk.acts.rules import BESIDE, Act, Role, Stage
from desk.articles import drafts, listing, workflow, writing
from desk.articles.listing import ListQuery, Order
from desk.database import revisions
from desk.database.article_tables import Revision
from desk.database.journal_tables import Journal
from desk.department import people
from desk.errors import Denied, NotNow, Stale, Why
from desk.integrity import database
from desk.issues import issues, placing, printing
from desk.issues import plan as issue_plan
from desk.review.side_bar_numbers import numbers
from tests.engine import statements
from tests.making import Cast, article, version, words


def test_the_whole_road(cast: Cast) -> None:
    made = article(cast, stage=Stage.APPROVED)
    row = listing.row(cast.chief, made)
    assert row.stage is Stage.APPROVED
    opened = listing.open_article(cast.chief, made)
    assert opened.approved_revision == opened.row.revision == 1
    assert opened.approved_by == "Trần Thị Lãnh"
    acts = [entry.act for entry in journal.of_article(made)]
    assert acts == [Act.APPROVE, Act.PASS, Act.SUBMIT, Act.CREATE]
    approval = journal.of_article(made)[0]
    assert approval.sha256 == revisions.listing(made)[0].sha256
    assert database.check() == []


def test_nobody_approves_what_they_wrote(cast: Cast) -> None:
    admin = cast.admin
    row = people.person(cast.chief)
    people.change(
        admin,
        cast.chief,
        row.version,
        people.PersonEdit(row.name, row.title, row.unit, frozenset({Role.CHIEF, Role.EDITOR})),
    )
    made = writing.create(cast.chief, "u1", words())
    (own,) = made.articles
    workflow.move(cast.chief, Act.SUBMIT, own, 1)
    with pytest.raises(Denied) as refused:
        workflow.move(cast.chief, Act.PASS, own, 2)
    assert refused.value.why is Why.OWN
    workflow.move(cast.editor, Act.PASS, own, 2)
    with pytest.raises(Denied) as refused:
        workflow.approve(cast.chief, own, 3)
    assert refused.value.why is Why.OWN
    assert listing.row(cast.chief, own).stage is Stage.FOR_APPROVAL


def test_the_second_is_told_what_happened(cast: Cast) -> None:
    made = article(cast, stage=Stage.FOR_APPROVAL)
    seen = version(cast, made)
    workflow.move(cast.chief, Act.RETURN, made, seen, "Thiếu chú thích ảnh")
    with pytest.raises(Stale) as stale:
        workflow.approve(cast.chief, made, seen)
    assert stale.value.by == "Trần Thị Lãnh"
    assert stale.value.act == Act.RETURN.value


def test_an_edit_voids_the_approval(cast: Cast) -> None:
    made = article(cast, stage=Stage.APPROVED)
    writing.save(cast.editor, made, version(cast, made), words("Tít khác"))
    opened = listing.open_article(cast.chief, made)
    assert opened.row.stage is Stage.DRAFT
    assert opened.approved_revision is None
    assert journal.of_article(made)[0].detail["approval_void"] == 1


def test_saving_the_same_words_makes_no_revision(cast: Cast) -> None:
    text = words()
    made = article(cast, text, Stage.APPROVED)
    before = version(cast, made)
    writing.save(cast.editor, made, before, text, 2)
    assert version(cast, made) == before
    assert listing.row(cast.chief, made).stage is Stage.APPROVED


def test_a_return_needs_a_reason_and_submission_a_whole_text(cast: Cast) -> None:
    made = article(cast, stage=Stage.SUBMITTED)
    with pytest.raises(NotNow) as refused:
        workflow.move(cast.editor, Act.RETURN, made, version(cast, made), "  ")
    assert refused.value.why is Why.NOTE
    for text, why in (
        (replace(words(), title="  "), Why.NO_TITLE),
        (replace(words(), blocks=()), Why.NO_BODY),
        (words("Hai đoạn trống", "", "  "), Why.NO_BODY),
    ):
        bare = article(cast, text)
        with pytest.raises(NotNow) as refused:
            workflow.move(cast.writer, Act.SUBMIT, bare, 1)
        assert refused.value.why is why


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


def test_an_approval_asks_nothing_twice(cast: Cast) -> None:
    made = article(cast, stage=Stage.FOR_APPROVAL)
    seen = version(cast, made)
    with statements() as sent:
        workflow.approve(cast.chief, made, seen)
    assert len(sent) <= 12, "\n".join(sent)
    assert len(set(sent)) == len(sent)


def test_revisions_and_journal_cannot_be_changed(cast: Cast) -> None:
    made = article(cast)
    for change in (
        Revision.update(text="").where(Revision.article == made),
        Revision.delete().where(Revision.article == made),
        Journal.update(note="x").where(Journal.subject_id == made),
        Journal.delete().where(Journal.subject_id == made),
    ):
        with pytest.raises(Exception, match=r"never|append-only"):
            change.execute()


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


def test_a_clock_set_back_keeps_the_order(cast: Cast) -> None:
    first = article(cast, words("Một"))
    clock.set_clock(lambda: datetime.now(UTC) - timedelta(days=400))
    second = article(cast, words("Hai"))
    rows = listing.listing(cast.writer, ListQuery()).rows
    assert [row.id for row in rows] == [second, first]
    assert journal.check() == []


def test_lists_filter_sort_and_page(cast: Cast) -> None:
    for title in ("Ơn", "Đào", "Bình", "Ánh", "An", "Da", "Ôn"):
        article(cast, words(title))
    by_title = ListQuery(order=Order.TITLE)
    page = listing.listing(cast.writer, by_title, limit=4)
    rest = listing.listing(cast.writer, by_title, page.rows[-1], limit=4)
    assert [row.title for row in (*page.rows, *rest.rows)] == ["An", "Ánh", "Bình", "Da", "Đào", "Ôn", "Ơn"]
    assert (page.more, rest.more) == (True, False)
    for order in Order:
        seen: list[int] = []
        after = None
        while True:
            part = listing.listing(cast.writer, ListQuery(order=order), after, limit=3)
            seen += [row.id for row in part.rows]
            if not part.more:
                break
            after = part.rows[-1]
        assert len(seen) == len(set(seen)) == 7


def test_search_finds_without_diacritics(cast: Cast) -> None:
    made = article(cast, words("Đổi mới công tác Đảng", "Đồng chí báo cáo viên nêu Chỉ thị số 36-NQ/TW."))
    article(cast, words("Tin khác", "Không có gì."))
    for typed in ("dong chi", "đồng chí", "doi moi", "36-NQ/TW", "DANG", "bao cao vi", '"cong tac dang"'):
        page = listing.listing(cast.writer, ListQuery(words=typed))
        assert [row.id for row in page.rows] == [made], typed
    snippet = listing.listing(cast.writer, ListQuery(words="dong chi")).rows[0].snippet
    assert "\x02Đồng\x03 \x02chí\x03" in snippet


@pytest.mark.parametrize(
    "typed", ['"', "*", "NEAR", "AND OR", "-", "a:b", "(", "😀", "NEAR(a b)", "'; DROP", "^", '""']
)
def test_search_takes_any_letters(cast: Cast, typed: str) -> None:
    article(cast)
    assert listing.listing(cast.writer, ListQuery(words=typed)).rows in (
        (),
        listing.listing(cast.writer, ListQuery()).rows,
    )


def test_an_issue_is_filled_ordered_and_printed(cast: Cast) -> None:
    one, two, three = (article(cast, words(t), Stage.APPROVED) for t in ("Một", "Hai", "Ba"))
    issues.make(cast.secretary, issues.IssueWords("4", 2019, 4))
    issue = issues.find("4", 2019)
    placing.place(cast.secretary, issue.id, 1, [one, two, three])
    placing.arrange(cast.secretary, issue.id, 2, three, 2, 0)
    placing.arrange(cast.secretary, issue.id, 3, two, 1, 0)
    edition = printing.edition(issue.id)
    assert [(part.title, [p.text.title for p in part.pieces]) for part in edition.sections] == [
        ("Văn bản, chính sách mới", ["Hai"]),
        ("Tin tức – Sự kiện", ["Ba", "Một"]),
    ]
    placing.unplace(cast.secretary, issue.id, 4, [one])
    assert len(printing.edition(issue.id).pieces) == 2
    assert database.check() == []


def test_an_issue_refuses_what_is_not_approved(cast: Cast) -> None:
    issues.make(cast.secretary, issues.IssueWords("4", 2019, 4))
    issue = issues.find("4", 2019)
    with pytest.raises(NotNow) as refused:
        printing.edition(issue.id)
    assert refused.value.why is Why.ISSUE_EMPTY
    draft = article(cast)
    with pytest.raises(NotNow) as refused:
        placing.place(cast.secretary, issue.id, 1, [draft])
    assert refused.value == NotNow(Why.NOT_APPROVED, words().title)
    good = article(cast, words("Đã duyệt"), Stage.APPROVED)
    placing.place(cast.secretary, issue.id, 1, [good])
    writing.save(cast.editor, good, version(cast, good), words("Đã duyệt rồi sửa"))
    with pytest.raises(NotNow) as refused:
        printing.edition(issue.id)
    assert refused.value == NotNow(Why.STALE_APPROVAL, "Đã duyệt rồi sửa")
    assert issue_plan.plan(issue.id).parts[1].placed[0].stale
    with pytest.raises(NotNow) as refused:
        issues.make(cast.secretary, issues.IssueWords(" 4 ", 2019, 5))
    assert refused.value.why is Why.NUMBER_TAKEN


def test_two_secretaries_on_one_issue(cast: Cast) -> None:
    issues.make(cast.secretary, issues.IssueWords("1+2", 2019, 1))
    issue = issues.find("1+2", 2019)
    issues.edit(cast.chief, issue.id, 1, issues.IssueWords("1+2", 2019, 2, "Xuân", ""))
    with pytest.raises(Stale) as stale:
        issues.edit(cast.secretary, issue.id, 1, issues.IssueWords("1+2", 2019, 1, "", ""))
    assert stale.value.by == "Trần Thị Lãnh"


def test_a_row_says_what_may_be_done(cast: Cast) -> None:
    made = article(cast, stage=Stage.FOR_APPROVAL)
    assert Act.APPROVE in listing.row(cast.chief, made).acts
    assert listing.row(cast.writer, made).acts <= BESIDE
    assert numbers(cast.chief).waiting == 1
    assert numbers(cast.editor).waiting == 0


def test_a_query_off_the_desks_thread_fails_loudly(cast: Cast) -> None:
    import threading

    caught: list[BaseException] = []

    def ask() -> None:
        try:
            people.everybody()
        except BaseException as error:  # noqa: BLE001 - whatever it is, it must not be silence
            caught.append(error)

    thread = threading.Thread(target=ask)
    thread.start()
    thread.join()
    assert caught
    assert people.everybody()  # and the thread that may use it still can


def test_bylines_offer_what_was_used_then_people_and_units(cast: Cast) -> None:
    article(cast)
    offered = listing.bylines()
    assert offered[0] == words().byline
    assert {"Lê Thị Viết", "Phòng Khoa giáo"} < set(offered)
    assert len(offered) == len(set(offered))
