"""The words of what is found in a notice; loaded with it."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from desk.intake.notice import Field, NoticeDoubt

_CONTEXT = "wording"


def _tr(text: object) -> str:
    return QCoreApplication.translate(_CONTEXT, str(text))


def _mark(text: str) -> str:
    return str(QT_TRANSLATE_NOOP(_CONTEXT, text))


FIELDS: dict[Field, tuple[str, str]] = {  # word, colour token of its ground
    Field.TITLE: (_mark("Tên"), "gold_soft"),
    Field.DATE: (_mark("Ngày"), "blue_soft"),
    Field.START: (_mark("Giờ"), "green_soft"),
    Field.END: (_mark("Đến"), "green_soft"),
    Field.PART: (_mark("Buổi"), "green_soft"),
    Field.PLACE: (_mark("Nơi họp"), "amber_soft"),
    Field.CHAIR: (_mark("Chủ trì"), "accent_soft"),
    Field.ATTENDEES: (_mark("Thành phần"), "hover"),
    Field.UNIT: (_mark("Chuẩn bị"), "hover"),
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
}


def field(which: Field) -> str:
    """Return a field's word."""
    return _tr(FIELDS[which][0])


def doubt(which: NoticeDoubt, detail: str) -> str:
    """Return a doubt as a sentence."""
    return _tr(DOUBTS[which]).format(detail=detail).replace(" ()", "")
