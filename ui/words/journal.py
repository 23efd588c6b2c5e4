"""The words of what the journal knows beside an entry: its facts, each with a name; part of `ui.words.wording`."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import QT_TRANSLATE_NOOP

from desk import clock
from desk.acts.journal import JournalEntry
from desk.acts.requirements import Auto, Before
from desk.acts.rules import Act, Genre, Role
from desk.registers.entries import Kind
from desk.registers.reading import OFF
from ui.words import export as export_words
from ui.words import fitting as fitting_words
from ui.words import issue as issue_words
from ui.words import proofing as proofing_words
from ui.words import registers as registers_words
from ui.words.marked import mark as _mark
from ui.words.marked import share as told_share
from ui.words.marked import tr as _tr
from ui.words.review import before, genre, requirement
from ui.words.wording import deed, moment, roles, short_date

DETAILS: dict[str, str] = {
    "titles": _mark("Bài"),
    "roles": _mark("Vai trò"),
    "active": _mark("Đang làm việc"),
    "sections": _mark("Chuyên mục"),
    "was": _mark("Trước đó"),
    "changed": _mark("Đã đổi"),
    "changed_from": _mark("Trước đó"),
    "files": _mark("Tệp"),
    "revision": _mark("Phiên bản được duyệt"),
    "restored": _mark("Lấy lại phiên bản"),
    "approval_void": _mark("Bỏ quyết định duyệt phiên bản"),
    "theme": _mark("Chủ đề"),
    "closing": _mark("Chốt bài"),
    "for": _mark("Ký thay"),
    "hands": _mark("Đã sửa trực tiếp"),
    "author": _mark("Người viết mới"),
    "item": _mark("Mục kiểm tra"),
    "items": _mark("Các mục"),
    "removed": _mark("Bỏ mục"),
    "list": _mark("Danh mục"),
    "way": _mark("Cách gửi"),
    "sent_revision": _mark("Phiên bản gửi"),
    "sent_code": _mark("Mã trên giấy"),
    "returned_file": _mark("Tệp nhận lại"),
    "returned_revision": _mark("Sửa trên phiên bản"),
    "returned_by": _mark("Người sửa"),
    "returned_edits": _mark("Đề nghị sửa"),
    "returned_comments": _mark("Trao đổi trong tệp"),
    "suggested_by": _mark("Người đề nghị"),
    "old": _mark("Chữ cũ"),
    "new": _mark("Chữ mới"),
    "genre": _mark("Thể loại"),
    "undid": _mark("Việc đã hoàn tác"),
    "file": _mark("Tệp gốc"),
    "file_comments": _mark("Trao đổi có sẵn trong tệp"),
    "files_beside": _mark("Tệp kèm theo"),
    "file_tracked": _mark("Chỗ sửa Word đã ghi lại"),
    "issue": _mark("Số bản tin"),
    "release": _mark("Lần phát hành"),
    "folder": _mark("Thư mục"),
    "law": _mark("Khung pháp lý"),
    "due": _mark("Hạn"),
    "like": _mark("Theo mẫu số"),
    "fitting": _mark("Dàn"),
    "backup": _mark("Bản sao lưu"),
    "backup_of": _mark("Sao lưu lúc"),
    "backup_faults": _mark("Lỗi tìm thấy"),
    "archived_articles": _mark("Số bài trong kho"),
    "archived_issues": _mark("Số bản tin trong kho"),
    "register": _mark("Mục sổ tay"),
    "register_before": _mark("Trước đó"),
    "register_now": _mark("Nay là"),
    "register_added": _mark("Số mục thêm mới"),
    "register_changed": _mark("Số mục thay đổi"),
    "register_file": _mark("Từ tệp"),
    "proof_rule": _mark("Quy tắc soát lỗi"),
    "rule_before": _mark("Trước đó"),
    "rule_now": _mark("Nay là"),
    "proof_text": _mark("Chữ trong bài"),
    "taught_articles": _mark("Số bài đã dạy"),
    "tries": _mark("Số lần sai"),
    "clock_back": _mark("Đồng hồ máy chạy lùi, mục trước ghi lúc"),
}


WAYS: dict[str, str] = {
    "print": _mark("in bài"),
    "sheet": _mark("in phiếu trình duyệt"),
    "word": _mark("tệp Word"),
    "pdf": _mark("tệp PDF"),
    "mail": _mark("thư"),
}


FIELDS: dict[str, str] = {
    "committee": _mark("Đảng bộ"),
    "department": _mark("Cơ quan"),
    "bulletin": _mark("Tên bản tin"),
    "purpose": _mark("Dòng dưới tên"),
    "place": _mark("Địa danh"),
    "levels": _mark("Số cấp duyệt"),
    "waiting_days": _mark("Số ngày chờ"),
    "due_days": _mark("Số ngày nhắc trước hạn"),
    "phrases": _mark("Câu hay dùng"),
    "wrong_stops": _mark("Không gửi, không duyệt khi máy soát còn thấy chỗ sai"),
    "own_words": _mark("Duyệt bài do chính mình sửa"),
    "idle_minutes": _mark("Khóa khi không dùng"),
}


MARKS: dict[str, str] = {
    "clock_back": _mark("đồng hồ máy chạy lùi"),
    "terminal": _mark("bằng dòng lệnh"),
}


def marks(text: Mapping[str, object]) -> str:
    """Return what is said right behind a deed, in brackets: on what way it came, that the clock had gone back."""
    told = ", ".join(_tr(words) for key, words in MARKS.items() if text.get(key))
    return f" ({told})" if told else ""


def detail(text: Mapping[str, object]) -> str:
    """Return what the journal knows beside an entry, a line a fact; "" when it knows no more."""
    lines = []
    for key, value in text.items():
        if key in DETAILS and value not in ("", None):
            lines.append(f"{_tr(DETAILS[key])}: {_detail_words(key, value)}")
    return "\n".join(lines)


def _field(name: str) -> str:
    """Return what a stored field is called; the name of a profile stands as it is."""
    known = {
        **FIELDS,
        **issue_words.IMPRINT,
        **{one.value: text for one, (text, _) in export_words.OUTPUTS.items()},
    }
    return _tr(known.get(name, name))


def _value(value: object) -> str:
    """Return a setting's value in words: "có", "không", "“…”", a number."""
    if isinstance(value, bool):
        return (
            _tr(QT_TRANSLATE_NOOP("wording", "có")) if value else _tr(QT_TRANSLATE_NOOP("wording", "không"))
        )
    if isinstance(value, list | tuple):
        return "; ".join(f"“{one}”" for one in value) or "–"
    return f"“{value}”" if isinstance(value, str) and value else str(value or ("0" if value == 0 else "–"))


