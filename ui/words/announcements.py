"""The words of what is found in a notice; loaded with it."""

from __future__ import annotations

from datetime import date

from desk.announcements.dates import NoticeDoubt
from desk.announcements.meeting_found import ChangeKind, Field
from desk.dates.lunar_calendar import written
from ui.words.marked import mark as _mark
from ui.words.marked import tr as _tr

FIELDS: dict[
    Field, tuple[str, str]
] = {  # word, colour token: its ground is the soft one, its line the full one
    Field.TITLE: (_mark("Tên"), "accent"),
    Field.DATE: (_mark("Ngày"), "blue"),
    Field.START: (_mark("Giờ"), "green"),
    Field.END: (_mark("Đến"), "green"),
    Field.PART: (_mark("Buổi"), "green"),
    Field.PLACE: (_mark("Nơi họp"), "gold"),
    Field.CHAIR: (_mark("Chủ trì"), "ink"),
    Field.ATTENDEES: (_mark("Thành phần"), "muted"),
    Field.UNIT: (_mark("Chuẩn bị"), "line"),
}
DOUBTS: dict[NoticeDoubt, str] = {
    NoticeDoubt.WEEKDAY: _mark("Thứ không khớp với ngày: “{detail}”."),
    NoticeDoubt.NO_DATE: _mark("Không thấy ngày họp."),
    NoticeDoubt.BAD_DATE: _mark("Không có ngày {detail}."),
    NoticeDoubt.YEAR_GUESSED: _mark("Không ghi năm, lấy năm {detail}."),
    NoticeDoubt.DATE_GUESSED: _mark("Ngày được suy ra ({detail}), hãy đối chiếu."),
    NoticeDoubt.END_BEFORE_START: _mark("Giờ kết thúc trước giờ bắt đầu: {detail}."),
    NoticeDoubt.NO_TIME: _mark("Không thấy giờ họp."),
    NoticeDoubt.PART: _mark("Giờ {detail} không hợp với buổi."),
    NoticeDoubt.NO_TITLE: _mark("Không thấy tên cuộc họp."),
    NoticeDoubt.POSTPONED: _mark("Thông báo hoãn, chưa có thời gian mới."),
    NoticeDoubt.CANCELLED: _mark("Thông báo hủy cuộc họp này."),
    NoticeDoubt.MOVED: _mark("Thông báo dời lịch; trước đó: {detail}."),
    NoticeDoubt.PLACE_CHANGED: _mark("Thông báo đổi nơi họp."),
    NoticeDoubt.NEAR: _mark("“{detail}” có thể hiểu khác, hãy đối chiếu."),
    NoticeDoubt.LEFT_OVER: _mark("Còn “{detail}” trong văn bản, chưa thuộc cuộc họp nào."),
}


CHANGES: dict[ChangeKind, str] = {
    ChangeKind.POSTPONED: _mark("Hoãn trong lịch…"),
    ChangeKind.CANCELLED: _mark("Hủy trong lịch…"),
    ChangeKind.MOVED: _mark("Dời trong lịch…"),
    ChangeKind.PLACE: _mark("Đổi nơi họp trong lịch…"),
}
_WEEKDAY = _mark("Thứ không khớp với ngày: văn bản ghi “{detail}”, ngày {day} là {name}.")
_NAMES = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")


def field(which: Field) -> str:
    """Return a field's word."""
    return _tr(FIELDS[which][0])


def change(kind: ChangeKind) -> str:
    """Return what the button says that brings a change to the meeting in the calendar."""
    return _tr(CHANGES[kind])


def doubt(which: NoticeDoubt, detail: str, day: date | None = None) -> str:
    """Return a doubt as a sentence; `day` is the date that was read, of which a weekday is doubted."""
    if which is NoticeDoubt.WEEKDAY and day is not None:
        return _tr(_WEEKDAY).format(detail=detail, day=written(day), name=_NAMES[day.weekday()])
    return _tr(DOUBTS[which]).format(detail=detail).replace(" ()", "")
