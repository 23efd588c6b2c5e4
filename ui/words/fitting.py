"""The words of fitting an issue to its sheets: how it is set, what that did, what would fill its blank pages."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QT_TRANSLATE_NOOP

from desk.edition.design import Design
from desk.edition.page_geometry import leading
from desk.press.typeset.blank_pages import BlankPages
from desk.press.typeset.fitting import Fitted, blanks
from ui.words.marked import tr as _tr

_USUAL = QT_TRANSLATE_NOOP("wording", "như thường")


def setting(percent: int, air: int, pictures: int) -> str:
    """Return how an issue is set: the leading (percent more), the air between articles (lines more), pictures."""
    said = []
    if percent:
        words = (
            QT_TRANSLATE_NOOP("wording", "giãn dòng {n}%")
            if percent > 0
            else QT_TRANSLATE_NOOP("wording", "thu dòng {n}%")
        )
        said.append(_tr(words).format(n=abs(percent)))
    if air:
        words = (
            QT_TRANSLATE_NOOP("wording", "cách bài thêm {n} dòng")
            if air > 0
            else QT_TRANSLATE_NOOP("wording", "cách bài bớt {n} dòng")
        )
        said.append(_tr(words).format(n=abs(air)))
    if pictures:
        said.append(_tr(QT_TRANSLATE_NOOP("wording", "ảnh nhỏ hơn {n}%")).format(n=pictures))
    return ", ".join(said) or _tr(_USUAL)


def set_as(design: Design) -> str:
    """Return how a design sets its body."""
    return setting(leading(design), design.fitting.air, design.fitting.pictures)


def did(found: Fitted, design: Design) -> str:
    """Return what a search did, behind "Đã …": "giãn dòng 3 %: 28 trang, hết 2 trang trắng"."""
    left, before = blanks(found.layout), blanks(found.usual)
    how = _tr(QT_TRANSLATE_NOOP("wording", "dàn như thường")) if found.fitting.usual else set_as(design)
    said = [_tr(QT_TRANSLATE_NOOP("wording", "{n} trang")).format(n=found.layout.total)]
    if fewer := found.usual.total - found.layout.total:
        said[0] += _tr(QT_TRANSLATE_NOOP("wording", " (bớt {n})")).format(n=fewer)
    if left and left < before:
        words = QT_TRANSLATE_NOOP("wording", "còn {n} trang trắng (trước là {m})")
        said.append(_tr(words).format(n=left, m=before))
    elif left:
        said.append(_tr(QT_TRANSLATE_NOOP("wording", "còn {n} trang trắng")).format(n=left))
    elif before:
        said.append(_tr(QT_TRANSLATE_NOOP("wording", "hết {n} trang trắng")).format(n=before))
    elif not found.fitting.usual:
        said.append(_tr(QT_TRANSLATE_NOOP("wording", "trang cuối đầy hơn")))
    return f"{how}: {', '.join(said)}"


def nothing_better(found: Fitted) -> str:
    """Return the sentence where the issue stays as it is set."""
    blank = found.layout.blank
    if blank is None:
        return _tr(QT_TRANSLATE_NOOP("wording", "Số này đã vừa tờ, không có trang trắng."))
    if not found.fitting.usual:
        words = QT_TRANSLATE_NOOP("wording", "Cách dàn đang dùng là vừa nhất: còn {n} trang trắng.")
        return _tr(words).format(n=len(blank.pages))
    words = QT_TRANSLATE_NOOP(
        "wording", "Không cách dàn nào hết trang trắng: cần thêm khoảng {least} dòng hoặc một ảnh"
    )
    text = _tr(words).format(least=blank.least)
    if blank.lines:
        text += _tr(QT_TRANSLATE_NOOP("wording", ", hoặc bớt {lines} dòng")).format(lines=blank.lines)
    return f"{text}."


def fillers(blank: BlankPages, titles: Sequence[str]) -> str:
    """Return what would fill the blank pages: how many lines, and the articles that wait, by title."""
    words = QT_TRANSLATE_NOOP("wording", "Thêm từ {least} đến {room} dòng thì hết trang trắng")
    text = _tr(words).format(least=blank.least, room=blank.room)
    if titles:
        words = (
            QT_TRANSLATE_NOOP("wording", ": bài chờ {titles} vừa chỗ")
            if len(titles) == 1
            else QT_TRANSLATE_NOOP("wording", ": bài chờ {titles} cùng vừa chỗ")
        )
        text += _tr(words).format(titles=", ".join(f"“{title}”" for title in titles))
    return f"{text}."
