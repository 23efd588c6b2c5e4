"""An article with mistakes that the proofreader knows, one of each kind that a panel shows."""

from __future__ import annotations

from datetime import date

from desk.text.blocks import ArticleText, Paragraph, Run

SAID = "Hội nghị đã nghe báo cáo kết quả công tác tuyên giáo quý I và thảo luận nhiệm vụ quý II."


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
