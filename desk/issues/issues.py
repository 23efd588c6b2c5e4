"""Issues of the bulletin: made, changed, designed, their list of articles closed and opened again."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Any

import peewee as pw

from desk.acts.gate import Changes, deciding, on_issue
from desk.acts.issue_details import DesignSet, IssueEdited, IssueFitted, IssueMade
from desk.acts.journal import Subject
from desk.acts.rules import Act, IssueState
from desk.calendar import occurrences
from desk.calendar.meetings import MeetingKind
from desk.calendar.occurrences import OccurrenceRow
from desk.database import connection
from desk.database.connection import named
from desk.database.department_tables import Section
from desk.database.issue_tables import Issue, IssueSection, Placement
from desk.department import legal_profiles
from desk.edition.design import USUAL, Design, Fitting, Legal
from desk.edition.edition import Imprint
from desk.edition.page_geometry import leading
from desk.errors import Missing, NotNow, Why
from desk.issues import stored_design
from desk.text.blocks import nfc


@dataclass(frozen=True, slots=True)
class IssueRow:
    """An issue as lists show it; `pages` is how many it may have (0: as its law allows), `published` an ISO date."""

    id: int
    number: str
    year: int
    month: int
    theme: str
    closing: str
    version: int
    articles: int
    last_month: int = 0
    special: bool = False
    state: IssueState = IssueState.OPEN
    pages: int = 0
    design: Design = field(default_factory=Design)
    legal: str = ""
    imprint: Imprint = field(default_factory=Imprint)
    published: str = ""

    @property
    def name(self) -> str:
        """Return its number as the desk says it, "4/2019"."""
        return f"{self.number}/{self.year}"

    @property
    def ends(self) -> int:
        """Return the last month that it covers."""
        return max(self.last_month, self.month)


@dataclass(frozen=True, slots=True)
class IssueWords:
    """What a person says of an issue; `closing` and `published` are ISO dates or ""."""

    number: str
    year: int
    month: int
    theme: str = ""
    closing: str = ""
    last_month: int = 0
    special: bool = False


@dataclass(frozen=True, slots=True)
class DesignWish:
    """How a person wants an issue to look and to be printed; `law` is the key of a legal profile, "" for the usual.

    `pages` is the most that it may have, 0 for as many as its law allows; `published` an ISO date or "".
    """

    design: Design
    law: str = ""
    pages: int = 0
    imprint: Imprint = field(default_factory=Imprint)
    published: str = ""


def listing() -> list[IssueRow]:
    """Return all issues, newest first."""
    newest = _found().order_by(Issue.year.desc(), Issue.month.desc(), Issue.id.desc())
    return [_row(v) for v in named(newest)]


def row(issue_id: int) -> IssueRow:
    """Return one issue; Missing when there is none."""
    return _one(_found().where(Issue.id == issue_id))


def find(number: str, year: int) -> IssueRow:
    """Return the issue of that number and year; Missing when there is none."""
    return _one(_found().where((Issue.number == number) & (Issue.year == year)))


def _found() -> Any:
    return (
        Issue.select(Issue, pw.fn.count(Placement.article).alias("articles"))
        .join(Placement, pw.JOIN.LEFT_OUTER, on=(Placement.issue == Issue.id))
        .group_by(Issue.id)
    )


def _one(found: Any) -> IssueRow:
    there = next(named(found.limit(1)), None)
    if there is None:
        raise Missing("issue")
    return _row(there)


def law(issue: IssueRow) -> Legal | None:
    """Return the legal profile that an issue is printed under: its own, else the one in force in its month."""
    return legal_profiles.profile(issue.legal, date(issue.year, issue.ends, 1))


def session(issue: IssueRow) -> OccurrenceRow | None:
    """Return the kỳ họp báo cáo viên of an issue: the first that is held in its months; None when none is planned."""
    return next(iter(sessions(issue)), None)


def sessions(issue: IssueRow) -> tuple[OccurrenceRow, ...]:
    """Return every kỳ họp báo cáo viên that is held in the months of an issue, by start."""
    begin = date(issue.year, issue.month, 1)
    end = date(issue.year + issue.ends // 12, issue.ends % 12 + 1, 1) - timedelta(days=1)
    held = occurrences.occurrences(begin, end)
    return tuple(one for one in held if one.kind is MeetingKind.REPORTERS and not one.off)


def make(who: int, words: IssueWords, like: int = 0) -> Changes:
    """Make an issue; its number is unique in its year and may be combined ("1+2").

    `like` names an issue whose design, law, page limit and order of chuyên mục it takes over.
    """
    with deciding(who, Act.MAKE_ISSUE, Subject.ISSUE) as doing:
        values = _checked(words)
        if like:
            values |= _form_of(like)
        issue_id = Issue.insert(**values, version=1).execute()
        if like:
            _copy_sections(like, issue_id)
            doing.detail = IssueMade(row(like).name)
        doing.subject_id, doing.title, doing.version = issue_id, f"{values['number']}/{words.year}", 1
        return Changes(issues=frozenset({issue_id}), act=Act.MAKE_ISSUE, version=1)


def edit(who: int, issue_id: int, seen: int, words: IssueWords) -> Changes:
    """Change an issue's number, months, theme or closing date."""
    with on_issue(who, Act.EDIT_ISSUE, issue_id, seen) as (doing, issue):
        was = doing.title
        for name, value in _checked(words, issue_id).items():
            setattr(issue, name, value)
        doing.title = f"{issue.number}/{issue.year}"
        doing.detail = IssueEdited(was, words.month, issue.theme, words.closing)
        return changed(issue, Act.EDIT_ISSUE)


