"""The gate: there, the version you saw, allowed; then done and journaled as one, or not at all."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from desk import clock
from desk.acts import gate, journal, notifications
from desk.acts.gate import Changes
from desk.acts.journal import JournalQuery, Subject
from desk.acts.rules import Act, Role, Stage
from desk.articles import listing, workflow
from desk.calendar import meetings
from desk.calendar.storage import Fields
from desk.database.article_tables import Article
from desk.database.calendar_tables import Meeting
from desk.database.department_tables import Section
from desk.database.issue_tables import Issue
from desk.dates.series import When
from desk.department import people
from desk.errors import Denied, Missing, NotNow, Stale, Why
from desk.issues import issues
from tests.engine import statements
from tests.making import Cast, article, version, words

MORNING = datetime(2019, 4, 9, 1, tzinfo=UTC)


def _last() -> journal.JournalEntry:
    return journal.entries(JournalQuery(), limit=1)[0]


def _issue(cast: Cast) -> int:
    return next(iter(issues.make(cast.secretary, issues.IssueWords("4", 2019, 4)).issues))


def _meeting(cast: Cast) -> int:
    when = When(datetime(2019, 4, 16, 8), datetime(2019, 4, 16, 9))
    return next(iter(meetings.make(cast.secretary, Fields("Giao ban"), when).meetings))


def test_an_act_makes_one_version_and_one_entry_that_name_each_other(cast: Cast) -> None:
    made = article(cast)
    clock.set_clock(lambda: MORNING)
    with gate.acting(cast.editor, Act.FILE, made, 1, "  vì trùng  ") as doing:
        doing.article.section_id = 3
    row, entry = Article.get_by_id(made), _last()
    assert (row.version, row.section_id, row.touched, row.note) == (2, 3, entry.id, "vì trùng")
    assert (row.changed_at, row.stage) == (clock.stamp(MORNING), Stage.DRAFT.value)
    assert (entry.act, entry.version, entry.subject_id, entry.note) == (Act.FILE, 2, made, "vì trùng")
    assert (entry.person, entry.title) == ("Phạm Văn Biên", words().title)


def test_what_raises_inside_undoes_everything(cast: Cast) -> None:
    made, before = article(cast), _last().id

    def file() -> None:
        with gate.acting(cast.editor, Act.FILE, made, 1) as doing:
            doing.article.section_id = 3
            Section.update(title="Khác").execute()
            raise ZeroDivisionError

    def decide() -> None:
        with gate.deciding(cast.admin, Act.SET_SECTIONS):
            Section.update(title="Khác").execute()
            raise ZeroDivisionError

    for fails in (file, decide):
        with pytest.raises(ZeroDivisionError):
            fails()
    assert (version(cast, made), _last().id) == (1, before)
    assert not Section.select().where(Section.title == "Khác").exists()


def test_nothing_to_change_leaves_no_trace(cast: Cast) -> None:
    made, meeting, before = article(cast), _meeting(cast), _last().id
    with gate.acting(cast.editor, Act.FILE, made, 1) as doing:
        doing.nothing = True
    with gate.attending(cast.editor, Act.COMMENT, made) as beside:
        beside.nothing = True
    with gate.deciding(cast.admin, Act.SET_SECTIONS) as deciding:
        deciding.nothing = True
    with gate.on_meeting(cast.secretary, Act.EDIT_MEETING, meeting, 1) as (held, _):
        held.nothing = True
    assert (version(cast, made), _last().id) == (1, before)
    assert Meeting.get_by_id(meeting).version == 1


def test_what_is_not_there_is_missing(cast: Cast) -> None:
    meeting = _meeting(cast)
    meetings.remove(cast.secretary, meeting, 1, datetime(2019, 4, 16, 8))
    with pytest.raises(Missing), gate.acting(cast.editor, Act.FILE, 99, 1):
        pass
    with pytest.raises(Missing), gate.on_issue(cast.secretary, Act.PLACE, 99, 1):
        pass
    with pytest.raises(Missing), gate.on_meeting(cast.secretary, Act.EDIT_MEETING, meeting, 2):
        pass


def test_who_saw_another_version_is_told_who_made_this_one(cast: Cast) -> None:
    made, issue, meeting = article(cast), _issue(cast), _meeting(cast)
    for seen in (0, 2):
        with pytest.raises(Stale) as stale, gate.acting(cast.editor, Act.FILE, made, seen):
            pass
        assert (stale.value.by, stale.value.act) == ("Lê Thị Viết", Act.CREATE.value)
        with pytest.raises(Stale) as stale, gate.on_issue(cast.secretary, Act.PLACE, issue, seen):
            pass
        assert stale.value.act == Act.MAKE_ISSUE.value
        with pytest.raises(Stale) as stale, gate.on_meeting(cast.editor, Act.EDIT_MEETING, meeting, seen):
            pass
        assert stale.value.act == Act.MAKE_MEETING.value


def test_what_is_beside_a_text_makes_no_version(cast: Cast) -> None:
    made, meeting = article(cast), _meeting(cast)
    with gate.attending(cast.editor, Act.COMMENT, made):
        pass
    assert (version(cast, made), _last().version) == (1, 1)
    with gate.on_meeting(cast.secretary, Act.ATTACH, meeting, None):
        pass
    assert (Meeting.get_by_id(meeting).version, _last().act) == (1, Act.ATTACH)
    with pytest.raises(Denied), gate.attending(cast.admin, Act.OVERRULE, made, note="Gấp"):
        pass


def test_an_issue_goes_on_by_its_state_and_a_closed_one_takes_nothing_in(cast: Cast) -> None:
    issue = _issue(cast)
    with gate.on_issue(cast.secretary, Act.EDIT_ISSUE, issue, 1, " đổi ") as (_, row):
        row.theme = "Xuân"
    stored, entry = Issue.get_by_id(issue), _last()
    assert (stored.version, stored.theme) == (2, "Xuân")
    assert (entry.title, entry.version, entry.note, entry.subject) == ("4/2019", 2, "đổi", Subject.ISSUE)
    issues.close(cast.secretary, issue, 2)
    with pytest.raises(NotNow) as refused, gate.on_issue(cast.secretary, Act.PLACE, issue, 3):
        pass
    assert refused.value.why is Why.ISSUE_CLOSED
    assert Issue.get_by_id(issue).version == 3


def test_a_meeting_is_changed_by_its_maker_and_by_planners(cast: Cast) -> None:
    meeting = _meeting(cast)
    clock.set_clock(lambda: MORNING)
    with gate.on_meeting(cast.editor, Act.EDIT_MEETING, meeting, 1) as (_, row):
        row.place = "Tầng 3"
    stored = Meeting.get_by_id(meeting)
    assert (stored.version, stored.place, stored.changed_at) == (2, "Tầng 3", clock.stamp(MORNING))
    with pytest.raises(Denied), gate.on_meeting(cast.writer, Act.EDIT_MEETING, meeting, 2):
        pass


def test_an_article_is_led_along_with_an_entry_of_its_own(cast: Cast) -> None:
    made, issue = article(cast, stage=Stage.APPROVED), _issue(cast)
    row = Article.get_by_id(made)
    with gate.on_issue(cast.secretary, Act.EDIT_ISSUE, issue, 1) as (doing, _):
        doing.title = "4/2019"
        gate.lead_along(doing, row, Stage.RELEASED)
    after, entry = Article.get_by_id(made), journal.of_article(made)[0]
    assert (after.stage, after.version) == (Stage.RELEASED.value, row.version)
    assert (entry.act, entry.version, entry.sha256) == (Act.EDIT_ISSUE, row.version, row.approved_sha256)
    assert entry.detail["issue"] == "4/2019"


def test_time_at_a_stage_begins_when_the_stage_does(cast: Cast) -> None:
    made = article(cast)
    clock.set_clock(lambda: MORNING)
    sent = workflow.move(cast.writer, Act.SUBMIT, made, 1)
    clock.set_clock(lambda: MORNING + timedelta(hours=5))
    with gate.acting(cast.editor, Act.FILE, made, sent.version):
        pass
    row = listing.row(cast.editor, made)
    assert (row.stage_since, row.changed_at) == (MORNING, MORNING + timedelta(hours=5))


def test_what_only_said_that_an_article_waits_is_settled_when_it_goes_on(cast: Cast) -> None:
    made = article(cast, stage=Stage.SUBMITTED)
    assert [row.read for row in notifications.inbox(cast.editor)] == [False]
    with gate.acting(cast.editor, Act.FILE, made, 2):
        pass
    assert [row.read for row in notifications.inbox(cast.editor)] == [False]  # it waits as before
    done: Changes = workflow.move(cast.editor, Act.PASS, made, 3)
    assert done.undo
    assert [row.read for row in notifications.inbox(cast.editor)] == [True]


def test_nobody_undoes_a_version_they_did_not_see(cast: Cast) -> None:
    made = article(cast, stage=Stage.SUBMITTED)
    with pytest.raises(Stale), gate.undoing(cast.writer, made, 1):
        pass
    with gate.undoing(cast.writer, made, 2) as (doing, last):
        doing.article.stage = Stage.DRAFT.value
    assert last.act is Act.SUBMIT
    assert (version(cast, made), _last().detail) == (3, {"undid": "submit", "entry": last.id})


def test_the_second_is_told_what_happened(cast: Cast) -> None:
    made = article(cast, stage=Stage.FOR_APPROVAL)
    seen = version(cast, made)
    workflow.move(cast.chief, Act.RETURN, made, seen, "Thiếu chú thích ảnh")
    with pytest.raises(Stale) as stale:
        workflow.approve(cast.chief, made, seen)
    assert stale.value.by == "Trần Thị Lãnh"
    assert stale.value.act == Act.RETURN.value


def test_an_approval_asks_nothing_twice(cast: Cast) -> None:
    made = article(cast, stage=Stage.FOR_APPROVAL)
    seen = version(cast, made)
    with statements() as sent:
        workflow.approve(cast.chief, made, seen)
    assert len(sent) <= 12, "\n".join(sent)
    assert len(set(sent)) == len(sent)


def test_a_role_taken_away_while_the_button_is_on_screen(cast: Cast) -> None:
    made = article(cast, stage=Stage.FOR_APPROVAL)
    seen = listing.row(cast.chief, made)
    chief = people.person(cast.chief)
    people.change(
        cast.admin, chief.id, chief.version, people.PersonEdit(chief.name, "", "", frozenset({Role.WRITER}))
    )
    with pytest.raises(Denied) as refused:
        workflow.approve(cast.chief, made, seen.version)
    assert refused.value.why is Why.ROLE
    assert listing.row(cast.editor, made).stage is Stage.FOR_APPROVAL
