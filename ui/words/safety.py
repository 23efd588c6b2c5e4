"""The words of backups: why one was made, whether it is proven, when, how large."""

from __future__ import annotations

from datetime import datetime, timedelta

from desk import clock
from desk.acts.rules import Act, IssueState
from desk.database.copies import LastEntry
from desk.safety.backups import Proof
from desk.safety.facts import Backup, Reason
from desk.safety.standing import Standing
from ui.words.marked import mark as _mark
from ui.words.marked import tr as _tr
from ui.words.wording import deed, short_date

REASONS: dict[Reason, str] = {
    Reason.CLOSE: _mark("Khi đóng"),
    Reason.INTERVAL: _mark("Tự động"),
    Reason.RELEASE: _mark("Trước phát hành"),
    Reason.UPGRADE: _mark("Trước nâng cấp"),
    Reason.RESTORE: _mark("Trước phục hồi"),
    Reason.HAND: _mark("Theo yêu cầu"),
}
PROOFS: dict[Proof, str] = {
    Proof.PROVEN: _mark("Đã kiểm tra"),
    Proof.FAULTY: _mark("Có lỗi lúc sao lưu"),
    Proof.TAMPERED: _mark("Đã bị thay đổi"),
    Proof.UNKNOWN: _mark("Thiếu phiếu kèm"),
}
STATES: dict[IssueState, str] = {
    IssueState.OPEN: _mark("đang nhận bài"),
    IssueState.CLOSED: _mark("đã chốt bài"),
    IssueState.RELEASED: _mark("đã phát hành"),
}


def reason(backup: Backup) -> str:
    """Return why a backup was made; "" when nothing beside it says so."""
    return _tr(REASONS[backup.facts.why]) if backup.facts is not None else ""


def proof(which: Proof) -> str:
    """Return whether a backup is proven."""
    return _tr(PROOFS[which])


def state(which: IssueState) -> str:
    """Return the state of an issue within a sentence."""
    return _tr(STATES[which])


def place(backup: Backup) -> str:
    """Return in which of the two places a backup lies."""
    return _tr(_mark("Nơi thứ hai")) if backup.second else _tr(_mark("Máy này"))


def day_and_time(moment: datetime) -> str:
    """Return a moment as one says it of a backup: "hôm nay 10:47", "hôm qua 17:02", "28/11/2026 17:02"."""
    here = clock.local(moment)
    days = clock.today() - here.date()
    if days == timedelta(0):
        return f"{_tr(_mark('hôm nay'))} {here:%H:%M}"
    if days == timedelta(1):
        return f"{_tr(_mark('hôm qua'))} {here:%H:%M}"
    return f"{short_date(here.date())} {here:%H:%M}"


def size(count: int) -> str:
    """Return a size as Windows says it: "850 KB", "12,4 MB"."""
    if count < 1_000_000:
        return f"{max(1, round(count / 1000))} KB"
    return f"{count / 1_000_000:.1f} MB".replace(".", ",")


def last_act(entry: LastEntry) -> str:
    """Return who did what last before a backup; "" where nothing was done."""
    if not entry.number:
        return ""
    known = {one.value: one for one in Act}
    did = deed(known[entry.act]) if entry.act in known else ""  # a newer program may know more acts
    title = f" “{entry.title}”" if entry.title else ""
    return f"{entry.person} {did}{title}".strip()


def tried(backup: Backup) -> str:
    """Return when a restore from a backup was tried, and whether it went well; "" when it never was."""
    trial = backup.facts.tried if backup.facts is not None else None
    if trial is None:
        return ""
    day = short_date(clock.local(trial.at).date())
    words = (
        _mark("thử phục hồi ngày {day} không được") if trial.faults else _mark("đã thử phục hồi ngày {day}")
    )
    return _tr(words).format(day=day)


def newest(backup: Backup | None) -> str:
    """Return the quiet line that says when the last backup was made."""
    if backup is None:
        return _tr(_mark("Chưa có bản sao lưu nào."))
    return _tr(_mark("Bản sao lưu gần nhất: {when}")).format(when=day_and_time(backup.made))


def second_failed(why: str) -> str:
    """Return the sentence for a second place that has not got its copy."""
    return _tr(_mark("Đã sao lưu trên máy này; nơi thứ hai chưa nhận được. {why}")).format(why=why)


def warnings(now: Standing, *, late: str) -> list[tuple[str, str]]:
    """Return what somebody should know of the backups, each with a remark; `late`: the second place that fails."""
    found = []
    if now.faulty:
        said = _tr(_mark("Bản sao lưu gần nhất có lỗi"))
        found.append((said, _tr(_mark("dữ liệu đang dùng có chỗ không ổn; bấm để xem"))))
    elif now.stale and now.newest is not None:
        said = _tr(_mark("Bản sao lưu gần nhất đã cũ: {when}"))
        found.append((said.format(when=day_and_time(now.newest.made)), _tr(_mark("bấm để sao lưu"))))
    if late:
        said = _tr(_mark("Hơn 7 ngày chưa sao lưu được vào nơi thứ hai"))
        found.append((said, late))
    return found
