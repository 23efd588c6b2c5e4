"""An article with mistakes that the proofreader knows, one of each kind that a panel shows."""

from __future__ import annotations

from datetime import date

from desk.proofing.article import PlacedFinding, places, read_places
from desk.proofing.register import Register
from desk.text.blocks import ArticleText, Paragraph, Run, normal

SAID = "Hội nghị đã nghe báo cáo kết quả công tác tuyên giáo quý I và thảo luận nhiệm vụ quý II."


def findings() -> tuple[PlacedFinding, ...]:
    """Return what the proofreader finds in it, with the long words that a panel has to bear."""
    text = normal(faulty())
    return read_places(places(text), text.event_date, Register())


def faulty() -> ArticleText:
    """Return the article; each call its own ids."""
    return ArticleText(
        title="Hội nghị giao ban công tác khoa giáo",
        lead="Sáng 05/4/2019, Ban Tuyên giáo Tỉnh ủy tổ chức hội nghị giao ban công tác khoa giáo.",
        byline="Phòng Khoa giáo",
        event_date=date(2019, 4, 5),
        blocks=(
            Paragraph(
                "", (Run("Đồng chí Vi Thị Thuần- Trưởng ban chủ trì hội nghị, cùng lảnh đạo các phòng."),)
            ),
            Paragraph("", (Run("Hội nghị quán triệt Chỉ thị 38-CT/TW của Ban Bí thư Trung ương Đảng."),)),
            Paragraph("", (Run(SAID),)),
            Paragraph("", (Run("Kết quả  đạt được là tốt , đúng kế hoạch."),)),
            Paragraph("", (Run(SAID),)),
        ),
    )
