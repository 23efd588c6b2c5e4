"""The card of Hôm nay that says what the coming issue lacks."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from desk.today.issue_work import IssueStep, IssueTask
from desk.today.overview import Lacks
from ui.today.card import Card, LineWords
from ui.words import calendar as words_calendar
from ui.words import review as review_words
from ui.words import wording


def issue_card(
    lacks: Lacks | None, to_issue: Callable[[int], object], to_articles: Callable[[], object], *, makes: bool
) -> Card:
    """Make the card; its lines lead to the issue (0: to where one is made) and to the articles under way.

    `makes`: the person may make an issue.
    """
    if lacks is None:
        card = Card(_tr("Số bản tin sắp tới"))
        words = _tr("Chưa có số nào sắp chốt bài.")
        if makes:
            words = f"{words} {_tr('Lập số mới ở trang Bản tin.')}"
        card.add(LineWords(words, "", "issue", "muted", lambda: to_issue(0)))
        return card
    left = _tr("chốt bài hôm nay")
    if lacks.issue.days:
        words = (
            _tr("chốt bài sau {n} ngày, {day}")
            if lacks.issue.days > 0
            else _tr("quá ngày chốt {n} ngày, {day}")
        )
        left = words.format(n=abs(lacks.issue.days), day=wording.short_date(lacks.issue.closing))
    card = Card(_tr("Số {name} còn thiếu gì").format(name=lacks.issue.name), left)
    for line in _lacking(lacks, lambda: to_issue(lacks.issue.id), to_articles):
        card.add(line)
    return card


def issue_line(task: IssueTask, to_issue: Callable[[int], object]) -> LineWords:
    """Return the line of what an issue wants next, which leads to it."""
    words, icon = review_words.ISSUE_TASKS[task.step]
    late = task.day is not None and task.days < 0
    token = "accent" if late else "amber" if task.step is not IssueStep.PLACE else "blue"
    title = _tr(words).format(name=task.name, n=task.count)
    return LineWords(title, _when(task), icon, token, lambda: to_issue(task.issue_id))


def _when(task: IssueTask) -> str:
    if task.day is None:
        return "" if task.step is IssueStep.PLACE else _tr("chưa định ngày")
    day = wording.short_date(task.day)
    if task.days < 0:
        return _tr("quá hạn {n} ngày, {day}").format(n=-task.days, day=day)
    return _tr("hôm nay") if not task.days else _tr("còn {n} ngày, {day}").format(n=task.days, day=day)


def _lacking(
    lacks: Lacks, to_issue: Callable[[], object], to_articles: Callable[[], object]
) -> list[LineWords]:
    out = []
    if lacks.stale:
        words = _tr("{n} bài trong số đã sửa sau khi duyệt").format(n=lacks.stale)
        out.append(LineWords(words, _tr("phải duyệt lại trước khi in"), "warning", "accent", to_issue))
    if lacks.unapproved:
        words = _tr("{n} bài còn trên đường duyệt").format(n=lacks.unapproved)
        out.append(LineWords(words, "", "clock", "amber", to_articles))
    if lacks.unplaced:
        words = _tr("{n} bài đã duyệt chưa xếp vào số").format(n=lacks.unplaced)
        out.append(LineWords(words, "", "place", "blue", to_issue))
    if lacks.empty_sections:
        words = _tr("{n} chuyên mục chưa có bài").format(n=len(lacks.empty_sections))
        out.append(LineWords(words, ", ".join(lacks.empty_sections), "section", "muted", to_issue))
    if lacks.session is not None:
        words = _tr("Kỳ họp báo cáo viên: {when}").format(when=words_calendar.when(lacks.session))
        out.append(LineWords(words, "", "reporters", "gold", to_issue))
    words = _tr("{n} bài đã xếp vào số").format(n=lacks.placed)
    out.append(LineWords(words, "", "issue", "green", to_issue))
    return out


def _tr(words: str) -> str:
    return QCoreApplication.translate("TodayPage", words)
