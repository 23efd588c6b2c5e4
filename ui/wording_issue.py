"""The words of the printed issue: its states, designs, outputs, what stands in its way; part of `ui.wording`."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from desk.gathering import BodyLevel
from desk.issues import IssueRow
from desk.press.dress import CoverDesign, InnerDesign, PageFormat
from desk.press.output import Output
from desk.printing import Block
from desk.rules import IssueState
from desk.verify import ArticleState, FileState

_CONTEXT = "wording"


def _tr(text: object) -> str:
    return QCoreApplication.translate(_CONTEXT, str(text))


def _mark(text: str) -> str:
    return str(QT_TRANSLATE_NOOP(_CONTEXT, text))


STATES: dict[IssueState, tuple[str, str, str]] = {  # word, icon, colour token
    IssueState.OPEN: (_mark("Đang làm"), "edit", "blue"),
    IssueState.CLOSED: (_mark("Đã chốt bài"), "lock", "amber"),
    IssueState.RELEASED: (_mark("Đã phát hành"), "release", "green"),
}
FORMATS: dict[PageFormat, str] = {
    PageFormat.A5: _mark("A5 – 14,8 × 21 cm"),
    PageFormat.SMALL: _mark("14,5 × 20,5 cm"),
    PageFormat.A4: _mark("A4 – hai cột"),
}
COVERS: dict[CoverDesign, str] = {
    CoverDesign.FIELD: _mark("Nền đỏ, trống đồng"),
    CoverDesign.FRAME: _mark("Khung trên nền trắng"),
    CoverDesign.PHOTO: _mark("Ảnh hết khổ"),
}
INNERS: dict[InnerDesign, str] = {
    InnerDesign.CLASSIC: _mark("Trang trọng – tên mục ở giữa"),
    InnerDesign.CLEAR: _mark("Thoáng – tên mục sát lề"),
}
OUTPUTS: dict[Output, tuple[str, str]] = {  # name, what it is for
    Output.PRINT: (_mark("In"), _mark("PDF/A cho nhà in, ảnh 300 dpi")),
    Output.OFFICE: (_mark("In tại cơ quan"), _mark("hai trang trên một mặt A4, gấp đôi, ghim giữa")),
    Output.SCREEN: (_mark("Đọc màn hình"), _mark("PDF nhẹ, mục lục bấm được")),
    Output.WORD: (_mark("Word"), _mark("bản còn sửa được (DOCX)")),
    Output.WEB: (_mark("Trang thông tin"), _mark("mỗi bài một trang web, có trang mục lục (HTML)")),
    Output.PROOF: (_mark("Bản in thử"), _mark("đánh số dòng, đóng dấu BẢN IN THỬ")),
}
BODY_LEVELS: dict[BodyLevel, str] = {
    BodyLevel.CENTRAL: _mark("Trung ương"),
    BodyLevel.PROVINCE: _mark("Tỉnh"),
    BodyLevel.DISTRICT: _mark("Huyện"),
    BodyLevel.GRASSROOTS: _mark("Cơ sở"),
}
BLOCKS: dict[Block, str] = {
    Block.EMPTY: _mark("Số {title} chưa có bài nào"),
    Block.NOT_CLOSED: _mark("Chưa chốt bài"),
    Block.STALE: _mark("“{title}” đã sửa sau khi duyệt hoặc chưa duyệt"),
    Block.CHECKLIST: _mark("“{title}”: {error}"),
    Block.WANTED: _mark("Bài đặt “{title}” chưa có"),
}
FILE_STATES: dict[FileState, str] = {
    FileState.SAME: _mark("nguyên vẹn"),
    FileState.CHANGED: _mark("KHÁC với tệp đã phát hành"),
    FileState.GONE: _mark("KHÔNG CÒN trong thư mục"),
    FileState.UNKNOWN: _mark("không có trong bản kê"),
}
ARTICLE_STATES: dict[ArticleState, str] = {
    ArticleState.APPROVED: _mark("đúng bản đã duyệt"),
    ArticleState.NOT_APPROVED: _mark("KHÔNG phải bản đã duyệt"),
    ArticleState.WORDS_DIFFER: _mark("CHỮ KHÁC bản đã duyệt, từ chỗ “{words}”"),
}
IMPRINT: dict[str, str] = {
    "responsible": _mark("Chịu trách nhiệm xuất bản"),
    "board": _mark("Ban Biên tập"),
    "editors": _mark("Biên tập"),
    "designer": _mark("Trình bày"),
    "proofreader": _mark("Sửa bản in"),
    "licence": _mark("Giấy phép xuất bản"),
    "printer": _mark("Nơi in"),
    "copies": _mark("Số lượng in"),
    "periodicity": _mark("Định kỳ"),
    "deposit": _mark("Nộp lưu chiểu"),
    "format": _mark("Khổ in"),
}


def state(which: IssueState) -> str:
    """Return an issue's state."""
    return _tr(STATES[which][0])


def issue_name(row: IssueRow) -> str:
    """Return "Số 4 – tháng 4 năm 2019", of a combined issue with all its months, of a special one so."""
    months = (
        f"{row.month}" if row.ends == row.month else ", ".join(str(m) for m in range(row.month, row.ends + 1))
    )
    special = _tr(QT_TRANSLATE_NOOP("wording", " (đặc biệt)")) if row.special else ""
    return f"Số {row.number} – tháng {months} năm {row.year}{special}"


def output(which: Output) -> str:
    """Return an output's name."""
    return _tr(OUTPUTS[which][0])


def output_purpose(which: Output) -> str:
    """Return what an output is for."""
    return _tr(OUTPUTS[which][1])


def body_level(which: BodyLevel) -> str:
    """Return the level of a body."""
    return _tr(BODY_LEVELS[which])


def length(pages: float, lines: int) -> str:
    """Return how long an article is as laid out: "2,3 trang · 84 dòng"."""
    told = f"{pages:.1f}".replace(".", ",")
    return _tr(QT_TRANSLATE_NOOP("wording", "{pages} trang · {lines} dòng")).format(pages=told, lines=lines)
