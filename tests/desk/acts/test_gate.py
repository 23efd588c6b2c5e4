"""The gate: there, the version you saw, allowed; then done and journaled as one, or not at all."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from desk import clock
from desk.acts import gate, journal, notifications, requirements
from desk.acts.article_details import Before
from desk.acts.gate import Changes
from desk.acts.journal import JournalQuery, Subject
from desk.acts.requirements import Level
from desk.acts.rules import Act, Genre, Role, Stage
from desk.articles import listing, workflow, writing
from desk.calendar import meetings
from desk.calendar.storage import Fields
from desk.database.article_tables import Article, Revision
from desk.database.calendar_tables import Meeting
from desk.database.department_tables import Section
from desk.database.issue_tables import Issue
from desk.database.journal_tables import Journal
from desk.dates.series import When
from desk.department import people
from desk.errors import Denied, Missing, NotNow, Stale, Unmet, Why
from desk.issues import issues
from desk.review import checklists, comments
from desk.review.checklists import ItemEdit
from tests.engine import statements, tampering
from tests.making import Cast, article, later, person, version, words

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


def test_an_act_knows_the_text_that_stands_and_everybody_who_wrote_it(cast: Cast) -> None:
    made, other = article(cast), article(cast, words("Tin khác"))
    writing.save(cast.writer, made, 1, words("Tít mới"), 2)
    writing.save(cast.writer, other, 1, words("Tin khác nữa"), 2)
    second = person(cast, "Vũ Viết Tiếp", Role.WRITER)
    workflow.reassign(cast.editor, made, 2, second, "Nghỉ phép")
    stands = Revision.get((Revision.article == made) & (Revision.number == 2))
    with gate.acting(cast.editor, Act.FILE, made, 3) as doing:
        assert (doing.text_sha256, doing.title, doing.version) == (stands.sha256, "Tít mới", 3)
        assert doing.authors == {cast.writer, second}
        assert doing.actor.id == cast.editor


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
    was = Article.get_by_id(made)
    clock.set_clock(lambda: MORNING)
    with gate.on_issue(cast.secretary, Act.EDIT_ISSUE, issue, 1, " Số xuân ") as (doing, _):
        doing.title = "4/2019"
        gate.lead_along(doing, Article.get_by_id(made), Stage.RELEASED)
    after, entry = Article.get_by_id(made), journal.of_article(made)[0]
    assert (after.stage, after.version, after.note) == (Stage.RELEASED.value, was.version + 1, "Số xuân")
    assert (after.stage_since, after.changed_at) == (clock.stamp(MORNING), clock.stamp(MORNING))
    assert (entry.act, entry.version, entry.sha256) == (Act.EDIT_ISSUE, was.version + 1, was.approved_sha256)
    assert (entry.title, entry.note, after.touched) == (was.title, "Số xuân", entry.id)
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


def test_a_word_in_the_discussion_took_nobodys_save_away(cast: Cast) -> None:
    """Who comes too late is told who wrote, not who spoke since."""
    made = article(cast)
    writing.save(cast.writer, made, 1, words("Tít mới"), 2)
    with gate.attending(cast.editor, Act.COMMENT, made):
        pass
    with pytest.raises(Stale) as stale, gate.acting(cast.chief, Act.FILE, made, 1):
        pass
    assert (stale.value.by, stale.value.act) == ("Lê Thị Viết", Act.EDIT.value)


def test_where_no_entry_made_the_version_the_last_one_is_named(cast: Cast) -> None:
    made = article(cast)
    Article.update(version=9).where(Article.id == made).execute()
    with pytest.raises(Stale) as stale, gate.acting(cast.chief, Act.FILE, made, 1):
        pass
    assert (stale.value.by, stale.value.act) == ("Lê Thị Viết", Act.CREATE.value)
    with pytest.raises(NotNow) as refused, gate.undoing(cast.writer, made, 9):
        pass
    assert refused.value.why is Why.NOT_UNDOABLE


def test_what_the_journal_never_heard_of_is_missing(cast: Cast) -> None:
    issue = _issue(cast)
    with tampering():
        Journal.update(subject_id=99).where(Journal.subject == Subject.ISSUE.value).execute()
    with pytest.raises(Missing), gate.on_issue(cast.secretary, Act.EDIT_ISSUE, issue, 7):
        pass


def test_the_gate_asks_the_checklist_itself(cast: Cast) -> None:
    """No verb can forget it."""
    always = dict.fromkeys(Genre, Level.REQUIRED)
    checklists.set_list(cast.admin, requirements.Before.SUBMIT, [ItemEdit(None, "Có ảnh", always)])
    made = article(cast)
    with pytest.raises(Unmet), gate.acting(cast.writer, Act.SUBMIT, made, 1):
        pass
    assert (version(cast, made), listing.row(cast.writer, made).stage) == (1, Stage.DRAFT)


def test_how_an_article_stood_is_kept_where_an_act_can_be_undone(cast: Cast) -> None:
    made = article(cast)
    with gate.acting(cast.editor, Act.FILE, made, 1):
        pass
    assert _last().detail == {}
    with gate.acting(cast.writer, Act.SUBMIT, made, 2):
        pass
    kept = _last().read(Before)
    assert kept is not None
    assert kept.before.stage == Stage.DRAFT.value


def test_what_one_owns_beside_a_text_is_ones_own_work(cast: Cast) -> None:
    (theirs,) = writing.create(cast.editor, "u", words()).articles
    before = _last().id
    with pytest.raises(Denied) as refused, gate.attending(cast.writer, Act.DECLINE, theirs):
        pass
    assert (refused.value.why, _last().id) == (Why.NOT_OWN, before)
    with gate.attending(cast.writer, Act.DECLINE, theirs, mine=True, note=" Đã sửa ") as doing:
        notifications.notify(doing, [cast.editor], notifications.NotificationKind.ANSWERED, "x")
    assert (_last().act, _last().note, _last().subject_id) == (Act.DECLINE, "Đã sửa", theirs)
    (told,) = notifications.inbox(cast.editor)
    assert (told.article_id, told.title, told.by) == (theirs, words().title, "Lê Thị Viết")
    with pytest.raises(Missing), gate.attending(cast.editor, Act.COMMENT, 99):
        pass


def test_an_undo_asks_the_checklist_of_what_is_approved_again_alone(cast: Cast) -> None:
    made = article(cast, words("Họp giao ban"), Stage.SUBMITTED)
    sent = version(cast, made)
    comments.comment(cast.editor, made, comments.Stretch("@title", 0, 3), "", "Hội nghị")
    with pytest.raises(NotNow) as refused, gate.undoing(cast.writer, made, sent) as (doing, _):
        doing.article.stage = Stage.APPROVED.value
    assert refused.value.why is Why.SUGGESTIONS
    later(5)
    with gate.undoing(cast.writer, made, sent) as (doing, _):
        doing.article.stage = Stage.DRAFT.value
    row = Article.get_by_id(made)
    assert (row.stage, row.version, row.touched) == (Stage.DRAFT.value, sent + 1, _last().id)
    assert row.changed_at == clock.stamp(clock.now())
    assert [one.kind for one in notifications.inbox(cast.editor)] == []


def test_anothers_act_is_nobody_elses_to_undo(cast: Cast) -> None:
    made, before = article(cast, stage=Stage.SUBMITTED), _last().id
    with pytest.raises(NotNow) as refused, gate.undoing(cast.editor, made, 2):
        pass
    assert (refused.value.why, version(cast, made), _last().id) == (Why.NOT_UNDOABLE, 2, before)


def test_who_has_no_role_at_an_article_any_more_undoes_nothing(cast: Cast) -> None:
    made = article(cast, stage=Stage.SUBMITTED)
    row = people.person(cast.writer)
    people.change(
        cast.admin, row.id, row.version, people.PersonEdit(row.name, "", "", frozenset({Role.ADMIN}))
    )
    with pytest.raises(Denied) as refused, gate.undoing(cast.writer, made, 2):
        pass
    assert refused.value.why is Why.ROLE


def test_an_issue_asks_for_role_state_and_reason(cast: Cast) -> None:
    issue = _issue(cast)
    with pytest.raises(Denied) as denied, gate.on_issue(cast.editor, Act.EDIT_ISSUE, issue, 1):
        pass
    assert denied.value.why is Why.ROLE
    Issue.update(state="released").execute()
    with pytest.raises(NotNow) as refused, gate.on_issue(cast.chief, Act.REOPEN_ISSUE, issue, 1, "  "):
        pass
    assert refused.value.why is Why.NOTE
    with gate.on_issue(cast.chief, Act.REOPEN_ISSUE, issue, 1, "Sai bìa") as (doing, row):
        assert (doing.version, row.version) == (2, 2)
    assert (_last().note, _last().person) == ("Sai bìa", "Trần Thị Lãnh")


def test_a_meeting_is_its_makers_own_and_names_itself(cast: Cast) -> None:
    when = When(datetime(2019, 4, 16, 8), datetime(2019, 4, 16, 9))
    (mine,) = meetings.make(cast.writer, Fields("Họp phòng"), when).meetings
    with gate.on_meeting(cast.writer, Act.EDIT_MEETING, mine, 1, " đổi ") as (doing, _):
        pass
    entry = _last()
    assert (entry.title, entry.version, entry.note, entry.subject) == ("Họp phòng", 2, "đổi", Subject.MEETING)
    with gate.on_meeting(cast.writer, Act.EDIT_MEETING, mine, 2) as (doing, _):
        doing.title = "Họp phòng (kỳ 16/4)"
    assert (_last().title, _last().subject_id) == ("Họp phòng (kỳ 16/4)", mine)


def test_what_has_no_stages_is_decided_by_role_and_named_in_the_journal(cast: Cast) -> None:
    before = _last().id
    with pytest.raises(Denied) as refused, gate.deciding(cast.writer, Act.SET_SECTIONS):
        pass
    assert (refused.value.why, _last().id) == (Why.ROLE, before)
    with gate.deciding(cast.admin, Act.CHANGE_PERSON, Subject.PERSON, cast.writer, " nghỉ hưu ") as doing:
        doing.title = "Lê Thị Viết"
    with gate.deciding(cast.admin, Act.SET_SECTIONS):
        pass
    assert (_last().subject, _last().subject_id) == (Subject.DESK, 0)
    entry = journal.entries(JournalQuery(act=Act.CHANGE_PERSON), limit=1)[0]
    assert (entry.act, entry.subject, entry.subject_id) == (Act.CHANGE_PERSON, Subject.PERSON, cast.writer)
    assert (entry.title, entry.note, entry.person_id, entry.version) == (
        "Lê Thị Viết",
        "nghỉ hưu",
        cast.admin,
        0,
    )


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
    assert len(sent) <= 16, "\n".join(sent)
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


def test_the_reason_of_a_return_stays_until_the_article_goes_on(cast: Cast) -> None:
    made = article(cast, stage=Stage.SUBMITTED)
    workflow.move(cast.editor, Act.RETURN, made, version(cast, made), "Bổ sung số liệu")
    opened = listing.open_article(cast.writer, made)
    writing.save(cast.writer, made, opened.row.version, replace(opened.text, lead="Sapô mới"))
    assert listing.row(cast.writer, made).note == "Bổ sung số liệu"
    workflow.reassign(cast.editor, made, version(cast, made), cast.chief, "Người kia đi công tác")
    assert listing.row(cast.editor, made).note == "Bổ sung số liệu"
    workflow.move(cast.editor, Act.SUBMIT, made, version(cast, made))
    assert listing.row(cast.editor, made).note == ""
