"""Issues that tests make: with approved articles, pressed, released."""

from __future__ import annotations

from hashlib import sha256

from desk import clock
from desk.acts.rules import Stage
from desk.database import connection
from desk.database.issue_tables import Release
from desk.edition.outputs import Output
from desk.export import packages
from desk.export.make import make
from desk.issues import issues, placing, printing, releases
from desk.issues import plan as issue_plan
from desk.issues.issues import IssueWords
from desk.issues.plan import CommissionRow, PlanPart
from desk.issues.releases import ReleaseContent
from tests.making import Cast, article, words


def made_issue(cast: Cast, *titles: str, number: str = "4", month: int = 4) -> int:
    """Make an issue with approved articles in it."""
    issues.make(cast.secretary, IssueWords(number, 2019, month))
    issue = issues.find(number, 2019)
    made = [article(cast, words(title), Stage.APPROVED) for title in titles]
    if made:
        placing.place(cast.secretary, issue.id, 1, made)
    return issue.id


def seen(issue_id: int) -> int:
    return issues.row(issue_id).version


def part_of(issue_id: int, section_id: int) -> PlanPart:
    """Return a chuyên mục of an issue's plan."""
    return next(part for part in issue_plan.plan(issue_id).parts if part.section_id == section_id)


def placed_titles(issue_id: int) -> dict[int, list[str]]:
    """Return the titles that stand in an issue by chuyên mục, in their order; empty ones are left out."""
    parts = issue_plan.plan(issue_id).parts
    return {part.section_id: [row.title for row in part.placed] for part in parts if part.placed}


def wanted_in(issue_id: int) -> list[CommissionRow]:
    """Return the pieces that an issue still wants."""
    return [one for part in issue_plan.plan(issue_id).parts for one in part.wanted]


def pressed_issue(issue_id: int, *made: Output) -> ReleaseContent:
    edition = printing.edition(issue_id)
    found = packages.measured(edition)
    files = {one: packages.package(edition, one, make(edition, one)) for one in made or releases.FROZEN}
    return ReleaseContent(edition, files, found.pages, found.layout.total, found.cover)


def released_issue(cast: Cast, *titles: str) -> int:
    issue_id = made_issue(cast, *(titles or ("Giao ban quý I", "Sơ kết Chỉ thị 05")))
    issues.close(cast.secretary, issue_id, seen(issue_id))
    releases.release(cast.secretary, issue_id, seen(issue_id), pressed_issue(issue_id))
    return issue_id


def shelved(cast: Cast, issue_id: int, number: int, told: bytes) -> int:
    """Put a release with this manifest and no files on the shelf, without the press; return its number."""
    with connection.writing():
        return int(
            Release.insert(
                issue=issue_id,
                number=number,
                at=clock.stamp(clock.now()),
                by=cast.secretary,
                pages=4,
                manifest=told.decode("utf-8"),
                sha256=sha256(told).hexdigest(),
                cover=b"",
                width=148.0,
                height=210.0,
            ).execute()
        )
