"""The words of the screen for what the desk says in enums and exceptions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from PySide6.QtCore import QT_TRANSLATE_NOOP

from desk import clock
from desk.acts.journal import JournalEntry, Subject
from desk.acts.rules import DELEGATED, Act, Role, Stage
from desk.articles.hands import Hand
from desk.articles.listing import ArticleRow, Order
from desk.errors import (
    BadArchive,
    BadBackup,
    BadCode,
    BadIntake,
    BadPassword,
    BadPicture,
    BadRule,
    Broken,
    Cancelled,
    Denied,
    DeskError,
    FileTrouble,
    Missing,
    NotNow,
    PressFailed,
    Stale,
    Unmet,
)
from desk.intake.result import Doubt, Dropped
from desk.integrity.database import CheckResult
from ui.words import faults as faults_words
from ui.words.marked import mark as _mark
from ui.words.marked import share
from ui.words.marked import tr as tr
from ui.words.review import requirement, sign
from ui.words.whys import WHYS

STAGES: dict[Stage, tuple[str, str, str]] = {  # word, icon, colour token
    Stage.DRAFT: (_mark("Bản thảo"), "edit", "muted"),
    Stage.SUBMITTED: (_mark("Chờ biên tập"), "clock", "amber"),
    Stage.RETURNED: (_mark("Bị trả lại"), "return", "accent"),
    Stage.FOR_APPROVAL: (_mark("Chờ duyệt"), "clock", "blue"),
    Stage.APPROVED: (_mark("Đã duyệt"), "done", "green"),
    Stage.RELEASED: (_mark("Đã in"), "book", "green"),
    Stage.BINNED: (_mark("Thùng rác"), "bin", "muted"),
}
ROLES: dict[Role, str] = {
    Role.WRITER: _mark("Cộng tác viên"),
    Role.EDITOR: _mark("Biên tập viên"),
    Role.DEPUTY: _mark("Phó ban đề nghị duyệt"),
    Role.CHIEF: _mark("Lãnh đạo duyệt"),
    Role.SECRETARY: _mark("Thư ký"),
    Role.ADMIN: _mark("Quản trị"),
}
ACTS: dict[Act, tuple[str, str, str]] = {  # on a button, in the journal ("ai … đã …"), icon
    Act.CREATE: (_mark("Bài mới"), _mark("viết bài mới"), "add"),
    Act.TAKE_IN: (_mark("Nhập bài"), _mark("nhập bài từ tệp"), "import"),
    Act.EDIT: (_mark("Sửa"), _mark("lưu phiên bản mới"), "edit"),
    Act.FILE: (_mark("Xếp chuyên mục"), _mark("xếp chuyên mục"), "section"),
    Act.SUBMIT: (_mark("Gửi biên tập"), _mark("gửi biên tập"), "submit"),
    Act.WITHDRAW: (_mark("Rút lại"), _mark("rút bài về"), "withdraw"),
    Act.RETURN: (_mark("Trả lại"), _mark("trả lại bài"), "return"),
    Act.PASS: (_mark("Chuyển duyệt"), _mark("chuyển lãnh đạo duyệt"), "pass"),
    Act.RECOMMEND: (_mark("Đề nghị duyệt"), _mark("đề nghị lãnh đạo duyệt"), "recommend"),
    Act.APPROVE: (_mark("Duyệt"), _mark("duyệt bài"), "approve"),
    Act.REOPEN: (_mark("Thu hồi"), _mark("thu hồi quyết định duyệt"), "reopen"),
    Act.BIN: (_mark("Bỏ vào thùng rác"), _mark("bỏ bài vào thùng rác"), "bin"),
    Act.RESTORE: (_mark("Khôi phục"), _mark("lấy bài từ thùng rác ra"), "restore"),
    Act.REASSIGN: (_mark("Đổi người viết"), _mark("giao bài cho người khác viết"), "person"),
    Act.UNDO: (_mark("Hoàn tác"), _mark("hoàn tác việc vừa làm"), "undo"),
    Act.COMMENT: (_mark("Trao đổi"), _mark("ghi trao đổi"), "comment"),
    Act.SETTLE: (_mark("Khép trao đổi"), _mark("khép một trao đổi"), "done"),
    Act.UNSETTLE: (_mark("Mở lại trao đổi"), _mark("mở lại một trao đổi"), "reopen"),
    Act.ACCEPT: (_mark("Nhận đề nghị sửa"), _mark("nhận một đề nghị sửa"), "approve"),
    Act.DECLINE: (_mark("Không nhận đề nghị"), _mark("không nhận một đề nghị sửa"), "close"),
    Act.TICK: (_mark("Đánh dấu"), _mark("đánh dấu một mục kiểm tra"), "checklist"),
    Act.UNTICK: (_mark("Bỏ dấu"), _mark("bỏ dấu một mục kiểm tra"), "checklist"),
    Act.OVERRULE: (_mark("Cho qua"), _mark("cho qua một mục kiểm tra"), "warning"),
    Act.CIRCULATE: (_mark("In, gửi bài"), _mark("in hoặc gửi bài ra ngoài"), "print"),
    Act.RECEIVE: (_mark("Nhận lại bản Word"), _mark("nhận lại bản Word đã sửa"), "import"),
    Act.MAKE_ISSUE: (_mark("Số mới"), _mark("lập số bản tin"), "issue"),
    Act.EDIT_ISSUE: (_mark("Sửa số"), _mark("sửa thông tin số bản tin"), "edit"),
    Act.PLACE: (_mark("Xếp vào số"), _mark("xếp bài vào số"), "place"),
    Act.UNPLACE: (_mark("Đưa ra khỏi số"), _mark("đưa bài ra khỏi số"), "remove"),
    Act.ARRANGE: (_mark("Đổi chỗ"), _mark("đổi thứ tự bài trong số"), "sort"),
    Act.ARRANGE_SECTIONS: (_mark("Chuyên mục của số"), _mark("sắp xếp chuyên mục của số"), "sections"),
    Act.WANT: (_mark("Đặt bài"), _mark("đặt bài cho số"), "wanted"),
    Act.UNWANT: (_mark("Thôi đặt bài"), _mark("thôi đặt bài cho số"), "remove"),
    Act.DRESS_ISSUE: (_mark("Trình bày"), _mark("đổi trình bày, măng-sét của số"), "dress"),
    Act.FIT_ISSUE: (_mark("Dàn vừa tờ"), _mark("dàn số bản tin cho vừa tờ"), "spread"),
    Act.CLOSE_ISSUE: (_mark("Chốt bài"), _mark("chốt bài của số"), "lock"),
    Act.OPEN_ISSUE: (_mark("Thôi chốt bài"), _mark("mở lại danh sách bài của số"), "unlock"),
    Act.RELEASE: (_mark("Phát hành"), _mark("phát hành số bản tin"), "release"),
    Act.REOPEN_ISSUE: (_mark("Mở lại số đã phát hành"), _mark("mở lại số đã phát hành"), "reopen"),
    Act.CORRECT: (_mark("Đính chính"), _mark("viết đính chính cho bài đã in"), "correct"),
    Act.EXPORT: (_mark("Xuất bản tin"), _mark("xuất bản tin"), "export"),
    Act.MAKE_MEETING: (_mark("Cuộc họp"), _mark("ghi cuộc họp vào lịch"), "meeting-add"),
    Act.EDIT_MEETING: (_mark("Sửa cuộc họp"), _mark("sửa cuộc họp"), "edit"),
    Act.MOVE_MEETING: (_mark("Đổi giờ"), _mark("đổi giờ cuộc họp"), "clock"),
    Act.SET_STATE: (_mark("Hoãn, hủy, dời"), _mark("đổi tình trạng cuộc họp"), "put-off"),
    Act.REMOVE_MEETING: (_mark("Xóa khỏi lịch"), _mark("xóa cuộc họp khỏi lịch"), "bin"),
    Act.UNDO_MEETING: (_mark("Hoàn tác"), _mark("hoàn tác việc vừa làm trên lịch"), "undo"),
    Act.ATTACH: (_mark("Đính kèm"), _mark("đính kèm tài liệu họp"), "attach"),
    Act.DETACH: (_mark("Bỏ tài liệu"), _mark("bỏ tài liệu họp"), "remove"),
    Act.COVER: (_mark("Phân công"), _mark("phân công đưa tin"), "person"),
    Act.UNCOVER: (_mark("Thôi phân công"), _mark("thôi phân công đưa tin"), "remove"),
    Act.ANSWER_COVER: (_mark("Trả lời phân công"), _mark("trả lời việc phân công"), "done"),
    Act.WRITE_NEWS: (_mark("Viết tin"), _mark("mở bài tin của cuộc họp"), "news"),
    Act.IMPORT_CALENDAR: (_mark("Nhập lịch"), _mark("nhập lịch từ tệp"), "import"),
    Act.SET_DAYS: (_mark("Sửa ngày nghỉ, kỷ niệm"), _mark("sửa danh mục ngày nghỉ, kỷ niệm"), "calendar"),
    Act.ADD_TO_REGISTER: (_mark("Thêm vào sổ tay"), _mark("thêm vào sổ tay"), "add"),
    Act.CHANGE_REGISTER: (_mark("Sửa sổ tay"), _mark("sửa sổ tay"), "edit"),
    Act.REMOVE_FROM_REGISTER: (_mark("Xóa khỏi sổ tay"), _mark("xóa khỏi sổ tay"), "bin"),
    Act.IMPORT_REGISTER: (_mark("Nhập sổ tay"), _mark("nhập vào sổ tay"), "import"),
    Act.UNDO_REGISTER: (_mark("Hoàn tác"), _mark("hoàn tác việc vừa làm trong sổ tay"), "undo"),
    Act.SET_PROOF_RULE: (_mark("Đặt quy tắc soát lỗi"), _mark("đặt lại quy tắc soát lỗi"), "checklist"),
    Act.IGNORE_FINDING: (_mark("Bỏ qua trong bài"), _mark("bỏ qua một lỗi máy soát trong bài"), "remove"),
    Act.IGNORE_EVERYWHERE: (_mark("Bỏ qua mọi bài"), _mark("bỏ qua một lỗi máy soát ở mọi bài"), "remove"),
    Act.HEED_FINDING: (_mark("Thôi bỏ qua"), _mark("thôi bỏ qua một lỗi máy soát"), "undo"),
    Act.TEACH: (_mark("Dạy bằng số cũ"), _mark("dạy máy soát bằng số cũ"), "book"),
    Act.UNTEACH: (_mark("Bỏ những gì đã dạy"), _mark("bỏ những gì máy soát đã học"), "bin"),
    Act.FOUND: (_mark("Lập bàn biên tập"), _mark("lập bàn biên tập"), "book"),
    Act.ADD_PERSON: (_mark("Thêm người"), _mark("thêm người"), "person"),
    Act.CHANGE_PERSON: (_mark("Sửa người"), _mark("sửa thông tin, vai trò"), "people"),
    Act.RESET_PASSWORD: (_mark("Đặt lại mật khẩu"), _mark("đặt lại mật khẩu"), "key"),
    Act.CHANGE_PASSWORD: (_mark("Đổi mật khẩu"), _mark("đổi mật khẩu của mình"), "key"),
    Act.FAILED_SIGN_IN: (_mark("Đăng nhập sai"), _mark("gõ sai mật khẩu khi đăng nhập"), "warning"),
    Act.RECOVER: (_mark("Khôi phục quản trị"), _mark("đặt mật khẩu quản trị bằng mã khôi phục"), "key"),
    Act.FAILED_RECOVERY: (_mark("Mã khôi phục sai"), _mark("gõ sai mã khôi phục"), "warning"),
    Act.NEW_RECOVERY_CODE: (_mark("Tạo mã khôi phục"), _mark("tạo mã khôi phục mới"), "key"),
    Act.SET_SECTIONS: (_mark("Sửa chuyên mục"), _mark("sửa danh mục chuyên mục"), "section"),
    Act.CHANGE_SETTINGS: (_mark("Sửa thiết lập"), _mark("sửa thiết lập của bàn biên tập"), "settings"),
    Act.SET_CHECKLISTS: (_mark("Sửa mục kiểm tra"), _mark("sửa danh mục kiểm tra"), "checklist"),
    Act.DELEGATE: (_mark("Ủy quyền ký thay"), _mark("ủy quyền ký thay"), "delegate"),
    Act.END_DELEGATION: (_mark("Thôi ủy quyền"), _mark("chấm dứt ủy quyền ký thay"), "delegate"),
    Act.RESTORE_DESK: (_mark("Phục hồi"), _mark("phục hồi dữ liệu từ bản sao lưu"), "restore"),
    Act.TRY_RESTORE: (_mark("Thử phục hồi"), _mark("thử phục hồi từ bản sao lưu"), "checklist"),
    Act.ARCHIVE: (_mark("Xuất kho lưu trữ"), _mark("xuất kho lưu trữ"), "shelf"),
}
ORDERS: dict[Order, str] = {
    Order.RECENT: _mark("Mới sửa trước"),
    Order.EVENT: _mark("Ngày sự kiện"),
    Order.TITLE: _mark("Tít, theo vần"),
    Order.WAITING: _mark("Chờ lâu trước"),
}
SUBJECTS: dict[Subject, str] = {
    Subject.ARTICLE: _mark("Tin bài"),
    Subject.ISSUE: _mark("Số bản tin"),
    Subject.MEETING: _mark("Cuộc họp"),
    Subject.PERSON: _mark("Người"),
    Subject.REGISTER: _mark("Sổ tay"),
    Subject.DESK: _mark("Bàn biên tập"),
}


def dropped(counts: Mapping[Dropped, int]) -> str:
    """Return what a paste left behind, joined: "phông chữ, màu chữ"; "" when nothing."""
    return ", ".join(tr(words) for kind, words in faults_words.DROPPED.items() if counts.get(kind))


def doubt(what: Doubt) -> str:
    """Return the sentence for something an intake is not sure of."""
    return tr(faults_words.DOUBTS[what.kind]).format(detail=what.detail)


def stage(which: Stage) -> str:
    """Return a stage's word."""
    return tr(STAGES[which][0])


