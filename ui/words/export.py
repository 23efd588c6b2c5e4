"""The words of what goes out: the outputs, and what is said of their making."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desk.edition.outputs import Output
from ui.words.marked import mark as _mark

_CONTEXT = "wording"


OUTPUTS: dict[Output, tuple[str, str]] = {  # name, what it is for
    Output.PRINT: (_mark("In"), _mark("PDF/A cho nhà in, ảnh 300 dpi")),
    Output.OFFICE: (_mark("In tại cơ quan"), _mark("hai trang trên một mặt A4, gấp đôi, ghim giữa")),
    Output.SCREEN: (_mark("Đọc màn hình"), _mark("PDF nhẹ, mục lục bấm được")),
    Output.WORD: (_mark("Word"), _mark("bản còn sửa được (DOCX)")),
    Output.WEB: (_mark("Trang thông tin"), _mark("mỗi bài một trang web, có trang mục lục (HTML)")),
    Output.PROOF: (_mark("Bản in thử"), _mark("đánh số dòng, đóng dấu BẢN IN THỬ")),
}
_AS_RELEASED = _mark("Số đã phát hành được lấy từ tủ, đúng từng byte như khi phát hành.")
_WANTS_BLEED = _mark(
    "Bìa số này in tràn đến mép giấy. Không chừa xén thì chỉ cần xén lệch một chút là hở viền trắng."
)


def output(which: Output) -> str:
    """Return an output's name."""
    return QCoreApplication.translate(_CONTEXT, OUTPUTS[which][0])


def output_purpose(which: Output) -> str:
    """Return what an output is for."""
    return QCoreApplication.translate(_CONTEXT, OUTPUTS[which][1])


def as_released() -> str:
    """Say why nothing of the finish of a released file can be chosen."""
    return QCoreApplication.translate(_CONTEXT, _AS_RELEASED)


def wants_bleed() -> str:
    """Say why an issue with such a cover is to be printed with bleed."""
    return QCoreApplication.translate(_CONTEXT, _WANTS_BLEED)
