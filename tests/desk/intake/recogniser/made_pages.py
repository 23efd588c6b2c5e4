"""Pages for the recogniser: the usual article of a bulletin in pieces, and what becomes of pieces."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from desk.intake.document import IntakeDocument
from desk.intake.pieces import IntakePiece, plain_piece
from desk.intake.recogniser.recognise import recognise
from desk.intake.recogniser.roles import Role
from desk.text.blocks import Heading, ListItem, Mark, Paragraph, Picture, Run, Table, new_id

DATE = "Thứ 3 Ngày 09/04/2019"
TITLE = "Giao ban công tác khoa giáo quý I năm 2019"
LEAD = "Chiều ngày 8/4/2019, Ban Tuyên giáo Tỉnh ủy tổ chức hội nghị giao ban công tác khoa giáo quý I, bàn việc mới."
FIRST = (
    "Tại hội nghị, các đại biểu đã nghe báo cáo kết quả công tác quý I và phương hướng, nhiệm vụ trọng tâm quý II "
    "năm 2019 của Ban Tuyên giáo Tỉnh ủy."
)
SECOND = (
    "Các ý kiến thảo luận tập trung vào công tác nắm bắt dư luận xã hội, đội ngũ báo cáo viên, tuyên truyền viên "
    "cơ sở và việc thực hiện Chỉ thị số 05-CT/TW."
)
THIRD = (
    "Kết luận hội nghị, đồng chí Phó Bí thư Thường trực Tỉnh ủy biểu dương những kết quả đã đạt được, đề nghị các "
    "huyện tiếp tục đổi mới cách làm."
)
STORY = (LEAD, FIRST, SECOND, THIRD)
BYLINE = "Phòng Khoa giáo – Ban Tuyên giáo Tỉnh ủy"
FOOT = "Các tin khác"


def piece(words: str, *marks: Mark, heading: int = 0, item: bool = False, **more: Any) -> IntakePiece:
    """Make a paragraph, a heading or a list item."""
    runs = (Run(words, frozenset(marks)),)
    if heading:
        return IntakePiece(Heading(new_id(), runs), rank=heading, **more)
    return IntakePiece(ListItem(new_id(), runs) if item else Paragraph(new_id(), runs), **more)


def picture() -> IntakePiece:
    """Make a picture without a caption."""
    return IntakePiece(Picture(new_id(), "ab" * 32))


def table(*rows: str) -> IntakePiece:
    """Make a table of rows whose cells are parted by bars."""
    return IntakePiece(Table(new_id(), tuple(tuple((Run(cell),) for cell in row.split("|")) for row in rows)))


def pieces(lines: Sequence[str | IntakePiece]) -> tuple[IntakePiece, ...]:
    """Return lines as pieces; those that are pieces stay."""
    return tuple(plain_piece(one) if isinstance(one, str) else one for one in lines)


def told(*lines: str | IntakePiece) -> dict[Role, list[str]]:
    """Return the words of each role, in order."""
    found: dict[Role, list[str]] = {role: [] for role in Role}
    for one in recognise(IntakeDocument(pieces(lines))).pieces:
        found[one.role].append(one.piece.words)
    return found
