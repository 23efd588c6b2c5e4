"""The registers as sheets of an Excel workbook: their names, their heads, and how else people write these."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from desk.registers.entries import Kind, WordKind
from desk.text.vietnamese import bare


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its head, its width in characters, what else people write over it; whether a sheet is known by it."""

    head: str
    width: float
    also: tuple[str, ...] = ()
    tells: bool = False


@dataclass(frozen=True, slots=True)
class SheetForm:
    """A register's sheet."""

    title: str
    columns: Mapping[str, Column]  # by the field's name


_SINCE = Column("Từ ngày", 12, ("Từ", "Bắt đầu", "Từ tháng", "Từ năm"))
_UNTIL = Column("Đến ngày", 12, ("Đến", "Kết thúc", "Đến tháng", "Đến năm"))
FORMS: Mapping[Kind, SheetForm] = {
    Kind.PEOPLE: SheetForm(
        "Con người",
        {
            "name": Column("Họ và tên", 26, ("Họ tên", "Họ, tên", "Tên", "Đồng chí"), tells=True),
            "title": Column("Chức danh", 28, ("Chức vụ", "Chức danh, chức vụ"), tells=True),
            "body": Column("Cơ quan", 36, ("Đơn vị", "Cơ quan, đơn vị", "Nơi công tác")),
            "since": _SINCE,
            "until": _UNTIL,
            "rank": Column("Thứ tự", 8, ("TT lãnh đạo", "Thứ tự lãnh đạo", "Thứ bậc")),
        },
    ),
    Kind.BODIES: SheetForm(
        "Cơ quan",
        {
            "name": Column("Tên cơ quan", 44, ("Tên đơn vị", "Tên cơ quan, đơn vị"), tells=True),
            "short": Column("Tên tắt", 16, ("Viết tắt", "Tên viết tắt", "Tên gọi tắt"), tells=True),
            "since": _SINCE,
            "until": _UNTIL,
            "predecessor": Column("Trước đây là", 44, ("Tiền thân", "Tên cũ")),
        },
    ),
    Kind.DOCUMENTS: SheetForm(
        "Văn bản",
        {
            "type": Column("Loại văn bản", 16, ("Loại", "Tên loại", "Thể loại"), tells=True),
            "number": Column(
                "Số, ký hiệu",
                18,
                ("Số ký hiệu", "Số/ký hiệu", "Số và ký hiệu", "Số hiệu", "Ký hiệu"),
                tells=True,
            ),
            "day": Column("Ngày ban hành", 14, ("Ngày", "Ngày tháng", "Ngày, tháng, năm", "Ngày ký")),
            "body": Column("Cơ quan ban hành", 28, ("Cơ quan", "Nơi ban hành")),
            "subject": Column("Trích yếu", 60, ("Trích yếu nội dung", "Nội dung", "Về việc")),
        },
    ),
    Kind.WORDS: SheetForm(
        "Từ của cơ quan",
        {
            "word": Column("Từ", 28, ("Từ, cụm từ", "Chữ viết tắt"), tells=True),
            "kind": Column("Loại từ", 14, ("Loại",)),
            "meaning": Column("Nghĩa", 60, ("Viết đầy đủ", "Nghĩa đầy đủ", "Ý nghĩa"), tells=True),
        },
    ),
}
WORD_KINDS: Mapping[WordKind, str] = {WordKind.WORD: "từ", WordKind.ABBREVIATION: "viết tắt"}
GUIDE = (
    "Mỗi trang là một mục của Sổ tay. Giữ nguyên dòng tiêu đề; thừa cột, thiếu cột hay đổi thứ tự cột đều được.",
    "Con người: mỗi chức danh một dòng; một người có nhiều chức danh thì ghi nhiều dòng cùng họ tên.",
    "Ngày ghi 01/7/2020, 7/2020 hoặc 2020. Để trống khi không rõ từ bao giờ, hoặc đến nay vẫn còn.",
    "Thứ tự: số nhỏ đứng trước khi nêu tên nhiều lãnh đạo; để trống nếu không cần.",
    "Văn bản: số, ký hiệu ghi liền như trên văn bản: 36-NQ/TW, 30/2020/NĐ-CP. Trích yếu bắt đầu bằng “về”.",
    "Từ của cơ quan: để trống cột Nghĩa nếu là từ thường; có nghĩa thì được hiểu là chữ viết tắt.",
    "Ô công thức không được nhận: hãy dán giá trị. Nhập lại tệp này nhiều lần cũng không sinh mục trùng.",
)


def heads_found(cells: list[str]) -> tuple[Kind, dict[str, int]] | None:
    """Return the register that a row of heads is of, with the column of each field; None when it is of none."""
    plain = [_plain(text) for text in cells]
    for kind, form in FORMS.items():
        found: dict[str, int] = {}
        for field, column in form.columns.items():
            names = (column.head, *column.also)
            places = (plain.index(_plain(name)) for name in names if _plain(name) in plain)
            at = next((place for place in places if place not in found.values()), None)
            if at is not None:
                found[field] = at
        if all(field in found for field, column in form.columns.items() if column.tells):
            return kind, found
    return None


def _plain(head: str) -> str:
    return " ".join(bare(head).replace("*", " ").rstrip(": ").split())