def role(which: Role) -> str:
    """Return a role's word."""
    return tr(ROLES[which])


def roles(which: frozenset[Role]) -> str:
    """Return the roles of a person, joined, in the order of the enum."""
    return ", ".join(role(one) for one in Role if one in which)


def act(which: Act) -> str:
    """Return an act as a button says it."""
    return tr(ACTS[which][0])


def deed(which: Act) -> str:
    """Return an act as the journal tells it: "An đã {duyệt bài}"."""
    return tr(ACTS[which][1])


def done(what: JournalEntry) -> str:
    """Return what an entry tells, with the act that it took back, or did again."""
    undid = what.detail.get("undid") if what.act in _UNDOES else None
    if not undid:
        return deed(what.act)
    if Act(str(undid)) in _UNDOES:
        return tr(QT_TRANSLATE_NOOP("wording", "làm lại việc vừa hoàn tác"))
    return tr(QT_TRANSLATE_NOOP("wording", "hoàn tác việc {did}")).format(did=deed(Act(str(undid))))


_UNDOES = (Act.UNDO, Act.UNDO_MEETING, Act.UNDO_REGISTER)


def order(which: Order) -> str:
    """Return a sort order's words."""
    return tr(ORDERS[which])


def subject(which: Subject) -> str:
    """Return the kind of thing a journal entry speaks of."""
    return tr(SUBJECTS[which])


