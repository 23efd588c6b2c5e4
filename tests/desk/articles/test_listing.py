"""Lists of articles: filtered, sorted, fetched stretch by stretch; what each reader may do to a row."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from desk import clock
from desk.acts import journal
from desk.acts.rules import BESIDE, Act, Genre, Role, Stage
from desk.articles import drafts, listing, workflow, writing
from desk.articles.listing import ListQuery, Order
from desk.database import connection, revisions
from desk.database.article_tables import Article
from desk.database.department_tables import Person
from desk.department import delegations
from desk.errors import Missing
from desk.review.side_bar_numbers import numbers
from desk.text.blocks import pictures_of
from tests.making import Cast, article, filled, person, pictured, version, words

NOW = datetime(2019, 4, 9, 3, tzinfo=UTC)


def _at(moment: datetime) -> None:
    clock.set_clock(lambda: moment)


def _titles(cast: Cast, query: ListQuery) -> list[str]:
    return [row.title for row in listing.listing(cast.writer, query).rows]


def test_a_row_says_what_lists_show(cast: Cast) -> None:
    clock.set_clock(lambda: NOW)
    made = article(cast, words("Giao ban", "Một hai ba."))
    row = listing.row(cast.writer, made)
    assert (row.id, row.title, row.byline) == (made, "Giao ban", words().byline)
    assert (row.author_id, row.author) == (cast.writer, "Lê Thị Viết")
    assert (row.section_id, row.section) == (2, "Tin tức – Sự kiện")
    assert (row.event_date, row.stage, row.genre) == (date(2019, 4, 9), Stage.DRAFT, Genre.NEWS)
    assert (row.version, row.revision, row.words) == (1, 1, 2 + len(words().lead.split()) + 3)
    assert (row.changed_at, row.stage_since) == (NOW, NOW)
    assert (row.issue, row.note, row.recommended_by, row.snippet) == ("", "", "", "")


def test_an_article_without_date_or_section_is_listed(cast: Cast) -> None:
    (made,) = writing.create(cast.writer, "x", replace(words(), event_date=None)).articles
    row = listing.row(cast.writer, made)
    assert (row.event_date, row.section_id, row.section) == (None, None, "")


def test_what_is_not_there_is_missing(cast: Cast) -> None:
    for ask in (lambda: listing.row(cast.writer, 99), lambda: listing.open_article(cast.writer, 99)):
        with pytest.raises(Missing):
            ask()
    with pytest.raises(Missing) as missing:
        listing.stored(99)
    assert missing.value.what == "article"
    seen = listing.row(cast.writer, article(cast))
    with pytest.raises(Missing):  # what stood in the list has gone meanwhile
        listing.open_article(cast.writer, 99, seen)


def test_each_filter_keeps_its_own(cast: Cast) -> None:
    article(cast, words("Nháp"))
    article(cast, words("Gửi"), Stage.SUBMITTED, section=3)
    article(cast, words("Bỏ"), Stage.BINNED)
    article(cast, replace(words("Tháng năm"), event_date=date(2019, 5, 1)))
    (other,) = writing.create(cast.editor, "x", words("Của Biên"), 2).articles
    assert _titles(cast, ListQuery()) == ["Của Biên", "Tháng năm", "Gửi", "Nháp"]
    assert _titles(cast, ListQuery(stages=frozenset({Stage.BINNED}))) == ["Bỏ"]
    assert _titles(cast, ListQuery(stages=frozenset({Stage.SUBMITTED, Stage.BINNED}))) == ["Bỏ", "Gửi"]
    assert _titles(cast, ListQuery(author_id=cast.editor)) == ["Của Biên"]
    assert _titles(cast, ListQuery(section_id=3)) == ["Gửi"]
    assert _titles(cast, ListQuery(month="2019-05")) == ["Tháng năm"]
    assert _titles(cast, ListQuery(words="bien")) == ["Của Biên"]
    assert listing.row(cast.chief, other).author == "Phạm Văn Biên"
    assert listing.months() == ["2019-05", "2019-04"]
    assert listing.kept().scalar() == 4


def test_what_stands_in_an_issue_says_so_and_is_not_unplaced(cast: Cast) -> None:
    filled(cast, "Đã xếp")
    article(cast, words("Chưa xếp"))
    (row,) = (row for row in listing.listing(cast.writer, ListQuery()).rows if row.issue)
    assert (row.title, row.issue) == ("Đã xếp", "4/2019")
    assert _titles(cast, ListQuery(unplaced=True)) == ["Chưa xếp"]
    assert _titles(cast, ListQuery(unplaced=True, words="xếp")) == ["Chưa xếp"]


def test_each_order_is_its_own(cast: Cast) -> None:
    days = {"An": date(2019, 4, 3), "Bình": None, "Cao": date(2019, 4, 9)}
    for hour, (title, day) in enumerate(days.items()):
        _at(NOW + timedelta(hours=hour))
        article(cast, replace(words(title), event_date=day))
    assert _titles(cast, ListQuery(order=Order.RECENT)) == ["Cao", "Bình", "An"]
    assert _titles(cast, ListQuery(order=Order.EVENT)) == ["Cao", "An", "Bình"]
    assert _titles(cast, ListQuery(order=Order.TITLE)) == ["An", "Bình", "Cao"]
    assert _titles(cast, ListQuery(order=Order.WAITING)) == ["An", "Bình", "Cao"]


def test_a_row_names_the_deputy_who_recommends_this_very_text(cast: Cast) -> None:
    deputy = person(cast, "Đỗ Phó", Role.DEPUTY)
    made = article(cast, stage=Stage.FOR_APPROVAL)
    workflow.recommend(deputy, made, 3)
    assert listing.row(cast.chief, made).recommended_by == "Đỗ Phó"
    writing.save(cast.editor, made, 4, words("Tít khác"), 2)
    assert listing.row(cast.chief, made).recommended_by == ""


def test_a_list_that_ends_with_its_stretch_has_no_more(cast: Cast) -> None:
    for title in ("An", "Bình"):
        article(cast, words(title))
    for query in (ListQuery(), ListQuery(words="giao")):
        both = listing.listing(cast.writer, query, limit=2)
        one = listing.listing(cast.writer, query, limit=1)
        assert (len(both.rows), both.more, len(one.rows), one.more) == (2, False, 1, True)
        assert listing.listing(cast.writer, query, both.rows[-1]).rows == ()


def test_an_opened_article_has_its_text_pictures_and_signatures(cast: Cast) -> None:
    made = article(cast, pictured(cast, "Có ảnh", "Quang cảnh"))
    opened = listing.open_article(cast.writer, made)
    (key,) = pictures_of(opened.text)
    assert list(opened.pictures) == [key]
    assert (opened.row.title, opened.approved_revision, opened.approved_by) == ("Có ảnh", None, "")
    writing.save(cast.writer, made, 1, words("Không ảnh"), 2)
    assert listing.open_article(cast.writer, made).pictures == {}
    drafts.keep(cast.writer, opened.uid, made, 2, 2, opened.text)
    assert list(listing.open_article(cast.writer, made).pictures) == [key]  # of the draft
    assert listing.open_article(cast.editor, made).pictures == {}


def test_the_command_line_reads_an_article_as_it_is_stored(cast: Cast) -> None:
    made = article(cast)
    writing.save(cast.writer, made, 1, words("Tít mới"), 2)
    stored = listing.stored(made)
    assert (stored.stage, stored.version, stored.revision) == (Stage.DRAFT, 2, 2)
    assert (stored.section, stored.text.title) == ("Tin tức – Sự kiện", "Tít mới")
    assert stored.sha256 == revisions.listing(made)[0].sha256


def test_the_buttons_of_a_delegate_are_those_of_judging_alone(cast: Cast) -> None:
    made = article(cast, stage=Stage.FOR_APPROVAL)
    (theirs,) = writing.create(cast.chief, "x", words(), 2).articles
    workflow.move(cast.chief, Act.SUBMIT, theirs, 1)
    workflow.move(cast.editor, Act.PASS, theirs, 2)
    workflow.approve(cast.chief, made, 3)
    assert listing.open_article(cast.chief, made).approved_for == ""  # they signed themselves
    workflow.undo(cast.chief, made, 4)
    alone = listing.row(cast.secretary, made).acts
    now = clock.now()
    delegations.delegate(cast.chief, cast.secretary, now, now + timedelta(days=1))
    added = listing.row(cast.secretary, made).acts - alone
    assert added == {Act.APPROVE, Act.RETURN, Act.OVERRULE}
    assert Act.APPROVE not in listing.row(cast.secretary, theirs).acts  # their chief wrote it
    assert version(cast, theirs) == 3


def test_the_byline_used_most_is_offered_first(cast: Cast) -> None:
    for byline in ("Minh Tâm", "Hải Long", "Hải Long", "", "Thu Hà"):
        article(cast, replace(words(), byline=byline))
    offered = listing.bylines()
    assert offered[:3] == ["Hải Long", "Thu Hà", "Minh Tâm"]  # of those used as often the newest first
    assert "" not in offered


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


@pytest.mark.parametrize(
    ("order", "newest_first"),
    [(Order.RECENT, True), (Order.EVENT, True), (Order.TITLE, False), (Order.WAITING, False)],
)
def test_of_what_is_equal_each_is_listed_once_by_its_number(
    cast: Cast, order: Order, newest_first: bool
) -> None:
    _at(NOW)
    made = [article(cast, words("Giao ban")) for _ in range(5)]
    undated = article(cast, replace(words("Giao ban"), event_date=None))
    seen: list[int] = []
    after = None
    while not seen or after:
        part = listing.listing(cast.writer, ListQuery(order=order), after, limit=2)
        seen += [row.id for row in part.rows]
        after = part.rows[-1] if part.more else None
    if order is Order.EVENT:
        assert seen == [*made[::-1], undated]
    else:
        assert seen == ([undated, *made[::-1]] if newest_first else [*made, undated])


def test_a_list_begins_behind_the_row_shown_last_whichever_its_order(cast: Cast) -> None:
    """Made in an order that is neither the alphabet's nor the calendar's."""
    for hour, (title, day) in enumerate((("Cao", 3), ("An", 9), ("Bình", 5), ("Dân", 1))):
        _at(NOW + timedelta(hours=hour))
        article(cast, replace(words(title), event_date=date(2019, 4, day)))
    for order, titles in (
        (Order.RECENT, ["Dân", "Bình", "An", "Cao"]),
        (Order.EVENT, ["An", "Bình", "Cao", "Dân"]),
        (Order.TITLE, ["An", "Bình", "Cao", "Dân"]),
        (Order.WAITING, ["Cao", "An", "Bình", "Dân"]),
    ):
        query = ListQuery(order=order)
        rows = listing.listing(cast.writer, query).rows
        assert [row.title for row in rows] == titles
        for place, row in enumerate(rows):
            rest = listing.listing(cast.writer, query, row, limit=2)
            assert [one.title for one in rest.rows] == titles[place + 1 : place + 3], order
            assert rest.more is (place == 0)


def test_what_is_found_is_shown_in_stretches_with_what_was_found(cast: Cast) -> None:
    made = [article(cast, words("Hội nghị", f"Lần {number}")) for number in range(3)]
    query = ListQuery(words="hoi nghi")
    first = listing.listing(cast.writer, query, limit=2)
    rest = listing.listing(cast.writer, query, first.rows[-1], limit=2)
    assert [row.id for row in (*first.rows, *rest.rows)] == made[::-1]
    assert (first.more, rest.more) == (True, False)
    assert {row.snippet for row in first.rows} == {"\x02Hội nghị\x03"}
    assert [row.id for row in listing.listing(cast.writer, ListQuery(words="  ")).rows] == made[::-1]


def test_what_waits_is_asked_for_in_stretches_longest_first(cast: Cast) -> None:
    made = []
    for hour in range(3):
        _at(NOW + timedelta(hours=hour))
        made.append(article(cast, stage=Stage.SUBMITTED))
    article(cast)
    sent = Article.stage == Stage.SUBMITTED.value
    me = listing.reader(cast.editor)
    first = listing.page(list(connection.rows(listing.waiting(sent, None, 3))), me, 2)
    assert ([row.id for row in first.rows], first.more) == (made[:2], True)
    rest = listing.page(list(connection.rows(listing.waiting(sent, first.rows[-1], 3))), me, 2)
    assert ([row.id for row in rest.rows], rest.more) == (made[2:], False)
    assert Act.PASS in first.rows[0].acts


def test_a_reader_is_who_they_are_now(cast: Cast) -> None:
    now = clock.now()
    delegations.delegate(cast.chief, cast.secretary, now, now + timedelta(days=1))
    me = listing.reader(cast.secretary)
    assert (me.who, me.roles, me.chiefs, me.levels) == (
        cast.secretary,
        frozenset({Role.SECRETARY}),
        (cast.chief,),
        2,
    )


def test_who_once_wrote_it_judges_it_by_no_button(cast: Cast) -> None:
    """Nor does who signs for a chief and wrote it."""
    second = person(cast, "Ngô Phó Ban", Role.CHIEF)
    (made,) = writing.create(second, "u", words(), 2).articles
    workflow.move(second, Act.SUBMIT, made, 1)
    workflow.reassign(cast.editor, made, 2, cast.writer, "Bận")
    workflow.move(cast.editor, Act.PASS, made, 3)
    now = clock.now()
    delegations.delegate(cast.chief, second, now, now + timedelta(days=1))
    may = {who: Act.APPROVE in listing.row(who, made).acts for who in (cast.chief, second, cast.writer)}
    assert may == {cast.chief: True, second: False, cast.writer: False}
    assert Act.WITHDRAW not in listing.row(second, made).acts


def test_an_approval_by_a_delegate_names_both(cast: Cast) -> None:
    made = article(cast, stage=Stage.FOR_APPROVAL)
    now = clock.now()
    delegations.delegate(cast.chief, cast.secretary, now, now + timedelta(days=1))
    workflow.approve(cast.secretary, made, version(cast, made))
    row = listing.row(cast.writer, made)
    opened = listing.open_article(cast.writer, made, row)
    assert (opened.approved_revision, opened.approved_by) == (1, "Hoàng Thư Ký")
    assert (opened.approved_for, opened.row, opened.draft) == ("Trần Thị Lãnh", row, None)
    assert opened.uid == Article.get_by_id(made).uid
    assert opened.text.title == words().title


def test_an_article_without_a_section_is_stored_without_one(cast: Cast) -> None:
    (made,) = writing.create(cast.writer, "x", words()).articles
    assert listing.stored(made).section == ""


def test_who_left_and_their_unit_are_offered_as_a_byline_no_more(cast: Cast) -> None:
    Person.update(active=False).where(Person.id == cast.chief).execute()
    offered = listing.bylines()
    assert offered.count("Phòng Khoa giáo") == 1
    assert "Trần Thị Lãnh" not in offered
    assert "Lãnh đạo Ban" not in offered
    assert "" not in offered


def test_a_row_says_what_may_be_done(cast: Cast) -> None:
    made = article(cast, stage=Stage.FOR_APPROVAL)
    assert Act.APPROVE in listing.row(cast.chief, made).acts
    assert listing.row(cast.writer, made).acts <= BESIDE
    assert numbers(cast.chief).waiting == 1
    assert numbers(cast.editor).waiting == 0


def test_bylines_offer_what_was_used_then_people_and_units(cast: Cast) -> None:
    article(cast)
    offered = listing.bylines()
    assert offered[0] == words().byline
    assert {"Lê Thị Viết", "Phòng Khoa giáo"} < set(offered)
    assert len(offered) == len(set(offered))
