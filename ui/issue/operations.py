"""What a person does to an issue and its plan, each as an operation; what Ctrl+Z takes back carries its way back.

`did` is what the quiet bar says: "Đã {did}."; `IssueUndo` offers `back`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from desk.acts.rules import Genre
from desk.articles.listing import ArticleRow
from desk.edition.design import Fitting
from desk.issues import commissions, issues, placing, proposals, releases, sections
from desk.issues.commissions import CommissionWish
from desk.issues.issues import DesignWish, IssueRow, IssueWords
from desk.issues.plan import CommissionRow, Plan
from desk.issues.sections import SectionWish
from ui.session.operation import Op
from ui.session.session import Session


def _tr(words: str) -> str:
    return QCoreApplication.translate("PlanActions", words)


# -- the issue -------------------------------------------------------------------------------------------


def make(session: Session, words: IssueWords, like: int) -> Op:
    """Make an issue, formed like another; 0 for none."""
    return Op(lambda: issues.make(session.who, words, like))


def edit(session: Session, issue: IssueRow, words: IssueWords) -> Op:
    """Give an issue another number, month, theme or closing day."""
    return Op(lambda: issues.edit(session.who, issue.id, issue.version, words))


def design(session: Session, issue: IssueRow, wish: DesignWish) -> Op:
    """Set how an issue looks, under which law it is printed, and what its imprint says."""
    return Op(lambda: issues.set_design(session.who, issue.id, issue.version, wish))


def fit(session: Session, issue: IssueRow, fitting: Fitting, did: str) -> Op:
    """Set an issue closer or looser than usual; the way back sets it as it was."""
    before = issue.design.fitting
    return Op(
        lambda: issues.fit(session.who, issue.id, issue.version, fitting),
        did,
        Op(lambda: issues.fit_back(session.who, issue.id, before), quiet=True),
    )


def close(session: Session, issue: IssueRow) -> Op:
    """Close an issue's list of articles; the way back opens it again."""
    return Op(
        lambda: issues.close(session.who, issue.id, issue.version),
        _tr("chốt bài số {name}").format(name=issue.name),
        Op(lambda: issues.open_again(session.who, issue.id, issues.row(issue.id).version), quiet=True),
    )


def open_again(session: Session, issue: IssueRow) -> Op:
    """Open an issue's list of articles again; the way back closes it."""
    return Op(
        lambda: issues.open_again(session.who, issue.id, issue.version),
        _tr("mở lại việc xếp bài số {name}").format(name=issue.name),
        Op(lambda: issues.close(session.who, issue.id, issues.row(issue.id).version), quiet=True),
    )


def reopen(session: Session, issue: IssueRow, reason: str) -> Op:
    """Reopen a released issue, with a reason."""
    return Op(lambda: releases.reopen(session.who, issue.id, issue.version, reason))


def note_written(session: Session, release_id: int, folder: str) -> Op:
    """Journal that the files of a release were written out again."""
    return Op(lambda: releases.written(session.who, release_id, folder), quiet=True)


# -- articles in its plan --------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Spot:
    """Where an article stands in a plan: its chuyên mục, and its place there."""

    section_id: int
    index: int


def place(session: Session, issue: IssueRow, article_ids: Sequence[int], did: str = "") -> Op:
    """Place approved articles, each at the end of its chuyên mục; `did` says it otherwise than by their number."""
    chosen = list(article_ids)
    return Op(
        lambda: placing.place(session.who, issue.id, issue.version, chosen),
        did or _placed(len(chosen)),
        _take_out(session, issue, chosen),
    )


def place_at(session: Session, issue: IssueRow, article_id: int, to: Spot) -> Op:
    """Place one approved article at a place of a chuyên mục; 0 for its own."""
    return Op(
        lambda: placing.place(
            session.who, issue.id, issue.version, [article_id], to.section_id or None, at=to.index
        ),
        _placed(1),
        _take_out(session, issue, [article_id]),
    )