def error(what: DeskError) -> str:
    """Return the sentence, with its remedy, for anything the desk refuses."""
    if isinstance(what, Stale):
        when = moment(what.at)
        return tr(
            QT_TRANSLATE_NOOP(
                "wording", "{by} vừa {did} lúc {when}. Nội dung mới đã được đọc lại, xin xem rồi làm tiếp."
            )
        ).format(by=what.by, did=deed(Act(what.act)), when=when)
    if isinstance(what, Missing):
        return tr(QT_TRANSLATE_NOOP("wording", "Mục này không còn nữa."))
    if isinstance(what, Denied | NotNow):
        return tr(WHYS[what.why]).format(subject=what.subject)
    if isinstance(what, BadRule):
        return tr(faults_words.RULE_FAULTS[what.fault])
    if isinstance(what, Unmet):
        text = "; ".join(requirement(*item) for item in what.items)
        if what.subject:
            there = QT_TRANSLATE_NOOP("wording", "Bài “{title}” chưa đạt mục bắt buộc: {told}.")
            return tr(there).format(title=what.subject, told=text)
        return tr(QT_TRANSLATE_NOOP("wording", "Chưa đạt mục bắt buộc: {told}.")).format(told=text)
    if isinstance(what, BadCode):
        if what.wait >= 1:
            later = QT_TRANSLATE_NOOP("wording", "Mã khôi phục chưa đúng. Hãy chờ {wait} giây rồi thử lại.")
            return tr(later).format(wait=round(what.wait))
        return tr(QT_TRANSLATE_NOOP("wording", "Mã khôi phục chưa đúng."))
    if isinstance(what, BadPassword):
        if what.wait >= 1:
            return tr(
                QT_TRANSLATE_NOOP("wording", "Mật khẩu chưa đúng. Hãy chờ {wait} giây rồi thử lại.")
            ).format(wait=round(what.wait))
        return tr(QT_TRANSLATE_NOOP("wording", "Mật khẩu chưa đúng."))
    if isinstance(what, FileTrouble):
        named = faults_words.TROUBLES_AT.get(what.kind) if what.path else None
        return tr(named).format(path=what.path) if named else tr(faults_words.TROUBLES[what.kind])
    if isinstance(what, BadBackup):
        return tr(faults_words.BACKUPS[what.fault]).format(name=what.name)
    if isinstance(what, BadPicture):
        return tr(faults_words.PICTURES[what.fault]).format(name=what.name)
    if isinstance(what, BadArchive):
        return tr(faults_words.ARCHIVES[what.fault]).format(name=what.name)
    if isinstance(what, BadIntake):
        return tr(faults_words.INTAKES[what.fault]).format(name=what.name)
    if isinstance(what, PressFailed) and what.sign:
        lacking = QT_TRANSLATE_NOOP(
            "wording",
            "Chữ in không có {sign}. Hãy bỏ hoặc thay bằng chữ: trong bài, tên chuyên mục, trên bìa hoặc măng-sét.",
        )
        return tr(lacking).format(sign=sign(what.sign))
    if isinstance(what, PressFailed):
        return tr(QT_TRANSLATE_NOOP("wording", "Chưa dàn trang được: {detail}")).format(detail=what.detail)
    if isinstance(what, Broken):
        return tr(QT_TRANSLATE_NOOP("wording", "Chương trình gặp lỗi nên chưa làm được việc này."))
    if isinstance(what, Cancelled):
        return tr(QT_TRANSLATE_NOOP("wording", "Đã dừng theo yêu cầu. Không có tệp nào dở dang."))
    raise TypeError(f"no wording for {type(what).__name__}")


