"""What a person is asked before some acts on an article: each question makes an operation of the answer, or none."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desk.acts.review_settings import ReviewSettings, practice
from desk.acts.rules import Act
from desk.articles import workflow
from desk.articles.listing import ArticleRow
from desk.department import people, sections
from desk.department.people import PersonRow
from desk.department.sections import SectionRow
from ui.articles import operations
from ui.controls.before_sending import sends_unchanged, sends_with_wrong
from ui.session.operation import Op
from ui.session.session import Session

T = TypeVar("T")


@dataclass(slots=True)
class Asking:
    """What a question is asked with: on whose behalf, over which window, about which article.

    `reason` is the one that was written last and whose act was refused: it need not be typed again. `open` opens the
    article where it is written.
    """

    session: Session
    window: QWidget
    row: ArticleRow
    reason: str = ""
    open: Callable[[ArticleRow], object] | None = None


@dataclass(frozen=True, slots=True)
class Question(Generic[T]):
    """What is read from the desk first (None: nothing), and the dialog that asks."""

    ask: Callable[[Asking, T], Op | None]
    read: Callable[[ArticleRow], T] | None = None


def _section(asking: Asking, rows: list[SectionRow]) -> Op | None:
    """Ask for a chuyên mục and a kind of piece; what stays as it is does nothing."""
    from ui.articles.section_dialog import SectionDialog

    row = asking.row
    answer = SectionDialog.ask(asking.window, row.title, rows, row.section_id, row.genre)
    if answer is None or answer == (row.section_id, row.genre):
        return None
    return operations.file_under(asking.session, row, *answer)


def _author(asking: Asking, rows: list[PersonRow]) -> Op | None:
    from ui.articles.reassign_dialog import ReassignDialog

    answer = ReassignDialog.ask(asking.window, asking.row, rows)
    return None if answer is None else operations.reassign(asking.session, asking.row, *answer)


@dataclass(frozen=True, slots=True)
class Sending:
    """What is known of an article that is to be sent: whether it is as it was sent back, and what is wrong in it."""

    unchanged: bool
    wrong: int
    stops: bool  # whether the office lets nothing wrong go


def _sending(row: ArticleRow) -> Sending:
    from desk.registers.wrong import wrong_places  # with the proofreader: a start does without

    return Sending(workflow.is_as_returned(row.id), wrong_places(row.id), practice().wrong_stops)


def _sent(asking: Asking, sending: Sending) -> Op | None:
    """Ask once more about what comes back as it was sent back, and about what the proofreader takes for wrong."""
    if sending.unchanged and not sends_unchanged(asking.window):
        return None
    if sending.wrong:
        answer = sends_with_wrong(asking.window, sending.wrong, _tr("Mở ra xem"), stops=sending.stops)
        if answer == 0 and asking.open is not None:
            asking.open(asking.row)
        if answer != 1:
            return None
    return operations.submit(asking.session, asking.row)


def _why_returned(asking: Asking, settings: ReviewSettings) -> Op | None:
    from ui.controls.reason_dialog import ReasonDialog

    text = _tr("Người viết sẽ thấy lý do này ngay đầu bài “{title}”.").format(title=asking.row.title)
    reason = ReasonDialog.ask(
        asking.window, _tr("Trả lại bài"), text, _tr("Trả lại"), asking.reason, settings.phrases
    )
    if reason is None:
        return None
    asking.reason = reason
    return operations.give_back(asking.session, asking.row, reason)


def _why_reopened(asking: Asking, _: None) -> Op | None:
    from ui.controls.reason_dialog import ReasonDialog

    text = _tr("Quyết định duyệt bài “{title}” sẽ được rút; bài trở về chờ duyệt.")
    reason = ReasonDialog.ask(
        asking.window,
        _tr("Thu hồi quyết định duyệt"),
        text.format(title=asking.row.title),
        _tr("Thu hồi"),
        asking.reason,
    )
    if reason is None:
        return None
    asking.reason = reason
    return operations.reopen(asking.session, asking.row, reason)


def _printed(row: ArticleRow) -> str:
    from desk.issues import corrections

    return corrections.as_printed(row.id)


def _correction(asking: Asking, printed: str) -> Op | None:
    from ui.articles.correction_dialog import ask_correction

    return ask_correction(asking.session, asking.window, asking.row.id, asking.row.title, printed)


def _tr(text: str) -> str:
    return QCoreApplication.translate("ArticleActions", text)


QUESTIONS: Mapping[Act, Question[Any]] = {
    Act.FILE: Question(_section, lambda _: sections.listing()),
    Act.REASSIGN: Question(_author, lambda _: people.everybody(active_only=True)),
    Act.SUBMIT: Question(_sent, _sending),
    Act.RETURN: Question(_why_returned, lambda _: practice()),
    Act.REOPEN: Question(_why_reopened),
    Act.CORRECT: Question(_correction, _printed),
}