def take_proposals(session: Session, issue: IssueRow, chosen: Mapping[int, int]) -> Op:
    """Place the articles that were chosen of the proposals, by article and chuyên mục."""
    return Op(
        lambda: proposals.take(session.who, issue.id, issue.version, chosen),
        _placed(len(chosen)),
        _take_out(session, issue, list(chosen)),
    )


def _placed(count: int) -> str:
    return _tr("xếp {n} bài vào số").format(n=count)


def _take_out(session: Session, issue: IssueRow, article_ids: list[int]) -> Op:
    return Op(lambda: placing.take_back(session.who, issue.id, article_ids), quiet=True)


def unplace(session: Session, issue: IssueRow, article_id: int, stood: Spot) -> Op:
    """Take an article out; the way back puts it where it stood."""
    return Op(
        lambda: placing.unplace(session.who, issue.id, issue.version, [article_id]),
        _tr("đưa bài ra khỏi số"),
        Op(
            lambda: placing.replace_at(session.who, issue.id, article_id, stood.section_id, stood.index),
            quiet=True,
        ),
    )


def arrange(
    session: Session, issue: IssueRow, article_id: int, stood: Spot, to: Spot, section: str = ""
) -> Op:
    """Move an article to another place; `section` is the title of the chuyên mục where it is another one."""
    did = _tr("chuyển bài sang chuyên mục “{name}”").format(name=section) if section else _tr("đổi chỗ bài")
    return Op(
        lambda: placing.arrange(session.who, issue.id, issue.version, article_id, to.section_id, to.index),
        did,
        Op(
            lambda: placing.move_back(session.who, issue.id, article_id, stood.section_id, stood.index),
            quiet=True,
        ),
    )


def arrange_sections(session: Session, plan: Plan, wishes: list[SectionWish]) -> Op:
    """Order, name and hide the chuyên mục of an issue."""
    issue, before = plan.issue, sections.wishes_of(plan)
    return Op(
        lambda: sections.arrange_sections(session.who, issue.id, issue.version, wishes),
        _tr("sắp xếp chuyên mục của số"),
        Op(lambda: sections.sections_back(session.who, issue.id, before), quiet=True),
    )


# -- what it still wants ---------------------------------------------------------------------------------


def want(session: Session, issue: IssueRow, wish: CommissionWish, changed: CommissionRow | None = None) -> Op:
    """Ask for a piece, or change what was asked."""
    number = changed.id if changed is not None else 0
    back = Op(
        lambda: (
            commissions.take_back(session.who, issue.id, wish)
            if changed is None
            else commissions.change_back(session.who, issue.id, changed)
        ),
        quiet=True,
    )
    did = _tr("đặt bài “{title}”") if changed is None else _tr("sửa bài đặt")
    return Op(
        lambda: commissions.commission(session.who, issue.id, issue.version, wish, number),
        did.format(title=wish.title),
        back,
    )


def unwant(session: Session, issue: IssueRow, wanted: CommissionRow) -> Op:
    """Take a wanted piece out; the way back asks for it again."""
    return Op(
        lambda: commissions.cancel(session.who, issue.id, issue.version, wanted.id),
        _tr("bỏ bài đặt"),
        Op(lambda: commissions.put_back(session.who, issue.id, wanted), quiet=True),
    )


def begin(session: Session, wanted: CommissionRow) -> Op:
    """Begin the article of a wanted piece."""
    return Op(lambda: commissions.begin(session.who, wanted.id), quiet=True)


def strayed(plan: Plan, row: ArticleRow) -> str:
    """Return where an article goes whose own chuyên mục the issue does not show, "" where it does."""
    shown = [part for part in plan.parts if not part.hidden and not part.boxed]
    if not shown or row.genre is Genre.ERRATUM or row.section_id in {part.section_id for part in shown}:
        return ""
    words = _tr("xếp bài vào “{to}”, vì bài chưa có chuyên mục")
    if row.section:
        words = _tr("xếp bài vào “{to}”, vì số này không hiện chuyên mục “{own}”")
    return words.format(to=shown[0].title, own=row.section)
