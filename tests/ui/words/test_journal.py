"""What the journal knows beside an entry, in words."""

from __future__ import annotations

import pytest

from desk.acts.requirements import Auto
from ui.words import journal


@pytest.mark.parametrize(
    ("key", "value", "line"),
    [
        ("closing", "2019-04-24", "Chốt bài: 24/4/2019"),
        ("due", "2019-04-12T08:00:00", "Hạn: 12/4/2019"),
        (
            "changed",
            ["department", "printer", "print", "Khung riêng"],
            "Đã đổi: Cơ quan, Nơi in, In, Khung riêng",
        ),
        (
            "changed",
            {"levels": 2, "wrong_stops": True},
            "Đã đổi: Số cấp duyệt: 2; Không gửi, không duyệt khi máy soát còn thấy chỗ sai: có",
        ),
        (
            "changed_from",
            {"department": "Ban Tuyên giáo", "due_days": 0},
            "Trước đó: Cơ quan: “Ban Tuyên giáo”; Số ngày nhắc trước hạn: 0",
        ),
        (
            "changed_from",
            {"phrases": ["Sửa tít."], "place": ""},
            "Trước đó: Câu hay dùng: “Sửa tít.”; Địa danh: –",
        ),
        ("genre", "photos", "Thể loại: Chùm ảnh"),
        ("list", "print", "Danh mục: Trước khi in"),
        ("undid", "place", "Việc đã hoàn tác: xếp bài vào số"),
        ("item", Auto.TITLE.value, "Mục kiểm tra: Tít không quá 120 ký tự"),
        ("items", [Auto.LEAD.value, "Đã đối chiếu"], "Các mục: Có sapô; Đã đối chiếu"),
        ("removed", "Đã đối chiếu", "Bỏ mục: Đã đối chiếu"),
        ("roles", ["chief", "writer"], "Vai trò: Cộng tác viên, Lãnh đạo duyệt"),
        ("file", "Tin giao ban.docx", "Tệp gốc: Tin giao ban.docx"),
        ("file_comments", 3, "Trao đổi có sẵn trong tệp: 3"),
        ("files_beside", {"thư.eml": "ab", "phụ lục.docx": "cd"}, "Tệp kèm theo: thư.eml, phụ lục.docx"),
        ("file_tracked", 12, "Chỗ sửa Word đã ghi lại: 12"),
        ("active", True, "Đang làm việc: có"),
        ("active", False, "Đang làm việc: không"),
        ("titles", ["Một", "Hai"], "Bài: Một, Hai"),
        ("files", {"in.pdf": "ab12", "docx": "cd34"}, "Tệp: in.pdf, docx"),
        ("revision", 3, "Phiên bản được duyệt: 3"),
        ("register", "people", "Mục sổ tay: Con người"),
        ("register_now", ["An", "Bí thư · Tỉnh ủy"], "Nay là: An; Bí thư · Tỉnh ủy"),
        ("register_added", 3, "Số mục thêm mới: 3"),
        ("proof_rule", "date.weekday", "Quy tắc soát lỗi: Thứ không khớp với ngày"),
        ("rule_now", "off", "Nay là: tắt"),
        ("rule_before", "nên xem", "Trước đó: nên xem"),
    ],
)
def test_each_fact_has_its_name_and_its_words(key: str, value: object, line: str) -> None:
    assert journal.detail({key: value}) == line


def test_facts_stand_line_by_line_and_empty_or_unknown_ones_do_not() -> None:
    text = {"old": "cũ", "new": "", "was": None, "sha": "ab12", "release": 0}
    assert journal.detail(text) == "Chữ cũ: cũ\nLần phát hành: 0"
    assert journal.detail({}) == ""