def entry(what: JournalEntry) -> str:
    """Return who did what, with the chief for whom it was signed."""
    did = done(what)
    signed_for = what.detail.get("for") if what.act in DELEGATED else None
    if signed_for:
        text = QT_TRANSLATE_NOOP("wording", "{by} (ký thay {chief}) {did}")
        return tr(text).format(by=what.person, chief=signed_for, did=did)
    return f"{what.person} {did}"


def finding(result: CheckResult) -> str:
    """Return the sentence for something that a check-up found."""
    known = faults_words.FINDING_DETAILS.get(result.finding, {})
    detail = tr(known.get(result.detail, result.detail))
    kind, _, key = result.where.partition(" ")
    key = tr(faults_words.CHECKS.get(key, key)) if kind == "check" else key
    where = f"{tr(faults_words.ROWS[kind])} {key}" if key and kind in faults_words.ROWS else result.where
    return tr(faults_words.FINDINGS[result.finding]).format(where=where, detail=detail).strip()


def direct_edits(hands: Sequence[Hand]) -> str:
    """Return who has corrected an article themselves since it was handed on; "" for one that nobody has."""
    if not hands:
        return ""
    told = ", ".join(f"{one.name} ({share(one.share)} số chữ)" for one in hands)
    return tr(QT_TRANSLATE_NOOP("wording", "Đã sửa trực tiếp từ khi bài được gửi: {who}")).format(who=told)