def set_design(who: int, issue_id: int, seen: int, wish: DesignWish) -> Changes:
    """Set how an issue looks, under which law it is printed and what its imprint says otherwise than the desk's.

    NotNow(FORMAT_TOO_LARGE) names the profile whose page the format would exceed.
    """
    with on_issue(who, Act.DRESS_ISSUE, issue_id, seen) as (doing, issue):
        design = wish.design
        profile = legal_profiles.profile(wish.law, date(issue.year, max(issue.last_month, issue.month), 1))
        if profile and not legal_profiles.allows(profile, design.format.size):
            raise NotNow(Why.FORMAT_TOO_LARGE, profile.name)
        issue.dress, issue.legal = stored_design.design_json(design), wish.law
        issue.pages, issue.published = max(wish.pages, 0), wish.published
        issue.imprint = stored_design.imprint_json(wish.imprint)
        chosen = (design.format.value, design.cover.value, design.inner.value)
        law_name = profile.name if profile else ""
        fitting = () if design.fitting.usual else _said(design)
        doing.detail = DesignSet(chosen, wish.pages, law_name, fitting)
        return changed(issue, Act.DRESS_ISSUE)


def fit(who: int, issue_id: int, seen: int, fitting: Fitting) -> Changes:
    """Set an issue closer or looser than usual so that its sheets are filled; the usual fitting takes that back."""
    with on_issue(who, Act.FIT_ISSUE, issue_id, seen) as (doing, issue):
        design = replace(stored_design.read_design(issue.dress), fitting=fitting)
        issue.dress = stored_design.design_json(design)
        doing.detail = IssueFitted(_said(design))
        return changed(issue, Act.FIT_ISSUE)


def fit_back(who: int, issue_id: int, before: Fitting) -> Changes:
    """Set an issue as it was set before `fit`."""
    with connection.writing():
        return fit(who, issue_id, row(issue_id).version, before)


def _said(design: Design) -> tuple[int, int, int]:
    return leading(design), design.fitting.air, design.fitting.pictures


def close(who: int, issue_id: int, seen: int) -> Changes:
    """Close an issue's list of articles (chốt bài): from now on its order may change, not what is in it."""
    with on_issue(who, Act.CLOSE_ISSUE, issue_id, seen) as (_, issue):
        issue.state = IssueState.CLOSED.value
        return changed(issue, Act.CLOSE_ISSUE)


def open_again(who: int, issue_id: int, seen: int) -> Changes:
    """Open a closed issue's list of articles again, before it went to print."""
    with on_issue(who, Act.OPEN_ISSUE, issue_id, seen) as (_, issue):
        issue.state = IssueState.OPEN.value
        return changed(issue, Act.OPEN_ISSUE)


def changed(issue: Issue, act: Act, articles: list[int] | None = None) -> Changes:
    """Return what an act on an issue changed."""
    return Changes(frozenset(articles or ()), frozenset({issue.id}), act=act, version=issue.version)


def _row(v: Any) -> IssueRow:
    return IssueRow(
        id=v.id,
        number=v.number,
        year=v.year,
        month=v.month,
        theme=v.theme,
        closing=v.closing,
        version=v.version,
        articles=v.articles,
        last_month=v.last_month,
        special=v.special,
        state=IssueState(v.state),
        pages=v.pages,
        design=stored_design.read_design(v.dress),
        legal=v.legal,
        imprint=stored_design.read_imprint(v.imprint),
        published=v.published,
    )


def _checked(words: IssueWords, but: int = 0) -> dict[str, Any]:
    last = words.last_month if words.last_month != words.month else 0
    if last and last < words.month:
        raise NotNow(Why.DATES)
    return {
        "number": _number(words.number, words.year, but),
        "year": words.year,
        "month": words.month,
        "theme": nfc(words.theme).strip(),
        "closing": words.closing,
        "last_month": last,
        "special": words.special,
    }


def number_of(typed: str) -> str:
    """Return the number of an issue as it is stored: "1 + 2" is "1+2", words keep one space between them."""
    return re.sub(r" ?\+ ?", "+", " ".join(nfc(typed).split()))


def _number(number: str, year: int, but: int = 0) -> str:
    clean = number_of(number)
    if not clean:
        raise NotNow(Why.NUMBER_EMPTY)
    taken = (Issue.number == clean) & (Issue.year == year) & (Issue.id != but)
    if Issue.select().where(taken).exists():
        raise NotNow(Why.NUMBER_TAKEN, f"{clean}/{year}")
    return clean


def _form_of(like: int) -> dict[str, Any]:
    """Return what a new issue takes over from an earlier one; an emblem stays.

    A cover picture and a fitting to the sheets are the month's own.
    """
    model = row(like)
    return {
        "dress": stored_design.design_json(replace(model.design, photo="", fitting=USUAL)),
        "legal": model.legal,
        "pages": model.pages,
        "imprint": stored_design.imprint_json(replace(model.imprint, deposit="")),
    }


def _copy_sections(like: int, issue_id: int) -> None:
    """Take over the order of chuyên mục, without those that were added for that issue alone."""
    query = (
        IssueSection.select(IssueSection.section, IssueSection.position, IssueSection.hidden)
        .join(Section, on=(IssueSection.section == Section.id))
        .where((IssueSection.issue == like) & (Section.active == 1))
    )
    for v in list(named(query)):
        IssueSection.insert(issue=issue_id, section=v.section, position=v.position, hidden=v.hidden).execute()
