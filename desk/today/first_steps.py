"""What a new desk begins with, for its administrator: each step goes when it is done, all with the first release.

That the desk has no recovery code, as one of an earlier version, is told at any time.
"""

from __future__ import annotations

from enum import Enum, auto

from desk.acts.rules import Act, IssueState, Role
from desk.database.article_tables import Article
from desk.database.calendar_tables import Meeting
from desk.database.connection import first
from desk.database.department_tables import Person
from desk.database.issue_tables import Issue
from desk.database.journal_tables import Journal
from desk.department import people, recovery, settings
from desk.edition.edition import Imprint


class Step(Enum):
    """A thing to begin with."""

    PEOPLE = auto()
    SECTIONS = auto()
    DESIGN = auto()
    MEETING = auto()
    RECOVERY = auto()


def left(who: int) -> tuple[Step, ...]:
    """Return the steps that are not done yet; none to who is no administrator."""
    released = Issue.select(Issue.id).where(Issue.state == IssueState.RELEASED.value)
    if Role.ADMIN not in people.person(who).roles:
        return ()
    safe = recovery.made() is not None
    if first(released.limit(1)) is not None:
        return () if safe else (Step.RECOVERY,)
    others = Person.select(Person.id).where((Person.active == 1) & (Person.id != who))
    filed = Article.select(Article.id).where(Article.section.is_null(False))
    arranged = Journal.select(Journal.id).where(Journal.act == Act.SET_SECTIONS.value)
    done = {
        Step.PEOPLE: first(others.limit(1)) is not None,
        Step.SECTIONS: first(filed.limit(1)) is not None or first(arranged.limit(1)) is not None,
        Step.DESIGN: settings.imprint() != Imprint(),
        Step.MEETING: first(Meeting.select(Meeting.id).limit(1)) is not None,
        Step.RECOVERY: safe,
    }
    return tuple(step for step in Step if not done[step])
