"""Issues: made, changed, designed, found again; their law and the kỳ họp báo cáo viên in their months."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from desk.acts import journal
from desk.acts.gate import Changes
from desk.acts.issue_details import DesignSet, IssueEdited, IssueFitted, IssueMade
from desk.acts.journal import JournalQuery, Subject
from desk.acts.rules import Act, IssueState
from desk.calendar import meetings
from desk.calendar.meetings import MeetingKind, StateWish
from desk.calendar.storage import Fields
from desk.dates.series import MeetingState, When
from desk.department import legal_profiles
from desk.edition.design import USUAL, CoverDesign, Design, Fitting, InnerDesign, PageFormat
from desk.edition.edition import Imprint
from desk.errors import Denied, Missing, NotNow, Stale, Why
from desk.issues import issues
from desk.issues import plan as issue_plan
from desk.issues import sections as issue_sections
from desk.issues.issues import DesignWish, IssueWords
from desk.issues.sections import SectionWish
from tests.desk.issues.made_issues import made_issue, seen
from tests.making import Cast

pytestmark = pytest.mark.usefixtures("in_april")


def _make(cast: Cast, number: str, year: int, month: int, last: int = 0, like: int = 0) -> int:
    words = IssueWords(number, year, month, last_month=last)
    (made,) = issues.make(cast.secretary, words, like).issues
    return made


def test_the_newest_issue_stands_first(cast: Cast) -> None:
    for number, year, month in (
        ("4", 2019, 4),
        ("12", 2018, 12),
        ("5", 2019, 5),
        ("4a", 2019, 4),
        ("1", 2019, 1),
    ):
        _make(cast, number, year, month)
    assert [row.name for row in issues.listing()] == ["5/2019", "4a/2019", "4/2019", "1/2019", "12/2018"]


def test_an_issue_is_found_by_its_number_and_its_year(cast: Cast) -> None:
    made = {(number, year): _make(cast, number, year, 4) for number in ("4", "5") for year in (2019, 2020)}
    for (number, year), issue_id in made.items():
        assert issues.find(number, year) == issues.row(issue_id)
        assert (issues.row(issue_id).number, issues.row(issue_id).year) == (number, year)
    tried: tuple[Callable[[], object], ...] = (
        lambda: issues.find("5", 2018),
        lambda: issues.find("6", 2019),
        lambda: issues.row(99),
    )
    for ask in tried:
        with pytest.raises(Missing) as missing:
            ask()
        assert missing.value == Missing("issue")


def test_an_issue_counts_its_own_articles(cast: Cast) -> None:
    made_issue(cast, "Một", "Hai")
    made_issue(cast, "Ba", number="5", month=5)
    made_issue(cast, number="6", month=6)
    assert [row.articles for row in issues.listing()] == [0, 1, 2]


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("4", "4"),
        (" 4 ", "4"),
        ("1 + 2", "1+2"),
        ("1+ 2", "1+2"),
        ("1 +2", "1+2"),
        ("Số  đặc   biệt", "Số đặc biệt"),
        (unicodedata.normalize("NFD", "Số đặc biệt"), "Số đặc biệt"),
    ],
)
def test_a_number_is_stored_in_one_form(typed: str, stored: str) -> None:
    assert issues.number_of(typed) == stored


def test_an_issue_is_made_of_what_a_person_says_of_it(cast: Cast) -> None:
    words = IssueWords(" 1 + 2 ", 2019, 1, "  Mừng Xuân ", "2019-01-20", 2, special=True)
    changes = issues.make(cast.secretary, words)
    (made,) = changes.issues
    assert (changes.act, changes.version) == (Act.MAKE_ISSUE, 1)
    row = issues.row(made)
    assert row == issues.IssueRow(
        made, "1+2", 2019, 1, "Mừng Xuân", "2019-01-20", 1, 0, 2, special=True, state=IssueState.OPEN
    )
    assert (row.name, row.ends) == ("1+2/2019", 2)
    entry = journal.entries(JournalQuery(act=Act.MAKE_ISSUE), limit=1)[0]
    assert (entry.title, entry.subject, entry.subject_id, entry.version) == (
        "1+2/2019",
        Subject.ISSUE,
        made,
        1,
    )
    assert entry.read(IssueMade) is None  # after no model


def test_the_month_alone_is_no_span_of_months(cast: Cast) -> None:
    made = issues.row(_make(cast, "4", 2019, 4, last=4))
    assert (made.last_month, made.ends) == (0, 4)
    assert issues.row(_make(cast, "5", 2019, 5, last=6)).ends == 6
    with pytest.raises(NotNow) as refused:
        _make(cast, "7", 2019, 7, last=6)
    assert refused.value.why is Why.DATES


def test_a_number_is_given_once_a_year(cast: Cast) -> None:
    first = _make(cast, "1+2", 2019, 1)
    _make(cast, "1+2", 2020, 1)
    second = _make(cast, "3", 2019, 3)
    tried: tuple[Callable[[IssueWords], object], ...] = (
        lambda words: issues.make(cast.secretary, words),
        lambda words: issues.edit(cast.secretary, second, 1, words),
    )
    for number, refusal in (
        (" ", NotNow(Why.NUMBER_EMPTY)),
        ("1 + 2", NotNow(Why.NUMBER_TAKEN, "1+2/2019")),
    ):
        for act in tried:
            with pytest.raises(NotNow) as refused:
                act(IssueWords(number, 2019, 3))
            assert refused.value == refusal
    issues.edit(cast.secretary, first, 1, IssueWords("1 + 2", 2019, 1, "Mừng Xuân"))  # its own is not taken
    assert issues.row(first).theme == "Mừng Xuân"


def test_an_issue_is_changed_as_a_whole_and_the_others_stay(cast: Cast) -> None:
    changed, other = _make(cast, "4", 2019, 4), _make(cast, "5", 2019, 5)
    before = issues.row(other)
    words = IssueWords("6+7", 2020, 6, " Kỷ niệm ", "2020-06-20", 7, special=True)
    changes = issues.edit(cast.secretary, changed, 1, words)
    assert changes == Changes(issues=frozenset({changed}), act=Act.EDIT_ISSUE, version=2)
    assert issues.row(changed) == issues.IssueRow(
        changed, "6+7", 2020, 6, "Kỷ niệm", "2020-06-20", 2, 0, 7, special=True
    )
    assert issues.row(other) == before
    entry = journal.entries(JournalQuery(act=Act.EDIT_ISSUE), limit=1)[0]
    assert entry.title == "6+7/2020"
    assert entry.read(IssueEdited) == IssueEdited("4/2019", 6, "Kỷ niệm", "2020-06-20")


def test_the_list_of_articles_is_closed_and_opened_again(cast: Cast) -> None:
    issue_id = made_issue(cast, "Một")
    changes = issues.close(cast.secretary, issue_id, seen(issue_id))
    assert changes == Changes(issues=frozenset({issue_id}), act=Act.CLOSE_ISSUE, version=3)
    assert issues.row(issue_id).state is IssueState.CLOSED
    changes = issues.open_again(cast.secretary, issue_id, seen(issue_id))
    assert (changes.act, changes.version) == (Act.OPEN_ISSUE, 4)
    assert issues.row(issue_id).state is IssueState.OPEN
    with pytest.raises(Denied):
        issues.close(cast.writer, issue_id, seen(issue_id))


DESIGN = Design(
    PageFormat.SMALL, CoverDesign.PHOTO, InnerDesign.CLEAR, grey=True, emblem="a" * 64, photo="b" * 64
)


def test_an_issue_made_like_another_takes_its_form_and_not_what_is_the_months_own(cast: Cast) -> None:
    model = _make(cast, "4", 2019, 4)
    own = Imprint(copies=300, licence="Số 12", deposit="tháng 4")
    wish = DesignWish(DESIGN, "tai-lieu-khong-kinh-doanh", 40, own, "2019-04-25")
    issues.set_design(cast.secretary, model, 1, wish)
    order = [SectionWish(9), SectionWish(0, "Của số 4 thôi"), SectionWish(4, hidden=True)]
    issue_sections.arrange_sections(cast.secretary, model, 2, order)
    like = issues.row(_make(cast, "5", 2019, 5, like=model))
    assert like == issues.IssueRow(
        like.id,
        "5",
        2019,
        5,
        "",
        "",
        1,
        0,
        design=replace(DESIGN, photo=""),
        legal="tai-lieu-khong-kinh-doanh",
        pages=40,
        imprint=replace(own, deposit=""),
    )
    parts = [(part.section_id, part.hidden) for part in issue_plan.plan(like.id).parts]
    assert parts[:3] == [(9, False), (4, True), (1, False)]
    assert len(parts) == 9
    entry = journal.entries(JournalQuery(act=Act.MAKE_ISSUE), limit=1)[0]
    assert (entry.title, entry.read(IssueMade)) == ("5/2019", IssueMade("4/2019"))


def test_the_journal_tells_the_design_and_the_law(cast: Cast) -> None:
    issue_id = _make(cast, "4", 2019, 4)
    changes = issues.set_design(cast.secretary, issue_id, 1, DesignWish(DESIGN, pages=40))
    assert changes == Changes(issues=frozenset({issue_id}), act=Act.DRESS_ISSUE, version=2)
    told = journal.entries(JournalQuery(act=Act.DRESS_ISSUE), limit=1)[0].read(DesignSet)
    in_force = legal_profiles.profiles()[0].name
    assert told == DesignSet(("small", "photo", "clear"), 40, in_force)


def test_fewer_pages_than_none_are_as_many_as_the_law_allows(cast: Cast) -> None:
    issue_id = _make(cast, "4", 2019, 4)
    for wished, stored in ((-1, 0), (0, 0), (1, 1)):
        issues.set_design(cast.secretary, issue_id, seen(issue_id), DesignWish(Design(), pages=wished))
        assert issues.row(issue_id).pages == stored


def test_a_format_too_large_for_the_law_is_refused_with_its_name_and_changes_nothing(cast: Cast) -> None:
    issue_id = _make(cast, "4", 2019, 4)
    with pytest.raises(NotNow) as refused:
        issues.set_design(cast.secretary, issue_id, 1, DesignWish(Design(PageFormat.A4)))
    assert refused.value == NotNow(Why.FORMAT_TOO_LARGE, legal_profiles.profiles()[0].name)
    assert (issues.row(issue_id).design, seen(issue_id)) == (Design(), 1)


def test_where_no_law_is_in_force_any_format_is_allowed(cast: Cast) -> None:
    issue_id = _make(cast, "4", 1999, 4)
    issues.set_design(cast.secretary, issue_id, 1, DesignWish(Design(PageFormat.A4)))
    assert issues.law(issues.row(issue_id)) is None
    told = journal.entries(JournalQuery(act=Act.DRESS_ISSUE), limit=1)[0].read(DesignSet)
    assert told == DesignSet(("a4", "field", "classic"), 0, "")


def test_an_issue_is_fitted_through_the_gate_and_set_back(cast: Cast) -> None:
    issue_id = _make(cast, "4", 2019, 4)
    issues.set_design(cast.secretary, issue_id, 1, DesignWish(DESIGN))
    closer = Fitting(lines=1, air=-1, pictures=8)
    changes = issues.fit(cast.secretary, issue_id, 2, closer)
    assert changes == Changes(issues=frozenset({issue_id}), act=Act.FIT_ISSUE, version=3)
    assert issues.row(issue_id).design == replace(DESIGN, fitting=closer)
    with pytest.raises(Stale):
        issues.fit(cast.secretary, issue_id, 2, USUAL)
    with pytest.raises(Denied):
        issues.fit(cast.editor, issue_id, 3, USUAL)
    changes = issues.fit_back(cast.secretary, issue_id, USUAL)
    assert (changes.act, issues.row(issue_id).design) == (Act.FIT_ISSUE, DESIGN)
    back, there = journal.entries(JournalQuery(act=Act.FIT_ISSUE), limit=2)
    assert there.read(IssueFitted) == IssueFitted((-3, -1, 8))
    assert back.read(IssueFitted) == IssueFitted((0, 0, 0))


def test_the_journal_tells_a_design_whose_fitting_was_kept(cast: Cast) -> None:
    issue_id = _make(cast, "4", 2019, 4)
    issues.set_design(cast.secretary, issue_id, 1, DesignWish(replace(DESIGN, fitting=Fitting(lines=-1))))
    told = journal.entries(JournalQuery(act=Act.DRESS_ISSUE), limit=1)[0].read(DesignSet)
    assert told is not None
    assert told.fitting == (3, 0, 0)


def test_an_issue_made_like_a_fitted_one_is_set_as_usual(cast: Cast) -> None:
    model = _make(cast, "4", 2019, 4)
    issues.fit(cast.secretary, model, 1, Fitting(lines=2))
    assert issues.row(_make(cast, "5", 2019, 5, like=model)).design == Design()


def test_a_law_that_names_one_side_leaves_the_other_free(cast: Cast) -> None:
    made_issue(cast)
    narrow = replace(legal_profiles.profiles()[0], width=190.0, height=0.0)
    legal_profiles.set_profiles(cast.admin, (narrow, *legal_profiles.profiles()[1:]))
    issues.set_design(cast.secretary, 1, seen(1), DesignWish(Design(), law=narrow.key))
    assert issues.law(issues.row(1)) == narrow


def test_an_issue_whose_law_was_dropped_takes_the_one_in_force(cast: Cast) -> None:
    """Without one its pages would be checked against nothing at all."""
    made_issue(cast)
    in_force, *others = legal_profiles.profiles()
    own = others[-1]
    issues.set_design(cast.secretary, 1, seen(1), DesignWish(Design(), law=own.key))
    assert issues.law(issues.row(1)) == own
    legal_profiles.set_profiles(
        cast.admin, tuple(one for one in legal_profiles.profiles() if one.key != own.key)
    )
    assert issues.law(issues.row(1)) == in_force


def test_a_combined_issue_is_dressed_under_the_law_of_its_last_month(cast: Cast) -> None:
    """It is published at the end of its months: a law that came into force between them counts."""
    combined = _make(cast, "6+7", 2026, 6, last=7)
    law = issues.law(issues.row(combined))
    assert law is not None
    assert law.since == "2026-07-01"
    narrow = [
        replace(one, width=100.0) if one.since == "2026-07-01" else one for one in legal_profiles.profiles()
    ]
    legal_profiles.set_profiles(cast.admin, tuple(narrow))
    with pytest.raises(NotNow) as refused:
        issues.set_design(cast.secretary, combined, seen(combined), DesignWish(Design()))
    assert refused.value.why is Why.FORMAT_TOO_LARGE
    earlier = _make(cast, "6", 2026, 6)
    issues.set_design(cast.secretary, earlier, 1, DesignWish(Design()))


def _meeting(cast: Cast, day: date, kind: MeetingKind = MeetingKind.REPORTERS) -> int:
    start = datetime(day.year, day.month, day.day, 8)
    told = Fields(title="Hội nghị báo cáo viên", kind=kind.value)
    (made,) = meetings.make(cast.secretary, told, When(start, start + timedelta(hours=3))).meetings
    return made


@pytest.mark.parametrize(
    ("month", "last", "days"),
    [
        (4, 0, [date(2019, 4, 1), date(2019, 4, 30)]),
        (4, 5, [date(2019, 4, 1), date(2019, 4, 30), date(2019, 5, 2)]),
        (12, 0, [date(2019, 12, 31)]),
        (11, 12, [date(2019, 12, 31)]),
        (6, 0, []),
    ],
)
def test_the_sessions_of_an_issue_are_held_in_its_months(
    cast: Cast, month: int, last: int, days: list[date]
) -> None:
    for day in (
        date(2019, 3, 31),
        date(2019, 4, 30),
        date(2019, 4, 1),
        date(2019, 5, 2),
        date(2019, 12, 31),
        date(2020, 1, 1),
    ):
        _meeting(cast, day)
    _meeting(cast, date(2019, 4, 10), MeetingKind.BRIEFING)
    called_off = _meeting(cast, date(2019, 4, 11))
    wish = StateWish(MeetingState.CANCELLED, "Trùng lịch")
    meetings.set_state(cast.secretary, called_off, 1, datetime(2019, 4, 11, 8), wish)
    row = issues.row(_make(cast, "4", 2019, month, last))
    assert [one.start.date() for one in issues.sessions(row)] == days
    first = issues.session(row)
    assert (first.start.date() if first else None) == (days[0] if days else None)
