"""The words of the review desk: its queues, checklists and notices."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from PySide6.QtCore import QT_TRANSLATE_NOOP

from desk.acts.notifications import NotificationKind, NotificationRow
from desk.acts.requirements import Auto, Before, Level
from desk.acts.rules import Genre
from desk.compare.block_edit import EditKind
from desk.review.discussion import Said
from desk.review.queue import Queue
from desk.text import printed_signs
from desk.text.printed_signs import Part, SignPlace
from desk.today.first_steps import Step
from desk.today.issue_work import IssueStep
from ui.words.marked import mark as _mark
from ui.words.marked import tr as _tr

GENRES: dict[Genre, str] = {
    Genre.NEWS: _mark("Tin"),
    Genre.FEATURE: _mark("Bài"),
    Genre.DOCUMENT: _mark("Văn bản"),
    Genre.PHOTOS: _mark("Chùm ảnh"),
    Genre.ERRATUM: _mark("Đính chính"),
}
BEFORES: dict[Before, str] = {
    Before.SUBMIT: _mark("Trước khi gửi"),
    Before.APPROVE: _mark("Trước khi duyệt"),
    Before.PRINT: _mark("Trước khi in"),
}
LEVELS: dict[Level, str] = {
    Level.OFF: _mark("Tắt"),
    Level.RECOMMENDED: _mark("Nên có"),
    Level.REQUIRED: _mark("Bắt buộc"),
}
AUTOS: dict[Auto, str] = {
    Auto.TITLE: _mark("Tít không quá 120 ký tự"),
    Auto.BYLINE: _mark("Có bút danh"),
    Auto.LEAD: _mark("Có sapô"),
    Auto.LEAD_ONCE: _mark("Sapô không lặp lại trong thân bài"),
    Auto.EVENT_DATE: _mark("Có ngày sự kiện, không ở tương lai"),
    Auto.CAPTIONS: _mark("Ảnh nào cũng có chú thích và tên người chụp"),
    Auto.SHARPNESS: _mark("Ảnh đủ nét để in (200 dpi)"),
    Auto.SUGGESTIONS: _mark("Không còn đề nghị sửa chưa trả lời"),
    Auto.SIGNS: _mark("Bỏ hoặc thay ký hiệu mà chữ in không có: {signs}"),
}
EDITS: dict[EditKind, str] = {
    EditKind.ADD: _mark("Thêm đoạn"),
    EditKind.REMOVE: _mark("Bỏ đoạn"),
    EditKind.MOVE: _mark("Chuyển đoạn"),
    EditKind.SPLIT: _mark("Tách đoạn"),
    EditKind.JOIN: _mark("Gộp đoạn"),
    EditKind.SET: _mark("Sửa cả khối"),
    EditKind.HEAD: _mark("Thêm"),
}
_PARTS: dict[Part, str] = {
    Part.TITLE: _mark("tít"),
    Part.LEAD: _mark("sapô"),
    Part.BYLINE: _mark("bút danh"),
    Part.PARAGRAPH: _mark("đoạn {number}"),
    Part.TABLE: _mark("bảng {number}"),
    Part.CAPTION: _mark("chú thích ảnh {number}"),
}
_NAME_MOST = 40  # signs of a name that a stranger's file gives
_PLACES = 4  # of signs that a sentence names
QUEUES: dict[Queue, tuple[str, str]] = {  # words, icon
    Queue.WAITING: (_mark("Tất cả bài chờ tôi"), "review"),
    Queue.TO_EDIT: (_mark("Chờ tôi biên tập"), "edit"),
    Queue.TO_APPROVE: (_mark("Chờ tôi duyệt"), "approve"),
    Queue.RETURNED: (_mark("Bị trả lại cho tôi"), "return"),
    Queue.OVERDUE: (_mark("Nằm quá {days} ngày"), "clock"),
    Queue.UNANSWERED: (_mark("Trao đổi chưa trả lời"), "comment"),
    Queue.DUE: (_mark("Sắp hết hạn của số này"), "calendar"),
}
STEPS: dict[Step, tuple[str, str, str]] = {  # words, more, icon
    Step.PEOPLE: (_mark("Thêm người và vai trò"), _mark("ai viết, ai biên tập, ai duyệt"), "person"),
    Step.SECTIONS: (_mark("Xem lại các chuyên mục"), _mark("thứ tự là thứ tự trong bản tin"), "section"),
    Step.DESIGN: (_mark("Điền măng-sét và các dòng xuất bản"), _mark("in ở bìa và trang cuối"), "issue"),
    Step.MEETING: (
        _mark("Ghi cuộc họp đầu tiên vào lịch"),
        _mark("nhấn N, hoặc dán thông báo"),
        "meeting-add",
    ),
    Step.RECOVERY: (
        _mark("Tạo mã khôi phục"),
        _mark("để vào lại được khi không còn ai nhớ mật khẩu quản trị"),
        "key",
    ),
}
ISSUE_TASKS: dict[IssueStep, tuple[str, str]] = {  # words, icon
    IssueStep.PLACE: (_mark("Xếp {n} bài đã duyệt vào số {name}"), "place"),
    IssueStep.CLOSE: (_mark("Chốt bài số {name}"), "lock"),
    IssueStep.RELEASE: (_mark("Phát hành số {name}"), "release"),
}
NOTICES: dict[NotificationKind, str] = {
    NotificationKind.TO_EDIT: _mark("{by} gửi bài chờ biên tập"),
    NotificationKind.TO_APPROVE: _mark("{by} chuyển bài chờ duyệt"),
    NotificationKind.RETURNED: _mark("{by} trả lại bài"),
    NotificationKind.APPROVED: _mark("{by} đã duyệt bài"),
    NotificationKind.REOPENED: _mark("{by} thu hồi quyết định duyệt"),
    NotificationKind.RECOMMENDED: _mark("{by} đề nghị duyệt bài"),
    NotificationKind.ASSIGNED: _mark("{by} giao bài cho đồng chí viết"),
    NotificationKind.MENTIONED: _mark("{by} nhắc đến đồng chí"),
    NotificationKind.COMMENTED: _mark("{by} trao đổi về bài"),
    NotificationKind.ANSWERED: _mark("{by} trả lời đề nghị sửa"),
    NotificationKind.DELEGATED: _mark("{by} ủy quyền ký thay cho đồng chí"),
    NotificationKind.COVER_ASKED: _mark("{by} phân công đồng chí đưa tin cuộc họp"),
    NotificationKind.COVER_ACCEPTED: _mark("{by} nhận đưa tin cuộc họp"),
    NotificationKind.COVER_DECLINED: _mark("{by} không nhận đưa tin cuộc họp"),
    NotificationKind.COVER_ENDED: _mark("{by} thôi phân công đồng chí đưa tin"),
    NotificationKind.MEETING_CHANGED: _mark("{by} đổi giờ hoặc tình trạng cuộc họp"),
    NotificationKind.REMINDED: _mark("Nhắc việc: {words}"),
}


def speaker(said: Said) -> str:
    """Return who said something: a person of the desk, or a name that stood in a file, told as such."""
    if not said.outside:
        return said.author
    name = said.author if len(said.author) <= _NAME_MOST else said.author[: _NAME_MOST - 1].rstrip() + "…"
    name = name or _tr(QT_TRANSLATE_NOOP("wording", "Không ghi tên"))
    return _tr(QT_TRANSLATE_NOOP("wording", "{name} (trong tệp gốc)")).format(name=name)


def requirement(auto: str, text: str) -> str:
    """Return the words of a checklist's item: its own, or those of what the program ticks."""
    if auto != Auto.SIGNS.value:
        return _tr(AUTOS[Auto(auto)]) if auto else text
    places = printed_signs.read(text) if text else ()
    named = [sign_place(one) for one in places[:_PLACES]]
    if len(places) > _PLACES:
        named.append(
            _tr(QT_TRANSLATE_NOOP("wording", "và {count} chỗ nữa")).format(count=len(places) - _PLACES)
        )
    return _tr(AUTOS[Auto.SIGNS]).format(signs=", ".join(named)).removesuffix(": ")


