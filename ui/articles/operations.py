"""What is done to an article, as operations: a button, a key or a menu holds one and runs it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desk.acts.gate import Changes
from desk.acts.rules import Act, Genre
from desk.articles import workflow, writing
from desk.articles.listing import ArticleRow
from ui.session.operation import Op
from ui.session.session import Session

if TYPE_CHECKING:  # with what reads files
    from desk.circulation.outgoing import Way
    from desk.circulation.receiving import ReturnedFile
    from desk.text.stamp import Stamp


def submit(session: Session, row: ArticleRow) -> Op:
    """Send an article to the editors."""
    return _move(session, Act.SUBMIT, row)


def withdraw(session: Session, row: ArticleRow) -> Op:
    """Take back what was sent."""
    return _move(session, Act.WITHDRAW, row)


def pass_on(session: Session, row: ArticleRow) -> Op:
    """Pass an article on to the chiefs."""
    return _move(session, Act.PASS, row)


def give_back(session: Session, row: ArticleRow, reason: str) -> Op:
    """Return an article to its writer."""
    return _move(session, Act.RETURN, row, reason)


def bin_(session: Session, row: ArticleRow) -> Op:
    """Put an article into the bin."""
    return _move(session, Act.BIN, row)


def restore(session: Session, row: ArticleRow) -> Op:
    """Take an article out of the bin."""
    return _move(session, Act.RESTORE, row)


def recommend(session: Session, row: ArticleRow) -> Op:
    """Recommend an article to the chief."""
    return Op(lambda: workflow.recommend(session.who, row.id, row.version))


def approve(session: Session, row: ArticleRow) -> Op:
    """Approve an article's current revision."""
    return Op(lambda: workflow.approve(session.who, row.id, row.version))


def reopen(session: Session, row: ArticleRow, reason: str) -> Op:
    """Take an approval back."""
    return Op(lambda: workflow.reopen(session.who, row.id, row.version, reason))


def reassign(session: Session, row: ArticleRow, author: int, reason: str) -> Op:
    """Give an article to another author."""
    return Op(lambda: workflow.reassign(session.who, row.id, row.version, author, reason))


def file_under(session: Session, row: ArticleRow, section_id: int | None, genre: Genre) -> Op:
    """Put an article under a chuyên mục, as a kind of piece."""
    return Op(lambda: writing.file_under(session.who, row.id, row.version, section_id, genre))


def take_back_revision(session: Session, row: ArticleRow, number: int) -> Op:
    """Make an old revision's text the newest."""
    return Op(lambda: writing.restore_revision(session.who, row.id, row.version, number))


def correct(session: Session, article_id: int, printed: str, correct_text: str) -> Op:
    """Write the đính chính of an article that was printed wrongly."""
    from desk.issues import corrections  # the room of issues is loaded by who prints

    return Op(lambda: corrections.correct(session.who, article_id, printed, correct_text))


def went(session: Session, stamp: Stamp, way: Way) -> Op:
    """Say in the journal that an article left the house; it is seen, so nothing is said."""
    from desk.circulation import outgoing

    return Op(
        lambda: outgoing.went(session.who, stamp.article, stamp.revision, stamp.sha256, way), quiet=True
    )


def receive(session: Session, file: ReturnedFile, person: int) -> Op:
    """Make suggestions of what was corrected in a file."""
    from desk.circulation import receiving

    did = QCoreApplication.translate("Op", "nhận {n} đề nghị sửa từ “{name}”")
    return Op(
        lambda: receiving.receive(session.who, file, person),
        did=did.format(n=len(file.wanted), name=file.name),
    )


def undo(session: Session, changes: Changes) -> Op | None:
    """Take an act on an article back; refused when anybody has acted since, or after ten minutes."""
    if not changes.undo or not changes.articles:
        return None
    (article_id,) = changes.articles
    return Op(lambda: workflow.undo(session.who, article_id, changes.version))


def _move(session: Session, act: Act, row: ArticleRow, reason: str = "") -> Op:
    return Op(lambda: workflow.move(session.who, act, row.id, row.version, reason))
