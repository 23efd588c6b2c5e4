"""Things tests make: people's passwords, articles at a stage."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

from desk import clock
from desk.acts.gate import Changes
from desk.acts.rules import Act, IssueState, Role, Stage
from desk.articles import listing, workflow, writing
from desk.database import connection
from desk.database.issue_tables import Issue
from desk.department import people
from desk.export import packages
from desk.export.make import make
from desk.issues import issues, placing, printing, releases
from desk.issues.releases import ReleaseContent
from desk.pictures import prepare, stored_pictures
from desk.text.blocks import ArticleText, Paragraph, Picture, Run, new_id
from tests.ui.editor.sample import picture_bytes

PASSWORD = "mật khẩu 1"
CODE = "ABCDE-FGHJK-LMNPQ-RSTUV"  # the recovery code


@dataclass(frozen=True)
class Cast:
    """The open desk's file and its people's ids."""

    path: Path
    admin: int
    writer: int
    editor: int
    chief: int
    secretary: int


def words(title: str = "Giao ban công tác Khoa giáo", *paragraphs: str) -> ArticleText:
    """Make a small whole text."""
    body = paragraphs or ("Tại hội nghị, các đồng chí đã trao đổi, thảo luận.",)
    return ArticleText(
        title=title,
        lead="Chiều ngày 08/4/2019, Ban Tuyên giáo Tỉnh ủy tổ chức Hội nghị.",
        byline="Phòng Khoa giáo – Ban Tuyên giáo Tỉnh ủy",
        event_date=date(2019, 4, 9),
        blocks=tuple(Paragraph(new_id(), (Run(text),)) for text in body),
    )


def pictured(cast: Cast, title: str, *captions: str) -> ArticleText:
    """Make a text with one photograph under each of these captions."""
    made = prepare.prepare(picture_bytes(300, 200), "ảnh.png")
    stored_pictures.add_prepared(cast.writer, made)
    text = words(title, *(["Đoạn văn dài của bài. " * 40] * 4))
    between = [
        block
        for caption in captions
        for block in (
            Picture(new_id(), made.sha256, caption, "Ảnh: Minh Đức" if caption else ""),
            Paragraph(new_id(), (Run("Lời giữa hai ảnh. " * 30),)),
        )
    ]
    return replace(text, blocks=(*text.blocks, *between))


def article(cast: Cast, text: ArticleText | None = None, stage: Stage = Stage.DRAFT, section: int = 2) -> int:
    """Make an article by the writer and lead it along the road to a stage."""
    made = writing.create(cast.writer, uuid.uuid4().hex, text or words(), section)
    (article_id,) = made.articles
    steps: tuple[tuple[Stage, Callable[[int], Changes]], ...] = (
        (Stage.SUBMITTED, lambda v: workflow.move(cast.writer, Act.SUBMIT, article_id, v)),
        (Stage.FOR_APPROVAL, lambda v: workflow.move(cast.editor, Act.PASS, article_id, v)),
        (Stage.APPROVED, lambda v: workflow.approve(cast.chief, article_id, v)),
    )
    if stage is Stage.RETURNED:
        version = steps[0][1](1).version
        workflow.move(cast.editor, Act.RETURN, article_id, version, "Bổ sung số liệu.")
        return article_id
    if stage is Stage.BINNED:
        workflow.move(cast.writer, Act.BIN, article_id, 1)
        return article_id
    version = made.version
    for reached, step in steps:
        if stage is Stage.DRAFT:
            break
        version = step(version).version
        if reached is stage:
            break
    return article_id


def version(cast: Cast, article_id: int) -> int:
    """Return an article's version now."""
    return listing.row(cast.chief, article_id).version


def person(cast: Cast, name: str, *roles: Role) -> int:
    """Add a person with these roles; return their number in the desk."""
    people.add(cast.admin, name, "", "", frozenset(roles), PASSWORD, renew=False)
    return people.by_name(name).id


def later(minutes: float) -> None:
    """Let some minutes pass and stop the clock there."""
    now = clock.now()
    clock.set_clock(lambda: now + timedelta(minutes=minutes))


def filled(cast: Cast, *titles: str) -> int:
    """Make số 4/2019, closing on 24/4, with approved articles of these titles; return its number in the desk."""
    issues.make(cast.secretary, issues.IssueWords("4", 2019, 4, "", "2019-04-24"))
    made = [article(cast, words(title), Stage.APPROVED) for title in titles]
    if made:
        placing.place(cast.secretary, 1, 1, made)
    return 1


def dated(day: str = "2019-04-26") -> None:
    """Give the issues their day of publication, as somebody does in Trình bày; it moves no version on."""
    with connection.writing():
        Issue.update(published=day).where(Issue.published == "").execute()


def printed(cast: Cast, issue_id: int = 1) -> None:
    """Close an issue that is still open, and release it with the files that are made of it."""
    if issues.row(issue_id).state is IssueState.OPEN:
        issues.close(cast.secretary, issue_id, issues.row(issue_id).version)
    edition = printing.edition(issue_id)
    files = {one: packages.package(edition, one, make(edition, one)) for one in releases.FROZEN}
    found = packages.measured(edition)
    pressed = ReleaseContent(edition, files, found.pages, found.layout.total, found.cover)
    releases.release(cast.secretary, issue_id, issues.row(issue_id).version, pressed)