def moment(when: datetime) -> str:
    """Return a stored moment as the office says it: "10:42" today, else "10:42 ngày 09/4/2019"."""
    here = clock.local(when)
    if here.date() == clock.today():
        return f"{here:%H:%M}"
    return f"{here:%H:%M} ngày {short_date(here.date())}"


def short_date(when: date) -> str:
    """Return a date as running text writes it: 09/4/2019."""
    from desk.dates import lunar_calendar

    return lunar_calendar.written(when)


def long_date(when: date) -> str:
    """Return a date in full: "Thứ Ba, ngày 9 tháng 4 năm 2019"."""
    names = ("Hai", "Ba", "Tư", "Năm", "Sáu", "Bảy")
    day = "Chủ nhật" if when.weekday() == 6 else f"Thứ {names[when.weekday()]}"
    return f"{day}, ngày {when.day} tháng {when.month} năm {when.year}"


def ago(since: datetime) -> str:
    """Return how long something has waited: "vừa xong", "5 giờ", "3 ngày"."""
    passed = clock.now() - since
    if passed.days >= 1:
        return tr(QT_TRANSLATE_NOOP("wording", "{n} ngày")).format(n=passed.days)
    hours = int(passed.total_seconds() // 3600)
    if hours >= 1:
        return tr(QT_TRANSLATE_NOOP("wording", "{n} giờ")).format(n=hours)
    minutes = int(passed.total_seconds() // 60)
    if minutes >= 1:
        return tr(QT_TRANSLATE_NOOP("wording", "{n} phút")).format(n=minutes)
    return tr(QT_TRANSLATE_NOOP("wording", "vừa xong"))


def month(stored: str) -> str:
    """Return "Tháng 4/2019" for "2019-04"."""
    year, number = stored.split("-")
    return tr(QT_TRANSLATE_NOOP("wording", "Tháng {month}/{year}")).format(month=int(number), year=year)


def number(value: int) -> str:
    """Return a number with Vietnamese thousands: 1.234."""
    return f"{value:,}".replace(",", ".")


def why_returned(row: ArticleRow, history: Sequence[JournalEntry]) -> str:
    """Say who sent an article back and why, "" when it does not lie with its writer for that."""
    entry = next((one for one in history if one.act is Act.RETURN), None)
    if row.stage is not Stage.RETURNED or not row.note or entry is None:
        return ""
    words = tr("{name} trả lại lúc {when}: “{note}”")
    return words.format(name=entry.person, when=moment(entry.at), note=row.note)
