"""Operations on an issue: each does what it says, and its way back undoes it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QObject

from desk import clock
from desk.acts.gate import Changes
from desk.acts.rules import IssueState, Stage
from desk.articles import listing
from desk.errors import DeskError
from desk.issues import issues, sections
from desk.issues import plan as issue_plan
from desk.issues.commissions import CommissionWish
from desk.issues.issues import IssueRow, IssueWords
from desk.issues.plan import Plan
from desk.issues.sections import SectionWish
from tests.making import Cast, article, filled, words
from ui.issue import operations
from ui.issue.operations import Spot
from ui.session.operation import Op
from ui.session.session import Session


@pytest.fixture(autouse=True)
def _in_april() -> None:
    clock.set_clock(lambda: datetime(2019, 4, 20, 3, tzinfo=UTC))


@pytest.fixture
def session(session_of: Callable[[int], Session], cast: Cast) -> Session:
    return session_of(cast.secretary)


def run(session: Session, op: Op | None) -> Changes:
    """Run an operation and return what it changed; a refusal is raised."""
    changes: list[Changes] = []

    def refused(error: DeskError) -> None:
        raise error

    assert op is not None
    op.run(session, QObject(session), changes.append, refused=refused)
    return changes[0]


def plan() -> Plan:
    return issue_plan.plan(1)


def issue() -> IssueRow:
    return plan().issue


def titles() -> list[str]:
    return [row.title for part in plan().parts for row in part.placed]


def test_an_issue_is_made_edited_closed_and_opened(session: Session) -> None:
    run(session, operations.make(session, IssueWords("4", 2019, 4), 0))
    run(session, operations.edit(session, issue(), IssueWords("4", 2019, 4, theme="Ngày sách")))
    assert issue().theme == "Ngày sách"
    run(session, operations.close(session, issue()))
    assert issue().state is IssueState.CLOSED
    run(session, operations.open_again(session, issue()))
    assert issue().state is IssueState.OPEN


def test_placing_is_taken_back(cast: Cast, session: Session) -> None:
    issues.make(cast.secretary, IssueWords("4", 2019, 4))
    placed = [article(cast, words(title), Stage.APPROVED) for title in ("Một", "Hai")]
    op = operations.place(session, issue(), placed)
    assert op.did == "xếp 2 bài vào số"
    run(session, op)
    assert titles() == ["Một", "Hai"]
    run(session, op.back)
    assert titles() == []


def test_proposals_are_placed_where_one_says(cast: Cast, session: Session) -> None:
    issues.make(cast.secretary, IssueWords("4", 2019, 4))
    made, section = article(cast, words("Một"), Stage.APPROVED), plan().parts[2].section_id
    op = operations.take_proposals(session, issue(), {made: section})
    run(session, op)
    assert [row.title for row in plan().parts[2].placed] == ["Một"]
    run(session, op.back)
    assert titles() == []


def test_what_is_taken_out_and_moved_comes_back_where_it_stood(cast: Cast, session: Session) -> None:
    filled(cast, "Một", "Hai", "Ba")
    before = [(part.section_id, row.article_id) for part in plan().parts for row in part.placed]
    section, middle = before[1]
    out = operations.unplace(session, issue(), middle, Spot(section, 1))
    run(session, out)
    assert titles() == ["Một", "Ba"]
    run(session, out.back)
    there = operations.arrange(session, issue(), middle, Spot(section, 1), Spot(section, 0))
    assert there.did == "đổi chỗ bài"
    run(session, there)
    assert titles() == ["Hai", "Một", "Ba"]
    run(session, there.back)
    assert [(part.section_id, row.article_id) for part in plan().parts for row in part.placed] == before


def test_an_article_moved_to_another_section_says_its_name(cast: Cast, session: Session) -> None:
    filled(cast, "Một")
    row = next(row for part in plan().parts for row in part.placed)
    op = operations.arrange(session, issue(), row.article_id, Spot(2, 0), Spot(3, 0), "Khoa giáo")
    assert op.did == "chuyển bài sang chuyên mục “Khoa giáo”"


def test_the_order_of_sections_is_taken_back(cast: Cast, session: Session) -> None:
    issues.make(cast.secretary, IssueWords("4", 2019, 4))
    before = sections.wishes_of(plan())
    first, second = before[:2]
    op = operations.arrange_sections(session, plan(), [second, first, *before[2:]])
    run(session, op)
    assert sections.wishes_of(plan())[:2] == [second, first]
    run(session, op.back)
    assert sections.wishes_of(plan()) == before


def test_a_wanted_piece_is_asked_for_changed_dropped_and_begun(cast: Cast, session: Session) -> None:
    issues.make(cast.secretary, IssueWords("4", 2019, 4))
    section = plan().parts[0].section_id

    def wanted() -> list[str]:
        return [row.title for part in plan().parts for row in part.wanted]

    asked = operations.want(session, issue(), CommissionWish(section, "Gương đảng viên", None, ""))
    assert asked.did == "đặt bài “Gương đảng viên”"
    run(session, asked)
    assert wanted() == ["Gương đảng viên"]
    run(session, asked.back)
    assert wanted() == []
    run(session, asked_again := operations.want(session, issue(), CommissionWish(section, "Gương", None, "")))
    assert asked_again.back is not None
    (row,) = plan().parts[0].wanted
    changed = operations.want(session, issue(), CommissionWish(section, "Gương sáng", None, ""), row)
    assert changed.did == "sửa bài đặt"
    run(session, changed)
    run(session, changed.back)
    assert wanted() == ["Gương"]
    (row,) = plan().parts[0].wanted
    dropped = operations.unwant(session, issue(), row)
    run(session, dropped)
    run(session, dropped.back)
    assert wanted() == ["Gương"]


def test_where_an_article_goes_is_said_when_its_own_section_is_hidden(cast: Cast, session: Session) -> None:
    issues.make(cast.secretary, IssueWords("4", 2019, 4))
    first, own = plan().parts[:2]
    made = article(cast, words("Bài"), Stage.APPROVED, own.section_id)
    row = listing.row(cast.secretary, made)
    assert operations.strayed(plan(), row) == ""
    hidden = [SectionWish(own.section_id, own.title, hidden=True)]
    sections.arrange_sections(cast.secretary, 1, issue().version, hidden)
    said = operations.strayed(plan(), row)
    assert f"“{first.title}”" in said
    assert f"“{own.title}”" in said
