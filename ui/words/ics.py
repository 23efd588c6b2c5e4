"""The words of calendars that come and go as files; loaded when one does."""

from __future__ import annotations

from desk.dates.series import OFF, Series
from desk.ics.read import IcsDoubt, IcsFault
from desk.ics.report import Action, Because, Report, ReportLine
from ui.words import calendar
from ui.words.marked import mark as _mark
from ui.words.marked import tr as _tr

ACTIONS: dict[Action, tuple[str, str]] = {  # word, colour token
    Action.ADD: (_mark("Thêm"), "green"),
    Action.UPDATE: (_mark("Cập nhật"), "blue"),
    Action.SKIP: (_mark("Bỏ qua"), "muted"),
    Action.REFUSE: (_mark("Không nhập được"), "accent"),
}
REASONS: dict[Because, str] = {
    Because.NEW: _mark("cuộc họp mới"),
    Because.NEWER: _mark("bản trong tệp mới hơn"),
    Because.CHANGED: _mark("nội dung trong tệp khác"),
    Because.CANCELLED: _mark("tệp ghi là đã hủy"),
    Because.SAME: _mark("không có gì khác"),
    Because.OLDER: _mark("ở đây đã có bản mới hơn"),
    Because.EDITED_HERE: _mark("đã sửa ở đây sau khi tệp được ghi"),
    Because.DELETED_HERE: _mark("đã xóa ở đây"),
    Because.NOT_HERE: _mark("báo hủy một cuộc chưa từng có"),
    Because.NO_OCCURRENCE: _mark("chuỗi ở đây không có cuộc này"),
}
_TASKS = ("VTODO", "VJOURNAL")
FAULTS: dict[IcsFault, str] = {
    IcsFault.CUT_OFF: _mark("tệp bị cắt giữa chừng"),
    IcsFault.UNREADABLE: _mark("có dòng không đọc được"),
    IcsFault.METHOD: _mark("là thư trả lời lời mời, không phải cuộc họp"),
    IcsFault.NO_START: _mark("không có giờ bắt đầu"),
    IcsFault.BAD_TIME: _mark("ngày giờ không có thật"),
    IcsFault.END_FIRST: _mark("kết thúc trước khi bắt đầu"),
    IcsFault.TOO_LONG: _mark("kéo dài quá một tháng"),
    IcsFault.TITLE_TOO_LONG: _mark("tên quá dài"),
    IcsFault.TWO_RULES: _mark("có nhiều quy tắc lặp cùng lúc"),
    IcsFault.RULE_UNREADABLE: _mark("quy tắc lặp không đọc được"),
    IcsFault.RULE_TOO_FINE: _mark("lặp theo giờ, phút hoặc giây"),
    IcsFault.RULE_TOO_MANY: _mark("lặp quá nhiều lần"),
    IcsFault.RULE_NEVER: _mark("không ngày nào hợp với quy tắc lặp"),
    IcsFault.TOO_MANY_DATES: _mark("có quá nhiều ngày lẻ"),
    IcsFault.THIS_AND_FUTURE: _mark("đổi từ cuộc này trở đi theo cách chưa đọc được"),
    IcsFault.UID_TWICE: _mark("trùng mã với cuộc khác trong tệp"),
    IcsFault.TOO_SLOW: _mark("quy tắc lặp tính quá lâu"),
}
DOUBTS: dict[IcsDoubt, str] = {
    IcsDoubt.LETTERS: _mark("Tệp không theo UTF-8, chữ Việt có thể sai."),
    IcsDoubt.NULS: _mark("Tệp có ký tự rỗng, đã bỏ đi."),
    IcsDoubt.ZONE_UNKNOWN: _mark("Có múi giờ lạ, coi như giờ Việt Nam."),
    IcsDoubt.CUT_SHORT: _mark("Có chỗ quá dài, đã cắt bớt."),
    IcsDoubt.WRITTEN_OUT: _mark("Có chuỗi lặp theo giờ nước ngoài, chỉ nhập các ngày đến hết hai năm tới."),
    IcsDoubt.FUTURE_LEFT_OUT: _mark("Có thay đổi “từ cuộc này trở đi” chưa nhập được."),
}


def action(which: Action) -> str:
    """Return what is done with a meeting of a file."""
    return _tr(ACTIONS[which][0])


def why(line: ReportLine) -> str:
    """Return why it is done."""
    text = _tr(REASONS[line.why] if isinstance(line.why, Because) else FAULTS[line.why])
    if line.state in OFF and line.why is not Because.CANCELLED:
        text = f"{text}, {_tr(calendar.STATES[line.state][0]).lower()}"
    return f"{text} ({line.detail})" if line.detail else text


def times(series: Series) -> str:
    """Return when a meeting is held; of a series a second line says how often, and what differs from that."""
    first = calendar.when(series.when)
    if series.rule is None:
        return first
    told = [calendar.rule(series.rule, series.when.start)]
    kept = [one for one in series.changes if not one.gone and not one.extra]
    counts = (
        (_mark("bỏ {n} ngày"), sum(one.gone for one in series.changes)),
        (_mark("dời {n} ngày"), sum(one.when is not None and one.when.start != one.origin for one in kept)),
        (_mark("thêm {n} ngày"), sum(one.extra and not one.gone for one in series.changes)),
    )
    told += [_tr(words).format(n=count) for words, count in counts if count]
    return f"{first}\n{', '.join(told)}"


def summary(report: Report) -> str:
    """Return a report in a line: "3 thêm, 1 cập nhật, 2 bỏ qua"."""
    counted = [(action(which).lower(), report.count(which)) for which in Action]
    text = ", ".join(f"{count} {word}" for word, count in counted if count)
    return text or _tr(_mark("Tệp không có cuộc họp nào"))


def doubts(report: Report) -> str:
    """Return what a person should look at, a sentence each."""
    told = [_tr(DOUBTS[one]) for one in sorted(report.doubts, key=lambda one: one.name)]
    tasks = sum(count for kind, count in report.ignored.items() if kind in _TASKS)
    if tasks:
        told.append(_tr(_mark("Tệp còn {n} việc cần làm, ghi chép; đó không phải cuộc họp.")).format(n=tasks))
    return " ".join(told)