def about(entry: JournalEntry) -> str:
    """Return what an entry of the settings speaks of: which were changed, whose checklist; "" for other entries."""
    if entry.act is Act.CHANGE_SETTINGS:
        changed = entry.detail.get("changed") or ()
        return ", ".join(_field(str(one)) for one in changed)
    if entry.act is Act.SET_CHECKLISTS and entry.title in {one.value for one in Before}:
        return before(Before(entry.title))
    return ""


def _register_words(key: str, value: str) -> str:
    if key == "register":
        return registers_words.kind(Kind(value))
    if key == "proof_rule":
        return proofing_words.rule(value)
    return _tr(QT_TRANSLATE_NOOP("wording", "tắt")) if value == OFF else value


def _detail_words(key: str, value: object) -> str:
    if key in ("due", "closing"):
        return short_date(date.fromisoformat(str(value)[:10]))
    if key == "way":
        return _tr(WAYS.get(str(value), str(value)))
    if key == "backup_of":
        return moment(clock.read_stamp(str(value)))
    if key == "clock_back":
        return f"{clock.local(clock.read_stamp(str(value))):%d/%m/%Y %H:%M}"
    if key == "fitting" and isinstance(value, list):
        return fitting_words.setting(*value)
    if key == "changed" and isinstance(value, list | dict):
        if isinstance(value, dict):
            return "; ".join(f"{_field(str(one))}: {_value(now)}" for one, now in value.items())
        return ", ".join(_field(str(one)) for one in value)
    if key == "changed_from" and isinstance(value, dict):
        return "; ".join(f"{_field(str(one))}: {_value(old)}" for one, old in value.items())
    if key == "hands" and isinstance(value, list):
        return ", ".join(f"{name} ({told_share(share)} số chữ)" for _, name, share in value)
    if key == "genre":
        return genre(Genre(str(value)))
    if key == "list":
        return before(Before(str(value)))
    if key == "undid":
        return deed(Act(str(value)))
    if key in ("register", "proof_rule", "rule_before", "rule_now"):
        return _register_words(key, str(value))
    if key in ("item", "items", "removed"):
        known = {auto.value for auto in Auto}
        named = [str(one) for one in value] if isinstance(value, list) else [str(value)]
        return "; ".join(requirement(one if one in known else "", one) for one in named)
    if key == "roles" and isinstance(value, list):
        return roles(frozenset(Role(name) for name in value))
    if isinstance(value, bool):
        return _value(value)
    if isinstance(value, dict):
        return ", ".join(str(part) for part in value)
    if isinstance(value, list):
        return ("; " if key.startswith("register") else ", ").join(str(part) for part in value)
    return str(value)