def sign_place(one: SignPlace) -> str:
    """Return a sign that cannot be printed and where it stands, "“😀” (đoạn 2, sau “chúc mừng”)"."""
    where = _tr(_PARTS[one.part]).format(number=one.number)
    if one.near:
        where += _tr(QT_TRANSLATE_NOOP("wording", ", sau “{words}”")).format(words=one.near)
    return f"{sign(one.sign)} ({where})"


def signs_missing(signs: Sequence[str]) -> str:
    """Return the sentence for signs that a printed page leaves out; "" for none."""
    if not signs:
        return ""
    named = ", ".join(map(sign, signs[:_PLACES])) + ("…" if len(signs) > _PLACES else "")
    told = QT_TRANSLATE_NOOP("wording", "Chữ in không có {signs}. Hãy bỏ hoặc thay bằng chữ.")
    return _tr(told).format(signs=named)


def head_missing(fields: Sequence[str]) -> str:
    """Return the sentence for what the head of a week's sheet does not say; "" where it says everything."""
    if not fields:
        return ""
    named = ", ".join(_tr(_HEAD_FIELDS[field]) for field in fields)
    return _tr(QT_TRANSLATE_NOOP("wording", "Đầu tờ lịch còn thiếu {fields}.")).format(fields=named)


_HEAD_FIELDS = {
    "superior": QT_TRANSLATE_NOOP("wording", "tên cơ quan cấp trên"),
    "office": QT_TRANSLATE_NOOP("wording", "tên cơ quan"),
    "town": QT_TRANSLATE_NOOP("wording", "địa danh"),
}


def sign(letters: str) -> str:
    """Return how to speak of a sign: itself, or its number where the screen cannot show it either."""
    if any(unicodedata.category(letter) in ("Co", "Cn") for letter in letters):
        return _tr(QT_TRANSLATE_NOOP("wording", "ký hiệu U+{number}")).format(number=f"{ord(letters[0]):04X}")
    return f"“{letters}”"


def level(which: Level) -> str:
    """Return how much a checklist's item matters."""
    return _tr(LEVELS[which])


def before(which: Before) -> str:
    """Return when a checklist is asked."""
    return _tr(BEFORES[which])


def genre(which: Genre) -> str:
    """Return what kind of piece an article is."""
    return _tr(GENRES[which])


def queue(which: Queue) -> str:
    """Return a queue of Bàn duyệt."""
    return _tr(QUEUES[which][0])


def step(which: Step) -> tuple[str, str]:
    """Return what a new desk begins with, and more of it."""
    words, more, _ = STEPS[which]
    return _tr(words), _tr(more)


def notice(row: NotificationRow) -> str:
    """Return a notice's sentence: who did what."""
    return _tr(NOTICES[row.kind]).format(by=row.by)


def edit_kind(kind: EditKind) -> str:
    """Return what an edit of paragraphs does."""
    return _tr(EDITS[kind])
